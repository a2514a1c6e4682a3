package hazard

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

var (
	officer   = Person{Account: "officer", Roles: []access.Role{access.Officer}}
	director  = Person{Account: "director", Roles: []access.Role{access.Director}}
	principal = Person{Account: "principal", Roles: []access.Role{access.Principal}}
	sole      = Person{Account: "sole", Roles: []access.Role{access.Principal, access.Officer}, Sole: true}
)

const today = clock.Day("2026-11-24")

var states = []State{Found, Measured, Planned, Rectified, Verified, Closed}

// rectifiedBy is the course of a general hazard that the person rectified.
func rectifiedBy(p Person) Course {
	return Course{State: Rectified, Severity: "general", Cause: "material", Rectifier: p.Account, Due: endOf(today.Add(5)), Steps: []Step{
		{Number: 1, Kind: StepFound, Photos: []string{"a"}},
		{Number: 2, Kind: StepMeasure},
		{Number: 3, Kind: StepRectified, By: p.Account, Photos: []string{"b"}},
	}}
}

func at(s State, change ...func(*Course)) Course {
	c := rectifiedBy(officer)
	c.State = s
	for _, f := range change {
		f(&c)
	}
	return c
}

func larger(c *Course) { c.Severity = "larger" }

func unsaid(c *Course) { c.Cause = "" }

func planned(c *Course) { c.Planned = true }

func unknown(c *Course) { c.ToReport = true }

func ordered(c *Course) { c.Ordered = true }

func recalled(c *Course) { c.Steps = append(c.Steps, recall("act")) }

func recall(of id.ID) Step {
	return Step{ID: of, Kind: StepContained, Detail: Detail{Act: &Act{Kinds: []string{"stop_sale", "recall"}, Product: "插座", Batch: "B1", Unit: "只", Stocked: 3, Sold: 10}}}
}

// whole is a step that carries what its kind must carry.
func whole(k Kind) Step {
	s := Step{Kind: k, Photos: []string{"new"}}
	switch k {
	case StepPlanned:
		s.Detail = Detail{Cause: "man", CauseNote: "未培训", Due: today.Add(3)}
	case StepRectified:
		s.Detail = Detail{Cause: "man"}
	case StepExtended:
		s.Detail = Detail{Due: today.Add(9)}
	case StepContained:
		s.Detail = recall("").Detail
	case StepNotified, StepLifted:
		s.Detail = Detail{Of: "act"}
	case StepProgress:
		n := 4.0
		s.Detail = Detail{Of: "act", Recalled: &n}
	default: // words are enough
	}
	return s
}

func TestNoStepIsSkipped(t *testing.T) {
	t.Parallel()
	kinds := []Kind{StepFound, StepMeasure, StepPlanned, StepRectified, StepSentBack, StepVerified, StepClosed, StepReopened, StepFoundAgain, StepReceipted, StepAssigned, ""}
	general := map[State]map[Kind]State{
		Found:     {StepMeasure: Measured},
		Measured:  {StepPlanned: Planned, StepRectified: Rectified},
		Planned:   {StepRectified: Rectified},
		Rectified: {StepVerified: Verified, StepSentBack: Measured},
		Verified:  {StepClosed: Closed},
		Closed:    {StepReopened: Found},
	}
	grave := map[State]map[Kind]State{Measured: {StepPlanned: Planned}}
	for _, severity := range []string{"general", "larger", "major"} {
		for _, state := range states {
			allowed := general[state]
			if severity != "general" && grave[state] != nil {
				allowed = grave[state]
			}
			c := at(state, func(c *Course) { c.Severity = severity })
			var names []string
			for _, k := range kinds {
				want, ok := allowed[k]
				if ok {
					names = append(names, string(k))
				}
				to, self, err := c.Take(whole(k), director, today)
				if ok && (err != nil || to != want || self) {
					t.Errorf("%s %s by %q = %q, %v, %v, want %q", severity, state, k, to, self, err, want)
				}
				if !ok && !errors.Is(err, ErrNotNext) {
					t.Errorf("%s %s by %q = %q, %v, want %v", severity, state, k, to, err, ErrNotNext)
				}
			}
			_, _, err := c.Take(Step{}, director, today)
			f, _ := fault.Of(err)
			got, _ := f.Params["allowed"].([]string)
			slices.Sort(got)
			slices.Sort(names)
			if diff := cmp.Diff(names, got); diff != "" {
				t.Errorf("the refusal at %s %s names (-want +got):\n%s", severity, state, diff)
			}
			for _, k := range got {
				if !strings.Contains(f.Text, stepWords[Kind(k)]+"（") {
					t.Errorf("the refusal at %s says %q, without %s and who does it", state, f.Text, stepWords[Kind(k)])
				}
			}
		}
	}
	if to, _, err := at(Rectified, planned).Take(whole(StepSentBack), director, today); to != Planned || err != nil {
		t.Errorf("what was planned is sent back to %s, %v, want its plan to stand", to, err)
	}
}

// leader may take every step for which the hazard is ready.
var leader = Person{Account: "leader", Roles: []access.Role{access.Principal, access.Director, access.Officer}}

func TestEveryStepInEveryState(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name    string
		person  Person
		changes []func(*Course)
		// accepted are the steps of each state, in the order of their names.
		accepted map[State]string
	}{
		{"a general one", leader, nil, map[State]string{
			Found:     "contained extended measure",
			Measured:  "contained extended planned rectified",
			Planned:   "contained extended rectified",
			Rectified: "contained extended sent_back verified",
			Verified:  "closed contained extended",
			Closed:    "reopened",
		}},
		{"a larger one that who decides knows of", leader, []func(*Course){larger}, map[State]string{
			Found:     "contained extended measure",
			Measured:  "contained extended planned",
			Planned:   "contained extended rectified",
			Rectified: "contained extended sent_back verified",
			Verified:  "closed contained extended",
			Closed:    "reopened",
		}},
		{"a larger one that was not reported, by who rectified", officer, []func(*Course){larger, unknown}, map[State]string{
			Found:     "contained measure reported",
			Measured:  "contained reported",
			Planned:   "contained reported",
			Rectified: "contained reported sent_back",
			Verified:  "contained reported",
			Closed:    "reopened",
		}},
		{"one whose goods are called back", leader, []func(*Course){recalled}, map[State]string{
			Found:     "contained extended measure notified recall_progress",
			Measured:  "contained extended notified planned recall_progress rectified",
			Planned:   "contained extended notified recall_progress rectified",
			Rectified: "contained extended notified recall_progress sent_back verified",
			Verified:  "contained extended lifted notified recall_progress",
		}},
		{"an order of the authority", leader, []func(*Course){ordered}, map[State]string{
			Found:     "contained measure",
			Measured:  "contained planned rectified",
			Planned:   "contained rectified",
			Rectified: "contained sent_back verified",
			Verified:  "contained",
			Closed:    "",
		}},
	} {
		for state, want := range tt.accepted {
			c, before := at(state, tt.changes...), at(state, tt.changes...)
			var accepted []string
			for _, k := range slices.Sorted(maps.Keys(stepWords)) {
				if _, _, err := c.Take(whole(k), tt.person, today); err == nil {
					accepted = append(accepted, string(k))
				}
			}
			if got := strings.Join(accepted, " "); got != want {
				t.Errorf("%s, %s: accepted %q, want %q", tt.name, state, got, want)
			}
			if diff := cmp.Diff(before, c); diff != "" {
				t.Errorf("%s, %s: asking has changed it:\n%s", tt.name, state, diff)
			}
		}
	}
	for state, want := range map[State]string{Found: "extended", Measured: "extended", Planned: "extended", Rectified: "extended", Verified: "closed extended sent_back", Closed: ""} {
		var decided []string
		for _, k := range slices.Sorted(maps.Keys(stepWords)) {
			if _, err := at(state, ordered).decide(whole(k), today); err == nil {
				decided = append(decided, string(k))
			}
		}
		if got := strings.Join(decided, " "); got != want {
			t.Errorf("%s: the officer decides %q, want %q", state, got, want)
		}
	}
}

func TestOfferedStepsAreThoseThatWillBeTaken(t *testing.T) {
	t.Parallel()
	kinds := slices.Clone(beside)
	for _, m := range moves {
		kinds = append(kinds, m.step)
	}
	changes := []func(*Course){func(*Course) {}, larger, ordered, recalled, func(c *Course) { larger(c); unknown(c) }}
	for _, p := range []Person{officer, director, principal, sole} {
		for _, state := range states {
			for _, by := range []Person{officer, director, sole} {
				for n, change := range changes {
					c := rectifiedBy(by)
					c.State = state
					change(&c)
					for _, k := range kinds {
						_, _, err := c.Take(whole(k), p, today)
						if offered := slices.Contains(c.Next(p), k); offered != (err == nil) {
							t.Errorf("%d: %s, rectified by %s: %s is offered to %s: %v, and taken: %v", n, state, by.Account, k, p.Account, offered, err)
						}
					}
				}
			}
		}
	}
}

func TestOnlyTheCourseOfAnOrderIsDecided(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		course Course
		step   Step
		to     State
		want   error
	}{
		{"closed after the verification", at(Verified), whole(StepClosed), Closed, nil},
		{"closed too early", at(Rectified), whole(StepClosed), "", ErrNotNext},
		{"closed while a recall is in force", at(Verified, recalled), whole(StepClosed), "", ErrContained},
		{"sent back", at(Verified), whole(StepSentBack), Measured, nil},
		{"sent back to its plan", at(Verified, planned), whole(StepSentBack), Planned, nil},
		{"sent back too early", at(Found), whole(StepSentBack), "", ErrNotNext},
		{"extended", at(Found), whole(StepExtended), Found, nil},
		{"extended after it was closed", at(Closed), whole(StepExtended), "", ErrNotNext},
		{"extended to no day", at(Found), Step{Kind: StepExtended}, Found, ErrExtendDay},
		{"rectified by the authority", at(Measured), whole(StepRectified), "", ErrNotNext},
	} {
		if to, err := tt.course.decide(tt.step, today); to != tt.to || !errors.Is(err, tt.want) {
			t.Errorf("%s: %q, %v, want %q, %v", tt.name, to, err, tt.to, tt.want)
		}
	}
}

func TestHazardAwaitsThoseWhoseTurnItIs(t *testing.T) {
	t.Parallel()
	people := []Person{officer, director, principal, sole}
	owned := func(c *Course) { c.Owner = director.Account }
	for n, tt := range []struct {
		course Course
		want   []string
	}{
		{at(Found), []string{"officer", "director", "sole"}},
		{at(Measured), []string{"officer", "director", "sole"}},
		{at(Planned, owned), []string{"director"}},
		{at(Rectified), []string{"director", "principal", "sole"}},
		{at(Verified), []string{"director", "principal", "sole"}},
		{at(Verified, ordered), nil},
		{at(Closed), nil},
	} {
		var got []string
		for _, p := range people {
			if tt.course.Awaits(p) {
				got = append(got, string(p.Account))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%d: %s awaits (-want +got):\n%s", n, tt.course.State, diff)
		}
	}
}
