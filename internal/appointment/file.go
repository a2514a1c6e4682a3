package appointment

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// TitleFile is the paper's name.
const TitleFile = "履职档案"

// The refusals of a person's file.
var (
	ErrFileRange = fault.New(fault.Invalid, "appointment.file.range", "起止日期不正确：起始日不晚于截止日，跨度不超过三年。")
	ErrFileOwner = fault.New(fault.Forbidden, "appointment.file.owner", "履职档案只有本人和主要负责人可以查看。")
)

const (
	usualFile   = 365
	longestFile = 1100
)

// deeds are told apart in this order.
var deeds = []string{"recorded", "reviewed", "handled", "raised", "assigned", "trained", "told"}

var deedWords = map[string]string{
	"recorded": "填报记录", "reviewed": "复核", "handled": "隐患处置", "raised": "提出意见建议", "assigned": "被交办", "trained": "培训", "told": "被告知",
}

// File reads the file of a person, for himself and for the principal.
func (s *Service) File(ctx context.Context, g access.Grant, in *api.PersonFileInput) (*api.PersonFileOutput, error) {
	out := &api.PersonFileOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.fileFor(tx, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// FilePaper prints it.
func (s *Service) FilePaper(ctx context.Context, g access.Grant, in *api.PersonFilePaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		f, err := s.fileFor(tx, &in.PersonFileInput)
		if err != nil {
			return err
		}
		out, err = s.printFile(tx, f, in.Format)
		return err
	})
	return out, err
}

func (s *Service) fileFor(tx *db.Tx, in *api.PersonFileInput) (api.PersonFile, error) {
	account := canonical(in.Account)
	if account != tx.Actor().Account && !tx.Actor().Is(access.Principal) {
		return api.PersonFile{}, ErrFileOwner
	}
	return s.file(tx, account, in.FileRange)
}

// file gathers what the nouns know of the person. Who never held a post here
// has no file.
func (s *Service) file(tx *db.Tx, account id.ID, r api.FileRange) (api.PersonFile, error) {
	from, to, err := days(r, tx.Today())
	if err != nil {
		return api.PersonFile{}, err
	}
	b, err := readBook(tx)
	if err != nil {
		return api.PersonFile{}, err
	}
	person, ok := b.roster.Person(account)
	if !ok {
		return api.PersonFile{}, ErrPersonNotFound
	}
	owner, err := nameOf(tx)
	if err != nil {
		return api.PersonFile{}, err
	}
	f := api.PersonFile{
		Enterprise: string(tx.Enterprise()), EnterpriseName: owner, Account: string(account), Name: person.PersonName,
		Posts: Words(b.roster.Capacities(account, tx.Now())), From: string(from), To: string(to),
		Appointments: []api.Appointment{}, Traces: []api.Trace{}, Totals: []api.DeedTotal{},
	}
	for _, a := range b.wire(tx.Now()) {
		if a.Account == f.Account {
			f.Appointments = append(f.Appointments, a)
		}
	}
	if f.Traces, err = b.traces(tx, account, from, to); err != nil {
		return f, err
	}
	for _, source := range s.on.Traces {
		traces, err := source.Traces(tx, account, from, to)
		if err != nil {
			return f, fmt.Errorf("gather file of %s: %w", account, err)
		}
		f.Traces = append(f.Traces, traces...)
	}
	slices.SortStableFunc(f.Traces, func(a, b api.Trace) int {
		return cmp.Or(cmp.Compare(b.Day, a.Day), b.At.Compare(a.At))
	})
	for _, deed := range deeds {
		n := 0
		for _, t := range f.Traces {
			if t.Deed == deed {
				n++
			}
		}
		if n > 0 {
			f.Totals = append(f.Totals, api.DeedTotal{Deed: deed, Count: n})
		}
	}
	return f, nil
}

// days reads the range: the last year unless said otherwise.
func days(r api.FileRange, today clock.Day) (from, to clock.Day, err error) {
	to = today
	if r.To != "" {
		if to, err = clock.ParseDay(r.To); err != nil {
			return "", "", ErrFileRange.At("query.to", "")
		}
	}
	from = to.Add(-usualFile)
	if r.From != "" {
		if from, err = clock.ParseDay(r.From); err != nil {
			return "", "", ErrFileRange.At("query.from", "")
		}
	}
	if from.After(to) || to.Sub(from) > longestFile {
		return "", "", ErrFileRange.At("query.from", "")
	}
	return from, to, nil
}

// MyFiles lists where the caller has a file: wherever he held a post, also
// after he left.
func (s *Service) MyFiles(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.MyFilesOutput, error) {
	served, err := s.served(ctx, g)
	if err != nil {
		return nil, err
	}
	out := &api.MyFilesOutput{}
	out.Body.Items = []api.MyFile{}
	for enterprise, name := range served {
		err := s.db.Read(ctx, g.Bearer(enterprise), func(tx *db.Tx) error {
			roster, err := readRoster(tx)
			if err != nil {
				return err
			}
			if mine, ok := spell(roster, tx); ok {
				mine.Enterprise, mine.Name = string(enterprise), name
				out.Body.Items = append(out.Body.Items, mine)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out.Body.Items, func(a, b api.MyFile) int {
		return cmp.Or(b.From.Compare(a.From), cmp.Compare(a.Enterprise, b.Enterprise))
	})
	return out, nil
}

// spell is from when until when the caller held posts.
func spell(roster Roster, tx *db.Tx) (mine api.MyFile, ok bool) {
	for _, a := range roster {
		if a.Account != tx.Actor().Account {
			continue
		}
		if !ok || a.From.Before(mine.From) {
			mine.From = a.From
		}
		end := a.end()
		if !ok || mine.Until != nil && end.After(*mine.Until) {
			mine.Until = &end
		}
		ok = true
	}
	if roster.Serves(tx.Actor().Account, tx.Now()) {
		mine.Until = nil
	}
	return mine, ok
}

// served are the enterprises of the caller's roles.
func (s *Service) served(ctx context.Context, g access.Grant) (served map[id.ID]string, err error) {
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		served, err = s.roles.Served(tx, tx.Actor().Account)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list own files: %w", err)
	}
	return served, nil
}

// own opens the caller's file for reading. An enterprise in which he never held
// a post is one that is not there.
func (s *Service) own(ctx context.Context, g access.Grant, in *api.MyFileInput, read func(*db.Tx, api.PersonFile) error) error {
	served, err := s.served(ctx, g)
	if err != nil {
		return err
	}
	enterprise := canonical(in.Enterprise)
	if _, ok := served[enterprise]; !ok {
		return db.ErrEnterpriseNotFound
	}
	return s.db.Read(ctx, g.Bearer(enterprise), func(tx *db.Tx) error {
		f, err := s.file(tx, tx.Actor().Account, in.FileRange)
		if errors.Is(err, ErrPersonNotFound) {
			return db.ErrEnterpriseNotFound
		}
		if err != nil {
			return err
		}
		return read(tx, f)
	})
}

// MyFile reads the caller's own file.
func (s *Service) MyFile(ctx context.Context, g access.Grant, in *api.MyFileInput) (*api.PersonFileOutput, error) {
	out := &api.PersonFileOutput{}
	err := s.own(ctx, g, in, func(_ *db.Tx, f api.PersonFile) error {
		out.Body = f
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// MyFilePaper prints the caller's own file.
func (s *Service) MyFilePaper(ctx context.Context, g access.Grant, in *api.MyFilePaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.own(ctx, g, &in.MyFileInput, func(tx *db.Tx, f api.PersonFile) (err error) {
		out, err = s.printFile(tx, f, in.Format)
		return err
	})
	return out, err
}

// ExportMyFile packs the paper and the facts.
func (s *Service) ExportMyFile(ctx context.Context, g access.Grant, in *api.MyFileInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.own(ctx, g, in, func(tx *db.Tx, f api.PersonFile) error {
		printed, err := s.printFile(tx, f, "pdf")
		if err != nil {
			return err
		}
		facts, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			return fmt.Errorf("encode own file: %w", err)
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range []struct {
			name string
			body []byte
		}{{TitleFile + ".pdf", printed.Body}, {"file.json", facts}} {
			w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: tx.Now()})
			if err == nil {
				_, err = w.Write(part.body)
			}
			if err != nil {
				return fmt.Errorf("pack own file: %w", err)
			}
		}
		if err := z.Close(); err != nil {
			return fmt.Errorf("pack own file: %w", err)
		}
		out = &api.Blob{ContentType: "application/zip", ContentDisposition: "attachment; filename=\"file.zip\"; filename*=UTF-8''" + url.PathEscape(nameFile(f)+".zip"), CacheControl: "private, no-store", Body: b.Bytes()}
		return nil
	})
	return out, err
}

func nameFile(f api.PersonFile) string {
	return fmt.Sprintf("%s %s %s至%s", TitleFile, f.Name, f.From, f.To)
}

// printFile makes the paper anew each time: what it gathers goes on growing.
func (s *Service) printFile(tx *db.Tx, f api.PersonFile, format string) (*api.Blob, error) {
	form, err := s.layFile(tx, f)
	if err != nil {
		return nil, err
	}
	return paper.Fresh("file", nameFile(f), format, form)
}

func (s *Service) layFile(tx *db.Tx, f api.PersonFile) (office.Form, error) {
	e, err := s.on.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	posts := f.Posts
	if posts == "" {
		posts = "现无任职"
	}
	var totals []string
	for _, t := range f.Totals {
		totals = append(totals, fmt.Sprintf("%s %d 次", deedWords[t.Deed], t.Count))
	}
	form := office.Form{Title: TitleFile, At: tx.Now(), Head: append(paper.Head(e),
		office.Pair{Label: "姓名", Value: f.Name}, office.Pair{Label: "现任岗位", Value: posts},
		office.Pair{Label: "起止", Value: paper.Day(clock.Day(f.From)) + "至" + paper.Day(clock.Day(f.To)), Wide: true},
		office.Pair{Label: "分类次数", Value: cmp.Or(strings.Join(totals, "，"), "本期没有记录"), Wide: true},
	)}
	held := office.Table{Columns: []office.Column{{Title: "岗位", Weight: 2}, {Title: "任命书", Weight: 2}, {Title: "任职", Weight: 3}, {Title: "终止", Weight: 3}}}
	for _, a := range f.Appointments {
		if a.State != "in_office" && a.State != "ended" {
			continue
		}
		until := "在任"
		if a.EndedAt != nil {
			until = paper.Minute(*a.EndedAt) + "　" + a.EndedWhy
		} else if a.Until != nil {
			until = "任期至" + paper.Day(clock.DayOf(*a.Until).Add(-1))
		}
		held.Rows = append(held.Rows, []office.Cell{{Text: paper.Post(a.Post)}, {Text: cmp.Or(a.Number, "（登记任职）")}, {Text: paper.Minute(a.From)}, {Text: until}})
	}
	form.Sections = append(form.Sections, office.Heading{Text: "任职"}, held, office.Heading{Text: "履职记录"})
	if len(f.Traces) == 0 {
		form.Sections = append(form.Sections, office.Paragraph{Text: "本期没有记录。", Indent: true})
		return form, nil
	}
	done := office.Table{Columns: []office.Column{{Title: "日期", Weight: 2, Align: office.Center}, {Title: "类别", Weight: 2, Align: office.Center}, {Title: "内容", Weight: 7}}}
	for _, t := range f.Traces {
		done.Rows = append(done.Rows, []office.Cell{{Text: t.Day}, {Text: deedWords[t.Deed]}, {Text: strings.TrimSuffix(t.Title+"："+t.Note, "：")}})
	}
	form.Sections = append(form.Sections, done)
	form.Footer = "本人履职档案，按系统内的封存记录汇集，打印于 " + paper.Minute(tx.Now())
	return form, nil
}
