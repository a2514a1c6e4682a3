// Package transcript keeps what was written on paper before, copied by hand or
// from a table (纸质记录转录).
//
// A transcript says for ever that it is one, who copied it and when. It fulfils
// no obligation, stands in no count and closes no gap: what was done on paper was
// done on paper.
package transcript
