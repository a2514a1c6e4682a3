package risklist_test

import (
	"context"
	"sync"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/risklist"
	"zhize/internal/testkit"
)

// shelf keeps no papers.
type shelf struct{}

func (shelf) Put(context.Context, string, []byte) error   { return nil }
func (shelf) Get(context.Context, string) ([]byte, error) { return nil, blob.ErrNotFound }

// archive is the enterprise as the test wants it.
type archive struct {
	mu    sync.Mutex
	sides []string
	grade string
	sites map[id.ID]string
}

func (a *archive) Archive(*db.Tx) (api.Enterprise, error) {
	return api.Enterprise{EnterpriseHead: api.EnterpriseHead{Name: "测试五金店（虚构）"}}, nil
}

func (a *archive) Sides(*db.Tx) ([]string, []string, error) { return a.sides, nil, nil }

func (a *archive) SizeGrade(*db.Tx) (string, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.grade, nil
}

func (a *archive) SiteNames(*db.Tx) (map[id.ID]string, error) { return a.sites, nil }

func (a *archive) regrade(grade string) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.grade = grade
}

type world struct {
	testkit.World
	testkit.Fixture
	*risklist.Service
	ledger  *ledger.Service
	archive *archive
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		f := w.Found(t)
		l := ledger.New(w.DB, testkit.Key(t), "test", nil)
		a := &archive{sides: []string{"sales"}, grade: "D", sites: map[id.ID]string{f.Site: "门店"}}
		fn(t, world{w, f, risklist.New(w.DB, l, a, paper.New(w.DB, l, nil, shelf{}, "", nil)), l, a})
	})
}

func (w world) propose(t *testing.T) api.RiskList {
	t.Helper()
	out, err := w.Propose(t.Context(), w.As(t, access.Director, "risklist.draft"), nil)
	if err != nil {
		t.Fatalf("propose: %v", err)
	}
	return out.Body
}

func (w world) edit(t *testing.T, items []api.RiskItem, revision int) (api.RiskList, error) {
	t.Helper()
	in := &api.EditRiskListInput{}
	in.Body.Items, in.Body.Revision, in.Body.Note = items, revision, "调整"
	out, err := w.Edit(t.Context(), w.As(t, access.Director, "risklist.draft"), in)
	if err != nil {
		return api.RiskList{}, err
	}
	return out.Body, nil
}

func (w world) approve(t *testing.T, revision int) (api.RiskList, error) {
	t.Helper()
	in := &api.ApproveRiskListInput{}
	in.Body.Revision = revision
	in.Body.Declaration = api.Declaration{Text: "本人已审阅", Signature: []api.Stroke{{0, 0, 1000, 400}}}
	out, err := w.Approve(t.Context(), w.As(t, access.Principal, "risklist.approve"), in)
	if err != nil {
		return api.RiskList{}, err
	}
	return out.Body, nil
}

func (w world) read(t *testing.T) *api.RiskListsOutput {
	t.Helper()
	out, err := w.Read(t.Context(), w.As(t, access.Officer, "risklist.read"), nil)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (w world) in(t *testing.T, role access.Role, fn func(tx *db.Tx) error) error {
	t.Helper()
	return w.DB.Read(t.Context(), w.As(t, role, "risklist.read"), fn)
}
