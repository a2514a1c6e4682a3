package main

import (
	"context"
	"database/sql"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// statement is one that the server was asked to execute, with its parameters
// as the log shows them: quoted, or NULL.
type statement struct {
	sql    string
	params []string
}

// capture returns the statements that the application's role executes while
// ask runs. The server writes them down itself (log_statement), so that nothing
// between is left out.
func capture(ctx context.Context, super *sql.DB, ask func() error) ([]statement, error) {
	const size = "SELECT size FROM pg_stat_file(current_setting('data_directory') || '/../log')"
	var before, after int64
	if err := super.QueryRowContext(ctx, size).Scan(&before); err != nil {
		return nil, fmt.Errorf("find the server's log: %w", err)
	}
	if err := ask(); err != nil {
		return nil, err
	}
	if err := super.QueryRowContext(ctx, size).Scan(&after); err != nil {
		return nil, fmt.Errorf("find the server's log: %w", err)
	}
	var text string
	err := super.QueryRowContext(ctx, "SELECT convert_from(pg_read_binary_file(current_setting('data_directory') || '/../log', $1, $2), 'UTF8')", before, after-before).Scan(&text)
	if err != nil {
		return nil, fmt.Errorf("read the server's log: %w", err)
	}
	return parseLog(text), nil
}

var (
	entry     = regexp.MustCompile(`^\d{4}-\d\d-\d\d [\d:.]+ \w+ \[\d+\] (\w+):  (.*)$`)
	parameter = regexp.MustCompile(`(?s)\$(\d+) = (NULL|'(?:[^']|'')*')`)
)

func parseLog(text string) []statement {
	type line struct{ kind, text string }
	var lines []line
	for raw := range strings.SplitSeq(strings.TrimRight(text, "\n"), "\n") {
		if m := entry.FindStringSubmatch(raw); m != nil {
			lines = append(lines, line{m[1], m[2]})
			continue
		}
		if len(lines) > 0 {
			lines[len(lines)-1].text += "\n" + strings.TrimPrefix(raw, "\t")
		}
	}
	var all []statement
	for _, l := range lines {
		head, rest, ok := strings.Cut(l.text, ": ")
		switch {
		case l.kind == "LOG" && ok && (head == "statement" || strings.HasPrefix(head, "execute ")):
			all = append(all, statement{sql: rest})
		case l.kind == "DETAIL" && head == "parameters" && len(all) > 0:
			last := &all[len(all)-1]
			for _, m := range parameter.FindAllStringSubmatch(rest, -1) {
				last.params = append(last.params, m[2])
			}
		}
	}
	return all
}

var place = regexp.MustCompile(`\$(\d+)`)

// script turns captured statements into one for pgbench. A value that is known
// becomes the expression that stands for it; every other stays as it was.
func script(head string, all []statement, known map[string]string) string {
	var out strings.Builder
	out.WriteString(head)
	for _, s := range all {
		text := place.ReplaceAllStringFunc(s.sql, func(p string) string {
			n, err := strconv.Atoi(p[1:])
			if err != nil || n > len(s.params) {
				return p
			}
			value := s.params[n-1]
			if e, ok := known[strings.Trim(value, "'")]; ok {
				return e
			}
			return literal(value)
		})
		for value, e := range known {
			text = strings.ReplaceAll(text, "'"+value+"'", "("+e+")::text") // in set_config
		}
		text = strings.ReplaceAll(text, "\n", " ")
		// What the program sends in one round trip takes one here as well.
		if first, second, both := strings.Cut(text, "; select"); both {
			out.WriteString("\\startpipeline\n" + first + ";\nselect" + second + ";\n\\endpipeline\n")
			continue
		}
		out.WriteString(text + ";\n")
	}
	return out.String()
}

// literal keeps pgbench from taking a colon in a text for a variable.
func literal(quoted string) string {
	if !strings.Contains(quoted, ":") {
		return quoted
	}
	escaped := strings.ReplaceAll(quoted, `\`, `\\`)
	return "E" + strings.ReplaceAll(escaped, ":", `\x3a`)
}
