# METADATA
# title: Issuers
# description: Who vouches for programs that run elsewhere; made from issuers.hcl.
package threatvet.lib.issuers

# shared are those that vouch for whoever signs up, by address.
shared := {
	"token.actions.githubusercontent.com": {"named": `^repo:[^*?/]+/`, "branch": `:(ref:refs/(heads|tags)/|environment:)[^*]`},
	"gitlab.com": {"named": `^project_path:[^*?/]+/`, "branch": `:ref_type:(branch|tag):ref:[^*]`},
	"app.terraform.io": {"named": `^organization:[^*?:]+:`, "branch": `:workspace:[^*]`},
	"agent.buildkite.com": {"named": `^organization:[^*?:]+:`, "branch": `:ref:refs/(heads|tags)/[^*]`},
}
