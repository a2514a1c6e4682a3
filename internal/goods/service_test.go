package goods_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/jpeg"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/goods"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

type world struct {
	testkit.World
	testkit.Fixture
	*goods.Service
	app *app.App
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		fn(t, world{w, w.Found(t), a.Goods, a})
	})
}

func (w world) photo(t *testing.T, width int) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, width, 2)), nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	sha := hex.EncodeToString(sum[:])
	if _, err := w.app.Photos.Put(t.Context(), w.As(t, access.Officer, "photo.upload"), &api.PutPhotoInput{SHA256: sha, RawBody: b.Bytes()}); err != nil {
		t.Fatal(err)
	}
	return sha
}

// batch is a purchase as an officer logs it.
func (w world) batch(change func(*api.GoodsVersion)) api.GoodsVersion {
	v := api.GoodsVersion{GoodsFields: api.GoodsFields{
		Kind: goods.Purchase, Day: "2026-11-24", Site: string(w.Site), Product: "插座", Model: "三位", Batch: "B20261120", Quantity: 12.5, Unit: "箱",
		Partner: "晨星电器批发部（虚构）", Certificate: "CCC-0001", Verdict: "accepted",
	}}
	if change != nil {
		change(&v)
	}
	return v
}

func (w world) log(t *testing.T, entry, version id.ID, v api.GoodsVersion) (*api.GoodsEntryOutput, error) {
	t.Helper()
	return w.Log(t.Context(), w.As(t, access.Officer, "goods.log"), &api.LogGoodsInput{Entry: string(entry), Version: string(version), Body: v})
}

func (w world) mustLog(t *testing.T, v api.GoodsVersion) id.ID {
	t.Helper()
	entry := w.NewID()
	if _, err := w.log(t, entry, entry, v); err != nil {
		t.Fatal(err)
	}
	return entry
}

func (w world) list(t *testing.T, in api.ListGoodsInput) []string {
	t.Helper()
	in.Kind = goods.Purchase
	out, err := w.List(t.Context(), w.As(t, access.Officer, "goods.read"), &in)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, e := range out.Body.Items {
		got = append(got, e.Day+" "+e.Product)
	}
	if out.Body.Next != "" {
		in.After = out.Body.Next
		got = append(got, w.list(t, in)...)
	}
	return got
}

func TestBatchIsLoggedOnceAndCorrectedInSight(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		entry, photo := w.NewID(), w.photo(t, 3)
		first := w.batch(func(v *api.GoodsVersion) { v.Photos = []string{photo, photo} })
		for range 2 {
			out, err := w.log(t, entry, entry, first)
			if err != nil || out.Body.Version != 1 || out.Body.Late || len(out.Body.Photos) != 1 || out.Body.Quantity != 12.5 || out.Body.SiteName != "门店" {
				t.Fatalf("logged: %+v, %v", out, err)
			}
		}
		w.Clock.Advance(48 * time.Hour)
		second := w.batch(func(v *api.GoodsVersion) { v.Quantity, v.Corrects, v.Why = 12, 1, "少收半箱" })
		version := w.NewID()
		out, err := w.log(t, entry, version, second)
		if err != nil || out.Body.Version != 2 || out.Body.Why != "少收半箱" || len(out.Body.Versions) != 2 || out.Body.Versions[0].Quantity != 12.5 || !out.Body.Late {
			t.Fatalf("corrected: %+v, %v", out, err)
		}
		for name, tt := range map[string]struct {
			version id.ID
			change  func(*api.GoodsVersion)
			want    error
		}{
			"one in between":        {w.NewID(), func(v *api.GoodsVersion) { v.Corrects, v.Why = 1, "x" }, goods.ErrChanged},
			"no reason":             {w.NewID(), func(v *api.GoodsVersion) { v.Corrects = 2 }, goods.ErrInput},
			"another kind":          {w.NewID(), func(v *api.GoodsVersion) { v.Corrects, v.Why, v.Kind = 2, "x", goods.Delivery }, goods.ErrInput},
			"the version's id used": {entry, func(*api.GoodsVersion) {}, nil},
		} {
			if _, err := w.log(t, entry, tt.version, w.batch(tt.change)); !errors.Is(err, tt.want) {
				t.Errorf("%s: %v, want %v", name, err, tt.want)
			}
		}
		if _, err := w.log(t, w.NewID(), version, w.batch(nil)); !errors.Is(err, goods.ErrIDTaken) {
			t.Errorf("a version's id of another entry: %v", err)
		}
		if got := w.list(t, api.ListGoodsInput{}); !slices.Equal(got, []string{"2026-11-24 插座"}) {
			t.Errorf("the log shows %v", got)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Officer, "goods.read"), func(tx *db.Tx) error {
			var bodies []string
			err := tx.Query(&bodies, "SELECT f.body FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} AND l.kind = ? ORDER BY l.seq", goods.FactLogged)
			if len(bodies) != 2 || !strings.Contains(bodies[1], "少收半箱") || strings.Contains(bodies[0], "测试丙") {
				t.Errorf("sealed: %v", bodies)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestWhatIsWrongWithABatchIsToldAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for want, change := range map[string]func(*api.GoodsVersion){
			"body.day":      func(v *api.GoodsVersion) { v.Day = "2026-11-25" },
			"body.product":  func(v *api.GoodsVersion) { v.Product = " " },
			"body.partner":  func(v *api.GoodsVersion) { v.Partner = "" },
			"body.quantity": func(v *api.GoodsVersion) { v.Quantity = 0.0001 },
			"body.verdict":  func(v *api.GoodsVersion) { v.Verdict = "" },
			"body.note":     func(v *api.GoodsVersion) { v.Verdict = "rejected" },
			"body.site":     func(v *api.GoodsVersion) { v.Site = string(w.NewID()) },
			"body.batch":    func(v *api.GoodsVersion) { v.Batch = "a\x00" },
		} {
			entry := w.NewID()
			_, err := w.log(t, entry, entry, w.batch(change))
			f, ok := fault.Of(err)
			if !ok || !errors.Is(err, goods.ErrInput) || f.Fields[0].Pointer != want {
				t.Errorf("%s: %v %+v", want, err, f)
			}
		}
		entry := w.NewID()
		lost := w.batch(func(v *api.GoodsVersion) { v.Photos = []string{strings.Repeat("ab", 32)} })
		if _, err := w.log(t, entry, entry, lost); !errors.Is(err, goods.ErrPhotoMissing) {
			t.Errorf("a photo that is not kept: %v", err)
		}
	})
}

func TestLogIsSearchedByPagesAndOfferedAgain(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for _, v := range []struct{ day, product, batch string }{
			{"2026-11-20", "插座", "A1"}, {"2026-11-21", "灯具", "100%"}, {"2026-11-22", "插座", "A2"}, {"2026-11-23", "电线", "C_1"},
		} {
			w.mustLog(t, w.batch(func(b *api.GoodsVersion) { b.Day, b.Product, b.Batch = v.day, v.product, v.batch }))
		}
		all := []string{"2026-11-23 电线", "2026-11-22 插座", "2026-11-21 灯具", "2026-11-20 插座"}
		if diff := cmp.Diff(all, w.list(t, api.ListGoodsInput{Page: api.Page{Limit: 1}})); diff != "" {
			t.Errorf("page by page (-want +got):\n%s", diff)
		}
		for q, want := range map[string][]string{"a1": {"2026-11-20 插座"}, "%": {"2026-11-21 灯具"}, "_": {"2026-11-23 电线"}, "晨星": all, "没有": {}} {
			if diff := cmp.Diff(want, w.list(t, api.ListGoodsInput{Query: q})); diff != "" {
				t.Errorf("%q (-want +got):\n%s", q, diff)
			}
		}
		if got := w.list(t, api.ListGoodsInput{From: "2026-11-21", To: "2026-11-22"}); len(got) != 2 {
			t.Errorf("of a range: %v", got)
		}
		out, err := w.Recent(t.Context(), w.As(t, access.Officer, "goods.read"), &api.RecentGoodsInput{Kind: goods.Purchase})
		if err != nil || len(out.Body.Items) != 3 || out.Body.Items[1].Batch != "A2" {
			t.Errorf("recent: %+v, %v", out, err)
		}
		for _, bad := range []api.ListGoodsInput{{From: "x"}, {Page: api.Page{After: "2026-11-21"}}, {Page: api.Page{After: "y_z"}}} {
			bad.Kind = goods.Purchase
			if _, err := w.List(t.Context(), w.As(t, access.Officer, "goods.read"), &bad); err == nil {
				t.Errorf("%+v is taken", bad)
			}
		}
	})
}

func TestDoubtfulGoodsAreStoppedReceiptedAndHandled(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		report := w.NewID()
		in := &api.ReportSuspicionInput{Suspicion: string(report), Body: api.SuspicionFields{
			Kind: "price", Product: "灯具", Quantity: 3, Unit: "箱", Facts: "比平时便宜一半", Measure: "已下架封存", Photos: []string{w.photo(t, 3)},
		}}
		for range 2 {
			out, err := w.Report(t.Context(), w.As(t, access.Officer, "goods.log"), in)
			if err != nil || out.Body.State != "reported" || out.Body.Due.Format("0102") != "1201" {
				t.Fatalf("reported: %+v, %v", out, err)
			}
		}
		office := w.As(t, access.Supervisor, "goods.receipt")
		list, err := w.ListReported(t.Context(), office, &api.InAgency{})
		if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].Enterprise != string(w.Enterprise) {
			t.Fatalf("the office sees %+v, %v", list, err)
		}
		at := api.InArea{InAgency: api.InAgency{Agency: string(w.Office)}, Enterprise: string(w.Enterprise)}
		receipt := &api.ReceiptSuspicionInput{InArea: at, Suspicion: string(report)}
		out, err := w.Receipt(t.Context(), office, receipt)
		if err != nil || out.Body.State != "receipted" || out.Body.ReceiptName != "监管丁" || out.Body.AgencyName != "测试市场监管所" {
			t.Fatalf("receipted: %+v, %v", out, err)
		}
		if _, err := w.Receipt(t.Context(), office, receipt); !errors.Is(err, goods.ErrReceipted) {
			t.Errorf("receipted twice: %v", err)
		}
		handle := &api.HandleSuspicionInput{Suspicion: string(report)}
		handle.Body.Outcome = "returned"
		if _, err := w.Handle(t.Context(), w.As(t, access.Director, "goods.handle"), handle); !errors.Is(err, goods.ErrInput) {
			t.Errorf("handled without words: %v", err)
		}
		handle.Body.Note = "已退回供货方"
		out, err = w.Handle(t.Context(), w.As(t, access.Director, "goods.handle"), handle)
		if err != nil || out.Body.State != "handled" {
			t.Fatalf("handled: %+v, %v", out, err)
		}
		if _, err := w.Handle(t.Context(), w.As(t, access.Director, "goods.handle"), handle); !errors.Is(err, goods.ErrHandled) {
			t.Errorf("handled twice: %v", err)
		}
		duties, err := w.app.Obligations.List(t.Context(), w.As(t, access.Director, "obligation.read"), &api.ListObligationsInput{Done: true})
		if err != nil || len(duties.Body.Items) != 1 || duties.Body.Items[0].Kind != goods.KindSuspicion {
			t.Errorf("duties: %+v, %v", duties, err)
		}
		p, err := w.SuspicionPaper(t.Context(), w.As(t, access.Officer, "goods.read"), &api.SuspicionPaperInput{ReadSuspicionInput: api.ReadSuspicionInput{Suspicion: string(report)}})
		if err != nil || !bytes.HasPrefix(p.Body, []byte("%PDF")) {
			t.Errorf("paper: %v", err)
		}
		looks, err := w.app.Regulator.ListLooks(t.Context(), w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}})
		if err != nil || len(looks.Body.Items) != 1 || looks.Body.Items[0].What != "report" {
			t.Errorf("looks: %+v, %v", looks, err)
		}
	})
}

func TestContractEndsOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		contract := w.NewID()
		in := &api.PutCommissionInput{Commission: string(contract), Body: api.CommissionFields{
			Role: "principal", Partner: "远山塑料厂（虚构）", Product: "食品袋", From: "2026-01-01", Until: "2026-12-10",
		}}
		for range 2 {
			out, err := w.PutCommission(t.Context(), w.As(t, access.Director, "goods.commission"), in)
			if err != nil || out.Body.State != "running" {
				t.Fatalf("entered: %+v, %v", out, err)
			}
		}
		tasks, err := w.app.Obligations.ReadToday(t.Context(), w.As(t, access.Director, "obligation.read"), &api.InEnterprise{})
		if err != nil || !slices.ContainsFunc(tasks.Body.Tasks, func(k api.Task) bool { return k.Kind == goods.KindCommission && k.Title == "委托合同到期" }) {
			t.Errorf("tasks: %+v, %v", tasks.Body.Tasks, err)
		}
		end := &api.EndCommissionInput{Commission: string(contract)}
		end.Body.Reason = "改由本厂生产"
		if out, err := w.EndCommission(t.Context(), w.As(t, access.Director, "goods.commission"), end); err != nil || out.Body.State != "ended" {
			t.Fatalf("ended: %+v, %v", out, err)
		}
		if _, err := w.EndCommission(t.Context(), w.As(t, access.Director, "goods.commission"), end); !errors.Is(err, goods.ErrCommissionEnded) {
			t.Errorf("ended twice: %v", err)
		}
		in.Commission, in.Body.Until = string(w.NewID()), "2025-12-31"
		if _, err := w.PutCommission(t.Context(), w.As(t, access.Director, "goods.commission"), in); !errors.Is(err, goods.ErrInput) {
			t.Errorf("ends before it begins: %v", err)
		}
	})
}

// A contract carries photos of its pages as a batch does: only kept ones, its own,
// sealed with it; an office that lists the contracts has looked.
func TestContractCarriesPhotosOfItsPages(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		put := func(of testkit.Fixture, contract id.ID, photos ...string) (*api.CommissionOutput, error) {
			return w.PutCommission(t.Context(), of.As(t, access.Director, "goods.commission"), &api.PutCommissionInput{Commission: string(contract), Body: api.CommissionFields{
				Role: "principal", Partner: "远山塑料厂（虚构）", Product: "食品袋", From: "2026-01-01", Until: "2026-12-10", Photos: photos,
			}})
		}
		first, second := w.photo(t, 3), w.photo(t, 4)
		contract := w.NewID()
		out, err := put(w.Fixture, contract, first, second, first)
		if err != nil || !slices.Equal(out.Body.Photos, []string{first, second}) {
			t.Fatalf("entered: %+v, %v", out, err)
		}
		if _, err := put(w.Fixture, w.NewID(), first, strings.Repeat("ab", 32)); !errors.Is(err, goods.ErrPhotoMissing) {
			t.Errorf("a photo that is not kept: %v", err)
		}
		other := w.Found(t)
		if _, err := put(other, w.NewID(), first); !errors.Is(err, goods.ErrPhotoMissing) {
			t.Errorf("a neighbour's photo: %v", err)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Director, "goods.read"), func(tx *db.Tx) error {
			var bodies []string
			err := tx.Query(&bodies, "SELECT f.body FROM links l JOIN facts f ON f.enterprise_id = l.enterprise_id AND f.seq = l.seq WHERE {scope:l} AND l.kind = ?", goods.FactCommissioned)
			if len(bodies) != 1 || !strings.Contains(bodies[0], first) || !strings.Contains(bodies[0], second) {
				t.Errorf("sealed: %v", bodies)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		at := api.InArea{InAgency: api.InAgency{Agency: string(other.Office)}, Enterprise: string(w.Enterprise)}
		if _, err := w.InspectCommissions(t.Context(), other.As(t, access.Supervisor, "inspection.read"), &at); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("a foreign office looks: %v", err)
		}
		at.Agency = string(w.Office)
		seen, err := w.InspectCommissions(t.Context(), w.As(t, access.Supervisor, "inspection.read"), &at)
		if err != nil || len(seen.Body.Items) != 1 || len(seen.Body.Items[0].Photos) != 2 {
			t.Errorf("its own office sees %+v, %v", seen, err)
		}
		looks, err := w.app.Regulator.ListLooks(t.Context(), w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}})
		if err != nil || len(looks.Body.Items) != 1 || looks.Body.Items[0].What != "commission" {
			t.Errorf("looks: %+v, %v", looks, err)
		}
		p, err := w.CommissionPaper(t.Context(), w.As(t, access.Officer, "goods.read"), &api.CommissionPaperInput{})
		if err != nil || !bytes.HasPrefix(p.Body, []byte("%PDF")) {
			t.Errorf("paper: %v", err)
		}
	})
}

func TestGoodsStayInTheirEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		entry := w.mustLog(t, w.batch(nil))
		other := w.Found(t)
		ctx := context.Background()
		for _, one := range []id.ID{entry, w.NewID(), "x"} {
			if _, err := w.Read(ctx, other.As(t, access.Officer, "goods.read"), &api.ReadGoodsInput{Entry: string(one)}); !errors.Is(err, goods.ErrNotFound) {
				t.Errorf("a neighbour reads %s: %v", one, err)
			}
		}
		list, err := w.List(ctx, other.As(t, access.Officer, "goods.read"), &api.ListGoodsInput{Kind: goods.Purchase})
		if err != nil || len(list.Body.Items) != 0 {
			t.Errorf("a neighbour lists %+v, %v", list, err)
		}
		at := api.InArea{InAgency: api.InAgency{Agency: string(other.Office)}, Enterprise: string(w.Enterprise)}
		if _, err := w.Inspect(ctx, other.As(t, access.Supervisor, "inspection.read"), &api.InspectGoodsInput{InArea: at, Kind: goods.Purchase}); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("a foreign office looks: %v", err)
		}
		w.mustLog(t, w.batch(func(v *api.GoodsVersion) { v.Day = "2026-11-23" }))
		at.Agency = string(w.Office)
		days := []string{}
		for after := ""; ; {
			page, err := w.Inspect(ctx, w.As(t, access.Supervisor, "inspection.read"), &api.InspectGoodsInput{InArea: at, Page: api.Page{Limit: 1, After: after}, Kind: goods.Purchase})
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range page.Body.Items {
				days = append(days, e.Day)
			}
			if after = page.Body.Next; after == "" {
				break
			}
		}
		if diff := cmp.Diff([]string{"2026-11-24", "2026-11-23"}, days); diff != "" {
			t.Errorf("its own office pages through (-want +got):\n%s", diff)
		}
		if looks, err := w.app.Regulator.ListLooks(ctx, w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}}); err != nil || len(looks.Body.Items) != 2 || looks.Body.Items[0].What != "goods" {
			t.Errorf("looks: %+v, %v", looks, err)
		}
		if list, err := w.ListReported(ctx, other.As(t, access.Supervisor, "goods.receipt"), &api.InAgency{}); err != nil || len(list.Body.Items) != 0 {
			t.Errorf("a foreign office is told %+v, %v", list, err)
		}
		p, err := w.Paper(ctx, w.As(t, access.Officer, "goods.read"), &api.GoodsPaperInput{Kind: goods.Purchase, From: "2026-11-01", To: "2026-11-30"})
		if err != nil || !bytes.HasPrefix(p.Body, []byte("%PDF")) {
			t.Errorf("paper: %v", err)
		}
		if _, err := w.Paper(ctx, w.As(t, access.Officer, "goods.read"), &api.GoodsPaperInput{Kind: goods.Purchase, From: "2026-11-01", To: "2026-10-30"}); !errors.Is(err, goods.ErrRange) {
			t.Errorf("a range that runs backwards: %v", err)
		}
	})
}
