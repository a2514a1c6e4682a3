package app_test

import (
	"net/http"
	"testing"

	"zhize/api"
)

// What the rules refuse is refused through the contract as well, with what comes
// next, and leaves the hazard where it is.
func TestNoStepOfAHazardIsSkippedThroughTheContract(t *testing.T) {
	t.Parallel()
	s := teller{world: newWorld(t), t: t}
	at := "/enterprises/" + string(s.own.Enterprise) + "/hazards/" + string(s.NewID())
	officer, director := s.tokens["officer"], s.tokens["director"]
	s.call(officer, http.MethodPut, at, map[string]any{"description": "电线无标识"}, nil, http.StatusOK)
	take := func(token, kind string, out any, want int) {
		t.Helper()
		s.call(token, http.MethodPut, at+"/steps/"+string(s.NewID()), map[string]any{"kind": kind, "note": "已处理", "cause": "man"}, out, want)
	}
	refused := func(token, kind, next string) {
		t.Helper()
		var p api.Problem
		take(token, kind, &p, http.StatusConflict)
		allowed, _ := p.Params["allowed"].([]any)
		if p.Code != "hazard.step.not_next" || len(allowed) == 0 || allowed[0] != next {
			t.Errorf("%s is refused with %s, next %v, want %s", kind, p.Code, allowed, next)
		}
	}
	refused(director, "closed", "measure")
	take(officer, "measure", nil, http.StatusOK)
	refused(director, "verified", "planned")
	var h api.Hazard
	s.call(officer, http.MethodGet, at, nil, &h, http.StatusOK)
	if h.State != "measured" || len(h.Steps) != 2 {
		t.Errorf("after two skips it is %s with %d steps", h.State, len(h.Steps))
	}
}
