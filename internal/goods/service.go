package goods

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

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
	"zhize/internal/regulator"
)

// The kinds of sealed facts.
const (
	FactLogged       = "goods.logged"
	FactCommissioned = "goods.commissioned"
	FactEnded        = "goods.commission.ended"
	FactReported     = "goods.suspicion.reported"
	FactReceipted    = "goods.suspicion.receipted"
	FactHandled      = "goods.suspicion.handled"
)

// Service keeps the log of goods.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	obligations *obligation.Service
	enterprises *enterprise.Service
	regulator   *regulator.Service
	papers      *paper.Service
	photos      Photos
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, o *obligation.Service, e *enterprise.Service, r *regulator.Service, p *paper.Service, photos Photos) *Service {
	return &Service{db: d, ledger: l, obligations: o, enterprises: e, regulator: r, papers: p, photos: photos}
}

// Log logs a batch or corrects an entry. The ids are the client's: the same
// version sent again is logged once.
func (s *Service) Log(ctx context.Context, g access.Grant, in *api.LogGoodsInput) (*api.GoodsEntryOutput, error) {
	entry, err := id.Parse(in.Entry)
	if err != nil {
		return nil, ErrNotFound
	}
	version, err := id.Parse(in.Version)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.GoodsEntryOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		versions, err := versionsOf(tx, entry)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(versions, func(e Entry) bool { return e.ID == version }) {
			logged, err := s.log(tx, entry, version, versions, in.Body, nil)
			if err != nil {
				return err
			}
			versions = append(versions, logged)
		}
		return s.output(tx, versions, out)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// log logs a version; sites are the enterprise's where they have been read.
func (s *Service) log(tx *db.Tx, entry, version id.ID, versions []Entry, in api.GoodsVersion, sites map[id.ID]string) (Entry, error) {
	var f enterprise.Form
	e := read(&f, in.GoodsFields, tx.Today())
	e.Why = f.Line("body.why", in.Why, 300)
	if len(versions) > 0 {
		last := versions[len(versions)-1]
		switch {
		case in.Corrects != last.Version:
			return e, ErrChanged
		case e.Why == "":
			f.Refuse("body.why", words.Say("goods.input.why", "请写明为什么更正。"))
		case e.Kind != last.Kind:
			f.Refuse("body.kind", words.Say("goods.input.kind_fixed", "更正不能改变记录的种类，请另填一条。"))
		}
	}
	if !f.Faulty("body.site") {
		_, known := sites[e.Site]
		var err error
		if sites == nil {
			known, err = siteKnown(tx, e.Site)
		}
		if err != nil {
			return e, err
		}
		if !known {
			f.Refuse("body.site", words.Say("goods.input.site_unknown", "没有这个场所，请重新选择。"))
		}
	}
	if err := f.Err(ErrInput); err != nil {
		return e, err
	}
	e.ID, e.Entry, e.Version = version, entry, len(versions)+1
	return e, s.keep(tx, &e)
}

// Putting returns what logs one batch after the other that was kept elsewhere
// before, as in a table that is imported: the same checks, the same seal. The
// sites are the enterprise's own, as the caller has read them.
func (s *Service) Putting(tx *db.Tx, sites map[id.ID]string) func(api.GoodsFields) error {
	return func(in api.GoodsFields) error {
		entry := tx.NewID()
		_, err := s.log(tx, entry, entry, nil, api.GoodsVersion{GoodsFields: in}, sites)
		return err
	}
}

// keep seals an entry and writes it.
func (s *Service) keep(tx *db.Tx, e *Entry) error {
	e.By, e.Name, e.At = tx.Actor().Account, tx.Actor().Name, tx.Now()
	photos, err := s.evidence(tx, e.Photos)
	if err != nil {
		return err
	}
	body := struct {
		Entry   id.ID `json:"entry"`
		Version int   `json:"version"`
		api.GoodsFields
		Why string `json:"why,omitempty"`
	}{e.Entry, e.Version, fields(*e), e.Why}
	if e.Seq, err = s.seal(tx, FactLogged, e.Entry, e.Day, body, photos); err != nil {
		return err
	}
	return insertEntry(tx, *e)
}

// evidence returns the photos as they are sealed; all must be kept.
func (s *Service) evidence(tx *db.Tx, sha []string) ([]ledger.Photo, error) {
	photos, missing, err := s.photos.Evidence(tx, sha)
	if err != nil {
		return nil, fmt.Errorf("look up photos: %w", err)
	}
	if len(missing) > 0 {
		return nil, ErrPhotoMissing.With("missing", missing).At("body.photos", "")
	}
	return photos, nil
}

// seal appends a fact; the person's name stands apart from the body.
func (s *Service) seal(tx *db.Tx, kind string, subject id.ID, day clock.Day, body any, photos []ledger.Photo) (uint64, error) {
	b, err := json.Marshal(body)
	if err != nil {
		return 0, fmt.Errorf("encode %s %s: %w", kind, subject, err)
	}
	personal, err := json.Marshal(map[string]string{"account": string(tx.Actor().Account), "name": tx.Actor().Name})
	if err != nil {
		return 0, fmt.Errorf("encode person of %s %s: %w", kind, subject, err)
	}
	l, err := s.ledger.Append(tx, ledger.Fact{Kind: kind, Subject: subject, Day: day, Payload: ledger.Payload{Body: b, Personal: personal, Photos: photos}})
	if err != nil {
		return 0, fmt.Errorf("seal %s %s: %w", kind, subject, err)
	}
	return l.Seq, nil
}
