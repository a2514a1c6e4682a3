// Package reminder decides who is reminded of what, and when. It keeps no list of
// its own: everything follows from the obligations, so that what is done, excused or
// withdrawn is not recalled, and nothing due is forgotten.
//
// At each slot (08:00 and 16:00, or as a person chose) every person gets at most one
// digest over all his enterprises, a paragraph each: what awaits him and is due soon
// or overdue, by deadline. Nothing to say, no message. An enterprise that rests on
// the day by its own pattern is left in peace.
//
// The ladder ([Rung]) says per kind from when on a duty is recalled, and after how
// many hours overdue it is taken to the director and to the principal. It leads
// upwards from the post whose duty it is; who holds all posts alone has no ladder,
// and a vacant post's duties go to the next one at once. The rungs stop when the
// duty is done, excused or answered, or after a time.
//
// Planning goes over the people in batches, each with a fixed number of statements,
// so that a hundred thousand people take seconds and memory stays flat.
package reminder
