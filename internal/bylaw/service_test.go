package bylaw_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/bylaw"
	"zhize/internal/file"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

func TestDraftIsApprovedConfirmedAndReplaced(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b, err := w.edit(t, access.Director, "management", nil)
		if err != nil || b.Draft.State != "submitted" || b.Draft.Parts[1].Number != "第一条" {
			t.Fatalf("drafted: %+v, %v", b.Draft, err)
		}
		if diff := cmp.Diff([]string{"principal 批准制度：产品质量安全管理制度"}, w.due(t)); diff != "" {
			t.Error(diff)
		}
		revision := b.Draft.Revision
		if _, err := w.approve(t, "management", revision); err != nil {
			t.Fatal(err)
		}
		if _, err := w.approve(t, "management", revision); err != nil {
			t.Errorf("the same approval again: %v", err)
		}
		if diff := cmp.Diff([]string{"丙 阅读并签收：产品质量安全管理制度", "乙 阅读并签收：产品质量安全管理制度"}, w.due(t)); diff != "" {
			t.Error(diff)
		}
		b = w.read(t, access.Officer, "management")
		v := b.Current
		if v == nil || v.Version != 1 || v.Asked != 2 || v.Confirmed != 0 || v.Request == "" || b.Draft != nil {
			t.Fatalf("in force: %+v", b)
		}
		first := v.Request
		out, err := w.confirm(t, access.Officer, "management", 1, first)
		if err != nil || out.Body.Confirmed != 1 || out.Body.Request != "" {
			t.Fatalf("confirmed: %+v, %v", out, err)
		}
		if _, err := w.confirm(t, access.Officer, "management", 1, first); err != nil {
			t.Errorf("confirmed again: %v", err)
		}
		other := w.read(t, access.Director, "management").Current.Request

		// The next version ends what was due for the first.
		b, err = w.edit(t, access.Principal, "management", func(in *api.EditBylawInput) {
			in.Body.Text, in.Body.Submit = "# 总则\n第一句。\n改过的。", false
		})
		if err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(1)
		if _, err := w.approve(t, "management", b.Draft.Revision); err != nil {
			t.Fatalf("the principal approves his own draft: %v", err)
		}
		if _, err := w.confirm(t, access.Director, "management", 1, other); !errors.Is(err, bylaw.ErrSuperseded) {
			t.Errorf("a superseded version is confirmed: %v", err)
		}
		if got := w.due(t); len(got) != 2 {
			t.Errorf("due after the second version: %v", got)
		}
		diff, err := w.Compare(t.Context(), w.As(t, access.Officer, "bylaw.read"), &api.CompareBylawsInput{BylawInput: of("management"), From: 1, To: 2})
		if err != nil || len(diff.Body.Lines) != 4 || diff.Body.Lines[2].Change != "removed" || diff.Body.Lines[3].Change != "added" {
			t.Errorf("difference: %+v, %v", diff, err)
		}
		want := []string{"bylaw.approved", "bylaw.confirmed", "bylaw.approved"}
		if diff := cmp.Diff(want, w.sealed(t)); diff != "" {
			t.Error(diff)
		}
		for _, sql := range []string{
			"UPDATE bylaw_versions SET text = 'x' WHERE enterprise_id = {tenant}", "DELETE FROM bylaw_confirmations WHERE enterprise_id = {tenant}",
		} {
			if err := w.DB.Write(t.Context(), w.As(t, access.Principal, "bylaw.approve"), func(tx *db.Tx) error {
				_, err := tx.Exec(sql)
				return err
			}); err == nil {
				t.Errorf("%s went through", sql)
			}
		}
	})
}

func TestWhatIsRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		refused := func(what string, err, want error) {
			t.Helper()
			if !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", what, err, want)
			}
		}
		_, err := w.approve(t, "rhythm", 1)
		refused("approved without a draft", err, bylaw.ErrNoDraft)
		_, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) { in.Body.Text = " \n" })
		refused("submitted without a text", err, bylaw.ErrEmpty)
		_, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) { in.Body.Text = "a\x00b" })
		refused("a control character", err, bylaw.ErrControl)
		_, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) { in.Body.Form = "file" })
		refused("a file that is none", err, bylaw.ErrFile)
		_, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) {
			in.Body.Form, in.Body.File = "file", &api.FileRef{SHA256: strings.Repeat("ab", 32), Name: "制度.pdf"}
		})
		refused("a file that is not kept", err, file.ErrMissing)
		_, err = w.edit(t, access.Director, "nonsense", nil)
		refused("an unknown kind", err, bylaw.ErrNotFound)

		b, err := w.edit(t, access.Principal, "rhythm", func(in *api.EditBylawInput) { in.Body.Text, in.Body.Submit = "", false })
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.approve(t, "rhythm", b.Draft.Revision)
		refused("approved without a text", err, bylaw.ErrEmpty)
		if b, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) { in.Body.Submit = false }); err != nil {
			t.Fatal(err)
		}
		_, err = w.approve(t, "rhythm", b.Draft.Revision)
		refused("approved before it was submitted", err, bylaw.ErrNotSubmitted)
		_, err = w.approve(t, "rhythm", b.Draft.Revision-1)
		refused("approved as it was before", err, bylaw.ErrChanged)
		_, err = w.edit(t, access.Director, "rhythm", func(in *api.EditBylawInput) { in.Body.Revision-- })
		refused("written over a newer draft", err, bylaw.ErrChanged)
		if b, err = w.edit(t, access.Director, "rhythm", nil); err != nil {
			t.Fatal(err)
		}
		for _, days := range [][2]clock.Day{{"2020-01-01", "2027-01-01"}, {"2099-01-01", "2099-06-01"}, {"", ""}, {clock.DayOf(w.Clock.Now()), clock.DayOf(w.Clock.Now())}} {
			in := w.approval("rhythm", b.Draft.Revision)
			in.Body.EffectiveDay, in.Body.ReviewDay = string(days[0]), string(days[1])
			_, err = w.Approve(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in)
			refused("approved for "+string(days[0]), err, bylaw.ErrDays)
		}
		in := w.approval("rhythm", b.Draft.Revision)
		in.Body.Items = append(in.Body.Items, in.Body.Items[0])
		_, err = w.Approve(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in)
		refused("approved twice at once", err, bylaw.ErrTwice)
		in = w.approval("rhythm", b.Draft.Revision)
		in.Body.Declaration.Signature = []api.Stroke{{1, 2, 3}}
		_, err = w.Approve(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in)
		refused("half a point", err, bylaw.ErrSignature)
		for _, role := range []access.Role{access.Director, access.Officer, access.Supervisor} {
			if access.Standard["bylaw.approve"][0] == role {
				t.Errorf("%s may approve", role)
			}
		}

		if _, err := w.approve(t, "rhythm", b.Draft.Revision); err != nil {
			t.Fatal(err)
		}
		asked := w.read(t, access.Officer, "rhythm").Current.Request
		_, err = w.confirm(t, access.Director, "rhythm", 1, asked)
		refused("confirmed for another", err, bylaw.ErrNotYours)
		_, err = w.confirm(t, access.Officer, "rhythm", 1, string(w.NewID()))
		refused("confirmed unasked", err, bylaw.ErrNotAsked)
		_, err = w.confirm(t, access.Officer, "management", 1, asked)
		refused("confirmed as another document", err, bylaw.ErrNotAsked)

		repeal := &api.RepealBylawInput{BylawVersionInput: at("rhythm", 1)}
		repeal.Body.Reason, repeal.Body.Declaration.Text = "改为按新办法执行", "同意废止。"
		for range 2 {
			out, err := w.Repeal(t.Context(), w.As(t, access.Principal, "bylaw.approve"), repeal)
			if err != nil || out.Body.Current != nil || out.Body.Versions[0].RepealedWhy != "改为按新办法执行" {
				t.Fatalf("repealed: %+v, %v", out, err)
			}
		}
		_, err = w.confirm(t, access.Officer, "rhythm", 1, asked)
		refused("a repealed version is confirmed", err, bylaw.ErrRepealed)
		repeal.Version = 2
		_, err = w.Repeal(t.Context(), w.As(t, access.Principal, "bylaw.approve"), repeal)
		refused("repealed what is not there", err, bylaw.ErrNoVersion)
		if got := w.due(t); len(got) != 0 {
			t.Errorf("due after the repeal: %v", got)
		}
		if _, err := w.Draft(t.Context(), w.As(t, access.Director, "bylaw.draft"), draftsOf("process")); !errors.Is(err, bylaw.ErrNotNeeded) {
			t.Errorf("a shop drafts the control of production: %v", err)
		}
	})
}

func TestReviewMovesTheDay(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b := w.inForce(t, "management")
		w.Clock.Move(clock.Day(b.Current.ReviewDay).Add(-3).At(600))
		due := w.due(t)
		if !slices.Contains(due, "director 复审制度：产品质量安全管理制度") {
			t.Errorf("due: %v", due)
		}
		in := &api.ReviewBylawInput{BylawVersionInput: at("management", 1)}
		in.Body.ReviewDay, in.Body.Note = string(clock.Day(b.Current.ReviewDay).Add(365)), "内容仍然适用"
		in.Body.Declaration.Text = "经复审继续执行。"
		for range 2 {
			out, err := w.Service.Review(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in)
			if err != nil || out.Body.Current.ReviewDay != in.Body.ReviewDay {
				t.Fatalf("reviewed: %+v, %v", out, err)
			}
		}
		if slices.ContainsFunc(w.due(t), func(s string) bool { return strings.HasPrefix(s, "director 复审") }) {
			t.Errorf("still due: %v", w.due(t))
		}
		in.Body.ReviewDay = "2020-01-01"
		if _, err := w.Service.Review(t.Context(), w.As(t, access.Principal, "bylaw.approve"), in); !errors.Is(err, bylaw.ErrDays) {
			t.Errorf("reviewed until a past day: %v", err)
		}
	})
}
