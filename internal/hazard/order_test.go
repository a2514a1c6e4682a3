package hazard_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func (w world) area() api.InArea {
	return api.InArea{InAgency: api.InAgency{Agency: string(w.Office)}, Enterprise: string(w.Enterprise)}
}

func (w world) order(t *testing.T) *api.OrderRectificationInput {
	t.Helper()
	in := &api.OrderRectificationInput{InArea: w.area(), Hazard: string(w.NewID())}
	b := &in.Body
	b.Source, b.Number, b.Description, b.Severity, b.Basis, b.Due = "order", "虚责改〔2026〕7号", "未建立进货台账", "larger", "《规定》第十条（以文书为准）", "2026-12-04"
	return in
}

func (w world) decide(h string, kind, due string) *api.DecideOrderInput {
	in := &api.DecideOrderInput{InArea: w.area(), Hazard: h, Step: string(w.NewID())}
	in.Body.Kind, in.Body.Note, in.Body.Due = kind, "现场核查", due
	return in
}

func TestAnOrderIsClosedByItsNamedOfficer(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		officer := w.As(t, access.Supervisor, "hazard.order")
		in := w.order(t)
		for range 2 {
			out, err := w.Order(t.Context(), officer, in)
			if err != nil || out.Body.OfficerName != "监管丁" || out.Body.AgencyName != "测试市场监管所" || out.Body.Due.Format("0102") != "1204" || len(out.Body.Steps) != 1 {
				t.Fatalf("ordered: %+v, %v", out, err)
			}
		}
		if got := w.around.looks; len(got) != 2 || got[0] != "hazard "+in.Hazard {
			t.Errorf("looks: %v", got)
		}
		bad := w.order(t)
		bad.Body.Due = "2026-11-23"
		_, err := w.Order(t.Context(), officer, bad)
		refused(t, "due yesterday", err, hazard.ErrDueDay)
		bad = w.order(t)
		bad.Body.Basis = " "
		_, err = w.Order(t.Context(), officer, bad)
		refused(t, "without a basis", err, hazard.ErrNote)
		bad = w.order(t)
		bad.Hazard = string(w.mustOpen(t, nil))
		_, err = w.Order(t.Context(), officer, bad)
		refused(t, "the id of the enterprise's own", err, hazard.ErrTaken)
		own := bad.Hazard

		h := id.ID(in.Hazard)
		decide := func(in *api.DecideOrderInput) (*api.HazardOutput, error) {
			return w.Decide(t.Context(), w.As(t, access.Supervisor, "hazard.order.close"), in)
		}
		w.mustTake(t, access.Officer, h, "measure")
		_, err = decide(w.decide(in.Hazard, "closed", ""))
		refused(t, "closed before it is verified", err, hazard.ErrNotNext)
		_, err = decide(w.decide(own, "closed", ""))
		refused(t, "the enterprise's own closed by the authority", err, hazard.ErrNoOrder)
		extend := step(h, w.NewID(), "extended")
		extend.Body.Due = "2026-12-20"
		_, err = w.advance(t, access.Principal, extend)
		refused(t, "extended by the principal", err, hazard.ErrExtendOrder)
		if out, err := decide(w.decide(in.Hazard, "extended", "2026-12-11")); err != nil || out.Body.Due.Format("0102") != "1211" {
			t.Errorf("extended by the officer: %+v, %v", out, err)
		}
		w.mustAdvance(t, access.Director, w.plan(h, "2026-12-10"))
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		w.mustTake(t, access.Director, h, "verified")
		_, err = w.take(t, access.Principal, h, "closed")
		refused(t, "closed by the enterprise", err, hazard.ErrCloseOrder)
		if out, err := decide(w.decide(in.Hazard, "sent_back", "")); err != nil || out.Body.State != "planned" {
			t.Errorf("sent back: %+v, %v", out, err)
		}
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 4))
		w.mustTake(t, access.Director, h, "verified")

		// Another officer of the same agency may not, until the chief names him.
		heir := w.NewID()
		w.around.members = map[id.ID]string{heir: "监管戊"}
		other := w.officer(t, heir, "hazard.order.close", access.Supervisor)
		_, err = w.Decide(t.Context(), other, w.decide(in.Hazard, "closed", ""))
		refused(t, "closed by another officer", err, hazard.ErrNotNamed)
		assign := &api.AssignOrderInput{InArea: w.area(), Hazard: in.Hazard, Step: string(w.NewID())}
		assign.Body.Officer, assign.Body.Note = string(w.NewID()), "原承办人调离"
		chief := w.officer(t, w.NewID(), "hazard.order.assign", access.Chief)
		_, err = w.Assign(t.Context(), chief, assign)
		refused(t, "a successor of another agency", err, hazard.ErrSuccessor)
		assign.Body.Officer = string(heir)
		if out, err := w.Assign(t.Context(), chief, assign); err != nil || out.Body.OfficerName != "监管戊" {
			t.Errorf("assigned: %+v, %v", out, err)
		}
		_, err = decide(w.decide(in.Hazard, "closed", ""))
		refused(t, "closed by the former officer", err, hazard.ErrNotNamed)
		out, err := w.Decide(t.Context(), other, w.decide(in.Hazard, "closed", ""))
		if err != nil || out.Body.State != "closed" || out.Body.Cause != "material" {
			t.Errorf("closed: %+v, %v", out, err)
		}
		_, err = w.take(t, access.Principal, h, "reopened")
		refused(t, "reopened by the enterprise", err, hazard.ErrCloseOrder)
	})
}

func TestAnAgencyListsWhatItOrderedAndHasNotClosed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b := w.Found(t)
		w.mustOpen(t, nil)
		ours := make([]string, 3)
		for n, due := range []string{"2026-12-04", "2026-12-01", "2026-12-20"} {
			in := w.order(t)
			in.Body.Due = due
			if _, err := w.Order(t.Context(), w.As(t, access.Supervisor, "hazard.order"), in); err != nil {
				t.Fatal(err)
			}
			ours[n] = in.Hazard
		}
		last := id.ID(ours[2])
		w.mustTake(t, access.Officer, last, "measure")
		w.mustAdvance(t, access.Director, w.plan(last, "2026-12-10"))
		w.mustTake(t, access.Officer, last, "rectified", w.photo(t, 3))
		w.mustTake(t, access.Director, last, "verified")
		looks := len(w.around.looks)

		listed := func(g access.Grant) (all []string) {
			out, err := w.Orders(t.Context(), g, &api.InAgency{})
			if err != nil {
				t.Fatal(err)
			}
			for _, o := range out.Body.Items {
				if o.Enterprise != string(w.Enterprise) || o.EnterpriseName == "" || o.Number != "虚责改〔2026〕7号" || o.OfficerName != "监管丁" {
					t.Errorf("listed %+v", o)
				}
				all = append(all, fmt.Sprintf("%s %s %t", o.ID, o.State, o.Mine))
			}
			return all
		}
		own := w.As(t, access.Supervisor, "hazard.order.close")
		if diff := cmp.Diff([]string{ours[2] + " verified true", ours[1] + " found false", ours[0] + " found false"}, listed(own)); diff != "" {
			t.Errorf("orders (-want +got):\n%s", diff)
		}
		if got := listed(w.officer(t, w.NewID(), "hazard.order.close", access.Supervisor)); got[0] != ours[2]+" verified false" {
			t.Errorf("a colleague's: %v", got)
		}
		if got := listed(b.As(t, access.Supervisor, "hazard.order.close")); len(got) != 0 {
			t.Errorf("a foreign office lists %v", got)
		}
		if _, err := w.Decide(t.Context(), own, w.decide(ours[2], "closed", "")); err != nil {
			t.Fatal(err)
		}
		if got := listed(own); len(got) != 2 {
			t.Errorf("closed, and still listed: %v", got)
		}
		if got := len(w.around.looks); got != looks+1 {
			t.Errorf("%d looks, want the decision's alone", got-looks)
		}
	})
}

func TestTheAuthorityReadsNoCausesOfWhatWasSelfFound(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		after := w.photo(t, 4)
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Severity, f.Measure = "larger", "秘密措施" })
		plan := w.plan(h, "")
		plan.Body.Note, plan.Body.CauseNote = "秘密方案", "秘密原因"
		w.mustAdvance(t, access.Director, plan)
		w.mustTake(t, access.Officer, h, "rectified", after)
		out, err := w.Inspect(t.Context(), w.As(t, access.Supervisor, "inspection.read"), &api.InspectHazardInput{InArea: w.area(), Hazard: string(h)})
		if err != nil {
			t.Fatal(err)
		}
		got := out.Body
		if got.Cause != "" || got.OwnerName != "" || got.Description != "电线无标识" || got.State != "rectified" || got.After != after || got.RectifiedAt == nil || len(got.Next) != 0 {
			t.Errorf("the authority reads %+v", got.HazardEntry)
		}
		for _, s := range got.Steps {
			if hidden := s.Kind != "found"; s.HiddenNote != hidden || hidden && (s.Note != "" || s.Cause != "" || s.CauseNote != "" || s.AboutName != "") {
				t.Errorf("the authority reads of %s: %+v", s.Kind, s)
			}
		}
		if diff := cmp.Diff([]string{after}, got.Steps[len(got.Steps)-1].Photos); diff != "" {
			t.Errorf("photos of the rectification (-want +got):\n%s", diff)
		}
		list, err := w.InspectAll(t.Context(), w.As(t, access.Supervisor, "inspection.read"), &api.InspectHazardsInput{InArea: w.area()})
		if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].Cause != "" {
			t.Errorf("the list: %+v, %v", list, err)
		}
		if diff := cmp.Diff([]string{"hazard " + string(h), "hazard "}, w.around.looks); diff != "" {
			t.Errorf("looks (-want +got):\n%s", diff)
		}
	})
}

// What the authority ordered is no honesty to be punished: its export carries what
// was done about the order, and of what was self-found only that it was done.
func TestAnExportCarriesWhatWasOrdered(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		order := w.order(t)
		if _, err := w.Order(t.Context(), w.As(t, access.Supervisor, "hazard.order"), order); err != nil {
			t.Fatal(err)
		}
		own := w.mustOpen(t, func(f *hazard.Finding) { f.Severity = "larger" })
		for h, words := range map[id.ID]string{id.ID(order.Hazard): "已按责令建立台账", own: "自查的秘密措施"} {
			in := step(h, w.NewID(), "measure")
			in.Body.Note = words
			w.mustAdvance(t, access.Officer, in)
		}
		if err := w.ledger.Cover(t.Context(), w.Enterprise); err != nil {
			t.Fatal(err)
		}
		var pack *api.Blob
		err := w.DB.Read(t.Context(), w.As(t, access.Supervisor, "inspection.export"), func(tx *db.Tx) error {
			narrow, err := tx.For(w.Enterprise)
			if err == nil {
				pack, err = w.ledger.Pack(narrow, "2026-11-24", "2026-11-24")
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		report := ledger.Verify(bytes.NewReader(pack.Body), int64(len(pack.Body)), ledger.Options{Key: w.ledger.PublicKey()})
		if report.ExitCode() != 0 || report.Withheld != 1 {
			t.Errorf("the office finds:\n%s", report)
		}
		z, err := zip.NewReader(bytes.NewReader(pack.Body), int64(len(pack.Body)))
		if err != nil {
			t.Fatal(err)
		}
		var all strings.Builder
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, r); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.Contains(all.String(), "已按责令建立台账") || strings.Contains(all.String(), "自查的秘密措施") {
			t.Error("the export tells the wrong one")
		}
	})
}

func TestAuthoritiesStayInTheirAreas(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b, h := w.Found(t), w.mustOpen(t, nil)
		ours := w.order(t)
		if _, err := w.Order(t.Context(), w.As(t, access.Supervisor, "hazard.order"), ours); err != nil {
			t.Fatal(err)
		}
		foreign := func(p access.Permission) access.Grant { return b.As(t, access.Supervisor, p) }
		_, err := w.Inspect(t.Context(), foreign("inspection.read"), &api.InspectHazardInput{InArea: w.area(), Hazard: string(h)})
		refused(t, "inspect", err, db.ErrEnterpriseNotFound)
		_, err = w.InspectAll(t.Context(), foreign("inspection.read"), &api.InspectHazardsInput{InArea: w.area()})
		refused(t, "inspect all", err, db.ErrEnterpriseNotFound)
		_, err = w.Order(t.Context(), foreign("hazard.order"), w.order(t))
		refused(t, "order", err, db.ErrEnterpriseNotFound)
		_, err = w.Decide(t.Context(), foreign("hazard.order.close"), w.decide(ours.Hazard, "extended", "2026-12-30"))
		refused(t, "decide", err, db.ErrEnterpriseNotFound)

		// A neighbour's ids are missing ids.
		grant := b.As(t, access.Principal, "hazard.read")
		_, err = w.Paper(t.Context(), grant, &api.ReadHazardPaperInput{Hazard: string(h)})
		refused(t, "a neighbour's paper", err, hazard.ErrNotFound)
		out, err := w.Report(t.Context(), b.As(t, access.Officer, "hazard.report"), report(h, nil))
		if err != nil || out.Body.Description != "通道堆放待售灶具" || len(out.Body.Steps) != 1 {
			t.Errorf("a neighbour may use the same id for his own: %+v, %v", out, err)
		}
		mine := api.InArea{InAgency: api.InAgency{Agency: string(b.Office)}, Enterprise: string(b.Enterprise)}
		_, err = w.Inspect(t.Context(), foreign("inspection.read"), &api.InspectHazardInput{InArea: mine, Hazard: ours.Hazard})
		refused(t, "another enterprise's hazard through one's own", err, hazard.ErrNotFound)
	})
}
