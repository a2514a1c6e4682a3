package words

import (
	"fmt"
	"strings"
)

// Sentence is something said: in Chinese, and by code for every other language.
type Sentence struct {
	// Code is stable and dotted, domain first.
	Code string
	// Text is the Chinese sentence with its values in it.
	Text string
	// Params are the values, which a translation may quote.
	Params map[string]any
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
