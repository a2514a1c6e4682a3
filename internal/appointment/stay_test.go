package appointment_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

func (w world) stay(t *testing.T, role access.Role, a string) error {
	t.Helper()
	in := api.WithdrawResignationInput{OneAppointmentInput: w.one(a)}
	in.Body.Reason, in.Body.Declaration = "家事已办妥", byHand
	_, err := w.s.Stay(t.Context(), w.As(t, role, "appointment.resign"), &in)
	return err
}

// Who takes his notice back stays as if he had not given it: for the term of his
// letter, with nobody asked who follows; both are kept.
func TestAResignationIsTakenBack(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		wantFault(t, w.stay(t, access.Officer, officer), appointment.ErrNoResignation)
		if err := w.resign(t, access.Officer, officer, "2026-11-30", string(w.Director)); err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.stay(t, access.Principal, officer), appointment.ErrNotYours)
		wantFault(t, w.stay(t, access.Officer, string(w.NewID())), appointment.ErrNotFound)
		w.Clock.Move(clock.Day("2026-12-01").Start().Add(-time.Microsecond))
		for range 2 { // an answer that was lost is given again
			if err := w.stay(t, access.Officer, officer); err != nil {
				t.Fatal(err)
			}
		}
		a := w.find(t, officer)
		if !a.InOffice || a.LastDay != "" || a.Until != nil || a.EndedWhy != "" || len(a.Resignations) != 1 || a.Resignations[0].WithdrawnAt == nil || a.Resignations[0].WithdrawnWhy != "家事已办妥" {
			t.Errorf("%+v", a)
		}
		if got := w.pending(t, appointment.KindTerm); len(got) != 0 {
			t.Errorf("the principal is still asked %q", got)
		}
		if want := string(w.Principal) + " 撤回辞任，继续任职：测试丙（质量安全员） 原最后任职日2026年11月30日；家事已办妥"; len(w.near.told) != 1 || w.near.told[0] != want {
			t.Errorf("told %q, want %q once", w.near.told, want)
		}
		facts := w.facts(t)
		if f := facts[len(facts)-1]; len(facts) != 2 || f[0] != appointment.KindStayed || strings.Contains(f[1], "测试丙") || !strings.Contains(f[2], "signature") {
			t.Errorf("sealed %v", facts)
		}
		w.Clock.Advance(48 * time.Hour)
		if err := w.s.SweepStaffing(t.Context()); err != nil {
			t.Fatal(err)
		}
		if kept := inside(t, w, func(tx *db.Tx) (bool, error) { return w.s.InOffice(tx, w.Officer, w.Site) }); !kept || !w.find(t, officer).InOffice {
			t.Errorf("after his former last day he keeps records: %v", kept)
		}
		// He may give notice again, and then it stands.
		if err := w.resign(t, access.Officer, officer, "2026-12-05", ""); err != nil {
			t.Fatal(err)
		}
		if a := w.find(t, officer); a.LastDay != "2026-12-05" || len(a.Resignations) != 2 || a.Resignations[1].WithdrawnAt != nil {
			t.Errorf("given again: %+v", a)
		}
		w.Clock.Move(clock.Day("2026-12-06").Start())
		wantFault(t, w.stay(t, access.Officer, officer), appointment.ErrGone) // before the bell
		if err := w.s.SweepStaffing(t.Context()); err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.stay(t, access.Officer, officer), appointment.ErrGone) // and after it
		paperOf(t, w, officer)
		for _, sql := range []string{"UPDATE appointment_stays SET reason = 'x' WHERE enterprise_id = {tenant}", "DELETE FROM appointment_stays WHERE enterprise_id = {tenant}"} {
			err := w.DB.Write(t.Context(), w.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			})
			if err == nil {
				t.Errorf("%s was let through", sql)
			}
		}
	})
}

// A dismissal is not his to take back, though he had resigned before it.
func TestWhatIsNotHisToTakeBack(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		officer := w.of(t, w.Officer)
		if err := w.resign(t, access.Officer, officer, "2026-11-30", ""); err != nil {
			t.Fatal(err)
		}
		if err := w.end(t, officer, "调岗"); err != nil {
			t.Fatal(err)
		}
		wantFault(t, w.stay(t, access.Officer, officer), appointment.ErrNotResigned)
		if len(w.near.told) != 0 {
			t.Errorf("told %q", w.near.told)
		}
	})
}

// A term that a notice had shortened is as long again as the letter says, and the
// letter tells both.
func TestTheTermOfTheLetterComesBack(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		w.hire(t, w.newcomer("principal", ""))
		in := w.newcomer("officer", "")
		in.Body.Account, in.Body.Name, in.Body.Login, in.Body.Until = string(w.Director), "", "", "2027-01-31"
		a := w.hire(t, in)
		if err := w.resign(t, access.Director, a.ID, "2026-12-10", ""); err != nil {
			t.Fatal(err)
		}
		letter := func() string {
			in := api.AppointmentPaperInput{OneAppointmentInput: w.one(a.ID)}
			in.Format = "docx"
			out, err := w.s.Letter(t.Context(), w.As(t, access.Principal, "appointment.read"), &in)
			if err != nil {
				t.Fatal(err)
			}
			z, err := zip.NewReader(bytes.NewReader(out.Body), int64(len(out.Body)))
			if err != nil {
				t.Fatal(err)
			}
			f, err := z.Open("word/document.xml")
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = f.Close() }()
			text, err := io.ReadAll(f)
			if err != nil {
				t.Fatal(err)
			}
			return string(text)
		}
		if text := letter(); !strings.Contains(text, "最后任职日2026年12月10日") || strings.Contains(text, "撤回，") {
			t.Errorf("the letter of one who resigned says %s", text)
		}
		if err := w.stay(t, access.Director, a.ID); err != nil {
			t.Fatal(err)
		}
		if got := w.find(t, a.ID); got.Until == nil || !got.Until.Equal(clock.Day("2027-02-01").Start()) {
			t.Errorf("until %v", got.Until)
		}
		if got := w.pending(t, appointment.KindTerm); len(got) != 1 || !strings.HasPrefix(got[0], "2027-01-31 任期届满前") {
			t.Errorf("the principal is asked %q", got)
		}
		if text := letter(); !strings.Contains(text, "撤回，原因：家事已办妥") {
			t.Errorf("the letter of one who stays says %s", text)
		}
		if len(w.near.told) != 2 { // both principals
			t.Errorf("told %q", w.near.told)
		}
		file, err := w.s.File(t.Context(), w.As(t, access.Director, "appointment.read"), &api.PersonFileInput{InEnterprise: w.inEnterprise(), Account: string(w.Director)})
		if err != nil {
			t.Fatal(err)
		}
		given := 0
		for _, one := range file.Body.Appointments {
			given += len(one.Resignations)
		}
		if given != 1 {
			t.Errorf("the file shows %d resignations", given)
		}
	})
}
