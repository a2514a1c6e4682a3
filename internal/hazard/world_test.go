package hazard_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/jpeg"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/ledger"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// memory keeps blobs.
type memory struct{}

func (memory) Put(context.Context, string, []byte) error   { return nil }
func (memory) Get(context.Context, string) ([]byte, error) { return nil, nil }

// around is what the service asks of its equals.
type around struct {
	mu    sync.Mutex
	sole  id.ID
	sites map[id.ID]string
	calls []string
}

func (a *around) SoleKeeper(_ *db.Tx, account id.ID) (bool, error) {
	return a.sole != id.Nil && a.sole == account, nil
}
func (a *around) SiteNames(*db.Tx) (map[id.ID]string, error) { return a.sites, nil }

func (a *around) Set(_ *db.Tx, _, _ id.ID, day clock.Day, due time.Time) error {
	return a.note("set %s %s", day, due.In(clock.Shanghai).Format("2006-01-02 15:04"))
}

func (a *around) Met(_ *db.Tx, _ id.ID, day clock.Day) error { return a.note("met %s", day) }

func (a *around) note(form string, args ...any) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.calls = append(a.calls, fmt.Sprintf(form, args...))
	return nil
}

type world struct {
	testkit.World
	testkit.Fixture
	*hazard.Service
	photos *photo.Service
	around *around
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		private, err := ledger.GenerateKey("test", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		key, err := ledger.LoadKey(private)
		if err != nil {
			t.Fatal(err)
		}
		f := w.Found(t)
		photos := photo.New(w.DB, memory{})
		a := &around{sites: map[id.ID]string{f.Site: "门店"}}
		s := hazard.New(w.DB, ledger.New(w.DB, key, "test", photos), photos, a, a, a)
		fn(t, world{w, f, s, photos, a})
	})
}

// photo keeps a photo that differs by its width.
func (w world) photo(t *testing.T, width int) string {
	t.Helper()
	body, sha := picture(t, width)
	if _, err := w.photos.Put(t.Context(), w.As(t, access.Officer, "photo.upload"), &api.PutPhotoInput{SHA256: sha, RawBody: body}); err != nil {
		t.Fatal(err)
	}
	return sha
}

func picture(t *testing.T, width int) (body []byte, sha string) {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 2)), nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return b.Bytes(), hex.EncodeToString(sum[:])
}

// open opens a hazard as a check does.
func (w world) open(t *testing.T, change func(*hazard.Finding)) (id.ID, error) {
	t.Helper()
	f := hazard.Finding{Record: w.NewID(), Site: w.Site, Item: w.NewID(), ItemCode: "S001", Description: "电线无标识", Day: "2026-11-24"}
	if change != nil {
		change(&f)
	}
	var opened id.ID
	err := w.DB.Write(t.Context(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) (err error) {
		opened, err = w.OpenFromCheck(tx, f)
		return err
	})
	return opened, err
}

func (w world) mustOpen(t *testing.T, change func(*hazard.Finding)) id.ID {
	t.Helper()
	h, err := w.open(t, change)
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	return h
}

func step(h, s id.ID, kind string, photos ...string) *api.AdvanceHazardInput {
	in := &api.AdvanceHazardInput{Hazard: string(h), Step: string(s)}
	in.Body.Kind, in.Body.Note, in.Body.Photos = kind, "已处理", photos
	return in
}

func (w world) take(t *testing.T, role access.Role, h id.ID, kind string, photos ...string) (api.Hazard, error) {
	t.Helper()
	out, err := w.Advance(t.Context(), w.As(t, role, "hazard.advance"), step(h, w.NewID(), kind, photos...))
	if err != nil {
		return api.Hazard{}, err
	}
	return out.Body, nil
}

func (w world) mustTake(t *testing.T, role access.Role, h id.ID, kind string, photos ...string) api.Hazard {
	t.Helper()
	got, err := w.take(t, role, h, kind, photos...)
	if err != nil {
		t.Fatalf("%s by %s: %v", kind, role, err)
	}
	return got
}

// verified brings a new hazard to the step before closing.
func (w world) verified(t *testing.T) id.ID {
	t.Helper()
	h := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" })
	w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 7))
	w.mustTake(t, access.Director, h, "verified")
	return h
}
