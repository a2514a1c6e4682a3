package enterprise

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/fault"
)

func TestNewIdentifier(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name     string
		in, want Identifier
	}{
		{
			"a code whose check digit is right",
			Identifier{Kind: USCC, Value: "91350100M000100Y43"},
			Identifier{Kind: USCC, Value: "91350100M000100Y43"},
		},
		{
			"a code that ends in a letter, as it is typed",
			Identifier{Kind: USCC, Value: " 91110000 101623741k\u200b "},
			Identifier{Kind: USCC, Value: "91110000101623741K"},
		},
		{
			"a code in full width",
			Identifier{Kind: USCC, Value: "９１３５０１００ｍ０００１００Ｙ４３\u3000"},
			Identifier{Kind: USCC, Value: "91350100M000100Y43"},
		},
		{
			"a needless confirmation is not kept",
			Identifier{Kind: USCC, Value: "91350100M000100Y43", Confirmed: true},
			Identifier{Kind: USCC, Value: "91350100M000100Y43"},
		},
		{
			"a code that was issued with a wrong check digit, confirmed",
			Identifier{Kind: USCC, Value: "91350211M0000XUF46", Confirmed: true},
			Identifier{Kind: USCC, Value: "91350211M0000XUF46", Confirmed: true},
		},
		{
			"an older registration",
			Identifier{Kind: Regno15, Value: "３１０１１３６００１２３４５６"},
			Identifier{Kind: Regno15, Value: "310113600123456"},
		},
		{
			"a stall without a licence",
			Identifier{Kind: NoCode, Reason: " 登记办理中 ", Market: "城东市场", Stall: "A12", Value: "x"},
			Identifier{Kind: NoCode, Reason: "登记办理中", Market: "城东市场", Stall: "A12"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, err := NewIdentifier(tt.in)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			again, err := NewIdentifier(got)
			if err != nil || again != got {
				t.Errorf("a checked identifier does not pass again: %v, %v", again, err)
			}
		})
	}
}

func TestNewIdentifierRefuses(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name  string
		in    Identifier
		want  *fault.Error
		words string
	}{
		{"nothing", Identifier{Kind: USCC}, ErrIdentifierMalformed, "现为0位"},
		{"seventeen characters", Identifier{Kind: USCC, Value: "91350100M000100Y4"}, ErrIdentifierMalformed, "现为17位"},
		{"the letter O for nought", Identifier{Kind: USCC, Value: "9135O100M000100Y43"}, ErrIdentifierMalformed, "第5位是字母O"},
		{"the letter I, confirmed or not", Identifier{Kind: USCC, Value: "9135010IM000100Y43", Confirmed: true}, ErrIdentifierMalformed, "字母I"},
		{"the letter S", Identifier{Kind: USCC, Value: "91350100S000100Y43"}, ErrIdentifierMalformed, "字母S"},
		{"the letter V", Identifier{Kind: USCC, Value: "91350100V000100Y43"}, ErrIdentifierMalformed, "字母V"},
		{"the letter Z", Identifier{Kind: USCC, Value: "91350100M000100Z43"}, ErrIdentifierMalformed, "字母Z"},
		{"a Chinese character", Identifier{Kind: USCC, Value: "91350100M00010零Y43"}, ErrIdentifierMalformed, "“零”"},
		{"a letter in the district", Identifier{Kind: USCC, Value: "9135A100M000100Y43"}, ErrIdentifierMalformed, "行政区划"},
		{"a wrong check digit", Identifier{Kind: USCC, Value: "91350211M0000XUF46"}, ErrIdentifierCheckDigit, "已核对"},
		{"two characters swapped", Identifier{Kind: USCC, Value: "91350100M001000Y43"}, ErrIdentifierCheckDigit, "已核对"},
		{"fourteen digits", Identifier{Kind: Regno15, Value: "31011360012345"}, ErrIdentifierMalformed, "15位数字"},
		{"a letter among the digits", Identifier{Kind: Regno15, Value: "31011360012345A"}, ErrIdentifierMalformed, "15位数字"},
		{"a stall without its number", Identifier{Kind: NoCode, Reason: "登记办理中", Market: "城东市场", Stall: " "}, ErrIdentifierIncomplete, "摊位号"},
		{"no reason", Identifier{Kind: NoCode, Market: "城东市场", Stall: "A12"}, ErrIdentifierIncomplete, "原因"},
		{"no kind", Identifier{Value: "91350100M000100Y43"}, ErrIdentifierMalformed, "请选择"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := NewIdentifier(tt.in)
			f, ok := fault.Of(err)
			if !ok || !errors.Is(f, tt.want) {
				t.Fatalf("got %v, want %s", err, tt.want.Code)
			}
			if len(f.Fields) != 1 || !strings.Contains(f.Fields[0].Text, tt.words) {
				t.Errorf("fields %v, want one with %q", f.Fields, tt.words)
			}
		})
	}
	if ErrIdentifierCheckDigit.Kind != fault.Conflict {
		t.Errorf("a wrong check digit is %s, want a conflict that can be confirmed", ErrIdentifierCheckDigit.Kind)
	}
}

func TestCheckDigitFindsEverySingleSlip(t *testing.T) {
	t.Parallel()
	for _, code := range []string{"91350100M000100Y43", "91110000101623741K"} {
		for n := range 17 {
			for _, r := range alphabet {
				slip := code[:n] + string(r) + code[n+1:17]
				if got := CheckDigit(slip); (got == code[17]) != (slip == code[:17]) {
					t.Errorf("CheckDigit(%s) = %c", slip, got)
				}
			}
		}
	}
	if got := CheckDigit("91350100M000100Y"); got != 0 {
		t.Errorf("CheckDigit of sixteen characters = %c, want none", got)
	}
	if got := CheckDigit("9135010OM000100Y4"); got != 0 {
		t.Errorf("CheckDigit with an O = %c, want none", got)
	}
	if got := CheckDigit(strings.Repeat("0", 17)); got != '0' {
		t.Errorf("CheckDigit of a sum of nought = %c, want 0", got)
	}
}

func TestIdentifierKey(t *testing.T) {
	t.Parallel()
	a := Identifier{Kind: NoCode, Reason: "甲", Market: "城东市场", Stall: "a12"}
	b := Identifier{Kind: NoCode, Reason: "乙", Market: "城东市场 ", Stall: "Ａ12"}
	if a.Key() != b.Key() {
		t.Errorf("one stall has two keys: %s, %s", a.Key(), b.Key())
	}
	c := Identifier{Kind: NoCode, Market: "城东", Stall: "市场a12"}
	if a.Key() == c.Key() {
		t.Error("two stalls have one key")
	}
	if got, want := (Identifier{Kind: USCC, Value: "91350100M000100Y43"}).Key(), "uscc:91350100M000100Y43"; got != want {
		t.Errorf("Key = %s, want %s", got, want)
	}
}

func FuzzNormalize(f *testing.F) {
	f.Add("９１３５０１００ｍ")
	f.Add(" a\u200bb ")
	f.Fuzz(func(t *testing.T, in string) {
		once := Normalize(in)
		if twice := Normalize(once); twice != once {
			t.Errorf("Normalize(%q) = %q, and again %q", in, once, twice)
		}
	})
}
