package rig

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/identity"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// Password is that of every made-up person.
const Password = "Rig-2026-probe"

// FirstDay is the first of the days for which shops owe a check.
const FirstDay = clock.Day("2016-01-01")

// Shop is a made-up shop, kept by one person.
type Shop struct {
	Number                                   int
	Enterprise, Site, Shift, Account, Listed id.ID
	Login                                    string
}

// Items are the daily items of every shop's list.
const Items = 10

// Number makes an id that says what it is and which: its last twelve digits are
// the number in hexadecimal, so that a script can make it as well.
func Number(kind uint16, n int) id.ID { return id.ID(fmt.Sprintf("%s%012x", Prefix(kind), n)) }

// Prefix is what the ids of one kind have in common.
func Prefix(kind uint16) string { return fmt.Sprintf("0193%04x-0000-7000-8000-", kind) }

// The kinds of [Number]; a script's records and audit entries have their own.
const (
	kindAgency uint16 = iota + 1
	KindEnterprise
	KindSite
	KindShift
	KindAccount
	KindList
	KindSession
	kindItem
	kindMembership
	kindAppointment
	KindFresh
)

// ShopOf names the shop with the number.
func ShopOf(n int) Shop {
	return Shop{
		Number: n, Enterprise: Number(KindEnterprise, n), Site: Number(KindSite, n), Shift: Number(KindShift, n),
		Account: Number(KindAccount, n), Listed: Number(KindList, n), Login: fmt.Sprintf("rig%d", n),
	}
}

// Chief is the login of the office's head.
const Chief = "rigchief"

// Office is the office of all shops, at the end of its path.
var (
	Office     = Number(kindAgency, 3)
	OfficePath = string(Number(kindAgency, 1)) + "/" + string(Number(kindAgency, 2)) + "/" + string(Office) + "/"
)

// Found makes n shops, each of which owes a check on every one of so many days.
// All checks are open now, whatever their day: time is not what is tried here.
func Found(ctx context.Context, a *app.App, n, days int) ([]Shop, error) {
	now := a.DB.Clock().Now()
	hash, err := people(ctx, a, now)
	if err != nil {
		return nil, fmt.Errorf("make the office: %w", err)
	}
	list, err := json.Marshal(items())
	if err != nil {
		return nil, fmt.Errorf("encode list: %w", err)
	}
	shops := make([]Shop, n)
	for i := range shops {
		s := ShopOf(i)
		g := access.Anyone(access.Call{Operation: "rig"}).Founding(s.Enterprise)
		err := a.DB.Write(ctx, g, func(tx *db.Tx) error {
			if err := found(tx, s, now, hash, list); err != nil {
				return err
			}
			return owe(tx, s, now, days)
		})
		if err != nil {
			return nil, fmt.Errorf("make shop %d: %w", i, err)
		}
		shops[i] = s
	}
	return shops, nil
}

// people makes the agencies, the office's head and the first shop's person, and
// returns the password's hash, which all share: hashing takes its time.
func people(ctx context.Context, a *app.App, now time.Time) (hash string, err error) {
	err = a.DB.Write(ctx, access.Anyone(access.Call{Operation: "rig"}), func(tx *db.Tx) error {
		parent, path := id.Nil, ""
		for i, level := range []string{"city", "district", "office"} {
			agency := Number(kindAgency, i+1)
			path += string(agency) + "/"
			if _, err := tx.Exec("INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES (?, ?, ?, ?, ?, ?) {none}",
				agency, parent, level, "虚构机构", path, now); err != nil {
				return err
			}
			parent = agency
		}
		chief, err := a.Identity.CreateAccountWithPassword(tx, Chief, "虚构所长", "", Password)
		if err != nil {
			return err
		}
		if err := a.Identity.GrantRole(tx, identity.Role{Account: chief, Agency: Office, Role: access.Chief, From: now, OwnerName: "虚构机构", Source: chief}); err != nil {
			return err
		}
		return tx.Query(&hash, "SELECT password_hash FROM accounts WHERE login = ? {none}", Chief)
	})
	return hash, err
}

func found(tx *db.Tx, s Shop, now time.Time, hash string, list []byte) error {
	since := now.AddDate(0, 0, -60)
	type statement struct {
		sql  string
		args []any
	}
	all := []statement{
		{"INSERT INTO enterprises (enterprise_id, name, identifier_kind, identifier, origin, begun_on, created_at, size_grade, in_scope) VALUES ({tenant}, ?, 'uscc', ?, 'office', ?, ?, 'D', true)", []any{fmt.Sprintf("虚构商店%d号", s.Number), s.Login, FirstDay, now}},
		{"INSERT INTO enterprise_scope (enterprise_id, path) VALUES ({tenant}, ?)", []any{OfficePath}},
		{"INSERT INTO sites (enterprise_id, id, kind, name, opened_on) VALUES ({tenant}, ?, 'store', '门店', ?)", []any{s.Site, FirstDay}},
		{"INSERT INTO shifts (enterprise_id, id, site_id, name, starts, ends, grace, weekdays, rest_on_holidays, from_day) VALUES ({tenant}, ?, ?, '白班', 480, 1080, 120, 127, false, ?)", []any{s.Shift, s.Site, FirstDay}},
		{"INSERT INTO accounts (id, login, name, password_hash, must_change, created_at) VALUES (?, ?, '虚构店主', ?, false, ?) {none}", []any{s.Account, s.Login, hash, now}},
		{"INSERT INTO risk_lists (enterprise_id, id, version, state, items, drafted_at, approved_at, effective_day) VALUES ({tenant}, ?, 1, 'approved', ?, ?, ?, ?)", []any{s.Listed, list, since, since, FirstDay}},
	}
	for i, post := range []string{"principal", "officer"} {
		all = append(all,
			statement{"INSERT INTO memberships (id, account_id, enterprise_id, role, from_at) VALUES (?, ?, {tenant}, ?, ?)", []any{Number(kindMembership, 2*s.Number+i), s.Account, post, since}},
			statement{"INSERT INTO appointments (enterprise_id, id, account_id, person_name, post, from_at, made_at) VALUES ({tenant}, ?, ?, '虚构店主', ?, ?, ?)", []any{Number(kindAppointment, 2*s.Number+i), s.Account, post, since, now}},
		)
	}
	for _, one := range all {
		if _, err := tx.Exec(one.sql, one.args...); err != nil {
			return err
		}
	}
	return nil
}

// owe makes the shop's obligations.
func owe(tx *db.Tx, s Shop, now time.Time, days int) error {
	opens, due := now.Add(-time.Hour), now.Add(12*time.Hour)
	day := "date '" + string(FirstDay) + "' + n"
	if tx.Engine() == db.SQLite {
		day = "date('" + string(FirstDay) + "', '+' || n || ' days')"
	}
	_, err := tx.Exec(`INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until)
		WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < ?)
		SELECT {tenant}, 'daily_check', CAST(? AS `+uuidOf(tx)+`), `+day+`, CAST(? AS `+uuidOf(tx)+`), ?, CAST(? AS `+instantOf(tx)+`), CAST(? AS `+instantOf(tx)+`) FROM d`,
		days, s.Shift, s.Site, OfficePath, opens, due)
	return err
}

func uuidOf(tx *db.Tx) string {
	if tx.Engine() == db.SQLite {
		return "text"
	}
	return "uuid"
}

func instantOf(tx *db.Tx) string {
	if tx.Engine() == db.SQLite {
		return "text"
	}
	return "timestamptz"
}

func items() []api.RiskItem {
	all := make([]api.RiskItem, Items)
	for i := range all {
		all[i] = api.RiskItem{
			ID: string(Number(kindItem, i)), Code: fmt.Sprintf("R%03d", i), Category: "电线电缆", Step: "陈列", Risk: "产品无中文标签", Measure: "逐件查看标签和合格证明",
			Frequency: "每日", Rhythm: "daily", Post: string(reference.Officer), Source: "own",
		}
	}
	return all
}

// Check is the shop's signed check of a day, in which everything passes.
func (s Shop) Check(day clock.Day, at time.Time) api.DailyBody {
	b := api.DailyBody{
		PayloadVersion: 1, Obligation: api.CheckOf{Site: string(s.Site), Shift: string(s.Shift), Day: string(day)},
		ListID: string(s.Listed), ListVersion: 1, StartedAt: at.Add(-time.Minute), SubmittedAt: at,
		Declaration: api.Declaration{Text: "我已按清单逐项检查，记录属实。", Signature: []api.Stroke{}},
	}
	for i := range Items {
		b.Answers = append(b.Answers, api.Answer{Item: string(Number(kindItem, i)), Verdict: "pass"})
	}
	return b
}
