package bylaw

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
	"zhize/internal/reference"
)

// Title is what the paper of an approval is called when it is verified.
const Title = "质量安全制度文件"

// The sheets of a version.
const (
	sheetConfirmations = "confirmations"
	sheetFile          = "file"
)

// Paper returns a sheet of a version.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.BylawPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.PaperOf(tx, in.Bylaw, in.Version, in.Sheet, in.Format)
		return err
	})
	return out, err
}

// PaperOf returns a sheet of a version inside a transaction: the document, its
// 签收表, or the file that was uploaded.
func (s *Service) PaperOf(tx *db.Tx, kind string, version int, sheet, format string) (*api.Blob, error) {
	v, err := s.find(tx, kind, version)
	if err != nil {
		return nil, err
	}
	if sheet == sheetFile {
		if v.row.FileSHA256 == "" {
			return nil, ErrNoVersion
		}
		return s.Files.ReadFor(tx, v.row.FileSHA256)
	}
	l := s.documentLeaf(tx, v)
	if sheet == sheetConfirmations {
		l = s.confirmationsLeaf(tx, v)
	}
	l.Key.Format = format
	return s.papers.Print(tx, l.Key, l.Name, l.Lay)
}

func (v found) name() string { return fmt.Sprintf("%s 第%d版", v.kind.Title, v.row.Version) }

// documentLeaf is the document; an approved text never changes, its standing does.
func (s *Service) documentLeaf(tx *db.Tx, v found) paper.Leaf {
	return paper.Leaf{
		Item: v.kind.Item, Name: v.name(), Key: paper.Key{Noun: "bylaw", Subject: v.row.ID, Edition: "document-" + v.state},
		Lay: func() (office.Form, error) { return s.document(tx, v) },
	}
}

// confirmationsLeaf is the 签收表; it changes with whoever is asked, signs or leaves.
func (s *Service) confirmationsLeaf(tx *db.Tx, v found) paper.Leaf {
	return paper.Leaf{
		Item: v.kind.Item, Name: v.name() + " 签收表",
		Key: paper.Key{Noun: "bylaw", Subject: v.row.ID, Edition: fmt.Sprintf("confirmations-%d-%d-%d", v.asked(), v.confirmed(), v.left())},
		Lay: func() (office.Form, error) { return s.confirmations(tx, v) },
	}
}

// found is a version with all that is printed of it.
type found struct {
	kind   reference.Bylaw
	row    versionRow
	state  string
	review clock.Day
	have   shelf
}

func (s *Service) find(tx *db.Tx, kind string, version int) (found, error) {
	k, known := reference.BylawOf(kind)
	if !known {
		return found{}, ErrNotFound
	}
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return found{}, err
	}
	bylaw := have.heads[k.Kind].ID
	n := slices.IndexFunc(have.versions[bylaw], func(v versionRow) bool { return v.Version == version })
	if n < 0 {
		return found{}, ErrNoVersion
	}
	return have.found(k, n, tx.Today()), nil
}

// found is the nth version of a kind.
func (have shelf) found(k reference.Bylaw, n int, today clock.Day) found {
	bylaw := have.heads[k.Kind].ID
	versions := have.versions[bylaw]
	return found{k, versions[n], standing(versions, have.repeals(bylaw), n, today), reviewDay(versions[n], have.acts[bylaw]), have}
}

func (v found) requests() []requestRow {
	return slices.DeleteFunc(slices.Clone(v.have.requests[v.row.BylawID]), func(r requestRow) bool { return r.Version != v.row.Version })
}

func (v found) asked() int { return len(v.requests()) }

func (v found) confirmed() int {
	n := 0
	for _, r := range v.requests() {
		if _, done := v.have.confirmations[r.ID]; done {
			n++
		}
	}
	return n
}

func (v found) left() int {
	n := 0
	for _, r := range v.requests() {
		if r.LeftAt != nil {
			n++
		}
	}
	return n
}

var stateWords = map[string]string{inForce: "现行有效", coming: "尚未生效", superseded: "已被新版取代", repealed: "已废止"}

// document lays the text out as an official document: title, version and days,
// chapters and articles, the approver's signature.
func (s *Service) document(tx *db.Tx, v found) (office.Form, error) {
	e, err := s.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := office.Form{
		Title: v.kind.Title, Subtitle: e.Name, Number: fmt.Sprintf("第 %d 版", v.row.Version), At: v.row.ApprovedAt,
		Head: []office.Pair{
			{Label: "生效日期", Value: paper.Day(v.row.EffectiveDay)},
			{Label: "状态", Value: stateWords[v.state]},
			{Label: "适用岗位", Value: postWords(split(v.row.Posts))},
			{Label: "下次复审", Value: paper.Day(v.row.ReviewDay)},
		},
	}
	for _, p := range Parts(v.row.Text) {
		switch p.Kind {
		case chapter:
			f.Sections = append(f.Sections, office.Paragraph{}, office.Heading{Text: p.Number + "　" + p.Text})
		case article:
			f.Sections = append(f.Sections, office.Paragraph{Text: p.Number + "　" + p.Text, Indent: true})
		default:
			f.Sections = append(f.Sections, office.Paragraph{Text: p.Number + p.Text, Indent: true})
		}
	}
	if v.row.FileSHA256 != "" {
		f.Sections = append(f.Sections, office.Paragraph{},
			office.Paragraph{Text: "正文为上传的文件：" + v.row.FileName, Indent: true},
			office.Paragraph{Text: "文件摘要 SHA-256：" + v.row.FileSHA256, Indent: true})
	}
	if v.row.Note != "" {
		f.Sections = append(f.Sections, office.Paragraph{}, office.Paragraph{Text: "修订说明：" + v.row.Note})
	}
	d, err := declared(v.row.Declaration)
	if err != nil {
		return office.Form{}, err
	}
	f.Signatures = []office.Signature{paper.Signed("主要负责人批准", v.row.ApprovedName, v.row.ApprovedAt, d)}
	return f, s.papers.Stamp(tx, &f, uint64(v.row.FactSeq))
}

// confirmations lays out the 签收表: who has signed and who has not.
func (s *Service) confirmations(tx *db.Tx, v found) (office.Form, error) {
	e, err := s.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := office.Form{
		Title: "《" + v.kind.Title + "》签收表", Number: fmt.Sprintf("第 %d 版", v.row.Version), At: v.row.ApprovedAt,
		Head: append(paper.Head(e),
			office.Pair{Label: "生效日期", Value: paper.Day(v.row.EffectiveDay)},
			office.Pair{Label: "签收", Value: fmt.Sprintf("应签 %d 人，已签 %d 人", v.asked(), v.confirmed())},
			office.Pair{Label: "文件摘要", Value: v.row.Hash, Wide: true},
		),
	}
	t := office.Table{Columns: []office.Column{
		{Title: "序号", Weight: 0.8, Align: office.Center},
		{Title: "姓名", Weight: 2, Align: office.Center},
		{Title: "通知时间", Weight: 2.4, Align: office.Center},
		{Title: "签收时间", Weight: 2.4, Align: office.Center},
		{Title: "说明", Weight: 2},
	}}
	for n, r := range v.requests() {
		signedAt, said := "尚未签收", ""
		if c, done := v.have.confirmations[r.ID]; done {
			signedAt = paper.Minute(c.At)
			if c.ByApproval {
				said = "本人批准"
			}
			d, err := declared(c.Declaration)
			if err != nil {
				return office.Form{}, err
			}
			f.Signatures = append(f.Signatures, paper.Signed("本人已阅读并遵守", r.PersonName, c.At, d))
		} else if r.LeftAt != nil {
			signedAt, said = "—", "已离岗，不再签收"
		}
		t.Rows = append(t.Rows, []office.Cell{{Text: fmt.Sprint(n + 1)}, {Text: r.PersonName}, {Text: paper.Minute(r.AskedAt)}, {Text: signedAt}, {Text: said}})
	}
	f.Sections = []office.Section{t}
	return f, s.papers.Stamp(tx, &f, uint64(v.row.FactSeq))
}

// Leaves are the papers for a pack: the versions in force on any of the days,
// and their 签收表, by the item of 附件3 that they answer.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	have, err := readShelf(tx, id.Nil)
	if err != nil {
		return err
	}
	for _, k := range reference.Bylaws() {
		versions := have.versions[have.heads[k.Kind].ID]
		for n, row := range slices.Backward(versions) {
			if row.EffectiveDay.After(to) || n > 0 && !versions[n-1].EffectiveDay.After(from) {
				continue
			}
			v := have.found(k, n, tx.Today())
			if err := each(s.documentLeaf(tx, v)); err != nil {
				return err
			}
			if v.asked() == 0 {
				continue
			}
			if err := each(s.confirmationsLeaf(tx, v)); err != nil {
				return err
			}
		}
	}
	return nil
}

func declared(stored string) (api.Declaration, error) {
	var d api.Declaration
	if err := json.Unmarshal([]byte(stored), &d); err != nil {
		return d, fmt.Errorf("read declaration: %w", err)
	}
	return d, nil
}

func postWords(posts []string) string {
	words := make([]string, len(posts))
	for n, p := range posts {
		words[n] = paper.Post(p)
	}
	return strings.Join(words, "、")
}
