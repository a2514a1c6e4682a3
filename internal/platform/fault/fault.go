package fault

import (
	"errors"
	"fmt"

	"zhize/internal/platform/words"
)

// Kind says what sort of refusal a fault is; the HTTP status follows from it.
type Kind string

// The kinds, with the status each becomes.
const (
	Invalid         Kind = "invalid"         // 422: the input breaks a rule
	Unauthenticated Kind = "unauthenticated" // 401: nobody is signed in
	Forbidden       Kind = "forbidden"       // 403: signed in, but not entitled
	NotFound        Kind = "not_found"       // 404: not there, or not theirs
	Conflict        Kind = "conflict"        // 409: the state does not allow it
	Gone            Kind = "gone"            // 410: was there, is no longer
	Limited         Kind = "limited"         // 429: too often
)

// Error is a refusal that a person can understand and act on.
type Error struct {
	Kind Kind
	// Code is stable and dotted, domain first.
	Code string
	// Text says in Chinese what is wrong and what to do next. It may name
	// values in braces, which With puts in.
	Text string
	// Fields names the inputs at fault, if the refusal is about inputs.
	Fields []Field
	// Params are values that the text of a translation may quote.
	Params map[string]any

	cause error
}

// Field is one input at fault.
type Field struct {
	// Pointer is the place in the request body, as in "body.answers[3].note".
	Pointer string
	words.Sentence
}

// New makes a fault. Domains declare theirs as package variables.
func New(kind Kind, code, text string) *Error {
	return &Error{Kind: kind, Code: code, Text: text}
}

// Said is the fault's own sentence.
func (e *Error) Said() words.Sentence {
	return words.Sentence{Code: e.Code, Text: e.Text, Params: e.Params}
}

func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %v", e.Code, e.cause)
	}
	return e.Code
}

// Unwrap gives the cause, which is logged and never shown.
func (e *Error) Unwrap() error { return e.cause }

// Is makes errors.Is compare faults by code, so that a fault with fields or a
// cause still equals the variable it was made from.
func (e *Error) Is(target error) bool {
	var t *Error
	return errors.As(target, &t) && t.Code == e.Code
}

// Because returns a copy that carries the cause for the log.
func (e *Error) Because(cause error) *Error {
	c := *e
	c.cause = cause
	return &c
}

// At returns a copy that names an input at fault. The text is the person's own
// data, such as the name of the item; an empty one repeats the fault.
func (e *Error) At(pointer, text string) *Error {
	if text == "" {
		return e.For(pointer, e.Said())
	}
	return e.For(pointer, words.Sentence{Text: text})
}

// For returns a copy that says what is wrong with an input.
func (e *Error) For(pointer string, what words.Sentence) *Error {
	c := *e
	c.Fields = append(append([]Field(nil), e.Fields...), Field{Pointer: pointer, Sentence: what})
	return &c
}

// With returns a copy with a value, for the text and for its translations.
func (e *Error) With(key string, value any) *Error {
	c := *e
	c.Text = words.Fill(e.Text, key, value)
	c.Params = make(map[string]any, len(e.Params)+1)
	for k, v := range e.Params {
		c.Params[k] = v
	}
	c.Params[key] = value
	return &c
}

// Of finds the fault in an error chain.
func Of(err error) (*Error, bool) {
	var e *Error
	ok := errors.As(err, &e)
	return e, ok
}
