package bylaw_test

import (
	"slices"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func TestSoleKeeperSignsOnceForAll(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		// One person holds all posts.
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "appointment.make"), func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET account_id = ?, person_name = '测试甲' WHERE enterprise_id = {tenant}", w.Principal)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		g := w.As(t, access.Principal, "bylaw.draft")
		out, err := w.Draft(t.Context(), g, draftsOf())
		if err != nil {
			t.Fatal(err)
		}
		in := w.approval("", 0)
		in.Body.Items = nil
		for _, b := range out.Body.Items {
			if b.Applies != (b.Draft != nil) || b.Draft != nil && !b.Draft.MayApprove {
				t.Errorf("%s: applies %t, draft %+v", b.Kind, b.Applies, b.Draft)
			}
			if b.Draft != nil {
				in.Body.Items = append(in.Body.Items, api.BylawApproval{Kind: b.Kind, Revision: b.Draft.Revision})
			}
		}
		if len(in.Body.Items) != 5 {
			t.Fatalf("%d drafts, want 5", len(in.Body.Items))
		}
		if !strings.Contains(out.Body.Items[0].Draft.Text, "一人兼任") || !strings.Contains(out.Body.Items[0].Draft.Text, "测试五金店（虚构）") {
			t.Errorf("the template is not filled: %s", out.Body.Items[0].Draft.Text)
		}
		out, err = w.Approve(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range out.Body.Items {
			if b.Applies && (b.Current == nil || b.Current.Asked != 1 || b.Current.Confirmed != 1) {
				t.Errorf("%s: %+v", b.Kind, b.Current)
			}
		}
		if got := w.due(t); len(got) != 0 {
			t.Errorf("he still has to do: %v", got)
		}
		if got := w.sealed(t); len(got) != 10 {
			t.Errorf("sealed: %v", got)
		}
		items, err := w.app.Dossier.Read(t.Context(), w.As(t, access.Officer, "dossier.read"), &api.ReadDossierInput{})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range items.Body.Items {
			if slices.Contains([]string{"1.1", "1.3", "1.5", "1.6"}, i.Code) && (i.State != "complete" || len(i.Evidence) == 0) {
				t.Errorf("%s: %+v", i.Code, i)
			}
		}
		// Nothing is missing any more: the same tap makes no second draft.
		if out, err = w.Draft(t.Context(), g, draftsOf()); err != nil || out.Body.Items[0].Draft != nil {
			t.Errorf("drafted again: %+v, %v", out, err)
		}
	})
}

func TestWhoComesIsAskedAndWhoLeavesIsNot(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.inForce(t, "officer_rules")
		g := w.As(t, access.Principal, "appointment.make")
		var account id.ID
		err := w.DB.Write(t.Context(), g, func(tx *db.Tx) (err error) {
			if account, err = w.app.Identity.CreateAccountWithPassword(tx, "wu"+string(w.Enterprise)[:13], "测试戊", "", "Prüfung-2026"); err != nil {
				return err
			}
			return w.app.Appointments.AppointFirst(tx, account, "测试戊", []string{"officer"})
		})
		if err != nil {
			t.Fatal(err)
		}
		if v := w.read(t, access.Officer, "officer_rules").Current; v.Asked != 3 {
			t.Errorf("asked %d, want director, officer and the new one", v.Asked)
		}
		if got := w.due(t); len(got) != 3 {
			t.Errorf("due: %v", got)
		}
		office := func(ended any) {
			t.Helper()
			err := w.DB.Write(t.Context(), g, func(tx *db.Tx) error {
				if _, err := tx.Exec("UPDATE appointments SET ended_at = ? WHERE enterprise_id = {tenant} AND account_id = ?", ended, account); err != nil {
					return err
				}
				return w.Staffed(tx)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		office(w.Clock.Now())
		if v := w.read(t, access.Officer, "officer_rules").Current; v.Asked != 2 || len(w.due(t)) != 2 {
			t.Errorf("after he left: asked %d, due %v", v.Asked, w.due(t))
		}
		office(nil)
		if v := w.read(t, access.Officer, "officer_rules").Current; v.Asked != 3 || len(w.due(t)) != 3 {
			t.Errorf("when he is back: asked %d, due %v", v.Asked, w.due(t))
		}
	})
}
