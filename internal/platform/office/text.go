package office

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// missing stands for a character that the font lacks; its code point follows.
const missing = '〓'

// setter measures and breaks text in the one font of the papers and remembers
// what could not be printed.
type setter struct {
	face     *face
	buf      sfnt.Buffer
	upem     float64
	advances map[rune]float64 // em; below 0: the font lacks it
	warned   map[string]bool
	warnings []string
}

func newSetter(f *face) *setter {
	return &setter{
		face:     f,
		upem:     float64(f.metrics.UnitsPerEm()),
		advances: map[rune]float64{},
		warned:   map[string]bool{},
	}
}

// warn notes a warning once.
func (s *setter) warn(text string) {
	if s.warned[text] {
		return
	}
	s.warned[text] = true
	s.warnings = append(s.warnings, text)
}

// advance returns the width of a character in em, or -1 if the font lacks it.
func (s *setter) advance(r rune) float64 {
	if a, ok := s.advances[r]; ok {
		return a
	}
	a := -1.0
	if g, err := s.face.metrics.GlyphIndex(&s.buf, r); err == nil && g != 0 {
		w, err := s.face.metrics.GlyphAdvance(&s.buf, g, fixed.Int26_6(s.face.metrics.UnitsPerEm()), font.HintingNone)
		if err == nil {
			a = float64(w) / s.upem
		}
	}
	s.advances[r] = a
	return a
}

// width returns the width of printable text at a size, both in points.
func (s *setter) width(text string, size float64) float64 {
	w := 0.0
	for _, r := range text {
		w += s.advance(r)
	}
	return w * size
}

// clean returns what of the text can be printed: line breaks of all kinds
// become \n, spaces of all kinds U+0020 unless the font knows them, marks
// without ink are dropped, and a missing character becomes 〓(U+20BB7).
func (s *setter) clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	text = strings.ReplaceAll(text, "\r\n", "\n")
	for i, r := range text {
		switch {
		case r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
			b.WriteByte('\n')
		case r == '\t':
			b.WriteString("  ")
		case unicode.IsControl(r):
			s.warn(fmt.Sprintf("已略去控制字符（U+%04X）", r))
		case inkless(r):
		case r == utf8.RuneError:
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				s.warn("文字编码有误，无法辨认的部分以〓代替")
				b.WriteRune(missing)
				continue
			}
			s.miss(&b, r)
		case s.advance(r) >= 0:
			b.WriteRune(r)
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			s.miss(&b, r)
		}
	}
	return b.String()
}

func (s *setter) miss(b *strings.Builder, r rune) {
	s.warn(fmt.Sprintf("字库中没有“%c”（U+%04X），打印时以〓及其编码代替", r, r))
	fmt.Fprintf(b, "%c(U+%04X)", missing, r)
}

// inkless tells the characters that steer display and leave no ink: joiners,
// variation selectors, direction marks, the byte order mark, the soft hyphen.
func inkless(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// Characters that may not begin a line, and those that may not end one
// (行首、行尾禁则).
const (
	noStart = "。，、；：？！）》〉」』】〕〗”’…—～·％‰℃°,.;:?!)]}%>"
	noEnd   = "（《〈「『【〔〖“‘([{<￥$№"
)

// breakable tells whether a line may end between two characters.
func breakable(left, right rune) bool {
	switch {
	case right == ' ':
		return false // a space hangs at the end of its line
	case left == ' ':
		return true
	case strings.ContainsRune(noStart, right) || strings.ContainsRune(noEnd, left):
		return false
	}
	return !(inWord(left) && inWord(right))
}

// inWord tells the characters of words that stay whole: letters and digits
// outside the CJK blocks, and the signs inside numbers, addresses and codes.
func inWord(r rune) bool {
	if r < 0x80 {
		return r > ' '
	}
	return r < 0x2E80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// wrap breaks clean text into lines no wider than width, in points. A word
// that fits no line is broken where the line ends. indent is left free on the
// first line. There is always at least one line.
func (s *setter) wrap(text string, size, width, indent float64) []string {
	var lines []string
	for _, par := range strings.Split(text, "\n") {
		lines = s.wrapParagraph(lines, []rune(par), size, width, indent)
		indent = 0
	}
	return lines
}

func (s *setter) wrapParagraph(lines []string, rs []rune, size, width, indent float64) []string {
	start, last := 0, -1 // last: where the line may break, -1 for nowhere
	used := indent
	for i := 0; i < len(rs); {
		w := s.advance(rs[i]) * size
		if i > start && breakable(rs[i-1], rs[i]) {
			last = i
		}
		if used+w <= width+0.01 || i == start || rs[i] == ' ' {
			used += w
			i++
			continue
		}
		cut := i
		if last > start {
			cut = last
		}
		lines = append(lines, strings.TrimRight(string(rs[start:cut]), " "))
		for cut < len(rs) && rs[cut] == ' ' {
			cut++
		}
		start, last, used, i = cut, -1, 0, cut
	}
	if start < len(rs) || len(rs) == 0 {
		lines = append(lines, strings.TrimRight(string(rs[start:]), " "))
	}
	return lines
}
