package appointment_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

func TestAPersonsFileStaysHis(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		w.near.traces = []api.Trace{
			{At: w.Clock.Now(), Day: "2026-11-24", Deed: "recorded", Kind: "record.daily", Subject: string(w.NewID()), Title: "每日检查记录"},
			{At: w.Clock.Now(), Day: "2026-11-23", Deed: "handled", Kind: "hazard.rectified", Subject: string(w.NewID()), Title: "完成整改"},
			{At: w.Clock.Now(), Day: "2020-01-01", Deed: "handled", Kind: "hazard.rectified", Subject: string(w.NewID()), Title: "从前"},
		}
		theirs := api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(w.Officer)}
		for role, want := range map[access.Role]bool{access.Officer: true, access.Principal: true, access.Director: false} {
			_, err := w.s.File(t.Context(), w.As(t, role, "appointment.read"), &theirs)
			if (err == nil) != want {
				t.Errorf("%s reads the officer's file: %v", role, err)
			}
		}
		if err := w.end(t, w.of(t, w.Officer), "离职"); err != nil {
			t.Fatal(err)
		}
		self, err := access.Self(access.Actor{Account: w.Officer, Name: "测试丙"}, access.Call{Operation: "test"})
		if err != nil {
			t.Fatal(err)
		}
		files, err := w.s.MyFiles(t.Context(), self, &api.Nothing{})
		if err != nil || len(files.Body.Items) != 1 || files.Body.Items[0].Until == nil || files.Body.Items[0].Enterprise != string(w.Enterprise) {
			t.Fatalf("own files after leaving: %+v, %v", files, err)
		}
		mine := api.MyFileInput{InEnterprise: w.inEnterprise()}
		got, err := w.s.MyFile(t.Context(), self, &mine)
		if err != nil {
			t.Fatal(err)
		}
		want := []api.DeedTotal{{Deed: "recorded", Count: 1}, {Deed: "handled", Count: 1}}
		if diff := cmp.Diff(want, got.Body.Totals); diff != "" || got.Body.Traces[0].Day != "2026-11-24" || len(got.Body.Appointments) != 1 {
			t.Errorf("%s\n%+v", diff, got.Body)
		}
		foreign := api.MyFileInput{InEnterprise: other.inEnterprise()}
		_, err = w.s.MyFile(t.Context(), self, &foreign)
		wantFault(t, err, db.ErrEnterpriseNotFound)
		missing := api.MyFileInput{InEnterprise: api.InEnterprise{Enterprise: string(w.NewID())}}
		_, err = w.s.MyFile(t.Context(), self, &missing)
		wantFault(t, err, db.ErrEnterpriseNotFound)
		for format, begins := range map[string]string{"pdf": "%PDF", "docx": "PK"} {
			out, err := w.s.MyFilePaper(t.Context(), self, &api.MyFilePaperInput{InEnterprise: mine.InEnterprise, PaperFormat: api.PaperFormat{Format: format}})
			if err != nil || !bytes.HasPrefix(out.Body, []byte(begins)) {
				t.Errorf("as %s: %v", format, err)
			}
		}
		pack, err := w.s.ExportMyFile(t.Context(), self, &api.ExportMyFileInput{InEnterprise: mine.InEnterprise})
		if err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(pack.Body), int64(len(pack.Body)))
		if err != nil || len(z.File) != 2 {
			t.Errorf("pack: %v", err)
		}
	})
}

// A year of daily checks is read page by page, whole and in order; the paper has
// all of it at once.
func TestAYearIsReadPageByPage(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		const days = 365
		for n := range days {
			day := clock.Day("2026-11-24").Add(-n)
			for _, deed := range []string{"recorded", "told"} { // in the same instant
				w.near.traces = append(w.near.traces, api.Trace{
					At: day.At(9 * 60), Day: string(day), Deed: deed, Kind: "x." + deed, Subject: string(w.NewID()), Title: fmt.Sprintf("%s 第%03d号", deed, n),
				})
			}
		}
		g := w.As(t, access.Officer, "appointment.read")
		walk := func(deed string, limit int) (titles []string) {
			in := api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(w.Officer), FilePage: api.FilePage{Deed: deed, Page: api.Page{Limit: limit}}}
			for {
				out, err := w.s.File(t.Context(), g, &in)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff([]api.DeedTotal{{Deed: "recorded", Count: days}, {Deed: "told", Count: days}}, out.Body.Totals); diff != "" {
					t.Fatal("the totals are of a page: " + diff)
				}
				if len(out.Body.Traces) > limit || len(out.Body.Traces) == 0 {
					t.Fatalf("a page of %d", len(out.Body.Traces))
				}
				for _, one := range out.Body.Traces {
					titles = append(titles, one.Title)
				}
				if in.After = out.Body.Next; in.After == "" {
					return titles
				}
			}
		}
		var recorded, all []string
		for n := range days {
			recorded = append(recorded, fmt.Sprintf("recorded 第%03d号", n))
			all = append(all, fmt.Sprintf("recorded 第%03d号", n), fmt.Sprintf("told 第%03d号", n))
		}
		for _, limit := range []int{1, 7, 50, 200} {
			if diff := cmp.Diff(all, walk("", limit)); diff != "" {
				t.Errorf("by %d:\n%s", limit, diff)
			}
		}
		if diff := cmp.Diff(recorded, walk("recorded", 50)); diff != "" {
			t.Error(diff)
		}
		// What is written between two pages is newer: nothing is shown twice.
		in := api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(w.Officer)}
		first, err := w.s.File(t.Context(), g, &in)
		if err != nil || len(first.Body.Traces) != 50 {
			t.Fatalf("the first page: %d, %v", len(first.Body.Traces), err)
		}
		w.near.traces = append(w.near.traces, api.Trace{At: w.Clock.Now().Add(time.Minute), Day: "2026-11-24", Deed: "told", Kind: "x.told", Subject: string(w.NewID()), Title: "刚刚"})
		in.After = first.Body.Next
		second, err := w.s.File(t.Context(), g, &in)
		if err != nil || second.Body.Traces[0].Title != all[50] {
			t.Errorf("the second page begins with %+v, %v", second, err)
		}
		for _, wrong := range []string{"x", "2026-11-24", "2026-11-24_x_1", "2026-11-24_1_x", "2026-13-01_1_1"} {
			in.After = wrong
			_, err := w.s.File(t.Context(), g, &in)
			wantFault(t, err, appointment.ErrFilePage)
		}
		printed, err := w.s.FilePaper(t.Context(), g, &api.PersonFilePaperInput{InEnterprise: w.inEnterprise(), Account: string(w.Officer), PaperFormat: api.PaperFormat{Format: "docx"}})
		if err != nil {
			t.Fatal(err)
		}
		if said := testkit.WordsOf(t, printed.Body); !strings.Contains(said, all[0]) || !strings.Contains(said, all[len(all)-1]) {
			t.Error("the paper is not whole")
		}
	})
}
