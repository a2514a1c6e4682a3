package document_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/rig"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// world is the assembled program with an enterprise that has checked on some
// days, and a neighbour.
type world struct {
	testkit.World
	testkit.Fixture
	app       *app.App
	list      id.ID
	item      id.ID
	neighbour testkit.Fixture
}

// alone keeps tests on the shared database apart: a worker works on all that
// waits there, and each has its own folder of files.
var alone sync.Mutex

func engines(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, on testkit.World) {
		if on.DB.Engine() == db.Postgres {
			alone.Lock()
			t.Cleanup(alone.Unlock)
		}
		w := &world{World: on, app: program.Assemble(t, on)}
		w.Fixture, w.neighbour = on.Found(t), on.Found(t)
		w.list, w.item = w.NewID(), w.NewID()
		w.owe(t)
		for n, day := range []string{"2026-11-20", "2026-11-22", "2026-11-24"} {
			w.check(t, day, n == 1)
		}
		fn(t, w)
	})
}

// owe approves a list and makes the checks of the days due.
func (w *world) owe(t *testing.T) {
	t.Helper()
	items := fmt.Sprintf(`[{"id":%q,"code":"R001","category":"电线电缆","step":"陈列","risk":"=HYPERLINK(标签)","measure":"逐件查看标签","frequency":"每日","rhythm":"daily","post":"officer","source":"own"}]`, w.item)
	err := w.DB.Write(t.Context(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) error {
		now := tx.Now()
		if _, err := tx.Exec("INSERT INTO risk_lists (enterprise_id, id, version, state, items, drafted_at, approved_at, effective_day) VALUES ({tenant}, ?, 1, 'approved', ?, ?, ?, '2026-10-01')", w.list, []byte(items), now, now); err != nil {
			return err
		}
		for _, day := range []string{"2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24"} {
			if _, err := tx.Exec("INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until) VALUES ({tenant}, 'daily_check', ?, ?, ?, ?, ?, ?)",
				w.Shift, day, w.Site, w.OfficePath, now.Add(-time.Hour), now.Add(time.Hour)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) check(t *testing.T, day string, fails bool) {
	t.Helper()
	s := rig.Shop{Enterprise: w.Enterprise, Site: w.Site, Shift: w.Shift, Listed: w.list}
	sub, err := s.Submission(w.NewID(), "2026-11-24", w.Clock.Now(), func(b *api.DailyBody) {
		b.Obligation.Day = day
		b.Answers = []api.Answer{{Item: string(w.item), Verdict: "pass"}}
		if fails {
			b.Answers[0] = api.Answer{Item: string(w.item), Verdict: "fail", Note: "=1+1 没有标签", Measure: "下架"}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	in := &api.SubmitDailyInput{Record: string(sub.Record), RawBody: sub.Body}
	in.Enterprise = string(w.Enterprise)
	if err := json.Unmarshal(sub.Body, &in.Body); err != nil {
		t.Fatal(err)
	}
	if _, err := w.app.Records.Submit(t.Context(), w.As(t, access.Officer, "record.daily.submit"), in); err != nil {
		t.Fatal(err)
	}
}

func (w *world) ask(t *testing.T, role access.Role, pack id.ID, from, to string) (api.Errand, error) {
	t.Helper()
	in := &api.AskPackInput{Pack: string(pack), Body: api.PackDays{From: from, To: to}}
	in.Enterprise = string(w.Enterprise)
	out, err := w.app.Documents.AskPack(t.Context(), w.As(t, role, "document.pack"), in)
	if err != nil {
		return api.Errand{}, err
	}
	return out.Body, nil
}

// fetch downloads a pack and opens it, holding every file to its sum.
func (w *world) fetch(t *testing.T, pack id.ID) map[string][]byte {
	t.Helper()
	in := &api.ErrandInput{Errand: string(pack)}
	in.Enterprise = string(w.Enterprise)
	g := w.As(t, access.Principal, "errand.read")
	state, err := w.app.Errands.Read(t.Context(), g, in)
	if err != nil || state.Body.State != "done" {
		t.Fatalf("%+v, %v", state, err)
	}
	f, err := w.app.Errands.Download(t.Context(), g, in)
	if err != nil {
		t.Fatal(err)
	}
	return unpack(t, f.Content)
}

func unpack(t *testing.T, r io.ReadCloser) map[string][]byte {
	t.Helper()
	defer r.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(strings.TrimSpace(string(all["SHA256SUMS"])), "\n")
	for _, line := range lines {
		want, name, _ := strings.Cut(line, "  ")
		if sum := sha256.Sum256(all[name]); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s does not have its sum", name)
		}
	}
	if len(lines) != len(all)-1 {
		t.Errorf("%d sums of %d files", len(lines), len(all))
	}
	return all
}

func names(files map[string][]byte) []string {
	all := make([]string, 0, len(files))
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}
