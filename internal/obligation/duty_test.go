package obligation_test

import (
	"slices"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func TestDutiesAwaitTheirPostOrTheirPerson(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		s, _ := service(w)
		subject, done, gone := w.NewID(), w.NewID(), w.NewID()
		write := func(fn func(tx *db.Tx) error) {
			t.Helper()
			if err := w.DB.Write(t.Context(), f.As(t, access.Principal, "obligation.read"), fn); err != nil {
				t.Fatal(err)
			}
		}
		open := func(tx *db.Tx, o obligation.Obligation) error {
			o.Kind, o.Day, o.Opens, o.Due = "advice_answer", tx.Today(), tx.Now(), tx.Now().Add(48*time.Hour)
			return s.Open(tx, o)
		}
		write(func(tx *db.Tx) error {
			for _, o := range []obligation.Obligation{
				{Subject: subject, Post: access.Principal, Title: "答复建议：停用一批插座"},
				{Subject: done, Account: f.Officer, Title: "整改：更换标签"},
				{Subject: gone, Post: access.Officer, Title: "不再需要"},
			} {
				if err := open(tx, o); err != nil {
					return err
				}
			}
			return s.Withdraw(tx, "advice_answer", gone)
		})
		list := func(role access.Role, in api.ListObligationsInput) []string {
			t.Helper()
			out, err := s.List(t.Context(), f.As(t, role, "obligation.read"), &in)
			if err != nil {
				t.Fatal(err)
			}
			var titles []string
			for _, o := range out.Body.Items {
				titles = append(titles, o.Title)
			}
			return titles
		}
		mine := api.ListObligationsInput{Mine: true}
		if got := list(access.Principal, mine); !slices.Equal(got, []string{"答复建议：停用一批插座"}) {
			t.Errorf("the principal has %v", got)
		}
		if got := list(access.Officer, mine); !slices.Equal(got, []string{"整改：更换标签"}) {
			t.Errorf("the officer has %v", got)
		}
		today, err := s.ReadToday(t.Context(), f.As(t, access.Principal, "obligation.read"), &api.InEnterprise{})
		if err != nil || len(today.Body.Tasks) != 1 || today.Body.Tasks[0].Title != "答复建议" || today.Body.Tasks[0].Note != "停用一批插座" {
			t.Errorf("today shows %+v, %v", today.Body.Tasks, err)
		}
		// What one person has to do is another's after the hand-over; settling
		// twice, or what was never asked for, does no harm.
		write(func(tx *db.Tx) error {
			if err := s.HandOver(tx, f.Officer, f.Director); err != nil {
				return err
			}
			return s.Settle(tx, "advice_answer", w.NewID(), tx.Today(), id.Nil)
		})
		if got := list(access.Officer, mine); len(got) != 0 {
			t.Errorf("after the hand-over the officer has %v", got)
		}
		for range 2 {
			write(func(tx *db.Tx) error { return s.Settle(tx, "advice_answer", done, tx.Today(), done) })
		}
		if got := list(access.Director, api.ListObligationsInput{Done: true}); !slices.Equal(got, []string{"整改：更换标签"}) {
			t.Errorf("done are %v", got)
		}
		if got := list(access.Director, api.ListObligationsInput{}); len(got) != 5 || got[0] != "答复建议：停用一批插座" {
			t.Errorf("pending are %v", got)
		}
	})
}
