package enterprise_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

func parse(t *testing.T, s string) id.ID {
	t.Helper()
	i, err := id.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func TestEdit(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		e := w.founded(t)
		in := api.EditEnterpriseInput{}
		in.Body.EnterpriseHead, in.Body.Revision = e.EnterpriseHead, e.Revision
		in.Body.Name, in.Body.Phone = "虚构新店", ""
		g := as(t, e.ID, "enterprise.edit")
		out, err := w.s.Edit(t.Context(), g, &in)
		if err != nil {
			t.Fatal(err)
		}
		want := e
		want.Name, want.Phone, want.Revision = "虚构新店", "", 2
		if diff := cmp.Diff(want, out.Body); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if w.equals.renamed != "虚构新店" {
			t.Errorf("people choose %q", w.equals.renamed)
		}
		facts := w.facts(t, e.ID)
		if last := facts[len(facts)-1]; last[0] != "enterprise.edited" || !strings.Contains(last[1], "虚构新店") || strings.Contains(last[1], "甲某") {
			t.Errorf("sealed %v", last)
		}
		_, err = w.s.Edit(t.Context(), g, &in)
		wantFault(t, err, enterprise.ErrRevision)
		in.Body.Revision, in.Body.Name = 2, "坏\x7f店"
		_, err = w.s.Edit(t.Context(), g, &in)
		wantFault(t, err, enterprise.ErrInput, "body.name")
	})
}

func TestReportBusiness(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		e := w.founded(t)
		g := as(t, e.ID, "enterprise.business.report")
		report := func(f api.BusinessFigures) api.Enterprise {
			t.Helper()
			out, err := w.s.ReportBusiness(t.Context(), g, &api.ReportBusinessInput{PathKind: f.Kind, Body: f})
			if err != nil {
				t.Fatal(err)
			}
			return out.Body
		}
		grades := func() (all []string) {
			t.Helper()
			out, err := w.s.ListSizeGrades(t.Context(), as(t, e.ID, "enterprise.read"), &api.InEnterprise{})
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range out.Body.Items {
				all = append(all, i.Grade)
			}
			return all
		}
		before := len(w.facts(t, e.ID))
		if got := report(e.Businesses[0]); got.SizeGrade != "C" || len(w.facts(t, e.ID)) != before {
			t.Errorf("the same figures again left a trace, grade %s", got.SizeGrade)
		}
		// The clock stands still: the history keeps its order all the same.
		same := e.Businesses[0]
		same.Year = 2026
		if got := report(same); got.Businesses[0].Year != 2026 {
			t.Errorf("got %+v", got.Businesses)
		}
		if diff := cmp.Diff([]string{"C"}, grades()); diff != "" {
			t.Errorf("a new year with the same grade (-want +got):\n%s", diff)
		}
		same.Headcount = nil
		if got := report(same); got.SizeGrade != "D" || got.Businesses[0].Headcount != nil {
			t.Errorf("unknown headcount: %+v", got)
		}
		wholesale := api.BusinessFigures{Kind: "wholesale", Headcount: number(25), Year: 2026, Basis: "tax"}
		got := report(wholesale)
		if got.SizeGrade != "B" || len(got.Businesses) != 2 || got.Businesses[0].Kind != "wholesale" {
			t.Errorf("with a second business: %s, %+v", got.SizeGrade, got.Businesses)
		}
		if diff := cmp.Diff([]string{"B", "D", "C"}, grades()); diff != "" {
			t.Errorf("history (-want +got):\n%s", diff)
		}
		facts := w.facts(t, e.ID)
		if last := facts[len(facts)-1]; last[0] != "business.reported" || !strings.Contains(last[1], `"sizeGrade":"B"`) {
			t.Errorf("sealed %v", last)
		}
		_, err := w.s.ReportBusiness(t.Context(), g, &api.ReportBusinessInput{PathKind: "retail", Body: wholesale})
		wantFault(t, err, enterprise.ErrInput, "body.kind")
		wholesale.Revenue = number(0.001)
		_, err = w.s.ReportBusiness(t.Context(), g, &api.ReportBusinessInput{PathKind: "wholesale", Body: wholesale})
		wantFault(t, err, enterprise.ErrInput, "body.revenue")
	})
}

func TestSites(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		e := w.founded(t)
		g := as(t, e.ID, "enterprise.site.edit")
		first := e.Sites[0]
		edit := func(site string, f api.SiteFields, closed bool) (*api.EnterpriseOutput, error) {
			in := api.EditSiteInput{Site: site}
			in.Body.SiteFields, in.Body.Closed = f, closed
			return w.s.EditSite(t.Context(), g, &in)
		}
		_, err := edit(first.ID, first.SiteFields, true)
		wantFault(t, err, enterprise.ErrSiteLast)
		w.Clock.Advance(24 * time.Hour)
		added, err := w.s.AddSite(t.Context(), g, &api.AddSiteInput{Body: api.SiteFields{Kind: "warehouse", Name: "仓库"}})
		if err != nil {
			t.Fatal(err)
		}
		if len(added.Body.Sites) != 2 || added.Body.Sites[1].OpenedOn != "2026-11-25" || w.equals.shifts != 2 {
			t.Errorf("got %+v with %d shifts", added.Body.Sites, w.equals.shifts)
		}
		out, err := edit(first.ID, api.SiteFields{Kind: "store", Name: "老门店"}, true)
		if err != nil {
			t.Fatal(err)
		}
		if s := out.Body.Sites[0]; s.ClosedOn != "2026-11-25" || s.Name != "老门店" || w.equals.plans != 3 {
			t.Errorf("got %+v, planned %d times", s, w.equals.plans)
		}
		before := len(w.facts(t, e.ID))
		if _, err := edit(first.ID, first.SiteFields, true); err != nil || len(w.facts(t, e.ID)) != before {
			t.Errorf("closing twice: %v, %d facts, want %d", err, len(w.facts(t, e.ID)), before)
		}
		_, err = edit(first.ID, first.SiteFields, false)
		wantFault(t, err, enterprise.ErrSiteClosed)
		_, err = edit(added.Body.Sites[1].ID, added.Body.Sites[1].SiteFields, true)
		wantFault(t, err, enterprise.ErrSiteLast)
		_, err = edit(first.ID, api.SiteFields{Kind: "store", Name: strings.Repeat("长", 10000)}, false)
		wantFault(t, err, enterprise.ErrInput, "body.name")
		for _, foreign := range []string{string(w.Site), string(w.NewID()), "nonsense"} {
			_, err = edit(foreign, first.SiteFields, true)
			wantFault(t, err, enterprise.ErrSiteNotFound)
		}
	})
}

func TestProducts(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		e, other := w.founded(t), w.founded(t)
		g := as(t, e.ID, "enterprise.product.edit")
		edit := func(product string, f api.ProductFields, dropped bool) (*api.EnterpriseOutput, error) {
			in := api.EditProductInput{Product: product}
			in.Body.ProductFields, in.Body.Dropped = f, dropped
			return w.s.EditProduct(t.Context(), g, &in)
		}
		p := e.Products[0]
		out, err := edit(p.ID, p.ProductFields, true)
		if err != nil {
			t.Fatal(err)
		}
		if out.Body.Products[0].DroppedOn != "2026-11-24" || out.Body.InScope != nil {
			t.Errorf("dropped: %+v, in scope %v", out.Body.Products, out.Body.InScope)
		}
		if out, err = edit(p.ID, p.ProductFields, false); err != nil || out.Body.Products[0].DroppedOn != "" || out.Body.InScope == nil {
			t.Errorf("taken up again: %+v, %v", out, err)
		}
		for _, foreign := range []string{other.Products[0].ID, string(w.NewID()), "nonsense"} {
			_, err = edit(foreign, p.ProductFields, true)
			wantFault(t, err, enterprise.ErrProductNotFound)
		}
		p.Regime = "perhaps"
		_, err = edit(p.ID, p.ProductFields, false)
		wantFault(t, err, enterprise.ErrInput, "body.regime")
	})
}

func TestAnotherEnterpriseIsNotSeen(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		e, other := w.founded(t), w.founded(t)
		// The grant decides, not the id in the path.
		out, err := w.s.Read(t.Context(), as(t, e.ID, "enterprise.read"), &api.InEnterprise{Enterprise: other.ID})
		if err != nil || out.Body.ID != e.ID || len(out.Body.Sites) != 1 || len(out.Body.Products) != 1 || len(out.Body.Businesses) != 1 {
			t.Errorf("got %+v, %v", out, err)
		}
		_, err = w.s.Read(t.Context(), as(t, string(w.NewID()), "enterprise.read"), &api.InEnterprise{})
		wantFault(t, err, db.ErrEnterpriseNotFound)
		in := api.EditEnterpriseInput{}
		in.Body.EnterpriseHead, in.Body.Revision = e.EnterpriseHead, 1
		in.Body.Name = "只改自己"
		if _, err := w.s.Edit(t.Context(), as(t, e.ID, "enterprise.edit"), &in); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(other, w.read(t, other.ID)); diff != "" {
			t.Errorf("the other changed (-want +got):\n%s", diff)
		}
	})
}

func TestWhatOthersAsk(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		in.Body.Businesses = append(in.Body.Businesses, api.BusinessFigures{Kind: "production", Year: 2025, Basis: "other"}, api.BusinessFigures{Kind: "wholesale", Year: 2025, Basis: "other"})
		in.Body.Products = append(in.Body.Products, in.Body.Products[0])
		reg, err := w.register(in)
		if err != nil {
			t.Fatal(err)
		}
		err = w.DB.Read(t.Context(), as(t, reg.Body.Enterprise, "enterprise.read"), func(tx *db.Tx) error {
			sides, categories, err := w.s.Sides(tx)
			if err != nil {
				return err
			}
			if diff := cmp.Diff([][]string{{"production", "sales"}, {"其他"}}, [][]string{sides, categories}); diff != "" {
				t.Errorf("sides and categories (-want +got):\n%s", diff)
			}
			grade, err := w.s.SizeGrade(tx)
			if err != nil || grade != "C" {
				t.Errorf("grade %q, %v", grade, err)
			}
			sites, err := w.s.Sites(tx)
			if err != nil {
				return err
			}
			names, err := w.s.SiteNames(tx)
			if len(sites) != 1 || names[parse(t, sites[0].ID)] != "门店" {
				t.Errorf("sites %v, names %v", sites, names)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
