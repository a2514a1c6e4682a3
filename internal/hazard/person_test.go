package hazard

import (
	"errors"
	"testing"

	"zhize/internal/platform/clock"
)

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
