package document_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/document"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

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

		testkit.GoldenPDF(t, "cover", files["00 封面.pdf"])
		testkit.GoldenPDF(t, "contents", files["01 目录.pdf"])

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
		files := unpack(t, f.Content)
		all := names(files)
		for _, folder := range []string{"2.1 每日检查记录/日管控记录 2026-11-24", "2.4 ", "8 "} {
			if !slices.ContainsFunc(all, func(name string) bool { return strings.HasPrefix(name, folder) }) {
				t.Errorf("it lacks %s: %q", folder, all)
			}
		}
		evidence := files["8 证据/证据 20261120-20261124.zip"]
		report := ledger.Verify(bytes.NewReader(evidence), int64(len(evidence)), ledger.Options{Key: w.app.PublicKey()})
		if !report.OK() || report.Withheld != 1 {
			t.Errorf("the evidence: %+v", report)
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
