package hazard

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
)

var (
	officer   = Person{Account: "officer", Roles: []access.Role{access.Officer}}
	director  = Person{Account: "director", Roles: []access.Role{access.Director}}
	principal = Person{Account: "principal", Roles: []access.Role{access.Principal}}
	sole      = Person{Account: "sole", Roles: []access.Role{access.Principal, access.Officer}, Sole: true}
)

// rectifiedBy is the course of a hazard that the person rectified.
func rectifiedBy(p Person) Course {
	return Course{Rectified, []Step{
		{Number: 1, Kind: StepFound, Photos: []string{"a"}},
		{Number: 2, Kind: StepMeasure},
		{Number: 3, Kind: StepRectified, By: p.Account, Photos: []string{"b"}},
	}}
}

func at(s State) Course {
	c := rectifiedBy(officer)
	c.State = s
	return c
}

func TestNoStepIsSkipped(t *testing.T) {
	t.Parallel()
	allowed := map[State]map[Kind]State{
		Found:     {StepMeasure: Measured},
		Measured:  {StepRectified: Rectified},
		Rectified: {StepVerified: Verified, StepSentBack: Measured},
		Verified:  {StepClosed: Closed},
		Closed:    {StepReopened: Found},
	}
	kinds := []Kind{StepFound, StepMeasure, StepRectified, StepSentBack, StepVerified, StepClosed, StepReopened, ""}
	for _, state := range []State{Found, Measured, Rectified, Verified, Closed} {
		var names []string
		for _, k := range kinds {
			want, ok := allowed[state][k]
			if ok {
				names = append(names, string(k))
			}
			to, self, err := at(state).Take(k, director, []string{"c"})
			if ok && (err != nil || to != want || self) {
				t.Errorf("%s by %q = %q, %v, %v, want %q", state, k, to, self, err, want)
			}
			if !ok && !errors.Is(err, ErrNotNext) {
				t.Errorf("%s by %q = %q, %v, want %v", state, k, to, err, ErrNotNext)
			}
		}
		_, _, err := at(state).Take("", director, nil)
		f, _ := fault.Of(err)
		got, _ := f.Params["allowed"].([]string)
		slices.Sort(got)
		slices.Sort(names)
		if diff := cmp.Diff(names, got); diff != "" {
			t.Errorf("the refusal at %s names (-want +got):\n%s", state, diff)
		}
		for _, k := range got {
			if !strings.Contains(f.Text, stepWords[Kind(k)]) {
				t.Errorf("the refusal at %s says %q, without %s", state, f.Text, stepWords[Kind(k)])
			}
		}
	}
}

func TestWhoMayTakeAStep(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		course Course
		step   Kind
		person Person
		photos []string
		self   bool
		want   error
	}{
		{"rectified without a photo", at(Measured), StepRectified, officer, nil, false, ErrEvidence},
		{"rectified with a photo", at(Measured), StepRectified, officer, []string{"c"}, false, nil},
		{"verified by another officer", rectifiedBy(officer), StepVerified, Person{Account: "other", Roles: officer.Roles}, nil, false, nil},
		{"verified by the rectifier", rectifiedBy(officer), StepVerified, officer, []string{"c"}, false, ErrSamePerson},
		{"verified by the rectifier though he is director", rectifiedBy(director), StepVerified, director, []string{"c"}, false, ErrSamePerson},
		{"sent back by the rectifier himself", rectifiedBy(officer), StepSentBack, officer, nil, false, nil},
		{"verified by the sole keeper without a photo", rectifiedBy(sole), StepVerified, sole, nil, false, ErrNewPhoto},
		{"verified by the sole keeper with the photo of the finding", rectifiedBy(sole), StepVerified, sole, []string{"a"}, false, ErrNewPhoto},
		{"verified by the sole keeper with the photo of the rectification", rectifiedBy(sole), StepVerified, sole, []string{"a", "b"}, false, ErrNewPhoto},
		{"verified by the sole keeper with a new photo", rectifiedBy(sole), StepVerified, sole, []string{"b", "c"}, true, nil},
		{"verified by the sole keeper after another's rectification", rectifiedBy(officer), StepVerified, sole, nil, false, nil},
		{"closed by an officer", at(Verified), StepClosed, officer, nil, false, ErrClosePost},
		{"closed by the director", at(Verified), StepClosed, director, nil, false, nil},
		{"closed by the principal", at(Verified), StepClosed, principal, nil, false, nil},
		{"closed by the sole keeper", at(Verified), StepClosed, sole, nil, false, nil},
		{"closed by an officer who is early too", at(Found), StepClosed, officer, nil, false, ErrNotNext},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, self, err := tt.course.Take(tt.step, tt.person, tt.photos)
			if !errors.Is(err, tt.want) || self != tt.self {
				t.Errorf("Take = %v, %v, want %v, %v", self, err, tt.self, tt.want)
			}
		})
	}
}

func TestOfferedStepsAreThoseThatWillBeTaken(t *testing.T) {
	t.Parallel()
	for _, p := range []Person{officer, director, principal, sole} {
		for _, state := range []State{Found, Measured, Rectified, Verified, Closed} {
			for _, by := range []Person{officer, director, sole} {
				c := rectifiedBy(by)
				c.State = state
				for _, m := range moves {
					_, _, err := c.Take(m.step, p, []string{"new"})
					if offered := slices.Contains(c.Next(p), m.step); offered != (err == nil) {
						t.Errorf("%s, rectified by %s: %s is offered to %s: %v, and taken: %v", state, by.Account, m.step, p.Account, offered, err)
					}
				}
			}
		}
	}
}

func TestHazardAwaitsThoseWhoseTurnItIs(t *testing.T) {
	t.Parallel()
	people := []Person{officer, director, principal, sole}
	for state, want := range map[State][]string{
		Found: {"officer", "director", "sole"}, Measured: {"officer", "director", "sole"},
		Rectified: {"director", "principal", "sole"}, Verified: {"director", "principal", "sole"}, Closed: nil,
	} {
		var got []string
		for _, p := range people {
			if at(state).Awaits(p) {
				got = append(got, string(p.Account))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s awaits (-want +got):\n%s", state, diff)
		}
	}
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	for severity, want := range map[string]time.Time{
		"general": time.Date(2026, 12, 9, 23, 59, 0, 0, clock.Shanghai),
		"larger":  time.Date(2026, 12, 1, 23, 59, 0, 0, clock.Shanghai),
		"major":   time.Date(2026, 11, 25, 23, 59, 0, 0, clock.Shanghai),
	} {
		if got := due(severity, "2026-11-24"); !got.Equal(want) {
			t.Errorf("%s is due %s, want %s", severity, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	p := place{true, time.Date(2026, 11, 24, 4, 0, 0, 1000, time.UTC), "01938a5c-0000-7000-8000-000000000000"}
	if got, err := parsePlace(p.String()); err != nil || got != p {
		t.Errorf("parsePlace(%s) = %v, %v", p, got, err)
	}
	for _, s := range []string{"x", "o_1", "x_1_01938a5c-0000-7000-8000-000000000000", "o_y_01938a5c-0000-7000-8000-000000000000", "o_1_z", "o_1_", "__"} {
		if got, err := parsePlace(s); !errors.Is(err, ErrPage) {
			t.Errorf("parsePlace(%q) = %v, %v, want %v", s, got, err, ErrPage)
		}
	}
}
