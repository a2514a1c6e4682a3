package bylaw_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/bylaw"
	"zhize/internal/file"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// world is the assembled program with a shop whose three posts are held by
// three people.
type world struct {
	testkit.World
	testkit.Fixture
	*bylaw.Service
	app *app.App
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		signing, err := ledger.GenerateKey("test", rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		key := func() []byte {
			b := make([]byte, 32)
			if _, err := rand.Read(b); err != nil {
				t.Fatal(err)
			}
			return b
		}
		a, err := app.Assemble(config.Config{Data: t.TempDir(), SigningKey: config.Secret(signing), Token: key(), Field: key(), Index: key(), PublicURL: "http://zhize.test"}, w.DB)
		if err != nil {
			t.Fatal(err)
		}
		one := world{w, w.Found(t), a.Bylaws, a}
		one.sells(t, one.Fixture)
		fn(t, one)
	})
}

func (w world) sells(t *testing.T, f testkit.Fixture) {
	t.Helper()
	in := &api.ReportBusinessInput{PathKind: "retail", Body: api.BusinessFigures{Kind: "retail", Year: 2025, Basis: "self_declared"}}
	if _, err := w.app.Enterprises.ReportBusiness(t.Context(), f.As(t, access.Principal, "enterprise.business.report"), in); err != nil {
		t.Fatal(err)
	}
}

func of(kind string) api.BylawInput { return api.BylawInput{Bylaw: kind} }

func at(kind string, version int) api.BylawVersionInput {
	return api.BylawVersionInput{BylawInput: of(kind), Version: version}
}

// edit writes a draft of two articles.
func (w world) edit(t *testing.T, role access.Role, kind string, change func(*api.EditBylawInput)) (api.Bylaw, error) {
	t.Helper()
	in := &api.EditBylawInput{BylawInput: of(kind)}
	in.Body.Form, in.Body.Text, in.Body.Posts, in.Body.Submit = "text", "# 总则\n第一句。\n第二句。", []string{"officer", "director"}, true
	if before, err := w.Read(t.Context(), w.As(t, role, "bylaw.read"), &in.BylawInput); err == nil && before.Body.Draft != nil {
		in.Body.Revision = before.Body.Draft.Revision
	}
	if change != nil {
		change(in)
	}
	out, err := w.Edit(t.Context(), w.As(t, role, "bylaw.draft"), in)
	if err != nil {
		return api.Bylaw{}, err
	}
	return out.Body, nil
}

func (w world) approval(kind string, revision int) *api.ApproveBylawsInput {
	in := &api.ApproveBylawsInput{}
	in.Body.Items = []api.BylawApproval{{Kind: kind, Revision: revision}}
	today := clock.DayOf(w.Clock.Now())
	in.Body.EffectiveDay, in.Body.ReviewDay = string(today), string(today.Add(365))
	in.Body.Declaration = api.Declaration{Text: "我已阅读，同意批准。", Signature: []api.Stroke{{10, 10, 200, 300}}}
	return in
}

func (w world) approve(t *testing.T, kind string, revision int) (*api.BylawsOutput, error) {
	t.Helper()
	return w.Approve(t.Context(), w.As(t, access.Principal, "bylaw.approve"), w.approval(kind, revision))
}

// inForce drafts by the director and approves.
func (w world) inForce(t *testing.T, kind string) api.Bylaw {
	t.Helper()
	b, err := w.edit(t, access.Director, kind, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.approve(t, kind, b.Draft.Revision); err != nil {
		t.Fatal(err)
	}
	return w.read(t, access.Officer, kind)
}

func (w world) read(t *testing.T, role access.Role, kind string) api.Bylaw {
	t.Helper()
	in := of(kind)
	out, err := w.Read(t.Context(), w.As(t, role, "bylaw.read"), &in)
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) confirm(t *testing.T, role access.Role, kind string, version int, request string) (*api.BylawTextOutput, error) {
	t.Helper()
	in := &api.ConfirmBylawInput{BylawVersionInput: at(kind, version), Request: request}
	in.Body.Declaration = api.Declaration{Text: "我已阅读并遵守。"}
	return w.Confirm(t.Context(), w.As(t, role, "bylaw.confirm"), in)
}

// due lists what is still to be done in bylaws: kind, post or person, and words.
func (w world) due(t *testing.T) []string {
	t.Helper()
	names := map[id.ID]string{w.Principal: "甲", w.Director: "乙", w.Officer: "丙"}
	var all []string
	err := w.DB.Read(t.Context(), w.As(t, access.Principal, "obligation.read"), func(tx *db.Tx) error {
		pending, err := w.app.Obligations.Pending(tx)
		for _, o := range pending {
			if strings.HasPrefix(o.Kind, "bylaw") && o.State(tx.Now()) != obligation.Coming {
				all = append(all, string(o.Post)+names[o.Account]+" "+o.Title)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func (w world) sealed(t *testing.T) []string {
	t.Helper()
	var kinds []string
	err := w.DB.Read(t.Context(), w.As(t, access.Principal, "bylaw.read"), func(tx *db.Tx) error {
		return tx.Query(&kinds, "SELECT l.kind FROM links l WHERE {scope:l} AND l.kind LIKE 'bylaw.%' ORDER BY l.seq")
	})
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

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

func draftsOf(kinds ...string) *api.DraftBylawsInput {
	in := &api.DraftBylawsInput{}
	in.Body.Kinds = kinds
	return in
}

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

func TestDocumentsStayInTheirEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b, other := w.inForce(t, "management"), w.Found(t)
		if _, err := w.edit(t, access.Director, "rhythm", nil); err != nil {
			t.Fatal(err)
		}
		in := at("management", 1)
		for _, version := range []int{1, 99} {
			in.Version = version
			if _, err := w.ReadVersion(t.Context(), other.As(t, access.Officer, "bylaw.read"), &in); !errors.Is(err, bylaw.ErrNoVersion) {
				t.Errorf("a neighbour reads version %d: %v", version, err)
			}
			if _, err := w.Paper(t.Context(), other.As(t, access.Officer, "bylaw.read"), &api.BylawPaperInput{BylawVersionInput: in}); !errors.Is(err, bylaw.ErrNoVersion) {
				t.Errorf("a neighbour prints version %d: %v", version, err)
			}
		}
		for _, request := range []string{b.Current.Request, string(w.NewID())} {
			confirm := &api.ConfirmBylawInput{BylawVersionInput: at("management", 1), Request: request}
			if _, err := w.Confirm(t.Context(), other.As(t, access.Officer, "bylaw.confirm"), confirm); !errors.Is(err, bylaw.ErrNotAsked) {
				t.Errorf("a neighbour confirms %s: %v", request, err)
			}
		}
		area := func(f testkit.Fixture) (*api.BylawsOutput, error) {
			return w.app.Inspection.Bylaws(t.Context(), f.As(t, access.Supervisor, "inspection.read"), &api.InArea{InAgency: api.InAgency{Agency: string(f.Office)}, Enterprise: string(w.Enterprise)})
		}
		out, err := area(w.Fixture)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range out.Body.Items {
			if b.Draft != nil || (b.Current != nil) != (b.Kind == "management") {
				t.Errorf("the office sees %+v", b)
			}
		}
		if _, err := area(other); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("a foreign office: %v", err)
		}
		sheet := &api.InspectBylawPaperInput{InArea: api.InArea{InAgency: api.InAgency{Agency: string(w.Office)}, Enterprise: string(w.Enterprise)}, Bylaw: "management", Version: 1, Sheet: "confirmations"}
		if paper, err := w.app.Inspection.BylawPaper(t.Context(), w.As(t, access.Supervisor, "inspection.read"), sheet); err != nil || !bytes.HasPrefix(paper.Body, []byte("%PDF")) {
			t.Errorf("the office prints: %v", err)
		}
		looks, err := w.app.Regulator.ListLooks(t.Context(), w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}})
		if err != nil || len(looks.Body.Items) != 2 {
			t.Errorf("looks: %+v, %v", looks, err)
		}
	})
}

func TestAnUploadedFileIsADocument(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		body := []byte("%PDF-1.4\n% bylaw\n%%EOF\n")
		sum := sha256.Sum256(body)
		sha := hex.EncodeToString(sum[:])
		if _, err := w.app.Files.Put(t.Context(), w.As(t, access.Director, "file.upload"), &api.PutFileInput{SHA256: sha, RawBody: body}); err != nil {
			t.Fatal(err)
		}
		b, err := w.edit(t, access.Director, "purchase", func(in *api.EditBylawInput) {
			in.Body.Form, in.Body.Text, in.Body.File = "file", "", &api.FileRef{SHA256: sha, Name: "进货制度.pdf"}
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.approve(t, "purchase", b.Draft.Revision); err != nil {
			t.Fatal(err)
		}
		in := &api.BylawPaperInput{BylawVersionInput: at("purchase", 1), Sheet: "file"}
		got, err := w.Paper(t.Context(), w.As(t, access.Officer, "bylaw.read"), in)
		if err != nil || !bytes.Equal(got.Body, body) {
			t.Errorf("the file: %+v, %v", got, err)
		}
		// Whoever comes to check takes it along with the chain, and the pack has its sheets.
		var leaves []string
		err = w.DB.Read(t.Context(), w.As(t, access.Principal, "bylaw.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, tx.Today().Add(-30), tx.Today(), func(l paper.Leaf) error {
				leaves = append(leaves, l.Item+" "+l.Name)
				_, err := l.Lay()
				return err
			})
		})
		if diff := cmp.Diff([]string{"1.6 进货检查验收制度 第1版", "1.6 进货检查验收制度 第1版 签收表"}, leaves); diff != "" || err != nil {
			t.Errorf("%v %s", err, diff)
		}
	})
}
