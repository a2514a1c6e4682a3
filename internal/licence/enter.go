package licence

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// PutLicence enters a certificate, or corrects one by a further version.
func (s *Service) PutLicence(ctx context.Context, g access.Grant, in *api.PutLicenceInput) (*api.LicenceOutput, error) {
	licence, err := id.Parse(in.Licence)
	if err != nil {
		return nil, ErrNotFound
	}
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrNotFound
	}
	return s.write(ctx, g, licence, func(tx *db.Tx) error {
		return s.Put(tx, licence, version, in.Body.LicenceFields, in.Body.Reason)
	})
}

// Put is one certificate, entered or corrected, in the transaction of whoever
// brings it. The version's id makes it happen once.
func (s *Service) Put(tx *db.Tx, licence, version id.ID, f api.LicenceFields, reason string) error {
	switch used, err := subjectOf(tx, version); {
	case err != nil:
		return err
	case used == licence:
		return nil
	case used != id.Nil:
		return ErrIDTaken
	}
	e, err := s.Entering(tx)
	if err != nil {
		return err
	}
	if err := e.judge(licence, &f); err != nil {
		return err
	}
	before, err := lockLicence(tx, licence)
	isNew := errors.Is(err, ErrNotFound)
	if err != nil && !isNew {
		return err
	}
	if isNew {
		return s.enter(tx, licence, version, f, e.post)
	}
	return s.correct(tx, before, version, f, e.post, reason)
}

// Entering enters certificates in one transaction, as a file brings them: what
// holds for all of them is read once.
type Entering struct {
	service  *Service
	tx       *db.Tx
	products []api.Product
	post     access.Role
}

// Entering begins.
func (s *Service) Entering(tx *db.Tx) (*Entering, error) {
	archive, err := s.enterprises.Archive(tx)
	if err != nil {
		return nil, fmt.Errorf("read archive: %w", err)
	}
	post, err := s.post(tx)
	return &Entering{s, tx, archive.Products, post}, err
}

// Product is the id of the product of that name in the archive; none if there is none.
func (e *Entering) Product(name string) string {
	n := slices.IndexFunc(e.products, func(p api.Product) bool { return p.Name == name })
	if n < 0 {
		return ""
	}
	return e.products[n].ID
}

// Put enters one that is new, under an id of the transaction.
func (e *Entering) Put(f api.LicenceFields) error {
	licence := e.tx.NewID()
	if err := e.judge(licence, &f); err != nil {
		return err
	}
	return e.service.enter(e.tx, licence, licence, f, e.post)
}

// judge names everything that is wrong with a certificate at once.
func (e *Entering) judge(licence id.ID, f *api.LicenceFields) error {
	refused := check(f, e.products)
	taken, err := numberTaken(e.tx, licence, *f)
	switch wrong, _ := fault.Of(refused); {
	case err != nil:
		return err
	case taken:
		return cmp.Or(wrong, ErrNumber).For("body.number", ErrNumber.Said())
	}
	return refused
}

// numberTaken reports whether another certificate of the kind bears the number.
func numberTaken(tx *db.Tx, licence id.ID, f api.LicenceFields) (bool, error) {
	same, err := sameNumber(tx, f.Kind, f.Number)
	return slices.ContainsFunc(same, func(r licenceRow) bool { return r.ID != licence && string(r.ID) != f.Replaces }), err
}

func (s *Service) enter(tx *db.Tx, licence, version id.ID, f api.LicenceFields, post access.Role) error {
	kind := entered
	if f.Replaces != "" {
		kind = renewed
		if err := s.replace(tx, licence, f); err != nil {
			return err
		}
	}
	content, err := text(f)
	if err != nil {
		return err
	}
	by := tx.Actor()
	r := licenceRow{
		ID: licence, Kind: f.Kind, Number: f.Number, UntilDay: clock.Day(f.Until), Content: content, Version: 1,
		EnteredID: by.Account, EnteredName: by.Name, EnteredAt: tx.Now(),
	}
	if err := insertLicence(tx, r); err != nil {
		return err
	}
	if err := s.wind(tx, licence, f, post); err != nil {
		return err
	}
	words := "登记：" + title(f)
	if kind == renewed {
		words = "换证：" + title(f)
	}
	return s.seal(tx, factRow{ID: version, SubjectID: licence, Kind: kind, Version: 1, Text: words}, f, nil)
}

// replace ends the certificate that another renews, and with it its clock.
func (s *Service) replace(tx *db.Tx, licence id.ID, f api.LicenceFields) error {
	old, err := id.Parse(f.Replaces)
	if err != nil {
		return ErrReplaces.At("body.replaces", "").Because(err)
	}
	r, err := lockLicence(tx, old)
	if err != nil || r.Kind != f.Kind || r.ReplacedBy != id.Nil || r.Withdrawal != "" || old == licence {
		return ErrReplaces.At("body.replaces", "").Because(err)
	}
	if r.UntilDay != "" {
		if err := s.duties.Settle(tx, KindExpiry, old, r.UntilDay, licence); err != nil {
			return err
		}
	}
	return updateLicence(tx, old, map[string]any{"replaced_by": licence})
}

func (s *Service) correct(tx *db.Tx, before licenceRow, version id.ID, f api.LicenceFields, post access.Role, reason string) error {
	fields, err := parse[api.LicenceFields](before.Content)
	if err != nil {
		return err
	}
	switch {
	case before.ReplacedBy != id.Nil || before.Withdrawal != "":
		return ErrOver
	case reason == "":
		return ErrReason.At("body.reason", "")
	case f.Replaces != fields.Replaces || f.Kind != fields.Kind:
		return ErrReplaces.At("body.replaces", "")
	}
	content, err := text(f)
	if err != nil {
		return err
	}
	r := factRow{ID: version, SubjectID: before.ID, Kind: corrected, Version: before.Version + 1, Reason: reason, Text: "更正：" + title(f)}
	changes := map[string]any{"number": f.Number, "until_day": clock.Day(f.Until), "content": content, "version": r.Version, "reason": reason}
	if err := updateLicence(tx, before.ID, changes); err != nil {
		return err
	}
	if f.Until != fields.Until {
		if err := s.duties.Withdraw(tx, KindExpiry, before.ID); err != nil {
			return err
		}
	}
	if err := s.wind(tx, before.ID, f, post); err != nil {
		return err
	}
	return s.seal(tx, r, f, nil)
}
