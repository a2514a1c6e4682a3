package appointment

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"gorm.io/gorm/clause"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

type appointmentRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	AccountID    id.ID
	PersonName   string
	Post         string
	Employment   string
	Sites        string // ids joined by commas
	Products     string
	DeputyOf     id.ID
	FromAt       time.Time
	UntilAt      *time.Time
	EndedAt      *time.Time
	EndedWhy     string
	MadeBy       id.ID
	MadeAt       time.Time
}

func (appointmentRow) TableName() string { return "appointments" }

// headRow is the enterprise as far as appointments need it.
type headRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	Name         string
}

func (headRow) TableName() string { return "enterprises" }

// lockEnterprise makes all changes of one enterprise's appointments queue, so
// that two principals cannot end one another at once. It returns the name.
func lockEnterprise(tx *db.Tx) (string, error) {
	var r headRow
	err := tx.SQL().Clauses(clause.Locking{Strength: "NO KEY UPDATE"}).Select("enterprise_id", "name").Take(&r).Error
	if db.NotFound(err) {
		return "", db.ErrEnterpriseNotFound
	}
	if err != nil {
		return "", fmt.Errorf("lock enterprise %s: %w", tx.Enterprise(), err)
	}
	return r.Name, nil
}

func readRoster(tx *db.Tx) (Roster, error) {
	var rows []appointmentRow
	if err := tx.SQL().Order("from_at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read appointments: %w", err)
	}
	roster := make(Roster, len(rows))
	for n, r := range rows {
		roster[n] = Appointment{
			ID: r.ID, Account: r.AccountID, PersonName: r.PersonName, Post: reference.Post(r.Post), Employment: r.Employment,
			Sites: split(r.Sites), Products: split(r.Products), DeputyOf: r.DeputyOf,
			From: r.FromAt.UTC(), Until: utc(r.UntilAt), EndedAt: utc(r.EndedAt), EndedWhy: r.EndedWhy,
		}
	}
	return roster, nil
}

// readBook reads the roster with the letters, their answers and the endings.
func readBook(tx *db.Tx) (b book, err error) {
	if b.roster, err = readRoster(tx); err != nil {
		return b, err
	}
	b.letters, b.lettersOf, b.endings = map[id.ID]Letter{}, map[id.ID][]id.ID{}, map[id.ID]Ending{}
	var letters []letterRow
	if err := tx.SQL().Order("number").Find(&letters).Error; err != nil {
		return b, fmt.Errorf("read letters of appointment: %w", err)
	}
	for _, r := range letters {
		b.file(r.letter())
	}
	var answers []answerRow
	if err := tx.SQL().Find(&answers).Error; err != nil {
		return b, fmt.Errorf("read answers to letters: %w", err)
	}
	for _, r := range answers {
		l := b.letters[r.LetterID]
		l.Answer, l.AnswerWhy, l.Declaration, l.AnsweredID, l.AnsweredBy, l.AnsweredAt = Answer(r.Answer), r.Reason, r.Declaration, r.ByID, r.ByName, r.At.UTC()
		b.letters[r.LetterID] = l
	}
	var endings []endingRow
	if err := tx.SQL().Find(&endings).Error; err != nil {
		return b, fmt.Errorf("read endings of appointments: %w", err)
	}
	for _, r := range endings {
		e := Ending{
			Appointment: r.AppointmentID, Number: r.Number, Kind: r.Kind, Reason: r.Reason,
			Successor: r.SuccessorID, SuccessorName: r.SuccessorName, By: r.ByID, ByName: r.ByName, Signed: r.Declaration, At: r.At.UTC(),
		}
		if err := json.Unmarshal([]byte(r.Handed), &e.Handed); err != nil {
			return b, fmt.Errorf("decode what was handed over by %s: %w", r.AppointmentID, err)
		}
		b.endings[r.AppointmentID] = e
	}
	return b, b.readResignations(tx)
}

// inOrder lists the letters, the newest first.
func (b book) inOrder() []Letter {
	all := make([]Letter, 0, len(b.letters))
	for _, l := range b.letters {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Letter) int { return cmp.Compare(b.Number, a.Number) })
	return all
}

// nextLetter is the number of the next letter.
func (b book) nextLetter() int { return len(b.letters) + 1 }

func utc(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

func join(ids []id.ID) string { return strings.Join(texts(ids), ",") }

func split(s string) []id.ID {
	if s == "" {
		return nil
	}
	parts := strings.Split(s, ",")
	all := make([]id.ID, len(parts))
	for n, p := range parts {
		all[n] = id.ID(p)
	}
	return all
}

func insertAppointment(tx *db.Tx, a Appointment) error {
	r := appointmentRow{
		ID: a.ID, AccountID: a.Account, PersonName: a.PersonName, Post: string(a.Post), Employment: a.Employment,
		Sites: join(a.Sites), Products: join(a.Products), DeputyOf: a.DeputyOf,
		FromAt: a.From, UntilAt: a.Until, MadeBy: tx.Actor().Account, MadeAt: tx.Now(),
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert appointment %s: %w", a.ID, err)
	}
	return nil
}

// limitAppointment lets it end at an instant ahead.
func limitAppointment(tx *db.Tx, a Appointment) error {
	if err := tx.SQL().Model(&appointmentRow{}).Where("id = ?", a.ID).Update("until_at", a.Until).Error; err != nil {
		return fmt.Errorf("limit appointment %s: %w", a.ID, err)
	}
	return nil
}

func endAppointment(tx *db.Tx, a Appointment) error {
	err := tx.SQL().Model(&appointmentRow{}).Where("id = ?", a.ID).
		Updates(map[string]any{"ended_at": a.EndedAt, "ended_why": a.EndedWhy}).Error
	if err != nil {
		return fmt.Errorf("end appointment %s: %w", a.ID, err)
	}
	return nil
}

type siteRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	ClosedOn     clock.Day
}

func (siteRow) TableName() string { return "sites" }

// sitesOpen tells of each site of the enterprise whether work is done there.
func sitesOpen(tx *db.Tx) (map[id.ID]bool, error) {
	var rows []siteRow
	if err := tx.SQL().Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read sites: %w", err)
	}
	open := make(map[id.ID]bool, len(rows))
	for _, r := range rows {
		open[r.ID] = r.ClosedOn == ""
	}
	return open, nil
}

// productsPresent are the products that were not dropped.
func productsPresent(tx *db.Tx) (map[id.ID]bool, error) {
	var found []id.ID
	if err := tx.Query(&found, "SELECT p.id FROM products p WHERE {scope:p} AND p.dropped_on IS NULL"); err != nil {
		return nil, fmt.Errorf("read products: %w", err)
	}
	present := make(map[id.ID]bool, len(found))
	for _, p := range found {
		present[p] = true
	}
	return present, nil
}

// loginOf returns the login of an account of this enterprise's people.
func loginOf(tx *db.Tx, account id.ID) (string, error) {
	var logins []string
	err := tx.Query(&logins, `SELECT a.login FROM accounts a WHERE a.id = ? AND (EXISTS
		(SELECT 1 FROM appointments p WHERE {scope:p} AND p.account_id = a.id) OR EXISTS
		(SELECT 1 FROM appointment_letters l WHERE {scope:l} AND l.account_id = a.id))`, account)
	if err != nil {
		return "", fmt.Errorf("read login of %s: %w", account, err)
	}
	if len(logins) != 1 {
		return "", fmt.Errorf("%d logins of account %s", len(logins), account)
	}
	return logins[0], nil
}

type loginRow struct {
	ID    id.ID
	Login string
}

// loginsOf returns the accounts of this enterprise's people.
func loginsOf(tx *db.Tx) ([]loginRow, error) {
	var rows []loginRow
	err := tx.Query(&rows, `SELECT a.id, a.login FROM accounts a WHERE
		a.id IN (SELECT p.account_id FROM appointments p WHERE {scope:p}) OR a.id IN (SELECT l.account_id FROM appointment_letters l WHERE {scope:l})
		ORDER BY a.login`)
	if err != nil {
		return nil, fmt.Errorf("read logins: %w", err)
	}
	return rows, nil
}

// sealedAt is the place in the chain of the newest fact of the kind about the
// subject; 0 while there is none.
func sealedAt(tx *db.Tx, kind string, subject id.ID) (uint64, error) {
	var seqs []int64
	err := tx.Query(&seqs, "SELECT l.seq FROM links l WHERE {scope:l} AND l.subject_id = ? AND l.kind = ? ORDER BY l.seq DESC LIMIT 1", subject, kind)
	if err != nil {
		return 0, fmt.Errorf("find %s of %s: %w", kind, subject, err)
	}
	if len(seqs) == 0 {
		return 0, nil
	}
	return uint64(seqs[0]), nil
}

// nameOf is the enterprise's present name.
func nameOf(tx *db.Tx) (string, error) {
	var r headRow
	if err := tx.SQL().Select("enterprise_id", "name").Take(&r).Error; err != nil {
		return "", fmt.Errorf("read name of enterprise %s: %w", tx.Enterprise(), err)
	}
	return r.Name, nil
}
