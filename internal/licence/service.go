package licence

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/file"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// Service keeps certificates.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	files       *file.Service
	papers      *paper.Service
	enterprises *enterprise.Service
	posts       Posts
	duties      Duties
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, files *file.Service, papers *paper.Service, enterprises *enterprise.Service, posts Posts, duties Duties) *Service {
	return &Service{db: d, ledger: l, files: files, papers: papers, enterprises: enterprises, posts: posts, duties: duties}
}

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
	archive, err := s.enterprises.Archive(tx)
	if err != nil {
		return fmt.Errorf("read archive: %w", err)
	}
	if err := check(&f, archive.Products); err != nil {
		return err
	}
	before, err := lockLicence(tx, licence)
	isNew := errors.Is(err, ErrNotFound)
	if err != nil && !isNew {
		return err
	}
	same, err := sameNumber(tx, f.Kind, f.Number)
	if err != nil {
		return err
	}
	for _, r := range same {
		if r.ID != licence && string(r.ID) != f.Replaces {
			return ErrNumber.At("body.number", "")
		}
	}
	if isNew {
		return s.enter(tx, licence, version, f)
	}
	return s.correct(tx, before, version, f, reason)
}

func (s *Service) enter(tx *db.Tx, licence, version id.ID, f api.LicenceFields) error {
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
	if err := s.wind(tx, licence, f); err != nil {
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

func (s *Service) correct(tx *db.Tx, before licenceRow, version id.ID, f api.LicenceFields, reason string) error {
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
	if err := s.wind(tx, before.ID, f); err != nil {
		return err
	}
	return s.seal(tx, r, f, nil)
}

// wind opens the obligation that a certificate's last day is, and the yearly
// reports that it brings.
func (s *Service) wind(tx *db.Tx, licence id.ID, f api.LicenceFields) error {
	post, err := s.post(tx)
	if err != nil {
		return err
	}
	if f.Until != "" {
		kind, _ := reference.LicenceKindOf(f.Kind)
		day := clock.Day(f.Until)
		o := obligation.Obligation{
			Kind: KindExpiry, Subject: licence, Day: day, Post: post, Title: "证照到期：" + title(f),
			Opens: day.Add(-lead(kind)).Start(), Due: day.At(24*60 - 1),
		}
		if err := s.duties.Open(tx, o); err != nil {
			return err
		}
	}
	return s.planChecks(tx, f, post)
}

// post is whose duty the clocks are: the director's, and without one the
// officer's.
func (s *Service) post(tx *db.Tx) (access.Role, error) {
	holders, err := s.posts.Holders(tx)
	if err != nil {
		return "", fmt.Errorf("read posts: %w", err)
	}
	for _, h := range holders {
		if h.Post == string(access.Director) {
			return access.Director, nil
		}
	}
	return access.Officer, nil
}

// WithdrawLicence records that a certificate was given up, revoked or is no
// longer used.
func (s *Service) WithdrawLicence(ctx context.Context, g access.Grant, in *api.WithdrawLicenceInput) (*api.LicenceOutput, error) {
	licence, err := id.Parse(in.Licence)
	if err != nil {
		return nil, ErrNotFound
	}
	fact, err := id.Parse(in.Withdrawal)
	if err != nil {
		return nil, ErrNotFound
	}
	day, err := clock.ParseDay(in.Body.Day)
	if err != nil {
		return nil, ErrInput.At("body.day", "请选择日期。")
	}
	if withdrawalWords[in.Body.Kind] == "" {
		return nil, ErrInput.At("body.kind", "请选择注销、撤销或不再使用。")
	}
	if in.Body.Reason == "" {
		return nil, ErrInput.At("body.reason", "请写明原因。")
	}
	return s.write(ctx, g, licence, func(tx *db.Tx) error {
		r, err := lockLicence(tx, licence)
		if err != nil {
			return err
		}
		switch used, err := subjectOf(tx, fact); {
		case err != nil:
			return err
		case used == licence:
			return nil
		case used != id.Nil:
			return ErrIDTaken
		case day.After(tx.Today()):
			return ErrFuture.At("body.day", "")
		case r.ReplacedBy != id.Nil || r.Withdrawal != "":
			return ErrOver
		}
		return s.withdraw(tx, r, fact, in.Body.Kind, in.Body.Reason, day)
	})
}

func (s *Service) withdraw(tx *db.Tx, r licenceRow, fact id.ID, kind, reason string, day clock.Day) error {
	f, err := parse[api.LicenceFields](r.Content)
	if err != nil {
		return err
	}
	if err := s.duties.Withdraw(tx, KindExpiry, r.ID); err != nil {
		return err
	}
	row := factRow{ID: fact, SubjectID: r.ID, Kind: withdrawn, Version: r.Version + 1, Reason: reason, Text: withdrawalWords[kind] + "：" + title(f)}
	changes := map[string]any{"withdrawal": kind, "withdrawn_on": day, "reason": reason, "version": row.Version}
	if err := updateLicence(tx, r.ID, changes); err != nil {
		return err
	}
	if err := s.dropChecks(tx); err != nil {
		return err
	}
	return s.seal(tx, row, f, map[string]any{"withdrawal": kind, "day": day})
}

// seal appends what happened to the chain as "licence." and its kind, and
// writes its row. A person's certificate names him apart from the body.
func (s *Service) seal(tx *db.Tx, r factRow, f api.LicenceFields, more map[string]any) error {
	by := tx.Actor()
	r.ByID, r.ByName, r.At = by.Account, by.Name, tx.Now()
	personal := map[string]any{"account": r.ByID, "name": r.ByName, "scans": f.Scans}
	evidence, err := s.files.Evidence(tx, hashes(f.Scans)...)
	if err != nil {
		return err
	}
	sealed := f
	sealed.Scans = nil
	if kind, _ := reference.LicenceKindOf(f.Kind); kind.Holder == "person" {
		personal["holder"], sealed.Holder = f.Holder, ""
	}
	content := map[string]any{"licence": r.SubjectID, "version": r.Version, "fields": sealed}
	if r.Reason != "" {
		content["reason"] = r.Reason
	}
	for k, v := range more {
		content[k] = v
	}
	r.FactSeq, err = s.append(tx, ledger.Fact{Kind: "licence." + r.Kind, Subject: r.SubjectID, Payload: ledger.Payload{Photos: evidence}}, content, personal)
	if err != nil {
		return err
	}
	return insertFact(tx, r)
}

func (s *Service) append(tx *db.Tx, f ledger.Fact, content, personal any) (int64, error) {
	var err error
	if f.Body, err = json.Marshal(content); err != nil {
		return 0, fmt.Errorf("encode %s: %w", f.Kind, err)
	}
	if f.Personal, err = json.Marshal(personal); err != nil {
		return 0, fmt.Errorf("encode people of %s: %w", f.Kind, err)
	}
	link, err := s.ledger.Append(tx, f)
	if err != nil {
		return 0, fmt.Errorf("seal %s %s: %w", f.Kind, f.Subject, err)
	}
	return int64(link.Seq), nil
}

func hashes(files []api.FileRef) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.SHA256)
	}
	return all
}

func (s *Service) write(ctx context.Context, g access.Grant, licence id.ID, do func(*db.Tx) error) (*api.LicenceOutput, error) {
	var out *api.LicenceOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		if err := do(tx); err != nil {
			return err
		}
		var err error
		out, err = s.LicenceFor(tx, licence)
		return err
	})
	return out, err
}
