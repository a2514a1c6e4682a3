package hazard_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"sync"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/hazard"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// memory keeps blobs.
type memory struct{ sync.Map }

func (m *memory) Put(_ context.Context, key string, body []byte) error {
	m.Store(key, body)
	return nil
}

func (m *memory) Get(_ context.Context, key string) ([]byte, error) {
	body, ok := m.Load(key)
	if !ok {
		return nil, blob.ErrNotFound
	}
	return body.([]byte), nil
}

// around is what the service asks of its equals.
type around struct {
	mu      sync.Mutex
	sole    id.ID
	keepers []hazard.Keeper
	sites   map[id.ID]string
	members map[id.ID]string
	calls   []string
	looks   []string
}

func (a *around) SoleKeeper(_ *db.Tx, account id.ID) (bool, error) {
	return a.sole != id.Nil && a.sole == account, nil
}
func (a *around) Keepers(*db.Tx) ([]hazard.Keeper, error)    { return a.keepers, nil }
func (a *around) SiteNames(*db.Tx) (map[id.ID]string, error) { return a.sites, nil }
func (a *around) AgencyName(*db.Tx, id.ID) (string, error)   { return "测试市场监管所", nil }
func (a *around) MemberName(_ *db.Tx, account, _ id.ID) (string, bool, error) {
	name, ok := a.members[account]
	return name, ok, nil
}

func (a *around) RecordLook(_ *db.Tx, what, subject string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.looks = append(a.looks, what+" "+subject)
	return nil
}

func (a *around) Set(_ *db.Tx, d hazard.Duty) error {
	who := string(d.Post)
	if d.Account != id.Nil {
		who += "!"
	}
	return a.note("set %s %s %s %s %s", d.Kind, d.Day, d.Due.In(clock.Shanghai).Format("01-02 15:04"), who, d.Title)
}

func (a *around) Met(_ *db.Tx, kind string, _ id.ID, day clock.Day) error {
	return a.note("met %s %s", kind, day)
}

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
	papers *paper.Service
	around *around
	ledger *ledger.Service
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		files := &memory{}
		photos := photo.New(w.DB, files)
		l := ledger.New(w.DB, testkit.Key(t), "test", photos)
		e := enterprise.New(w.DB, l, enterprise.Ports{})
		papers := paper.New(w.DB, l, e, files, "https://zhize.example", hazard.Titles())
		a := &around{
			sites:   map[id.ID]string{f.Site: "门店"},
			keepers: []hazard.Keeper{{Account: f.Principal, Name: "测试甲", Post: access.Principal}, {Account: f.Director, Name: "测试乙", Post: access.Director}, {Account: f.Officer, Name: "测试丙", Post: access.Officer}},
		}
		s := hazard.New(w.DB, hazard.Neighbours{Ledger: l, Photos: photos, Enterprises: e, Papers: papers, Posts: a, Sites: a, Duties: a, Agencies: a})
		l.Withhold(hazard.Inward()...)
		l.Show(s.Outward)
		fn(t, world{w, f, s, photos, papers, a, l})
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
	if kind == "rectified" {
		in.Body.Cause = "management"
	}
	return in
}

// plan is a step that plans.
func (w world) plan(h id.ID, until string) *api.AdvanceHazardInput {
	in := step(h, w.NewID(), "planned")
	in.Body.Cause, in.Body.CauseNote, in.Body.Owner, in.Body.Due = "material", "供货商未附标签", string(w.Officer), until
	return in
}

func (w world) advance(t *testing.T, role access.Role, in *api.AdvanceHazardInput) (api.Hazard, error) {
	t.Helper()
	out, err := w.Advance(t.Context(), w.As(t, role, "hazard.advance"), in)
	if err != nil {
		return api.Hazard{}, err
	}
	return out.Body, nil
}

func (w world) mustAdvance(t *testing.T, role access.Role, in *api.AdvanceHazardInput) api.Hazard {
	t.Helper()
	got, err := w.advance(t, role, in)
	if err != nil {
		t.Fatalf("%s by %s: %v", in.Body.Kind, role, err)
	}
	return got
}

func (w world) take(t *testing.T, role access.Role, h id.ID, kind string, photos ...string) (api.Hazard, error) {
	t.Helper()
	return w.advance(t, role, step(h, w.NewID(), kind, photos...))
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

// officer is a grant of a person of the fixture's office.
func (w world) officer(t *testing.T, account id.ID, permission access.Permission, role access.Role) access.Grant {
	t.Helper()
	name := w.around.members[account]
	if name == "" {
		name = "所长己"
	}
	return testkit.Grant(t, access.Actor{Account: account, Name: name, Roles: []access.Role{role}, Agency: w.Office, Path: w.OfficePath}, permission)
}

// leaf lays out a paper and notes what it is.
func (w world) leaf(t *testing.T, names *[]string) func(paper.Leaf) error {
	return func(l paper.Leaf) error {
		f, err := l.Lay()
		if err == nil && f.Title == "" {
			t.Errorf("%s has no title", l.Name)
		}
		*names = append(*names, l.Item+" "+l.Name)
		return err
	}
}

func refused(t *testing.T, name string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", name, err, want)
	}
}

func (w world) read(t *testing.T, h id.ID) api.Hazard {
	t.Helper()
	out, err := w.Read(t.Context(), w.As(t, access.Director, "hazard.read"), &api.ReadHazardInput{Hazard: string(h)})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) mustClose(t *testing.T, h id.ID, width int) {
	t.Helper()
	w.mustTake(t, access.Officer, h, "rectified", w.photo(t, width))
	w.mustTake(t, access.Director, h, "verified")
	w.mustTake(t, access.Director, h, "closed")
}
