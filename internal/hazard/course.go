package hazard

import (
	"slices"
	"strings"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// move leads from one state to another.
type move struct {
	from State
	step Kind
	to   State
	who  string
}

// moves are all there are, the way forward first.
var moves = []move{
	{Found, StepMeasure, Measured, "质量安全员或总监"},
	{Measured, StepPlanned, Planned, "质量安全总监或责任人"},
	{Measured, StepRectified, Rectified, "整改责任人"},
	{Planned, StepRectified, Rectified, "整改责任人"},
	{Rectified, StepVerified, Verified, "整改人以外的人"},
	{Rectified, StepSentBack, Measured, "复核人"},
	{Verified, StepClosed, Closed, "质量安全总监或主要负责人"},
	{Closed, StepReopened, Found, "任何一名质量安全人员"},
}

// beside are the steps of the enterprise that leave the state as it is.
var beside = []Kind{StepReported, StepExtended, StepContained, StepNotified, StepProgress, StepLifted}

// Person is who wants to take a step.
type Person struct {
	Account id.ID
	Roles   []access.Role
	// Sole is true if he holds all filled posts alone.
	Sole bool
}

func (p Person) is(role access.Role) bool { return slices.Contains(p.Roles, role) }

// decides reports whether the person may close a hazard, and knows of a grave
// one by himself.
func (p Person) decides() bool { return p.Sole || p.is(access.Director) || p.is(access.Principal) }

func (p Person) leads() bool { return p.Sole || p.is(access.Principal) }

// Course is the way that a hazard has gone.
type Course struct {
	State    State
	Severity string
	// Cause is the class that was named; Planned whether a plan stands.
	Cause   string
	Planned bool
	// ToReport is true until a grave hazard is known to who decides.
	ToReport  bool
	Rectifier id.ID
	Owner     id.ID
	// Ordered is true for what only an officer of the authority closes.
	Ordered bool
	Due     time.Time
	Steps   []Step
}

// open are the containments in force.
func (c Course) open() []Containment {
	return slices.DeleteFunc(containments(c.Steps), func(a Containment) bool { return !a.Lifted.IsZero() })
}

// leads reports whether the move can be made in the hazard's state.
func (c Course) leads(m move) bool {
	switch {
	case m.from != c.State:
		return false
	case m.from == Measured && m.step == StepRectified:
		return !grave(c.Severity)
	}
	return true
}

// Next lists the steps that the person may take now, the way forward first.
func (c Course) Next(p Person) []Kind {
	next := []Kind{}
	if c.State != Found && c.mayTake(StepReported, p) == nil {
		next = append(next, StepReported)
	}
	for _, m := range moves {
		if c.leads(m) && c.mayTake(m.step, p) == nil {
			next = append(next, m.step)
		}
	}
	for _, k := range beside {
		if !slices.Contains(next, k) && c.mayTake(k, p) == nil {
			next = append(next, k)
		}
	}
	return next
}

// SelfVerifies reports whether the person could verify only his own work.
func (c Course) SelfVerifies(p Person) bool {
	return c.State == Rectified && p.Sole && c.Rectifier == p.Account
}

// Take decides whether the person may take the step, where it leads, and
// whether he verifies his own work. What the step names was checked before.
func (c Course) Take(step Step, p Person, today clock.Day) (to State, self bool, err error) {
	to = c.State
	if !slices.Contains(beside, step.Kind) {
		if to, err = c.move(step.Kind); err != nil {
			return "", false, err
		}
	}
	if err := c.mayTake(step.Kind, p); err != nil {
		return "", false, err
	}
	if err := c.complete(step, today); err != nil {
		return "", false, err
	}
	if step.Kind == StepVerified && c.Rectifier == p.Account {
		if !slices.ContainsFunc(step.Photos, func(sha string) bool { return !c.shows(sha) }) {
			return "", false, ErrNewPhoto.At("body.photos", "")
		}
		self = true
	}
	return to, self, nil
}

// move finds where the step leads, or says what comes next and who does it.
func (c Course) move(k Kind) (State, error) {
	var allowed, words []string
	for _, m := range moves {
		if !c.leads(m) {
			continue
		}
		if m.step == k {
			if k == StepSentBack {
				return back(c.Planned), nil
			}
			return m.to, nil
		}
		who := m.who
		if m.step == StepClosed && c.Ordered {
			who = "作出责令的监管人员"
		}
		allowed, words = append(allowed, string(m.step)), append(words, stepWords[m.step]+"（"+who+"）")
	}
	text := "该隐患" + stateWords[c.State] + "，下一步只能是：" + strings.Join(words, "、") + "。请刷新后按顺序办理。"
	if c.State == Measured && k == StepRectified {
		text = "较大、重大隐患须先写明原因和整改方案：" + strings.Join(words, "、") + "。"
	}
	return "", fault.New(ErrNotNext.Kind, ErrNotNext.Code, text).With("state", string(c.State)).With("allowed", allowed)
}

// back is the state to which a hazard returns whose rectification does not
// stand: a plan that was made stays.
func back(planned bool) State {
	if planned {
		return Planned
	}
	return Measured
}

// mayTake says whether the step is open to the person at all; what it must
// carry is asked by complete.
func (c Course) mayTake(k Kind, p Person) error {
	closed := c.State == Closed
	switch k {
	case StepPlanned, StepRectified:
		if c.ToReport && !p.decides() {
			return ErrReportFirst
		}
	case StepVerified:
		if c.Rectifier == p.Account && !p.Sole {
			return ErrSamePerson
		}
	case StepClosed:
		switch {
		case c.Ordered:
			return ErrCloseOrder
		case !p.decides():
			return ErrClosePost
		case len(c.open()) > 0:
			return ErrContained
		}
	case StepReopened:
		if c.Ordered {
			return ErrCloseOrder
		}
	case StepReported:
		if !c.ToReport || closed || p.decides() {
			return c.refuse("不需要上报：等级为一般，或已经上报，或您本人就是质量安全总监、主要负责人")
		}
	case StepExtended:
		switch {
		case closed:
			return c.refuse("已销号的隐患不能延期")
		case c.Ordered:
			return ErrExtendOrder
		case !p.leads():
			return ErrExtendPost
		}
	case StepContained:
		if closed {
			return c.refuse("已销号的隐患须重新打开后才能办理停产停售封存召回")
		}
	case StepNotified:
		switch open := c.open(); {
		case len(open) == 0:
			return ErrActOf
		case !slices.ContainsFunc(open, func(a Containment) bool { return a.Notified.IsZero() }):
			return ErrNotified
		}
	case StepProgress:
		if !slices.ContainsFunc(c.open(), Containment.recalls) {
			return ErrActOf
		}
	case StepLifted:
		switch {
		case len(c.open()) == 0:
			return ErrActOf
		case c.State != Verified:
			return ErrLiftEarly
		case !p.leads():
			return ErrLiftPost
		}
	default: // open to every post
	}
	return nil
}

// refuse is a side step that does not fit.
func (c Course) refuse(why string) error {
	return fault.New(ErrNotNext.Kind, ErrNotNext.Code, "该隐患"+stateWords[c.State]+"，"+why+"。").With("state", string(c.State)).With("allowed", []string{})
}

// complete checks that the step carries what it must.
func (c Course) complete(s Step, today clock.Day) error {
	d := s.Detail
	switch s.Kind {
	case StepPlanned:
		switch {
		case !slices.Contains(Causes, d.Cause):
			return ErrCause.At("body.cause", "")
		case strings.TrimSpace(d.CauseNote) == "":
			return ErrCauseNote.At("body.causeNote", "")
		case d.Due != "" && d.Due.Before(today):
			return ErrDueDay.At("body.due", "")
		case d.Due != "" && endOf(d.Due).After(c.Due):
			return ErrDueLater.At("body.due", "")
		}
	case StepRectified:
		switch {
		case len(s.Photos) == 0:
			return ErrEvidence.At("body.photos", "")
		case c.Cause == "" && !slices.Contains(Causes, d.Cause):
			return ErrCause.At("body.cause", "")
		}
	case StepExtended:
		if d.Due == "" || !endOf(d.Due).After(c.Due) || !d.Due.After(today) {
			return ErrExtendDay.At("body.due", "")
		}
	case StepContained:
		return d.Act.check()
	case StepNotified, StepProgress, StepLifted:
		return c.concerns(s)
	default: // words are enough
	}
	return nil
}

// shows reports whether an earlier step shows the photo.
func (c Course) shows(sha string) bool {
	return slices.ContainsFunc(c.Steps, func(s Step) bool { return slices.Contains(s.Photos, sha) })
}

// Awaits reports whether the hazard waits for the person: measures are the work
// of officers and directors, the plan and the rectification of its owner once
// there is one, verification that of anybody but the rectifier, closing that of
// who may close.
func (c Course) Awaits(p Person) bool {
	keeps := p.Sole || p.is(access.Officer) || p.is(access.Director)
	switch c.State {
	case Found:
		return keeps
	case Measured, Planned:
		return c.Owner == p.Account || c.Owner == id.Nil && keeps
	case Rectified:
		return p.Sole || c.Rectifier != p.Account
	case Verified:
		return !c.Ordered && p.decides()
	default:
		return false
	}
}
