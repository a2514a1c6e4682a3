package enterprise

import (
	"fmt"
	"slices"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

type enterpriseRow struct {
	EnterpriseID        db.Tenant `gorm:"primaryKey"`
	Name                string
	IdentifierKind      string
	Identifier          string
	IdentifierConfirmed bool
	NoIdentifierReason  string
	Market              string
	Stall               string
	Address             string
	LegalRepresentative string
	Contact             string
	PhoneCipher         []byte
	InScope             *bool
	ScopeNote           string
	EntryReason         string
	SurveyedOn          clock.Day
	SurveyOutcome       string
	OperatingState      string
	SizeGrade           string
	SizeGradeWords      words.Sentence
	Origin              string
	BegunOn             clock.Day
	CreatedAt           time.Time
	Revision            int
}

func (enterpriseRow) TableName() string { return "enterprises" }

type businessRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	EndedOn      clock.Day
}

func (businessRow) TableName() string { return "businesses" }

type figuresRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	BusinessID   id.ID
	Headcount    *int
	Revenue      *int64
	Year         int
	Basis        string
	RecordedBy   id.ID
	RecordedAt   time.Time
}

func (figuresRow) TableName() string { return "business_figures" }

type sizeGradeRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Grade        string
	Words        words.Sentence
	FromAt       time.Time
	RecordedBy   id.ID
}

func (sizeGradeRow) TableName() string { return "size_grades" }

type siteRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Name         string
	Address      string
	OpenedOn     clock.Day
	ClosedOn     clock.Day
}

func (siteRow) TableName() string { return "sites" }

type productRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Name         string
	Category     string
	Regime       string
	Certificate  string
	Standard     string
	AddedOn      clock.Day
	DroppedOn    clock.Day
}

func (productRow) TableName() string { return "products" }

var uniqueIdentifier = db.Unique{Name: "enterprises_identifier", Columns: "enterprises.identifier"}

// taken turns the breaking of the identifier's uniqueness into its refusal. No
// question beforehand could find it: another enterprise's row is not seen.
func taken(err error) error {
	if db.Violates(err, uniqueIdentifier) {
		return ErrIdentifierTaken.At("body.identifier.value", "").Because(err)
	}
	return err
}

func insertEnterprise(tx *db.Tx, r *enterpriseRow) error {
	if err := tx.SQL().Create(r).Error; err != nil {
		return fmt.Errorf("insert enterprise: %w", taken(err))
	}
	return nil
}

// readEnterprise reads the head, locking it when it is about to be changed:
// all changes of one archive queue there.
func readEnterprise(tx *db.Tx, lock bool) (enterpriseRow, error) {
	var r enterpriseRow
	q := tx.SQL()
	if lock {
		q = q.Clauses(clause.Locking{Strength: "NO KEY UPDATE"})
	}
	err := q.Take(&r).Error
	if db.NotFound(err) {
		return r, db.ErrEnterpriseNotFound
	}
	if err != nil {
		return r, fmt.Errorf("read enterprise %s: %w", tx.Enterprise(), err)
	}
	return r, nil
}

func updateEnterprise(tx *db.Tx, changes map[string]any) error {
	err := tx.SQL().Model(&enterpriseRow{}).Where("revision > 0").Updates(changes).Error
	if err != nil {
		return fmt.Errorf("update enterprise %s: %w", tx.Enterprise(), taken(err))
	}
	return nil
}

func readSites(tx *db.Tx) ([]Site, error) {
	var rows []siteRow
	if err := tx.SQL().Order("opened_on, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	sites := make([]Site, len(rows))
	for n, r := range rows {
		sites[n] = Site{r.ID, r.Kind, r.Name, r.Address, r.OpenedOn, r.ClosedOn}
	}
	return sites, nil
}

func insertSite(tx *db.Tx, s Site) error {
	r := siteRow{ID: s.ID, Kind: s.Kind, Name: s.Name, Address: s.Address, OpenedOn: s.OpenedOn}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert site %s: %w", s.ID, err)
	}
	return nil
}

func updateSite(tx *db.Tx, s Site) error {
	err := tx.SQL().Model(&siteRow{}).Where("id = ?", s.ID).
		Updates(map[string]any{"kind": s.Kind, "name": s.Name, "address": s.Address, "closed_on": s.ClosedOn}).Error
	if err != nil {
		return fmt.Errorf("update site %s: %w", s.ID, err)
	}
	return nil
}

func readProducts(tx *db.Tx) ([]Product, error) {
	var rows []productRow
	if err := tx.SQL().Order("added_on, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read products: %w", err)
	}
	products := make([]Product, len(rows))
	for n, r := range rows {
		products[n] = Product{r.ID, r.Name, r.Category, r.Regime, r.Certificate, r.Standard, r.AddedOn, r.DroppedOn}
	}
	return products, nil
}

func insertProduct(tx *db.Tx, p Product) error {
	r := productRow{ID: p.ID, Name: p.Name, Category: p.Category, Regime: p.Regime, Certificate: p.Certificate, Standard: p.Standard, AddedOn: p.AddedOn}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert product %s: %w", p.ID, err)
	}
	return nil
}

func updateProduct(tx *db.Tx, p Product) error {
	err := tx.SQL().Model(&productRow{}).Where("id = ?", p.ID).Updates(map[string]any{
		"name": p.Name, "category": p.Category, "regime": p.Regime, "certificate": p.Certificate, "standard": p.Standard, "dropped_on": p.DroppedOn,
	}).Error
	if err != nil {
		return fmt.Errorf("update product %s: %w", p.ID, err)
	}
	return nil
}

// report is the newest report on a business.
type report struct {
	Figures
	business id.ID
	at       time.Time
}

// readReports returns the newest report of every business, in the order of 附件1.
func readReports(tx *db.Tx) ([]report, error) {
	var businesses []businessRow
	if err := tx.SQL().Find(&businesses).Error; err != nil {
		return nil, fmt.Errorf("read businesses: %w", err)
	}
	var rows []figuresRow
	if err := tx.SQL().Order("recorded_at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read business figures: %w", err)
	}
	newest := make(map[id.ID]figuresRow, len(businesses))
	for _, r := range rows {
		newest[r.BusinessID] = r
	}
	var reports []report
	for _, kind := range Businesses() {
		n := slices.IndexFunc(businesses, func(b businessRow) bool { return b.Kind == string(kind) && b.EndedOn == "" })
		if n < 0 {
			continue
		}
		r := newest[businesses[n].ID]
		f := Figures{Measure: Measure{Business: kind, Headcount: r.Headcount}, Year: r.Year, Basis: r.Basis}
		if r.Revenue != nil {
			yuan := Yuan(*r.Revenue)
			f.Revenue = &yuan
		}
		reports = append(reports, report{f, businesses[n].ID, r.RecordedAt})
	}
	return reports, nil
}

func insertBusiness(tx *db.Tx, kind Business) (id.ID, error) {
	r := businessRow{ID: tx.NewID(), Kind: string(kind)}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return id.Nil, fmt.Errorf("insert business %s: %w", kind, err)
	}
	return r.ID, nil
}

func insertFigures(tx *db.Tx, business id.ID, f Figures, at time.Time) error {
	r := figuresRow{ID: tx.NewID(), BusinessID: business, Headcount: f.Headcount, Year: f.Year, Basis: f.Basis, RecordedBy: tx.Actor().Account, RecordedAt: at}
	if f.Revenue != nil {
		yuan := int64(*f.Revenue)
		r.Revenue = &yuan
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert figures of business %s: %w", business, err)
	}
	return nil
}

// readSizeGrades returns the history, newest first.
func readSizeGrades(tx *db.Tx) ([]sizeGradeRow, error) {
	var rows []sizeGradeRow
	if err := tx.SQL().Order("from_at DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read size grades: %w", err)
	}
	return rows, nil
}

func insertSizeGrade(tx *db.Tx, g Grading, at time.Time) error {
	r := sizeGradeRow{ID: tx.NewID(), Grade: string(g.Grade), Words: g.Why, FromAt: at, RecordedBy: tx.Actor().Account}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert size grade: %w", err)
	}
	return nil
}

// readOffice returns the names of the supervising office and of its named
// officer today; none if the enterprise is under no office.
func readOffice(tx *db.Tx) (office, officer string, err error) {
	var rows []struct{ Office, Officer string }
	err = tx.Query(&rows, `SELECT a.name AS office, s.officer_name AS officer FROM assignments s JOIN agencies a ON a.id = s.agency_id
		WHERE {scope:s} AND s.from_day <= ? AND (s.until_day IS NULL OR s.until_day >= ?)
		ORDER BY s.from_day DESC, s.made_at DESC, s.id DESC LIMIT 1`, tx.Today(), tx.Today())
	if err != nil {
		return "", "", fmt.Errorf("read supervising office: %w", err)
	}
	if len(rows) == 0 {
		return "", "", nil
	}
	return rows[0].Office, rows[0].Officer, nil
}
