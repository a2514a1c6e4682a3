package hazard_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestHazardFromFindingToClosing(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		before, after := w.photo(t, 3), w.photo(t, 4)
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Severity, f.Photos = "larger", []string{before, before} })
		w.Clock.Advance(time.Hour)
		w.mustTake(t, access.Officer, h, "measure")
		if _, err := w.advance(t, access.Officer, w.plan(h, "2026-11-28")); !errors.Is(err, hazard.ErrReportFirst) {
			t.Errorf("planned before it is reported: %v, want %v", err, hazard.ErrReportFirst)
		}
		up := step(h, w.NewID(), "reported")
		up.Body.To = string(w.Director)
		w.mustAdvance(t, access.Officer, up)
		got := w.mustAdvance(t, access.Director, w.plan(h, "2026-11-28"))
		if got.State != "planned" || got.OwnerName != "测试丙" || got.Cause != "material" || got.ToReport || got.Due.Format("0102") != "1128" || got.Mine {
			t.Errorf("planned: %+v", got.HazardEntry)
		}
		got = w.mustTake(t, access.Officer, h, "rectified", after)
		if slices.Contains(got.Next, "verified") || got.Next[0] != "sent_back" || got.SelfVerify || got.After != after || got.Before != before {
			t.Errorf("the rectifier is offered %v: %+v", got.Next, got.HazardEntry)
		}
		got = w.mustTake(t, access.Director, h, "sent_back")
		if got.State != "planned" || got.After != "" || got.RectifiedAt != nil {
			t.Errorf("sent back it is %+v", got.HazardEntry)
		}
		w.mustTake(t, access.Officer, h, "rectified", after)
		w.mustTake(t, access.Director, h, "verified")
		w.Clock.Advance(24 * time.Hour)
		got = w.mustTake(t, access.Principal, h, "closed")
		if got.State != "closed" || got.ClosedAt == nil || !got.ClosedAt.Equal(w.Clock.Now()) || !slices.Equal(got.Next, []string{"reopened"}) {
			t.Errorf("closed: %+v", got)
		}
		got = w.mustTake(t, access.Officer, h, "reopened")
		if got.State != "found" || got.ClosedAt != nil || got.SiteName != "门店" || got.Severity != "larger" || got.Due.Format("0102") != "1202" {
			t.Errorf("reopened: %+v", got.HazardEntry)
		}
		var kinds []string
		for n, s := range got.Steps {
			kinds = append(kinds, s.Kind)
			if s.Number != n+1 || s.Photos == nil {
				t.Errorf("step %d: %+v", n, s)
			}
		}
		want := []string{"found", "measure", "reported", "planned", "rectified", "sent_back", "rectified", "verified", "closed", "reopened"}
		if diff := cmp.Diff(want, kinds); diff != "" {
			t.Errorf("steps (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{before}, got.Steps[0].Photos); diff != "" {
			t.Errorf("photos of the finding (-want +got):\n%s", diff)
		}
		calls := []string{
			"set hazard_report 2026-11-24 11-24 23:59 officer! 上报（较大）：电线无标识",
			"set hazard 2026-11-24 12-01 23:59 officer 采取管控措施（较大）：电线无标识",
			"set hazard 2026-11-24 12-01 23:59 director 制定整改方案（较大）：电线无标识",
			"met hazard_report 2026-11-24",
			"set hazard 2026-11-24 12-01 23:59 director 制定整改方案（较大）：电线无标识",
			"set hazard 2026-11-24 11-28 23:59 officer! 整改（较大）：电线无标识",
			"set hazard 2026-11-24 11-28 23:59 officer ",
			"set hazard_verify 2026-11-24 11-28 23:59 director 复核（较大）：电线无标识",
			"met hazard_verify 2026-11-24",
			"set hazard 2026-11-24 11-28 23:59 officer! 整改（较大）：电线无标识",
			"set hazard 2026-11-24 11-28 23:59 officer ",
			"set hazard_verify 2026-11-24 11-28 23:59 director 复核（较大）：电线无标识",
			"set hazard 2026-11-24 11-28 23:59 officer ",
			"set hazard_verify 2026-11-24 11-28 23:59 director 销号（较大）：电线无标识",
			"met hazard 2026-11-24", "met hazard_verify 2026-11-24", "met hazard_report 2026-11-24",
			"set hazard 2026-11-24 12-02 23:59 officer 采取管控措施（较大）：电线无标识",
		}
		if diff := cmp.Diff(calls, w.around.calls); diff != "" {
			t.Errorf("duties (-want +got):\n%s", diff)
		}

		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			var facts []struct {
				Kind                   string
				SubjectID              id.ID
				Body, Personal, Photos []byte
			}
			err := tx.Query(&facts, "SELECT l.kind, l.subject_id, f.body, f.personal, f.photos FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} ORDER BY l.seq")
			if err != nil || len(facts) != len(want) {
				t.Fatalf("%d facts, %v", len(facts), err)
			}
			for n, f := range facts {
				var body struct{ Step, Kind, Note string }
				if err := json.Unmarshal(f.Body, &body); err != nil {
					return err
				}
				if f.Kind != "hazard."+want[n] || f.SubjectID != h || body.Kind != want[n] || body.Step != got.Steps[n].ID {
					t.Errorf("fact %d: %s %s %+v", n, f.Kind, f.SubjectID, body)
				}
				if !strings.Contains(string(f.Personal), got.Steps[n].Name) || strings.Contains(string(f.Body), got.Steps[n].Name) {
					t.Errorf("fact %d keeps the name in the wrong place: %s, %s", n, f.Body, f.Personal)
				}
				if photos := strings.Count(string(f.Photos), `"sha256"`); photos != len(got.Steps[n].Photos) {
					t.Errorf("fact %d seals %d photos, want %d", n, photos, len(got.Steps[n].Photos))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestMeasureTakenAtOnceIsAStep(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		record := w.NewID()
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Record, f.Measure = record, "当场下架" })
		out, err := w.Read(t.Context(), w.As(t, access.Director, "hazard.read"), &api.ReadHazardInput{Hazard: string(h)})
		if err != nil {
			t.Fatal(err)
		}
		got := out.Body
		if got.State != "measured" || got.Severity != "general" || len(got.Steps) != 2 || got.Steps[1].Note != "当场下架" || !slices.Equal(got.Next, []string{"planned", "rectified", "contained"}) {
			t.Errorf("hazard: %+v", got)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			of, err := w.OfRecord(tx, record)
			if err != nil || len(of) != 1 || of[0].ID != string(h) {
				t.Errorf("OfRecord = %+v, %v", of, err)
			}
			of, err = w.OfRecord(tx, w.NewID())
			if err != nil || of == nil || len(of) != 0 {
				t.Errorf("OfRecord of another record = %+v, %v", of, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestHazardStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h, b := w.mustOpen(t, nil), w.Found(t)
		for _, one := range []id.ID{h, w.NewID(), "x"} {
			if _, err := w.Read(t.Context(), b.As(t, access.Director, "hazard.read"), &api.ReadHazardInput{Hazard: string(one)}); !errors.Is(err, hazard.ErrNotFound) {
				t.Errorf("a neighbour reads %s: %v, want %v", one, err, hazard.ErrNotFound)
			}
			if _, err := w.Advance(t.Context(), b.As(t, access.Director, "hazard.advance"), step(one, w.NewID(), "measure")); !errors.Is(err, hazard.ErrNotFound) {
				t.Errorf("a neighbour advances %s: %v, want %v", one, err, hazard.ErrNotFound)
			}
		}
		list, err := w.List(t.Context(), b.As(t, access.Director, "hazard.read"), &api.ListHazardsInput{})
		if err != nil || len(list.Body.Items) != 0 {
			t.Errorf("a neighbour lists %+v, %v", list, err)
		}
		// A photo of the neighbour is no evidence here.
		body, sha := picture(t, 8)
		if _, err := w.photos.Put(t.Context(), b.As(t, access.Officer, "photo.upload"), &api.PutPhotoInput{SHA256: sha, RawBody: body}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.take(t, access.Officer, h, "measure", sha); !errors.Is(err, hazard.ErrPhotoMissing) {
			t.Errorf("a neighbour's photo: %v, want %v", err, hazard.ErrPhotoMissing)
		}
		office := func(f testkit.Fixture) error {
			return w.DB.Read(t.Context(), f.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				open, err := w.OpenOf(narrow)
				if err != nil || len(open) != 1 {
					t.Errorf("the office sees %+v, %v", open, err)
				}
				out, err := w.ReadFor(narrow, h)
				if err == nil && (len(out.Body.Next) != 0 || out.Body.SelfVerify) {
					t.Errorf("the office is offered %v", out.Body.Next)
				}
				return err
			})
		}
		if err := office(w.Fixture); err != nil {
			t.Errorf("own office: %v", err)
		}
		if err := office(b); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
	})
}

func TestListIsOpenByDeadlineThenClosedNewestFirst(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		var closed []string
		for range 3 {
			h := w.verified(t)
			w.Clock.Advance(time.Minute)
			w.mustTake(t, access.Director, h, "closed")
			closed = append(closed, string(h))
		}
		severity := func(s string) string {
			return string(w.mustOpen(t, func(f *hazard.Finding) { f.Severity = s }))
		}
		general, major, larger := severity("general"), severity("major"), severity("larger")
		want := []string{major, larger, general, closed[2], closed[1], closed[0]}
		for _, tt := range []struct {
			open bool
			want []string
		}{{false, want}, {true, want[:3]}} {
			for limit := range 8 {
				var got []string
				in := &api.ListHazardsInput{Open: tt.open}
				in.Limit = limit
				for pages := 0; ; pages++ {
					out, err := w.List(t.Context(), w.As(t, access.Officer, "hazard.read"), in)
					if err != nil {
						t.Fatal(err)
					}
					for _, h := range out.Body.Items {
						got = append(got, h.ID)
					}
					if in.After = out.Body.Next; in.After == "" || pages > 10 {
						break
					}
				}
				if diff := cmp.Diff(tt.want, got); diff != "" {
					t.Errorf("open %v, pages of %d (-want +got):\n%s", tt.open, limit, diff)
				}
			}
		}
		in := &api.ListHazardsInput{}
		in.After = "nonsense"
		if _, err := w.List(t.Context(), w.As(t, access.Officer, "hazard.read"), in); !errors.Is(err, hazard.ErrPage) {
			t.Errorf("a page that is none: %v, want %v", err, hazard.ErrPage)
		}
	})
}

func TestStepsAreSealed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.mustOpen(t, nil)
		for _, sql := range []string{
			"UPDATE hazard_steps SET note = 'x' WHERE enterprise_id = {tenant}",
			"DELETE FROM hazard_steps WHERE enterprise_id = {tenant}",
		} {
			err := w.DB.Write(t.Context(), w.As(t, access.Principal, "hazard.advance"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
			if err == nil {
				t.Errorf("%s went through", sql)
			}
		}
	})
}
