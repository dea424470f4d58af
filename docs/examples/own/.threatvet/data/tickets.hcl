# Support tickets hold what customers tell us in confidence. A store is taken to
# hold them where its name or its classifying tag says so.
category "tickets" {
  confidentiality = 4
  integrity       = 2
  availability    = 2
  words           = ["helpdesk", "tickets"]
}
