package appointment_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

func TestAGapOpensAndClosesByItself(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		states := func() map[string]string {
			in := w.inEnterprise()
			out, err := w.s.Staffing(t.Context(), w.As(t, access.Principal, "appointment.read"), &in)
			if err != nil {
				t.Fatal(err)
			}
			all := map[string]string{}
			for _, r := range out.Body.Items {
				all[r.Rule] = r.State
			}
			return all
		}
		for _, a := range []string{w.of(t, w.Director), w.of(t, w.Officer)} {
			if err := w.end(t, a, "离职"); err != nil {
				t.Fatal(err)
			}
		}
		// Nobody decided who needs a director: nothing is said until a product asks.
		if diff := cmp.Diff(map[string]string{"officer": "gap", "director_certified": "not_applicable", "director_size": "not_applicable", "apart": "not_applicable", "site": "met"}, states()); diff != "" {
			t.Error(diff)
		}
		add := api.AddProductInput{InEnterprise: w.inEnterprise()}
		add.Body = api.ProductFields{Name: "插线板", Category: "其他", Regime: "ccc"}
		e, err := w.archive.AddProduct(t.Context(), w.As(t, access.Principal, "enterprise.product.edit"), &add)
		if err != nil {
			t.Fatal(err)
		}
		if got := states()["director_certified"]; got != "remark" {
			t.Errorf("an unread law yields %s", got)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "补齐岗位人员：缺质量安全员") {
			t.Errorf("obliged to %v", got)
		}
		// The district decides; the bell follows.
		w.decide(t, "director_certified", "required")
		if err := w.s.SweepStaffing(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "缺质量安全员、质量安全总监") {
			t.Errorf("after the decision: %v", got)
		}
		w.hire(t, w.newcomer("officer", ""))
		if got := w.pending(t, appointment.KindGap); len(got) != 1 || !strings.HasSuffix(got[0], "缺质量安全总监") {
			t.Errorf("the officer came: %v", got)
		}
		drop := api.EditProductInput{InEnterprise: w.inEnterprise(), Product: e.Body.Products[0].ID}
		drop.Body.ProductFields, drop.Body.Dropped = add.Body, true
		if _, err := w.archive.EditProduct(t.Context(), w.As(t, access.Principal, "enterprise.product.edit"), &drop); err != nil {
			t.Fatal(err)
		}
		if got := w.pending(t, appointment.KindGap); len(got) != 0 || states()["director_certified"] != "not_applicable" {
			t.Errorf("without the product: %v, %v", got, states())
		}
	})
}

func (w world) decide(t *testing.T, rule, decision string) {
	t.Helper()
	in := api.DecideStaffingInput{Rule: rule}
	in.Body.Decision, in.Body.Reason = decision, "区局通知（虚构）"
	g := testkit.Grant(t, access.Actor{Account: w.Supervisor, Name: "虚构处长", Roles: []access.Role{access.Chief}, Agency: w.District, Path: w.DistrictPath}, "staffing.decide")
	out, err := w.s.Decide(t.Context(), g, &in)
	if err != nil || out.Body.Items[0].Own != decision {
		t.Fatalf("decide: %+v, %v", out, err)
	}
}

// Whoever keeps a shop alone is not nagged about it.
func TestTheSoleKeeperIsLeftInPeace(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := api.AppointInput{InEnterprise: w.inEnterprise()}
		in.Body.ID, in.Body.Account, in.Body.Post = string(w.NewID()), string(w.Principal), "officer"
		out, err := w.appoint(t, &in)
		if err != nil || !out.Body.Appointment.InOffice {
			t.Fatalf("who appoints himself is not asked: %+v, %v", out, err)
		}
		for _, a := range []string{w.of(t, w.Director), w.of(t, w.Officer)} {
			if err := w.end(t, a, "离职"); err != nil {
				t.Fatal(err)
			}
		}
		words := inside(t, w, func(tx *db.Tx) ([]string, error) { return w.s.Capacities(tx, w.Principal) })
		if got := appointment.Words(words); got != "主要负责人、质量安全员（一人兼任）" {
			t.Errorf("capacities %q", got)
		}
		enterprise := w.inEnterprise()
		staffing, err := w.s.Staffing(t.Context(), w.As(t, access.Principal, "appointment.read"), &enterprise)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range staffing.Body.Items {
			if r.State == "gap" || r.State == "remark" {
				t.Errorf("nagged: %+v", r)
			}
		}
		m := w.setMatrix(t, 0, nil)
		if len(m.Hints) != 0 {
			t.Errorf("hints %+v", m.Hints)
		}
	})
}
