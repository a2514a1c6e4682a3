package advice_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/jpeg"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// memory keeps files.
type memory struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (m *memory) Put(_ context.Context, key string, b []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[key] = b
	return nil
}

func (m *memory) Get(_ context.Context, key string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if b, ok := m.files[key]; ok {
		return b, nil
	}
	return nil, blob.ErrNotFound
}

// archive names the enterprise.
type archive struct{}

func (archive) Archive(*db.Tx) (api.Enterprise, error) {
	var e api.Enterprise
	e.Name, e.SizeGrade = "测试五金店（虚构）", "D"
	e.Identifier = api.Identifier{Kind: "uscc", Value: "91310000MA1K00000X"}
	return e, nil
}

// sealer seals the facts of obligations; none of these tests makes one.
type sealer struct{}

func (sealer) Seal(*db.Tx, obligation.Fact) error { return nil }

type world struct {
	testkit.World
	testkit.Fixture
	*advice.Service
	obligations *obligation.Service
	photos      *photo.Service
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		files := &memory{files: map[string][]byte{}}
		photos := photo.New(w.DB, files)
		l := ledger.New(w.DB, testkit.Key(t), "test", photos)
		o := obligation.New(w.DB, func(*db.Tx) (*clock.Calendar, error) { return clock.NewCalendar(nil), nil }, sealer{})
		papers := paper.New(w.DB, l, nil, files, "http://zhize.test", nil)
		fn(t, world{w, w.Found(t), advice.New(w.DB, l, o, photos, papers, archive{}), o, photos})
	})
}

// photo keeps a photo that differs by its width.
func (w world) photo(t *testing.T, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 2)), nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	sha := hex.EncodeToString(sum[:])
	if _, err := w.photos.Put(t.Context(), w.As(t, access.Officer, "photo.upload"), &api.PutPhotoInput{SHA256: sha, RawBody: b.Bytes()}); err != nil {
		t.Fatal(err)
	}
	return sha
}

// declared is a signature by hand.
func declared() api.Declaration {
	return api.Declaration{Text: "以上情况属实。", Signature: []api.Stroke{{100, 100, 400, 300}}}
}

// proposal is a stop proposal as an officer makes it.
func proposal(key id.ID) *api.RaiseAdviceInput {
	in := &api.RaiseAdviceInput{Advice: string(key)}
	in.Body.AdviceFields = api.AdviceFields{
		Kind: advice.Stop, Facts: "同批三只插座的接地极接触不良", Actions: []string{"stop_sale", "recall"},
		Goods: []api.AdviceGoods{{Name: "五孔插座（虚构）", Batch: "20261101"}},
	}
	in.Body.Declaration = declared()
	return in
}

// opinion is an opinion as an officer gives it.
func opinion(key id.ID) *api.RaiseAdviceInput {
	in := &api.RaiseAdviceInput{Advice: string(key)}
	in.Body.AdviceFields = api.AdviceFields{Kind: advice.Opinion, Facts: "进货台账常常漏登批号", Wish: "每周由店长抽查一次台账"}
	in.Body.Declaration = declared()
	return in
}

func (w world) mustRaise(t *testing.T, in *api.RaiseAdviceInput) api.Advice {
	t.Helper()
	out, err := w.Raise(t.Context(), w.As(t, access.Officer, "advice.raise"), in)
	if err != nil {
		t.Fatalf("raise: %v", err)
	}
	return out.Body
}

// answer is what the principal says.
func answer(a api.Advice, step id.ID, outcome string) *api.AnswerAdviceInput {
	in := &api.AnswerAdviceInput{Advice: a.ID, Answer: string(step)}
	in.Body.Outcome, in.Body.MetOn, in.Body.Declaration = outcome, "2026-11-24", declared()
	in.Body.Reason = "三只样品已送检，等待检测结论后再定"
	if outcome != advice.Refused {
		in.Body.Measures = "全部下架封存，通知供货商召回"
	}
	return in
}

func (w world) mustAnswer(t *testing.T, in *api.AnswerAdviceInput) api.Advice {
	t.Helper()
	out, err := w.Answer(t.Context(), w.As(t, access.Principal, "advice.answer"), in)
	if err != nil {
		t.Fatalf("answer: %v", err)
	}
	return out.Body
}

// duty is the principal's obligation to answer.
func (w world) duty(t *testing.T, a api.Advice) (o obligation.Obligation) {
	t.Helper()
	err := w.DB.Write(t.Context(), w.As(t, access.Principal, "advice.answer"), func(tx *db.Tx) (err error) {
		o, err = w.obligations.Find(tx, advice.KindAnswer, id.ID(a.ID), clock.Day(a.Day))
		return err
	})
	if err != nil {
		t.Fatalf("duty: %v", err)
	}
	return o
}

func (w world) state(t *testing.T, a api.Advice) obligation.State {
	t.Helper()
	return w.duty(t, a).State(w.Clock.Now())
}

// in reads inside a transaction of the role.
func (w world) in(t *testing.T, role access.Role, fn func(tx *db.Tx) error) {
	t.Helper()
	if err := w.DB.Read(context.Background(), w.As(t, role, "advice.read"), fn); err != nil {
		t.Fatal(err)
	}
}

const day = 24 * time.Hour
