//go:build !js

package ledger

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrRange     = fault.New(fault.Invalid, "ledger.export.range", "日期范围不正确：结束日期不能早于开始日期，且最多 400 天。")
	ErrNoReceipt = fault.New(fault.NotFound, "ledger.receipt.none", "还没有签发过回执。首次提交记录后，次日起可以下载。")
)

// longest is the longest range of one export in days.
const longest = 400

// Photos opens the bytes of kept photos.
type Photos interface {
	// Open returns a photo of the transaction's enterprise; false if it is gone.
	Open(tx *db.Tx, sha256 string) ([]byte, bool, error)
}

// Service appends to the chains, signs checkpoints and exports.
type Service struct {
	db       *db.DB
	key      *Key
	instance string
	photos   Photos
	inward   []string // kinds of facts withheld from agencies
	shown    []func(*db.Tx) ([]id.ID, error)
}

// New makes the service. The instance's name is part of its key.
func New(d *db.DB, key *Key, instance string, photos Photos) *Service {
	return &Service{db: d, key: key, instance: instance, photos: photos}
}

// PublicKey returns the verifier key, which enterprises and authorities pin.
func (s *Service) PublicKey() string { return s.key.Public() }

// Append seals a fact into the chain of the transaction's enterprise. It is
// the last statement of the fact's transaction: the chain stays locked until
// the commit, so that concurrent writers queue and never fork.
func (s *Service) Append(tx *db.Tx, f Fact) (Link, error) {
	if err := f.Draw(random{tx}); err != nil {
		return Link{}, err
	}
	if g, ok := tx.Kept(gathered{}).(*gathering); ok {
		return g.append(tx, f, s.key.ID())
	}
	head, err := lockHead(tx)
	if err != nil {
		return Link{}, fmt.Errorf("lock chain of %s: %w", tx.Enterprise(), err)
	}
	link, err := head.Seal(f, tx.Now(), s.key.ID())
	if err != nil {
		return Link{}, err
	}
	if err := insertLinks(tx, linked{link, f.Payload}); err != nil {
		return Link{}, err
	}
	if err := moveHead(tx, head, link.Head()); err != nil {
		return Link{}, fmt.Errorf("move head to %d: %w", link.Seq, err)
	}
	return link, nil
}

// random reads the transaction's randomness.
type random struct{ tx *db.Tx }

func (r random) Read(b []byte) (int, error) { return len(b), r.tx.Random(b) }

// Checkpoint signs the heads of all chains and proves each that has grown
// since its last receipt. Without growth there is no new checkpoint.
func (s *Service) Checkpoint(ctx context.Context) error {
	return s.db.Write(ctx, access.System("ledger.checkpoint"), func(tx *db.Tx) error {
		if err := lockCheckpoints(tx); err != nil {
			return err
		}
		heads, err := headsOfAll(tx)
		if err != nil {
			return err
		}
		covered, err := receiptedSeqs(tx)
		if err != nil {
			return err
		}
		var grown []id.ID
		for _, h := range heads {
			if h.Seq > covered[h.Chain] {
				grown = append(grown, h.Chain)
			}
		}
		if len(grown) == 0 {
			return nil
		}
		last, err := lastCheckpoint(tx)
		if err != nil {
			return fmt.Errorf("read last checkpoint: %w", err)
		}
		number, at := last.Number+1, tx.Now()
		if at.Before(last.At) {
			at = last.At // a replica's clock lags, or this one has waited for the lock
		}
		note, tree, err := BuildCheckpoint(heads, last.Note, number, at, s.key)
		if err != nil {
			return err
		}
		if err := tx.SQL().Create(&checkpointRow{Number: number, Note: note, At: at}).Error; err != nil {
			return fmt.Errorf("insert checkpoint %d: %w", number, err)
		}
		rows := make([]receiptRow, 0, len(grown))
		for _, chain := range grown {
			r, _, err := tree.Receipt(chain)
			if err != nil {
				return err
			}
			rows = append(rows, receiptRow{EnterpriseID: db.Tenant(chain), Number: number, Epoch: r.Head.Epoch, Seq: r.Head.Seq, Hash: r.Head.Hash[:], Receipt: r.Text()})
		}
		if err := tx.SQL().CreateInBatches(rows, 500).Error; err != nil {
			return fmt.Errorf("insert receipts of checkpoint %d: %w", number, err)
		}
		return nil
	})
}

// Receipt returns the newest receipt of the enterprise as a file.
func (s *Service) Receipt(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.Blob, error) {
	if err := s.cover(ctx, g.Scope().Enterprise); err != nil {
		return nil, err
	}
	var text []byte
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := receipts(tx)
		if err != nil {
			return fmt.Errorf("read receipts: %w", err)
		}
		if len(rows) == 0 {
			return ErrNoReceipt
		}
		text = rows[len(rows)-1].Receipt
		return nil
	})
	if err != nil {
		return nil, err
	}
	return &api.Blob{ContentType: "text/plain; charset=utf-8", ContentDisposition: `attachment; filename="zhize.receipt"`, CacheControl: "private, no-store", Body: text}, nil
}

// Export returns the enterprise's own evidence of a range of days.
func (s *Service) Export(ctx context.Context, g access.Grant, in *api.ExportEvidenceInput) (*api.Blob, error) {
	if err := s.cover(ctx, g.Scope().Enterprise); err != nil {
		return nil, err
	}
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.Pack(tx, clock.Day(in.From), clock.Day(in.To))
		return err
	})
	return out, err
}

// Pack makes the export of the transaction's enterprise as an answer.
func (s *Service) Pack(tx *db.Tx, from, to clock.Day) (*api.Blob, error) {
	var b bytes.Buffer
	if err := s.WriteExport(tx, from, to, &b); err != nil {
		return nil, err
	}
	name := fmt.Sprintf(`attachment; filename="zhize-%s-%s.zip"`, from, to)
	return &api.Blob{ContentType: "application/zip", ContentDisposition: name, CacheControl: "private, no-store", Body: b.Bytes()}, nil
}

// Cover makes sure that the enterprise's newest link lies under a checkpoint,
// so that an export made now is fully vouched for.
func (s *Service) Cover(ctx context.Context, enterprise id.ID) error { return s.cover(ctx, enterprise) }

func (s *Service) cover(ctx context.Context, enterprise id.ID) error {
	grown := false
	err := s.db.Read(ctx, access.System("ledger.checkpoint"), func(tx *db.Tx) error {
		var open []chainRow
		if err := tx.SQL().Where("enterprise_id = ? AND seq > 0", enterprise).Find(&open).Error; err != nil {
			return fmt.Errorf("read head of %s: %w", enterprise, err)
		}
		if len(open) == 0 {
			return nil
		}
		var covering int64
		if err := tx.SQL().Model(&receiptRow{}).Where("enterprise_id = ? AND seq >= ?", enterprise, open[0].Seq).Count(&covering).Error; err != nil {
			return fmt.Errorf("read receipts of %s: %w", enterprise, err)
		}
		grown = covering == 0
		return nil
	})
	if err != nil || !grown {
		return err
	}
	return s.Checkpoint(ctx)
}

// Withhold names kinds of facts that are the enterprise's own to show: causes it
// found, advice it was given. An agency's export carries their links, which
// prove that they exist unchanged, but not their payloads: who punishes honesty
// gets fiction.
func (s *Service) Withhold(kinds ...string) { s.inward = append(s.inward, kinds...) }

// Show names the subjects of which an agency is told everything, since it knows
// of them by itself: what was ordered is no honesty to be punished.
func (s *Service) Show(subjects func(*db.Tx) ([]id.ID, error)) { s.shown = append(s.shown, subjects) }

// WriteExport streams the export of the transaction's enterprise: every link
// between the bounding receipts, and the payloads of the days asked for; to an
// agency not those of the kinds that [Service.Withhold] named, but for the
// subjects that [Service.Show] names.
func (s *Service) WriteExport(tx *db.Tx, from, to clock.Day, out io.Writer) error {
	if to.Before(from) || to.Sub(from) > longest {
		return ErrRange.At("query.to", "")
	}
	rows, err := receipts(tx)
	if err != nil {
		return fmt.Errorf("read receipts: %w", err)
	}
	begin, err := firstOf(tx, from, to)
	if err != nil {
		return fmt.Errorf("find the first link of %s: %w", from, err)
	}
	e := Export{Instance: s.instance, Chain: tx.Enterprise(), From: from, To: to, At: tx.Now(), Key: s.key.Public()}
	if tx.Actor().Agency != id.Nil {
		e.Withheld = s.inward
		for _, subjects := range s.shown {
			some, err := subjects(tx)
			if err != nil {
				return fmt.Errorf("ask what is shown to an agency: %w", err)
			}
			e.Shown = append(e.Shown, some...)
		}
	}
	w, err := NewExportWriter(out, e)
	if err != nil {
		return err
	}
	after, first := uint64(0), 0
	for i, r := range rows {
		receipt, err := ParseReceipt(r.Receipt)
		if err != nil {
			return fmt.Errorf("read receipt %d: %w", r.Number, err)
		}
		c, err := OpenOwn(receipt, s.key)
		if err != nil {
			return fmt.Errorf("open receipt %d: %w", r.Number, err)
		}
		// A receipt of the very first day could hide a fact dated before it.
		if c.At.Before(from.Add(-1).Start()) && (begin == 0 || r.Seq < begin) {
			after, first = r.Seq, i
		}
	}
	for _, r := range rows[min(first, len(rows)):] {
		receipt, err := ParseReceipt(r.Receipt)
		if err != nil {
			return fmt.Errorf("read receipt %d: %w", r.Number, err)
		}
		if err := w.AddReceipt(r.Number, receipt); err != nil {
			return err
		}
	}
	for {
		links, facts, err := linksAfter(tx, after, 500)
		if err != nil {
			return err
		}
		if len(links) == 0 {
			return w.Close()
		}
		for _, r := range links {
			if err := s.addLink(tx, w, r, facts); err != nil {
				return err
			}
		}
		after = links[len(links)-1].Seq
	}
}

func (s *Service) addLink(tx *db.Tx, w *ExportWriter, r linkRow, facts map[uint64]factRow) error {
	link := r.link()
	f, kept := facts[r.Seq]
	if !kept {
		return w.AddLink(link, nil)
	}
	p := f.payload()
	if err := w.AddLink(link, p); err != nil || !w.export.Covers(link) {
		return err
	}
	for _, photo := range p.Photos {
		if w.HasPhoto(photo) {
			continue
		}
		body, ok, err := s.photos.Open(tx, photo.Hash.String())
		if err != nil {
			return fmt.Errorf("open photo %s: %w", photo.Hash, err)
		}
		if !ok {
			continue
		}
		if err := w.AddPhoto(photo, bytes.NewReader(body)); err != nil {
			return err
		}
	}
	return nil
}

// OpenOwn checks a receipt against our own key.
func OpenOwn(r Receipt, key *Key) (Checkpoint, error) {
	keys, err := NewKeyring(key.Public())
	if err != nil {
		return Checkpoint{}, err
	}
	return r.Open(keys)
}

// NewEpoch opens a new epoch in every chain, after a backup was restored, and
// returns how many there are.
func (s *Service) NewEpoch(ctx context.Context, why string) (int, error) {
	var chains []Head
	sweep := access.System("ledger.epoch")
	if err := s.db.Read(ctx, sweep, func(tx *db.Tx) (err error) {
		chains, err = headsOfAll(tx)
		return err
	}); err != nil {
		return 0, err
	}
	body, err := json.Marshal(map[string]string{"why": why})
	if err != nil {
		return 0, fmt.Errorf("encode epoch: %w", err)
	}
	for _, c := range chains {
		if err := s.db.Write(ctx, sweep.Founding(c.Chain), func(tx *db.Tx) error {
			_, err := s.Append(tx, Fact{Kind: KindEpoch, Subject: c.Chain, Payload: Payload{Body: body}})
			return err
		}); err != nil {
			return 0, fmt.Errorf("open an epoch of %s: %w", c.Chain, err)
		}
	}
	return len(chains), nil
}
