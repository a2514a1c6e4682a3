package appointment_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// paperOf prints how an appointment ended.
func paperOf(t *testing.T, w world, a string) {
	t.Helper()
	in := api.AppointmentPaperInput{OneAppointmentInput: w.one(a)}
	out, err := w.s.EndingPaper(t.Context(), w.As(t, access.Principal, "appointment.read"), &in)
	if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
		t.Errorf("ending: %v", err)
	}
}

func TestPapersOfItem12(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.newcomer("officer", string(w.Site))
		in.Body.Until = "2026-12-31"
		a := w.hire(t, in)
		w.Clock.Advance(48 * time.Hour)
		if err := w.end(t, a.ID, "调岗"); err != nil {
			t.Fatal(err)
		}
		leaves := func(from, to clock.Day) (names []string) {
			return inside(t, w, func(tx *db.Tx) ([]string, error) {
				err := w.s.Leaves(tx, from, to, func(l paper.Leaf) error {
					form, err := l.Lay()
					testkit.GoldenForm(t, []string{"letter", "ending"}[len(names)%2], form)
					names = append(names, l.Item+" "+l.Name)
					return err
				})
				return names, err
			})
		}
		if diff := cmp.Diff([]string{"1.2 任命书 任〔2026〕1号 " + a.PersonName, "1.2 任免调整文件 免〔2026〕1号 " + a.PersonName}, leaves("2026-11-01", "2026-11-30")); diff != "" {
			t.Error(diff)
		}
		if got := leaves("2026-10-01", "2026-10-31"); len(got) != 0 {
			t.Errorf("before it began: %v", got)
		}
		letter := api.AppointmentPaperInput{OneAppointmentInput: w.one(a.ID)}
		out, err := w.s.Letter(t.Context(), w.As(t, access.Principal, "appointment.letter"), &letter)
		if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Errorf("letter: %v", err)
		}
		none := api.AppointmentPaperInput{OneAppointmentInput: w.one(w.of(t, w.Principal))}
		_, err = w.s.Letter(t.Context(), w.As(t, access.Principal, "appointment.letter"), &none)
		wantFault(t, err, appointment.ErrNoPaper)
	})
}
