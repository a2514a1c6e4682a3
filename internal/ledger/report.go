package ledger

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// Code names what is wrong, for programs; it never changes its meaning.
type Code string

// What a verifier can find. The last two leave an export usable.
const (
	ZipMalformed        Code = "zip.malformed"
	FileChanged         Code = "file.changed" // a file that belongs to no record
	LinkChanged         Code = "link.changed"
	LinkMissing         Code = "link.missing"
	LinkOrder           Code = "link.order"
	LinkBackdated       Code = "link.backdated"
	LinkEpoch           Code = "link.epoch"
	BodyChanged         Code = "body.changed"
	BodyMissing         Code = "body.missing"
	PersonalChanged     Code = "personal.changed"
	PersonalMissing     Code = "personal.missing"
	PhotoChanged        Code = "photo.changed"
	PhotoMissing        Code = "photo.missing"
	HeadTruncated       Code = "head.truncated"
	CheckpointMissing   Code = "checkpoint.missing"
	CheckpointMalformed Code = "checkpoint.malformed"
	CheckpointSignature Code = "checkpoint.signature"
	CheckpointRoot      Code = "checkpoint.root"
	CheckpointRollback  Code = "checkpoint.rollback"
	CheckpointRestored  Code = "checkpoint.restored" // as rollback, but declared by an epoch
	SinceUncovered      Code = "since.uncovered"     // the receipt cannot be compared
	KeyMalformed        Code = "key.malformed"

	KeyUntrusted Code = "key.untrusted"
	LinkUnsigned Code = "link.unsigned"
)

// Problem is the first thing wrong.
type Problem struct {
	Code Code
	// Seq is the record at fault, 0 if none is; then Kind, Day and Subject
	// describe it as far as it could be read.
	Seq     uint64
	Kind    string
	Day     clock.Day
	Subject id.ID
	File    string // the file at fault, if that is all one can say
	Text    string // in Chinese
}

func (p *Problem) String() string {
	var b strings.Builder
	if p.Seq > 0 {
		fmt.Fprintf(&b, "第 %d 条", p.Seq)
	}
	if p.Kind != "" {
		fmt.Fprintf(&b, " %s（%s，对象 %s）", p.Kind, p.Day, p.Subject)
	}
	if p.File != "" {
		fmt.Fprintf(&b, "[%s]", p.File)
	}
	if b.Len() > 0 {
		b.WriteString("：")
	}
	b.WriteString(p.Text)
	return b.String()
}

func (c Code) in(file, format string, args ...any) *Problem {
	return &Problem{Code: c, File: file, Text: fmt.Sprintf(format, args...)}
}

func (c Code) seq(seq uint64, format string, args ...any) *Problem {
	return &Problem{Code: c, Seq: seq, Text: fmt.Sprintf(format, args...)}
}

func (c Code) at(l Link, format string, args ...any) *Problem {
	return c.in("", format, args...).about(l)
}

// about says which record the problem is of.
func (p *Problem) about(l Link) *Problem {
	p.Seq, p.Kind, p.Day, p.Subject = l.Seq, l.Kind, l.dated(), l.Subject
	return p
}

// Removal is a part that is lawfully absent.
type Removal struct {
	Tombstone
	By uint64    // the tombstone's link
	At time.Time // of the tombstone
}

// Seal is a checkpoint that vouches for an export.
type Seal struct {
	Number uint64
	At     time.Time
	Seq    uint64 // the last link it covers
}

// Report is what a verifier found.
type Report struct {
	Problem *Problem // nil if nothing is wrong

	Export      Export
	First, Last uint64 // links
	Facts       int    // with payload
	Outside     int    // facts outside the days asked for
	Withheld    int    // facts of the kinds that the export says it withholds
	Photos      int
	Removed     []Removal
	Seals       []Seal
	Unsigned    uint64 // links after the last seal
	Key         string // verifier key used
	Pinned      bool   // the key was given by who verifies
	Since       *Seal  // the receipt compared with, if one was given and holds
}

// OK reports whether nothing is wrong.
func (r Report) OK() bool { return r.Problem == nil }

// Warnings returns what keeps an intact export from being fully vouched for.
func (r Report) Warnings() []Code {
	var codes []Code
	if r.Key != "" && !r.Pinned {
		codes = append(codes, KeyUntrusted)
	}
	if r.Unsigned > 0 {
		codes = append(codes, LinkUnsigned)
	}
	return codes
}

// ExitCode is 0 for an intact export, 1 for one with a problem, and 2 for one
// that is intact but not fully vouched for.
func (r Report) ExitCode() int {
	switch {
	case !r.OK():
		return 1
	case len(r.Warnings()) > 0:
		return 2
	default:
		return 0
	}
}

// String is the report for people, the verdict in its first line.
func (r Report) String() string {
	var b strings.Builder
	row := func(name, format string, args ...any) {
		pad := strings.Repeat("　", max(0, 5-len([]rune(name))))
		b.WriteString(name + pad + plain(fmt.Sprintf(format, args...)) + "\n")
	}
	if r.OK() {
		b.WriteString("✓ 完好：未发现改动、缺失或调换\n")
	} else {
		fmt.Fprintf(&b, "✗ 有问题 [%s]\n  %s\n", r.Problem.Code, plain(r.Problem.String()))
	}
	if r.Export.Chain != id.Nil {
		row("证据链", "%s（%s）", r.Export.Chain, r.Export.Instance)
		row("日期", "%s 至 %s", r.Export.From, r.Export.To)
	}
	if r.OK() {
		row("记录", "第 %d 至第 %d 条；附正文 %d 条，日期之外 %d 条，照片 %d 张",
			r.First, r.Last, r.Facts, r.Outside, r.Photos)
	}
	if r.Withheld > 0 {
		row("未附正文", "%d 条，按导出说明只附链环；种类：%s", r.Withheld, strings.Join(r.Export.Withheld, "、"))
	}
	for _, m := range r.Removed {
		parts := make([]string, len(m.Parts))
		for i, p := range m.Parts {
			parts[i] = p.Chinese()
		}
		row("依法清除", "第 %d 条的%s；依据：%s（见第 %d 条，%s）",
			m.Seq, strings.Join(parts, "、"), m.Basis, m.By, shown(m.At))
	}
	for i, s := range r.Seals {
		switch { // one a day: the first and the last say enough
		case i == 0 || i == len(r.Seals)-1:
			row("回执", "检查点 %d，%s，至第 %d 条", s.Number, shown(s.At), s.Seq)
		case i == 1:
			row("", "其间另有 %d 份，逐一相符", len(r.Seals)-2)
		}
	}
	if r.Since != nil {
		row("旧回执", "检查点 %d，%s，至第 %d 条：相符", r.Since.Number, shown(r.Since.At), r.Since.Seq)
	}
	if r.Key != "" {
		row("公钥", "%s", r.Key)
	}
	for _, w := range r.Warnings() {
		switch w {
		case KeyUntrusted:
			b.WriteString("⚠ 未固定公钥（untrusted key）：以上公钥出自包内，请填写您另行取得的公钥（命令行用 --key）再核验一次\n")
		case LinkUnsigned:
			fmt.Fprintf(&b, "⚠ 末尾 %d 条尚无签名：请在下一次检查点之后重新导出\n", r.Unsigned)
		default: // the others are problems
		}
	}
	return b.String()
}

// plain keeps a forged export from writing lines or colours of its own.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}

// shown prints an instant as people in Shanghai read it, at full precision.
func shown(t time.Time) string {
	return t.In(clock.Shanghai).Format("2006-01-02 15:04:05.000000")
}
