package inspection_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/file"
	"zhize/internal/inspection"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

func at(f testkit.Fixture, e id.ID) api.InArea {
	return api.InArea{InAgency: api.InAgency{Agency: string(f.Office)}, Enterprise: string(e)}
}

// looks lists what the enterprise reads about who looked at what.
func looks(t *testing.T, a *app.App, f testkit.Fixture) []string {
	t.Helper()
	out, err := a.Regulator.ListLooks(context.Background(), f.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 50}})
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	for _, l := range out.Body.Items {
		if l.AgencyName != "测试市场监管所" || l.Name != "监管丁" {
			t.Errorf("look by %s of %s", l.Name, l.AgencyName)
		}
		all = append(all, l.What+" "+l.Subject)
	}
	slices.Sort(all)
	return all
}

// each calls every operation on the enterprise; the record, the photo and the
// file are not there.
func each(t *testing.T, s *inspection.Service, g access.Grant, in api.InArea) map[string]error {
	t.Helper()
	ctx, nothing := context.Background(), "01930000-0000-7000-8000-00000000ffff"
	got := map[string]error{}
	_, got["enterprise"] = s.Enterprise(ctx, g, &in)
	_, got["daily"] = s.Dailies(ctx, g, &api.InspectDailiesInput{InArea: in, Month: "2026-11"})
	_, got["record"] = s.Daily(ctx, g, &api.InspectDailyInput{InArea: in, Record: nothing})
	_, got["paper"] = s.Paper(ctx, g, &api.InspectDailyPaperInput{InspectDailyInput: api.InspectDailyInput{InArea: in, Record: nothing}})
	_, got["photo"] = s.Photo(ctx, g, &api.InspectPhotoInput{InArea: in, SHA256: strings.Repeat("ab", 32)})
	_, got["file"] = s.File(ctx, g, &api.InspectFileInput{InArea: in, SHA256: strings.Repeat("ab", 32)})
	_, got["weekly"] = s.Weeklies(ctx, g, &api.InspectWeekliesInput{InArea: in, Year: 2026})
	_, got["monthly"] = s.Monthlies(ctx, g, &in)
	_, got["bylaw"] = s.Bylaws(ctx, g, &in)
	_, got["training"] = s.Trainings(ctx, g, &api.InspectTrainingsInput{InArea: in, Year: 2026})
	_, got["licence"] = s.Licences(ctx, g, &in)
	_, got["export"] = s.Evidence(ctx, g, &api.InspectEvidenceInput{InArea: in, From: "2026-11-01", To: "2026-11-24"})
	return got
}

func TestAnotherAreasEnterpriseIsNotThere(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f, other := w.Found(t), w.Found(t)
		g := f.As(t, access.Supervisor, "inspection.read")
		for _, in := range []api.InArea{at(f, other.Enterprise), at(f, w.NewID()), at(f, "x")} {
			for what, err := range each(t, a.Inspection, g, in) {
				if !errors.Is(err, db.ErrEnterpriseNotFound) || err.Error() != db.ErrEnterpriseNotFound.Error() {
					t.Errorf("%s of %s: %v, want %v", what, in.Enterprise, err, db.ErrEnterpriseNotFound)
				}
			}
		}
		if got := looks(t, a, other); len(got) != 0 {
			t.Errorf("looks at the other: %v", got)
		}
	})
}

func TestEveryLookIsWrittenAndOnlyLooks(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f := w.Found(t)
		for what, err := range each(t, a.Inspection, f.As(t, access.Supervisor, "inspection.read"), at(f, f.Enterprise)) {
			missing := what == "record" || what == "paper" || what == "photo" || what == "file"
			if missing != (err != nil) {
				t.Errorf("%s: %v", what, err)
			}
		}
		want := []string{
			"bylaw ", "daily 2026-11", "enterprise " + string(f.Enterprise), "export 2026-11-01~2026-11-24", "licence ", "monthly ", "training 2026", "weekly 2026",
		}
		if diff := cmp.Diff(want, looks(t, a, f)); diff != "" {
			t.Error(diff)
		}
		_, err := a.Inspection.Dailies(context.Background(), f.As(t, access.Supervisor, "inspection.read"), &api.InspectDailiesInput{InArea: at(f, f.Enterprise), Month: "2026-13"})
		if !errors.Is(err, inspection.ErrMonth) {
			t.Errorf("month 13: %v", err)
		}
		_, err = a.Inspection.Daily(context.Background(), f.As(t, access.Supervisor, "inspection.read"), &api.InspectDailyInput{InArea: at(f, f.Enterprise), Record: "x"})
		if !errors.Is(err, record.ErrNotFound) {
			t.Errorf("record x: %v", err)
		}
	})
}

func TestTheScansOfTheEnterpriseAreOpenedAsLooks(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f, other := w.Found(t), w.Found(t)
		ctx := context.Background()
		scan := []byte("%PDF-1.4\n1 0 obj\nendobj\n%%EOF\n")
		sum := sha256.Sum256(scan)
		sha := hex.EncodeToString(sum[:])
		if _, err := a.Files.Put(ctx, f.As(t, access.Director, "file.upload"), &api.PutFileInput{SHA256: sha, RawBody: scan}); err != nil {
			t.Fatal(err)
		}
		got, err := a.Inspection.File(ctx, f.As(t, access.Supervisor, "inspection.read"), &api.InspectFileInput{InArea: at(f, f.Enterprise), SHA256: sha})
		if err != nil || !bytes.Equal(got.Body, scan) || got.ContentType != "application/pdf" {
			t.Errorf("own office: %+v, %v", got, err)
		}
		// What a neighbour keeps is as little there as what nobody keeps.
		for _, one := range []string{sha, strings.Repeat("cd", 32)} {
			_, err := a.Inspection.File(ctx, other.As(t, access.Supervisor, "inspection.read"), &api.InspectFileInput{InArea: at(other, other.Enterprise), SHA256: one})
			if !errors.Is(err, file.ErrNotFound) || err.Error() != file.ErrNotFound.Error() {
				t.Errorf("%s in another enterprise: %v, want %v", one[:4], err, file.ErrNotFound)
			}
		}
		_, err = a.Inspection.File(ctx, other.As(t, access.Supervisor, "inspection.read"), &api.InspectFileInput{InArea: at(other, f.Enterprise), SHA256: sha})
		if !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("a foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
		if diff := cmp.Diff([]string{"file " + sha}, looks(t, a, f)); diff != "" {
			t.Error(diff)
		}
		if got := looks(t, a, other); len(got) != 0 {
			t.Errorf("looks at the other: %v", got)
		}
	})
}

func TestThePageShowsFactsAndNoDrafts(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		f := w.Found(t)
		err := w.DB.Write(context.Background(), f.As(t, access.Principal, "enterprise.edit"), func(tx *db.Tx) error {
			for _, c := range []struct {
				day             clock.Day
				done            bool
				outcome, excuse string
			}{
				{"2026-11-20", true, "zero_risk", ""},
				{"2026-11-21", true, "hazards", ""},
				{"2026-11-22", false, "", "business_stop"},
				{"2026-11-23", false, "", ""},
				{"2026-11-24", false, "", ""},
			} {
				row := map[bool]any{true: c.day.At(720), false: nil}
				_, err := tx.Exec(`INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until, fulfilled_at, outcome, lateness, excused_at, excuse)
					VALUES ({tenant}, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'on_time', ?, ?)`,
					obligation.KindDaily, f.Shift, c.day, f.Site, f.OfficePath, c.day.At(420), c.day.At(1200), row[c.done], c.outcome, row[c.excuse != ""], c.excuse)
				if err != nil {
					return err
				}
			}
			_, err := tx.Exec("INSERT INTO daily_drafts (enterprise_id, id, account_id, site_id, shift_id, day, body, updated_at) VALUES ({tenant}, ?, ?, ?, ?, '2026-11-24', ?, ?)",
				tx.NewID(), f.Officer, f.Site, f.Shift, []byte("{}"), tx.Now())
			if err != nil {
				return err
			}
			_, err = tx.Exec(`INSERT INTO hazards (enterprise_id, id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, steps)
				VALUES ({tenant}, ?, '2026-11-21', 'general', '插座松动', 'found', ?, ?, '测试丙', ?, 1)`, tx.NewID(), tx.Now(), f.Officer, tx.Now().AddDate(0, 0, -1))
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		g := f.As(t, access.Supervisor, "inspection.read")
		in := at(f, f.Enterprise)
		page, err := a.Inspection.Enterprise(context.Background(), g, &in)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]string{
			"1.1": "《产品质量安全管理制度》尚未制定。",
			"1.3": "《质量安全总监职责》尚未制定；《质量安全员守则》尚未制定。",
			"1.5": "《日管控周排查月调度工作制度》尚未制定。",
			"1.2": "主要负责人：测试甲；质量安全总监：测试乙；质量安全员：测试丙。",
			"1.4": "尚无经批准的清单。",
			"2.1": "近 30 天应查 4 班次：零风险 1，有隐患 1，迟到送达 0，补录 0，漏检 1，未到期 1；另有停产/未营业 1（不计入应查）。漏检的日子：2026-11-23。",
			"2.3": "近 30 天没有到期的月调度会议纪要。",
			"2.4": "累计发现 1 条，已销号 0 条，未闭环 1 条，其中逾期 1 条。",
		}
		facts := map[string]string{}
		for _, i := range page.Body.Items {
			if _, asked := want[i.Code]; asked && i.Ready {
				facts[i.Code] = i.Facts
			}
		}
		if diff := cmp.Diff(want, facts); diff != "" {
			t.Error(diff)
		}
		if len(page.Body.Hazards) != 1 || len(page.Body.Assignments) != 1 || page.Body.Assignments[0].OfficerName != "监管丁" {
			t.Errorf("hazards %+v, assignments %+v", page.Body.Hazards, page.Body.Assignments)
		}
		month, err := a.Inspection.Dailies(context.Background(), g, &api.InspectDailiesInput{InArea: in, Month: "2026-11"})
		if err != nil {
			t.Fatal(err)
		}
		if want := (api.Counts{Due: 4, ZeroRisk: 1, Hazards: 1, Excused: 1, Missed: 1, Open: 1}); month.Body.Counts != want || len(month.Body.Days) != 5 {
			t.Errorf("month %+v of %d days, want %+v", month.Body.Counts, len(month.Body.Days), want)
		}
		if len(month.Body.Records) != 0 {
			t.Errorf("a draft is shown: %+v", month.Body.Records)
		}
	})
}
