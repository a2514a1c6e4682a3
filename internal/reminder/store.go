package reminder

import (
	"fmt"
	"slices"
	"time"

	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

const lowest id.ID = "00000000-0000-0000-0000-000000000000"

// slotsDue lists the slots of the last three hours that somebody uses and that were
// not planned, the oldest first.
func slotsDue(tx *db.Tx) ([]time.Time, error) {
	used := map[int]bool{}
	for _, m := range notice.Standard.Slots {
		used[m] = true
	}
	var chosen []string
	if err := tx.Query(&chosen, "SELECT DISTINCT p.slots FROM notice_preferences p"); err != nil {
		return nil, fmt.Errorf("read chosen slots: %w", err)
	}
	for _, text := range chosen {
		for _, m := range notice.SlotsOf(text) {
			used[m] = true
		}
	}
	var planned []struct{ Due time.Time }
	if err := tx.Query(&planned, "SELECT f.due FROM fires f WHERE f.job = ? AND f.due > ?", slotJob, tx.Now().Add(-late)); err != nil {
		return nil, fmt.Errorf("read planned slots: %w", err)
	}
	var due []time.Time
	for _, day := range []clock.Day{tx.Today().Add(-1), tx.Today()} {
		for m := 0; m < 1440; m += grid {
			at := day.At(m)
			if !used[m] || at.After(tx.Now()) || !at.After(tx.Now().Add(-late)) {
				continue
			}
			if !slices.ContainsFunc(planned, func(p struct{ Due time.Time }) bool { return p.Due.Equal(at) }) {
				due = append(due, at)
			}
		}
	}
	return due, nil
}

// slotJob is under what name planned slots stand among the bells.
const slotJob = Job + ":slot"

func markSlot(tx *db.Tx, at time.Time) error {
	_, err := tx.Exec("INSERT INTO fires (job, due, rang_at, done_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", slotJob, at, tx.Now(), tx.Now())
	if err != nil {
		return fmt.Errorf("mark slot: %w", err)
	}
	return nil
}

// peopleAfter reads a batch of people who hold posts now. The second value is the
// last account of the batch, absent after the last batch.
func peopleAfter(tx *db.Tx, after id.ID, limit int) ([]*person, id.ID, error) {
	var ids []id.ID
	if err := tx.Query(&ids, "SELECT a.id FROM accounts a WHERE a.id > ? ORDER BY a.id LIMIT ?", after, limit); err != nil {
		return nil, id.Nil, fmt.Errorf("read accounts: %w", err)
	}
	if len(ids) == 0 {
		return nil, id.Nil, nil
	}
	var rows []struct {
		AccountID, EnterpriseID id.ID
		Role                    access.Role
		Slots                   *string
		Email, SMS              *bool
	}
	err := tx.Query(&rows, "SELECT m.account_id, m.enterprise_id, m.role, p.slots, p.email, p.sms FROM accounts a"+
		" JOIN memberships m ON m.account_id = a.id AND m.enterprise_id IS NOT NULL AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)"+
		" LEFT JOIN notice_preferences p ON p.account_id = a.id"+
		" WHERE a.id > ? AND a.id <= ? AND m.account_id > ? AND m.account_id <= ? AND a.disabled_at IS NULL ORDER BY m.account_id, m.enterprise_id, m.role",
		tx.Now(), tx.Now(), after, ids[len(ids)-1], after, ids[len(ids)-1])
	if err != nil {
		return nil, id.Nil, fmt.Errorf("read people: %w", err)
	}
	var people []*person
	for _, r := range rows {
		if len(people) == 0 || people[len(people)-1].account != r.AccountID {
			p := &person{account: r.AccountID, slots: notice.Standard.Slots, posts: map[id.ID][]access.Role{}}
			if r.Slots != nil {
				p.slots = notice.SlotsOf(*r.Slots)
				p.elsewhere = r.Email != nil && *r.Email || r.SMS != nil && *r.SMS
			}
			people = append(people, p)
		}
		p := people[len(people)-1]
		if !slices.Contains(p.posts[r.EnterpriseID], r.Role) {
			p.posts[r.EnterpriseID] = append(p.posts[r.EnterpriseID], r.Role)
		}
	}
	if len(ids) < limit {
		return people, id.Nil, nil
	}
	return people, ids[len(ids)-1], nil
}

// withChannels lists enterprises after one that have channels in use.
func withChannels(tx *db.Tx, after id.ID, limit int) ([]id.ID, error) {
	var all []id.ID
	err := tx.Query(&all, "SELECT DISTINCT c.enterprise_id FROM notice_channels c WHERE c.enterprise_id > ? AND c.enabled AND c.ended_at IS NULL ORDER BY c.enterprise_id LIMIT ?", after, limit)
	if err != nil {
		return nil, fmt.Errorf("read enterprises with channels: %w", err)
	}
	return all, nil
}

// atOnce keeps a list of ids below the number of values that SQLite binds.
const atOnce = 1000

// housesOf reads what decides on the digests of the enterprises.
func housesOf(tx *db.Tx, enterprises []id.ID, at time.Time) (map[id.ID]*house, error) {
	houses := make(map[id.ID]*house, len(enterprises))
	for some := range slices.Chunk(enterprises, atOnce) {
		for _, load := range []func(*db.Tx, []id.ID, time.Time, map[id.ID]*house) error{loadHouses, loadPosts, loadDuties} {
			if err := load(tx, some, at, houses); err != nil {
				return nil, err
			}
		}
		own, err := ladders(tx, some)
		if err != nil {
			return nil, err
		}
		for e, l := range own {
			if h := houses[e]; h != nil {
				h.ladder = l
			}
		}
	}
	return houses, nil
}

// loadHouses reads names, and which enterprises rest today: they have shifts, and
// none of them owes a check today.
func loadHouses(tx *db.Tx, some []id.ID, _ time.Time, houses map[id.ID]*house) error {
	var rows []struct {
		EnterpriseID id.ID
		Name         string
		Shifts, Owed int
	}
	// Subqueries, so that the planner asks each enterprise's rows by their keys and
	// never reads a whole day of everybody for a batch.
	const inForce = "FROM shifts h WHERE h.enterprise_id = e.enterprise_id AND h.from_day <= ? AND (h.until_day IS NULL OR h.until_day >= ?)"
	err := tx.Query(&rows, "SELECT e.enterprise_id, e.name, (SELECT count(*) "+inForce+") AS shifts, (SELECT count(*) "+inForce+
		" AND EXISTS (SELECT 1 FROM obligations o WHERE o.enterprise_id = h.enterprise_id AND o.kind = ? AND o.subject_id = h.id AND o.period_start = ? AND o.excused_at IS NULL)) AS owed"+
		" FROM enterprises e WHERE e.enterprise_id IN ?", tx.Today(), tx.Today(), tx.Today(), tx.Today(), obligation.KindDaily, tx.Today(), some)
	if err != nil {
		return fmt.Errorf("read enterprises: %w", err)
	}
	for _, r := range rows {
		houses[r.EnterpriseID] = &house{id: r.EnterpriseID, name: r.Name, rests: r.Shifts > 0 && r.Owed == 0, filled: map[access.Role]bool{}}
	}
	return nil
}

func loadPosts(tx *db.Tx, some []id.ID, _ time.Time, houses map[id.ID]*house) error {
	var rows []struct {
		EnterpriseID id.ID
		Role         access.Role
	}
	err := tx.Query(&rows, "SELECT DISTINCT m.enterprise_id, m.role FROM memberships m WHERE m.enterprise_id IN ? AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?)", some, tx.Now(), tx.Now())
	if err != nil {
		return fmt.Errorf("read posts: %w", err)
	}
	for _, r := range rows {
		if h := houses[r.EnterpriseID]; h != nil {
			h.filled[r.Role] = true
		}
	}
	return nil
}

// How far a duty may lie from the slot to be recalled at all.
const (
	farthestSoon  = 31 * 24 * time.Hour
	farthestUntil = 180 * 24 * time.Hour
)

// loadDuties reads what is neither done nor excused, by deadline.
func loadDuties(tx *db.Tx, some []id.ID, at time.Time, houses map[id.ID]*house) error {
	var rows []struct {
		EnterpriseID, SubjectID, AccountID id.ID
		Kind, Post, Title                  string
		PeriodStart                        clock.Day
		OpensAt, DueUntil                  time.Time
		Site, Shift                        *string
	}
	// The join's order is not left to the planner, and names are asked row by row:
	// he would read all sites for each batch.
	const open = "o.enterprise_id = e.enterprise_id AND o.fulfilled_at IS NULL AND o.excused_at IS NULL AND o.due_until > ? AND o.due_until <= ?"
	join := "CROSS JOIN obligations o WHERE " + open
	if tx.Engine() == db.Postgres {
		join = "CROSS JOIN LATERAL (SELECT * FROM obligations o WHERE " + open + " OFFSET 0) o WHERE true"
	}
	err := tx.Query(&rows, "SELECT o.enterprise_id, o.kind, o.subject_id, o.period_start, o.opens_at, o.due_until, o.post, o.account_id, o.title,"+
		" (SELECT s.name FROM sites s WHERE s.enterprise_id = o.enterprise_id AND s.id = o.site_id) AS site,"+
		" (SELECT h.name FROM shifts h WHERE h.enterprise_id = o.enterprise_id AND h.id = o.subject_id) AS shift"+
		" FROM enterprises e "+join+" AND e.enterprise_id IN ? ORDER BY o.due_until, o.kind, o.subject_id, o.period_start",
		at.Add(-farthestUntil), at.Add(farthestSoon), some)
	if err != nil {
		return fmt.Errorf("read duties: %w", err)
	}
	for _, r := range rows {
		h := houses[r.EnterpriseID]
		if h == nil {
			continue
		}
		d := duty{Obligation: obligation.Obligation{
			Enterprise: r.EnterpriseID, Kind: r.Kind, Subject: r.SubjectID, Day: r.PeriodStart, Opens: r.OpensAt.UTC(), Due: r.DueUntil.UTC(),
			Post: access.Role(r.Post), Account: r.AccountID, Title: r.Title,
		}}
		if r.Site != nil {
			d.site = *r.Site
		}
		if r.Shift != nil {
			d.shift = *r.Shift
		}
		h.duties = append(h.duties, d)
	}
	return nil
}

// stillOpen keeps the refs whose obligation is neither done nor excused and, for a
// person, in whose enterprise he still holds a post.
func stillOpen(tx *db.Tx, account id.ID, refs []notice.Ref) (map[notice.Ref]bool, error) {
	var enterprises, subjects []string
	for _, r := range refs {
		enterprises, subjects = append(enterprises, string(r.Enterprise)), append(subjects, string(r.Subject))
	}
	serves := ""
	args := []any{enterprises, subjects}
	if account != id.Nil {
		serves = " AND EXISTS (SELECT 1 FROM memberships m WHERE m.account_id = ? AND m.enterprise_id = o.enterprise_id AND m.from_at <= ? AND (m.until_at IS NULL OR m.until_at > ?))"
		args = append(args, account, tx.Now(), tx.Now())
	}
	var rows []struct {
		EnterpriseID, SubjectID id.ID
		Kind                    string
		PeriodStart             clock.Day
	}
	err := tx.Query(&rows, "SELECT o.enterprise_id, o.kind, o.subject_id, o.period_start FROM obligations o WHERE o.enterprise_id IN ? AND o.subject_id IN ? AND o.fulfilled_at IS NULL AND o.excused_at IS NULL"+serves, args...)
	if err != nil {
		return nil, fmt.Errorf("read which duties are open: %w", err)
	}
	open := map[notice.Ref]bool{}
	for _, r := range rows {
		open[notice.Ref{Enterprise: r.EnterpriseID, Kind: r.Kind, Subject: r.SubjectID, Day: r.PeriodStart}] = true
	}
	return open, nil
}

type ladderRow struct {
	EnterpriseID db.Tenant
	Kind         string
	Soon         int
	Director     int
	Principal    int
	Until        int
	ChangedBy    id.ID
	ChangedAt    time.Time
}

func (ladderRow) TableName() string { return "reminder_ladders" }

// ladders reads where enterprises depart from the standard.
func ladders(tx *db.Tx, enterprises []id.ID) (map[id.ID]Ladder, error) {
	var rows []ladderRow
	if err := tx.Query(&rows, "SELECT l.* FROM reminder_ladders l WHERE {scope:l} AND l.enterprise_id IN ?", enterprises); err != nil {
		return nil, fmt.Errorf("read ladders: %w", err)
	}
	all := map[id.ID]Ladder{}
	for _, r := range rows {
		e := id.ID(r.EnterpriseID)
		if all[e] == nil {
			all[e] = Ladder{}
		}
		all[e][r.Kind] = Rung{Soon: r.Soon, Director: r.Director, Principal: r.Principal, Until: r.Until}
	}
	return all, nil
}

func dropRung(tx *db.Tx, kind string) error {
	if err := tx.SQL().Where("kind = ?", kind).Delete(&ladderRow{}).Error; err != nil {
		return fmt.Errorf("drop rung of %s: %w", kind, err)
	}
	return nil
}

func insertRung(tx *db.Tx, kind string, r Rung) error {
	row := ladderRow{Kind: kind, Soon: r.Soon, Director: r.Director, Principal: r.Principal, Until: r.Until, ChangedBy: tx.Actor().Account, ChangedAt: tx.Now()}
	if err := tx.SQL().Create(&row).Error; err != nil {
		return fmt.Errorf("insert rung of %s: %w", kind, err)
	}
	return nil
}
