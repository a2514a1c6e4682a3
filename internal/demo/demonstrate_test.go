package demo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"zhize/api"
	"zhize/internal/app"
	"zhize/internal/demo"
	"zhize/internal/platform/clock"
	"zhize/internal/testkit/program"
)

func TestDemonstrate(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	cfg := program.Settings(t)
	cfg.Demo = true
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := app.Demonstrate(stopped, cfg, &bytes.Buffer{}); err == nil {
		t.Fatal("a build that was stopped reports none")
	}
	if _, err := os.Stat(cfg.DatabaseFile()); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("an unfinished build is taken for a demo: %v", err)
	}
	// What a killed build leaves behind.
	leftover := filepath.Join(cfg.Data, "building", "zhize.db")
	if err := os.MkdirAll(filepath.Dir(leftover), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(leftover, []byte("half a database"), 0o600); err != nil {
		t.Fatal(err)
	}
	var told bytes.Buffer
	if err := app.Demonstrate(ctx, cfg, &told); err != nil {
		t.Fatal(err)
	}
	t.Log(told.String())
	left, err := filepath.Glob(filepath.Join(cfg.Data, "*"))
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{cfg.PhotoFolder(), cfg.DatabaseFile()}; len(left) != 2 || left[0] != want[0] || left[1] != want[1] {
		t.Errorf("got %v in the data folder, want %v", left, want)
	}
	before, err := os.ReadFile(cfg.DatabaseFile())
	if err != nil {
		t.Fatal(err)
	}
	told.Reset()
	if err := app.Demonstrate(ctx, cfg, &told); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(cfg.DatabaseFile())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) || told.Len() > 0 {
		t.Errorf("a demo that is there was built again: %s", told.String())
	}

	a, err := app.Open(ctx, cfg, clock.Real{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	answer := httptest.NewRecorder()
	a.Router.Handler().ServeHTTP(answer, httptest.NewRequestWithContext(ctx, http.MethodGet, "/demo/accounts.json", http.NoBody))
	var offered struct {
		Password string
		Accounts []demo.Account
	}
	if err := json.Unmarshal(answer.Body.Bytes(), &offered); err != nil || len(offered.Accounts) != len(demo.Accounts) {
		t.Fatalf("got %d %s, want %d accounts", answer.Code, answer.Body, len(demo.Accounts))
	}
	for _, one := range offered.Accounts {
		body, err := json.Marshal(map[string]string{"login": one.Login, "password": offered.Password})
		if err != nil {
			t.Fatal(err)
		}
		r := httptest.NewRequestWithContext(ctx, http.MethodPost, api.Base+"/login", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		a.Router.Handler().ServeHTTP(answer, r)
		var s api.Session
		if err := json.Unmarshal(answer.Body.Bytes(), &s); err != nil || s.MustChange || s.Me.Name != one.Name {
			t.Errorf("%s: got %d %s", one.Login, answer.Code, answer.Body)
			continue
		}
		if m := s.Me.Memberships; len(m) != 1 || m[0].Name != one.Whose || m[0].Side != one.Side {
			t.Errorf("%s acts for %v, want %s", one.Login, m, one.Whose)
		}
	}
}
