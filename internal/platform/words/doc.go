// Package words holds what the server says to a person in sentences of its own.
//
// The server speaks Chinese. A sentence therefore also carries a stable dotted
// code and the values that stand in it, by which a screen in another language
// says the same: said.<code> in the front end's words. A test reads the codes
// from the source and wants the English of each.
package words
