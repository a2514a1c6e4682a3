package appointment

import (
	"encoding/json"
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

type letterRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	ID           id.ID     `gorm:"primaryKey"`
	Number       int
	Day          clock.Day
	AccountID    id.ID
	PersonName   string
	Post         string
	Employment   string
	Sites        string
	Products     string
	UntilDay     clock.Day
	Veto         bool
	Report       bool
	Duties       string
	DeputyOf     id.ID
	Replaces     id.ID
	MadeBy       id.ID
	MadeName     string
	MadeAt       time.Time
	Declaration  string // of who made it; JSON
}

func (letterRow) TableName() string { return "appointment_letters" }

type answerRow struct {
	EnterpriseID db.Tenant `gorm:"primaryKey"`
	LetterID     id.ID     `gorm:"primaryKey"`
	Answer       string
	Reason       string
	Declaration  string
	ByID         id.ID
	ByName       string
	At           time.Time
}

func (answerRow) TableName() string { return "appointment_answers" }

type endingRow struct {
	EnterpriseID  db.Tenant `gorm:"primaryKey"`
	AppointmentID id.ID     `gorm:"primaryKey"`
	Number        int
	Kind          string
	Reason        string
	SuccessorID   id.ID
	SuccessorName string
	Handed        string // JSON
	ByID          id.ID
	ByName        string
	At            time.Time
	Declaration   string // of who ended it; JSON
}

func (endingRow) TableName() string { return "appointment_endings" }

func (r letterRow) letter() Letter {
	return Letter{
		Appointment: Appointment{
			ID: r.ID, Account: r.AccountID, PersonName: r.PersonName, Post: reference.Post(r.Post), Employment: r.Employment,
			Sites: split(r.Sites), Products: split(r.Products), DeputyOf: r.DeputyOf, From: r.MadeAt.UTC(),
		},
		Number: r.Number, Day: r.Day, UntilDay: r.UntilDay, Veto: r.Veto, Report: r.Report, Duties: r.Duties, Replaces: r.Replaces, MadeBy: r.MadeBy, MadeName: r.MadeName, Signed: r.Declaration,
	}
}

func insertLetter(tx *db.Tx, l Letter) error {
	r := letterRow{
		ID: l.ID, Number: l.Number, Day: l.Day, AccountID: l.Account, PersonName: l.PersonName, Post: string(l.Post), Employment: l.Employment,
		Sites: join(l.Sites), Products: join(l.Products), UntilDay: l.UntilDay, Veto: l.Veto, Report: l.Report, Duties: l.Duties,
		DeputyOf: l.DeputyOf, Replaces: l.Replaces, MadeBy: l.MadeBy, MadeName: l.MadeName, MadeAt: l.From, Declaration: l.Signed,
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert letter %s: %w", l.ID, err)
	}
	return nil
}

func insertAnswer(tx *db.Tx, l Letter) error {
	r := answerRow{
		LetterID: l.ID, Answer: string(l.Answer), Reason: l.AnswerWhy, Declaration: l.Declaration,
		ByID: l.AnsweredID, ByName: l.AnsweredBy, At: l.AnsweredAt,
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert answer to letter %s: %w", l.ID, err)
	}
	return nil
}

func insertEnding(tx *db.Tx, e Ending) error {
	if e.Handed == nil {
		e.Handed = []Handed{}
	}
	handed, err := json.Marshal(e.Handed)
	if err != nil {
		return fmt.Errorf("encode what was handed over by %s: %w", e.Appointment, err)
	}
	r := endingRow{
		AppointmentID: e.Appointment, Number: e.Number, Kind: e.Kind, Reason: e.Reason, SuccessorID: e.Successor, SuccessorName: e.SuccessorName,
		Handed: string(handed), ByID: e.By, ByName: e.ByName, At: e.At, Declaration: e.Signed,
	}
	if err := tx.SQL().Create(&r).Error; err != nil {
		return fmt.Errorf("insert ending of appointment %s: %w", e.Appointment, err)
	}
	return nil
}
