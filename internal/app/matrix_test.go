package app_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// who are the columns' people; anonymous has no token.
var who = []string{"anonymous", "principal", "director", "officer", "appointee", "supervisor", "chief"}

// TestPermissionMatrix walks the contract: every operation is asked by everybody
// of his own enterprise or agency, of a neighbour's, of another district's, and
// of one that does not exist. The answers at the door are the golden file: who
// may do what is a change that a reviewer sees.
func TestPermissionMatrix(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	var b strings.Builder
	fmt.Fprintf(&b, "# operation | permission | of whom")
	for _, name := range who {
		fmt.Fprintf(&b, " | %s", name)
	}
	b.WriteString("\n# in: past the door · 401 nobody · 403 not entitled · 404 not there for him\n")
	for _, m := range api.Operations() {
		for _, target := range w.targets(m) {
			fmt.Fprintf(&b, "%-20s | %-28s | %-8s", m.ID, m.Permission, target.name)
			for _, name := range who {
				status, code := w.ask(t, m, target, name)
				fmt.Fprintf(&b, " | %s", door(status, code))
			}
			b.WriteString("\n")
		}
	}
	golden(t, "testdata/permissions.golden", b.String())
}

// door tells what the door said; what came after it is another test's.
func door(status int, code string) string {
	switch {
	case status == http.StatusUnauthorized && code == "identity.session.missing":
		return "401"
	case status == http.StatusForbidden && code == access.ErrForbidden.Code:
		return "403"
	case code == "enterprise.not_found", code == "regulator.agency.not_found":
		return "404"
	default:
		return "in "
	}
}

// TestForeignIsLikeMissing asks every operation of a tenant for a neighbour's
// enterprise and for one that does not exist: status and body are the same.
func TestForeignIsLikeMissing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	request := regexp.MustCompile(`"requestId":"[^"]*"`)
	for _, m := range api.Operations() {
		if !strings.Contains(m.Path, "{enterprise}") {
			continue
		}
		for _, name := range who[1:] {
			if strings.HasPrefix(m.Path, "/agencies") != (name == "supervisor" || name == "chief") {
				continue
			}
			foreign := w.send(t, m, w.target("other", m), name)
			missing := w.send(t, m, w.target("missing", m), name)
			if foreign.Code != missing.Code {
				t.Errorf("%s as %s: foreign %d, missing %d", m.ID, name, foreign.Code, missing.Code)
			}
			got := request.ReplaceAllString(foreign.Body.String(), "")
			want := request.ReplaceAllString(missing.Body.String(), "")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s as %s: foreign differs from missing:\n%s", m.ID, name, diff)
			}
			if foreign.Code < 400 {
				t.Errorf("%s as %s: a foreign enterprise answers %d", m.ID, name, foreign.Code)
			}
		}
	}
}

// TestEveryOperationRefusesInOneShape sends nonsense to every operation.
func TestEveryOperationRefusesInOneShape(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	for _, m := range api.Operations() {
		answer := w.do(t, m.Method, api.Base+w.fill(m, w.target("own", m)), "not-a-token", []byte(`{"nonsense":[1,2`))
		if answer.Code < 400 {
			continue
		}
		var p api.Problem
		if err := json.Unmarshal(answer.Body.Bytes(), &p); err != nil {
			t.Errorf("%s: %v in %q", m.ID, err, answer.Body.String())
			continue
		}
		if p.Status != answer.Code || p.Code == "" || p.Detail == "" || p.RequestID == "" || p.Type != "/problems/"+p.Code {
			t.Errorf("%s: incomplete problem %+v", m.ID, p)
		}
		if got := answer.Header().Get("Content-Type"); got != "application/problem+json" {
			t.Errorf("%s: content type %q", m.ID, got)
		}
	}
}

// TestUploadsAreBounded sends what is one byte longer than the contract allows.
func TestUploadsAreBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	bounded := 0
	for _, m := range api.Operations() {
		if m.Upload == 0 {
			continue
		}
		bounded++
		path := api.Base + w.fill(m, w.target("own", m))
		if m.ID == "uploadTable" {
			path += "?table=purchases&name=x.xlsx"
		}
		for size, want := range map[int64]bool{m.Upload: false, m.Upload + 1: true} {
			answer := w.do(t, m.Method, path, w.tokens["principal"], make([]byte, size))
			var p api.Problem
			_ = json.Unmarshal(answer.Body.Bytes(), &p) // a success is no problem
			if got := answer.Code == http.StatusRequestEntityTooLarge && p.Code == "request.too_large"; got != want {
				t.Errorf("%s of %d bytes: %d %s, too large %v", m.ID, size, answer.Code, p.Code, want)
			}
		}
	}
	if bounded < 3 {
		t.Errorf("%d operations bound what is uploaded", bounded)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("who may do what has changed; if that is meant, run with -update:\n%s", diff)
	}
}
