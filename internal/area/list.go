package area

import (
	"context"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// stripDays is the length of an enterprise's strip, today included.
const stripDays = 30

// filter picks enterprises of the area.
type filter struct {
	name, identifier string
	from, to         string // paths of an office
	sizeGrade        *string
	business         string
	need             string
	inScope          string
	after            *named
	limit            int
}

// List answers the enterprises of the area by name. A page begins after the
// enterprise that ended the one before; the cursor is its id and says nothing
// to who may not see it.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListAreaInput) (*api.AreaListOutput, error) {
	out := &api.AreaListOutput{}
	out.Body.Items = []api.AreaEntry{}
	err := s.db.Report(ctx, g, func(tx *db.Tx) error {
		agencies, err := agenciesOf(tx)
		if err != nil {
			return err
		}
		f, err := filterOf(tx, in, agencies)
		if err != nil {
			return err
		}
		rows, err := page(tx, f)
		if err != nil {
			return err
		}
		if len(rows) > in.Limit {
			rows = rows[:in.Limit]
			out.Body.Next = string(rows[len(rows)-1].ID)
		}
		if len(rows) == 0 {
			return nil
		}
		out.Body.Items, err = entries(tx, rows, agencies)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func filterOf(tx *db.Tx, in *api.ListAreaInput, agencies []agency) (filter, error) {
	f := filter{business: in.Business, need: in.Need, inScope: in.InScope, limit: in.Limit + 1}
	if q := strings.TrimSpace(in.Query); q != "" {
		f.name, f.identifier = "%"+literal.Replace(q)+"%", strings.ToUpper(q)
	}
	switch in.SizeGrade {
	case "":
	case "ungraded":
		f.sizeGrade = new(string)
	default:
		f.sizeGrade = &in.SizeGrade
	}
	if in.Office != "" {
		i := slices.IndexFunc(agencies, func(a agency) bool { return string(a.ID) == strings.ToLower(in.Office) })
		if i < 0 {
			return f, ErrOffice
		}
		f.from = agencies[i].Path
		f.to = f.from[:len(f.from)-1] + "0" // '0' follows '/'
	}
	if in.After != "" {
		last, err := id.Parse(in.After)
		if err != nil {
			return f, ErrPage
		}
		names, err := namesOf(tx, []id.ID{last})
		if err != nil {
			return f, err
		}
		at, ok := names[last]
		if !ok {
			return f, ErrPage
		}
		f.after = &at
	}
	return f, nil
}

// literal lets a search mean what it says: in LIKE % and _ stand for anything.
var literal = strings.NewReplacer("!", "!!", "%", "!%", "_", "!_")

// entries completes a page with what belongs to its enterprises.
func entries(tx *db.Tx, rows []entryRow, agencies []agency) ([]api.AreaEntry, error) {
	ids := make([]id.ID, len(rows))
	for i, r := range rows {
		ids[i] = r.ID
	}
	d, err := detailsOf(tx, ids)
	if err != nil {
		return nil, err
	}
	today := tx.Today()
	marks, err := marksOf(tx, ids, today.Add(1-stripDays), today)
	if err != nil {
		return nil, err
	}
	all := make([]api.AreaEntry, len(rows))
	for i, r := range rows {
		all[i] = api.AreaEntry{
			ID: string(r.ID), Name: r.Name, Identifier: r.Identifier, OfficeName: officeName(agencies, r.Path), OfficerName: d.officer[r.ID],
			SizeGrade: r.SizeGrade, Businesses: d.businesses[r.ID], InScope: r.InScope, HasAccount: d.people[r.ID], OpenHazards: d.hazards[r.ID],
			Strip: strip(marks[r.ID], today),
		}
		if all[i].Businesses == nil {
			all[i].Businesses = []string{}
		}
	}
	return all, nil
}

// gravity orders the states of a day's checks; the gravest stands for the day.
var gravity = []string{"none", "coming", "excused", "open", "zero_risk", "hazards", "arrived_late", "backfilled", "missed"}

// strip folds the states of the last days' checks into one a day.
func strip(marks []mark, today clock.Day) []api.StripDay {
	days := make([]api.StripDay, stripDays)
	first := today.Add(1 - stripDays)
	for i := range days {
		days[i] = api.StripDay{Day: string(first.Add(i)), State: gravity[0]}
	}
	for _, m := range marks {
		d := &days[m.Day.Sub(first)]
		if slices.Index(gravity, m.Counted) > slices.Index(gravity, d.State) {
			d.State = m.Counted
		}
	}
	return days
}
