package a

import (
	"encoding/json"
	"net/http"
	"strconv"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

var users *mongo.Collection

func decoded(w http.ResponseWriter, r *http.Request) {
	var filter map[string]any
	json.NewDecoder(r.Body).Decode(&filter)
	users.FindOne(r.Context(), filter) // want `can change what this query looks for`
}

func script(w http.ResponseWriter, r *http.Request) {
	users.FindOne(r.Context(), bson.M{"$where": "this.name == '" + r.FormValue("name") + "'"}) // want `can change what this query looks for`
}

// A text is compared as a text.
func text(w http.ResponseWriter, r *http.Request) {
	users.FindOne(r.Context(), bson.M{"name": r.FormValue("name")})
}

// A number has no operators.
func number(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		return
	}
	users.FindOne(r.Context(), bson.M{"id": id})
}

// The filter is the program's own.
func fixed(w http.ResponseWriter, r *http.Request) {
	users.FindOne(r.Context(), bson.M{"name": "admin"})
}
