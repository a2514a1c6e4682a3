package area_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/area"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// check is a daily obligation as a test wants it.
type check struct {
	day                       clock.Day
	shift                     id.ID
	done                      bool
	outcome, lateness, excuse string
	path                      string
}

// put writes daily obligations of the fixture's site, 08:00–20:00, and any
// statements besides, in one transaction.
func put(t *testing.T, w testkit.World, f testkit.Fixture, checks []check, statements ...string) {
	t.Helper()
	g := f.As(t, access.Principal, "enterprise.edit")
	err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
		for _, c := range checks {
			var fulfilled, excused *time.Time
			opens, due := c.day.At(7*60), c.day.At(20*60)
			at := c.day.At(12 * 60)
			if c.done {
				fulfilled = &at
			}
			if c.excuse != "" {
				excused = &at
			}
			if c.shift == "" {
				c.shift = f.Shift
			}
			if c.path == "" {
				c.path = f.OfficePath
			}
			_, err := tx.Exec(`INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until, fulfilled_at, outcome, lateness, excused_at, excuse)
				VALUES ({tenant}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, obligation.KindDaily, c.shift, c.day, f.Site, c.path, opens, due, fulfilled, c.outcome, c.lateness, excused, c.excuse)
			if err != nil {
				return err
			}
		}
		for _, s := range statements {
			if _, err := tx.Exec(s); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("put: %v", err)
	}
}

func as(t *testing.T, f testkit.Fixture, agency id.ID, path string) access.Grant {
	t.Helper()
	return testkit.Grant(t, access.Actor{Account: f.Supervisor, Name: "监管丁", Agency: agency, Path: path, Roles: []access.Role{access.Supervisor}}, "area.read")
}

func done(day clock.Day) check {
	return check{day: day, done: true, outcome: "zero_risk", lateness: "on_time"}
}

func missed(days ...clock.Day) []check {
	var all []check
	for _, d := range days {
		all = append(all, check{day: d})
	}
	return all
}

func kinds(needs []api.Need, f testkit.Fixture) map[string]string {
	of := map[string]string{}
	for _, n := range needs {
		if n.Enterprise == string(f.Enterprise) {
			of[n.Kind] = n.Words
		}
	}
	return of
}

func TestAnAgencySeesItsOwnAreaOnly(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		mine, other := w.Found(t), w.Found(t)
		put(t, w, mine, missed("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"))
		put(t, w, other, append(missed("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"), check{day: "2026-11-24"}))
		for _, level := range []struct {
			agency id.ID
			path   string
		}{{mine.Office, mine.OfficePath}, {mine.District, mine.DistrictPath}, {mine.City, mine.CityPath}} {
			g := as(t, mine, level.agency, level.path)
			o := overview(t, w, g, "")
			if o.Enterprises != 1 || o.TodayCounts.Due != 0 || o.NeedsTotal != 1 || kinds(o.Needs, mine)["gap"] != "连续 4 个营业日未检查（自 11月20日）" {
				t.Errorf("overview of %s: %d enterprises, %+v, %+v", level.path, o.Enterprises, o.TodayCounts, o.Needs)
			}
			if len(o.Offices) != 1 || o.Offices[0].Agency != string(mine.Office) {
				t.Errorf("offices: %+v", o.Offices)
			}
			items, _ := list(t, w, g, api.ListAreaInput{})
			if len(items) != 1 || items[0].ID != string(mine.Enterprise) || items[0].Strip[28].State != "missed" || items[0].OfficeName != "测试市场监管所" || items[0].OfficerName != "监管丁" || !items[0].HasAccount {
				t.Errorf("list of %s: %+v", level.path, items)
			}
		}
		g := as(t, mine, mine.Office, mine.OfficePath)
		_, err := service(w).List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 10}, Office: string(other.Office)})
		_, missing := service(w).List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 10}, Office: string(w.NewID())})
		if !errors.Is(err, area.ErrOffice) || err.Error() != missing.Error() {
			t.Errorf("an office of another district: %v; one that is not there: %v", err, missing)
		}
		for _, after := range []string{string(other.Enterprise), string(w.NewID()), "x", "' OR 1=1 --"} {
			_, err := service(w).List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 10, After: after}})
			if !errors.Is(err, area.ErrPage) {
				t.Errorf("page after %q: %v, want %v", after, err, area.ErrPage)
			}
		}
	})
}

func TestTodayHasNoColourOfJudgement(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		put(t, w, f, []check{{day: "2026-11-24"}})
		g := f.As(t, access.Supervisor, "area.read")
		at := func() (api.OfficeDay, api.Overview) {
			o := overview(t, w, g, "2026-11")
			return o.Offices[0].Days[23], o
		}
		day, o := at()
		if want := (api.Counts{Due: 1, Open: 1}); day.Phase != "today" || day.Counts != want || o.TodayCounts != want {
			t.Errorf("at noon: %+v, %+v", day, o.TodayCounts)
		}
		if o.Offices[0].Days[24].Phase != "coming" || o.Offices[0].Days[22].Phase != "none" {
			t.Errorf("neighbours: %+v", o.Offices[0].Days[22:25])
		}
		w.Clock.Move(clock.Day("2026-11-24").At(21 * 60))
		day, o = at()
		if want := (api.Counts{Due: 1, Missed: 1}); day.Phase != "today" || day.Counts != want || len(o.Needs) != 0 {
			t.Errorf("after the grace: %+v, needs %+v", day, o.Needs)
		}
	})
}

func TestAGapIsARunOfMissedDaysUpToNow(t *testing.T) {
	t.Parallel()
	excused := check{day: "2026-11-22", excuse: "business_stop"}
	cases := []struct {
		name   string
		checks []check
		want   string
	}{
		{"two days are no gap", missed("2026-11-22", "2026-11-23"), ""},
		{"three are", missed("2026-11-21", "2026-11-22", "2026-11-23"), "连续 3 个营业日未检查（自 11月21日）"},
		{"an excused day neither ends nor counts", append(missed("2026-11-20", "2026-11-21", "2026-11-23"), excused), "连续 3 个营业日未检查（自 11月20日）"},
		{"today's open check does not count", append(missed("2026-11-22", "2026-11-23"), check{day: "2026-11-24"}), ""},
		{"a check today ends it", append(missed("2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23"), done("2026-11-24")), ""},
		{"a back-filled day shortens it", append(missed("2026-11-19", "2026-11-20", "2026-11-22", "2026-11-23"), check{day: "2026-11-21", done: true, outcome: "zero_risk", lateness: "backfilled"}), ""},
		{"what was checked before does not count", append(missed("2026-11-21", "2026-11-22", "2026-11-23"), done("2026-11-20")), "连续 3 个营业日未检查（自 11月21日）"},
		{"one shift checked is a day checked", append(missed("2026-11-21", "2026-11-22", "2026-11-23"), check{day: "2026-11-22", shift: "00000000-0000-7000-8000-000000000001", done: true, outcome: "zero_risk"}), ""},
		{"two shifts missed are one day", append(missed("2026-11-22", "2026-11-23"), check{day: "2026-11-23", shift: "00000000-0000-7000-8000-000000000001"}), ""},
		{"it is counted from its beginning, beyond the reach of the search", missed(daysFrom("2026-09-25", 60)...), "连续 60 个营业日未检查（自 9月25日）"},
		{"one that ended long ago is none", append(missed("2026-10-01", "2026-10-02", "2026-10-03"), done("2026-10-04")), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			testkit.Engines(t, func(t *testing.T, w testkit.World) {
				f := w.Found(t)
				put(t, w, f, c.checks)
				g := f.As(t, access.Supervisor, "area.read")
				if got := kinds(overview(t, w, g, "").Needs, f)["gap"]; got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
				items, _ := list(t, w, g, api.ListAreaInput{Need: "gap"})
				if (len(items) == 1) != (c.want != "") {
					t.Errorf("the list finds %d, want as the overview", len(items))
				}
			})
		})
	}
}

func daysFrom(d clock.Day, n int) []clock.Day {
	var days []clock.Day
	for i := range n {
		days = append(days, d.Add(i))
	}
	return days
}

func TestVacantPostsHazardsAndUnnamedOfficersNeedTheAgency(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		hazard := func(severity, due, closed string) string {
			return "INSERT INTO hazards (enterprise_id, id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps) VALUES ({tenant}, '" + string(w.NewID()) +
				"', '2026-11-20', '" + severity + "', '线路老化?', 'found', '2026-11-20 02:00:00+00:00', '" + string(f.Officer) + "', '测试丙', '" + due + "', " + closed + ", 1)"
		}
		doubted := func(product, day string) (string, id.ID) {
			one := w.NewID()
			return "INSERT INTO suspicions (enterprise_id, id, kind, product, quantity, unit, facts, measure, by_id, by_name, at, due_at, fact_seq) VALUES ({tenant}, '" + string(one) +
				"', 'counterfeit', '" + product + "', 1000, '箱', '无厂名', '下架', '" + string(f.Officer) + "', '测试丙', '" + day + " 02:00:00+00:00', '2026-11-30 02:00:00+00:00', 1)", one
		}
		receipted, answered := doubted("灯具", "2026-11-10")
		waits, _ := doubted("插座", "2026-11-21")
		later, _ := doubted("开关", "2026-11-22")
		put(t, w, f, nil, receipted, waits, later,
			"INSERT INTO suspicion_steps (enterprise_id, suspicion_id, kind, by_id, by_name, at) VALUES ({tenant}, '"+string(answered)+"', 'receipt', '"+string(f.Officer)+"', '监管丁', '2026-11-11 02:00:00+00:00')",
		)
		put(t, w, f, nil,
			"UPDATE appointments SET ended_at = '2026-11-18 02:00:00+00:00' WHERE post = 'officer' AND enterprise_id = {tenant}",
			"UPDATE appointments SET ended_at = '2026-11-10 02:00:00+00:00' WHERE post = 'director' AND enterprise_id = {tenant}",
			"UPDATE assignments SET officer_id = NULL, officer_name = '', from_day = '2026-11-02' WHERE enterprise_id = {tenant}",
			hazard("larger", "2026-11-30 02:00:00+00:00", "NULL"), hazard("general", "2026-11-21 02:00:00+00:00", "NULL"), hazard("major", "2026-11-21 02:00:00+00:00", "'2026-11-21 02:00:00+00:00'"),
		)
		g := f.As(t, access.Supervisor, "area.read")
		o := overview(t, w, g, "")
		want := map[string]string{
			"vacant_post":     "质量安全员空缺（自 11月18日）",
			"hazard":          "较大隐患未销号：线路老化?（11月20日发现，已 4 天；期限 11月30日，未到期）",
			"report":          "停售并报告插座（疑似假冒，11月21日报告），待回执，另有 1 项",
			"agency_deadline": "自 11月2日 起未明确具体监管人员，已超过 5 个工作日（应于 11月9日 前更新）",
		}
		if diff := cmp.Diff(want, kinds(o.Needs, f)); diff != "" {
			t.Error(diff)
		}
		if want := (api.HazardCounts{General: 1, Larger: 1, Overdue: 1}); o.OpenHazards != want {
			t.Errorf("hazards %+v, want %+v", o.OpenHazards, want)
		}
		if slices.ContainsFunc(o.Needs, func(n api.Need) bool { return n.Grave }) {
			t.Errorf("nothing is grave here: %+v", o.Needs)
		}
		for _, need := range []string{"vacant_post", "hazard"} {
			if items, _ := list(t, w, g, api.ListAreaInput{Need: need}); len(items) != 1 || items[0].OpenHazards != 2 {
				t.Errorf("list of %s: %+v", need, items)
			}
		}
		put(t, w, f, nil, "UPDATE enterprises SET in_scope = false WHERE enterprise_id = {tenant}")
		if got := kinds(overview(t, w, g, "").Needs, f); len(got) != 2 || got["hazard"] == "" || got["report"] == "" {
			t.Errorf("out of scope only hazard and report stay: %v", got)
		}
	})
}

func TestSearchMeansWhatItSays(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		put(t, w, f, nil, "UPDATE enterprises SET name = '百分百50%_A!店', identifier = '"+strings.ToUpper(string(f.Enterprise[24:]))+"', in_scope = NULL, size_grade = '' WHERE enterprise_id = {tenant}",
			"INSERT INTO businesses (enterprise_id, id, kind) VALUES ({tenant}, '"+string(w.NewID())+"', 'retail')")
		g := f.As(t, access.Supervisor, "area.read")
		for _, c := range []struct {
			in   api.ListAreaInput
			want int
		}{
			{api.ListAreaInput{}, 1},
			{api.ListAreaInput{Query: "%"}, 1},
			{api.ListAreaInput{Query: "0%_a!"}, 1},
			{api.ListAreaInput{Query: "5%店"}, 0},
			{api.ListAreaInput{Query: "_______"}, 0},
			{api.ListAreaInput{Query: "' OR '1'='1"}, 0},
			{api.ListAreaInput{Query: " 百分百 "}, 1},
			{api.ListAreaInput{Query: string(f.Enterprise[24:])}, 1},
			{api.ListAreaInput{Query: string(f.Enterprise[24:30])}, 0},
			{api.ListAreaInput{InScope: "undecided"}, 1},
			{api.ListAreaInput{InScope: "yes"}, 0},
			{api.ListAreaInput{InScope: "no"}, 0},
			{api.ListAreaInput{SizeGrade: "ungraded"}, 1},
			{api.ListAreaInput{SizeGrade: "D"}, 0},
			{api.ListAreaInput{Business: "retail"}, 1},
			{api.ListAreaInput{Business: "production"}, 0},
			{api.ListAreaInput{Office: strings.ToUpper(string(f.Office))}, 1},
		} {
			if items, _ := list(t, w, g, c.in); len(items) != c.want {
				t.Errorf("%+v finds %d, want %d", c.in, len(items), c.want)
			}
		}
	})
}

func TestPagesHoldEveryEnterpriseOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		names := []string{"甲店", "乙店", "甲店", "B店", "a店", "丙店", "甲店"}
		want := map[string]bool{string(f.Enterprise): true}
		for _, name := range names {
			e := w.Found(t)
			want[string(e.Enterprise)] = true
			put(t, w, e, nil, "UPDATE enterprises SET name = '"+name+"' WHERE enterprise_id = {tenant}", "UPDATE enterprise_scope SET path = '"+f.OfficePath+"' WHERE enterprise_id = {tenant}")
		}
		g := f.As(t, access.Supervisor, "area.read")
		got := map[string]bool{}
		in, last := api.ListAreaInput{Page: api.Page{Limit: 3}}, ""
		for range 10 {
			items, next := list(t, w, g, in)
			for _, e := range items {
				if got[e.ID] || e.Name < last {
					t.Errorf("%s %s comes twice or out of order", e.ID, e.Name)
				}
				got[e.ID], last = true, e.Name
			}
			if in.After = next; next == "" {
				break
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

type noSealer struct{}

func (noSealer) Seal(*db.Tx, obligation.Fact) error { return nil }

// Whatever the rows are, and whichever of their days are counted already, the
// figures are those of a count by hand.
func TestFiguresEqualACountByHand(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		r := rand.New(rand.NewPCG(seed, 1))
		w.Clock.Move(clock.Day("2026-11-24").At(21*60 + 30))
		a, b := w.Found(t), w.Found(t)
		put(t, w, b, nil, "UPDATE enterprise_scope SET path = '"+a.DistrictPath+"zz/' WHERE enterprise_id = {tenant}",
			"INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES ('"+string(w.NewID())+"', '"+string(a.District)+"', 'office', '第二所', '"+a.DistrictPath+"zz/', '2026-01-01 00:00:00+00:00') {none}")
		want := map[string]api.Counts{}
		at := w.Clock.Now()
		for _, f := range []testkit.Fixture{a, b} {
			path := f.OfficePath
			if f.Enterprise == b.Enterprise {
				path = a.DistrictPath + "zz/"
			}
			var checks []check
			for day := clock.Day("2026-10-25"); !day.After("2026-11-24"); day = day.Add(1) {
				for _, shift := range []id.ID{"00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"}[:r.IntN(3)] {
					c := check{day: day, shift: shift, path: path}
					switch r.IntN(4) {
					case 0:
						c.excuse = "holiday"
					case 1, 2:
						c.done, c.outcome = true, []string{"zero_risk", "hazards"}[r.IntN(2)]
						c.lateness = []string{"on_time", "on_time", "arrived_late", "backfilled"}[r.IntN(4)]
					}
					checks = append(checks, c)
					if day.Month() != "2026-11" {
						continue
					}
					key := path + string(day)
					n := want[key]
					n.Due++
					switch {
					case c.excuse != "":
						n.Due--
						n.Excused++
					case c.lateness == "arrived_late":
						n.ArrivedLate++
					case c.lateness == "backfilled":
						n.Backfilled++
					case c.outcome == "hazards":
						n.Hazards++
					case c.done:
						n.ZeroRisk++
					case day.At(20 * 60).Before(at):
						n.Missed++
					default:
						n.Open++
					}
					want[key] = n
				}
			}
			put(t, w, f, checks)
		}
		g := as(t, a, a.District, a.DistrictPath)
		compare := func(when string) {
			t.Helper()
			o := overview(t, w, g, "2026-11")
			got := map[string]api.Counts{}
			var today api.Counts
			for _, office := range o.Offices {
				path := a.OfficePath
				if office.Name == "第二所" {
					path = a.DistrictPath + "zz/"
				}
				for _, d := range office.Days {
					if d.Counts != (api.Counts{}) {
						got[path+d.Day] = d.Counts
					}
				}
			}
			for _, path := range []string{a.OfficePath, a.DistrictPath + "zz/"} {
				n := want[path+"2026-11-24"]
				today = api.Counts{
					Due: today.Due + n.Due, ZeroRisk: today.ZeroRisk + n.ZeroRisk, Hazards: today.Hazards + n.Hazards, ArrivedLate: today.ArrivedLate + n.ArrivedLate,
					Backfilled: today.Backfilled + n.Backfilled, Excused: today.Excused + n.Excused, Missed: today.Missed + n.Missed,
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", when, diff)
			}
			if o.TodayCounts != today {
				t.Errorf("%s: today %+v, want %+v", when, o.TodayCounts, today)
			}
		}
		compare("nothing is counted")
		duties := obligation.New(w.DB, nil, noSealer{})
		if err := duties.Rebuild(context.Background(), "2026-11-01", "2026-11-15"); err != nil {
			t.Fatal(err)
		}
		compare("half is counted")
		if err := duties.Rebuild(context.Background(), "2026-11-01", "2026-11-24"); err != nil {
			t.Fatal(err)
		}
		compare("all is counted")
	})
}
