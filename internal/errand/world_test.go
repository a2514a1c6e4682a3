package errand_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"sync"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// around is who stands where, and which looks were written down.
type around struct {
	mu    sync.Mutex
	lost  map[id.ID]bool
	path  map[id.ID]string
	names map[id.ID]access.Role
	looks []string
}

func (a *around) Stand(_ context.Context, account, enterprise, agency id.ID) (access.Actor, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	who := access.Actor{Account: account, Name: "测试"}
	if a.lost[account] {
		return who, nil
	}
	who.Roles = []access.Role{a.names[account]}
	if agency != id.Nil {
		who.Agency, who.Path = agency, a.path[agency]
		return who, nil
	}
	who.Enterprise = enterprise
	return who, nil
}

func (a *around) RecordLook(_ *db.Tx, what, subject string) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.looks = append(a.looks, what+" "+subject)
	return nil
}

type world struct {
	testkit.World
	testkit.Fixture
	*errand.Service
	around *around
	files  *blob.Files
}

// engines gives each test a database of its own: a worker works on all that waits
// and clears away what has expired, and must not meet a neighbouring test's errands.
func engines(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	run := func(t *testing.T, w testkit.World) {
		files, err := blob.OpenFiles(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = files.Close() })
		f := w.Found(t)
		a := &around{
			lost: map[id.ID]bool{}, path: map[id.ID]string{f.Office: f.OfficePath},
			names: map[id.ID]access.Role{f.Director: access.Director, f.Officer: access.Officer, f.Supervisor: access.Supervisor},
		}
		fn(t, &world{World: w, Fixture: f, around: a, files: files, Service: replica(w, files, a)})
	}
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		run(t, testkit.OwnPostgres(t))
	})
}

// replica is another service over the same database and files.
func replica(w testkit.World, files *blob.Files, a *around) *errand.Service {
	return errand.New(w.DB, files, a, a, access.Standard, slog.New(slog.DiscardHandler))
}

// kind is registered under a name of the test's own, so that tests which share a
// database do not do each other's work.
func (w *world) kind(name string, run func(context.Context, *errand.Run) error) string {
	k := errand.Kind{Name: name + string(w.Enterprise), Permission: "ledger.export", Area: "inspection.export", Run: run}
	w.Register(k)
	return k.Name
}

func (w *world) ask(t *testing.T, role access.Role, permission access.Permission, a errand.Asked) (api.Errand, error) {
	t.Helper()
	var out api.Errand
	err := w.DB.Write(t.Context(), w.As(t, role, permission), func(tx *db.Tx) error {
		narrow, err := tx.For(w.Enterprise)
		if err != nil {
			return err
		}
		out, err = w.Ask(narrow, a)
		return err
	})
	return out, err
}

func (w *world) mustAsk(t *testing.T, kind string) id.ID {
	t.Helper()
	e := w.NewID()
	if _, err := w.ask(t, access.Director, "ledger.export", errand.Asked{ID: e, Kind: kind, Title: "测试", Params: map[string]int{"n": 3}}); err != nil {
		t.Fatal(err)
	}
	return e
}

func (w *world) in(e id.ID) *api.ErrandInput {
	in := &api.ErrandInput{Errand: string(e)}
	in.Enterprise = string(w.Enterprise)
	return in
}

func (w *world) get(t *testing.T, e id.ID) api.Errand {
	t.Helper()
	out, err := w.Read(t.Context(), w.As(t, access.Director, "errand.read"), w.in(e))
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w *world) content(t *testing.T, e id.ID) string {
	t.Helper()
	f, err := w.Download(t.Context(), w.As(t, access.Director, "errand.read"), w.in(e))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f.Content)
	if err := errors.Join(err, f.Content.Close()); err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// write makes the result.
func write(r *errand.Run, text string) error {
	out, err := r.Output("结果.txt", "text/plain")
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, text)
	return err
}
