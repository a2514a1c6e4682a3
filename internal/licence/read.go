package licence

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// List returns the certificates with what there is to say about products and
// yearly reports.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListLicencesInput) (*api.LicencesOutput, error) {
	out := &api.LicencesOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Register(tx, in.All)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Register returns the certificates inside a transaction, as an agency reads them.
func (s *Service) Register(tx *db.Tx, all bool) (api.Licences, error) {
	var out api.Licences
	archive, err := s.enterprises.Archive(tx)
	if err != nil {
		return out, fmt.Errorf("read archive: %w", err)
	}
	rows, err := readLicences(tx, all)
	if err != nil {
		return out, err
	}
	if out.Items, err = wireAll(tx, rows); err != nil {
		return out, err
	}
	sortItems(out.Items)
	for _, k := range reference.LicenceKinds() {
		out.Kinds = append(out.Kinds, api.LicenceKind(k))
	}
	out.Products = covered(archive.Products, out.Items)
	if out.SelfChecks, err = selfChecks(tx); err != nil {
		return out, err
	}
	out.SelfCheckNote = reference.YearlySelfCheck().Source
	out.SelfCheckYears, err = s.missing(tx, out.Items, out.SelfChecks)
	return out, err
}

// ReadLicence returns a certificate with its history.
func (s *Service) ReadLicence(ctx context.Context, g access.Grant, in *api.LicenceInput) (*api.LicenceOutput, error) {
	licence, err := id.Parse(in.Licence)
	if err != nil {
		return nil, ErrNotFound
	}
	var out *api.LicenceOutput
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.LicenceFor(tx, licence)
		return err
	})
	return out, err
}

// LicenceFor returns a certificate inside a transaction.
func (s *Service) LicenceFor(tx *db.Tx, licence id.ID) (*api.LicenceOutput, error) {
	r, err := findLicence(tx, licence)
	if err != nil {
		return nil, err
	}
	all, err := wireAll(tx, []licenceRow{r})
	if err != nil {
		return nil, err
	}
	facts, err := factsOf(tx, licence)
	if err != nil {
		return nil, err
	}
	out := &api.LicenceOutput{}
	out.Body.Licence, out.Body.Events = all[0], []api.LicenceEvent{}
	for _, f := range facts {
		out.Body.Events = append(out.Body.Events, api.LicenceEvent{Kind: f.Kind, Text: f.Text, Reason: f.Reason, ByName: f.ByName, At: f.At.UTC()})
	}
	return out, nil
}

func wireAll(tx *db.Tx, rows []licenceRow) ([]api.Licence, error) {
	all := []api.Licence{}
	for _, r := range rows {
		f, err := parse[api.LicenceFields](r.Content)
		if err != nil {
			return nil, err
		}
		kind, _ := reference.LicenceKindOf(r.Kind)
		l := api.Licence{
			ID: string(r.ID), LicenceFields: f, KindName: kind.Name, ReplacedBy: string(r.ReplacedBy), Withdrawal: r.Withdrawal, WithdrawnOn: string(r.WithdrawnOn),
			Reason: r.Reason, Version: r.Version, EnteredBy: r.EnteredName, EnteredAt: r.EnteredAt.UTC(),
		}
		switch l.State, l.DaysLeft = stateOf(f, tx.Today()); {
		case r.ReplacedBy != id.Nil:
			l.State, l.DaysLeft = Replaced, nil
		case r.Withdrawal != "":
			l.State, l.DaysLeft = Withdrawn, nil
		}
		all = append(all, l)
	}
	return all, nil
}

// Warnings are the certificates whose last day is over and that nobody has
// replaced or withdrawn.
func (s *Service) Warnings(tx *db.Tx) ([]api.Warning, error) {
	rows, err := readLicences(tx, false)
	if err != nil {
		return nil, err
	}
	items, err := wireAll(tx, rows)
	if err != nil {
		return nil, err
	}
	sortItems(items)
	var all []api.Warning
	for _, l := range items {
		if l.State == Lapsed {
			said := words.Say("licence.lapsed", "{title} 已于 {day} 到期。证书已过期，请停用并更换。", "title", title(l.LicenceFields), "day", paper.Day(clock.Day(l.Until)), "date", l.Until)
			all = append(all, api.Warning{Kind: KindExpiry, Subject: l.ID, Text: said.Text, Said: api.Sentence(said), Since: l.Until})
		}
	}
	return all, nil
}

// Change is something that happened to certificates in a time.
type Change struct {
	Day clock.Day
	// Kind is entered, renewed, corrected, withdrawn or lapsed.
	Kind, Text string
}

// Changes lists what happened in the range, and what lapsed in it, for the
// month's minutes.
func (s *Service) Changes(tx *db.Tx, from, to clock.Day) ([]Change, error) {
	facts, err := factsBetween(tx, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	var all []Change
	for _, f := range facts {
		all = append(all, Change{clock.DayOf(f.At), f.Kind, f.Text})
	}
	rows, err := readLicences(tx, false)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if r.UntilDay == "" || r.UntilDay.Before(from) || r.UntilDay.After(to) || !r.UntilDay.Before(tx.Today()) {
			continue
		}
		f, err := parse[api.LicenceFields](r.Content)
		if err != nil {
			return nil, err
		}
		all = append(all, Change{r.UntilDay, Lapsed, "到期：" + title(f)})
	}
	slices.SortStableFunc(all, func(a, b Change) int {
		switch {
		case a.Day.Before(b.Day):
			return -1
		case b.Day.Before(a.Day):
			return 1
		}
		return 0
	})
	return all, nil
}

// Happened tells the month's minutes what changed.
func (s *Service) Happened(tx *db.Tx, from, to clock.Day) ([]api.MonthlyHappening, error) {
	changes, err := s.Changes(tx, from, to)
	if err != nil {
		return nil, err
	}
	var all []api.MonthlyHappening
	for _, c := range changes {
		all = append(all, api.MonthlyHappening{Kind: "licence", Day: string(c.Day), Text: strings.Replace(c.Text, "：", "", 1)})
	}
	return all, nil
}
