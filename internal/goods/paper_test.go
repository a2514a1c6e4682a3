package goods_test

import (
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// The books of goods, the contracts of the days and a report as they are read on paper.
func TestPapersOfGoods(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.mustLog(t, w.batch(nil))
		w.Clock.Advance(time.Minute)
		w.mustLog(t, w.batch(func(v *api.GoodsVersion) {
			v.Product, v.Batch, v.Verdict, v.Note = "插座", "B-2", "rejected", "无中文标签，已退回"
		}))
		w.mustLog(t, w.batch(func(v *api.GoodsVersion) { v.Kind, v.Partner = "delivery", "示例批发部（虚构）" }))
		for n, until := range []string{"2026-12-31", "2026-10-31", "2026-11-20"} {
			c := &api.PutCommissionInput{Commission: string(w.NewID()), Body: api.CommissionFields{
				Role: []string{"principal", "agent", "agent"}[n], Partner: "远山塑料厂（虚构）", Product: "插座外壳", License: "XK16-204-00000", Contract: "WT-2026-01",
				From: "2026-01-01", Until: until,
			}}
			if n == 0 {
				c.Body.Photos, c.Body.Announced, c.Body.Note = []string{w.photo(t, 3), w.photo(t, 4)}, true, "年底续签"
			}
			if _, err := w.PutCommission(t.Context(), w.As(t, access.Director, "goods.commission"), c); err != nil {
				t.Fatal(err)
			}
		}
		report := w.NewID()
		in := &api.ReportSuspicionInput{Suspicion: string(report), Body: api.SuspicionFields{
			Kind: "counterfeit", Product: "灯具", Batch: "D-1", Partner: "路边推销", Quantity: 3, Unit: "箱", Facts: "包装无厂名厂址", Measure: "已下架封存",
		}}
		if _, err := w.Report(t.Context(), w.As(t, access.Officer, "goods.log"), in); err != nil {
			t.Fatal(err)
		}
		receipt := &api.ReceiptSuspicionInput{InArea: api.InArea{InAgency: api.InAgency{Agency: string(w.Office)}, Enterprise: string(w.Enterprise)}, Suspicion: string(report)}
		receipt.Body.Note = "明日到场查看"
		if _, err := w.Receipt(t.Context(), w.As(t, access.Supervisor, "goods.receipt"), receipt); err != nil {
			t.Fatal(err)
		}
		names := []string{"purchases", "deliveries", "commissions", "suspicion"}
		err := w.DB.Read(t.Context(), w.As(t, access.Officer, "goods.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
				f, err := l.Lay()
				if err != nil {
					return err
				}
				testkit.GoldenForm(t, names[0], f)
				names = names[1:]
				return nil
			})
		})
		if err != nil || len(names) > 0 {
			t.Errorf("%v; not printed: %v", err, names)
		}
	})
}
