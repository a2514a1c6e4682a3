package appointment_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// appointed lists of a person's file whom he appointed and dismissed and what
// else he did about posts, the newest first.
func (w world) appointed(t *testing.T, account id.ID) (all []string) {
	t.Helper()
	file, err := w.s.File(t.Context(), w.As(t, access.Principal, "appointment.read"), &api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(account)})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range file.Body.Traces {
		if x.Deed == "appointed" {
			all = append(all, strings.TrimSuffix(x.Kind+" "+x.Title+"："+x.Note, "："))
		}
	}
	return all
}

func (w world) withdraw(t *testing.T, g access.Grant, letter, why string) error {
	t.Helper()
	in := api.EndingInput{OneAppointmentInput: w.one(letter)}
	in.Body.Reason = why
	_, err := w.s.Withdraw(t.Context(), g, &in)
	return err
}

// What a person did in appointing and dismissing stands in his file, and in
// nobody else's.
func TestAppointingStandsInTheFileOfWhoDidIt(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		principal := w.As(t, access.Principal, "appointment.make")
		officer := w.of(t, w.Officer)
		tick := func() { w.Clock.Advance(time.Minute) }
		named := func(name string) *api.AppointInput {
			in := w.newcomer("officer", "")
			in.Body.Name = name
			return in
		}
		taken, err := w.appoint(t, named("张三"))
		if err != nil {
			t.Fatal(err)
		}
		tick()
		if err := w.withdraw(t, principal, taken.Body.Appointment.ID, "另行安排"); err != nil {
			t.Fatal(err)
		}
		tick()
		follows := named("李四")
		follows.Body.Replaces = officer
		out, err := w.appoint(t, follows)
		if err != nil {
			t.Fatal(err)
		}
		tick()
		next := w.accept(t, out.Body.Appointment)
		tick()
		if err := w.end(t, next.ID, "调岗"); err != nil {
			t.Fatal(err)
		}
		// An act that is older than the accounts kept with it is nobody's.
		write(t, w, func(tx *db.Tx) error {
			_, err := tx.Exec(`INSERT INTO appointment_letters (enterprise_id, id, number, day, account_id, person_name, post, employment, veto, report, duties, made_name, made_at)
				VALUES (?, ?, 99, ?, ?, '从前的', 'officer', 'full_time', ?, ?, '', '测试甲', ?) {none}`, w.Enterprise, w.NewID(), tx.Today(), w.Officer, true, true, tx.Now())
			return err
		})
		if diff := cmp.Diff([]string{
			appointment.KindEnded + " 免去李四：质量安全员（免〔2026〕2号）：调岗",
			appointment.KindMade + " 任命李四：质量安全员（任〔2026〕2号）：接替测试丙",
			appointment.KindWithdrawn + " 撤回给张三的任命书：质量安全员（任〔2026〕1号）：另行安排",
			appointment.KindMade + " 任命张三：质量安全员（任〔2026〕1号）",
		}, w.appointed(t, w.Principal)); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{appointment.KindAccepted + " 接受任命：质量安全员（任〔2026〕2号）"}, w.appointed(t, id.ID(next.Account))); diff != "" {
			t.Error(diff)
		}
		for _, bystander := range []id.ID{w.Director, w.Officer} {
			if got := w.appointed(t, bystander); len(got) != 0 {
				t.Errorf("in the file of %s stands %v", bystander, got)
			}
		}
		paper := api.PersonFilePaperInput{InEnterprise: w.inEnterprise(), Account: string(w.Principal)}
		for _, paper.Format = range []string{"pdf", "docx"} {
			printed, err := w.s.FilePaper(t.Context(), w.As(t, access.Principal, "appointment.read"), &paper)
			switch {
			case err != nil:
				t.Fatal(err)
			case paper.Format == "pdf":
				testkit.GoldenPDF(t, "file", printed.Body)
			default:
				said := testkit.WordsOf(t, printed.Body)
				if i := slices.IndexFunc([]string{"任免 4 次", "免去李四：质量安全员", "撤回给张三的任命书"}, func(s string) bool { return !strings.Contains(said, s) }); i >= 0 {
					t.Errorf("the Word file lacks line %d of what he did:\n%s", i, said)
				}
			}
		}
	})
}
