package ledger

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// Slack is how much earlier than a checkpoint a later link may be dated: its
// transaction may have begun before the checkpoint was taken.
const Slack = 5 * time.Minute

// Options are what a verifier brings along.
type Options struct {
	Key   string // pinned verifier key; without one the export's own is used
	Since []byte // an older receipt of the same chain
}

// Verify checks an export, without network and without trusting who made it.
// It stops at the first problem: that of the record with the lowest number.
func Verify(r io.ReaderAt, size int64, o Options) Report {
	v := verifier{options: o}
	v.report.Problem = v.run(r, size)
	return v.report
}

type verifier struct {
	options  Options
	pack     *pack
	export   Export
	keys     Keyring
	receipts []sealed // by number
	links    []Link
	removals map[uint64][]Removal
	doubtful bool // links are at fault
	report   Report
}

// sealed is a receipt that was opened.
type sealed struct {
	Receipt
	Checkpoint
}

func (s sealed) seal() Seal { return Seal{s.Number, s.At, s.Head.Seq} }

func (v *verifier) run(r io.ReaderAt, size int64) (problem *Problem) {
	if v.pack, problem = openPack(r, size); problem != nil {
		return problem
	}
	steps := []func() *Problem{
		v.readManifest, v.readKeys, v.readReceipts, v.walk, v.compareSince, v.pack.leftovers,
	}
	for _, step := range steps {
		if problem := step(); problem != nil {
			return problem
		}
	}
	return nil
}

func (v *verifier) readManifest() *Problem {
	text, problem := v.pack.bytes(fileManifest)
	if problem != nil {
		return problem
	}
	var m manifest
	errJSON := json.Unmarshal(text, &m)
	again, _ := json.MarshalIndent(m, "", "  ")
	if errJSON != nil || !bytes.Equal(append(again, '\n'), text) {
		return FileChanged.in(fileManifest, "不是本程序写出的样子")
	}
	if m.Format != exportFormat || m.Version != Version {
		return FileChanged.in(fileManifest, "格式 %s 第 %d 版无法识别，可能需要新版程序", m.Format, m.Version)
	}
	at, errAt := parseInstant(m.At)
	_, errFrom := clock.ParseDay(string(m.From))
	_, errTo := clock.ParseDay(string(m.To))
	_, errChain := id.Parse(string(m.Chain))
	if err := errors.Join(errAt, errFrom, errTo, errChain); err != nil {
		return FileChanged.in(fileManifest, "内容无法读取（%v）", err)
	}
	v.export = Export{m.Instance, m.Chain, m.From, m.To, at, m.Key, m.Withheld, m.Shown}
	v.report.Export = v.export
	return nil
}

func (v *verifier) readKeys() *Problem {
	var endorsements [][]byte
	for _, name := range v.pack.named("keys/", ".endorsement") {
		text, problem := v.pack.bytes(name)
		if problem != nil {
			return problem
		}
		endorsements = append(endorsements, text)
	}
	v.report.Key, v.report.Pinned = v.export.Key, false
	if v.options.Key != "" {
		v.report.Key, v.report.Pinned = v.options.Key, true
	}
	var err error
	if v.keys, err = NewKeyring(v.report.Key, endorsements...); err != nil {
		return KeyMalformed.in("", "公钥不完整，请核对（%v）", err)
	}
	return nil
}

func (v *verifier) readReceipts() *Problem {
	for _, name := range v.pack.named("receipts/", ".receipt") {
		text, problem := v.pack.bytes(name)
		if problem != nil {
			return problem
		}
		s, problem := v.openReceipt(name, text)
		if problem != nil {
			return problem
		}
		if name != fileReceipt(s.Number) {
			return CheckpointMalformed.in(name, "与回执内的编号 %d 不符", s.Number)
		}
		v.receipts = append(v.receipts, s)
	}
	if len(v.receipts) == 0 {
		return CheckpointMissing.in("", "包内没有带签名的回执，无从核验")
	}
	slices.SortFunc(v.receipts, byNumber)
	for _, s := range v.receipts {
		v.report.Seals = append(v.report.Seals, s.seal())
	}
	return inSuccession(v.receipts)
}

func byNumber(a, b sealed) int { return cmp.Compare(a.Number, b.Number) }

func (v *verifier) openReceipt(name string, text []byte) (sealed, *Problem) {
	r, err := ParseReceipt(text)
	if err != nil {
		return sealed{}, CheckpointMalformed.in(name, "回执残缺或被改动")
	}
	c, err := r.Open(v.keys)
	switch {
	case errors.Is(err, ErrSignature):
		return sealed{}, CheckpointSignature.in(name, "签名不是公钥 %s 所作，或回执被改动", v.report.Key)
	case errors.Is(err, ErrRoot):
		return sealed{}, CheckpointRoot.in(name, "链首不在检查点 %d 的根之下", c.Number)
	case err != nil:
		return sealed{}, CheckpointMalformed.in(name, "检查点无法读取")
	case r.Head.Chain != v.export.Chain:
		return sealed{}, CheckpointRoot.in(name, "属于另一条证据链 %s", r.Head.Chain)
	case c.Origin != Origin(v.export.Instance):
		return sealed{}, CheckpointRoot.in(name, "由另一实例 %s 签发", c.Origin)
	}
	return sealed{r, c}, nil
}

// inSuccession checks that receipts, ordered by number, tell one history.
func inSuccession(all []sealed) *Problem {
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		switch {
		case b.Number == a.Number && b.text() != a.text():
			return CheckpointRollback.in("", "有两个不同的检查点 %d：账目曾有两个版本", a.Number)
		case b.Number == a.Number+1 && b.Prev != NoteHash(a.Note):
			return CheckpointRollback.in("", "检查点 %d 没有承接检查点 %d", b.Number, a.Number)
		case b.Head.Seq < a.Head.Seq || b.Head.Epoch < a.Head.Epoch || b.At.Before(a.At):
			return CheckpointRollback.in("", "检查点 %d 比检查点 %d 还旧：账目曾被回退", b.Number, a.Number)
		}
	}
	return nil
}

// compareSince compares the export with a receipt that somebody kept.
func (v *verifier) compareSince() *Problem {
	if v.options.Since == nil {
		return nil
	}
	const name = "--since"
	s, problem := v.openReceipt(name, bytes.ReplaceAll(v.options.Since, []byte("\r\n"), []byte("\n")))
	if problem != nil {
		return problem
	}
	base := v.base()
	seen := base
	if i := s.Head.Seq - base.Seq - 1; s.Head.Seq > base.Seq && i < uint64(len(v.links)) {
		seen = v.links[i].Head()
	}
	last := base
	if len(v.links) > 0 {
		last = v.links[len(v.links)-1].Head()
	}
	switch {
	case s.Head.Seq < base.Seq:
		return SinceUncovered.in(name, "早于导出的起点（第 %d 条），请导出更早的日期", base.Seq+1)
	case seen.Seq == s.Head.Seq && seen.Hash == s.Head.Hash:
		v.report.Since = new(s.seal())
		// A declared restore begins the checkpoints' numbers anew from the backup's.
		all := slices.DeleteFunc(slices.Clone(v.receipts), func(r sealed) bool { return r.Head.Epoch != s.Head.Epoch })
		all = append(all, s)
		slices.SortStableFunc(all, byNumber)
		return inSuccession(all)
	case last.Epoch > s.Head.Epoch:
		return CheckpointRestored.in(name, "系统曾自备份恢复（现为第 %d 纪元）：回执所载至第 %d 条的记录，恢复后已有丢失",
			last.Epoch, s.Head.Seq)
	case last.Seq < s.Head.Seq:
		return CheckpointRollback.in(name, "回执载有 %d 条，导出只到第 %d 条：导出早于回执，或账目被回退；请重新导出后再核验",
			s.Head.Seq, last.Seq)
	default:
		return CheckpointRollback.in(name, "第 %d 条与回执不同：账目被改写", s.Head.Seq)
	}
}
