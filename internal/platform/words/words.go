package words

import (
	"encoding/json"
	"fmt"
	"strings"
)

// Sentence is something said: in Chinese, and by code for every other language.
type Sentence struct {
	// Code is stable and dotted, domain first.
	Code string `json:"code,omitempty"`
	// Text is the Chinese sentence with its values in it.
	Text string `json:"text"`
	// Params are the values, which a translation may quote.
	Params map[string]any `json:"params,omitempty"`
}

// Say makes a sentence. The text names its values in braces, and they follow as
// names and values: Say("goods.days", "最多 {n} 天。", "n", 92).
func Say(code, text string, values ...any) Sentence {
	s := Sentence{Code: code, Text: text}
	for i := 0; i+1 < len(values); i += 2 {
		s = s.with(fmt.Sprint(values[i]), values[i+1])
	}
	return s
}

func (s Sentence) with(name string, value any) Sentence {
	if s.Params == nil {
		s.Params = map[string]any{}
	}
	s.Params[name] = value
	s.Text = Fill(s.Text, name, value)
	return s
}

// Fill puts a value where the text names it.
func Fill(text, name string, value any) string {
	return strings.ReplaceAll(text, "{"+name+"}", fmt.Sprint(value))
}

// String is the Chinese, so that a sentence may stand in another as its value.
func (s Sentence) String() string { return s.Text }

// List is several sentences that stand in another as one value.
type List struct {
	between string
	all     []Sentence
}

// Joined lists sentences with what stands between them in Chinese; every other
// language has a way of its own.
func Joined(between string, all ...Sentence) List { return List{between, all} }

func (l List) String() string {
	texts := make([]string, len(l.all))
	for i, s := range l.all {
		texts[i] = s.Text
	}
	return strings.Join(texts, l.between)
}

// MarshalJSON writes the sentences alone.
func (l List) MarshalJSON() ([]byte, error) { return json.Marshal(l.all) } //nolint:wrapcheck // nothing to add

// Own is what the person wrote or is called, which has no translation.
func Own(text string) Sentence { return Sentence{Text: text} }

// Owns makes such sentences of several.
func Owns(texts ...string) []Sentence {
	all := make([]Sentence, len(texts))
	for i, text := range texts {
		all[i] = Own(text)
	}
	return all
}
