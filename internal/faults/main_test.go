// Package faults_test tries the real binary: killed, cut off from its database,
// asked twice, told nonsense. What was acknowledged is there afterwards, once.
package faults_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/ledger"
	"zhize/internal/platform/id"
	"zhize/internal/rig"
)

var binary string

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "zhize-faults-")
	if err == nil {
		binary, err = rig.Build(context.Background(), folder)
	}
	code := 1
	if err == nil {
		code = m.Run()
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	_ = os.RemoveAll(folder)
	os.Exit(code)
}

const (
	shops = 8
	days  = 120
)

// place is a site with shops, and a program that serves it.
type place struct {
	*rig.Site
	*rig.Program
	client *rig.Client
	shops  []rig.Shop
	tokens []string
}

// engines runs the test on both databases. Without ZHIZE_TEST_POSTGRES the
// second is skipped, but never in CI.
func engines(t *testing.T, fn func(t *testing.T, p *place)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		fn(t, open(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		fn(t, open(t, database(t, cluster(t))...))
	})
}

// cluster is the address of the cluster for tests.
func cluster(t *testing.T) string {
	t.Helper()
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	if admin == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("ZHIZE_TEST_POSTGRES is not set, and CI skips no engine")
		}
		t.Skip("ZHIZE_TEST_POSTGRES is not set: scripts/postgres.sh start prints it")
	}
	return admin
}

func database(t *testing.T, admin string) []string {
	t.Helper()
	d, err := rig.NewDatabase(t.Context(), admin)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Drop(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return d.Env()
}

// open founds the shops, starts the program and signs their people in.
func open(t *testing.T, env ...string) *place {
	t.Helper()
	site, err := rig.NewSite(t.TempDir(), env...)
	if err != nil {
		t.Fatal(err)
	}
	a, err := site.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	p := &place{Site: site}
	p.shops, err = rig.Found(t.Context(), a, shops, days)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	p.start(t)
	t.Cleanup(func() { p.Stop() })
	for i, s := range p.shops {
		token, err := p.client.Login(t.Context(), s.Login, i)
		if err != nil {
			t.Fatal(err)
		}
		p.tokens = append(p.tokens, token)
	}
	return p
}

// start runs the program, after an end of whatever kind once more.
func (p *place) start(t *testing.T) {
	t.Helper()
	var err error
	if p.Program, err = p.Site.Start(t.Context(), binary); err != nil {
		t.Fatal(err)
	}
	p.client = rig.NewClient(p.URL, shops)
}

// submission is a shop's check of the n-th day.
func (p *place) submission(t *testing.T, shop, n int, change ...func(*api.DailyBody)) rig.Submission {
	t.Helper()
	now := time.Now()
	s, err := p.shops[shop].Submission(id.New(now, rand.Reader), rig.FirstDay.Add(n), now, change...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// submit sends a check and reads the record.
func (p *place) submit(t *testing.T, s rig.Submission, want int) api.Daily {
	t.Helper()
	answer, err := p.client.Submit(t.Context(), p.tokens[s.Shop.Number], s)
	if err != nil || answer.Status != want {
		t.Fatalf("submit %s of shop %d: %v, %d %s, want %d\n%s", s.Day, s.Shop.Number, err, answer.Status, answer.Body, want, p.Said())
	}
	return daily(t, answer)
}

func daily(t *testing.T, a rig.Answer) (d api.Daily) {
	t.Helper()
	if err := json.Unmarshal(a.Body, &d); err != nil {
		t.Fatal(err)
	}
	return d
}

// records lists all records of a shop.
func (p *place) records(t *testing.T, shop int) []api.DailyEntry {
	t.Helper()
	var all []api.DailyEntry
	for after := ""; ; {
		path := "/enterprises/" + string(p.shops[shop].Enterprise) + "/records/daily?limit=100"
		if after != "" {
			path += "&after=" + after
		}
		answer, err := p.client.Do(t.Context(), http.MethodGet, path, p.tokens[shop], nil)
		if err != nil || answer.Status != http.StatusOK {
			t.Fatalf("list: %v, %d %s", err, answer.Status, answer.Body)
		}
		var page struct {
			Items []api.DailyEntry
			Next  string
		}
		if err := json.Unmarshal(answer.Body, &page); err != nil {
			t.Fatal(err)
		}
		all = append(all, page.Items...)
		if after = page.Next; after == "" {
			return all
		}
	}
}

// verify exports a shop's evidence and checks it as a stranger does. It tells
// how many facts there are.
func (p *place) verify(t *testing.T, shop int) {
	t.Helper()
	cfg, err := p.Config()
	if err != nil {
		t.Fatal(err)
	}
	key, err := ledger.LoadKey(cfg.SigningKey.Reveal())
	if err != nil {
		t.Fatal(err)
	}
	path := fmt.Sprintf("/enterprises/%s/evidence?from=%s&to=%s", p.shops[shop].Enterprise, rig.FirstDay, rig.FirstDay.Add(days))
	answer, err := p.client.Do(t.Context(), http.MethodGet, path, p.tokens[shop], nil)
	if err != nil || answer.Status != http.StatusOK {
		t.Fatalf("export: %v, %d %s", err, answer.Status, answer.Body)
	}
	report := ledger.Verify(bytes.NewReader(answer.Body), int64(len(answer.Body)), ledger.Options{Key: key.Public()})
	if report.ExitCode() != 0 {
		t.Errorf("shop %d: the stranger finds:\n%s", shop, report)
	}
}

// exactly checks that a shop has these records and no others, each once.
func (p *place) exactly(t *testing.T, shop int, want []rig.Submission) {
	t.Helper()
	byDay := map[string][]string{}
	for _, r := range p.records(t, shop) {
		byDay[r.Day] = append(byDay[r.Day], r.ID)
	}
	if len(byDay) != len(want) {
		t.Errorf("shop %d has records of %d days, want %d", shop, len(byDay), len(want))
	}
	for _, s := range want {
		if got := byDay[string(s.Day)]; len(got) != 1 || got[0] != string(s.Record) {
			t.Errorf("shop %d, %s: records %v, want %s once", shop, s.Day, got, s.Record)
		}
	}
}
