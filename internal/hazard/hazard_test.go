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

func larger(c *Course)   { c.Severity = "larger" }
func unsaid(c *Course)   { c.Cause = "" }
func planned(c *Course)  { c.Planned = true }
func unknown(c *Course)  { c.ToReport = true }
func ordered(c *Course)  { c.Ordered = true }
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

func TestWhoMayTakeAStep(t *testing.T) {
	t.Parallel()
	with := func(k Kind, change func(*Step)) Step {
		s := whole(k)
		change(&s)
		return s
	}
	shows := func(photos ...string) Step { return with(StepVerified, func(s *Step) { s.Photos = photos }) }
	bare := func(s *Step) { s.Photos = nil }
	causeless := func(s *Step) { s.Detail.Cause = "" }
	until := func(d clock.Day) func(*Step) { return func(s *Step) { s.Detail.Due = d } }
	so := func(n float64) func(*Step) { return func(s *Step) { s.Detail.Recalled = &n } }
	noted := func(c *Course) {
		c.Steps = append(c.Steps, Step{Kind: StepNotified, At: endOf(today), Detail: Detail{Of: "act"}})
	}
	lifted := func(c *Course) {
		c.Steps = append(c.Steps, Step{Kind: StepLifted, At: endOf(today), Detail: Detail{Of: "act"}})
	}
	four := func(c *Course) { c.Steps = append(c.Steps, whole(StepProgress)) }
	for _, tt := range []struct {
		name   string
		course Course
		step   Step
		person Person
		self   bool
		want   error
	}{
		{"rectified without a photo", at(Measured), with(StepRectified, bare), officer, false, ErrEvidence},
		{"rectified with a photo", at(Measured), whole(StepRectified), officer, false, nil},
		{"rectified without a cause", at(Measured, unsaid), with(StepRectified, causeless), officer, false, ErrCause},
		{"rectified with the cause of the plan", at(Planned), with(StepRectified, causeless), officer, false, nil},
		{"planned without a cause", at(Measured), with(StepPlanned, causeless), officer, false, ErrCause},
		{"planned without words about the cause", at(Measured), with(StepPlanned, func(s *Step) { s.Detail.CauseNote = " " }), officer, false, ErrCauseNote},
		{"planned for yesterday", at(Measured), with(StepPlanned, until(today.Add(-1))), officer, false, ErrDueDay},
		{"planned for later than the deadline", at(Measured), with(StepPlanned, until(today.Add(6))), officer, false, ErrDueLater},
		{"planned for the deadline", at(Measured), with(StepPlanned, until(today.Add(5))), officer, false, nil},
		{"planned before it was reported", at(Measured, larger, unknown), whole(StepPlanned), officer, false, ErrReportFirst},
		{"planned by the director, who knows", at(Measured, larger, unknown), whole(StepPlanned), director, false, nil},
		{"reported by the officer", at(Measured, larger, unknown), whole(StepReported), officer, false, nil},
		{"reported twice", at(Measured, larger), whole(StepReported), officer, false, ErrNotNext},
		{"reported by the director to himself", at(Measured, larger, unknown), whole(StepReported), director, false, ErrNotNext},
		{"extended by the director", at(Measured), whole(StepExtended), director, false, ErrExtendPost},
		{"extended by the principal", at(Measured), whole(StepExtended), principal, false, nil},
		{"extended to an earlier day", at(Measured), with(StepExtended, until(today.Add(5))), principal, false, ErrExtendDay},
		{"extended by the enterprise though it was ordered", at(Measured, ordered), whole(StepExtended), principal, false, ErrExtendOrder},
		{"extended when it is closed", at(Closed), whole(StepExtended), principal, false, ErrNotNext},
		{"verified by another officer", rectifiedBy(officer), shows(), Person{Account: "other", Roles: officer.Roles}, false, nil},
		{"verified by the rectifier", rectifiedBy(officer), shows("c"), officer, false, ErrSamePerson},
		{"verified by the rectifier though he is director", rectifiedBy(director), shows("c"), director, false, ErrSamePerson},
		{"sent back by the rectifier himself", rectifiedBy(officer), whole(StepSentBack), officer, false, nil},
		{"verified by the sole keeper without a photo", rectifiedBy(sole), shows(), sole, false, ErrNewPhoto},
		{"verified by the sole keeper with the photo of the finding", rectifiedBy(sole), shows("a"), sole, false, ErrNewPhoto},
		{"verified by the sole keeper with the photo of the rectification", rectifiedBy(sole), shows("a", "b"), sole, false, ErrNewPhoto},
		{"verified by the sole keeper with a new photo", rectifiedBy(sole), shows("b", "c"), sole, true, nil},
		{"verified by the sole keeper after another's rectification", rectifiedBy(officer), shows(), sole, false, nil},
		{"closed by an officer", at(Verified), whole(StepClosed), officer, false, ErrClosePost},
		{"closed by the director", at(Verified), whole(StepClosed), director, false, nil},
		{"closed by the principal", at(Verified), whole(StepClosed), principal, false, nil},
		{"closed by the sole keeper", at(Verified), whole(StepClosed), sole, false, nil},
		{"closed by an officer who is early too", at(Found), whole(StepClosed), officer, false, ErrNotNext},
		{"closed by the principal though it was ordered", at(Verified, ordered), whole(StepClosed), principal, false, ErrCloseOrder},
		{"reopened though the authority closed it", at(Closed, ordered), whole(StepReopened), principal, false, ErrCloseOrder},
		{"closed while a recall is in force", at(Verified, recalled), whole(StepClosed), principal, false, ErrContained},
		{"closed after the recall was lifted", at(Verified, recalled, lifted), whole(StepClosed), principal, false, nil},
		{"contained by the officer", at(Found), whole(StepContained), officer, false, nil},
		{"contained without a batch", at(Found), with(StepContained, func(s *Step) { s.Detail.Act = &Act{Kinds: []string{"seal"}, Product: "插座", Unit: "只"} }), officer, false, ErrAct},
		{"contained in an unknown way", at(Found), with(StepContained, func(s *Step) { s.Detail.Act = &Act{Kinds: []string{"burn"}, Product: "a", Batch: "b", Unit: "c"} }), officer, false, ErrAct},
		{"contained without saying what", at(Found), with(StepContained, func(s *Step) { s.Detail.Act = nil }), officer, false, ErrAct},
		{"contained when it is closed", at(Closed), whole(StepContained), officer, false, ErrNotNext},
		{"reported to the authority", at(Measured, recalled), whole(StepNotified), director, false, nil},
		{"reported to the authority twice", at(Measured, recalled, noted), whole(StepNotified), director, false, ErrNotified},
		{"reported to the authority without an act", at(Measured), whole(StepNotified), director, false, ErrActOf},
		{"recalled some", at(Measured, recalled), whole(StepProgress), officer, false, nil},
		{"recalled fewer than before", at(Measured, recalled, four), with(StepProgress, so(3)), officer, false, ErrRecalled},
		{"recalled more than was sold", at(Measured, recalled, four), with(StepProgress, so(11)), officer, false, ErrRecalled},
		{"lifted before the verification", at(Rectified, recalled), whole(StepLifted), principal, false, ErrLiftEarly},
		{"lifted by the director", at(Verified, recalled), whole(StepLifted), director, false, ErrLiftPost},
		{"lifted without evidence", at(Verified, recalled), with(StepLifted, bare), principal, false, ErrLiftProof},
		{"lifted by the principal", at(Verified, recalled), whole(StepLifted), principal, false, nil},
		{"lifted twice", at(Verified, recalled, lifted), whole(StepLifted), principal, false, ErrActOf},
		{"lifted where another act is in force", at(Verified, recalled), with(StepLifted, func(s *Step) { s.Detail.Of = "other" }), principal, false, ErrActOf},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, self, err := tt.course.Take(tt.step, tt.person, today)
			if !errors.Is(err, tt.want) || self != tt.self {
				t.Errorf("Take = %v, %v, want %v, %v", self, err, tt.self, tt.want)
			}
		})
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

func TestTurnsFallToThePostsThatAreFilled(t *testing.T) {
	t.Parallel()
	o, d, p := Keeper{"o", "丙", access.Officer}, Keeper{"d", "乙", access.Director}, Keeper{"p", "甲", access.Principal}
	both := []Keeper{{"s", "一人", access.Principal}, {"s", "一人", access.Officer}}
	for _, tt := range []struct {
		name    string
		row     hazardRow
		keepers []Keeper
		want    string
	}{
		{"found", hazardRow{State: Found, Severity: "general"}, []Keeper{p, d, o}, "hazard officer  采取管控措施：货"},
		{"found where no officer is", hazardRow{State: Found, Severity: "major"}, []Keeper{p, d}, "hazard director  采取管控措施（重大）：货"},
		{"measured", hazardRow{State: Measured, Severity: "general"}, []Keeper{p, d, o}, "hazard officer  整改：货"},
		{"a larger one measured", hazardRow{State: Measured, Severity: "larger"}, []Keeper{p, d, o}, "hazard director  制定整改方案（较大）：货"},
		{"planned", hazardRow{State: Planned, OwnerID: "d"}, []Keeper{p, d, o}, "hazard officer d 整改：货"},
		{"rectified by the officer", hazardRow{State: Rectified, RectifiedBy: "o"}, []Keeper{p, d, o}, "hazard officer  , hazard_verify director  复核：货"},
		{"rectified by the only director", hazardRow{State: Rectified, RectifiedBy: "d"}, []Keeper{p, d, o}, "hazard officer  , hazard_verify principal  复核：货"},
		{"rectified by one of two officers", hazardRow{State: Rectified, RectifiedBy: "o"}, []Keeper{o, {"o2", "丁", access.Officer}}, "hazard officer  , hazard_verify officer o2 复核：货"},
		{"rectified by the one person", hazardRow{State: Rectified, RectifiedBy: "s"}, both, "hazard officer  , hazard_verify principal s 复核：货"},
		{"verified", hazardRow{State: Verified}, []Keeper{p, o}, "hazard officer  , hazard_verify principal  销号：货"},
		{"verified and ordered", hazardRow{State: Verified, AgencyID: "a"}, []Keeper{p, o}, "hazard officer  "},
	} {
		tt.row.Description = "货"
		var got []string
		for _, d := range turns(tt.row, tt.keepers, endOf(today)) {
			got = append(got, strings.Join([]string{d.Kind, string(d.Post), string(d.Account), d.Title}, " "))
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, s, tt.want)
		}
	}
	late := hazardRow{State: Rectified, DueAt: endOf(today.Add(-3))}
	if d := turns(late, []Keeper{d}, endOf(today.Add(1))); !d[1].Due.Equal(endOf(today.Add(1))) || !d[0].Due.Equal(late.DueAt) {
		t.Errorf("who verifies a late one is asked until %s", d[1].Due)
	}
}

func TestLongDescriptionsAreCutInTitles(t *testing.T) {
	t.Parallel()
	got := title("整改", hazardRow{Severity: "general", Description: strings.Repeat("货", 100)})
	if n := len([]rune(got)); n != 63 || !strings.HasSuffix(got, "…") {
		t.Errorf("%d characters: %s", n, got)
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
