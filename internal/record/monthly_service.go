package record

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Months keeps the month's minutes and their resolutions. The figures are
// computed until the principal signs them; then they stand for ever.
type Months struct {
	db          *db.DB
	ledger      *ledger.Service
	obligations *obligation.Service
	enterprises Archive
	papers      *paper.Service
	ports       MonthPorts
}

// NewMonths makes the service.
func NewMonths(d *db.DB, l *ledger.Service, o *obligation.Service, e Archive, papers *paper.Service, p MonthPorts) *Months {
	return &Months{db: d, ledger: l, obligations: o, enterprises: e, papers: papers, ports: p}
}

// minutes is the sealed body. It names no person: accounts are named apart.
type minutes struct {
	PayloadVersion int                    `json:"payloadVersion"`
	Month          clock.Month            `json:"month"`
	Version        int                    `json:"version"`
	Why            string                 `json:"why,omitempty"`
	Sole           bool                   `json:"sole"`
	Posts          []string               `json:"posts"`
	Words          api.MonthlyWords       `json:"words"`
	Figures        api.MonthlyFigures     `json:"figures"`
	Basis          string                 `json:"basis"`
	Attendance     []api.Attendee         `json:"attendance"`
	Resolutions    []api.ResolutionFields `json:"resolutions"`
	Due            time.Time              `json:"due"`
	Declaration    string                 `json:"declaration"`
}

// personal is what is sealed apart, so that it can be erased apart.
type personal struct {
	Account id.ID                   `json:"account"`
	Name    string                  `json:"name"`
	Names   map[string]string       `json:"names,omitempty"`
	Strokes map[string][]api.Stroke `json:"strokes,omitempty"`
}

// people are those in office now.
func (s *Months) people(tx *db.Tx) (People, error) {
	all, err := s.ports.People.History(tx)
	if err != nil {
		return nil, fmt.Errorf("read appointments: %w", err)
	}
	return peopleOf(all), nil
}

// due finds the duty of the month and locks it.
func (s *Months) due(tx *db.Tx, m clock.Month) (obligation.Obligation, error) {
	o, err := s.obligations.Find(tx, obligation.KindMonthly, tx.Enterprise(), m.First())
	if errors.Is(err, obligation.ErrNotDue) {
		return o, ErrMonthNotDue.Because(err)
	}
	return o, err
}

// Save keeps what was prepared.
func (s *Months) Save(ctx context.Context, g access.Grant, in *api.SaveMonthlyDraftInput) (*api.MonthlyDraftOutput, error) {
	return s.draft(ctx, g, in.Month, func(tx *db.Tx, m clock.Month) error {
		row, err := findMonthlyDraft(tx, m)
		if err != nil || row.Revision == in.Body.Revision+1 && row.Draft == in.Body.Draft {
			return err
		}
		if row.Revision != in.Body.Revision {
			return ErrMonthDraft.With("savedName", row.SavedName).With("revision", row.Revision)
		}
		row.Draft, row.Revision = in.Body.Draft, row.Revision+1
		row.SavedBy, row.SavedName, row.SavedAt = tx.Actor().Account, tx.Actor().Name, tx.Now()
		first, err := writeMonthlyDraft(tx, row)
		if err == nil && !first {
			return ErrMonthDraft
		}
		return err
	})
}

// Attend signs attendance in one's own session.
func (s *Months) Attend(ctx context.Context, g access.Grant, in *api.AttendMonthlyInput) (*api.MonthlyDraftOutput, error) {
	var f enterprise.Form
	text := readDeclaration(&f, in.Body.Declaration)
	if err := f.Err(ErrMonthInput); err != nil {
		return nil, err
	}
	return s.draft(ctx, g, in.Month, func(tx *db.Tx, m clock.Month) error {
		by := tx.Actor()
		people, err := s.people(tx)
		if err != nil {
			return err
		}
		if _, in := people.find(string(by.Account)); !in {
			return ErrNotInvited
		}
		if by.Is(access.Principal) && len(people) > 0 && people[0].Account == string(by.Account) {
			return ErrHost
		}
		there, err := attendancesOf(tx, m)
		if err != nil {
			return err
		}
		for _, a := range there {
			if a.AccountID == by.Account {
				return nil
			}
		}
		strokes, err := textOf(in.Body.Declaration.Signature)
		if err != nil {
			return err
		}
		if err := insertRow(tx, attendanceRow{MonthStart: m.First(), AccountID: by.Account, Name: by.Name, Signature: strokes, At: tx.Now()}, "attendance"); err != nil {
			return err
		}
		return s.seal(tx, KindMonthAttended, by.Account, m.First(), map[string]any{"month": m, "declaration": text},
			personal{by.Account, by.Name, nil, map[string][]api.Stroke{string(by.Account): in.Body.Declaration.Signature}}, nil)
	})
}

// draft changes what belongs to an unsigned month and answers with its draft.
func (s *Months) draft(ctx context.Context, g access.Grant, month string, change func(*db.Tx, clock.Month) error) (*api.MonthlyDraftOutput, error) {
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		m, err := readMonth(month, tx.Today())
		if err != nil {
			return err
		}
		if _, err := s.due(tx, m); err != nil {
			return err
		}
		signed, err := monthlyOf(tx, m)
		if err != nil {
			return err
		}
		if len(signed) > 0 {
			return ErrMonthSigned.With("record", signed[0].ID)
		}
		return change(tx, m)
	})
	if err != nil {
		return nil, err
	}
	return s.Draft(ctx, g, &api.MonthInput{Month: month})
}

// Sign seals the month's minutes, meets the month's duty, and makes each
// resolution its owner's.
func (s *Months) Sign(ctx context.Context, g access.Grant, in *api.SignMonthlyInput) (*api.MonthlyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrMonthNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		m, err := readMonth(in.Body.Month, tx.Today())
		if err != nil {
			return err
		}
		duty, err := s.due(tx, m)
		if err != nil {
			return err
		}
		there, err := monthlyOf(tx, m)
		switch {
		case err != nil:
			return err
		case len(there) > 0 && there[0].ID == record:
			return nil
		case len(there) > 0:
			return ErrMonthSigned.With("record", there[0].ID)
		}
		if same, err := monthlyVersions(tx, record); err != nil || len(same) > 0 {
			return errors.Join(err, ErrMonthOther)
		}
		return s.sign(tx, record, m, duty, in)
	})
	if err != nil {
		return nil, err
	}
	return s.Read(ctx, g, &api.ReadMonthlyInput{Record: in.Record})
}

func (s *Months) sign(tx *db.Tx, record id.ID, m clock.Month, duty obligation.Obligation, in *api.SignMonthlyInput) error {
	people, err := s.people(tx)
	if err != nil {
		return err
	}
	attended, err := attendancesOf(tx, m)
	if err != nil {
		return err
	}
	own := map[string]time.Time{}
	for _, a := range attended {
		own[string(a.AccountID)] = a.At
	}
	b, by := in.Body, tx.Actor()
	host := string(by.Account)
	var f enterprise.Form
	body := minutes{PayloadVersion: 1, Month: m, Version: 1, Posts: postsOf(by.Roles), Due: duty.Due, Declaration: readDeclaration(&f, b.Declaration)}
	body.Sole = people.hears(host) == ""
	body.Words = readWords(&f, b.MonthlyWords, m, tx.Now(), host, people)
	body.Attendance = readAttendance(&f, b.Attendance, host, b.Heard, people, own)
	body.Resolutions = readResolutions(&f, b.Resolutions, tx.Today(), people)
	if err := f.Err(ErrMonthInput); err != nil {
		return err
	}
	figures, names, err := s.figures(tx, m)
	if err != nil {
		return err
	}
	body.Figures = figures
	if body.Basis, err = basis(figures); err != nil {
		return err
	}
	if body.Basis != b.Basis {
		return ErrMonthMoved
	}
	strokes := map[string][]api.Stroke{host: b.Declaration.Signature}
	for n, a := range body.Attendance {
		if a.Way == attendHand {
			strokes[a.Account], body.Attendance[n].Signature = a.Signature, nil
		}
	}
	for n, p := range people {
		if at, ok := own[p.Account]; ok {
			people[n].Attended = &at
		}
		names[p.Account] = p.Name
	}
	for n, r := range body.Resolutions {
		if err := s.resolve(tx, record, m, n+1, r, people); err != nil {
			return err
		}
	}
	if err := s.obligations.Settle(tx, obligation.KindMonthly, tx.Enterprise(), duty.Day, record); err != nil {
		return fmt.Errorf("meet the duty of %s: %w", m, err)
	}
	return s.write(tx, KindMonthSigned, record, record, body, people, names, strokes)
}

// resolve makes a resolution its owner's obligation.
func (s *Months) resolve(tx *db.Tx, record id.ID, m clock.Month, number int, r api.ResolutionFields, people People) error {
	owner, _ := people.find(r.Owner)
	row := resolutionRow{
		ID: id.ID(r.ID), MonthlyID: record, Number: number, MonthStart: m.First(), DecidedDay: tx.Today(), What: r.What,
		OwnerID: id.ID(r.Owner), OwnerName: owner.Name, DueDay: clock.Day(r.Due),
	}
	if err := insertRow(tx, row, "resolution "+r.ID); err != nil {
		return err
	}
	return s.owe(tx, row, row.DueDay)
}

// owe opens the obligation to carry a resolution out, or opens it again.
func (s *Months) owe(tx *db.Tx, r resolutionRow, due clock.Day) error {
	err := s.obligations.Open(tx, obligation.Obligation{
		Kind: KindResolution, Subject: r.ID, Day: r.DecidedDay, Post: access.Principal, Account: r.OwnerID, Title: "落实月调度决议：" + brief(r.What),
		Opens: tx.Now(), Due: due.At(24*60 - 1),
	})
	if err != nil {
		return fmt.Errorf("open duty of resolution %s: %w", r.ID, err)
	}
	return nil
}

// Correct seals a 更正 of the words. Figures, attendance and resolutions stay.
func (s *Months) Correct(ctx context.Context, g access.Grant, in *api.CorrectMonthlyInput) (*api.MonthlyOutput, error) {
	record, err := id.Parse(in.Record)
	if err != nil {
		return nil, ErrMonthNotFound
	}
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrMonthNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		versions, err := monthlyVersions(tx, record)
		if err != nil {
			return err
		}
		if len(versions) == 0 {
			return ErrMonthNotFound
		}
		if _, err := s.due(tx, versions[0].MonthStart.Month()); err != nil {
			return err
		}
		// Read again under the lock: another correction may have come first.
		if versions, err = monthlyVersions(tx, record); err != nil {
			return err
		}
		for _, v := range versions {
			if v.VersionID == version {
				return nil
			}
		}
		if used, err := versionUsed(tx, version); err != nil || used {
			return errors.Join(err, ErrMonthOther)
		}
		return s.correct(tx, versions[len(versions)-1], version, in)
	})
	if err != nil {
		return nil, err
	}
	return s.Read(ctx, g, &api.ReadMonthlyInput{Record: in.Record})
}

func (s *Months) correct(tx *db.Tx, latest monthlyRow, version id.ID, in *api.CorrectMonthlyInput) error {
	if latest.Version != in.Body.Corrects {
		return ErrMonthStale.With("version", latest.Version)
	}
	var body minutes
	var people People
	names, strokes := map[string]string{}, map[string][]api.Stroke{}
	err := errors.Join(json.Unmarshal([]byte(latest.Body), &body), json.Unmarshal([]byte(latest.People), &people),
		json.Unmarshal([]byte(latest.Names), &names), json.Unmarshal([]byte(latest.Strokes), &strokes))
	if err != nil {
		return fmt.Errorf("read minutes %s: %w", latest.ID, err)
	}
	// Who was heard is judged against those who were in office then.
	host := string(tx.Actor().Account)
	if body.Sole {
		host = people[0].Account
	}
	var f enterprise.Form
	before := body.Words
	body.Version, body.Posts, body.Declaration = latest.Version+1, postsOf(tx.Actor().Roles), readDeclaration(&f, in.Body.Declaration)
	if body.Why = f.Name("body.why", in.Body.Why, 300); tooShort(body.Why, 2) {
		f.Refuse("body.why", words.Say("record.monthly.field.why", "请写明更正的原因。"))
	}
	body.Words = readWords(&f, in.Body.MonthlyWords, body.Month, tx.Now(), host, people)
	if body.Words == before {
		f.Refuse("body.why", words.Say("record.monthly.field.unchanged", "内容没有变化，不需要更正。"))
	}
	if err := f.Err(ErrMonthInput); err != nil {
		return err
	}
	strokes[string(tx.Actor().Account)] = in.Body.Declaration.Signature
	return s.write(tx, KindMonthCorrected, latest.ID, version, body, people, names, strokes)
}

func tooShort(s string, least int) bool { return len([]rune(s)) < least }

// write keeps a version and seals it.
func (s *Months) write(tx *db.Tx, kind string, record, version id.ID, body minutes, people People, names map[string]string, strokes map[string][]api.Stroke) error {
	by := tx.Actor()
	row := monthlyRow{
		ID: record, Version: body.Version, VersionID: version, MonthStart: body.Month.First(),
		SignedBy: by.Account, SignedName: by.Name, SignedAt: tx.Now(),
	}
	for _, part := range []struct {
		to *string
		of any
	}{{&row.Body, body}, {&row.People, people}, {&row.Names, names}, {&row.Strokes, strokes}} {
		var err error
		if *part.to, err = textOf(part.of); err != nil {
			return err
		}
	}
	if err := insertRow(tx, row, "minutes of "+string(body.Month)); err != nil {
		return err
	}
	return s.sealText(tx, kind, record, row.MonthStart, row.Body, personal{by.Account, by.Name, names, strokes}, nil)
}

// seal appends a fact about the month as the transaction's last statement.
func (s *Months) seal(tx *db.Tx, kind string, subject id.ID, day clock.Day, body any, who personal, photos []ledger.Photo) error {
	b, err := textOf(body)
	if err != nil {
		return err
	}
	return s.sealText(tx, kind, subject, day, b, who, photos)
}

func (s *Months) sealText(tx *db.Tx, kind string, subject id.ID, day clock.Day, body string, who personal, photos []ledger.Photo) error {
	p, err := json.Marshal(who)
	if err != nil {
		return fmt.Errorf("encode personal part of %s: %w", kind, err)
	}
	fact := ledger.Fact{Kind: kind, Subject: subject, Day: day, Payload: ledger.Payload{Body: []byte(body), Personal: p, Photos: photos}}
	if _, err := s.ledger.Append(tx, fact); err != nil {
		return fmt.Errorf("seal %s %s: %w", kind, subject, err)
	}
	return nil
}
