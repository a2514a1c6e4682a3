package ledger_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// album keeps photos in memory.
type album map[string][]byte

func (a album) Open(_ *db.Tx, sha string) ([]byte, bool, error) {
	body, ok := a[sha]
	return body, ok, nil
}

// bench is the ledger over a database of its own: its clock is the only one
// that signs there.
type bench struct {
	testkit.World
	t      *testing.T
	s      *ledger.Service
	key    *ledger.Key
	photos album
	// file or owner is the way past the program.
	file, owner string
}

func newKey(t *testing.T) *ledger.Key {
	t.Helper()
	private, err := ledger.GenerateKey("test", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	key, err := ledger.LoadKey(private)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func benches(t *testing.T, fn func(t *testing.T, b bench)) {
	t.Helper()
	at := func(t *testing.T) bench {
		return bench{t: t, key: newKey(t), photos: album{}, World: testkit.World{Clock: clock.At(testkit.Noon)}}
	}
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		b := at(t)
		b.file = filepath.Join(t.TempDir(), "zhize.db")
		fn(t, b.open(b.file))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		admin := os.Getenv("ZHIZE_TEST_POSTGRES")
		if admin == "" {
			testkit.Postgres(t) // skips, or fails in CI
		}
		b := at(t)
		urls, owner, err := testkit.NewPostgres(admin)
		if err != nil {
			t.Fatal(err)
		}
		b.owner = owner
		if b.DB, err = db.OpenPostgres(context.Background(), urls, b.Clock); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = b.DB.Close() })
		b.s = ledger.New(b.DB, b.key, "test", b.photos)
		fn(t, b)
	})
}

// open serves the file.
func (b bench) open(file string) bench {
	b.t.Helper()
	d, err := db.OpenSQLite(context.Background(), file, b.Clock)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = d.Close() })
	b.DB, b.s = d, ledger.New(d, b.key, "test", b.photos)
	return b
}

func of(enterprise id.ID) access.Grant {
	return access.Anyone(access.Call{Operation: "test"}).Founding(enterprise)
}

// seal appends a fact of today with the photos.
func (b bench) seal(enterprise id.ID, note string, photos ...string) {
	b.t.Helper()
	if err := b.append(enterprise, clock.DayOf(b.Clock.Now()), note, photos...); err != nil {
		b.t.Fatal(err)
	}
}

func (b bench) append(enterprise id.ID, day clock.Day, note string, photos ...string) error {
	f := ledger.Fact{Kind: "record.daily.submitted", Subject: b.NewID(), Day: day, Payload: ledger.Payload{
		Body: fmt.Appendf(nil, `{"note":%q}`, note), Personal: fmt.Appendf(nil, `{"officer":%q}`, note),
	}}
	for _, p := range photos {
		h := sha256.Sum256([]byte(p))
		b.photos[hex.EncodeToString(h[:])] = []byte(p)
		f.Photos = append(f.Photos, ledger.Photo{Hash: h, Ext: "jpg"})
	}
	return b.DB.Write(context.Background(), of(enterprise), func(tx *db.Tx) error {
		_, err := b.s.Append(tx, f)
		return err
	})
}

func (b bench) checkpoint() {
	b.t.Helper()
	if err := b.s.Checkpoint(context.Background()); err != nil {
		b.t.Fatal(err)
	}
}

// receipt returns the newest receipt, as the enterprise keeps it.
func (b bench) receipt(enterprise id.ID) []byte {
	b.t.Helper()
	got, err := b.s.Receipt(context.Background(), of(enterprise), &api.InEnterprise{})
	if err != nil {
		b.t.Fatal(err)
	}
	return got.Body
}

// verify exports the days and verifies them, as a stranger with the pinned key
// and, if there is one, an older receipt.
func (b bench) verify(enterprise id.ID, from, to clock.Day, since []byte) ledger.Report {
	b.t.Helper()
	got, err := b.s.Export(context.Background(), of(enterprise), &api.ExportEvidenceInput{From: string(from), To: string(to)})
	if err != nil {
		b.t.Fatal(err)
	}
	return ledger.Verify(bytes.NewReader(got.Body), int64(len(got.Body)), ledger.Options{Key: b.s.PublicKey(), Since: since})
}

const (
	day1 = clock.Day("2026-11-24")
	day3 = clock.Day("2026-11-26")
)

// live seals six facts in every chain, two a day, with a checkpoint after each
// day, and returns the receipts of each.
func (b bench) live(enterprises ...id.ID) (receipts map[id.ID][][]byte) {
	b.t.Helper()
	receipts = map[id.ID][][]byte{}
	for n := range 3 {
		b.Clock.Move(testkit.Noon.AddDate(0, 0, n))
		for _, e := range enterprises {
			b.seal(e, fmt.Sprintf("%d a %s", n, e), "门口"+string(e))
			b.seal(e, fmt.Sprintf("%d b", n))
		}
		b.Clock.Advance(time.Hour)
		b.checkpoint()
		for _, e := range enterprises {
			receipts[e] = append(receipts[e], b.receipt(e))
		}
	}
	return receipts
}

func TestExportOfTheDatabaseVerifies(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		mine, other := b.NewID(), b.NewID()
		kept := b.live(mine, other)[mine]
		b.checkpoint() // nothing has grown: no other checkpoint
		for _, since := range append(kept, nil) {
			r := b.verify(mine, day1, day3, since)
			if r.ExitCode() != 0 || r.First != 1 || r.Last != 6 || r.Facts != 6 || r.Photos != 1 || len(r.Seals) != 3 {
				t.Errorf("got %+v\n%v", r, r)
			}
		}
		if bytes.Equal(kept[0], kept[1]) || !bytes.Equal(kept[2], b.receipt(mine)) {
			t.Error("a receipt stands for what has grown")
		}

		// Only what lies between the bounding receipts.
		b.Clock.Move(testkit.Noon.AddDate(0, 0, 10))
		b.seal(mine, "late")
		day := clock.DayOf(b.Clock.Now())
		r := b.verify(mine, day, day, kept[2])
		if r.ExitCode() != 0 || r.First != 7 || r.Last != 7 || r.Facts != 1 {
			t.Errorf("one day: got %+v\n%v", r, r)
		}

		// A fact dated ahead of its sealing is in the export of its day.
		b.Clock.Move(testkit.Noon.AddDate(0, 0, 11))
		ahead := day.Add(20)
		if err := b.append(mine, ahead, "from next month"); err != nil {
			t.Fatal(err)
		}
		b.checkpoint()
		b.Clock.Move(testkit.Noon.AddDate(0, 0, 12))
		b.seal(mine, "the day after")
		b.checkpoint()
		r = b.verify(mine, ahead, ahead, nil)
		if r.ExitCode() != 0 || r.Facts != 1 || r.First > 8 {
			t.Errorf("a fact dated ahead: got %+v\n%v", r, r)
		}
	})
}

func TestExportRefusesWhatItCannotAnswer(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		e := b.NewID()
		if _, err := b.s.Receipt(context.Background(), of(e), &api.InEnterprise{}); !errors.Is(err, ledger.ErrNoReceipt) {
			t.Errorf("a receipt of nothing: got %v, want %v", err, ledger.ErrNoReceipt)
		}
		for _, days := range [][2]clock.Day{{day3, day1}, {day1, day1.Add(401)}} {
			_, err := b.s.Export(context.Background(), of(e), &api.ExportEvidenceInput{From: string(days[0]), To: string(days[1])})
			if !errors.Is(err, ledger.ErrRange) {
				t.Errorf("%v: got %v, want %v", days, err, ledger.ErrRange)
			}
		}
		// What is sealed belongs to one enterprise: no sweep and no area seals.
		for _, g := range []access.Grant{access.System("test"), access.Anyone(access.Call{Operation: "test"})} {
			err := b.DB.Write(context.Background(), g, func(tx *db.Tx) error {
				_, err := b.s.Append(tx, ledger.Fact{Kind: "x", Subject: e})
				return err
			})
			if err == nil {
				t.Error("sealed outside any enterprise")
			}
		}
	})
}

func TestAuthorityExportsOnlyItsArea(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := bench{World: w, t: t, key: newKey(t), photos: album{}}
		b.s = ledger.New(b.DB, b.key, "test", b.photos)
		mine, other := w.Found(t), w.Found(t)
		b.seal(mine.Enterprise, "mine")
		b.seal(other.Enterprise, "other")
		err := w.DB.Read(context.Background(), mine.As(t, access.Supervisor, "inspection.export"), func(tx *db.Tx) error {
			_, foreign := tx.For(other.Enterprise)
			_, missing := tx.For(w.NewID())
			if !errors.Is(foreign, db.ErrEnterpriseNotFound) || !errors.Is(missing, db.ErrEnterpriseNotFound) {
				t.Errorf("got %v for a foreign and %v for a missing one", foreign, missing)
			}
			etx, err := tx.For(mine.Enterprise)
			if err != nil {
				return err
			}
			body, err := b.s.BodyOf(etx, 1)
			if string(body) != `{"note":"mine"}` {
				t.Errorf("got %s", body)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestConcurrentWritersNeverFork(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		const writers, times = 20, 5
		e := b.NewID()
		var wg sync.WaitGroup
		for n := range writers {
			wg.Go(func() {
				for i := range times {
					if err := b.append(e, day1, fmt.Sprintf("%d of %d", i, n)); err != nil {
						t.Error(err)
					}
					// Some sign while others write.
					if i == 2 && n%4 == 0 {
						if err := b.s.Cover(context.Background(), e); err != nil {
							t.Error(err)
						}
					}
				}
			})
		}
		wg.Wait()
		type link struct {
			Seq        int
			Prev, Hash []byte
		}
		var links []link
		err := b.DB.Read(context.Background(), of(e), func(tx *db.Tx) error {
			return tx.Query(&links, "SELECT l.seq, l.prev, l.hash FROM links l WHERE {scope:l} ORDER BY l.seq")
		})
		if err != nil || len(links) != writers*times {
			t.Fatalf("got %d links, %v, want %d", len(links), err, writers*times)
		}
		prev := make([]byte, sha256.Size)
		for i, l := range links {
			if l.Seq != i+1 || !bytes.Equal(l.Prev, prev) {
				t.Fatalf("link %d is numbered %d and follows %x, want %x", i+1, l.Seq, l.Prev, prev)
			}
			prev = l.Hash
		}
		if r := b.verify(e, day1, day1, nil); r.ExitCode() != 0 || r.Last != writers*times {
			t.Errorf("got %v", r)
		}
	})
}

// Two enterprises that export at once make each a checkpoint.
func TestConcurrentCheckpointsQueue(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		var wg sync.WaitGroup
		all := make([]id.ID, 8)
		for i := range all {
			all[i] = b.NewID()
			wg.Go(func() {
				for range 3 {
					if err := b.append(all[i], day1, "x"); err != nil {
						t.Error(err)
					}
					if err := b.s.Cover(context.Background(), all[i]); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		for _, e := range all {
			if r := b.verify(e, day1, day1, nil); r.ExitCode() != 0 || r.Last != 3 {
				t.Errorf("got %v", r)
			}
		}
	})
}
