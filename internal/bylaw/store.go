package bylaw

import (
	"fmt"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// kindKey tells two drafts of one kind begun at the same moment.
var kindKey = db.Unique{Name: "bylaws_kind", Columns: "bylaws.enterprise_id, bylaws.kind"}

// headRow is a bylaw with its draft; it stays when the draft is approved.
type headRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	DraftState   string
	Form         string
	Text         string
	FileSHA256   string `gorm:"column:file_sha256"`
	FileName     string
	Posts        string // joined by commas
	Note         string
	DraftedBy    id.ID
	DraftedName  string
	DraftedAt    *time.Time
	Revision     int
}

func (headRow) TableName() string { return "bylaws" }

type versionRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	BylawID      id.ID     `gorm:"primaryKey"`
	Version      int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Form         string
	Text         string
	FileSHA256   string `gorm:"column:file_sha256"`
	FileName     string
	Posts        string
	Note         string
	Revision     int
	ApprovedBy   id.ID
	ApprovedName string
	ApprovedAt   time.Time
	Declaration  string
	EffectiveDay clock.Day
	ReviewDay    clock.Day
	Hash         string
	FactSeq      int64
}

func (versionRow) TableName() string { return "bylaw_versions" }

// The kinds of acts.
const (
	actReviewed = "reviewed"
	actRepealed = "repealed"
)

type actRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	BylawID      id.ID
	Version      int
	Kind         string
	Note         string
	ReviewDay    clock.Day
	ByID         id.ID
	ByName       string
	At           time.Time
	FactSeq      int64
}

func (actRow) TableName() string { return "bylaw_acts" }

type requestRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	BylawID      id.ID
	Version      int
	AccountID    id.ID
	PersonName   string
	AskedAt      time.Time
	LeftAt       *time.Time
}

func (requestRow) TableName() string { return "bylaw_requests" }

type confirmationRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	RequestID    id.ID     `gorm:"primaryKey"`
	AccountID    id.ID
	PersonName   string
	ByApproval   bool
	Declaration  string
	Hash         string
	At           time.Time
	FactSeq      int64
}

func (confirmationRow) TableName() string { return "bylaw_confirmations" }

// lockHead returns the bylaw of a kind and keeps others from changing it until
// the transaction ends.
func lockHead(tx *db.Tx, kind string) (headRow, bool, error) {
	var r headRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Where("kind = ?", kind).Take(&r).Error
	if db.NotFound(err) {
		return headRow{}, false, nil
	}
	if err != nil {
		return headRow{}, false, fmt.Errorf("lock bylaw %s: %w", kind, err)
	}
	return r, true, nil
}

// lockHeads does so for all kinds, in the order in which they are locked one by
// one.
func lockHeads(tx *db.Tx) error {
	var rows []headRow
	if err := tx.SQL().Clauses(clause.Locking{Strength: "UPDATE"}).Select("id").Order("kind").Find(&rows).Error; err != nil {
		return fmt.Errorf("lock bylaws: %w", err)
	}
	return nil
}

func insertHead(tx *db.Tx, r headRow) error {
	err := tx.SQL().Create(&r).Error
	if db.Violates(err, kindKey) {
		return ErrChanged.Because(err)
	}
	if err != nil {
		return fmt.Errorf("insert bylaw %s: %w", r.Kind, err)
	}
	return nil
}

func updateDraft(tx *db.Tx, r headRow) error {
	err := tx.SQL().Model(&headRow{}).Where("id = ?", r.ID).Updates(map[string]any{
		"draft_state": r.DraftState, "form": r.Form, "text": r.Text, "file_sha256": r.FileSHA256, "file_name": r.FileName, "posts": r.Posts,
		"note": r.Note, "drafted_by": r.DraftedBy, "drafted_name": r.DraftedName, "drafted_at": r.DraftedAt, "revision": r.Revision,
	}).Error
	if err != nil {
		return fmt.Errorf("update draft of %s: %w", r.Kind, err)
	}
	return nil
}

func insertVersion(tx *db.Tx, r versionRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert version %d of bylaw %s: %w", r.Version, r.BylawID, err)
	}
	return nil
}

func insertAct(tx *db.Tx, r actRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert %s of bylaw %s: %w", r.Kind, r.BylawID, err)
	}
	return nil
}

func insertRequest(tx *db.Tx, r requestRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("ask %s to confirm bylaw %s: %w", r.AccountID, r.BylawID, err)
	}
	return nil
}

func insertConfirmation(tx *db.Tx, r confirmationRow) error {
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert confirmation %s: %w", r.RequestID, err)
	}
	return nil
}

func updateRequest(tx *db.Tx, request id.ID, left *time.Time) error {
	if err := tx.SQL().Model(&requestRow{}).Where("id = ?", request).Updates(map[string]any{"left_at": left}).Error; err != nil {
		return fmt.Errorf("update request %s: %w", request, err)
	}
	return nil
}

func lockRequest(tx *db.Tx, request id.ID) (requestRow, error) {
	return db.Lock[requestRow](tx, request, ErrNotAsked)
}

// shelf is all rows of an enterprise's bylaws; they are few, and read together.
type shelf struct {
	heads         map[string]headRow
	versions      map[id.ID][]versionRow // newest first
	acts          map[id.ID][]actRow     // oldest first
	requests      map[id.ID][]requestRow
	confirmations map[id.ID]confirmationRow
}

// readShelf reads all bylaws of the transaction's enterprise, or one of them.
func readShelf(tx *db.Tx, bylaw id.ID) (shelf, error) {
	s := shelf{map[string]headRow{}, map[id.ID][]versionRow{}, map[id.ID][]actRow{}, map[id.ID][]requestRow{}, map[id.ID]confirmationRow{}}
	var (
		heads         []headRow
		versions      []versionRow
		acts          []actRow
		requests      []requestRow
		confirmations []confirmationRow
	)
	for _, q := range []struct {
		into          any
		column, order string
	}{
		{&heads, "id", "kind"},
		{&versions, "bylaw_id", "bylaw_id, version DESC"},
		{&acts, "bylaw_id", "at, id"},
		{&requests, "bylaw_id", "asked_at, person_name, id"},
		{&confirmations, "", "at"},
	} {
		find := tx.SQL().Order(q.order)
		if bylaw != id.Nil && q.column != "" {
			find = find.Where(q.column+" = ?", bylaw)
		}
		if err := find.Find(q.into).Error; err != nil {
			return s, fmt.Errorf("read bylaws: %w", err)
		}
	}
	for _, r := range heads {
		s.heads[r.Kind] = r
	}
	for _, r := range versions {
		s.versions[r.BylawID] = append(s.versions[r.BylawID], r)
	}
	for _, r := range acts {
		s.acts[r.BylawID] = append(s.acts[r.BylawID], r)
	}
	for _, r := range requests {
		s.requests[r.BylawID] = append(s.requests[r.BylawID], r)
	}
	for _, r := range confirmations {
		s.confirmations[r.RequestID] = r
	}
	return s, nil
}

// repeals are the acts that repealed a version of the bylaw.
func (s shelf) repeals(bylaw id.ID) map[int]actRow {
	all := map[int]actRow{}
	for _, a := range s.acts[bylaw] {
		if a.Kind == actRepealed {
			all[a.Version] = a
		}
	}
	return all
}

// kindOf returns the kind of a bylaw.
func kindOf(tx *db.Tx, bylaw id.ID) (string, error) {
	var r headRow
	if err := tx.SQL().Select("kind").Where("id = ?", bylaw).Take(&r).Error; err != nil {
		return "", fmt.Errorf("read kind of bylaw %s: %w", bylaw, err)
	}
	return r.Kind, nil
}

// readDrafts tells how far the drafts are, by kind.
func readDrafts(tx *db.Tx) (map[string]string, error) {
	var rows []headRow
	if err := tx.SQL().Select("kind", "draft_state").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read drafts: %w", err)
	}
	states := make(map[string]string, len(rows))
	for _, r := range rows {
		states[r.Kind] = r.DraftState
	}
	return states, nil
}
