package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"zhize/internal/access"
	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/rig"
)

const (
	areaCity     = id.ID("10000000-0000-7000-8000-000000000000")
	areaDistrict = id.ID("10000000-0000-7000-8000-000000000001")
	areaLogin    = "rigarea"
)

// world is a district of twelve offices on a database of its own.
type world struct {
	database *rig.Database
	super    *sql.DB
	site     *rig.Site
	n        int
}

// build loads a district of n enterprises with so many days of checks. One
// enterprise in a hundred has stopped checking, one check in fifty was missed,
// one in twenty found something, one in fifty was excused; of today's those are
// done that could be.
func (b *bench) build(ctx context.Context, n, days int) (w *world, err error) {
	w = &world{n: n}
	if w.database, err = rig.NewDatabase(ctx, b.admin); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.remove(ctx))
		}
	}()
	if w.super, err = w.database.Super(); err != nil {
		return nil, err
	}
	if w.site, err = rig.NewSite(b.folder, w.database.Env()...); err != nil {
		return nil, err
	}
	c, err := w.super.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("reach the database: %w", err)
	}
	defer c.Close() //nolint:errcheck // every statement is its own transaction
	for _, q := range statements(n, days) {
		if _, err := c.ExecContext(ctx, q); err != nil {
			return nil, fmt.Errorf("%w\n%s", err, q)
		}
	}
	return w, w.person(ctx)
}

// person makes the one who reads: the district's chief.
func (w *world) person(ctx context.Context) error {
	a, err := w.site.Open(ctx)
	if err != nil {
		return err
	}
	err = a.DB.Write(ctx, access.Anyone(access.Call{Operation: "rig"}), func(tx *db.Tx) error {
		account, err := a.Identity.CreateAccountWithPassword(tx, areaLogin, "虚构局长", "", rig.Password)
		if err != nil {
			return err
		}
		return a.Identity.GrantRole(tx, identity.Role{Account: account, Agency: areaDistrict, Role: access.Chief, From: tx.Now(), OwnerName: "虚构区局", Source: account})
	})
	return errors.Join(err, a.Close())
}

// remove drops all of it.
func (w *world) remove(ctx context.Context) error {
	var err error
	if w.super != nil {
		err = w.super.Close()
	}
	return errors.Join(err, w.database.Drop(context.WithoutCancel(ctx)))
}

// statements load the district as the superuser, day by day, as the rows come
// in reality: an enterprise's lie far apart. Indexes other than the keys are
// made afterwards.
func statements(n, days int) []string {
	const today = "(now() AT TIME ZONE 'Asia/Shanghai')::date"
	all := []string{
		"SET session_replication_role = replica", "SET synchronous_commit = off",
		`CREATE FUNCTION pg_temp.mint(kind int, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT ('0194' || lpad(to_hex(kind), 4, '0') || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid $$`,
		`CREATE TEMP TABLE later AS SELECT indexdef, indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('obligations', 'daily_records') AND indexname NOT LIKE '%_pkey'`,
		`DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM later LOOP EXECUTE 'DROP INDEX ' || r.indexname; END LOOP; END $$`,
		fmt.Sprintf(`INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES ('%[1]s', NULL, 'city', '虚构市局', '%[1]s/', now()), ('%[2]s', '%[1]s', 'district', '虚构区局', '%[1]s/%[2]s/', now())`, areaCity, areaDistrict),
		fmt.Sprintf(`INSERT INTO agencies (id, parent_id, level, name, path, created_at) SELECT pg_temp.mint(1, o), '%s', 'office', '虚构第' || o || '所', '%s/%s/' || pg_temp.mint(1, o) || '/', now() FROM generate_series(0, 11) o`, areaDistrict, areaCity, areaDistrict),
		fmt.Sprintf(`CREATE TEMP TABLE made AS SELECT i, pg_temp.mint(2, i) AS id, pg_temp.mint(3, i) AS site, pg_temp.mint(4, i) AS shift, a.id AS office, a.path FROM generate_series(0, %d) i JOIN agencies a ON a.id = pg_temp.mint(1, i %% 12)`, n-1),
		`ANALYZE made`,
		`INSERT INTO accounts (id, login, name, password_hash, created_at) SELECT pg_temp.mint(5, i), 'bench' || i, '虚构' || i, '-', now() FROM made`,
		`INSERT INTO enterprises (enterprise_id, name, identifier_kind, identifier, origin, begun_on, created_at, size_grade, in_scope)
			SELECT id, '虚构' || substr(md5(i::text), 1, 6) || '五金店', 'uscc', 'B' || i, 'office', ` + today + ` - 400, now() - interval '400 days', substr('ABCD', (i % 4 + 1)::int, 1), i % 50 <> 0 FROM made`,
		`INSERT INTO enterprise_scope SELECT id, path FROM made`,
		`INSERT INTO businesses (enterprise_id, id, kind) SELECT id, pg_temp.mint(6, i), 'retail' FROM made`,
		`INSERT INTO sites (enterprise_id, id, kind, name, opened_on) SELECT id, site, 'store', '门店', ` + today + ` - 400 FROM made`,
		`INSERT INTO shifts (enterprise_id, id, site_id, name, starts, ends, grace, weekdays, rest_on_holidays, from_day) SELECT id, shift, site, '白班', 480, 1080, 120, 127, false, ` + today + ` - 400 FROM made`,
		`INSERT INTO risk_lists (enterprise_id, id, version, state, items, drafted_at, approved_at, effective_day) SELECT id, pg_temp.mint(7, i), 1, 'approved', '[]', now(), now() - interval '400 days', ` + today + ` - 400 FROM made`,
		`INSERT INTO appointments (enterprise_id, id, account_id, person_name, post, from_at, made_at, ended_at)
			SELECT m.id, pg_temp.mint(8, m.i * 3 + p.n), pg_temp.mint(5, m.i), '虚构', p.post, now() - interval '400 days', now(), CASE WHEN p.post = 'officer' AND m.i % 200 = 0 THEN now() - interval '3 days' END
			FROM made m, unnest(ARRAY['principal', 'director', 'officer']) WITH ORDINALITY p(post, n)`,
		`INSERT INTO assignments (enterprise_id, id, agency_id, officer_name, from_day, made_at) SELECT id, pg_temp.mint(9, i), office, CASE WHEN i % 300 = 0 THEN '' ELSE '监管丁' END, ` + today + ` - 30, now() FROM made`,
		`INSERT INTO hazards (enterprise_id, id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps)
			SELECT m.id, pg_temp.mint(10, m.i * 10 + h), ` + today + ` - 20, CASE m.i % 100 WHEN 0 THEN 'major' WHEN 1 THEN 'larger' ELSE 'general' END, '插座无中文标签', CASE WHEN h > 0 THEN 'closed' ELSE 'found' END,
				now() - interval '20 days', pg_temp.mint(5, m.i), '虚构', now() - interval '10 days', CASE WHEN h > 0 THEN now() - interval '15 days' END, 1
			FROM generate_series(0, 4) h, made m WHERE m.i % 4 < 2`,
		fmt.Sprintf(`INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until, fulfilled_at, fulfilled_by, outcome, lateness, excused_at, excuse)
			SELECT m.id, 'daily_check', m.shift, d.day, m.site, m.path, d.midnight + interval '6 hours', d.midnight + interval '20 hours',
				CASE WHEN s.done THEN d.midnight + interval '7 hours' END, CASE WHEN s.done THEN pg_temp.mint(11, m.i * 1000 + d.ago) END,
				CASE WHEN NOT s.done THEN '' WHEN s.r %% 20 = 7 THEN 'hazards' ELSE 'zero_risk' END, CASE WHEN s.done THEN 'on_time' ELSE '' END,
				CASE WHEN s.r %% 50 = 2 AND d.ago > 0 THEN d.midnight END, CASE WHEN s.r %% 50 = 2 AND d.ago > 0 THEN 'holiday' ELSE '' END
			FROM (SELECT ago, %[1]s - ago AS day, (%[1]s - ago)::timestamp AT TIME ZONE 'Asia/Shanghai' AS midnight FROM generate_series(%[2]d, 0, -1) ago) d CROSS JOIN made m
			CROSS JOIN LATERAL (SELECT r, r %% 50 NOT IN (1, 2) AND NOT (m.i %% 100 = 7 AND d.ago < 9) AND d.midnight + interval '7 hours' < now() AND (d.ago > 0 OR r %% 5 < 2) AS done
				FROM (SELECT (hashint8(m.i * 1000 + d.ago) & 65535) AS r) q) s`, today, days-1),
		`INSERT INTO daily_records (enterprise_id, day, id, version, version_id, site_id, shift_id, list_id, list_version, outcome, bulk, passed, failed, not_applicable, lateness, officer_id, officer_name, started_at, submitted_at, skew_ms, received_at, body_hash, fact_seq)
			SELECT o.enterprise_id, o.period_start, o.fulfilled_by, 1, o.fulfilled_by, o.site_id, o.subject_id, r.id, 1, o.outcome, false, 9, 1, 0, o.lateness, o.subject_id, '虚构', o.fulfilled_at, o.fulfilled_at, 0, o.fulfilled_at, sha256('bench'), 1
			FROM obligations o JOIN risk_lists r USING (enterprise_id) WHERE o.fulfilled_at IS NOT NULL`,
		`INSERT INTO day_tallies (path, kind, day, due, zero_risk, hazards, arrived_late, backfilled, excused, missed)
			SELECT path, kind, period_start, count(*) FILTER (WHERE excused_at IS NULL), count(*) FILTER (WHERE outcome = 'zero_risk'), count(*) FILTER (WHERE outcome = 'hazards'), 0, 0, count(excused_at),
				count(*) FILTER (WHERE excused_at IS NULL AND fulfilled_at IS NULL) FROM obligations WHERE period_start < ` + today + ` GROUP BY 1, 2, 3`,
		`DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM later LOOP EXECUTE r.indexdef; END LOOP; END $$`,
	}
	return append(all, "RESET session_replication_role", "VACUUM ANALYZE", "CHECKPOINT")
}
