# What the words on the report's page mean. A term is listed on a page that uses it,
# or one of its forms, and with it the terms that its own explanation uses. Plain
# words only: each is for somebody who has never written a program.

term "access key" {
  forms = ["access keys"]
  means = "A name and a secret with which a program logs in to a cloud. It works from anywhere until someone deletes it."
}
term "ACL" {
  forms = ["access control list"]
  means = "A list of who may read or change something, kept on the thing itself."
}
term "administrator" {
  forms = ["administrator rights", "admin"]
  means = "Someone who may do everything in a cloud account: read and change all data, and give rights to others."
}
term "API" {
  means = "The way in which programs call each other's services."
}
term "ARN" {
  means = "The full name of something in Amazon's cloud."
}
term "ATT&CK" {
  means = "A public catalogue of what attackers do, by MITRE. A number such as T1530 names one technique in it."
}
term "attack path" {
  forms = ["path", "whole way"]
  means = "A chain of steps by which an attacker gets from where they start to what matters. Closing one step closes the path."
}
term "audit trail" {
  forms = ["trail", "audit log"]
  means = "A record of who did what and when, kept so that it can be looked at later."
}
term "AWS" {
  means = "Amazon's cloud."
}
term "bastion" {
  means = "A machine through which administrators come into a network, so that the others need no way in of their own."
}
term "branch" {
  means = "A line of work in a source code repository; main is the one that is put into use."
}
term "bucket" {
  means = "A place in the cloud where files are kept."
}
term "certificate" {
  means = "A proof of who a server or client is, used when they set up an encrypted connection."
}
term "CIDR" {
  means = "A way to write a range of network addresses."
}
term "cloud account" {
  forms = ["account"]
  means = "All that a customer has at a cloud provider under one contract and one set of rights."
}
term "cluster" {
  means = "Machines that run programs together and are managed as one."
}
term "CODEOWNERS" {
  means = "A file in a source code repository that says which people answer for which files."
}
term "console" {
  means = "The provider's web site, where people manage what they have in the cloud."
}
term "container" {
  means = "A program packed with all that it needs, which runs apart from others on a machine."
}
term "context file" {
  forms = ["threat-context.yaml"]
  means = "The file in which owners say in their own words what data is worth, what they accept, and the answers to questions."
}
term "control" {
  means = "Something that makes an attack harder, such as a login, a firewall or a backup."
}
term "cookie" {
  forms = ["Secure", "HttpOnly", "SameSite"]
  means = "A note that a web site leaves in a browser, often the proof of being logged in. Secure, HttpOnly and SameSite are marks that keep others from getting at it."
}
term "credentials" {
  forms = ["credential"]
  means = "What proves to a system who someone is: a password, a key, a token."
}
term "CWE" {
  means = "A public catalogue of kinds of weaknesses in software. A number such as CWE-918 names one of them."
}
term "data event" {
  means = "A record of one access to one file or entry, as opposed to changes of settings."
}
term "data flow" {
  means = "Data that goes from one part of a system to another."
}
term "dead-letter queue" {
  means = "Where messages go that could not be handled after some tries, so that they do not block the others."
}
term "detector" {
  means = "A service that watches an account and raises an alarm on what looks like an attack."
}
term "dialer" {
  means = "The part of a program that opens connections to other machines."
}
term "digest" {
  means = "A number worked out from content. It changes if anything in the content changes, so it names exactly one content."
}
term "DNS" {
  means = "The directory that turns names on the internet into addresses."
}
term "egress" {
  means = "Connections that go out of a network or a machine."
}
term "encryption" {
  forms = ["encrypted", "encrypt"]
  means = "Writing data so that only those who have a key can read it."
}
term "endpoint" {
  forms = ["prefix list"]
  means = "A place at which a service can be reached. Prefix lists and private endpoints name services, so that nothing else need be let out."
}
term "environment variable" {
  forms = ["environment"]
  means = "A setting that a program is given when it starts."
}
term "exploit" {
  means = "A ready-made way to make use of a flaw."
}
term "exposure" {
  means = "From how far away something can be reached: from the internet, by partners, from inside, or by administrators only."
}
term "factor" {
  forms = ["ease", "controls"]
  means = "One of the numbers that make a level: ease (how easy), exposure (who can reach it), controls (what stands in the way), path (whether it lies on a whole way), impact (how bad)."
}
term "firewall" {
  forms = ["security group", "firewall rule"]
  means = "Rules that say who may connect to what in a network."
}
term "foothold" {
  forms = ["position"]
  means = "What an attacker already holds inside a system, such as a machine or somebody's rights."
}
term "form value" {
  forms = ["path segment"]
  means = "What someone who calls a web page puts into a form or into its address."
}
term "function" {
  means = "A piece of a program; in the cloud also a small program that runs only when it is called."
}
term "gateway" {
  forms = ["internet gateway"]
  means = "A part through which traffic enters or leaves, such as from the internet into a network."
}
term "Go" {
  means = "Go is the programming language in which the programs here are written."
}
term "grant" {
  means = "A right that an identity has been given: what it may do, and to what."
}
term "handler" {
  means = "The code that answers a request to a web server."
}
term "header" {
  means = "The lines before the content of a web request, which say what it is and who sends it."
}
term "host" {
  means = "A machine on a network, by its name."
}
term "HTTP" {
  forms = ["HTTPS"]
  means = "The language in which browsers and web servers talk. HTTPS is the same with encryption."
}
term "IAP" {
  means = "Google's login in front of machines, which checks each user before they connect."
}
term "identity" {
  forms = ["identities"]
  means = "A name under which a person or a program acts in the cloud, with the rights that it has been given."
}
term "image" {
  means = "A packed program, ready to be started as a container."
}
term "impact" {
  means = "How bad it would be, from 0 (none) to 4 (severe), in the words of the owners."
}
term "input" {
  means = "What a program is given from outside. It can be made up by an attacker."
}
term "intrusion" {
  forms = ["breach"]
  means = "An attacker getting in. It becomes a breach when data is taken or changed."
}
term "JSON" {
  forms = ["YAML"]
  means = "Ways to write data or settings as text."
}
term "latent" {
  means = "Dangerous only once something uses it, which nothing does so far."
}
term "likelihood" {
  forms = ["likely", "unlikely", "expected"]
  means = "How easily it can happen, from 1 (unlikely) to 4 (expected): how easy it is, from where, and what stands in the way."
}
term "load balancer" {
  means = "A gateway that takes requests from outside and hands them to the machines behind it."
}
term "malware" {
  means = "A program of an attacker."
}
term "metadata service" {
  forms = ["IMDSv2", "IMDS"]
  means = "A service that gives each machine in the cloud its own credentials. Version 2 (IMDSv2) asks for a session token, so that a tricked program cannot read them."
}
term "module" {
  means = "A building block of Terraform or of Go code that is used in several places."
}
term "network" {
  means = "Machines that can reach each other. Parts of one have rules of their own about who gets in."
}
term "object lock" {
  forms = ["locked object"]
  means = "A lock on files that nobody can take off before a day, not even an administrator."
}
term "organisation" {
  means = "All cloud accounts, or all repositories, of one owner."
}
term "owner" {
  means = "The people who answer for a part of the system or for its data."
}
term "parameter" {
  means = "A value handed to a query or a program beside its text, so that it cannot change what the text means."
}
term "permission boundary" {
  means = "The most that an identity can ever be allowed, whatever rights others give it."
}
term "pii" {
  forms = ["PII", "personal data"]
  means = "Data about people, such as names, addresses, or what they bought."
}
term "pipeline" {
  means = "The machinery that builds programs from source code and puts them into use."
}
term "policy" {
  forms = ["policies"]
  means = "In the cloud, a text that says who may do what. In a threat's own rules, how the threat is recognised."
}
term "policy statement" {
  forms = ["statement"]
  means = "One rule of a policy, or one command to a database."
}
term "port" {
  means = "A numbered door of a machine; a service listens at one."
}
term "principal" {
  means = "Whoever asks for something in the cloud: a person, a program or a service, by name."
}
term "provider" {
  forms = ["cloud provider"]
  means = "The company whose cloud is used, such as Amazon, Google or Microsoft."
}
term "public address" {
  means = "A network address at which the whole internet can knock."
}
term "query" {
  forms = ["queries"]
  means = "A question to a database."
}
term "queue" {
  means = "Where messages wait until a program takes them."
}
term "rate limit" {
  forms = ["rate limits"]
  means = "A limit on how many requests someone may send in a while."
}
term "redirect" {
  means = "An answer of a web server that sends the browser on to another address."
}
term "region" {
  means = "The part of the world in which a cloud keeps something."
}
term "registry" {
  forms = ["registries"]
  means = "A store of images or of building blocks, from which they are fetched."
}
term "repository" {
  forms = ["repositories"]
  means = "Where the source code of a program and its history are kept."
}
term "request" {
  means = "What a browser or program sends to a server to get an answer."
}
term "request forgery" {
  forms = ["SSRF", "forged request"]
  means = "Making a server send requests to addresses that an attacker chooses, from inside the network."
}
term "role" {
  means = "A set of rights in the cloud that programs or people can take on for a while."
}
term "router" {
  means = "The part of a web server that decides which code answers which address."
}
term "safety net" {
  means = "What does not stop an attack but limits its harm, such as a backup or an alarm. That one is missing does no harm by itself."
}
term "second factor" {
  means = "A second proof at login, such as a code on a phone."
}
term "secret" {
  forms = ["secret store"]
  means = "A password or key that a program needs. A secret store keeps it and hands it out to those who may have it."
}
term "session" {
  means = "The time for which someone stays logged in, and what proves it."
}
term "session manager" {
  means = "A service of the provider through which administrators get to a machine without opening it to the network."
}
term "session token" {
  forms = ["token"]
  means = "A short-lived proof that lets its holder in, handed out after a first check."
}
term "shell" {
  means = "A program that runs commands which it is given as text."
}
term "snapshot" {
  means = "A copy of a disk or database as it was at one moment."
}
term "source" {
  forms = ["sources"]
  means = "The files from which the system is made: programs and the description of its infrastructure. Only they were read for this page."
}
term "SQL" {
  means = "The language in which programs talk to databases."
}
term "SSH" {
  means = "A way to log in to a machine over the network and give it commands."
}
term "state file" {
  means = "The file in which Terraform notes all that it has made, passwords among it."
}
term "STRIDE" {
  means = "Six kinds of harm: pretending to be another, changing, acting unseen, reading, stopping, and gaining rights."
}
term "tag" {
  means = "A name given to an image, such as latest. Tags can be moved from one image to another."
}
term "Terraform" {
  means = "A language in which people describe what they have in the cloud, and the tool that makes it so."
}
term "threat" {
  means = "A way in which harm can come to this system."
}
term "TLS" {
  forms = ["ssl", "SSL"]
  means = "The usual encryption of connections. Old versions of it can be broken."
}
term "topic" {
  means = "A place to which programs send messages that several others receive."
}
term "trust" {
  forms = ["trust policy"]
  means = "On a role: who may take it on."
}
term "trust boundary" {
  forms = ["trust boundaries"]
  means = "The line around parts that trust each other more than what is outside. Attacks cross it, so what crosses it is checked."
}
term "URL" {
  means = "An address on the web."
}
term "variable" {
  forms = ["variable default", "local"]
  means = "A named value in Terraform. Its default counts where nobody gives another."
}
term "web firewall" {
  forms = ["WAF"]
  means = "A gateway that turns away requests which look like known attacks."
}
term "workload" {
  means = "A program that runs in the cloud, with the machine or container that it runs in."
}
