package appointment

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

var noon = time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)

func ptr(t time.Time) *time.Time { return &t }

func TestDeputyActsUntilHisLastDayEnds(t *testing.T) {
	t.Parallel()
	end, ok := leaveEnd("2026-11-24", "2026-11-24")
	if !ok {
		t.Fatal("today is refused as the last day")
	}
	a := Appointment{DeputyOf: "x", From: noon, Until: &end}
	// Shanghai is eight hours ahead and has no summer time.
	last := time.Date(2026, 11, 24, 15, 59, 59, 999999000, time.UTC)
	if !a.InOffice(last) {
		t.Error("out of office in the last microsecond of his last day")
	}
	if a.InOffice(last.Add(time.Microsecond)) {
		t.Error("in office when the day is over")
	}
}

func TestLeaveIsAtMostThirtyDaysAhead(t *testing.T) {
	t.Parallel()
	for until, want := range map[clock.Day]bool{
		"2026-11-23": false, "2026-11-24": true, "2026-12-24": true, "2026-12-25": false,
	} {
		if _, got := leaveEnd(until, "2026-11-24"); got != want {
			t.Errorf("until %s = %v, want %v", until, got, want)
		}
	}
}

func TestWhoKeepsASite(t *testing.T) {
	t.Parallel()
	roster := Roster{
		{ID: "1", Account: "principal", Post: reference.Principal},
		{ID: "2", Account: "everywhere", Post: reference.Officer},
		{ID: "3", Account: "at a", Post: reference.Officer, Sites: []id.ID{"a"}},
		{ID: "4", Account: "director", Post: reference.Director},
		{ID: "5", Account: "deputy", Post: reference.Officer, Sites: []id.ID{"a"}, DeputyOf: "3", Until: ptr(noon.Add(time.Hour))},
		{ID: "6", Account: "late deputy", Post: reference.Officer, DeputyOf: "2", Until: ptr(noon)},
		{ID: "7", Account: "gone", Post: reference.Officer, EndedAt: ptr(noon.Add(time.Hour))},
		{ID: "8", Account: "deputy of principal", Post: reference.Principal, DeputyOf: "1", Until: ptr(noon.Add(time.Hour))},
	}
	for _, tt := range []struct {
		account, site id.ID
		want          bool
	}{
		{"principal", "a", false},
		{"everywhere", "a", true},
		{"everywhere", "b", true},
		{"at a", "a", true},
		{"at a", "b", false},
		{"director", "b", true},
		{"deputy", "a", true},
		{"deputy", "b", false},
		{"late deputy", "a", false},
		{"gone", "a", false}, // ended by a transaction with a later instant
		{"deputy of principal", "a", false},
		{"stranger", "a", false},
	} {
		if got := roster.Keeps(tt.account, tt.site, noon); got != tt.want {
			t.Errorf("%s keeps %s = %v, want %v", tt.account, tt.site, got, tt.want)
		}
	}
	if got := roster.Principals(noon); got != 1 {
		t.Errorf("%d principals, want 1: a deputy is none", got)
	}
	if roster.Holds("at a", reference.Officer, nil, noon, true) {
		t.Error("a post for one site is taken for all")
	}
}

func TestSoleKeeper(t *testing.T) {
	t.Parallel()
	alone := Roster{
		{ID: "1", Account: "x", Post: reference.Principal},
		{ID: "2", Account: "x", Post: reference.Officer},
		{ID: "3", Account: "y", Post: reference.Officer, EndedAt: ptr(noon)},
	}
	if !alone.SoleKeeper("x", noon) || alone.SoleKeeper("y", noon) {
		t.Error("x alone holds posts")
	}
	if !alone.Concurrent(alone[0], noon) || alone.Concurrent(alone[2], noon) {
		t.Error("x holds two posts, y none")
	}
	two := append(Roster{{ID: "4", Account: "z", Post: reference.Officer, DeputyOf: "2", Until: ptr(noon.Add(1))}}, alone...)
	if two.SoleKeeper("x", noon) {
		t.Error("a deputy can review as well")
	}
	if (Roster{}).SoleKeeper("x", noon) {
		t.Error("nobody is the only one")
	}
}

func TestRosterOrder(t *testing.T) {
	t.Parallel()
	r := Roster{
		{ID: "ended early", Post: reference.Principal, EndedAt: ptr(noon.Add(-2 * time.Hour))},
		{ID: "officer", Post: reference.Officer},
		{ID: "deputy that ran out", Post: reference.Officer, Until: ptr(noon.Add(-time.Hour))},
		{ID: "younger principal", Post: reference.Principal, From: noon},
		{ID: "director", Post: reference.Director},
		{ID: "older principal", Post: reference.Principal},
		{ID: "ended late", Post: reference.Director, EndedAt: ptr(noon)},
	}
	r.Sort(noon)
	var got []id.ID
	for _, a := range r {
		got = append(got, a.ID)
	}
	want := []id.ID{"older principal", "younger principal", "director", "officer", "ended late", "deputy that ran out", "ended early"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
