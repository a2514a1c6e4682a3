package risklist_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/risklist"
	"zhize/internal/testkit"
)

func TestListFromProposalToVersion(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if got := w.read(t).Body; got.Current != nil || got.Draft != nil || len(got.Versions) != 0 {
			t.Errorf("before anything: %+v", got)
		}
		draft := w.propose(t)
		if draft.State != "draft" || draft.Version != 0 || draft.Revision != 1 || draft.DailyItems != 8 || draft.DraftedName != "测试乙" {
			t.Errorf("proposal: %+v", draft)
		}
		again := w.propose(t)
		if again.ID != draft.ID || again.Revision != 2 {
			t.Errorf("second proposal: id %s revision %d, want %s and 2", again.ID, again.Revision, draft.ID)
		}
		if diff := cmp.Diff(draft.Items, again.Items); diff != "" {
			t.Errorf("the second proposal changed items or ids (-first +second):\n%s", diff)
		}

		w.Clock.Advance(time.Hour)
		first, err := w.approve(t, 2)
		if err != nil {
			t.Fatal(err)
		}
		if first.ID != draft.ID || first.Version != 1 || first.State != "approved" || first.EffectiveDay != "2026-11-24" || first.ApprovedName != "测试甲" ||
			first.ApprovedAt == nil || !first.ApprovedAt.Equal(w.Clock.Now()) {
			t.Errorf("first version: %+v", first)
		}

		edited := slices.Clone(first.Items)
		edited[0].Measure = "改过的措施"
		edited = edited[:len(edited)-1]
		second, err := w.edit(t, edited, 0)
		if err != nil {
			t.Fatal(err)
		}
		if second.ID == first.ID || second.Revision != 1 || second.Note != "调整" {
			t.Errorf("second draft: %+v", second)
		}
		compare := &api.CompareRiskListsInput{From: 1, To: 0}
		diff, err := w.Compare(t.Context(), w.As(t, access.Officer, "risklist.read"), compare)
		if err != nil || len(diff.Body.Added) != 0 || len(diff.Body.Removed) != 1 || len(diff.Body.Changed) != 1 || !slices.Equal(diff.Body.Changed[0].Fields, []string{"measure"}) {
			t.Errorf("Compare = %+v, %v", diff, err)
		}
		if second, err = w.approve(t, 1); err != nil || second.Version != 2 {
			t.Fatalf("second version: %+v, %v", second, err)
		}

		got := w.read(t).Body
		if got.Draft != nil || got.Current == nil || got.Current.ID != second.ID {
			t.Errorf("after two approvals: %+v", got)
		}
		if len(got.Versions) != 2 || got.Versions[0].Version != 2 || got.Versions[1].Items != len(first.Items) || got.Versions[0].Note != "调整" {
			t.Errorf("versions: %+v", got.Versions)
		}
		old, err := w.ReadVersion(t.Context(), w.As(t, access.Officer, "risklist.read"), &api.ReadRiskListVersionInput{Version: 1})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first, old.Body); diff != "" {
			t.Errorf("version 1 (-approved +read):\n%s", diff)
		}
	})
}

func TestApprovalSealsTheStoredItems(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.propose(t)
		list, err := w.approve(t, 1)
		if err != nil {
			t.Fatal(err)
		}
		err = w.in(t, access.Officer, func(tx *db.Tx) error {
			var stored, sealed []struct {
				Items, Body, Personal []byte
				Kind                  string
				SubjectID             id.ID
			}
			if err := tx.Query(&stored, "SELECT items FROM risk_lists r WHERE {scope:r} AND r.id = ?", list.ID); err != nil {
				return err
			}
			if err := tx.Query(&sealed, "SELECT l.kind, l.subject_id, f.body, f.personal FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l}"); err != nil {
				return err
			}
			if len(sealed) != 1 || sealed[0].Kind != risklist.KindApproved || string(sealed[0].SubjectID) != list.ID {
				t.Fatalf("sealed: %+v", sealed)
			}
			if string(sealed[0].Body) != string(stored[0].Items) {
				t.Error("the sealed bytes are not the stored ones")
			}
			var personal struct {
				Name        string
				Declaration api.Declaration
			}
			if err := json.Unmarshal(sealed[0].Personal, &personal); err != nil {
				return err
			}
			if personal.Name != "测试甲" || personal.Declaration.Text != "本人已审阅" || len(personal.Declaration.Signature) != 1 {
				t.Errorf("declaration: %+v", personal)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestDraftsAreNotOverwrittenUnseen(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if _, err := w.approve(t, 1); !errors.Is(err, risklist.ErrNoDraft) {
			t.Errorf("approval without a draft: %v, want %v", err, risklist.ErrNoDraft)
		}
		items := w.propose(t).Items
		for _, revision := range []int{-1, 0, 2} {
			if _, err := w.edit(t, items, revision); !errors.Is(err, risklist.ErrChanged) {
				t.Errorf("edit of revision %d: %v, want %v", revision, err, risklist.ErrChanged)
			}
		}
		edited, err := w.edit(t, items[1:], 1)
		if err != nil || edited.Revision != 2 {
			t.Fatalf("edit: %+v, %v", edited, err)
		}
		if repeated, err := w.edit(t, items[1:], 1); err != nil || repeated.Revision != 2 {
			t.Errorf("a repeated edit: revision %d, %v, want the first answer", repeated.Revision, err)
		}
		if _, err := w.edit(t, items[2:], 1); !errors.Is(err, risklist.ErrChanged) {
			t.Errorf("another edit of the old revision: %v, want %v", err, risklist.ErrChanged)
		}
		if _, err := w.approve(t, 1); !errors.Is(err, risklist.ErrChanged) {
			t.Errorf("approval of what was not read: %v, want %v", err, risklist.ErrChanged)
		}
		first, err := w.approve(t, 2)
		if err != nil {
			t.Fatal(err)
		}
		repeated, err := w.approve(t, 2)
		if diff := cmp.Diff(first, repeated); err != nil || diff != "" {
			t.Errorf("a repeated approval: %v\n%s", err, diff)
		}
		if _, err := w.approve(t, 3); !errors.Is(err, risklist.ErrNoDraft) {
			t.Errorf("approval after the approval: %v, want %v", err, risklist.ErrNoDraft)
		}
	})
}

func TestListIsHeldAgainstTheEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.archive.regrade("C")
		draft := w.propose(t)
		if draft.DailyItems <= 8 {
			t.Fatalf("grade C proposes %d daily items", draft.DailyItems)
		}
		w.archive.regrade("D")
		if _, err := w.edit(t, draft.Items, 1); !errors.Is(err, risklist.ErrTooManyDaily) {
			t.Errorf("edit: %v, want %v", err, risklist.ErrTooManyDaily)
		}
		if _, err := w.approve(t, 1); !errors.Is(err, risklist.ErrTooManyDaily) {
			t.Errorf("approval of a draft from before the grade changed: %v, want %v", err, risklist.ErrTooManyDaily)
		}
		items := slices.Clone(draft.Items)
		items[0].Site = string(w.Found(t).Site)
		if _, err := w.edit(t, items, 1); !errors.Is(err, risklist.ErrSite) {
			t.Errorf("a neighbour's site: %v, want %v", err, risklist.ErrSite)
		}
		w.archive.sides = nil
		if _, err := w.Propose(t.Context(), w.As(t, access.Director, "risklist.draft"), nil); !errors.Is(err, risklist.ErrNoSide) {
			t.Errorf("proposal for an unknown business: %v, want %v", err, risklist.ErrNoSide)
		}
	})
}

func TestSignatureLiesInItsBox(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.propose(t)
		for _, stroke := range []api.Stroke{{1}, {1, 2, 3}, {-1, 2}, {1001, 2}, {1, 401}} {
			in := &api.ApproveRiskListInput{}
			in.Body.Revision, in.Body.Declaration = 1, api.Declaration{Text: "本人已审阅", Signature: []api.Stroke{{1, 1}, stroke}}
			if _, err := w.Approve(t.Context(), w.As(t, access.Principal, "risklist.approve"), in); !errors.Is(err, risklist.ErrSignature) {
				t.Errorf("stroke %v: %v, want %v", stroke, err, risklist.ErrSignature)
			}
		}
	})
}

func TestApprovedListDoesNotChange(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.propose(t)
		if _, err := w.approve(t, 1); err != nil {
			t.Fatal(err)
		}
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "risklist.approve"), func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE risk_lists SET note = 'x' WHERE enterprise_id = {tenant}")
			return err
		})
		if err == nil || !strings.Contains(err.Error(), "sealed") {
			t.Errorf("update of an approved list: %v, want it sealed", err)
		}
	})
}

func TestDailyItemsAreThoseOfTheVersion(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		draft := w.propose(t)
		ask := func(list string) (items []api.RiskItem, version int, err error) {
			err = w.in(t, access.Officer, func(tx *db.Tx) (err error) {
				items, version, err = w.DailyItems(tx, id.ID(list))
				return err
			})
			return items, version, err
		}
		if _, _, err := ask(draft.ID); !errors.Is(err, risklist.ErrNoVersion) {
			t.Errorf("items of a draft: %v, want %v", err, risklist.ErrNoVersion)
		}
		list, err := w.approve(t, 1)
		if err != nil {
			t.Fatal(err)
		}
		for n := range 3 { // from the database, then from memory
			items, version, err := ask(list.ID)
			if err != nil || version != 1 || len(items) != 8 {
				t.Fatalf("ask %d: %d items of version %d, %v", n, len(items), version, err)
			}
			if slices.ContainsFunc(items, func(i api.RiskItem) bool { return i.Rhythm != "daily" }) {
				t.Error("an item is not daily")
			}
			items[0] = api.RiskItem{} // what a caller does is his own affair
		}
		items, _, _ := ask(list.ID)
		if items[0].ID == "" {
			t.Error("a caller changed what is kept in memory")
		}
	})
}

func TestUncommittedListIsNotRemembered(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		draft := w.propose(t)
		undo := errors.New("undo")
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "risklist.approve"), func(tx *db.Tx) error {
			if _, err := tx.Exec("UPDATE risk_lists SET state = 'approved', version = 1 WHERE enterprise_id = {tenant}"); err != nil {
				return err
			}
			if _, _, err := w.DailyItems(tx, id.ID(draft.ID)); err != nil {
				return err
			}
			return undo
		})
		if !errors.Is(err, undo) {
			t.Fatal(err)
		}
		err = w.in(t, access.Officer, func(tx *db.Tx) error {
			_, _, err := w.DailyItems(tx, id.ID(draft.ID))
			return err
		})
		if !errors.Is(err, risklist.ErrNoVersion) {
			t.Errorf("items of an approval that was undone: %v, want %v", err, risklist.ErrNoVersion)
		}
	})
}

func TestListStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.propose(t)
		list, err := w.approve(t, 1)
		if err != nil {
			t.Fatal(err)
		}
		daily := func(of testkit.Fixture, list string) error {
			return w.DB.Read(t.Context(), of.As(t, access.Officer, "risklist.read"), func(tx *db.Tx) error {
				_, _, err := w.DailyItems(tx, id.ID(list))
				return err
			})
		}
		if err := daily(w.Fixture, list.ID); err != nil { // now it is in memory
			t.Fatal(err)
		}
		b := w.Found(t)
		for _, one := range []string{list.ID, string(w.NewID())} {
			if err := daily(b, one); !errors.Is(err, risklist.ErrNoVersion) {
				t.Errorf("a neighbour asks for the items of %s: %v, want %v", one, err, risklist.ErrNoVersion)
			}
		}
		g := b.As(t, access.Principal, "risklist.read")
		if out, err := w.Read(t.Context(), g, nil); err != nil || out.Body.Current != nil || len(out.Body.Versions) != 0 {
			t.Errorf("a neighbour reads %+v, %v", out, err)
		}
		if _, err := w.ReadVersion(t.Context(), g, &api.ReadRiskListVersionInput{Version: 1}); !errors.Is(err, risklist.ErrNoVersion) {
			t.Errorf("a neighbour reads version 1: %v", err)
		}
		if _, err := w.Compare(t.Context(), g, &api.CompareRiskListsInput{From: 1, To: 1}); !errors.Is(err, risklist.ErrNoVersion) {
			t.Errorf("a neighbour compares version 1: %v", err)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
			narrow, err := tx.For(w.Enterprise)
			if err != nil {
				return err
			}
			l, ok, err := w.InForce(narrow)
			if !ok || l.ID != list.ID {
				t.Errorf("the office sees %+v, %v", l, ok)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	})
}

func TestTasksTellWhoseTurnItIs(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		titles := func() (got []string) {
			t.Helper()
			for _, role := range []access.Role{access.Principal, access.Director, access.Officer} {
				err := w.in(t, role, func(tx *db.Tx) error {
					tasks, err := w.Tasks(tx)
					for _, task := range tasks {
						got = append(got, string(role)+" "+task.Title)
					}
					return err
				})
				if err != nil {
					t.Fatal(err)
				}
			}
			return got
		}
		if diff := cmp.Diff([]string{"principal 尚未编制风险管控清单", "director 尚未编制风险管控清单"}, titles()); diff != "" {
			t.Errorf("without a list (-want +got):\n%s", diff)
		}
		w.propose(t)
		if diff := cmp.Diff([]string{"principal 风险管控清单待批准"}, titles()); diff != "" {
			t.Errorf("with a draft (-want +got):\n%s", diff)
		}
		if _, err := w.approve(t, 1); err != nil {
			t.Fatal(err)
		}
		if got := titles(); len(got) != 0 {
			t.Errorf("with a list in force: %v", got)
		}
	})
}

func TestTwentyApprovalsMakeOneVersion(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.propose(t)
		g := w.As(t, access.Principal, "risklist.approve")
		in := &api.ApproveRiskListInput{}
		in.Body.Revision, in.Body.Declaration.Text = 1, "本人已审阅"
		var group sync.WaitGroup
		for range 20 {
			group.Go(func() {
				out, err := w.Approve(context.Background(), g, in)
				if err != nil || out.Body.Version != 1 {
					t.Errorf("approval: %+v, %v, want version 1", out, err)
				}
			})
		}
		group.Wait()
		if got := w.read(t).Body; len(got.Versions) != 1 || got.Draft != nil {
			t.Errorf("after twenty approvals: %+v", got.Versions)
		}
		err := w.in(t, access.Officer, func(tx *db.Tx) error {
			var links []int64
			err := tx.Query(&links, "SELECT l.seq FROM links l WHERE {scope:l}")
			if len(links) != 1 {
				t.Errorf("%d facts are sealed, want 1", len(links))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestApprovedListIsPrinted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		list, err := w.Propose(t.Context(), w.As(t, access.Director, "risklist.draft"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		in := &api.ApproveRiskListInput{}
		in.Body.Revision, in.Body.Declaration = list.Body.Revision, api.Declaration{Text: "批准"}
		if _, err := w.Approve(t.Context(), w.As(t, access.Principal, "risklist.approve"), in); err != nil {
			t.Fatal(err)
		}
		paper := func(version int, format string) (*api.Blob, error) {
			ask := &api.RiskListPaperInput{}
			ask.Version, ask.Format = version, format
			return w.Paper(t.Context(), w.As(t, access.Officer, "risklist.read"), ask)
		}
		for format, begins := range map[string]string{"pdf": "%PDF-", "docx": "PK"} {
			if p, err := paper(1, format); err != nil || !bytes.HasPrefix(p.Body, []byte(begins)) {
				t.Errorf("%s: %v", format, err)
			}
		}
		if _, err := paper(2, "pdf"); !errors.Is(err, risklist.ErrNoVersion) {
			t.Errorf("a version that is not there: %v", err)
		}
	})
}
