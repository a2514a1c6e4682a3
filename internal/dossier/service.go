package dossier

import (
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// ErrRange refuses a range that is none.
var ErrRange = fault.New(fault.Invalid, "dossier.range", "起止日期不正确：结束日期应不早于开始日期，且最长一年。请重新选择。")

// window is the number of days over which checks are counted unless asked
// otherwise; longest bounds what can be asked.
const (
	window  = 30
	longest = 366
)

// Service answers from the rows of the nouns.
type Service struct {
	db     *db.DB
	ports  Ports
	papers *paper.Service
}

// New makes the service.
func New(d *db.DB, papers *paper.Service, p Ports) *Service {
	return &Service{db: d, papers: papers, ports: p}
}

// Items answers for the transaction's enterprise, over the last 30 days.
func (s *Service) Items(tx *db.Tx) ([]api.DossierItem, error) {
	return s.Between(tx, tx.Today().Add(-window+1), tx.Today())
}

// Between answers for the days from–to. An enterprise that makes and sells is
// asked by both forms; what both ask alike is answered once.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.DossierItem, error) {
	e, err := s.ports.Archive.Archive(tx)
	if err != nil {
		return nil, fmt.Errorf("read archive: %w", err)
	}
	when := words.Say("dossier.when.days", "{from} 至 {to}", "from", from, "to", to)
	if to == tx.Today() && from == to.Add(-window+1) {
		when = words.Say("dossier.when.last", "近 {n} 天", "n", window)
	}
	all := []api.DossierItem{}
	for _, side := range sides(e) {
		for _, group := range reference.Annex3(side) {
			if group.No != "1" && group.No != "2" {
				continue
			}
			for _, t := range group.Items {
				same := func(i api.DossierItem) bool { return i.Code == t.Code && i.Text == t.Text }
				if n := slices.IndexFunc(all, same); n >= 0 {
					all[n].Sides = append(all[n].Sides, string(side))
					continue
				}
				item, err := s.item(tx, t.Code, side, when, from, to)
				if err != nil {
					return nil, fmt.Errorf("answer %s: %w", t.Code, err)
				}
				item.Code, item.Text, item.Group, item.Sides = t.Code, t.Text, group.Title, []string{string(side)}
				item.Evidence = append([]api.DossierEvidence{}, item.Evidence[:min(len(item.Evidence), mostEvidence)]...)
				all = append(all, item)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b api.DossierItem) int {
		switch {
		case a.Code < b.Code:
			return -1
		case a.Code > b.Code:
			return 1
		}
		return 0
	})
	return all, nil
}

// sides are the forms by which the enterprise is asked; who has told nothing is
// taken for a seller, whose form is the shorter one.
func sides(e api.Enterprise) []reference.Side {
	var all []reference.Side
	for _, side := range []reference.Side{reference.Production, reference.Sales} {
		if slices.ContainsFunc(e.Businesses, func(b api.BusinessFigures) bool { return (b.Kind == "production") == (side == reference.Production) }) {
			all = append(all, side)
		}
	}
	if len(all) == 0 {
		return []reference.Side{reference.Sales}
	}
	return all
}

// item asks the noun whose item it is.
func (s *Service) item(tx *db.Tx, code string, side reference.Side, when words.Sentence, from, to clock.Day) (api.DossierItem, error) {
	for _, other := range s.ports.Others {
		item, ok, err := other.Answer(tx, code, string(side), from, to)
		if err != nil || ok {
			return item, err
		}
	}
	a, err := s.answer(tx, code, when, from, to)
	return a.item(), err
}

func (s *Service) answer(tx *db.Tx, code string, when words.Sentence, from, to clock.Day) (answer, error) {
	p := s.ports
	switch {
	case code == "1.2" && p.Appointments != nil:
		holders, err := p.Appointments.Holders(tx)
		if err != nil {
			return answer{}, fmt.Errorf("read who is in office: %w", err)
		}
		staffing, err := p.Appointments.StaffingOf(tx)
		return people(holders, staffing), err
	case code == "1.4" && p.RiskLists != nil:
		versions, err := p.RiskLists.Versions(tx)
		return lists(versions), err
	case code == "2.1" && p.Dailies != nil:
		counts, days, err := p.Dailies.Counts(tx, from, to, id.Nil)
		return dailies(when, counts, days, tx.Today()), err
	case code == "2.2" && p.Weekly != "":
		all, err := p.Periods.Periods(tx, p.Weekly, clock.WeekOf(from).First(), to)
		return periods(when, week, all, tx.Now()), err
	case code == "2.3" && p.Monthly != "":
		all, err := p.Periods.Periods(tx, p.Monthly, from.Month().First(), to)
		return periods(when, month, all, tx.Now()), err
	case code == "2.4" && p.Hazards != nil:
		tally, err := p.Hazards.Tally(tx)
		if err != nil {
			return answer{}, err
		}
		open, err := p.Hazards.OpenOf(tx)
		return hazards(tally, open), err
	case code == "2.5" && p.Training != nil:
		year, err := p.Training.Year(tx, to.Year())
		return training(year), err
	}
	return answer{state: Unknown, reason: []words.Sentence{noRows}}, nil
}

// Read is the completeness page.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadDossierInput) (*api.DossierOutput, error) {
	out := &api.DossierOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		from, to, err := span(tx, in)
		if err != nil {
			return err
		}
		out.Body.From, out.Body.To = string(from), string(to)
		out.Body.Items, err = s.Between(tx, from, to)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// span reads the range; what is absent is the last 30 days.
func span(tx *db.Tx, in *api.ReadDossierInput) (from, to clock.Day, err error) {
	to = tx.Today()
	if in.To != "" {
		if to, err = clock.ParseDay(in.To); err != nil {
			return "", "", ErrRange.At("query.to", "")
		}
	}
	from = to.Add(-window + 1)
	if in.From != "" {
		if from, err = clock.ParseDay(in.From); err != nil {
			return "", "", ErrRange.At("query.from", "")
		}
	}
	if to.Before(from) || to.Sub(from) > longest {
		return "", "", ErrRange.At("query.from", "")
	}
	return from, to, nil
}
