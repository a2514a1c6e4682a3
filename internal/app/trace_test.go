package app_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/db"
	"zhize/internal/platform/words"
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
			{Title: words.Own("提交每日检查"), Note: words.Own("门店")}, {Title: words.Own("整改隐患"), Note: words.Own("插座松动")}, {Title: words.Own("批准制度")}, {Title: words.Own("阅读并签收")}, {Title: words.Own("完成自学")},
		}
		err := w.DB.Write(t.Context(), f.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
			return a.Notices.Post(tx, notice.Message{Account: f.Officer, Dedupe: "x", Subject: words.Own("今日待办")}, lines...)
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

// keepsFiles looks into the files of the director and of the principal: what each
// of them signed, raised, answered and was charged with stands there.
func (p *producer) keepsFiles() {
	p.t.Helper()
	for account, want := range map[string]map[string]int{
		string(p.Director): {
			"record.weekly recorded": 6, "record.monthly recorded": 2, "record.resolution assigned": 2, "advice.raised raised": 2, "advice.told told": 2,
			"hazard.verified reviewed": 1, "hazard.closed handled": 1, "risklist.drafted recorded": 1,
		},
		string(p.Principal): {
			"record.monthly recorded": 2, "advice.answered handled": 2, "risklist.approved recorded": 1, "suspension.filed recorded": 1, "suspension.signed recorded": 1,
			"appointment.made appointed": 1,
		},
	} {
		in := &api.PersonFileInput{InEnterprise: api.InEnterprise{Enterprise: string(p.Enterprise)}, Account: account}
		file, err := p.Appointments.File(p.t.Context(), p.As(p.t, access.Principal, "appointment.read"), in)
		p.must(err)
		got := map[string]int{}
		for _, one := range file.Body.Traces {
			if one.Title == "" || one.At.IsZero() {
				p.t.Errorf("an empty trace: %+v", one)
			}
			got[one.Kind+" "+one.Deed]++
		}
		if diff := cmp.Diff(want, got); diff != "" {
			p.t.Errorf("file of %s (-want +got):\n%s", account, diff)
		}
	}
}
