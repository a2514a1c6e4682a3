package training

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/id"
)

func TestWhoMaySignForWhom(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name                     string
		actor                    string
		organises, present, inky bool
		how                      string
		want                     error
	}{
		{"himself", "a", false, true, false, BySelf, nil},
		{"himself by hand", "a", false, true, true, BySelf, nil},
		{"himself as organiser", "a", true, true, false, BySelf, nil},
		{"another", "b", false, true, true, "", ErrOther},
		{"on the organiser's device", "b", true, true, true, ByDevice, nil},
		{"on the organiser's device without ink", "b", true, true, false, "", ErrInk},
		{"absent, by the organiser", "b", true, false, false, ByNote, nil},
		{"absent, by himself", "a", false, false, false, "", ErrAbsent},
		{"absent, by another", "b", false, false, true, "", ErrAbsent},
	} {
		how, err := signing(id.ID(tt.actor), "a", tt.organises, tt.present, tt.inky)
		if how != tt.how || !errors.Is(err, tt.want) {
			t.Errorf("%s: %q, %v, want %q, %v", tt.name, how, err, tt.how, tt.want)
		}
	}
}

func TestTopicsNeededAreTopicsFailed(t *testing.T) {
	t.Parallel()
	test := func(topics, failed []string) api.TrainingTest {
		return api.TrainingTest{TrainingTestFields: api.TrainingTestFields{Topics: topics, Failed: failed}}
	}
	for _, tt := range []struct {
		name  string
		tests []api.TrainingTest
		want  []string
	}{
		{"nothing tested", nil, []string{}},
		{"nothing failed", []api.TrainingTest{test([]string{"标识", "台账"}, nil)}, []string{}},
		{"one failed", []api.TrainingTest{test([]string{"标识", "台账"}, []string{"台账"})}, []string{"台账"}},
		{"failed and passed since", []api.TrainingTest{test([]string{"标识", "台账"}, []string{"标识", "台账"}), test([]string{"台账"}, nil)}, []string{"标识"}},
		{"failed twice", []api.TrainingTest{test([]string{"台账"}, []string{"台账"}), test([]string{"台账"}, []string{"台账"})}, []string{"台账"}},
	} {
		if diff := cmp.Diff(tt.want, needs(tt.tests)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestATestAgreesWithItsFigures(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		change func(*api.TrainingTestFields)
		passed bool
		want   error
	}{
		{"at the mark", func(*api.TrainingTestFields) {}, true, nil},
		{"below it", func(f *api.TrainingTestFields) { f.Score, f.Failed, f.RetakeBy = 59, []string{"台账"}, "2026-12-01" }, false, nil},
		{"above all", func(f *api.TrainingTestFields) { f.Score = 101 }, false, ErrScore},
		{"below nothing", func(f *api.TrainingTestFields) { f.Score = -1 }, false, ErrScore},
		{"a mark above all", func(f *api.TrainingTestFields) { f.Pass = 120 }, false, ErrScore},
		{"without a full score", func(f *api.TrainingTestFields) { f.Full = 0 }, false, ErrScore},
		{"tomorrow", func(f *api.TrainingTestFields) { f.Day = "2026-11-25" }, false, ErrFuture},
		{"on no day", func(f *api.TrainingTestFields) { f.Day = "2026-02-30" }, false, ErrInput},
		{"failed in nothing", func(f *api.TrainingTestFields) { f.Score = 10 }, false, ErrFailed},
		{"failed in what was not asked", func(f *api.TrainingTestFields) { f.Failed = []string{"别的"} }, false, ErrFailed},
		{"failed without a retake", func(f *api.TrainingTestFields) { f.Score, f.Failed = 10, []string{"台账"} }, false, ErrRetakeBy},
		{"a retake before it", func(f *api.TrainingTestFields) { f.Score, f.Failed, f.RetakeBy = 10, []string{"台账"}, "2026-11-23" }, false, ErrRetakeBy},
		{"without topics", func(f *api.TrainingTestFields) { f.Topics = nil }, false, ErrInput},
	} {
		f := api.TrainingTestFields{Title: "季度考核", Day: "2026-11-24", Topics: []string{"标识", "台账"}, Score: 60, Full: 100, Pass: 60}
		tt.change(&f)
		got, err := checkTest(&f, "2026-11-24")
		if got != tt.passed || !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, %v, want %v, %v", tt.name, got, err, tt.passed, tt.want)
		}
	}
}

func TestSpansInWords(t *testing.T) {
	t.Parallel()
	for minutes, want := range map[int]string{0: "0分钟", 45: "45分钟", 60: "1小时", 150: "2小时30分"} {
		if got := Span(minutes); got != want {
			t.Errorf("Span(%d) = %q, want %q", minutes, got, want)
		}
	}
}
