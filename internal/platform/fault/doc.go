// Package fault holds the only errors a person sees.
//
// A fault has a kind, which decides the HTTP status, and a stable dotted code,
// domain first ("record.daily.future"), which is at once the problem type of
// RFC 9457 and the key of its translation in the front end. Everything else
// that goes wrong is a plain error: it is logged, and the person is told
// nothing but the number of the request.
package fault
