term "identity" {
  forms = ["identities"]
  means = "A name under which a person or a program acts in the cloud, with the rights that it has been given."
}
