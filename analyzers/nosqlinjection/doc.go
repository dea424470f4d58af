// Package nosqlinjection finds data from outside in places where it does harm.
//
// # Analyzer nosqlinjection
//
// nosqlinjection: report queries of document stores and search engines that outside data can reshape
//
// Someone who sends requests can pass a condition where a value is expected, or
// script of their own, and so read records that are not theirs (CWE-943):
//
//	users.FindOne(ctx, bson.M{"$where": "this.name == '" + name + "'"})
//
// They cannot where the data is checked or kept apart:
//
//	users.FindOne(ctx, bson.M{"name": name})
//
// A text as the value of a field stays a value and is not reported. The stores
// are those that the library data describes.
// Data that went through a database, a file or a queue is not followed.
package nosqlinjection
