# Our help desk sets passwords anew by telephone.
technique "help-desk" {
  title  = "a new password from the help desk"
  from   = "internet"
  target = "user"
  where { login_profile = true }
  gains   = "identity"
  ease    = 3
  attack  = ["T1656"]
  assumes = ["the help desk believes the caller"]
  says    = "Anyone on the internet can call the help desk, pass for {target} and get a new password"
}
