package hazard

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// idOfReport is the client's id of a report that is attached: sent again, it is
// found as a step.
func idOfReport(f hazardRow) id.ID {
	if f.Source == FromCheck || f.Source == FromWeekly {
		return id.Nil
	}
	return f.ID
}

// Report opens a hazard that somebody saw at any time.
func (s *Service) Report(ctx context.Context, g access.Grant, in *api.ReportHazardInput) (*api.HazardOutput, error) {
	hazard, err := id.Parse(in.Hazard)
	if err != nil {
		return nil, ErrNotFound
	}
	b := in.Body
	h := hazardRow{
		ID: hazard, Severity: b.Severity, Description: strings.TrimSpace(b.Description), Source: cmp.Or(b.Source, FromSpot), SourceNumber: strings.TrimSpace(b.SourceNumber),
		Batch: strings.TrimSpace(b.Batch), SiteID: id.ID(b.Site), ItemID: id.ID(b.Item), ItemCode: b.ItemCode,
	}
	if err := checkNote(b.Description, "body.description"); err != nil {
		return nil, err
	}
	if err := errors.Join(checkWords(b.Measure, "body.measure"), checkWords(b.SourceNumber, "body.sourceNumber"), checkWords(b.Batch, "body.batch")); err != nil {
		return nil, ErrControl
	}
	if h.Source != FromSpot && h.SourceNumber == "" {
		return nil, ErrNumber.At("body.sourceNumber", "")
	}
	var out *api.HazardOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		known, err := s.reported(tx, hazard)
		if err != nil {
			return err
		}
		if known.ID != id.Nil {
			out, err = s.output(tx, known)
			return err
		}
		h.Day = tx.Today()
		if err := s.atSite(tx, h.SiteID); err != nil {
			return err
		}
		if h.Source != FromSpot && b.Due != "" {
			day, err := dueDay(b.Due, tx.Today())
			if err != nil {
				return err
			}
			h.DueAt = endOf(day)
		}
		became, err := s.find(tx, h, b.Measure, b.Photos)
		if err != nil {
			return err
		}
		out, err = s.ReadFor(tx, became)
		return err
	})
	return out, err
}

// reported returns what an id was used for already: a hazard that its caller
// opened, or a finding that was attached to one.
func (s *Service) reported(tx *db.Tx, hazard id.ID) (hazardRow, error) {
	h, err := findHazard(tx, hazard)
	switch {
	case err == nil && (h.OpenedBy != tx.Actor().Account || h.Source == FromCheck || h.Source == FromWeekly):
		return hazardRow{}, ErrTaken
	case err == nil || !errors.Is(err, ErrNotFound):
		return h, err
	}
	attached, err := hazardOfStep(tx, hazard)
	if err != nil || attached == id.Nil {
		return hazardRow{}, err
	}
	return findHazard(tx, attached)
}

func (s *Service) atSite(tx *db.Tx, site id.ID) error {
	if site == id.Nil {
		return nil
	}
	names, err := s.sites.SiteNames(tx)
	if err != nil {
		return fmt.Errorf("read sites: %w", err)
	}
	if _, ok := names[site]; !ok {
		return ErrSite.At("body.site", "")
	}
	return nil
}

func dueDay(day string, today clock.Day) (clock.Day, error) {
	d, err := clock.ParseDay(day)
	if err != nil || d.Before(today) {
		return "", ErrDueDay.At("body.due", "")
	}
	return d, nil
}

// unique leaves out photos that are named twice.
func unique(sha []string) []string {
	all := []string{}
	for _, one := range sha {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}
