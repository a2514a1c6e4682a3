package appointment_test

import (
	"archive/zip"
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
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
			out, err := w.s.MyFilePaper(t.Context(), self, &api.MyFilePaperInput{MyFileInput: mine, PaperFormat: api.PaperFormat{Format: format}})
			if err != nil || !bytes.HasPrefix(out.Body, []byte(begins)) {
				t.Errorf("as %s: %v", format, err)
			}
		}
		pack, err := w.s.ExportMyFile(t.Context(), self, &mine)
		if err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(pack.Body), int64(len(pack.Body)))
		if err != nil || len(z.File) != 2 {
			t.Errorf("pack: %v", err)
		}
	})
}
