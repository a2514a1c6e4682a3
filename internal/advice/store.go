package advice

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type adviceRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Kind         string
	Day          clock.Day
	Facts        string
	Goods        string // JSON
	Actions      string // joined by commas
	Wish         string
	Photos       string // SHA-256 of each, joined by commas
	FormerID     id.ID
	Declaration  string
	Signature    string // JSON
	RaisedBy     id.ID
	RaisedName   string
	RaisedPost   string
	RaisedAt     time.Time
	DueAt        time.Time
}

func (adviceRow) TableName() string { return "advices" }

type stepRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	AdviceID     id.ID     `gorm:"primaryKey"`
	Number       int       `gorm:"primaryKey;autoIncrement:false"`
	ID           id.ID
	Kind         string
	Reason       string
	Measures     string
	MetOn        clock.Day
	Declaration  string
	Signature    string
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (stepRow) TableName() string { return "advice_steps" }

// waiting tells the advices that nobody has answered or withdrawn.
const waiting = "NOT EXISTS (SELECT 1 FROM advice_steps s WHERE s.enterprise_id = advices.enterprise_id AND s.advice_id = advices.id)"

func (r adviceRow) domain() (Advice, error) {
	a := Advice{
		ID: r.ID, Day: r.Day, Due: r.DueAt.UTC(), RaisedBy: r.RaisedBy, RaisedName: r.RaisedName, RaisedPost: access.Role(r.RaisedPost),
		RaisedAt: r.RaisedAt.UTC(), Text: r.Declaration,
		AdviceFields: api.AdviceFields{
			Kind: r.Kind, Facts: r.Facts, Actions: split(r.Actions), Wish: r.Wish, Photos: split(r.Photos), Former: string(r.FormerID),
		},
	}
	if err := json.Unmarshal([]byte(r.Goods), &a.Goods); err != nil {
		return a, fmt.Errorf("read goods of advice %s: %w", r.ID, err)
	}
	if err := json.Unmarshal([]byte(r.Signature), &a.Signature); err != nil {
		return a, fmt.Errorf("read signature of advice %s: %w", r.ID, err)
	}
	return a, nil
}

func (r stepRow) domain() (Step, error) {
	s := Step{
		ID: r.ID, Number: r.Number, Kind: r.Kind, Reason: r.Reason, Measures: r.Measures, MetOn: r.MetOn,
		Text: r.Declaration, By: r.ByID, Name: r.ByName, At: r.At.UTC(),
	}
	if err := json.Unmarshal([]byte(r.Signature), &s.Signature); err != nil {
		return s, fmt.Errorf("read signature of answer %s: %w", r.ID, err)
	}
	return s, nil
}

func split(s string) []string {
	if s == "" {
		return []string{}
	}
	return strings.Split(s, ",")
}

func insertAdvice(tx *db.Tx, a Advice) error {
	goods, err := json.Marshal(a.Goods)
	if err != nil {
		return fmt.Errorf("encode goods of advice %s: %w", a.ID, err)
	}
	signature, err := strokes(a.Signature)
	if err != nil {
		return err
	}
	row := adviceRow{
		ID: a.ID, Kind: a.Kind, Day: a.Day, Facts: a.Facts, Goods: string(goods), Actions: strings.Join(a.Actions, ","), Wish: a.Wish,
		Photos: strings.Join(a.Photos, ","), FormerID: id.ID(a.Former), Declaration: a.Text, Signature: signature,
		RaisedBy: a.RaisedBy, RaisedName: a.RaisedName, RaisedPost: string(a.RaisedPost), RaisedAt: a.RaisedAt, DueAt: a.Due,
	}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert advice %s: %w", a.ID, err)
	}
	return nil
}

func insertStep(tx *db.Tx, advice id.ID, s Step) error {
	signature, err := strokes(s.Signature)
	if err != nil {
		return err
	}
	row := stepRow{
		AdviceID: advice, Number: s.Number, ID: s.ID, Kind: s.Kind, Reason: s.Reason, Measures: s.Measures, MetOn: s.MetOn,
		Declaration: s.Text, Signature: signature, ByID: s.By, ByName: s.Name, At: s.At,
	}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert step %d of advice %s: %w", s.Number, advice, err)
	}
	return nil
}

func strokes(all []api.Stroke) (string, error) {
	if all == nil {
		all = []api.Stroke{}
	}
	b, err := json.Marshal(all)
	if err != nil {
		return "", fmt.Errorf("encode signature: %w", err)
	}
	return string(b), nil
}

// find returns an advice with what came of it.
func find(tx *db.Tx, advice id.ID) (Course, error) {
	row, err := db.Find[adviceRow](tx, advice, ErrNotFound)
	if err != nil {
		return Course{}, err
	}
	all, err := courses(tx, []adviceRow{row})
	if err != nil {
		return Course{}, err
	}
	return all[0], nil
}

// courses reads what came of the advices.
func courses(tx *db.Tx, rows []adviceRow) ([]Course, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	ids := make([]id.ID, len(rows))
	for n, r := range rows {
		ids[n] = r.ID
	}
	var steps []stepRow
	if err := tx.SQL().Where("advice_id IN ?", ids).Order("advice_id, number").Find(&steps).Error; err != nil {
		return nil, fmt.Errorf("read answers: %w", err)
	}
	all := make([]Course, len(rows))
	for n, r := range rows {
		a, err := r.domain()
		if err != nil {
			return nil, err
		}
		all[n].Advice = a
	}
	for _, r := range steps {
		s, err := r.domain()
		if err != nil {
			return nil, err
		}
		n := slices.Index(ids, r.AdviceID)
		all[n].Steps = append(all[n].Steps, s)
	}
	return all, nil
}

// stepUsed reports whether an answer's id was used for another advice.
func stepUsed(tx *db.Tx, step id.ID) (bool, error) {
	var n int64
	if err := tx.SQL().Model(&stepRow{}).Where("id = ?", step).Count(&n).Error; err != nil {
		return false, fmt.Errorf("find answer %s: %w", step, err)
	}
	return n > 0, nil
}

// waitingAdvices are those without an answer, by deadline.
func waitingAdvices(tx *db.Tx, limit int) ([]Course, error) {
	var rows []adviceRow
	if err := tx.SQL().Where(waiting).Order("due_at, id").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read waiting advices: %w", err)
	}
	return courses(tx, rows)
}

// settledAdvices are the others, newest first, after the place given.
func settledAdvices(tx *db.Tx, after place, limit int) ([]Course, error) {
	q := tx.SQL().Where("NOT (" + waiting + ")")
	if after.id != id.Nil {
		q = q.Where("(raised_at, id) < (?, ?)", after.at, after.id)
	}
	var rows []adviceRow
	if err := q.Order("raised_at DESC, id DESC").Limit(limit).Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read advices: %w", err)
	}
	return courses(tx, rows)
}

// advicesBetween are those that were raised or answered in the days, and those
// raised earlier that still wait; in the order in which they were raised.
func advicesBetween(tx *db.Tx, from, to clock.Day) ([]Course, error) {
	var rows []adviceRow
	err := tx.SQL().Where("day <= ?", to).
		Where("day >= ? OR "+waiting+" OR EXISTS (SELECT 1 FROM advice_steps s WHERE s.enterprise_id = advices.enterprise_id AND s.advice_id = advices.id AND s.at >= ? AND s.at < ?)",
			from, from.Start(), to.Add(1).Start()).
		Order("raised_at, id").Find(&rows).Error
	if err != nil {
		return nil, fmt.Errorf("read advices %s–%s: %w", from, to, err)
	}
	return courses(tx, rows)
}

// raisedAgain are the later advices that refer to this one.
func raisedAgain(tx *db.Tx, advice id.ID) ([]string, error) {
	later := []string{}
	err := tx.SQL().Model(&adviceRow{}).Where("former_id = ?", advice).Order("raised_at, id").Pluck("id", &later).Error
	if err != nil {
		return nil, fmt.Errorf("read what followed %s: %w", advice, err)
	}
	return later, nil
}
