package testkit_test

import (
	"context"
	"testing"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

type siteRow struct {
	EnterpriseID db.Tenant
	ID           id.ID
	Kind, Name   string
}

func (siteRow) TableName() string { return "sites" }

func TestTransactionSeesOnlyItsOwnRows(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a, b := w.Found(t), w.Found(t)
		read := func(g access.Grant) (rows []siteRow) {
			t.Helper()
			err := w.DB.Read(context.Background(), g, func(tx *db.Tx) error { return tx.SQL().Find(&rows).Error })
			if err != nil {
				t.Fatal(err)
			}
			return rows
		}
		if got := read(a.As(t, access.Officer, "obligation.read")); len(got) != 1 || got[0].ID != a.Site {
			t.Errorf("officer of a sees %v, want one site of a", got)
		}
		if got := read(b.As(t, access.Supervisor, "area.read")); len(got) != 1 || got[0].ID != b.Site {
			t.Errorf("office of b sees %v, want one site of b", got)
		}
	})
}
