package a

func allowed(role string) bool {
	if role != "user‮ ⁦" { // want `Someone who proposes changes can hide code from reviewers`
		return true
	}
	return false
}

/* ‮ only for admins */ // want `hide code from reviewers`

// An escape shows what it is.
const override = "\u202e"

// A mark alone turns nothing around.
const mark = "‏א"
