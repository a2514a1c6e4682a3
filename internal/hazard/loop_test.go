package hazard_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

func refused(t *testing.T, name string, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Errorf("%s: %v, want %v", name, err, want)
	}
}

func (w world) read(t *testing.T, h id.ID) api.Hazard {
	t.Helper()
	out, err := w.Read(t.Context(), w.As(t, access.Director, "hazard.read"), &api.ReadHazardInput{Hazard: string(h)})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) mustClose(t *testing.T, h id.ID, width int) {
	t.Helper()
	w.mustTake(t, access.Officer, h, "rectified", w.photo(t, width))
	w.mustTake(t, access.Director, h, "verified")
	w.mustTake(t, access.Director, h, "closed")
}

func TestTheSameHazardIsAttachedAndComesBackAsARecurrence(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		item, second := w.NewID(), w.NewID()
		same := func(f *hazard.Finding) { f.Item, f.Measure = item, "下架" }
		h := w.mustOpen(t, same)
		photo := w.photo(t, 3)
		again := w.mustOpen(t, func(f *hazard.Finding) {
			same(f)
			f.Record, f.Photos, f.Description, f.Severity = second, []string{photo}, "仍有两件", "larger"
		})
		got := w.read(t, h)
		if again != h || got.FoundAgain != 1 || got.Severity != "larger" || !got.ToReport || got.Due.Format("0102") != "1201" {
			t.Errorf("found again: %s, %+v", again, got.HazardEntry)
		}
		if s := got.Steps[len(got.Steps)-1]; s.Kind != "found_again" || s.Record != string(second) || s.Note != "仍有两件" || len(s.Photos) != 1 {
			t.Errorf("the step: %+v", s)
		}
		other := w.mustOpen(t, func(f *hazard.Finding) { f.Item, f.Site = item, w.NewID() })
		if other == h {
			t.Error("another site's finding is attached")
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			of, err := w.OfRecord(tx, second)
			if err != nil || len(of) != 1 || of[0].ID != string(h) {
				t.Errorf("OfRecord of what was found again = %+v, %v", of, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}

		// What was thought to be rectified and is found again was not.
		w.mustAdvance(t, access.Director, w.plan(h, ""))
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 4))
		w.mustOpen(t, same)
		if got = w.read(t, h); got.State != "planned" || got.RectifiedAt != nil || got.FoundAgain != 2 {
			t.Errorf("found again after rectification: %+v", got.HazardEntry)
		}
		w.mustClose(t, h, 5)

		w.Clock.Advance(89 * 24 * time.Hour)
		back := w.mustOpen(t, same)
		got = w.read(t, back)
		if back == h || got.Recurrences != 1 || got.RecurrenceOf != string(h) || got.Former == nil || got.Former.ID != string(h) {
			t.Errorf("the recurrence: %+v", got)
		}
		w.mustClose(t, back, 6)
		w.Clock.Advance(91 * 24 * time.Hour)
		if got = w.read(t, w.mustOpen(t, same)); got.Recurrences != 0 || got.RecurrenceOf != "" {
			t.Errorf("after 91 days it is still a recurrence: %+v", got.HazardEntry)
		}
	})
}

func report(hazard id.ID, change func(*api.ReportHazardInput)) *api.ReportHazardInput {
	in := &api.ReportHazardInput{Hazard: string(hazard)}
	in.Body.Description = "通道堆放待售灶具"
	if change != nil {
		change(in)
	}
	return in
}

func TestAnybodyReportsAHazardAtAnyTime(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		send := func(role access.Role, in *api.ReportHazardInput) (api.Hazard, error) {
			out, err := w.Report(t.Context(), w.As(t, role, "hazard.report"), in)
			if err != nil {
				return api.Hazard{}, err
			}
			return out.Body, nil
		}
		photo := w.photo(t, 3)
		in := report(w.NewID(), func(in *api.ReportHazardInput) { in.Body.Photos = []string{photo} })
		got, err := send(access.Officer, in)
		if err != nil || got.ID != in.Hazard || got.Source != "spot" || got.Severity != "general" || got.State != "found" || got.Before != photo || !got.Mine {
			t.Fatalf("reported: %+v, %v", got, err)
		}
		again, err := send(access.Officer, in)
		if err != nil || again.ID != got.ID || len(again.Steps) != 1 {
			t.Errorf("sent again: %+v, %v", again, err)
		}
		_, err = send(access.Director, in)
		refused(t, "another's id", err, hazard.ErrTaken)
		checked := w.mustOpen(t, nil)
		_, err = send(access.Officer, report(checked, nil))
		refused(t, "the id of a check's hazard", err, hazard.ErrTaken)

		for _, tt := range []struct {
			name   string
			change func(*api.ReportHazardInput)
			want   error
		}{
			{"without words", func(in *api.ReportHazardInput) { in.Body.Description = " " }, hazard.ErrNote},
			{"with control characters", func(in *api.ReportHazardInput) { in.Body.Measure = "\x00" }, hazard.ErrControl},
			{"a complaint without its number", func(in *api.ReportHazardInput) { in.Body.Source = "complaint" }, hazard.ErrNumber},
			{"of a site of nobody", func(in *api.ReportHazardInput) { in.Body.Site = string(w.NewID()) }, hazard.ErrSite},
			{"of an unknown severity", func(in *api.ReportHazardInput) { in.Body.Severity = "grave" }, hazard.ErrSeverity},
			{"due yesterday", func(in *api.ReportHazardInput) {
				in.Body.Source, in.Body.SourceNumber, in.Body.Due = "spot_check_failed", "SC-1", "2026-11-23"
			}, hazard.ErrDueDay},
		} {
			_, err := send(access.Officer, report(w.NewID(), tt.change))
			refused(t, tt.name, err, tt.want)
		}

		got, err = send(access.Director, report(w.NewID(), func(in *api.ReportHazardInput) {
			in.Body.Source, in.Body.SourceNumber, in.Body.Batch, in.Body.Due, in.Body.Severity = "spot_check_failed", "SC-1", "插座 B1", "2027-01-08", "major"
		}))
		if err != nil || got.Due.Format("0102") != "0108" || got.SourceNumber != "SC-1" || got.ToReport {
			t.Errorf("a failed sampling: %+v, %v", got.HazardEntry, err)
		}

		// One that is open already takes the report in; its id is then a step's.
		item := w.NewID()
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Item = item })
		attach := report(w.NewID(), func(in *api.ReportHazardInput) { in.Body.Item, in.Body.Site = string(item), string(w.Site) })
		for range 2 {
			if got, err = send(access.Officer, attach); err != nil || got.ID != string(h) || got.FoundAgain != 1 {
				t.Errorf("attached: %+v, %v", got.HazardEntry, err)
			}
		}
	})
}

func TestPlansNamePeopleAndDeadlinesMoveByThePrincipal(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Severity, f.Measure = "major", "停售" })
		up := func(to id.ID) *api.AdvanceHazardInput {
			in := step(h, w.NewID(), "reported")
			in.Body.To = string(to)
			return in
		}
		for name, to := range map[string]id.ID{"nobody": "", "himself": w.Officer, "a stranger": w.NewID()} {
			_, err := w.advance(t, access.Officer, up(to))
			refused(t, "reported to "+name, err, hazard.ErrReportTo)
		}
		_, err := w.take(t, access.Officer, h, "rectified", w.photo(t, 3))
		refused(t, "rectified without a plan", err, hazard.ErrNotNext)
		if f, _ := fault.Of(err); !strings.Contains(f.Text, "制定整改方案（质量安全总监或责任人）") {
			t.Errorf("the refusal does not say what comes next: %s", f.Text)
		}
		got := w.mustAdvance(t, access.Officer, up(w.Principal))
		if s := got.Steps[len(got.Steps)-1]; s.AboutName != "测试甲" || got.ToReport {
			t.Errorf("reported: %+v", s)
		}
		in := w.plan(h, "")
		in.Body.Owner = string(w.NewID())
		_, err = w.advance(t, access.Officer, in)
		refused(t, "a stranger as owner", err, hazard.ErrOwner)
		_, err = w.advance(t, access.Officer, w.plan(h, "2026-12-01"))
		refused(t, "planned later than the deadline", err, hazard.ErrDueLater)

		extend := func(until string) *api.AdvanceHazardInput {
			in := step(h, w.NewID(), "extended")
			in.Body.Due = until
			return in
		}
		_, err = w.advance(t, access.Director, extend("2026-12-01"))
		refused(t, "extended by the director", err, hazard.ErrExtendPost)
		_, err = w.advance(t, access.Principal, extend("2026-11-25"))
		refused(t, "extended to the same day", err, hazard.ErrExtendDay)
		if got = w.mustAdvance(t, access.Principal, extend("2026-12-01")); got.Due.Format("0102") != "1201" || got.State != "measured" {
			t.Errorf("extended: %+v", got.HazardEntry)
		}
		if got = w.mustAdvance(t, access.Director, w.plan(h, "2026-12-01")); got.Owner != string(w.Officer) {
			t.Errorf("planned: %+v", got.HazardEntry)
		}
		if calls := w.around.calls; calls[len(calls)-1] != "set hazard 2026-11-24 12-01 23:59 officer! 整改（重大）：电线无标识" {
			t.Errorf("the last duty is %q", calls[len(calls)-1])
		}
	})
}

func contain(h, of id.ID) *api.AdvanceHazardInput {
	in := step(h, of, "contained")
	in.Body.Act = &api.ContainmentOf{Kinds: []string{"recall", "stop_sale"}, Product: "插座", Batch: "B20261001", Unit: "只", Stocked: 20, Sold: 80, Notices: "门店张贴"}
	return in
}

func of(h, s, act id.ID, kind string, photos ...string) *api.AdvanceHazardInput {
	in := step(h, s, kind, photos...)
	in.Body.Of = string(act)
	return in
}

func TestContainmentIsReportedReceiptedAndLiftedByThePrincipal(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h, act := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" }), w.NewID()
		got := w.mustAdvance(t, access.Officer, contain(h, act))
		if got.Contained != 1 || len(got.Containments) != 1 || got.Containments[0].ID != string(act) || got.State != "measured" {
			t.Fatalf("contained: %+v", got)
		}
		receipt := &api.ReceiptReportInput{InArea: w.area(), Hazard: string(h), Step: string(w.NewID())}
		receipt.Body.Of, receipt.Body.Note = string(act), "已收到"
		_, err := w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
		refused(t, "a receipt of no report", err, hazard.ErrNoReport)
		w.mustAdvance(t, access.Director, of(h, w.NewID(), act, "notified"))
		for range 2 {
			out, err := w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
			if err != nil || out.Body.Containments[0].ReceiptName != "监管丁" || out.Body.Containments[0].ReceiptedAt == nil {
				t.Errorf("receipted: %+v, %v", out, err)
			}
		}
		receipt.Step = string(w.NewID())
		_, err = w.Receipt(t.Context(), w.As(t, access.Supervisor, "hazard.receipt"), receipt)
		refused(t, "a second receipt", err, hazard.ErrNoReport)

		for _, n := range []float64{30, 64.5} {
			in := of(h, w.NewID(), act, "recall_progress")
			in.Body.Recalled = &n
			w.Clock.Advance(time.Hour)
			got = w.mustAdvance(t, access.Officer, in)
		}
		if got.Containments[0].Recalled != 64.5 {
			t.Errorf("recalled %v", got.Containments[0].Recalled)
		}
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		_, err = w.advance(t, access.Principal, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		refused(t, "lifted before the verification", err, hazard.ErrLiftEarly)
		w.mustTake(t, access.Director, h, "verified")
		_, err = w.take(t, access.Director, h, "closed")
		refused(t, "closed while it is in force", err, hazard.ErrContained)
		_, err = w.advance(t, access.Director, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		refused(t, "lifted by the director", err, hazard.ErrLiftPost)
		got = w.mustAdvance(t, access.Principal, of(h, w.NewID(), act, "lifted", w.photo(t, 4)))
		if got.Contained != 0 || got.Containments[0].LiftedAt == nil {
			t.Errorf("lifted: %+v", got)
		}
		if got = w.mustTake(t, access.Director, h, "closed"); got.State != "closed" {
			t.Errorf("closed: %s", got.State)
		}
		paper := func(containment string) (string, error) {
			out, err := w.Paper(t.Context(), w.As(t, access.Officer, "hazard.read"), &api.ReadHazardPaperInput{Hazard: string(h), Containment: containment})
			if err != nil {
				return "", err
			}
			return string(out.Body), nil
		}
		whole, err := paper("")
		one, err2 := paper(string(act))
		if errors.Join(err, err2) != nil || !strings.HasPrefix(whole, "%PDF-") || !strings.HasPrefix(one, "%PDF-") || one == whole {
			t.Errorf("papers: %v, %v", err, err2)
		}
		if same, err := paper(""); err != nil || same != whole {
			t.Errorf("the paper printed again differs, %v", err)
		}
		_, err = paper(string(w.NewID()))
		refused(t, "the paper of no containment", err, hazard.ErrActOf)
	})
}

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

func TestTwoLiftAndTwoOrderAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h, act := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "下架" }), w.NewID()
		w.mustAdvance(t, access.Officer, contain(h, act))
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		w.mustTake(t, access.Director, h, "verified")
		photo := w.photo(t, 4)
		grant, orders := w.As(t, access.Principal, "hazard.advance"), w.As(t, access.Supervisor, "hazard.order")
		in := w.order(t)
		var group sync.WaitGroup
		var mu sync.Mutex
		lifted, ordered := 0, 0
		for range 6 {
			one := of(h, w.NewID(), act, "lifted", photo)
			group.Go(func() {
				_, err := w.Advance(context.Background(), grant, one)
				mu.Lock()
				defer mu.Unlock()
				if err == nil {
					lifted++
				} else if !errors.Is(err, hazard.ErrActOf) {
					t.Errorf("lifted: %v", err)
				}
			})
			group.Go(func() {
				out, err := w.Order(context.Background(), orders, in)
				mu.Lock()
				defer mu.Unlock()
				switch {
				case err == nil && len(out.Body.Steps) == 1:
					ordered++
				case !errors.Is(err, hazard.ErrTaken):
					t.Errorf("ordered: %+v, %v", out, err)
				}
			})
		}
		group.Wait()
		if lifted != 1 || ordered < 1 || w.read(t, h).Contained != 0 || len(w.read(t, id.ID(in.Hazard)).Steps) != 1 {
			t.Errorf("lifted %d times, ordered %d times", lifted, ordered)
		}
	})
}

func TestFiguresAreToldApart(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		item := w.NewID()
		same := func(f *hazard.Finding) { f.Item, f.Measure = item, "下架" }
		w.mustClose(t, w.mustOpen(t, same), 3)
		w.mustOpen(t, same)
		w.mustOpen(t, same)
		w.mustOpen(t, func(f *hazard.Finding) { f.Severity = "major" })
		w.mustOpen(t, func(f *hazard.Finding) { f.Day = "2026-10-01" })
		late := w.mustOpen(t, func(f *hazard.Finding) { f.Measure = "停" })
		w.Clock.Advance(20 * 24 * time.Hour)
		w.mustClose(t, late, 4)
		if _, err := w.Report(t.Context(), w.As(t, access.Officer, "hazard.report"), report(w.NewID(), nil)); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "hazard.read"), func(tx *db.Tx) error {
			got, err := w.Figures(tx, "2026-11-01", "2026-12-31")
			want := hazard.Figures{
				Found: 5, ClosedInTime: 1, ClosedLate: 1, Open: 1, Overdue: 2, Again: 1, Recurred: 1,
				BySeverity: map[string]int{"general": 4, "major": 1}, BySource: map[string]int{"check": 4, "spot": 1}, ByCause: map[string]int{"": 3, "management": 2},
			}
			if diff := cmp.Diff(want, got); diff != "" || err != nil {
				t.Errorf("figures: %v (-want +got):\n%s", err, diff)
			}
			repeats, err := w.Repeats(tx, "2026-11-01", "2026-12-31", 5)
			if err != nil || len(repeats) != 1 || repeats[0].Item != item || repeats[0].Times != 3 || repeats[0].ItemCode != "S001" {
				t.Errorf("repeats: %+v, %v", repeats, err)
			}
			trend, err := w.Trend(tx, "2026-12")
			if err != nil || len(trend) != 12 || trend[0].Month != "2026-01" || trend[9].Found != 1 || trend[10] != (hazard.MonthFigures{Month: "2026-11", Found: 4, Closed: 1}) || trend[11].Closed != 1 {
				t.Errorf("trend: %+v, %v", trend, err)
			}
			list, err := w.FoundBetween(tx, "2026-12-01", "2026-12-31")
			if err != nil || len(list) != 1 || list[0].Source != "spot" {
				t.Errorf("found: %+v, %v", list, err)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestPapersOfARangeAnswerTheirItem(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.mustOpen(t, func(f *hazard.Finding) { f.Photos = []string{w.photo(t, 3)} })
		w.mustOpen(t, func(f *hazard.Finding) { f.Day = "2026-10-01" })
		grant := w.As(t, access.Director, "hazard.read")
		var names []string
		err := w.DB.Read(t.Context(), grant, func(tx *db.Tx) error {
			return w.Leaves(tx, "2026-11-01", "2026-11-30", w.leaf(t, &names))
		})
		if err != nil || len(names) != 2 || !strings.HasPrefix(names[0], "2.4 风险隐患台账") || !strings.HasPrefix(names[1], "2.4 风险隐患整改单 2026-11-24") {
			t.Errorf("leaves %v, %v", names, err)
		}
		in := &api.ReadHazardRegisterInput{From: "2026-11-01", To: "2026-11-30"}
		out, err := w.Register(t.Context(), grant, in)
		if err != nil || !strings.HasPrefix(string(out.Body), "%PDF-") {
			t.Errorf("register: %v", err)
		}
		in.To = "2026-10-01"
		_, err = w.Register(t.Context(), grant, in)
		refused(t, "a range that is none", err, hazard.ErrRange)
	})
}
