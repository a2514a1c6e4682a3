package db

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"zhize/internal/platform/id"
)

// marker is what a statement written by hand says instead of a tenant's
// condition: {scope:alias} for tables keyed by enterprise, {area:alias} for
// tables keyed by an agency's path, {tenant} for the enterprise's own id, and
// {none} where it names no tenant's table at all.
var marker = regexp.MustCompile(`\{(scope|area):(\w+)\}|\{(tenant)\}`)

// literal is a text quoted in a statement.
var literal = regexp.MustCompile(`'(?:[^']|'')*'`)

var errTooFew = errors.New("too few arguments")

// lift makes arguments of the quoted texts that hold a question mark or a marker:
// neither we nor gorm could tell them from those that are meant, and the tenant's
// condition would be bound to another's argument.
func lift(sql string, args []any) (string, []any, error) {
	var out strings.Builder
	var all []any
	last := 0
	for _, p := range literal.FindAllStringIndex(sql, -1) {
		text := sql[p[0]:p[1]]
		if !strings.Contains(text, "?") && !strings.Contains(text, "{none}") && !marker.MatchString(text) {
			continue
		}
		before := sql[last:p[0]]
		n := strings.Count(before, "?")
		if n > len(args) {
			return "", nil, fmt.Errorf("%w for %q", errTooFew, sql)
		}
		out.WriteString(before + "?")
		all = append(append(all, args[:n]...), strings.ReplaceAll(text[1:len(text)-1], "''", "'"))
		args, last = args[n:], p[1]
	}
	out.WriteString(sql[last:])
	return out.String(), append(all, args...), nil
}

// Query runs a SELECT written by hand and scans its rows into dest. It belongs
// in store files, for questions that gorm cannot ask well. Every tenant's
// table it names must be bound with {scope:alias}.
func (tx *Tx) Query(dest any, sql string, args ...any) error {
	sql, args, err := tx.bind(sql, args)
	if err != nil {
		return err
	}
	return tx.bound().Raw(sql, args...).Scan(dest).Error
}

// Exec runs a statement written by hand and returns the number of rows it
// changed. The same rule holds as for Query.
func (tx *Tx) Exec(sql string, args ...any) (int64, error) {
	sql, args, err := tx.bind(sql, args)
	if err != nil {
		return 0, err
	}
	r := tx.bound().Exec(sql, args...)
	return r.RowsAffected, r.Error
}

// Replan lets PostgreSQL plan anew for tables that this transaction is making
// large. A plan from when they were empty may walk through all rows of an
// enterprise for each, in a statement or to check a foreign key, which costs the
// square of their number; nothing that is not committed is counted before.
func (tx *Tx) Replan() error {
	if tx.Engine() != Postgres {
		return nil
	}
	if _, err := tx.Exec("DISCARD PLANS {none}"); err != nil {
		return fmt.Errorf("forget plans: %w", err)
	}
	return nil
}

// bind replaces the markers. A statement without any is refused; only the
// system's sweeps need none.
func (tx *Tx) bind(sql string, args []any) (string, []any, error) {
	sql, args, err := lift(sql, args)
	if err != nil {
		return "", nil, err
	}
	if before, after, ok := strings.Cut(sql, "{none}"); ok {
		return before + after, args, nil
	}
	s := tx.scope
	places := marker.FindAllStringSubmatchIndex(sql, -1)
	if len(places) == 0 {
		if s.Job == "" {
			return "", nil, ErrUnscopedSQL
		}
		return sql, args, nil
	}
	var out strings.Builder
	var bound []any
	last, next := 0, 0
	for _, p := range places {
		before := sql[last:p[0]]
		n := strings.Count(before, "?")
		if next+n > len(args) {
			return "", nil, fmt.Errorf("%w for %q", errTooFew, sql)
		}
		bound = append(bound, args[next:next+n]...)
		next += n
		out.WriteString(before)
		last = p[1]

		word := sql[p[0]:p[1]]
		switch {
		case word == "{tenant}":
			if s.Enterprise == id.Nil {
				return "", nil, ErrNoScope
			}
			out.WriteString("?")
			bound = append(bound, string(s.Enterprise))
		case strings.HasPrefix(word, "{area:"):
			alias := sql[p[4]:p[5]]
			switch {
			case s.From != "":
				out.WriteString("(" + alias + ".path >= ? AND " + alias + ".path < ?)")
				bound = append(bound, s.From, s.To)
			case s.Job != "":
				out.WriteString("(1 = 1)")
			default:
				return "", nil, ErrNoScope
			}
		default:
			alias := sql[p[4]:p[5]]
			switch {
			case s.Enterprise != id.Nil:
				out.WriteString("(" + alias + ".enterprise_id = ?)")
				bound = append(bound, string(s.Enterprise))
			case s.From != "":
				out.WriteString("(" + alias + ".enterprise_id IN (SELECT enterprise_id FROM enterprise_scope WHERE path >= ? AND path < ?))")
				bound = append(bound, s.From, s.To)
			case s.Job != "":
				out.WriteString("(1 = 1)")
			default:
				return "", nil, ErrNoScope
			}
		}
	}
	out.WriteString(sql[last:])
	return out.String(), append(bound, args[next:]...), nil
}
