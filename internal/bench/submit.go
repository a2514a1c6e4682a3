package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/rig"
)

const (
	// shops is how many enterprises and persons take part on each side: the
	// first half speak to the program, the second are pgbench's.
	shops = 200
	// firstSeq is where the chains stand, a number that no other parameter has.
	firstSeq = 70_000_000
	// perRun is how many days of every shop one run may use up.
	httpRun, pgbenchRun = 150, 450
)

// load is the program under load, and pgbench beside it.
type load struct {
	*bench
	database *rig.Database
	super    *sql.DB
	client   *rig.Client
	shops    []rig.Shop
	tokens   []string
	day      int // the first that is not used up
}

// submitAndList measures what a phone does all day: to submit a check, and to
// look at the last month.
func (b *bench) submitAndList(ctx context.Context) (err error) {
	l := &load{bench: b}
	if l.database, err = rig.NewDatabase(ctx, b.admin); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, l.database.Drop(context.WithoutCancel(ctx))) }()
	if l.super, err = l.database.Super(); err != nil {
		return err
	}
	defer l.super.Close() //nolint:errcheck // nothing is left to write
	site, err := rig.NewSite(b.folder, l.database.Env()...)
	if err != nil {
		return err
	}
	if err := l.found(ctx, site); err != nil {
		return err
	}
	p, err := site.Start(ctx, b.binary)
	if err != nil {
		return err
	}
	defer p.Stop()
	l.client = rig.NewClient(p.URL, clients)
	defer l.client.Close()
	for i, s := range l.shops[:shops] {
		token, err := l.client.Login(ctx, s.Login, i)
		if err != nil {
			return err
		}
		l.tokens = append(l.tokens, token)
	}
	submit, list, err := l.capture(ctx, site)
	if err != nil {
		return err
	}
	if err := l.measureSubmit(ctx, submit); err != nil {
		return err
	}
	return l.measureList(ctx, list)
}

// found fills the database. The chains stand at a number that marks it in the
// log, and pgbench's persons have sessions of known ids.
func (l *load) found(ctx context.Context, site *rig.Site) error {
	a, err := site.Open(ctx)
	if err != nil {
		return err
	}
	l.shops, err = rig.Found(ctx, a, 2*shops, 50+l.rounds*max(httpRun, pgbenchRun))
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	for _, q := range []string{
		fmt.Sprintf(`INSERT INTO chains (enterprise_id, epoch, seq, hash, at) SELECT enterprise_id, 1, %d, sha256('rig'), now() FROM enterprises`, firstSeq),
		`INSERT INTO sessions (id, account_id, device, address, created_at, last_used_at, expires_at)
			SELECT replace(id::text, '` + rig.Prefix(rig.KindAccount) + `', '` + rig.Prefix(rig.KindSession) + `')::uuid, id, 'rig', '127.0.0.1', now(), now(), now() + interval '30 days'
			FROM accounts WHERE login <> '` + rig.Chief + `'`,
		"VACUUM ANALYZE",
	} {
		if _, err := l.super.ExecContext(ctx, q); err != nil {
			return fmt.Errorf("%w\n%s", err, q)
		}
	}
	return nil
}

func (l *load) dayOf(n int) clock.Day { return rig.FirstDay.Add(l.day + n/shops) }

// submission is the n-th of a run.
func (l *load) submission(n int) (rig.Submission, error) {
	record := rig.Number(rig.KindFresh, 0x1000_0000_0000+(l.day*shops+n))
	return l.shops[n%shops].Submission(record, l.dayOf(n), clock.Real{}.Now())
}

func (l *load) submit(ctx context.Context, n int) error {
	s, err := l.submission(n)
	if err != nil {
		return err
	}
	return refused(l.client.Submit(ctx, l.tokens[n%shops], s))
}

func (l *load) list(ctx context.Context, n int) error {
	path := "/enterprises/" + string(l.shops[n%shops].Enterprise) + "/records/daily?limit=31"
	return refused(l.client.Get(ctx, path, l.tokens[n%shops]))
}

// capture lets a program of its own, whose statements are logged, answer the
// two requests, after as many as make it warm.
func (l *load) capture(ctx context.Context, site *rig.Site) (submit, list []statement, err error) {
	role := "ALTER ROLE zhize_app IN DATABASE " + l.database.Name() + " "
	if _, err := l.super.ExecContext(ctx, role+"SET log_statement = 'all'"); err != nil {
		return nil, nil, fmt.Errorf("log statements: %w", err)
	}
	p, err := site.Start(ctx, l.binary)
	if err != nil {
		return nil, nil, err
	}
	measured := l.client
	l.client = rig.NewClient(p.URL, 1)
	defer func() {
		l.client.Close()
		l.client = measured
		p.Stop()
	}()
	if _, err := l.super.ExecContext(ctx, role+"RESET log_statement"); err != nil {
		return nil, nil, fmt.Errorf("log statements: %w", err)
	}
	for n := range 40 {
		if err := l.submit(ctx, n*shops); err != nil {
			return nil, nil, err
		}
		if err := l.list(ctx, 0); err != nil {
			return nil, nil, err
		}
	}
	l.day += 40
	if submit, err = capture(ctx, l.super, func() error { return l.submit(ctx, 0) }); err != nil {
		return nil, nil, err
	}
	list, err = capture(ctx, l.super, func() error { return l.list(ctx, 0) })
	return submit, list, err
}

var anID = regexp.MustCompile(`^'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'$`)

// replay is the script that does in pgbench what the captured request did, for
// pgbench's half of the shops.
func (l *load) replay(all []statement) string {
	s := l.shops[0]
	made := func(kind uint16) string {
		return "('" + rig.Prefix(kind) + "' || lpad(to_hex(:e::int), 12, '0'))::uuid"
	}
	known := map[string]string{
		string(s.Enterprise): made(rig.KindEnterprise), string(s.Site): made(rig.KindSite), string(s.Shift): made(rig.KindShift),
		string(s.Account): made(rig.KindAccount), string(s.Listed): made(rig.KindList),
		string(l.dayOf(0)):          "(date '" + string(rig.FirstDay) + "' + :d::int)",
		strconv.Itoa(firstSeq + 40): ":prev", strconv.Itoa(firstSeq + 41): ":seq",
	}
	// The session is the id that belongs to nothing else and is only read; all
	// other unknown ids are minted anew by each request.
	fresh := 0
	for _, st := range all {
		for _, p := range st.params {
			if _, ok := known[strings.Trim(p, "'")]; ok || !anID.MatchString(p) {
				continue
			}
			if strings.Contains(st.sql, "FROM sessions") {
				known[strings.Trim(p, "'")] = made(rig.KindSession)
				continue
			}
			fresh++
			known[strings.Trim(p, "'")] = fmt.Sprintf("('%s' || to_hex(%d + :k::bigint))::uuid", rig.Prefix(rig.KindFresh), 0x2000_0000_0000+fresh<<40)
		}
	}
	head := fmt.Sprintf("\\set n :n + 1\n\\set k :base * %d + :n * %d + :client_id\n\\set e %d + (:k %% %d)\n\\set d :k / %d\n\\set prev %d + :d\n\\set seq :prev + 1\n",
		shops, clients, shops, shops, shops, firstSeq)
	return script(head, all, known)
}

var (
	rate      = regexp.MustCompile(`tps = ([\d.]+)`)
	processed = regexp.MustCompile(`number of transactions actually processed: (\d+)`)
	failed    = regexp.MustCompile(`number of failed transactions: (\d+)`)
)

// pgbench runs a script with as many clients as the load has.
func (l *load) pgbench(ctx context.Context, role, name, text string, base int) (perSecond float64, done int, err error) {
	file := filepath.Join(l.folder, name+".sql")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		return 0, 0, fmt.Errorf("write script: %w", err)
	}
	c := exec.CommandContext(ctx, "pgbench", "-n", "-M", "prepared", "-c", strconv.Itoa(clients), "-j", "2", "-T", strconv.Itoa(l.seconds), //nolint:gosec // G204: our own words
		"-D", "n=-1", "-D", "base="+strconv.Itoa(base), "-f", file, l.database.URL(role))
	out, err := c.CombinedOutput()
	if err != nil {
		return 0, 0, fmt.Errorf("pgbench: %w\n%s", err, out)
	}
	if m := failed.FindSubmatch(out); m != nil && string(m[1]) != "0" {
		return 0, 0, fmt.Errorf("pgbench failed:\n%s", out)
	}
	m, n := rate.FindSubmatch(out), processed.FindSubmatch(out)
	if m == nil || n == nil {
		return 0, 0, fmt.Errorf("pgbench said:\n%s", out)
	}
	if perSecond, err = strconv.ParseFloat(string(m[1]), 64); err == nil {
		done, err = strconv.Atoi(string(n[1]))
	}
	return perSecond, done, err
}

func (l *load) measureSubmit(ctx context.Context, captured []statement) error {
	text := l.replay(captured)
	fmt.Fprintf(os.Stderr, "one submission is %d statements:\n%s\n", len(captured), text)
	var http, raw, ratios []float64
	var took []time.Duration
	base := 45
	l.day = base
	if err := l.standAt(ctx, base); err != nil {
		return err
	}
	for range l.rounds {
		perSecond, done, err := l.pgbench(ctx, "zhize_app", "submit", text, base)
		if err != nil {
			return err
		}
		if err := l.replayed(ctx, base, done); err != nil {
			return err
		}
		base += pgbenchRun
		r, err := closed(ctx, time.Duration(l.seconds)*time.Second, l.submit)
		if err != nil {
			return err
		}
		l.day += httpRun
		if r.done > httpRun*shops || done > pgbenchRun*shops {
			return errors.New("a run used up more days than it has")
		}
		http, raw, ratios = append(http, r.perSecond), append(raw, perSecond), append(ratios, 100*r.perSecond/perSecond)
		took = append(took, r.took...)
		fmt.Fprintf(os.Stderr, "submit %.0f/s, pgbench %.0f/s: %.0f %%\n", r.perSecond, perSecond, 100*r.perSecond/perSecond)
	}
	l.add("submit a check of 10 items, whole path, PostgreSQL",
		fmt.Sprintf("**%.0f %%** (%s): %s req/s against %s; p50 %s, p95 %s", median(ratios), each(ratios), each(http), each(raw), ms(at(took, 0.5)), ms(at(took, 0.95))),
		"≥ 40 %", fmt.Sprintf("%d connections, %d shops; pgbench -M prepared replays the %d statements that one request logs", clients, shops, len(captured)))
	return nil
}

// replayed proves that pgbench did the work: as many records as transactions,
// and the next run finds the chains where its numbers begin.
func (l *load) replayed(ctx context.Context, base, done int) error {
	var records, fulfilled int
	from := rig.FirstDay.Add(base)
	err := l.super.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM daily_records WHERE day >= $1 AND enterprise_id >= $2),
		(SELECT count(*) FROM obligations WHERE period_start >= $1 AND enterprise_id >= $2 AND fulfilled_at IS NOT NULL)`,
		string(from), string(rig.Number(rig.KindEnterprise, shops))).Scan(&records, &fulfilled)
	if err != nil {
		return fmt.Errorf("count what was replayed: %w", err)
	}
	if records != done || fulfilled != done {
		return fmt.Errorf("pgbench made %d transactions, %d records and %d fulfilled obligations", done, records, fulfilled)
	}
	return l.standAt(ctx, base+pgbenchRun)
}

// standAt puts pgbench's chains where a run's numbers begin.
func (l *load) standAt(ctx context.Context, day int) error {
	_, err := l.super.ExecContext(ctx, "UPDATE chains SET seq = $1 WHERE enterprise_id >= $2", firstSeq+day, string(rig.Number(rig.KindEnterprise, shops)))
	if err != nil {
		return fmt.Errorf("move pgbench's chains: %w", err)
	}
	return nil
}

// measureList compares the list with the one query that it needs.
func (l *load) measureList(ctx context.Context, captured []statement) error {
	var raw []statement
	for _, s := range captured {
		if strings.Contains(s.sql, "FROM daily_records") {
			raw = append(raw, s)
		}
	}
	if len(raw) != 1 {
		return fmt.Errorf("the list asks %d queries", len(raw))
	}
	known := map[string]string{string(l.shops[0].Enterprise): "('" + rig.Prefix(rig.KindEnterprise) + "' || lpad(to_hex(:e::int), 12, '0'))::uuid"}
	text := script(fmt.Sprintf("\\set e random(0, %d)\n", shops-1), raw, known)
	var http, direct, ratios []float64
	var took []time.Duration
	if _, err := l.super.ExecContext(ctx, "VACUUM ANALYZE"); err != nil {
		return fmt.Errorf("analyze: %w", err)
	}
	for range l.rounds {
		perSecond, _, err := l.pgbench(ctx, "postgres", "list", text, 0)
		if err != nil {
			return err
		}
		r, err := closed(ctx, time.Duration(l.seconds)*time.Second, l.list)
		if err != nil {
			return err
		}
		http, direct, ratios = append(http, r.perSecond), append(direct, perSecond), append(ratios, 100*r.perSecond/perSecond)
		took = append(took, r.took...)
	}
	l.add("one enterprise's list of 31, whole path",
		fmt.Sprintf("**%.0f %%** (%s): %s req/s against %s; p50 %s, p95 %s", median(ratios), each(ratios), each(http), each(direct), ms(at(took, 0.5)), ms(at(took, 0.95))),
		"≥ 15 %", "against pgbench with the list's one query, as superuser, without begin, session and walls")
	return nil
}
