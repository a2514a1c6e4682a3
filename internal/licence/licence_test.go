package licence

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/reference"
)

func TestHowACertificateStands(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, kind, from, until, state string
		left                           int
	}{
		{"far off", "ccc", "2024-01-01", "2027-11-24", Valid, 365},
		{"a day before the warning", "ccc", "2024-01-01", "2027-02-23", Valid, 91},
		{"on the first warning", "ccc", "2024-01-01", "2027-02-22", Near, 90},
		{"another kind warns earlier", "production", "2024-01-01", "2027-02-23", Near, 91},
		{"on its last day", "ccc", "2024-01-01", "2026-11-24", Near, 0},
		{"the day after", "ccc", "2024-01-01", "2026-11-23", Lapsed, -1},
		{"not yet", "ccc", "2026-11-25", "2029-11-24", Coming, 1096},
		{"without end", "other", "2024-01-01", "", Undated, 0},
		{"without end, not yet", "other", "2026-11-25", "", Coming, 0},
	} {
		state, left := stateOf(api.LicenceFields{Kind: tt.kind, From: tt.from, Until: tt.until}, "2026-11-24")
		days := 0
		if left != nil {
			days = *left
		}
		if state != tt.state || days != tt.left || (left == nil) != (tt.until == "") {
			t.Errorf("%s: %s, %d, want %s, %d", tt.name, state, days, tt.state, tt.left)
		}
	}
}

func TestWhatACertificateMustSay(t *testing.T) {
	t.Parallel()
	products := []api.Product{{ID: "p"}}
	for _, tt := range []struct {
		name   string
		change func(*api.LicenceFields)
		want   error
	}{
		{"all there", func(*api.LicenceFields) {}, nil},
		{"for one day", func(f *api.LicenceFields) { f.Until = f.From }, nil},
		{"no such kind", func(f *api.LicenceFields) { f.Kind = "passport" }, ErrKind},
		{"reversed dates", func(f *api.LicenceFields) { f.Until = "2023-12-31" }, ErrDates},
		{"no such day", func(f *api.LicenceFields) { f.From = "2024-02-30" }, ErrInput},
		{"no number", func(f *api.LicenceFields) { f.Number = "  " }, ErrInput},
		{"a number that cannot be printed", func(f *api.LicenceFields) { f.Number = "1\x07" }, ErrInput},
		{"nobody's", func(f *api.LicenceFields) { f.Kind = "personnel" }, ErrHolder},
		{"another's product", func(f *api.LicenceFields) { f.Products = []string{"q"} }, ErrProduct},
	} {
		f := api.LicenceFields{Kind: "ccc", Number: "2024010001", Products: []string{"p"}, From: "2024-01-01", Until: "2029-01-01"}
		tt.change(&f)
		if err := check(&f, products); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
	}
}

func TestProductsThatWantACertificate(t *testing.T) {
	t.Parallel()
	product := func(id, regime, dropped string) api.Product {
		return api.Product{ID: id, ProductFields: api.ProductFields{Regime: regime}, DroppedOn: dropped}
	}
	licence := func(kind, product, state string) api.Licence {
		return api.Licence{ID: kind + product + state, LicenceFields: api.LicenceFields{Kind: kind, Products: []string{product}}, State: state}
	}
	got := covered([]api.Product{
		product("a", "ccc", ""), product("b", "ccc", ""), product("c", "license", ""), product("d", "mandatory", ""), product("e", "ccc", "2026-01-01"), product("f", "ccc", ""),
	}, []api.Licence{
		licence("ccc", "a", Lapsed), licence("ccc", "a", Valid), licence("production", "b", Valid), licence("production", "c", Undated), licence("ccc", "f", Coming), licence("ccc", "f", Replaced),
	})
	states := map[string]string{}
	for _, p := range got {
		states[p.Product] = p.State
	}
	if diff := cmp.Diff(map[string]string{"a": Valid, "b": "none", "c": Valid, "f": "none"}, states); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestYearsOfWhoseReportACertificateMakesADuty(t *testing.T) {
	t.Parallel()
	c := reference.SelfCheck{For: "production", Due: "12-31"}
	for _, tt := range []struct {
		name, kind, from, until string
		want                    []int
	}{
		{"five years", "production", "2024-03-01", "2029-02-28", []int{2026, 2027, 2028}},
		{"from next year", "production", "2027-01-01", "2027-12-31", []int{2027}},
		{"without end", "production", "2024-03-01", "", nil},
		{"another kind", "ccc", "2024-03-01", "2029-02-28", nil},
	} {
		got := checkYears(api.LicenceFields{Kind: tt.kind, From: tt.from, Until: tt.until}, c, clock.Day("2026-11-24"))
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// What was not verified is said not to be.
func TestTheYearlyReportSaysWhatIsNotVerified(t *testing.T) {
	t.Parallel()
	if c := reference.YearlySelfCheck(); c.Verified || !strings.Contains(c.Source, "未核实") {
		t.Errorf("%+v", c)
	}
}
