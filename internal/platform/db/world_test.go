package db_test

import (
	"context"
	"errors"
	"testing"

	"gorm.io/gorm"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

type siteRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind, Name   string
	OpenedOn     clock.Day
	Shifts       []shiftRow `gorm:"foreignKey:SiteID;references:ID"`
}

func (siteRow) TableName() string { return "sites" }

type shiftRow struct {
	EnterpriseID   db.Tenant `gorm:"primaryKey"`
	ID             id.ID     `gorm:"primaryKey"`
	SiteID         id.ID
	Site           *siteRow `gorm:"foreignKey:SiteID;references:ID"`
	Name           string
	Starts, Ends   int
	Grace          int
	Weekdays       int
	RestOnHolidays bool
	FromDay        clock.Day
}

func (shiftRow) TableName() string { return "shifts" }

// neighbours are two enterprises; the second has a site and a shift under the
// very ids of the first, so that only the tenant tells them apart.
type neighbours struct {
	testkit.World
	a, b testkit.Fixture
}

func settle(t *testing.T, w testkit.World) neighbours {
	t.Helper()
	n := neighbours{w, w.Found(t), w.Found(t)}
	err := w.DB.Write(context.Background(), n.of(n.b), func(tx *db.Tx) error {
		day := tx.Today()
		if err := tx.SQL().Create(&siteRow{ID: n.a.Site, Kind: "store", Name: "别家", OpenedOn: day}).Error; err != nil {
			return err
		}
		return tx.SQL().Create(&shiftRow{ID: n.a.Shift, SiteID: n.a.Site, Name: "别家", Ends: 60, Weekdays: 1, FromDay: day}).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// of is a grant for the fixture's enterprise.
func (n neighbours) of(f testkit.Fixture) access.Grant {
	return access.Anyone(access.Call{Operation: "test"}).Founding(f.Enterprise)
}

// area is the grant of the authority of the path.
func (n neighbours) area(t *testing.T, agency id.ID, path string) access.Grant {
	t.Helper()
	return testkit.Grant(t, access.Actor{Account: n.NewID(), Roles: []access.Role{access.Supervisor}, Agency: agency, Path: path}, "area.read")
}

var nobody = access.Anyone(access.Call{Operation: "test"})

// errUndo takes back what a test did.
var errUndo = errors.New("undo")

// try runs fn in a transaction that is taken back.
func (n neighbours) try(t *testing.T, g access.Grant, fn func(q *gorm.DB) error) error {
	t.Helper()
	var got error
	err := n.DB.Write(context.Background(), g, func(tx *db.Tx) error {
		got = fn(tx.SQL())
		return errUndo
	})
	if !errors.Is(err, errUndo) {
		t.Fatal(err)
	}
	return got
}

func (n neighbours) read(t *testing.T, g access.Grant, fn func(tx *db.Tx) error) {
	t.Helper()
	if err := n.DB.Read(context.Background(), g, fn); err != nil {
		t.Error(err)
	}
}

func owners(rows []siteRow) []id.ID {
	all := make([]id.ID, len(rows))
	for i, r := range rows {
		all[i] = id.ID(r.EnterpriseID)
	}
	return all
}
