package hazard

import (
	"errors"
	"strings"
	"testing"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

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
