package enterprise

import (
	"fmt"
	"strings"
	"unicode"

	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
)

// IdentifierKind says by what an enterprise is known.
type IdentifierKind string

// The kinds of identifiers.
const (
	USCC    IdentifierKind = "uscc"    // 统一社会信用代码, GB 32100—2015
	Regno15 IdentifierKind = "regno15" // 15位工商注册号 of older 个体工商户
	NoCode  IdentifierKind = "none"    // neither: reason, market and stall instead
)

// The refusals of an identifier.
var (
	ErrIdentifierMalformed = fault.New(fault.Invalid, "enterprise.identifier.malformed",
		"证照号码格式不对：统一社会信用代码为18位，注册号为15位数字，请对照营业执照重新填写。")
	ErrIdentifierCheckDigit = fault.New(fault.Conflict, "enterprise.identifier.check_digit",
		"统一社会信用代码的校验位不符，多半是抄错了一位，请对照营业执照核对；确认执照上就是这个号码的，请勾选“已核对”后再提交。")
	ErrIdentifierIncomplete = fault.New(fault.Invalid, "enterprise.identifier.incomplete",
		"没有证照号码的，请写明原因、所在市场和摊位。")
)

// alphabet holds the characters of a 统一社会信用代码 in the order of their values,
// without I, O, S, V and Z (GB 32100—2015).
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"

// Identifier is that by which an enterprise is known. Make it with
// NewIdentifier, which normalises and checks it.
type Identifier struct {
	Kind IdentifierKind
	// Value is the code; it is empty for NoCode.
	Value string
	// Reason, Market and Stall stand in for a code that does not exist.
	Reason string
	Market string
	Stall  string
	// Confirmed says that a person compared a code whose check digit is wrong
	// with the licence: some codes were issued so.
	Confirmed bool
}

// Normalize brings a code as typed into its canonical form: half-width, upper
// case, without spaces.
func Normalize(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' { // the full-width forms of ASCII
			r -= '！' - '!'
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, s)
}

// NewIdentifier normalises and checks an identifier. A wrong check digit is a
// conflict unless it is confirmed; the confirmation is kept only where it was
// needed.
func NewIdentifier(i Identifier) (Identifier, error) {
	switch i.Kind {
	case USCC:
		return newUSCC(Normalize(i.Value), i.Confirmed)
	case Regno15:
		return newRegno15(Normalize(i.Value))
	case NoCode:
		return newNoCode(i)
	default:
		return Identifier{}, ErrIdentifierMalformed.For("kind", words.Say("enterprise.identifier.kind", "请选择统一社会信用代码、15位注册号或无证照号码。"))
	}
}

func newUSCC(code string, confirmed bool) (Identifier, error) {
	if n := len([]rune(code)); n != 18 {
		return Identifier{}, ErrIdentifierMalformed.For("value", words.Say("enterprise.identifier.length", "统一社会信用代码应为18位，现为{n}位。", "n", n))
	}
	for n, r := range []rune(code) {
		switch place := n + 1; {
		case strings.ContainsRune("IOSVZ", r):
			return Identifier{}, ErrIdentifierMalformed.For("value", words.Say("enterprise.identifier.letter",
				"第{place}位是字母{letter}，统一社会信用代码不含I、O、S、V、Z，请看是否为数字1、0、5或2。", "place", place, "letter", string(r)))
		case !strings.ContainsRune(alphabet, r):
			return Identifier{}, ErrIdentifierMalformed.For("value", words.Say("enterprise.identifier.character",
				"第{place}位“{character}”不是数字或大写字母。", "place", place, "character", string(r)))
		case place >= 3 && place <= 8 && !unicode.IsDigit(r):
			return Identifier{}, ErrIdentifierMalformed.For("value", words.Say("enterprise.identifier.region",
				"第{place}位应为数字：第3至8位是登记机关的行政区划代码。", "place", place))
		}
	}
	right := CheckDigit(code[:17]) == code[17]
	if !right && !confirmed {
		return Identifier{}, ErrIdentifierCheckDigit.At("value", "")
	}
	return Identifier{Kind: USCC, Value: code, Confirmed: !right}, nil
}

// CheckDigit returns the 18th character for the first seventeen of a
// 统一社会信用代码: weights 3^(i-1) mod 31, and 31 less the sum mod 31, where a
// remainder of nought gives nought. It is 0 for what cannot be such a code.
func CheckDigit(first17 string) byte {
	if len(first17) != 17 {
		return 0
	}
	sum, weight := 0, 1
	for n := range len(first17) {
		value := strings.IndexByte(alphabet, first17[n])
		if value < 0 {
			return 0
		}
		sum += value * weight
		weight = weight * 3 % 31
	}
	return alphabet[(31-sum%31)%31]
}

func newRegno15(code string) (Identifier, error) {
	if len(code) != 15 || strings.Trim(code, "0123456789") != "" {
		return Identifier{}, ErrIdentifierMalformed.For("value", words.Say("enterprise.identifier.regno", "注册号应为15位数字。"))
	}
	return Identifier{Kind: Regno15, Value: code}, nil
}

func newNoCode(i Identifier) (Identifier, error) {
	n := Identifier{
		Kind:   NoCode,
		Reason: strings.TrimSpace(i.Reason),
		Market: strings.TrimSpace(i.Market),
		Stall:  strings.TrimSpace(i.Stall),
	}
	missing := ErrIdentifierIncomplete
	for _, f := range []struct {
		pointer, value string
		missing        words.Sentence
	}{
		{"reason", n.Reason, words.Say("enterprise.identifier.reason", "请写明没有证照号码的原因。")},
		{"market", n.Market, words.Say("enterprise.identifier.market", "请填写所在市场或路段。")},
		{"stall", n.Stall, words.Say("enterprise.identifier.stall", "请填写摊位号或门牌。")},
	} {
		if f.value == "" {
			missing = missing.For(f.pointer, f.missing)
		}
	}
	if len(missing.Fields) > 0 {
		return Identifier{}, missing
	}
	return n, nil
}

// Key is equal for identifiers of the same enterprise and no others.
func (i Identifier) Key() string {
	if i.Kind == NoCode {
		return fmt.Sprintf("%s:%q/%q", i.Kind, Normalize(i.Market), Normalize(i.Stall))
	}
	return string(i.Kind) + ":" + i.Value
}

// String is how the identifier is printed.
func (i Identifier) String() string {
	if i.Kind == NoCode {
		return "无证照号码（" + i.Market + i.Stall + "）"
	}
	return i.Value
}
