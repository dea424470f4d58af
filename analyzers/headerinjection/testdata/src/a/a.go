package a

import (
	"net/http"
	"net/smtp"
	"strconv"
	"strings"
)

var auth smtp.Auth

func contact(w http.ResponseWriter, r *http.Request) {
	msg := "Subject: " + r.FormValue("subject") + "\r\n\r\nHello"
	smtp.SendMail("mail:25", auth, "shop@example.com", []string{"help@example.com"}, []byte(msg)) // want `can add headers and text of their own`
}

// A quoted text holds no line break.
func quoted(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("order"))
	if err != nil {
		return
	}
	smtp.SendMail("mail:25", auth, "shop@example.com", []string{"help@example.com"}, []byte("Subject: Order "+strconv.Itoa(n)+"\r\n\r\n"))
}

func fixed(w http.ResponseWriter, r *http.Request) {
	smtp.SendMail("mail:25", auth, "shop@example.com", []string{"help@example.com"}, []byte("Subject: Ping\r\n\r\n"))
}

// A name from the request in the list of headers.
func from(w http.ResponseWriter, r *http.Request) {
	head := map[string]string{"From": r.FormValue("name") + " <shop@example.com>"}
	msg := ""
	for name, value := range head {
		msg += name + ": " + value + "\r\n"
	}
	smtp.SendMail("mail:25", auth, "shop@example.com", []string{"help@example.com"}, []byte(msg+"\r\nHello")) // want `can add headers and text of their own`
}

// Line breaks are taken out.
func stripped(w http.ResponseWriter, r *http.Request) {
	subject := strings.NewReplacer("\r", "", "\n", "").Replace(r.FormValue("subject"))
	smtp.SendMail("mail:25", auth, "shop@example.com", []string{"help@example.com"}, []byte("Subject: "+subject+"\r\n\r\n"))
}

// net/http takes no line breaks in the headers of an answer.
func answer(w http.ResponseWriter, r *http.Request) { w.Header().Set("X-Name", r.FormValue("name")) }
