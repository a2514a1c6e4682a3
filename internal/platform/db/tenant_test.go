package db_test

import (
	"context"
	"errors"
	"slices"
	"testing"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// questions are ways to ask for sites, each of which would see the neighbour's
// if nothing held it back.
var questions = map[string]func(q *gorm.DB) (seen []id.ID, err error){
	"everything": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Find(&rows).Error
		return owners(rows), err
	},
	"what holds for all": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Where("1 = 1").Find(&rows).Error
		return owners(rows), err
	},
	"an OR of gorm": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Where("name = ?", "门店").Or("1 = 1").Find(&rows).Error
		return owners(rows), err
	},
	"nothing but an OR": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Or("1 = 1").Find(&rows).Error
		return owners(rows), err
	},
	"an OR in the text": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Where("name = ? OR 1 = 1", "门店").Find(&rows).Error
		return owners(rows), err
	},
	"an OR on a line of its own": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Where("name = ?\nOR\n1 = 1", "门店").Find(&rows).Error
		return owners(rows), err
	},
	"a group of conditions": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Where(q.Where("name = ?", "门店").Or("kind = ?", "store")).Find(&rows).Error
		return owners(rows), err
	},
	"an OR after a first answer": func(q *gorm.DB) ([]id.ID, error) {
		var n int64
		var rows []siteRow
		again := q.Model(&siteRow{}).Where("name = ?", "门店")
		if err := again.Count(&n).Error; err != nil {
			return nil, err
		}
		err := again.Or("1 = 1").Find(&rows).Error
		return owners(rows), err
	},
	"a negation": func(q *gorm.DB) ([]id.ID, error) {
		var rows []siteRow
		err := q.Not("name = ?", "x").Find(&rows).Error
		return owners(rows), err
	},
	"one column": func(q *gorm.DB) (seen []id.ID, err error) {
		err = q.Model(&siteRow{}).Pluck("enterprise_id", &seen).Error
		return seen, err
	},
	"a smaller struct": func(q *gorm.DB) (seen []id.ID, err error) {
		var rows []struct{ EnterpriseID id.ID }
		err = q.Model(&siteRow{}).Find(&rows).Error
		for _, r := range rows {
			seen = append(seen, r.EnterpriseID)
		}
		return seen, err
	},
	"row by row": func(q *gorm.DB) (seen []id.ID, err error) {
		rows, err := q.Model(&siteRow{}).Select("enterprise_id").Rows()
		if err != nil {
			return nil, err
		}
		defer rows.Close() //nolint:errcheck // only read
		for rows.Next() {
			var e id.ID
			if err := rows.Scan(&e); err != nil {
				return nil, err
			}
			seen = append(seen, e)
		}
		return seen, rows.Err()
	},
	"in batches": func(q *gorm.DB) (seen []id.ID, err error) {
		var rows []siteRow
		err = q.Order("id").FindInBatches(&rows, 1, func(*gorm.DB, int) error {
			seen = append(seen, owners(rows)...)
			return nil
		}).Error
		return seen, err
	},
	"a group": func(q *gorm.DB) (seen []id.ID, err error) {
		err = q.Model(&siteRow{}).Group("enterprise_id").Having("count(*) > ?", 0).Pluck("enterprise_id", &seen).Error
		return seen, err
	},
	"a question within the question": func(q *gorm.DB) (seen []id.ID, err error) {
		inner := q.Model(&shiftRow{}).Select("enterprise_id").Or("1 = 1")
		var rows []siteRow
		err = q.Where("enterprise_id IN (?)", inner).Find(&rows).Error
		return owners(rows), err
	},
	"what belongs to it": func(q *gorm.DB) (seen []id.ID, err error) {
		var rows []siteRow
		err = q.Preload("Shifts").Find(&rows).Error
		for _, r := range rows {
			for _, s := range r.Shifts {
				seen = append(seen, id.ID(s.EnterpriseID))
			}
		}
		return append(seen, owners(rows)...), err
	},
	"what it belongs to, joined": func(q *gorm.DB) (seen []id.ID, err error) {
		var rows []shiftRow
		err = q.Joins("Site").Find(&rows).Error
		for _, r := range rows {
			seen = append(seen, id.ID(r.EnterpriseID), id.ID(r.Site.EnterpriseID))
		}
		return seen, err
	},
}

func TestNoQuestionSeesTheNeighbour(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		scopes := map[string]access.Grant{
			"as the enterprise": n.of(n.a),
			"as its office":     n.area(t, n.a.Office, n.a.OfficePath),
			"as its city":       n.area(t, n.a.City, n.a.CityPath),
		}
		for who, g := range scopes {
			for what, ask := range questions {
				n.read(t, g, func(tx *db.Tx) error {
					seen, err := ask(tx.SQL())
					if err != nil {
						t.Errorf("%s, %s: %v", who, what, err)
						return nil
					}
					if len(seen) == 0 || slices.ContainsFunc(seen, func(e id.ID) bool { return e != n.a.Enterprise }) {
						t.Errorf("%s, %s: got %v, want only %s", who, what, seen, n.a.Enterprise)
					}
					return nil
				})
			}
		}
		n.read(t, n.of(n.a), func(tx *db.Tx) error {
			var count int64
			if err := tx.SQL().Model(&siteRow{}).Count(&count).Error; err != nil || count != 1 {
				t.Errorf("count: got %d, %v, want 1", count, err)
			}
			var r siteRow
			if err := tx.SQL().First(&r, "id = ?", n.b.Site).Error; !db.NotFound(err) {
				t.Errorf("first of a foreign id: got %v, %v", r, err)
			}
			if err := tx.SQL().Take(&siteRow{EnterpriseID: db.Tenant(n.b.Enterprise), ID: n.a.Site}).Error; !db.NotFound(err) {
				t.Errorf("take of a foreign key: got %v", err)
			}
			return nil
		})
	})
}

// refusals are mistakes that must not reach the database at all.
func refusals(n neighbours) map[string]struct {
	want error
	do   func(q *gorm.DB) error
} {
	day := "2026-11-24"
	site := func(e id.ID) *siteRow {
		return &siteRow{EnterpriseID: db.Tenant(e), ID: n.NewID(), Kind: "store", Name: "x", OpenedOn: "2026-11-24"}
	}
	fields := map[string]any{"id": n.NewID(), "enterprise_id": n.b.Enterprise, "kind": "store", "name": "x", "opened_on": day}
	mine := func(q *gorm.DB) *gorm.DB { return q.Model(&siteRow{}).Where("id = ?", n.a.Site) }
	clash := func(q *gorm.DB, c clause.Expression) error {
		return q.Clauses(c).Create(&siteRow{ID: n.a.Site, Kind: "store", Name: "x", OpenedOn: "2026-11-24"}).Error
	}
	set := clause.Set{{Column: clause.Column{Name: "enterprise_id"}, Value: n.b.Enterprise}}
	type refusal = struct {
		want error
		do   func(q *gorm.DB) error
	}
	return map[string]refusal{
		"a foreign row is inserted":         {db.ErrForeignRow, func(q *gorm.DB) error { return q.Create(site(n.b.Enterprise)).Error }},
		"a foreign row among own ones":      {db.ErrForeignRow, func(q *gorm.DB) error { return q.Create([]*siteRow{site(id.Nil), site(n.b.Enterprise)}).Error }},
		"a foreign row in batches":          {db.ErrForeignRow, func(q *gorm.DB) error { return q.CreateInBatches([]siteRow{*site(n.b.Enterprise)}, 1).Error }},
		"a row from a map":                  {db.ErrNoScope, func(q *gorm.DB) error { return q.Model(&siteRow{}).Create(fields).Error }},
		"rows from maps":                    {db.ErrNoScope, func(q *gorm.DB) error { return q.Model(&siteRow{}).Create([]map[string]any{fields}).Error }},
		"a row moves by a field":            {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Update("enterprise_id", n.b.Enterprise).Error }},
		"a row moves by the struct's field": {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Update("EnterpriseID", n.b.Enterprise).Error }},
		"a row moves by a column":           {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).UpdateColumn("enterprise_id", n.b.Enterprise).Error }},
		"a row moves by a map":              {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Updates(map[string]any{"enterprise_id": n.b.Enterprise}).Error }},
		"a row moves by a struct":           {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Updates(site(n.b.Enterprise)).Error }},
		"a row moves by an expression":      {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Update("enterprise_id", gorm.Expr("id")).Error }},
		"a row moves by a clause":           {db.ErrForeignRow, func(q *gorm.DB) error { return mine(q).Clauses(set).Updates(nil).Error }},
		"an update without a condition":     {db.ErrNoCondition, func(q *gorm.DB) error { return q.Model(&siteRow{}).Update("name", "x").Error }},
		"a delete without a condition":      {db.ErrNoCondition, func(q *gorm.DB) error { return q.Delete(&siteRow{}).Error }},
		"a save of a foreign key":           {db.ErrNoCondition, func(q *gorm.DB) error { return q.Save(site(n.b.Enterprise)).Error }},
		"a save of several":                 {db.ErrUpsert, func(q *gorm.DB) error { return q.Save([]*siteRow{site(id.Nil)}).Error }},
		"an upsert of everything":           {db.ErrUpsert, func(q *gorm.DB) error { return clash(q, clause.OnConflict{UpdateAll: true}) }},
		"an upsert of a column": {db.ErrUpsert, func(q *gorm.DB) error {
			return clash(q, clause.OnConflict{DoUpdates: clause.AssignmentColumns([]string{"name"})})
		}},
		"an insert that replaces":                 {db.ErrUpsert, func(q *gorm.DB) error { return clash(q, clause.Insert{Modifier: "OR REPLACE"}) }},
		"a table without a struct":                {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Table("sites").Find(&[]map[string]any{}).Error }},
		"a table with a struct of another":        {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Table("sites s").Find(&[]struct{ Name string }{}).Error }},
		"an update of a table without a struct":   {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Table("sites").Where("1 = 1").Update("name", "x").Error }},
		"a delete from a table without a struct":  {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Table("sites").Where("1 = 1").Delete(nil).Error }},
		"an insert into a table without a struct": {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Table("sites").Create(fields).Error }},
		"an insert past the scopes":               {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Unscoped().Create(site(n.b.Enterprise)).Error }},
		"a question past the scopes":              {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Unscoped().Find(&[]siteRow{}).Error }},
		"raw SQL":                                 {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Raw("SELECT * FROM sites").Scan(&[]siteRow{}).Error }},
		"a raw statement":                         {db.ErrUnscopedSQL, func(q *gorm.DB) error { return q.Exec("DELETE FROM shifts").Error }},
	}
}

func TestMistakesAreRefusedBeforeTheDatabase(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		for name, c := range refusals(n) {
			if got := n.try(t, n.of(n.a), c.do); !errors.Is(got, c.want) {
				t.Errorf("%s: got %v, want %v", name, got, c.want)
			}
		}
	})
}

func TestWritesStayWithTheTenant(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		own := map[string]func(q *gorm.DB) *gorm.DB{
			"an update":        func(q *gorm.DB) *gorm.DB { return q.Model(&shiftRow{}).Where("id = ?", n.a.Shift).Update("name", "x") },
			"an update of all": func(q *gorm.DB) *gorm.DB { return q.Model(&shiftRow{}).Where("1 = 1").Update("name", "x") },
			"an update with an OR": func(q *gorm.DB) *gorm.DB {
				return q.Model(&shiftRow{}).Where("ends < 0").Or("ends > 0").Update("name", "x")
			},
			"an update with a line break": func(q *gorm.DB) *gorm.DB {
				return q.Model(&shiftRow{}).Where("ends < 0\nOR\nends > 0").Updates(map[string]any{"name": "x"})
			},
			"a delete with an OR": func(q *gorm.DB) *gorm.DB { return q.Where("ends < 0").Or("ends > 0").Delete(&shiftRow{}) },
			"a delete by key":     func(q *gorm.DB) *gorm.DB { return q.Where("id = ?", n.a.Shift).Delete(&shiftRow{}) },
		}
		for name, do := range own {
			err := n.try(t, n.of(n.a), func(q *gorm.DB) error {
				r := do(q)
				if r.Error == nil && r.RowsAffected != 1 {
					t.Errorf("%s: changed %d rows, want its own one", name, r.RowsAffected)
				}
				return r.Error
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if err := n.try(t, n.of(n.a), func(q *gorm.DB) error {
			r := q.Model(&shiftRow{}).Where("id = ?", n.b.Shift).Update("name", "x")
			if r.RowsAffected != 0 {
				t.Errorf("a foreign shift was changed")
			}
			return r.Error
		}); err != nil {
			t.Error(err)
		}
		if err := n.try(t, n.of(n.a), func(q *gorm.DB) error {
			row := siteRow{ID: n.NewID(), Kind: "store", Name: "x", OpenedOn: "2026-11-24"}
			err := q.Create(&row).Error
			if row.EnterpriseID != db.Tenant(n.a.Enterprise) {
				t.Errorf("inserted for %q, want it stamped with %s", row.EnterpriseID, n.a.Enterprise)
			}
			return err
		}); err != nil {
			t.Error(err)
		}
	})
}

func TestAreaIsReadNotWritten(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		g := n.area(t, n.a.District, n.a.DistrictPath)
		writes := map[string]func(q *gorm.DB) error{
			"insert": func(q *gorm.DB) error { return q.Create(&siteRow{ID: n.NewID(), Kind: "store"}).Error },
			"insert for a named one": func(q *gorm.DB) error {
				return q.Create(&siteRow{EnterpriseID: db.Tenant(n.a.Enterprise), ID: n.NewID(), Kind: "store"}).Error
			},
			"update": func(q *gorm.DB) error { return q.Model(&siteRow{}).Where("1 = 1").Update("name", "x").Error },
			"delete": func(q *gorm.DB) error { return q.Where("1 = 1").Delete(&siteRow{}).Error },
		}
		for name, do := range writes {
			if err := n.try(t, g, do); !errors.Is(err, db.ErrAreaReadOnly) {
				t.Errorf("%s: got %v, want %v", name, err, db.ErrAreaReadOnly)
			}
		}
		err := n.DB.Write(context.Background(), g, func(tx *db.Tx) error {
			_, foreign := tx.For(n.b.Enterprise)
			_, missing := tx.For(n.NewID())
			_, none := tx.For(id.Nil)
			for _, err := range []error{foreign, missing, none} {
				if !errors.Is(err, db.ErrEnterpriseNotFound) {
					t.Errorf("narrow outside the area: got %v, want %v", err, db.ErrEnterpriseNotFound)
				}
			}
			etx, err := tx.For(n.a.Enterprise)
			if err != nil {
				return err
			}
			r := etx.SQL().Model(&siteRow{}).Where("1 = 1").Update("name", "x")
			if r.RowsAffected != 1 {
				t.Errorf("narrowed: changed %d rows, want 1", r.RowsAffected)
			}
			return errors.Join(r.Error, errUndo)
		})
		if !errors.Is(err, errUndo) {
			t.Error(err)
		}
	})
}

func TestWithoutScopeThereIsNothing(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		n := settle(t, w)
		for name, do := range map[string]func(q *gorm.DB) error{
			"find":   func(q *gorm.DB) error { return q.Find(&[]siteRow{}).Error },
			"insert": func(q *gorm.DB) error { return q.Create(&siteRow{EnterpriseID: db.Tenant(n.a.Enterprise)}).Error },
			"update": func(q *gorm.DB) error { return q.Model(&siteRow{}).Where("1 = 1").Update("name", "x").Error },
			"delete": func(q *gorm.DB) error { return q.Where("1 = 1").Delete(&siteRow{}).Error },
		} {
			if err := n.try(t, nobody, do); !errors.Is(err, db.ErrNoScope) {
				t.Errorf("%s: got %v, want %v", name, err, db.ErrNoScope)
			}
		}
		err := n.DB.Read(context.Background(), nobody, func(tx *db.Tx) error {
			var rows []siteRow
			for sql, want := range map[string]error{
				"SELECT * FROM sites":                                    db.ErrUnscopedSQL,
				"SELECT * FROM sites s WHERE {scope:s}":                  db.ErrNoScope,
				"SELECT * FROM day_tallies s WHERE {area:s}":             db.ErrNoScope,
				"SELECT * FROM sites s WHERE s.enterprise_id = {tenant}": db.ErrNoScope,
			} {
				if err := tx.Query(&rows, sql); !errors.Is(err, want) {
					t.Errorf("%s: got %v, want %v", sql, err, want)
				}
			}
			_, err := tx.For(n.a.Enterprise)
			if !errors.Is(err, db.ErrEnterpriseNotFound) {
				t.Errorf("narrow from nowhere: got %v", err)
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
