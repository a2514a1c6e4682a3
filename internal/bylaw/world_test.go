package bylaw_test

import (
	"slices"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/bylaw"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
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
		a := program.Assemble(t, w)
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

func draftsOf(kinds ...string) *api.DraftBylawsInput {
	in := &api.DraftBylawsInput{}
	in.Body.Kinds = kinds
	return in
}
