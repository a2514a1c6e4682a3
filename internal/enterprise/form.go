package enterprise

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
)

// Form reads an input field by field and collects all that is wrong with it,
// so that a person mends everything at once.
type Form struct {
	fields []fault.Field
}

// Refuse notes that a field is wrong.
func (f *Form) Refuse(pointer string, what words.Sentence) {
	f.fields = append(f.fields, fault.Field{Pointer: pointer, Sentence: what})
}

// Take notes what another rule refused beside what is wrong already; what is no
// refusal is returned.
func (f *Form) Take(err error) error {
	refused, ok := fault.Of(err)
	if !ok {
		return err
	}
	if len(refused.Fields) == 0 {
		f.Refuse("", refused.Said())
	}
	f.fields = append(f.fields, refused.Fields...)
	return nil
}

// Faulty reports whether one of the fields is wrong, or a part of it: a rule of
// several fields is judged only where each of them is right by itself.
func (f *Form) Faulty(pointers ...string) bool {
	return slices.ContainsFunc(f.fields, func(at fault.Field) bool {
		whole, _, _ := strings.Cut(at.Pointer, "[")
		return slices.Contains(pointers, whole)
	})
}

// Err returns the refusal with all fields at fault, or nil if there are none.
func (f *Form) Err(refusal *fault.Error) error {
	if len(f.fields) == 0 {
		return nil
	}
	for _, at := range f.fields {
		refusal = refusal.For(at.Pointer, at.Sentence)
	}
	return refusal
}

// Line reads a text of one line with at most so many characters. Space around
// it goes, space within it becomes one blank each; every other character,
// however rare, is kept as it is. Control characters are refused, and so are
// the marks that turn the direction of writing: a name must not look like
// another. Emoji are joined by U+200D, which therefore stays.
func (f *Form) Line(pointer, s string, most int) string {
	s = strings.TrimSpace(s)
	for _, r := range s {
		if unicode.IsControl(r) || turnsDirection(r) {
			f.Refuse(pointer, words.Say("field.control", "含有换行、制表符等看不见的控制字符，请删除后重新填写。"))
			return ""
		}
	}
	return f.within(pointer, strings.Join(strings.Fields(s), " "), most)
}

// Name is Line for what must not be empty.
func (f *Form) Name(pointer, s string, most int) string {
	before := len(f.fields)
	s = f.Line(pointer, s, most)
	if s == "" && len(f.fields) == before {
		f.Refuse(pointer, words.Say("field.required", "请填写此项。"))
	}
	return s
}

// Text reads a text that may have several lines.
func (f *Form) Text(pointer, s string, most int) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n"))
	for _, r := range s {
		if r != '\n' && unicode.IsControl(r) || turnsDirection(r) {
			f.Refuse(pointer, words.Say("field.invisible", "含有看不见的控制字符，请删除后重新填写。"))
			return ""
		}
	}
	return f.within(pointer, s, most)
}

// Day reads a day; an empty text is no day.
func (f *Form) Day(pointer, s string) clock.Day {
	if s == "" {
		return ""
	}
	d, err := clock.ParseDay(s)
	if err != nil {
		f.Refuse(pointer, words.Say("field.day", "日期应如2026-11-24，且确有这一天。"))
		return ""
	}
	return d
}

func (f *Form) within(pointer, s string, most int) string {
	if n := utf8.RuneCountInString(s); n > most {
		f.Refuse(pointer, words.Say("field.long", "最多{most}个字，现为{n}个字，请缩短。", "most", most, "n", n))
		return ""
	}
	return s
}

// turnsDirection reports the bidirectional overrides and isolates.
func turnsDirection(r rune) bool {
	return r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}
