package document_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/goods"
	"zhize/internal/platform/db"
	"zhize/internal/training"
)

// enter keeps goods, contracts, a report, a certificate and a training inside and
// outside of 20–23 November.
func (w *world) enter(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	for _, e := range []struct{ kind, day, product string }{
		{goods.Purchase, "2026-11-19", "早到的插座"}, {goods.Purchase, "2026-11-21", "=1+1 插座"}, {goods.Purchase, "2026-11-24", "晚到的插座"}, {goods.Delivery, "2026-11-22", "电线"},
	} {
		entry := string(w.NewID())
		in := &api.LogGoodsInput{Entry: entry, Version: entry, Body: api.GoodsVersion{GoodsFields: api.GoodsFields{
			Kind: e.kind, Day: e.day, Site: string(w.Site), Product: e.product, Quantity: 2.5, Unit: "箱", Partner: "晨星批发部（虚构）", Verdict: "accepted",
		}}}
		if _, err := w.app.Goods.Log(ctx, w.As(t, access.Officer, "goods.log"), in); err != nil {
			t.Fatal(err)
		}
	}
	for until, product := range map[string]string{"2026-11-20": "到期日在内的外壳", "2026-11-19": "此前到期的外壳"} {
		in := &api.PutCommissionInput{Commission: string(w.NewID()), Body: api.CommissionFields{
			Role: "principal", Partner: "远山塑料厂（虚构）", Product: product, From: "2026-01-01", Until: until,
		}}
		if _, err := w.app.Goods.PutCommission(ctx, w.As(t, access.Director, "goods.commission"), in); err != nil {
			t.Fatal(err)
		}
	}
	report := &api.ReportSuspicionInput{Suspicion: string(w.NewID()), Body: api.SuspicionFields{
		Kind: "price", Product: "灯具", Quantity: 3, Unit: "箱", Facts: "便宜一半", Measure: "已下架",
	}}
	if _, err := w.app.Goods.Report(ctx, w.As(t, access.Officer, "goods.log"), report); err != nil {
		t.Fatal(err)
	}
	licence := w.NewID()
	put := &api.PutLicenceInput{Licence: string(licence), Version: string(licence)}
	put.Body.Kind, put.Body.Number, put.Body.From, put.Body.Until = "production", "XK-1", "2026-01-01", "2030-12-31"
	if _, err := w.app.Licences.PutLicence(ctx, w.As(t, access.Officer, "licence.keep"), put); err != nil {
		t.Fatal(err)
	}
	err := w.DB.Write(ctx, w.As(t, access.Director, "training.organise"), func(tx *db.Tx) error {
		to, err := w.app.Trainings.Transcribing(tx)
		if err != nil {
			return err
		}
		return to.Put(training.Past{People: []string{"测试丙"}, TrainingSessionFields: api.TrainingSessionFields{
			Title: "标签培训", Day: "2026-11-21", Mode: "place", Place: "门店", Minutes: 60, Teacher: "测试乙", Topics: []string{"标签"},
		}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

// sheets are the rows of a workbook behind its headings, the cells of one column.
func sheets(t *testing.T, workbook []byte, column map[string]int) map[string][]string {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(workbook))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for name, n := range column {
		rows, err := x.GetRows(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = []string{}
		for _, r := range rows[1:] {
			all[name] = append(all[name], r[n])
		}
	}
	return all
}

// What an inspector asks for beside the checks stands in the workbook as it does
// in the exports: the days' goods, what was in force on them, certificates, training.
func TestWorkbookHoldsGoodsCertificatesAndTraining(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.enter(t)
		column := map[string]int{"进货查验记录": 2, "出厂检验记录": 2, "委托加工合同台账": 2, "可疑产品报告单": 3, "证照": 1, "培训": 1, "培训学时": 1}
		pack := w.NewID()
		if _, err := w.ask(t, access.Director, pack, "2026-11-20", "2026-11-23"); err != nil {
			t.Fatal(err)
		}
		w.app.Errands.WorkOnce(t.Context())
		got := sheets(t, w.fetch(t, pack)["7 数据/数据.xlsx"], column)
		if !slices.Contains(got["培训学时"], "测试丙") {
			t.Errorf("hours of %q", got["培训学时"])
		}
		delete(got, "培训学时")
		want := map[string][]string{
			"进货查验记录": {"=1+1 插座"}, "出厂检验记录": {"电线"}, "委托加工合同台账": {"到期日在内的外壳"},
			"可疑产品报告单": {}, // reported on the 24th
			"证照":      {"XK-1"}, "培训": {"标签培训"},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the workbook (-want +got):\n%s", diff)
		}
	})
}
