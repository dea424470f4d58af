package a

import (
	"net/http"
	"net/smtp"
	"strconv"
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
