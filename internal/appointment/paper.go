package appointment

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// The names of the papers.
const (
	TitleLetter = "任命书"
	TitleEnding = "任免调整文件"
)

// Titles name the papers by the kinds of their facts.
func Titles() map[string]string {
	return map[string]string{
		KindMade: TitleLetter, KindAccepted: TitleLetter, KindRefused: TitleLetter, KindWithdrawn: TitleLetter,
		KindResigned: TitleLetter, KindStayed: TitleLetter,
		KindEnded: TitleEnding, KindMatrix: TitleMatrix,
	}
}

// Letter prints the letter of an appointment, with the answer once it was given.
func (s *Service) Letter(ctx context.Context, g access.Grant, in *api.AppointmentPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		b, err := readBook(tx)
		if err != nil {
			return err
		}
		w, err := b.one(tx, canonical(in.Appointment))
		if err != nil {
			return err
		}
		l, ok := b.letters[id.ID(w.ID)]
		if !ok {
			return ErrNoPaper
		}
		leaf := s.letterLeaf(tx, b, l)
		leaf.Key.Format = in.Format
		out, err = s.on.Papers.Print(tx, leaf.Key, leaf.Name, leaf.Lay)
		return err
	})
	return out, err
}

// EndingPaper prints how an appointment ended.
func (s *Service) EndingPaper(ctx context.Context, g access.Grant, in *api.AppointmentPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		b, err := readBook(tx)
		if err != nil {
			return err
		}
		a, ok := b.roster.Find(canonical(in.Appointment))
		if !ok {
			return ErrNotFound
		}
		e, ok := b.endings[a.ID]
		if !ok {
			return ErrNoPaper
		}
		leaf := s.endingLeaf(tx, b, a, e)
		leaf.Key.Format = in.Format
		out, err = s.on.Papers.Print(tx, leaf.Key, leaf.Name, leaf.Lay)
		return err
	})
	return out, err
}

// letterLeaf is a letter; it changes with its answer, and with every resignation
// that is given or taken back.
func (s *Service) letterLeaf(tx *db.Tx, b book, l Letter) paper.Leaf {
	edition := string(l.Answer)
	switch {
	case l.lapsed(tx.Now()):
		edition = "lapsed"
	case l.Answer == Pending:
		edition = "pending"
	}
	if n := len(b.given[l.ID]); n > 0 {
		_, stands := b.resignations[l.ID]
		edition += fmt.Sprintf("-%d%s", n, map[bool]string{true: "given", false: "withdrawn"}[stands])
	}
	return paper.Leaf{
		Item: "1.2", Name: TitleLetter + " " + l.number() + " " + l.PersonName, Key: paper.Key{Noun: "letter", Subject: l.ID, Edition: edition},
		Lay: func() (office.Form, error) { return s.layLetter(tx, b, l) },
	}
}

// endingLeaf is how an appointment ended, once.
func (s *Service) endingLeaf(tx *db.Tx, b book, a Appointment, e Ending) paper.Leaf {
	return paper.Leaf{
		Item: "1.2", Name: TitleEnding + " " + e.number() + " " + a.PersonName, Key: paper.Key{Noun: "ending", Subject: a.ID, Edition: "1"},
		Lay: func() (office.Form, error) { return s.layEnding(tx, b, a, e) },
	}
}

// Leaves gives the papers of item 1.2: the letters of those in office within
// the range, and how appointments ended in it.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	b, err := readBook(tx)
	if err != nil {
		return err
	}
	for _, a := range b.roster {
		if l, ok := b.letters[a.ID]; ok && !clock.DayOf(a.From).After(to) && (a.InOffice(from.Start()) || !clock.DayOf(a.end()).Before(from)) {
			if err := each(s.letterLeaf(tx, b, l)); err != nil {
				return err
			}
		}
	}
	for _, a := range b.roster {
		if e, ok := b.endings[a.ID]; ok && !clock.DayOf(e.At).Before(from) && !clock.DayOf(e.At).After(to) {
			if err := each(s.endingLeaf(tx, b, a, e)); err != nil {
				return err
			}
		}
	}
	return nil
}

var employments = map[string]string{FullTime: "全职", PartTime: "兼职"}

func (s *Service) layLetter(tx *db.Tx, b book, l Letter) (office.Form, error) {
	e, err := s.on.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	post := paper.Post(string(l.Post))
	f := office.Form{Title: TitleLetter, Number: "文号：" + l.number(), At: l.From, Head: append(paper.Head(e),
		office.Pair{Label: "被任命人", Value: l.PersonName}, office.Pair{Label: "职务", Value: post},
		office.Pair{Label: "全职 / 兼职", Value: employments[l.Employment]}, office.Pair{Label: "任期", Value: term(l)},
		office.Pair{Label: "负责场所", Value: named(l.Sites, siteNames(e), "全部场所"), Wide: true},
		office.Pair{Label: "负责产品", Value: named(l.Products, productNames(e), "全部产品"), Wide: true},
		office.Pair{Label: "授权", Value: granted(l), Wide: true},
	)}
	opening := fmt.Sprintf("兹任命%s为本单位%s。", l.PersonName, post)
	if holder, ok := b.roster.Find(l.DeputyOf); ok {
		f.Subtitle = "（代理）"
		opening = fmt.Sprintf("%s（%s）请假期间，由%s代理其职务，至%s止。", holder.PersonName, post, l.PersonName, paper.Day(l.UntilDay))
	}
	if old, ok := b.roster.Find(l.Replaces); ok {
		if old.Account == l.Account {
			opening += "本任命为续聘。"
		} else {
			opening += fmt.Sprintf("自接受之日起接替%s。", old.PersonName)
		}
	}
	f.Sections = append(f.Sections, office.Paragraph{Text: opening, Indent: true},
		office.Heading{Text: "岗位职责"}, office.Paragraph{Text: l.Duties}, office.Heading{Text: "被任命人承诺"})
	person := office.Signature{Label: "被任命人"}
	kind := KindMade
	switch l.Answer {
	case Accepted:
		text := "自行任职或者代理，自本任命书签发时起任职。"
		if l.Declaration != "" {
			var err error
			if text, person, err = signature("被任命人", l.PersonName, l.AnsweredAt, l.Declaration); err != nil {
				return office.Form{}, err
			}
			kind = KindAccepted
		} else {
			person.Name, person.At = l.PersonName, paper.Minute(l.AnsweredAt)
		}
		f.Sections = append(f.Sections, office.Paragraph{Text: text, Indent: true})
	case Refused, Withdrawn:
		word := map[Answer]string{Refused: "未接受任命", Withdrawn: "任命书已撤回"}[l.Answer]
		f.Sections = append(f.Sections, office.Paragraph{Text: fmt.Sprintf("%s（%s）：%s", word, paper.Minute(l.AnsweredAt), l.AnswerWhy), Indent: true})
		kind = map[Answer]string{Refused: KindRefused, Withdrawn: KindWithdrawn}[l.Answer]
	default:
		text := "（待本人阅读后接受）"
		if l.lapsed(tx.Now()) {
			text = "（任期内没有答复，本任命书失效）"
		}
		f.Sections = append(f.Sections, office.Paragraph{Text: text, Indent: true})
	}
	if a, ok := b.roster.Find(l.ID); ok && len(b.given[a.ID]) > 0 {
		f.Sections = append(f.Sections, b.noticesGiven(a)...)
		kind = KindStayed
		if _, stands := b.resignations[a.ID]; stands {
			kind = KindResigned
		}
	}
	_, maker, err := signature(map[bool]string{true: "主要负责人（盖章）", false: "指定人（盖章）"}[l.regular()], l.MadeName, l.From, l.Signed)
	if err != nil {
		return office.Form{}, err
	}
	f.Signatures = []office.Signature{maker, person}
	return f, s.stamp(tx, &f, kind, l.ID)
}

func (s *Service) layEnding(tx *db.Tx, b book, a Appointment, e Ending) (office.Form, error) {
	archive, err := s.on.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	letter := "（登记任职）"
	if l, ok := b.letters[a.ID]; ok {
		letter = l.number()
	}
	how := map[string]string{Dismissed: "免去", Resigned: "本人辞任", Replaced: "接替", Renewed: "续聘"}[e.Kind]
	f := office.Form{Title: TitleEnding, Number: "文号：" + e.number(), At: e.At, Head: append(paper.Head(archive),
		office.Pair{Label: "任职人员", Value: a.PersonName}, office.Pair{Label: "职务", Value: paper.Post(string(a.Post))},
		office.Pair{Label: "任职时间", Value: paper.Minute(a.From)}, office.Pair{Label: "终止时间", Value: paper.Minute(e.At)},
		office.Pair{Label: "调整方式", Value: how}, office.Pair{Label: "原任命书", Value: letter},
		office.Pair{Label: "原因", Value: e.Reason, Wide: true},
	)}
	f.Sections = append(f.Sections, office.Heading{Text: "工作交接"})
	to := e.SuccessorName
	if to == "" {
		to = "留给岗位，由在任人员办理"
	}
	switch {
	case e.Kind == Renewed:
		f.Sections = append(f.Sections, office.Paragraph{Text: "由同一人续任，无须交接。", Indent: true})
	case len(e.Handed) == 0:
		f.Sections = append(f.Sections, office.Paragraph{Text: "终止时没有只由其本人办理的未办事项。", Indent: true})
	default:
		t := office.Table{Columns: []office.Column{{Title: "未办事项", Weight: 4}, {Title: "期限", Weight: 2, Align: office.Center}, {Title: "接手", Weight: 2, Align: office.Center}}}
		for _, h := range e.Handed {
			title := h.Title
			if title == "" {
				title = "隐患整改"
			}
			t.Rows = append(t.Rows, []office.Cell{{Text: title}, {Text: paper.Minute(h.Due)}, {Text: to}})
		}
		f.Sections = append(f.Sections, t)
	}
	after := "自终止时间起，该人员不能再以此岗位填报；其任职期间的记录继续保存，本人仍可查阅自己的履职档案。"
	if e.Kind == Renewed {
		after = "续聘自终止时间起，任职没有间断。"
	}
	f.Sections = append(f.Sections, office.Paragraph{Text: after, Indent: true})
	if slices.ContainsFunc(b.given[a.ID], func(r Resignation) bool { return r.Stay != nil }) {
		f.Sections = append(f.Sections, b.noticesGiven(a)...)
	}
	at := e.At
	if r, ok := b.resignations[a.ID]; ok && e.At.Equal(*lastInstant(r.LastDay)) {
		at = r.At
		f.Head = append(f.Head, office.Pair{Label: "提出辞任", Value: paper.Minute(r.At)}, office.Pair{Label: "最后任职日", Value: paper.Day(r.LastDay)})
	}
	_, by, err := signature("办理人（盖章）", e.ByName, at, e.Signed)
	if err != nil {
		return office.Form{}, err
	}
	f.Signatures = []office.Signature{by}
	if e.SuccessorName != "" {
		f.Signatures = append(f.Signatures, office.Signature{Label: "接手人", Name: e.SuccessorName, At: paper.Minute(e.At)})
	}
	return f, s.stamp(tx, &f, KindEnded, a.ID)
}

// noticesGiven prints the resignations with notice, and which were taken back.
func (b book) noticesGiven(a Appointment) []office.Section {
	sections := []office.Section{office.Heading{Text: "辞任及撤回"}}
	for _, r := range b.wireResignations(a) {
		sections = append(sections, office.Paragraph{Text: saidOf(r), Indent: true})
	}
	return sections
}

// signature is the place of one who signed, and the words he signed under; where
// he gave none, his name and the time stand there.
func signature(label, name string, at time.Time, declaration string) (text string, s office.Signature, err error) {
	if declaration == "" {
		return "", office.Signature{Label: label, Name: name, At: paper.Minute(at)}, nil
	}
	var d api.Declaration
	if err := json.Unmarshal([]byte(declaration), &d); err != nil {
		return "", s, fmt.Errorf("decode declaration of %s: %w", label, err)
	}
	return d.Text, paper.Signed(label, name, at, d), nil
}

// stamp puts the code of the newest fact of the kind on the form.
func (s *Service) stamp(tx *db.Tx, f *office.Form, kind string, subject id.ID) error {
	seq, err := sealedAt(tx, kind, subject)
	if err != nil || seq == 0 {
		return err
	}
	if err := s.on.Papers.Stamp(tx, f, seq); err != nil {
		return fmt.Errorf("stamp %s of %s: %w", kind, subject, err)
	}
	return nil
}

func term(l Letter) string {
	until := "不设终止日"
	if l.UntilDay != "" {
		until = "至" + paper.Day(l.UntilDay)
	}
	if l.Answer == Accepted {
		return paper.Day(clock.DayOf(l.AnsweredAt)) + "起，" + until
	}
	return "自本人接受之日起，" + until
}

func granted(l Letter) string {
	tick := map[bool]string{true: "☑", false: "☐"}
	return tick[l.Veto] + " 停止生产、销售等否决建议权　　" + tick[l.Report] + " 向主要负责人直接报告权"
}

func named(ids []id.ID, names map[id.ID]string, all string) string {
	if len(ids) == 0 {
		return all
	}
	words := make([]string, len(ids))
	for n, i := range ids {
		words[n] = names[i]
	}
	return strings.Join(words, "、")
}

func siteNames(e api.Enterprise) map[id.ID]string {
	names := map[id.ID]string{}
	for _, site := range e.Sites {
		names[id.ID(site.ID)] = site.Name
	}
	return names
}

func productNames(e api.Enterprise) map[id.ID]string {
	names := map[id.ID]string{}
	for _, p := range e.Products {
		names[id.ID(p.ID)] = p.Name
	}
	return names
}
