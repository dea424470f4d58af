// Package headerinjection finds data from outside in places where it does harm.
//
// # Analyzer headerinjection
//
// headerinjection: report mails and raw answers into whose headers outside data can write lines
//
// Someone who puts a line break into a field adds headers to the message that
// the program sends: other recipients, another text (CWE-93, CWE-113):
//
//	smtp.SendMail(addr, auth, from, to, []byte("Subject: "+subject+"\r\n\r\n"+body))
//
// They cannot where the data is checked or kept apart:
//
//	subject = strings.NewReplacer("\r", "", "\n", "").Replace(subject)
//
// Headers of net/http are not reported: it takes no line breaks in them.
// Data that went through a database, a file or a queue is not followed.
package headerinjection
