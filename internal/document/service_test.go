package document_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/document"
	"zhize/internal/ledger"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/rig"
	"zhize/internal/testkit"
)

// world is the assembled program with an enterprise that has checked on some
// days, and a neighbour.
type world struct {
	testkit.World
	testkit.Fixture
	app       *app.App
	list      id.ID
	item      id.ID
	neighbour testkit.Fixture
}

// signingKey is one for all tests: checkpoints reach over the enterprises of a
// database, which they share.
var signingKey = sync.OnceValues(func() (string, error) { return ledger.GenerateKey("test", rand.Reader) })

// alone keeps tests on the shared database apart: a worker works on all that
// waits there, and each has its own folder of files.
var alone sync.Mutex

func engines(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, on testkit.World) {
		if on.DB.Engine() == db.Postgres {
			alone.Lock()
			t.Cleanup(alone.Unlock)
		}
		signing, err := signingKey()
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
		w := &world{World: on}
		w.app, err = app.Assemble(config.Config{Data: t.TempDir(), SigningKey: config.Secret(signing), Token: key(), Field: key(), Index: key(), PublicURL: "http://zhize.test"}, on.DB)
		if err != nil {
			t.Fatal(err)
		}
		w.Fixture, w.neighbour = on.Found(t), on.Found(t)
		w.list, w.item = w.NewID(), w.NewID()
		w.owe(t)
		for n, day := range []string{"2026-11-20", "2026-11-22", "2026-11-24"} {
			w.check(t, day, n == 1)
		}
		fn(t, w)
	})
}

// owe approves a list and makes the checks of the days due.
func (w *world) owe(t *testing.T) {
	t.Helper()
	items := fmt.Sprintf(`[{"id":%q,"code":"R001","category":"电线电缆","step":"陈列","risk":"=HYPERLINK(标签)","measure":"逐件查看标签","frequency":"每日","rhythm":"daily","post":"officer","source":"own"}]`, w.item)
	err := w.DB.Write(t.Context(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) error {
		now := tx.Now()
		if _, err := tx.Exec("INSERT INTO risk_lists (enterprise_id, id, version, state, items, drafted_at, approved_at, effective_day) VALUES ({tenant}, ?, 1, 'approved', ?, ?, ?, '2026-10-01')", w.list, []byte(items), now, now); err != nil {
			return err
		}
		for _, day := range []string{"2026-11-20", "2026-11-21", "2026-11-22", "2026-11-24"} {
			if _, err := tx.Exec("INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until) VALUES ({tenant}, 'daily_check', ?, ?, ?, ?, ?, ?)",
				w.Shift, day, w.Site, w.OfficePath, now.Add(-time.Hour), now.Add(time.Hour)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) check(t *testing.T, day string, fails bool) {
	t.Helper()
	s := rig.Shop{Enterprise: w.Enterprise, Site: w.Site, Shift: w.Shift, Listed: w.list}
	sub, err := s.Submission(w.NewID(), "2026-11-24", w.Clock.Now(), func(b *api.DailyBody) {
		b.Obligation.Day = day
		b.Answers = []api.Answer{{Item: string(w.item), Verdict: "pass"}}
		if fails {
			b.Answers[0] = api.Answer{Item: string(w.item), Verdict: "fail", Note: "=1+1 没有标签", Measure: "下架"}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	in := &api.SubmitDailyInput{Record: string(sub.Record), RawBody: sub.Body}
	in.Enterprise = string(w.Enterprise)
	if err := json.Unmarshal(sub.Body, &in.Body); err != nil {
		t.Fatal(err)
	}
	if _, err := w.app.Records.Submit(t.Context(), w.As(t, access.Officer, "record.daily.submit"), in); err != nil {
		t.Fatal(err)
	}
}

func (w *world) ask(t *testing.T, role access.Role, pack id.ID, from, to string) (api.Errand, error) {
	t.Helper()
	in := &api.AskPackInput{Pack: string(pack), Body: api.PackDays{From: from, To: to}}
	in.Enterprise = string(w.Enterprise)
	out, err := w.app.Documents.AskPack(t.Context(), w.As(t, role, "document.pack"), in)
	if err != nil {
		return api.Errand{}, err
	}
	return out.Body, nil
}

// fetch downloads a pack and opens it, holding every file to its sum.
func (w *world) fetch(t *testing.T, pack id.ID) map[string][]byte {
	t.Helper()
	in := &api.ErrandInput{Errand: string(pack)}
	in.Enterprise = string(w.Enterprise)
	g := w.As(t, access.Principal, "errand.read")
	state, err := w.app.Errands.Read(t.Context(), g, in)
	if err != nil || state.Body.State != "done" {
		t.Fatalf("%+v, %v", state, err)
	}
	f, err := w.app.Errands.Download(t.Context(), g, in)
	if err != nil {
		t.Fatal(err)
	}
	return unpack(t, f.Content)
}

func unpack(t *testing.T, r io.ReadCloser) map[string][]byte {
	t.Helper()
	defer r.Close() //nolint:errcheck // only read
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if all[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	lines := strings.Split(strings.TrimSpace(string(all["SHA256SUMS"])), "\n")
	for _, line := range lines {
		want, name, _ := strings.Cut(line, "  ")
		if sum := sha256.Sum256(all[name]); hex.EncodeToString(sum[:]) != want {
			t.Errorf("%s does not have its sum", name)
		}
	}
	if len(lines) != len(all)-1 {
		t.Errorf("%d sums of %d files", len(lines), len(all))
	}
	return all
}

func names(files map[string][]byte) []string {
	all := make([]string, 0, len(files))
	for name := range files {
		all = append(all, name)
	}
	slices.Sort(all)
	return all
}

func TestPackHoldsWhatWasDone(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		pack := w.NewID()
		asked, err := w.ask(t, access.Director, pack, "2026-11-20", "2026-11-23")
		if err != nil || asked.Title != "迎检自证包 2026-11-20 至 2026-11-23" {
			t.Fatalf("%+v, %v", asked, err)
		}
		w.app.Errands.WorkOnce(t.Context())
		files := w.fetch(t, pack)
		got := names(files)
		for _, want := range []string{
			"00 封面.pdf", "00 封面.docx", "01 目录.pdf", "01 目录.docx", "2.1 每日检查记录/日管控记录 2026-11-20 门店 白班.pdf",
			"2.1 每日检查记录/日管控记录 2026-11-22 门店 白班.docx", "7 数据/数据.xlsx", "8 证据/证据 20261120-20261123.zip", "8 证据/如何核验.txt", "SHA256SUMS",
		} {
			if !slices.Contains(got, want) {
				t.Errorf("no %s in %q", want, got)
			}
		}
		if n := len(slices.DeleteFunc(got, func(s string) bool { return !strings.HasPrefix(s, "2.1 ") })); n != 4 {
			t.Errorf("%d files of daily records, want 4: the check of the 24th lies outside", n)
		}

		x, err := excelize.OpenReader(bytes.NewReader(files["7 数据/数据.xlsx"]))
		if err != nil {
			t.Fatal(err)
		}
		answers, err := x.GetRows("每日检查")
		if err != nil || len(answers) != 3 || answers[2][7] != "不符合" || answers[2][10] != "=1+1 没有标签" || answers[1][5] != "=HYPERLINK(标签)" {
			t.Errorf("answers %q, %v", answers, err)
		}
		if formula, err := x.GetCellFormula("每日检查", "K3"); err != nil || formula != "" {
			t.Errorf("a text became the formula %q, %v", formula, err)
		}
		hazards, err := x.GetRows("隐患")
		if err != nil || len(hazards) != 2 || hazards[1][0] != "2026-11-22" {
			t.Errorf("hazards %q, %v", hazards, err)
		}
		duties, err := x.GetRows("应履行事项")
		states := map[string]string{}
		for _, d := range duties[1:] {
			states[d[0]+d[1]] = d[5]
		}
		if err != nil || states["2026-11-20日管控检查"] != "已完成" || states["2026-11-21日管控检查"] != "待办" || states["2026-11-24日管控检查"] != "" {
			t.Errorf("duties %q, %v", duties, err)
		}

		evidence := files["8 证据/证据 20261120-20261123.zip"]
		if report := ledger.Verify(bytes.NewReader(evidence), int64(len(evidence)), ledger.Options{Key: w.app.PublicKey()}); !report.OK() {
			t.Errorf("the evidence does not verify: %+v", report)
		}
		if page := files["8 证据/核验器.html"]; !bytes.Contains(page, []byte("zhizeVerify")) {
			t.Errorf("the pack's verifier is %d bytes", len(page))
		}
		if guide := string(files["8 证据/如何核验.txt"]); !strings.Contains(guide, w.app.PublicKey()) || strings.Contains(guide, "{") {
			t.Errorf("guide: %s", guide)
		}
	})
}

func TestPackIsRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		for name, c := range map[string]struct {
			from, to string
			want     error
		}{
			"backwards":    {"2026-11-20", "2026-11-19", document.ErrRange},
			"too long":     {"2025-10-01", "2026-11-24", document.ErrRange},
			"no days":      {"", "2026-11-19", document.ErrRange},
			"the future":   {"2026-11-20", "2026-11-25", document.ErrFuture},
			"no such days": {"2026-02-30", "2026-03-02", document.ErrRange},
		} {
			if _, err := w.ask(t, access.Director, w.NewID(), c.from, c.to); !errors.Is(err, c.want) {
				t.Errorf("%s: %v, want %v", name, err, c.want)
			}
		}
		if _, err := w.ask(t, access.Director, "x", "2026-11-20", "2026-11-20"); !errors.Is(err, document.ErrID) {
			t.Errorf("no id: %v", err)
		}
		if _, err := w.ask(t, access.Officer, w.NewID(), "2026-11-20", "2026-11-20"); !errors.Is(err, access.ErrForbidden) {
			t.Errorf("an officer beside others: %v", err)
		}
		// Alone in all posts, the officer may.
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "appointment.end"), func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE appointments SET until_at = ? WHERE enterprise_id = {tenant} AND post <> 'officer'", tx.Now())
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		w.Clock.Advance(time.Second)
		if _, err := w.ask(t, access.Officer, w.NewID(), "2026-11-20", "2026-11-20"); err != nil {
			t.Errorf("the sole keeper: %v", err)
		}
	})
}

func TestAgencysPackLeavesOutWhatIsTheEnterprisesOwn(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		pack := w.NewID()
		in := &api.AskAreaPackInput{Pack: string(pack), Body: api.PackDays{From: "2026-11-20", To: "2026-11-24"}}
		in.Agency, in.Enterprise = string(w.Office), string(w.Enterprise)
		if _, err := w.app.Documents.AskAreaPack(t.Context(), w.neighbour.As(t, access.Supervisor, "document.area.pack"), in); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("another office: %v", err)
		}
		g := w.As(t, access.Supervisor, "document.area.pack")
		if _, err := w.app.Documents.AskAreaPack(t.Context(), g, in); err != nil {
			t.Fatal(err)
		}
		w.app.Errands.WorkOnce(t.Context())
		named := &api.AreaErrandInput{Errand: string(pack)}
		named.Agency, named.Enterprise = string(w.Office), string(w.Enterprise)
		f, err := w.app.Errands.DownloadArea(t.Context(), w.As(t, access.Supervisor, "errand.area.read"), named)
		if err != nil {
			t.Fatal(err)
		}
		all := names(unpack(t, f.Content))
		if !slices.Contains(all, "2.1 每日检查记录/日管控记录 2026-11-24 门店 白班.pdf") {
			t.Errorf("it lacks the records: %q", all)
		}
		for _, name := range all {
			if strings.HasPrefix(name, "8 ") || strings.HasPrefix(name, "2.4 ") {
				t.Errorf("it holds %s", name)
			}
		}
		var looks []string
		err = w.DB.Read(t.Context(), w.As(t, access.Principal, "regulator.look.read"), func(tx *db.Tx) error {
			return tx.Query(&looks, "SELECT l.what || ' ' || l.subject_id FROM looks l WHERE {scope:l} ORDER BY l.id")
		})
		if want := []string{"export 迎检自证包 2026-11-20 至 2026-11-24", "export 迎检自证包 2026-11-20 至 2026-11-24"}; err != nil || !slices.Equal(looks, want) {
			t.Errorf("looks %q, %v", looks, err)
		}
	})
}

// A worker that is stopped in the middle lays the pack down; the next makes it
// whole, and prints no paper twice.
func TestPackGoesOnAfterAStop(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		pack := w.NewID()
		if _, err := w.ask(t, access.Principal, pack, "2026-11-20", "2026-11-24"); err != nil {
			t.Fatal(err)
		}
		ctx, stop := context.WithCancel(t.Context())
		time.AfterFunc(30*time.Millisecond, stop)
		w.app.Errands.Work(ctx)
		w.app.Errands.WorkOnce(t.Context())
		if files := w.fetch(t, pack); files["01 目录.pdf"] == nil {
			t.Errorf("it holds %q", names(files))
		}
	})
}
