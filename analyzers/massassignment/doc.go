// Package massassignment finds requests that are stored with all that they say.
//
// # Analyzer massassignment
//
// massassignment: report requests that are decoded into what is stored, privileged fields included
//
// A user adds fields to the request that the form does not have, and the program
// stores them (CWE-915):
//
//	var user User // has a field Role
//	json.NewDecoder(r.Body).Decode(&user)
//	db.Save(&user)
//
// Decode into a type with the fields that callers may set, or set the others
// afterwards:
//
//	user.Role = "member"
//
// Reported are handlers that decode a request into a struct and hand that very
// struct to a function that stores it, where it has a field that decides over
// rights, ownership or money, which neither its tag keeps out nor the handler
// sets or checks, itself or in a function of the package made for checks. Handlers for administrators, which say so or refuse others, are
// not. Storing in another function, and fields that are copied over one by one,
// are not seen.
package massassignment
