package obligation_test

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
	"zhize/internal/testkit"
)

// chain remembers what was sealed.
type chain struct {
	mu    sync.Mutex
	facts []obligation.Fact
}

func (c *chain) Seal(_ *db.Tx, f obligation.Fact) error {
	if !json.Valid(f.Body) || !json.Valid(f.Personal) {
		return errors.New("a fact is not JSON")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.facts = append(c.facts, f)
	return nil
}

func (c *chain) kinds() []string {
	var kinds []string
	for _, f := range c.facts {
		kinds = append(kinds, f.Kind)
	}
	return kinds
}

func statutory(*db.Tx) (*clock.Calendar, error) { return reference.Calendar(), nil }

func service(w testkit.World) (*obligation.Service, *chain) {
	c := &chain{}
	return obligation.New(w.DB, statutory, c), c
}

// alone runs the test on databases of its own, for what sweeps all enterprises.
func alone(t *testing.T, fn func(t *testing.T, w testkit.World)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		fn(t, testkit.SQLite(t))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		fn(t, testkit.OwnPostgres(t))
	})
}

// write runs fn as the fixture's officer.
func write(t testing.TB, w testkit.World, f testkit.Fixture, fn func(tx *db.Tx) error) {
	t.Helper()
	if err := as(w, f, fn); err != nil {
		t.Fatal(err)
	}
}

func as(w testkit.World, f testkit.Fixture, fn func(tx *db.Tx) error) error {
	a := access.Actor{Account: f.Officer, Name: "测试丙", Roles: []access.Role{access.Officer}, Enterprise: f.Enterprise}
	g, err := access.Standard.Check(a, "record.daily.submit", access.Call{Operation: "test"})
	if err != nil {
		return err
	}
	return w.DB.Write(context.Background(), g, fn)
}

func plan(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture) {
	t.Helper()
	write(t, w, f, s.Plan)
}

// row is what a test looks at in a row.
type row struct {
	Day          clock.Day
	Shift        id.ID
	State        string
	Excuse       string
	Opens, Until string
}

const minute = "01-02 15:04"

// rows reads the daily rows of the enterprise through the service.
func rows(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, from, to clock.Day) []row {
	t.Helper()
	var all []row
	write(t, w, f, func(tx *db.Tx) error {
		_, states, err := s.Counts(tx, from, to, id.Nil)
		for _, d := range states {
			all = append(all, row{
				Day: clock.Day(d.Day), Shift: id.ID(d.Shift), State: d.State, Excuse: d.Excuse,
				Opens: d.Opens.In(clock.Shanghai).Format(minute), Until: d.Due.In(clock.Shanghai).Format(minute),
			})
		}
		return err
	})
	return all
}

func stateOf(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, day clock.Day) string {
	t.Helper()
	all := rows(t, w, s, f, day, day)
	switch len(all) {
	case 0:
		return "none"
	case 1:
		return all[0].State
	}
	t.Fatalf("%d rows on %s, want one at most", len(all), day)
	return ""
}

// fulfil does the day's check.
func fulfil(t testing.TB, w testkit.World, s *obligation.Service, f testkit.Fixture, day clock.Day, outcome, lateness string) {
	t.Helper()
	write(t, w, f, func(tx *db.Tx) error {
		o, err := s.Find(tx, obligation.KindDaily, f.Shift, day)
		if err != nil {
			return err
		}
		return s.Fulfil(tx, o, tx.NewID(), outcome, lateness)
	})
}

func wants(t testing.TB, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("error %v, want %v", err, want)
	}
}

func in(f testkit.Fixture) api.InEnterprise {
	return api.InEnterprise{Enterprise: string(f.Enterprise)}
}
