package area_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// The loaded world: one city of two districts. The first has twelve offices
// and all the enterprises that are measured, the second is as large again and
// must cost nothing.
const (
	benchCity     = "10000000-0000-7000-8000-000000000000"
	benchDistrict = "10000000-0000-7000-8000-000000000001"
	benchDays     = 60
)

// load fills a PostgreSQL database as its owner, with two districts of n
// enterprises each and 60 days of checks. One check in thirty was missed, one
// enterprise in a hundred has stopped checking.
func load(b *testing.B, owner string, n int) {
	b.Helper()
	s, err := sql.Open("pgx", owner)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // a benchmark
	tables := []string{"enterprises", "enterprise_scope", "sites", "appointments", "hazards", "businesses", "assignments", "obligations", "day_tallies"}
	all := []string{}
	for _, t := range tables {
		all = append(all, "ALTER TABLE "+t+" NO FORCE ROW LEVEL SECURITY")
	}
	all = append(all,
		`CREATE FUNCTION pg_temp.mint(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT md5(kind || i)::uuid $$`,
		`INSERT INTO agencies (id, parent_id, level, name, path, created_at) VALUES ('`+benchCity+`', NULL, 'city', '测试市局', '`+benchCity+`/', now())`,
		`INSERT INTO agencies (id, parent_id, level, name, path, created_at)
			SELECT ('10000000-0000-7000-8000-00000000000' || d)::uuid, '`+benchCity+`', 'district', '测试区局' || d, '`+benchCity+`/10000000-0000-7000-8000-00000000000' || d || '/', now()
			FROM generate_series(1, 2) d`,
		`INSERT INTO agencies (id, parent_id, level, name, path, created_at)
			SELECT pg_temp.mint(a.name, o), a.id, 'office', a.name || '第' || o || '所', a.path || pg_temp.mint(a.name, o) || '/', now()
			FROM agencies a, generate_series(1, 12) o WHERE a.level = 'district'`,
		fmt.Sprintf(`CREATE TEMP TABLE made AS SELECT i, pg_temp.mint('enterprise', i) AS id, a.id AS office, a.path FROM generate_series(1, %d) i
			JOIN (SELECT id, path, row_number() OVER (ORDER BY path) - 1 AS n FROM agencies WHERE level = 'office') a ON a.n = i %% 24`, 2*n),
		`INSERT INTO accounts (id, login, name, password_hash, created_at) SELECT pg_temp.mint('account', i), 'bench' || i, '测试' || i, '-', now() FROM made`,
		`INSERT INTO enterprises (enterprise_id, name, identifier_kind, identifier, origin, begun_on, created_at, size_grade, in_scope)
			SELECT id, '测试' || substr(md5(i::text), 1, 6) || '五金店', 'uscc', 'B' || i, 'office', date '2026-01-01', now(), substr('ABCD', i % 4 + 1, 1), i % 50 <> 0 FROM made`,
		`INSERT INTO enterprise_scope SELECT id, path FROM made`,
		`INSERT INTO businesses (enterprise_id, id, kind) SELECT id, pg_temp.mint('business', i), 'retail' FROM made`,
		`INSERT INTO sites (enterprise_id, id, kind, name, opened_on) SELECT id, pg_temp.mint('site', i), 'store', '门店', date '2026-01-01' FROM made`,
		`INSERT INTO appointments (enterprise_id, id, account_id, person_name, post, from_at, made_at, ended_at)
			SELECT m.id, pg_temp.mint(p, m.i), pg_temp.mint('account', m.i), '测试', p, timestamptz '2026-01-01', now(),
				CASE WHEN p = 'officer' AND m.i % 200 = 0 THEN timestamptz '2026-11-20' END FROM made m, unnest(ARRAY['principal', 'director', 'officer']) p`,
		`INSERT INTO assignments (enterprise_id, id, agency_id, officer_name, from_day, made_at)
			SELECT id, pg_temp.mint('assignment', i), office, CASE WHEN i % 300 = 0 THEN '' ELSE '监管丁' END, date '2026-11-02', now() FROM made`,
		`INSERT INTO hazards (enterprise_id, id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps)
			SELECT m.id, pg_temp.mint('hazard', m.i * 10 + h), date '2026-11-01', CASE m.i % 100 WHEN 0 THEN 'major' WHEN 1 THEN 'larger' ELSE 'general' END, '电线老化', 'found',
				timestamptz '2026-11-01', pg_temp.mint('account', m.i), '测试', timestamptz '2026-11-10', CASE WHEN h > 0 THEN timestamptz '2026-11-05' END, 1
			FROM made m, generate_series(0, 4) h WHERE m.i % 4 < 2`,
		fmt.Sprintf(`INSERT INTO obligations (enterprise_id, kind, subject_id, period_start, site_id, path, opens_at, due_until, fulfilled_at, outcome, lateness)
			SELECT m.id, 'daily_check', pg_temp.mint('shift', m.i), d.day, pg_temp.mint('site', m.i), m.path,
				d.day::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '7 hours', d.day::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '20 hours',
				CASE WHEN d.ago < 0 OR m.i %% 100 = 7 AND d.ago < 9 OR d.r < 0.033 OR d.ago = 0 AND d.r < 0.6 THEN NULL ELSE d.day::timestamp AT TIME ZONE 'Asia/Shanghai' + interval '12 hours' END,
				'zero_risk', 'on_time'
			FROM made m CROSS JOIN LATERAL (SELECT (date '2026-11-24' - ago) AS day, ago, random() + m.i * 0 AS r FROM generate_series(-1, %d) ago) d`, benchDays-1),
		`UPDATE obligations SET outcome = '', lateness = '' WHERE fulfilled_at IS NULL`,
		`INSERT INTO day_tallies (path, kind, day, due, zero_risk, hazards, arrived_late, backfilled, excused, missed)
			SELECT path, kind, period_start, count(*), count(fulfilled_at), 0, 0, 0, 0, count(*) - count(fulfilled_at) FROM obligations WHERE period_start < date '2026-11-24' GROUP BY 1, 2, 3`,
	)
	for _, t := range tables {
		all = append(all, "ALTER TABLE "+t+" FORCE ROW LEVEL SECURITY")
	}
	c, err := s.Conn(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	defer c.Close() //nolint:errcheck // a benchmark
	for _, q := range append(all, "VACUUM ANALYZE") {
		if _, err := c.ExecContext(context.Background(), q); err != nil {
			b.Fatalf("%v\n%s", err, q)
		}
	}
}

// enterprises is the size of the measured district; ZHIZE_BENCH_ENTERPRISES
// changes it.
func enterprises(b *testing.B) int {
	b.Helper()
	if s := os.Getenv("ZHIZE_BENCH_ENTERPRISES"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			b.Fatal(err)
		}
		return n
	}
	return 10_000
}

// BenchmarkArea reports the 95th percentile of an authority's first pages on
// PostgreSQL, behind both walls.
func BenchmarkArea(b *testing.B) {
	admin := os.Getenv("ZHIZE_TEST_POSTGRES")
	if admin == "" {
		b.Skip("ZHIZE_TEST_POSTGRES is not set")
	}
	urls, owner, err := testkit.NewPostgres(admin)
	if err != nil {
		b.Fatal(err)
	}
	load(b, owner, enterprises(b))
	b.Log(owner)
	d, err := db.OpenPostgres(context.Background(), urls, clock.At(testkit.Noon))
	if err != nil {
		b.Fatal(err)
	}
	defer d.Close() //nolint:errcheck // a benchmark
	s := service(testkit.World{DB: d})
	a := access.Actor{
		Account: benchCity, Name: "监管丁", Agency: benchDistrict, Path: benchCity + "/" + benchDistrict + "/",
		Roles: []access.Role{access.Supervisor},
	}
	g, err := access.Standard.Check(a, "area.read", access.Call{Operation: "bench"})
	if err != nil {
		b.Fatal(err)
	}
	first, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50}})
	if err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct {
		name string
		ask  func() error
	}{
		{"overview", func() error {
			_, err := s.Overview(context.Background(), g, &api.ReadOverviewInput{})
			return err
		}},
		{"list first page", func() error {
			_, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50}})
			return err
		}},
		{"list second page", func() error {
			_, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50, After: first.Body.Next}})
			return err
		}},
		{"list search", func() error {
			_, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50}, Query: "ab"})
			return err
		}},
		{"list gap", func() error {
			_, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50}, Need: "gap"})
			return err
		}},
	} {
		b.Run(c.name, func(b *testing.B) {
			var took []time.Duration
			for b.Loop() {
				start := time.Now()
				if err := c.ask(); err != nil {
					b.Fatal(err)
				}
				took = append(took, time.Since(start))
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)*95/100].Microseconds())/1000, "p95-ms")
		})
	}
}
