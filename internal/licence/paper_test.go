package licence_test

import (
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// The register as it is read on paper: near, lapsed, without a last day, and a
// yearly report that was published and corrected.
func TestTheRegisterOnPaper(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for _, change := range []func(*api.PutLicenceInput){
			nil,
			func(in *api.PutLicenceInput) {
				in.Body.Kind, in.Body.Number, in.Body.Until = "production", "XK-1", "2026-11-01"
			},
			func(in *api.PutLicenceInput) {
				in.Body.Kind, in.Body.Number, in.Body.Holder, in.Body.Until = "supplier", "G-7", "示例供应商（虚构）", ""
			},
		} {
			if _, err := w.put(t, w.NewID(), change); err != nil {
				t.Fatal(err)
			}
		}
		in := &api.PublishSelfCheckInput{Year: 2026, Version: string(w.NewID())}
		in.Body.Published, in.Body.Where, in.Body.Report = "2026-11-24", "单位公示栏", w.file(t, "自查报告")
		for range 2 {
			if _, err := w.PublishSelfCheck(t.Context(), w.As(t, access.Director, "licence.keep"), in); err != nil {
				t.Fatal(err)
			}
			in.Version, in.Body.Corrects, in.Body.Reason = string(w.NewID()), 1, "补公布方式"
			in.Body.Where = "单位公示栏和网站"
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "licence.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
				f, err := l.Lay()
				if err == nil {
					testkit.GoldenForm(t, "register", f)
				}
				return err
			})
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
