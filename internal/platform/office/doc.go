// Package office puts ink on paper: it turns a Form, which knows titles, grids,
// tables, pictures and signatures but nothing of any domain, into an A4 PDF in
// the manner of a Chinese official form.
//
// The same form always gives the same bytes, so a paper can be stored with its
// hash. No input makes it fail to print: a character that the font lacks is
// printed as 〓 with its code point, a picture that cannot be read as an empty
// frame, and both are told as warnings. The font is unpacked for the first
// paper and given back when none was made for a while (face.go).
package office
