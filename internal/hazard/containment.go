package hazard

import (
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/id"
)

// Act is a 停产, 停售, 封存 or 召回 as it was declared.
type Act struct {
	Kinds   []string `json:"kinds"`
	Product string   `json:"product"`
	Batch   string   `json:"batch"`
	Unit    string   `json:"unit"`
	// Made is what was produced or bought; it may be unknown.
	Made    *float64 `json:"made,omitempty"`
	Stocked float64  `json:"stocked"`
	Sold    float64  `json:"sold"`
	Notices string   `json:"notices,omitempty"`
}

// check wants what a paper of the authority asks for.
func (a *Act) check() error {
	if a == nil || len(a.Kinds) == 0 {
		return ErrAct.At("body.act.kinds", "")
	}
	for _, k := range a.Kinds {
		if actWords[k] == "" {
			return ErrAct.At("body.act.kinds", "")
		}
	}
	for _, f := range []struct{ at, words string }{{"product", a.Product}, {"batch", a.Batch}, {"unit", a.Unit}} {
		if strings.TrimSpace(f.words) == "" {
			return ErrAct.At("body.act."+f.at, "")
		}
		if err := checkWords(f.words, "body.act."+f.at); err != nil {
			return err
		}
	}
	if a.Stocked < 0 || a.Sold < 0 || a.Made != nil && *a.Made < 0 {
		return ErrAct.At("body.act.stocked", "")
	}
	return checkWords(a.Notices, "body.act.notices")
}

// words are the kinds in the order of the law's words: 停售、召回.
func (a Act) words() string {
	var all []string
	for _, k := range []string{"stop_production", "stop_sale", "seal", "recall"} {
		if slices.Contains(a.Kinds, k) {
			all = append(all, actWords[k])
		}
	}
	return strings.Join(all, "、")
}

// Containment is an act as it stands after the steps.
type Containment struct {
	Act
	// ID is that of the step that began it.
	ID          id.ID
	At          time.Time
	Recalled    float64
	Notified    time.Time
	Receipted   time.Time
	ReceiptName string
	Lifted      time.Time
}

func (c Containment) recalls() bool { return slices.Contains(c.Kinds, "recall") }

// containments follow the acts through the steps.
func containments(steps []Step) []Containment {
	var all []Containment
	for _, s := range steps {
		if s.Kind == StepContained && s.Detail.Act != nil {
			all = append(all, Containment{Act: *s.Detail.Act, ID: s.ID, At: s.At})
			continue
		}
		n := slices.IndexFunc(all, func(c Containment) bool { return c.ID == s.Detail.Of })
		if n < 0 {
			continue
		}
		switch s.Kind {
		case StepNotified:
			all[n].Notified = s.At
		case StepReceipted:
			all[n].Receipted, all[n].ReceiptName = s.At, s.Name
		case StepProgress:
			all[n].Recalled = *s.Detail.Recalled
		case StepLifted:
			all[n].Lifted = s.At
		default: // no step of a containment
		}
	}
	return all
}

// concerns checks a step on a containment in force.
func (c Course) concerns(s Step) error {
	open := c.open()
	n := slices.IndexFunc(open, func(a Containment) bool { return a.ID == s.Detail.Of })
	if n < 0 {
		return ErrActOf.At("body.of", "")
	}
	a := open[n]
	switch s.Kind {
	case StepNotified:
		if !a.Notified.IsZero() {
			return ErrNotified
		}
	case StepProgress:
		r := s.Detail.Recalled
		if !a.recalls() {
			return ErrActOf.At("body.of", "")
		}
		if r == nil || *r < a.Recalled || *r > a.Sold {
			return ErrRecalled.At("body.recalled", "")
		}
	case StepLifted:
		if len(s.Photos) == 0 {
			return ErrLiftProof.At("body.photos", "")
		}
	default: // words are enough
	}
	return nil
}
