package httpapi_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"image"
	"image/jpeg"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/httpapi"
	"zhize/internal/ledger"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/risklist"
	"zhize/internal/testkit"
)

// insider lets everybody in as the fixture's principal.
type insider struct{ testkit.Fixture }

func (i insider) Enter(_ context.Context, _ string, enterprise, _ id.ID) (access.Actor, error) {
	return access.Actor{Account: i.Principal, Name: "测试甲", Roles: []access.Role{access.Principal}, Enterprise: enterprise}, nil
}

// neighbours answer what lists and hazards ask of the nouns around them.
type neighbours struct{ testkit.Fixture }

func (n neighbours) Sides(*db.Tx) (sides, categories []string, err error) {
	return []string{"sales"}, nil, nil
}
func (neighbours) Archive(*db.Tx) (api.Enterprise, error) { return api.Enterprise{}, nil }

func (n neighbours) SizeGrade(*db.Tx) (string, error) { return "D", nil }
func (n neighbours) SiteNames(*db.Tx) (map[id.ID]string, error) {
	return map[id.ID]string{n.Site: "门店"}, nil
}
func (n neighbours) SoleKeeper(*db.Tx, id.ID) (bool, error)     { return false, nil }
func (n neighbours) Keepers(*db.Tx) ([]hazard.Keeper, error)    { return nil, nil }
func (n neighbours) Set(*db.Tx, hazard.Duty) error              { return nil }
func (n neighbours) Met(*db.Tx, string, id.ID, clock.Day) error { return nil }

// shop serves lists, photos and hazards of one enterprise.
type shop struct {
	testkit.Fixture
	handler http.Handler
	hazards *hazard.Service
	db      *db.DB
	world   testkit.World
}

func newShop(t *testing.T) shop {
	t.Helper()
	w := testkit.SQLite(t)
	f := w.Found(t)
	files, err := blob.OpenFiles(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = files.Close() })
	r, err := httpapi.New(httpapi.Options{Gate: insider{f}, Policy: access.Standard, Clock: w.Clock, Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	photos := photo.New(w.DB, files)
	l := ledger.New(w.DB, testkit.Key(t), "test", photos)
	hazards := hazard.New(w.DB, hazard.Neighbours{Ledger: l, Photos: photos, Posts: neighbours{f}, Sites: neighbours{f}, Duties: neighbours{f}})
	httpapi.Photo(r, photos)
	httpapi.Hazard(r, hazards)
	httpapi.RiskList(r, risklist.New(w.DB, l, neighbours{f}, nil))
	return shop{f, r.Handler(), hazards, w.DB, w}
}

func (s shop) send(method, path, media string, body []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "https://zhize.example"+api.Base+"/enterprises/"+string(s.Enterprise)+path, bytes.NewReader(body))
	r.Header.Set("Authorization", "Bearer x")
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

// call sends and reads JSON.
func (s shop) call(t *testing.T, method, path string, in, out any, status int) {
	t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	w := s.send(method, path, "application/json", body)
	if w.Code != status {
		t.Fatalf("%s %s: %d %s, want %d", method, path, w.Code, w.Body, status)
	}
	if err := json.Unmarshal(w.Body.Bytes(), out); err != nil {
		t.Fatal(err)
	}
}

func shot(t *testing.T) (body []byte, sha string) {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 4, 3)), nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return b.Bytes(), hex.EncodeToString(sum[:])
}

func TestPhotoTravels(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	body, sha := shot(t)
	for _, media := range []string{"image/jpeg", "", "application/octet-stream"} {
		if w := s.send(http.MethodPut, "/photos/"+sha, media, body); w.Code != http.StatusNoContent {
			t.Errorf("put as %q: %d %s", media, w.Code, w.Body)
		}
	}
	w := s.send(http.MethodGet, "/photos/"+sha, "", nil)
	if w.Code != http.StatusOK || !bytes.Equal(w.Body.Bytes(), body) {
		t.Fatalf("get: %d, %d bytes, want 200 and %d", w.Code, w.Body.Len(), len(body))
	}
	for name, want := range map[string]string{
		"Content-Type": "image/jpeg", "Cache-Control": "private, max-age=31536000, immutable",
		"Content-Disposition": `inline; filename="` + sha[:12] + `.jpg"`, "X-Content-Type-Options": "nosniff",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestWhatIsNoPhotoIsTurnedAway(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	body, sha := shot(t)
	page := []byte("<svg onload='alert(1)'/>")
	sum := sha256.Sum256(page)
	wantProblem(t, "a page", s.send(http.MethodPut, "/photos/"+hex.EncodeToString(sum[:]), "image/jpeg", page), http.StatusUnprocessableEntity, "photo.type")
	wantProblem(t, "other bytes", s.send(http.MethodPut, "/photos/"+sha, "image/jpeg", body[1:]), http.StatusUnprocessableEntity, "photo.hash_mismatch")
	wantProblem(t, "a name that is no hash", s.send(http.MethodPut, "/photos/"+strings.ToUpper(sha), "image/jpeg", body), http.StatusUnprocessableEntity, "request.invalid")
	wantProblem(t, "9 MiB", s.send(http.MethodPut, "/photos/"+sha, "image/jpeg", make([]byte, 9<<20)), http.StatusRequestEntityTooLarge, "request.too_large")
	wantProblem(t, "a photo that is not kept", s.send(http.MethodGet, "/photos/"+sha, "", nil), http.StatusNotFound, "photo.not_found")
}

func TestListTravels(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	var lists struct{ Versions []any }
	s.call(t, http.MethodGet, "/risk-list", nil, &lists, http.StatusOK)
	if lists.Versions == nil {
		t.Error("no versions is null, want an empty list")
	}
	var list api.RiskList
	s.call(t, http.MethodPost, "/risk-list/proposal", nil, &list, http.StatusCreated)
	edit := map[string]any{"items": list.Items, "revision": list.Revision}
	s.call(t, http.MethodPut, "/risk-list/draft", edit, &list, http.StatusOK)
	approval := map[string]any{"revision": list.Revision, "declaration": map[string]any{"text": "本人已审阅", "signature": [][]int{{1, 2, 3, 4}}}}
	s.call(t, http.MethodPost, "/risk-list/approval", approval, &list, http.StatusCreated)
	if list.Version != 1 || list.DailyItems != 8 {
		t.Errorf("approved: version %d with %d daily items", list.Version, list.DailyItems)
	}
	var diff struct{ Added, Removed, Changed []any }
	s.call(t, http.MethodGet, "/risk-list/diff?from=1&to=1", nil, &diff, http.StatusOK)
	s.call(t, http.MethodGet, "/risk-list/versions/1", nil, &list, http.StatusOK)
	wantProblem(t, "a version that is none", s.send(http.MethodGet, "/risk-list/versions/2", "", nil), http.StatusNotFound, "risklist.version.not_found")
	wantProblem(t, "an approval of nothing", s.send(http.MethodPost, "/risk-list/approval", "application/json",
		[]byte(`{"revision":9,"declaration":{"text":"x","signature":[]}}`)), http.StatusConflict, "risklist.draft.none")
}

func TestHazardTravels(t *testing.T) {
	t.Parallel()
	s := newShop(t)
	var opened id.ID
	g := s.As(t, access.Officer, "record.daily.submit")
	err := s.db.Write(t.Context(), g, func(tx *db.Tx) (err error) {
		opened, err = s.hazards.OpenFromCheck(tx, hazard.Finding{Site: s.Site, Description: "电线无标识", Day: tx.Today()})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Items []api.HazardEntry
		Next  string
	}
	s.call(t, http.MethodGet, "/hazards?limit=1&open=true", nil, &list, http.StatusOK)
	if len(list.Items) != 1 || list.Items[0].ID != string(opened) || list.Next != "" {
		t.Errorf("list: %+v", list)
	}
	path := "/hazards/" + string(opened)
	var h api.Hazard
	s.call(t, http.MethodPut, path+"/steps/"+string(s.world.NewID()), map[string]any{"kind": "measure", "note": "下架"}, &h, http.StatusOK)
	s.call(t, http.MethodGet, path, nil, &h, http.StatusOK)
	if h.State != "measured" || len(h.Steps) != 2 {
		t.Errorf("hazard: %+v", h)
	}
	skip := s.send(http.MethodPut, path+"/steps/"+string(s.world.NewID()), "application/json", []byte(`{"kind":"closed","note":"完成"}`))
	wantProblem(t, "a step too far", skip, http.StatusConflict, "hazard.step.not_next")
	wantProblem(t, "a hazard that is none", s.send(http.MethodGet, "/hazards/"+string(s.world.NewID()), "", nil), http.StatusNotFound, "hazard.not_found")
}
