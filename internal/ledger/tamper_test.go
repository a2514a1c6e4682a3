package ledger_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

const linkColumns = "epoch, version, prev, kind, subject_id, day, at, algorithm, key_id, body_hash, personal_hash, photos_hash, hash"

// renumber moves a link and its fact.
func renumber(from, to string) []string {
	return []string{"UPDATE links SET seq = " + to + " WHERE {mine} AND seq " + from, "UPDATE facts SET seq = " + to + " WHERE {mine} AND seq " + from}
}

func all(parts ...[]string) (statements []string) {
	for _, p := range parts {
		statements = append(statements, p...)
	}
	return statements
}

func cut(after int) []string {
	return []string{
		fmt.Sprintf("DELETE FROM facts WHERE {mine} AND seq > %d", after),
		fmt.Sprintf("DELETE FROM links WHERE {mine} AND seq > %d", after),
		fmt.Sprintf("UPDATE chains SET seq = %d, hash = (SELECT l.hash FROM links l WHERE l.{mine} AND l.seq = %d) WHERE {mine}", after, after),
	}
}

// tamperings are what a person with the database in his hands does to the chain
// of live: six links, receipts after each second one.
var tamperings = []struct {
	name  string
	do    []string
	since int // the receipt that the enterprise kept, from 1; 0 for none
	want  ledger.Code
	seq   uint64
}{
	{"a body is changed", []string{"UPDATE facts SET body = (SELECT f.body FROM facts f WHERE f.{mine} AND f.seq = 1) WHERE {mine} AND seq = 3"}, 0, ledger.BodyChanged, 3},
	{"a name is changed", []string{"UPDATE facts SET personal = (SELECT f.personal FROM facts f WHERE f.{mine} AND f.seq = 1) WHERE {mine} AND seq = 4"}, 0, ledger.PersonalChanged, 4},
	{"a salt is changed", []string{"UPDATE facts SET body_salt = personal_salt WHERE {mine} AND seq = 5"}, 0, ledger.BodyChanged, 5},
	{"a salt is taken out", []string{"UPDATE facts SET body_salt = hash FROM (SELECT substr(hash, 1, 3) AS hash FROM links WHERE {mine} AND seq = 1) AS l WHERE {mine} AND seq = 5"}, 0, ledger.BodyMissing, 5},
	{"a photo is listed for another", []string{"UPDATE facts SET photos = (SELECT f.photos FROM facts f WHERE f.{mine} AND f.seq = 2) WHERE {mine} AND seq = 3"}, 0, ledger.PhotoChanged, 3},
	{"a list of photos is destroyed", []string{"UPDATE facts SET photos = body WHERE {mine} AND seq = 3"}, 0, ledger.PhotoChanged, 3},
	{"a fact is deleted", []string{"DELETE FROM facts WHERE {mine} AND seq = 3"}, 0, ledger.BodyMissing, 3},
	{"a link is deleted", []string{"DELETE FROM facts WHERE {mine} AND seq = 3", "DELETE FROM links WHERE {mine} AND seq = 3"}, 0, ledger.LinkMissing, 3},
	{"a link is deleted and the rest numbered anew", all(
		[]string{"DELETE FROM facts WHERE {mine} AND seq = 3", "DELETE FROM links WHERE {mine} AND seq = 3"},
		renumber("> 3", "seq + 1000"), renumber("> 1000", "seq - 1001"),
	), 0, ledger.LinkChanged, 3},
	{"a link is inserted", all(
		renumber("> 3", "seq + 1000"), renumber("> 1000", "seq - 999"),
		[]string{"INSERT INTO links (enterprise_id, seq, " + linkColumns + ") SELECT enterprise_id, 4, " + linkColumns + " FROM links WHERE {mine} AND seq = 3"},
	), 0, ledger.LinkChanged, 4},
	{"a link is appended past the program", []string{
		"INSERT INTO links (enterprise_id, seq, " + linkColumns + ") SELECT enterprise_id, 7, " + linkColumns + " FROM links WHERE {mine} AND seq = 6",
	}, 0, ledger.LinkChanged, 7},
	{"two links change places", all(renumber("= 3", "1003"), renumber("= 4", "3"), renumber("= 1003", "4")), 0, ledger.LinkChanged, 3},
	{"two facts change places", []string{
		"UPDATE facts SET seq = 1003 WHERE {mine} AND seq = 3", "UPDATE facts SET seq = 3 WHERE {mine} AND seq = 4", "UPDATE facts SET seq = 4 WHERE {mine} AND seq = 1003",
	}, 0, ledger.BodyChanged, 3},
	{"a link is dated back", []string{"UPDATE links SET at = '2026-11-01 00:00:00+00:00' WHERE {mine} AND seq = 5"}, 0, ledger.LinkChanged, 5},
	{"a day is changed", []string{"UPDATE links SET day = '2026-11-25' WHERE {mine} AND seq = 1"}, 0, ledger.LinkChanged, 1},
	{"a hash is cut short", []string{"UPDATE links SET prev = substr(prev, 1, 5) WHERE {mine} AND seq = 5"}, 0, ledger.LinkChanged, 5},
	{"an epoch is passed off", []string{"UPDATE links SET epoch = 2 WHERE {mine} AND seq > 4"}, 0, ledger.LinkEpoch, 5},
	{"the last links are dropped", cut(4), 0, ledger.HeadTruncated, 5},
	{"the last links are dropped and the receipt too", all(cut(4), []string{"DELETE FROM checkpoint_heads WHERE {mine} AND number = 3"}), 3, ledger.CheckpointRollback, 0},
	{"another's receipt is put in", []string{
		"UPDATE checkpoint_heads SET receipt = (SELECT h.receipt FROM checkpoint_heads h WHERE h.number = checkpoint_heads.number AND h.enterprise_id <> checkpoint_heads.enterprise_id LIMIT 1) WHERE {mine} AND number = 3",
	}, 0, ledger.CheckpointRoot, 0},
}

// raw opens the database past the program and takes the seals off.
func (b bench) raw() *sql.DB {
	b.t.Helper()
	driver, address := "pgx", b.owner
	find := `SELECT 'ALTER TABLE ' || c.relname || ' DISABLE TRIGGER USER, NO FORCE ROW LEVEL SECURITY' FROM pg_class c WHERE c.relname IN ('links', 'facts', 'chains', 'checkpoint_heads')
		UNION ALL SELECT 'ALTER TABLE facts DROP CONSTRAINT ' || conname FROM pg_constraint WHERE contype = 'f' AND conrelid = 'facts'::regclass`
	if b.file != "" {
		driver, address = "sqlite", "file:"+filepath.ToSlash(b.file)+"?_pragma=busy_timeout(5000)"
		find = "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'"
	}
	s, err := sql.Open(driver, address)
	if err != nil {
		b.t.Fatal(err)
	}
	b.t.Cleanup(func() { _ = s.Close() })
	rows, err := s.Query(find)
	if err != nil {
		b.t.Fatal(err)
	}
	defer rows.Close() //nolint:errcheck // only read
	var unseal []string
	for rows.Next() {
		var statement string
		if err := rows.Scan(&statement); err != nil {
			b.t.Fatal(err)
		}
		unseal = append(unseal, statement)
	}
	if err := rows.Err(); err != nil {
		b.t.Fatal(err)
	}
	for _, statement := range unseal {
		if _, err := s.Exec(statement); err != nil {
			b.t.Fatalf("%s: %v", statement, err)
		}
	}
	return s
}

func TestTamperingWithTheDatabaseIsNamed(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		chains := make([]id.ID, len(tamperings)+2)
		for i := range chains {
			chains[i] = b.NewID()
		}
		kept := b.live(chains...)
		raw := b.raw()
		for i, c := range tamperings {
			for _, statement := range c.do {
				statement = strings.ReplaceAll(statement, "{mine}", "enterprise_id = '"+string(chains[i])+"'")
				r, err := raw.Exec(statement)
				if err != nil {
					t.Fatalf("%s: %s: %v", c.name, statement, err)
				}
				if n, err := r.RowsAffected(); err != nil || n == 0 {
					t.Errorf("%s: %s: changed nothing, %v", c.name, statement, err)
				}
			}
		}
		swapped, untouched := chains[len(tamperings)], chains[len(tamperings)+1]
		h := sha256.Sum256([]byte("门口" + string(swapped)))
		b.photos[hex.EncodeToString(h[:])] = []byte("another")

		for i, c := range tamperings {
			var since []byte
			if c.since > 0 {
				since = kept[chains[i]][c.since-1]
			}
			r := b.verify(chains[i], day1, day3, since)
			if r.ExitCode() != 1 || r.Problem.Code != c.want || r.Problem.Seq != c.seq {
				t.Errorf("%s: got %+v, want %s of %d", c.name, r.Problem, c.want, c.seq)
			}
		}
		if r := b.verify(swapped, day1, day3, nil); r.OK() || r.Problem.Code != ledger.PhotoChanged || r.Problem.Seq != 1 {
			t.Errorf("a photo is swapped in its store: got %+v", r.Problem)
		}
		for _, since := range append(kept[untouched], nil) {
			if r := b.verify(untouched, day1, day3, since); r.ExitCode() != 0 {
				t.Errorf("a neighbour's chain: got %v", r)
			}
		}
	})
}

// rolledBack is a ledger whose whole database is put back to an older state, so
// that no trace of the loss is left in it.
type rolledBack struct {
	bench
	mine, idle id.ID
	// Of before the copy; of a link that the copy has, by a checkpoint that it has
	// not; of a link that it has not.
	old, quiet, lost []byte
}

func rollBack(t *testing.T, b bench) rolledBack {
	t.Helper()
	w := rolledBack{mine: b.NewID(), idle: b.NewID()}
	b.seal(w.mine, "before")
	b.seal(w.mine, "before")
	b.checkpoint()
	w.old = b.receipt(w.mine)
	b.seal(w.idle, "before")
	back := b.Clock.Now()
	older := filepath.Join(t.TempDir(), "older.db")
	if b.file != "" {
		if err := b.DB.CopySQLite(context.Background(), older); err != nil {
			t.Fatal(err)
		}
	}
	b.Clock.Advance(24 * time.Hour)
	w.quiet = b.receipt(w.idle)
	b.seal(w.mine, "lost")
	b.seal(w.mine, "lost")
	b.checkpoint()
	w.lost = b.receipt(w.mine)
	w.bench = b
	w.check("before it", w.mine, w.lost, "")
	if b.file != "" {
		b.file = older
		w.bench = b.open(older)
		return w
	}
	raw := b.raw()
	for _, s := range []string{
		"ALTER TABLE checkpoints DISABLE TRIGGER USER", "DELETE FROM checkpoint_heads WHERE number > 1", "DELETE FROM checkpoints WHERE number > 1",
		"DELETE FROM facts WHERE {mine} AND seq > 2", "DELETE FROM links WHERE {mine} AND seq > 2",
		"UPDATE chains SET seq = 2, at = '" + back.Format(time.RFC3339) + "', hash = (SELECT l.hash FROM links l WHERE l.{mine} AND l.seq = 2) WHERE {mine}",
	} {
		if _, err := raw.Exec(strings.ReplaceAll(s, "{mine}", "enterprise_id = '"+string(w.mine)+"'")); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
	return w
}

// check exports everything and compares it with the receipt.
func (w rolledBack) check(what string, enterprise id.ID, since []byte, want ledger.Code) {
	w.t.Helper()
	r := w.verify(enterprise, day1, clock.DayOf(w.Clock.Now()), since)
	got := ledger.Code("")
	if r.Problem != nil {
		got = r.Problem.Code
	}
	if got != want || want == "" && r.ExitCode() != 0 {
		w.t.Errorf("%s: got %q, want %q\n%v", what, got, want, r)
	}
}

func TestSecretRollbackOfTheDatabaseIsNamed(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		w := rollBack(t, b)
		w.check("put back", w.mine, w.lost, ledger.CheckpointRollback)
		w.check("put back, with a receipt of before", w.mine, w.old, "")
		// It goes on as if nothing had been, and grows past the receipt.
		for range 3 {
			w.seal(w.mine, "written anew")
		}
		w.check("written anew", w.mine, w.lost, ledger.CheckpointRollback)
		w.check("to whom nothing was lost, a second checkpoint of one number", w.idle, w.quiet, ledger.CheckpointRollback)
	})
}

func TestDeclaredRestoreOfTheDatabaseIsToldApart(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		w := rollBack(t, b)
		n, err := w.s.NewEpoch(context.Background(), "restored from a backup")
		if err != nil || n != 2 {
			t.Fatalf("new epoch: got %d chains, %v, want 2", n, err)
		}
		w.checkpoint()
		w.check("what is lost", w.mine, w.lost, ledger.CheckpointRestored)
		w.check("with a receipt of before", w.mine, w.old, "")
		w.check("to whom nothing was lost", w.idle, w.quiet, "")
		w.Clock.Move(testkit.Noon.AddDate(0, 0, 2))
		w.seal(w.mine, "after")
		w.check("going on", w.mine, w.receipt(w.mine), "")
		w.check("what is lost stays so", w.mine, w.lost, ledger.CheckpointRestored)
	})
}
