package hazard

import (
	"context"
	"fmt"
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

// List returns open hazards by deadline and then closed ones, newest first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListHazardsInput) (*api.HazardsOutput, error) {
	after, err := parsePlace(in.After)
	if err != nil {
		return nil, err
	}
	limit := in.Limit
	if limit < 1 {
		limit = pageSize
	}
	out := &api.HazardsOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		var rows []hazardRow
		if !after.closed {
			if rows, err = openHazards(tx, after, limit+1); err != nil {
				return err
			}
			after = place{closed: true}
		}
		if len(rows) <= limit && !in.Open {
			closed, err := closedHazards(tx, after, limit+1-len(rows))
			if err != nil {
				return err
			}
			rows = append(rows, closed...)
		}
		if len(rows) > limit {
			rows = rows[:limit]
			out.Body.Next = placeOf(rows[limit-1]).String()
		}
		out.Body.Items, err = s.entries(tx, rows)
		return err
	})
	if err != nil {
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

// OfRecord returns the hazards that a check opened.
func (s *Service) OfRecord(tx *db.Tx, record id.ID) ([]api.HazardEntry, error) {
	rows, err := hazardsOfRecord(tx, record)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}

// OpenOf returns the open hazards of the transaction's enterprise by deadline.
func (s *Service) OpenOf(tx *db.Tx) ([]api.HazardEntry, error) {
	rows, err := openHazards(tx, place{}, mostOpen)
	if err != nil {
		return nil, err
	}
	return s.entries(tx, rows)
}

var taskTitles = map[State]string{Found: "隐患待采取管控措施", Measured: "隐患待整改", Rectified: "隐患待复核", Verified: "隐患待销号"}

// Tasks returns the open hazards that wait for the caller, by deadline.
func (s *Service) Tasks(tx *db.Tx) ([]api.Task, error) {
	p, err := s.person(tx)
	if err != nil || p.Account == id.Nil {
		return nil, err
	}
	rows, err := openHazards(tx, place{}, mostOpen)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	ids := make([]id.ID, len(rows))
	for n, r := range rows {
		ids[n] = r.ID
	}
	steps, err := stepsOf(tx, ids...)
	if err != nil {
		return nil, err
	}
	var tasks []api.Task
	for _, r := range rows {
		c := Course{State: r.State, Steps: steps[r.ID]}
		if c.Awaits(p) {
			until := r.DueAt.UTC()
			tasks = append(tasks, api.Task{Kind: "hazard", Subject: string(r.ID), Title: taskTitles[r.State], Note: r.Description, Severity: r.Severity, Due: &until})
		}
	}
	return tasks, nil
}

func (s *Service) output(tx *db.Tx, r hazardRow) (*api.HazardOutput, error) {
	entries, err := s.entries(tx, []hazardRow{r})
	if err != nil {
		return nil, err
	}
	steps, err := stepsOf(tx, r.ID)
	if err != nil {
		return nil, err
	}
	person, err := s.person(tx)
	if err != nil {
		return nil, err
	}
	h := api.Hazard{HazardEntry: entries[0], Steps: []api.HazardStep{}, Next: []string{}}
	for _, step := range steps[r.ID] {
		h.Steps = append(h.Steps, api.HazardStep{
			ID: string(step.ID), Number: step.Number, Kind: string(step.Kind), Note: step.Note, Photos: step.Photos,
			SelfVerified: step.SelfVerified, Name: step.Name, At: step.At,
		})
	}
	if person.Account != id.Nil {
		course := Course{State: r.State, Steps: steps[r.ID]}
		for _, k := range course.Next(person) {
			h.Next = append(h.Next, string(k))
		}
		h.SelfVerify = course.SelfVerifies(person)
	}
	return &api.HazardOutput{Body: h}, nil
}

func (s *Service) entries(tx *db.Tx, rows []hazardRow) ([]api.HazardEntry, error) {
	entries := []api.HazardEntry{}
	if len(rows) == 0 {
		return entries, nil
	}
	names, err := s.sites.SiteNames(tx)
	if err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	for _, r := range rows {
		e := api.HazardEntry{
			ID: string(r.ID), Day: string(r.Day), Site: string(r.SiteID), SiteName: names[r.SiteID], ItemCode: r.ItemCode, Record: string(r.RecordID),
			Severity: r.Severity, Description: r.Description, State: string(r.State),
			OpenedAt: r.OpenedAt.UTC(), OpenedName: r.OpenedName, Due: r.DueAt.UTC(),
		}
		if r.ClosedAt != nil {
			at := r.ClosedAt.UTC()
			e.ClosedAt = &at
		}
		entries = append(entries, e)
	}
	return entries, nil
}
