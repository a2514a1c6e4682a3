package hazard

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

const (
	// pageSize is used where the caller names none.
	pageSize = 50
	// mostOpen bounds the open hazards that are shown beside other things.
	mostOpen = 200
)

// place is where a page ends: among the open hazards or the closed ones.
type place struct {
	closed bool
	at     time.Time
	id     id.ID
}

func placeOf(r hazardRow) place {
	if r.ClosedAt != nil {
		return place{true, *r.ClosedAt, r.ID}
	}
	return place{false, r.DueAt, r.ID}
}

func (p place) String() string {
	half := "o"
	if p.closed {
		half = "c"
	}
	return fmt.Sprintf("%s_%d_%s", half, p.at.UnixMicro(), p.id)
}

func parsePlace(s string) (place, error) {
	if s == "" {
		return place{}, nil
	}
	parts := strings.Split(s, "_")
	if len(parts) != 3 || parts[0] != "o" && parts[0] != "c" {
		return place{}, ErrPage
	}
	at, err := strconv.ParseInt(parts[1], 10, 64)
	if err != nil {
		return place{}, ErrPage.Because(err)
	}
	last, err := id.Parse(parts[2])
	if err != nil {
		return place{}, ErrPage.Because(err)
	}
	return place{parts[0] == "c", time.UnixMicro(at).UTC(), last}, nil
}

// List returns open hazards by deadline and then closed ones, newest first. Who
// decides is told of closing waves with the first page.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListHazardsInput) (*api.HazardsOutput, error) {
	var out *api.HazardsOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		if out, err = s.list(tx, in.Page, in.Open); err != nil || in.After != "" {
			return err
		}
		person, err := s.person(tx)
		if err == nil && person.decides() {
			out.Body.Waves, err = s.Waves(tx, tx.Today().Add(-waveDays), tx.Today())
		}
		return err
	})
	return out, err
}

func (s *Service) list(tx *db.Tx, page api.Page, openOnly bool) (*api.HazardsOutput, error) {
	after, err := parsePlace(page.After)
	if err != nil {
		return nil, err
	}
	limit := page.Limit
	if limit < 1 {
		limit = pageSize
	}
	out := &api.HazardsOutput{}
	var rows []hazardRow
	if !after.closed {
		if rows, err = openHazards(tx, after, limit+1); err != nil {
			return nil, err
		}
		after = place{closed: true}
	}
	if len(rows) <= limit && !openOnly {
		closed, err := closedHazards(tx, after, limit+1-len(rows))
		if err != nil {
			return nil, err
		}
		rows = append(rows, closed...)
	}
	if len(rows) > limit {
		rows = rows[:limit]
		out.Body.Next = placeOf(rows[limit-1]).String()
	}
	if out.Body.Items, err = s.entries(tx, rows); err != nil {
		return nil, err
	}
	return out, nil
}

// Read returns a hazard with its steps.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadHazardInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.HazardOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.ReadFor(tx, hazard)
		return err
	})
	return out, err
}

// ReadFor returns a hazard inside a transaction. An agency is offered no steps.
func (s *Service) ReadFor(tx *db.Tx, hazard id.ID) (*api.HazardOutput, error) {
	r, err := findHazard(tx, hazard)
	if err != nil {
		return nil, err
	}
	return s.output(tx, r)
}

func (s *Service) output(tx *db.Tx, r hazardRow) (*api.HazardOutput, error) {
	told, err := s.reader(tx)
	if err != nil {
		return nil, err
	}
	steps, err := stepsOf(tx, r.ID)
	if err != nil {
		return nil, err
	}
	h := api.Hazard{HazardEntry: told.entry(r), Basis: r.Basis, Steps: []api.HazardStep{}, Next: []string{}, Containments: []api.Containment{}}
	for _, step := range steps {
		h.Steps = append(h.Steps, step.wire(told.whole(r)))
	}
	for _, c := range containments(steps) {
		h.Containments = append(h.Containments, c.wire())
	}
	if told.own() {
		course := r.course(steps)
		for _, k := range course.Next(told.person) {
			h.Next = append(h.Next, string(k))
		}
		h.SelfVerify = course.SelfVerifies(told.person)
	}
	if r.RecurrenceOf != id.Nil {
		former, err := findHazard(tx, r.RecurrenceOf)
		if err != nil {
			return nil, err
		}
		entry := told.entry(former)
		h.Former = &entry
	}
	return &api.HazardOutput{Body: h}, nil
}

// public are the steps whose words the authority reads of a self-found hazard:
// what was found, and what touches the public.
var public = []Kind{StepFound, StepFoundAgain, StepContained, StepNotified, StepReceipted, StepProgress, StepLifted}

// Inward are the kinds of facts whose words stay with the enterprise, as [public]
// does for what is read. Of what the authority ordered or found by sampling they
// do not: see [Service.Outward].
func Inward() (kinds []string) {
	for _, k := range []Kind{StepMeasure, StepPlanned, StepRectified, StepSentBack, StepVerified, StepClosed, StepReopened, StepReported, StepExtended} {
		kinds = append(kinds, k.fact())
	}
	return kinds
}

// Outward are the hazards of the transaction's enterprise that it did not find by
// itself. The authority knows of them, ordered their end and closes them in its own
// name, so it is told measures and causes as well, when it reads them and in an
// export: withholding them would hide from the officer what he was answered.
func (s *Service) Outward(tx *db.Tx) ([]id.ID, error) { return outward(tx) }

// hidden reports whether the words of a step stay with the enterprise: of a
// self-found hazard the authority is told what was done when and shown the
// photos of the finding and the rectification, neither cause nor plan.
func (st Step) hidden(whole bool) bool { return !whole && !slices.Contains(public, st.Kind) }

// wire writes a step.
func (st Step) wire(whole bool) api.HazardStep {
	w := api.HazardStep{
		ID: string(st.ID), Number: st.Number, Kind: string(st.Kind), Note: st.Note, Photos: st.Photos, SelfVerified: st.SelfVerified, Name: st.Name, At: st.At,
		Record: string(st.Record), AboutName: st.AboutName, Cause: st.Detail.Cause, CauseNote: st.Detail.CauseNote, Due: string(st.Detail.Due),
		Of: string(st.Detail.Of), Recalled: st.Detail.Recalled,
	}
	if a := st.Detail.Act; a != nil {
		act := a.wire()
		w.Act = &act
	}
	if st.hidden(whole) {
		w.Note, w.HiddenNote, w.Cause, w.CauseNote, w.AboutName = "", true, "", "", ""
	}
	return w
}

func (a Act) wire() api.ContainmentOf {
	return api.ContainmentOf{Kinds: a.Kinds, Product: a.Product, Batch: a.Batch, Unit: a.Unit, Made: a.Made, Stocked: a.Stocked, Sold: a.Sold, Notices: a.Notices}
}

func (c Containment) wire() api.Containment {
	return api.Containment{
		ID: string(c.ID), ContainmentOf: c.Act.wire(), At: c.At, Recalled: c.Recalled,
		NotifiedAt: instant(c.Notified), ReceiptedAt: instant(c.Receipted), ReceiptName: c.ReceiptName, LiftedAt: instant(c.Lifted),
	}
}

func instant(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	at := t.UTC()
	return &at
}

func (s *Service) entries(tx *db.Tx, rows []hazardRow) ([]api.HazardEntry, error) {
	entries := make([]api.HazardEntry, len(rows))
	if len(rows) == 0 {
		return entries, nil
	}
	told, err := s.reader(tx)
	if err != nil {
		return nil, err
	}
	for n, r := range rows {
		entries[n] = told.entry(r)
	}
	return entries, nil
}

// reader is who is told of hazards, with what is read once for all of them.
type reader struct {
	person Person
	sites  map[id.ID]string
}

func (s *Service) reader(tx *db.Tx) (told reader, err error) {
	if told.sites, err = s.sites.SiteNames(tx); err != nil {
		return told, fmt.Errorf("read sites: %w", err)
	}
	told.person, err = s.person(tx)
	return told, err
}

// own reports whether he is of the enterprise.
func (told reader) own() bool { return told.person.Account != id.Nil }

// whole reports whether he is told cause, plan and owner.
func (told reader) whole(r hazardRow) bool { return told.own() || !r.selfFound() }

func (told reader) entry(r hazardRow) api.HazardEntry {
	e := api.HazardEntry{
		ID: string(r.ID), Day: string(r.Day), Site: string(r.SiteID), SiteName: told.sites[r.SiteID], Item: string(r.ItemID), ItemCode: r.ItemCode, Record: string(r.RecordID),
		Severity: r.Severity, Description: r.Description, State: string(r.State), OpenedAt: r.OpenedAt.UTC(), OpenedName: r.OpenedName, Due: r.DueAt.UTC(),
		RectifiedAt: utc(r.RectifiedAt), ClosedAt: utc(r.ClosedAt), Source: r.Source, SourceNumber: r.SourceNumber, Batch: r.Batch,
		FoundAgain: r.FoundAgain, Recurrences: r.Recurrences, RecurrenceOf: string(r.RecurrenceOf), Contained: r.Contained,
		Before: r.PhotoBefore, After: r.PhotoAfter, AgencyName: r.AgencyName, OfficerName: r.OfficerName,
	}
	if told.whole(r) {
		e.Cause, e.Owner, e.OwnerName, e.ToReport = r.Cause, string(r.OwnerID), r.OwnerName, r.ToReport
	}
	if told.own() {
		e.Mine = r.course(nil).Awaits(told.person)
	}
	return e
}
