package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// A person's file says what he was told, so that nobody can say he was not, or
// that he was.
func TestAPersonsFileTellsWhatHeWasTold(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a, f := program.Assemble(t, w), w.Found(t)
		lines := []notice.Line{
			{Title: "提交每日检查", Note: "门店"}, {Title: "整改隐患", Note: "插座松动"}, {Title: "批准制度"}, {Title: "阅读并签收"}, {Title: "完成自学"},
		}
		err := w.DB.Write(t.Context(), f.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
			return a.Notices.Post(tx, notice.Message{Account: f.Officer, Dedupe: "x", Subject: "今日待办"}, lines...)
		})
		if err != nil {
			t.Fatal(err)
		}
		for account, want := range map[string][]string{
			string(f.Officer):   {"told 今日待办 提交每日检查：门店；整改隐患：插座松动；批准制度；另有 2 项（站内）"},
			string(f.Principal): nil,
		} {
			in := &api.PersonFileInput{InEnterprise: api.InEnterprise{Enterprise: string(f.Enterprise)}, Account: account}
			file, err := a.Appointments.File(t.Context(), f.As(t, access.Principal, "appointment.read"), in)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, one := range file.Body.Traces {
				got = append(got, one.Deed+" "+one.Title+" "+one.Note)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		}
	})
}
