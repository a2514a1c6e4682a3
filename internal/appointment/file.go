package appointment

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// TitleFile is the paper's name.
const TitleFile = "履职档案"

// The refusals of a person's file.
var (
	ErrFileRange = fault.New(fault.Invalid, "appointment.file.range", "起止日期不正确：起始日不晚于截止日，跨度不超过三年。")
	ErrFilePage  = fault.New(fault.Invalid, "appointment.file.page", "翻页位置无效，请从第一页重新查看。")
	ErrFileOwner = fault.New(fault.Forbidden, "appointment.file.owner", "履职档案只有本人和主要负责人可以查看。")
)

const (
	usualFile   = 365
	longestFile = 1100
)

// deeds are told apart in this order.
var deeds = []string{"recorded", "reviewed", "handled", "raised", "appointed", "assigned", "trained", "told"}

var deedWords = map[string]string{
	"recorded": "填报记录", "reviewed": "复核", "handled": "隐患处置", "raised": "提出意见建议", "appointed": "任免", "assigned": "被交办", "trained": "培训", "told": "被告知",
}

// File reads the file of a person, for himself and for the principal, page by page.
func (s *Service) File(ctx context.Context, g access.Grant, in *api.PersonFileInput) (*api.PersonFileOutput, error) {
	out := &api.PersonFileOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		if out.Body, err = s.fileFor(tx, in.Account, in.FileRange); err != nil {
			return err
		}
		return turn(&out.Body, in.FilePage)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// FilePaper prints it whole.
func (s *Service) FilePaper(ctx context.Context, g access.Grant, in *api.PersonFilePaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		f, err := s.fileFor(tx, in.Account, in.FileRange)
		if err != nil {
			return err
		}
		out, err = s.printFile(tx, f, in.Format)
		return err
	})
	return out, err
}

func (s *Service) fileFor(tx *db.Tx, of string, r api.FileRange) (api.PersonFile, error) {
	account := canonical(of)
	if account != tx.Actor().Account && !tx.Actor().Is(access.Principal) {
		return api.PersonFile{}, ErrFileOwner
	}
	return s.file(tx, account, r)
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
		return cmp.Or(cmp.Compare(b.Day, a.Day), b.At.Compare(a.At), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Subject, b.Subject))
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
