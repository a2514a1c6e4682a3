package office

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func newTestSetter(t *testing.T) *setter {
	t.Helper()
	f, err := faces.take(time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	return newSetter(f)
}

func TestClean(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in, want string
		warnings       int
	}{
		{"plain text stays", "检查 OK，√×☐☑☒○●★①⑳㉑℃㎡—…“”《》‰㎜Ⅻ", "检查 OK，√×☐☑☒○●★①⑳㉑℃㎡—…“”《》‰㎜Ⅻ", 0},
		{"rare names the font has stay", "王㛃张䶮李镕朱喆𬭬", "王㛃张䶮李镕朱喆𬭬", 0},
		{"a missing character is named", "𠮷田", "〓(U+20BB7)田", 1},
		{"one warning for one character", "𠮷𠮷", "〓(U+20BB7)〓(U+20BB7)", 1},
		{"so is an emoji, without its joiners and selectors", "👍🏽❤️", "〓(U+1F44D)〓(U+1F3FD)〓(U+2764)", 3},
		{"right to left text is named letter by letter", "אב", "〓(U+05D0)〓(U+05D1)", 2},
		{"direction marks vanish", "a\u202eb\u200fc\ufeff", "abc", 0},
		{"control characters vanish with a warning", "a\x00b\x1bc", "abc", 2},
		{"line breaks of all kinds", "a\r\nb\rc\u2028d\ve", "a\nb\nc\nd\ne", 0},
		{"spaces of all kinds", "a\tb\u00a0c\u205fd", "a  b\u00a0c d", 0},
		{"broken encoding", "a\xffb", "a〓b", 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := newTestSetter(t)
			if got := s.clean(tt.in); got != tt.want {
				t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
			if len(s.warnings) != tt.warnings {
				t.Errorf("warnings %q, want %d", s.warnings, tt.warnings)
			}
		})
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		width    float64 // in characters of 10 points
		want     []string
	}{
		{"nothing is one line", "", 5, []string{""}},
		{"breaks between characters", "检查内容齐全", 4, []string{"检查内容", "齐全"}},
		{"a closing sign takes its character along", "检查内容，齐全", 4, []string{"检查内", "容，齐全"}},
		{"an opening sign begins the next line", "检查内（容）", 4, []string{"检查内", "（容）"}},
		{"words and numbers stay whole", "编号 QC-2026-01 可查", 6.5, []string{"编号", "QC-2026-01", "可查"}},
		{"a word wider than the line is broken", "QQQQQQQQ", 3, []string{"QQQQ", "QQQQ"}},
		{"line breaks are kept", "一\n\n二", 5, []string{"一", "", "二"}},
		{"nothing but closing signs", "。。。。。", 2, []string{"。。", "。。", "。"}},
		{"narrower than a character", "一二", 0.5, []string{"一", "二"}},
		{"no room at all", "一二", -1, []string{"一", "二"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := newTestSetter(t).wrap(tt.in, 10, tt.width*10, 0)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("wrap(%q) (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

func TestShelf(t *testing.T) {
	t.Parallel()
	t.Run("papers in a row share the face", func(t *testing.T) {
		t.Parallel()
		var s shelf
		a, err := s.take(time.Hour)
		if err != nil {
			t.Fatal(err)
		}
		if b, _ := s.take(time.Hour); a != b {
			t.Error("the second paper unpacked the font again")
		}
		s.clear()
		if s.face != nil {
			t.Error("the face stayed on the cleared shelf")
		}
		if c, err := s.take(time.Hour); err != nil || c == nil {
			t.Errorf("take after clear: %v", err)
		}
	})
}

// FuzzClean holds that whatever is typed, what is printed is in the font and
// no line is lost or too wide.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "検査𠮷", "e\u0301\u0301", "\x00\x1b[31m", "مرحبا", "👨‍👩‍👧‍👦", strings.Repeat("。", 50), "a\xff\xfe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s := newTestSetter(t)
		out := s.clean(in)
		if !utf8.ValidString(out) {
			t.Fatalf("clean(%q) = %q is not UTF-8", in, out)
		}
		for _, r := range out {
			if r != '\n' && s.advance(r) < 0 {
				t.Fatalf("clean(%q) leaves %U, which the font lacks", in, r)
			}
		}
		squeeze := strings.NewReplacer(" ", "", "\n", "").Replace
		lines := s.wrap(out, 10, 80, 20)
		if got, want := squeeze(strings.Join(lines, "")), squeeze(out); got != want {
			t.Fatalf("wrap lost text: %q, want %q", got, want)
		}
		for _, l := range lines {
			if w := s.width(l, 10); w > 80.1 {
				t.Fatalf("line %q is %.1f wide", l, w)
			}
		}
	})
}
