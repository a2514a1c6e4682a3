package obligation_test

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// The day's sweep of a district: all rows of two days are missing, and then
// none. ZHIZE_BENCH_ENTERPRISES changes the size.
func BenchmarkSweep(b *testing.B) {
	size := 10_000
	if n, err := strconv.Atoi(os.Getenv("ZHIZE_BENCH_ENTERPRISES")); err == nil {
		size = n
	}
	b.Run("sqlite", func(b *testing.B) {
		c := clock.At(testkit.Noon)
		d, err := db.OpenSQLite(context.Background(), filepath.Join(b.TempDir(), "zhize.db"), c)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = d.Close() })
		err = d.Write(context.Background(), access.System("bench"), func(tx *db.Tx) error {
			for _, s := range district(size, "printf('%s-0000-7000-8000-%012x', %s, i)", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)") {
				if _, err := tx.Exec(s); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
		sweep(b, testkit.World{DB: d, Clock: c}, size)
	})
	b.Run("postgres", func(b *testing.B) {
		admin := os.Getenv("ZHIZE_TEST_POSTGRES")
		if admin == "" {
			b.Skip("ZHIZE_TEST_POSTGRES is not set")
		}
		urls, owner, err := testkit.NewPostgres(admin)
		if err != nil {
			b.Fatal(err)
		}
		o, err := sql.Open("pgx", owner)
		if err != nil {
			b.Fatal(err)
		}
		defer o.Close() //nolint:errcheck // a benchmark
		for _, table := range []string{"enterprises", "enterprise_scope", "sites", "shifts", "appointments"} {
			if _, err := o.ExecContext(context.Background(), "ALTER TABLE "+table+" NO FORCE ROW LEVEL SECURITY"); err != nil {
				b.Fatal(err)
			}
		}
		for _, s := range append(district(size, "(%[2]s || '-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid", "WITH n(i) AS (SELECT generate_series(1, %d))"), "ANALYZE") {
			if _, err := o.ExecContext(context.Background(), s); err != nil {
				b.Fatal(err)
			}
		}
		c := clock.At(testkit.Noon)
		d, err := db.OpenPostgres(context.Background(), urls, c)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = d.Close() })
		sweep(b, testkit.World{DB: d, Clock: c}, size)
	})
}

// district writes so many shops, a hundred to an office, with a principal each.
func district(size int, key, series string) []string {
	with := fmt.Sprintf(series, size)
	of := func(prefix string) string {
		if strings.HasPrefix(key, "printf") {
			return "printf('" + prefix + "-0000-7000-8000-%012x', i)"
		}
		return fmt.Sprintf(key, "", "'"+prefix+"'")
	}
	return []string{
		"INSERT INTO accounts (id, login, name, password_hash, must_change, created_at) VALUES ('00000000-0000-7000-8000-000000000000', 'bench', '测试', '-', false, '2026-01-01 00:00:00+00:00')",
		"INSERT INTO enterprises (enterprise_id, name, identifier_kind, origin, begun_on, created_at, in_scope) " + with + " SELECT " + of("0000000e") + ", '店', 'none', 'office', '2026-01-01', '2026-01-01 00:00:00+00:00', true FROM n",
		"INSERT INTO enterprise_scope (enterprise_id, path) " + with + " SELECT " + of("0000000e") + ", 'c/d/' || (i / 100) || '/' FROM n",
		"INSERT INTO sites (enterprise_id, id, kind, name, opened_on) " + with + " SELECT " + of("0000000e") + ", " + of("00000001") + ", 'store', '门店', '2026-01-01' FROM n",
		"INSERT INTO shifts (enterprise_id, id, site_id, name, starts, ends, grace, weekdays, rest_on_holidays, from_day) " + with + " SELECT " + of("0000000e") + ", " + of("00000002") + ", " + of("00000001") + ", '全天', 480, 1080, 120, 127, false, '2026-01-01' FROM n",
		"INSERT INTO appointments (enterprise_id, id, account_id, person_name, post, from_at, made_at) " + with + " SELECT " + of("0000000e") + ", " + of("00000003") + ", '00000000-0000-7000-8000-000000000000', '测试', 'principal', '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00' FROM n",
	}
}

func sweep(b *testing.B, w testkit.World, size int) {
	b.Helper()
	s, _ := service(w)
	ctx := context.Background()
	run := func(name string, days int) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				w.Clock.Move(clock.DayOf(w.Clock.Now()).Add(days).At(245))
				b.StartTimer()
				if err := s.Sweep(ctx); err != nil {
					b.Fatal(err)
				}
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(size)*float64(b.N)/b.Elapsed().Seconds(), "enterprises/s")
			b.ReportMetric(float64(m.Sys)/(1<<20), "MB-of-process")
		})
	}
	run("two days missing", 2)
	run("one day missing", 1)
	run("nothing missing", 0)
	b.Run("close a day", func(b *testing.B) {
		for b.Loop() {
			day := clock.DayOf(w.Clock.Now()).Add(-1)
			if err := s.Rebuild(ctx, day, day); err != nil {
				b.Fatal(err)
			}
		}
	})
}
