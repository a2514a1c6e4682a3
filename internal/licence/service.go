package licence

import (
	"context"
	"encoding/json"
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

// wind opens the obligation that a certificate's last day is, and the yearly
// reports that it brings.
func (s *Service) wind(tx *db.Tx, licence id.ID, f api.LicenceFields, post access.Role) error {
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
