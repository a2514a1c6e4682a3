package app_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

// world is the assembled program on an embedded database with three
// enterprises: one's own, a neighbour in the same district under another
// office, and one in another district.
type world struct {
	testkit.World
	app    *app.App
	own    testkit.Fixture
	other  testkit.Fixture
	tokens map[string]string
}

const password = "Prüfung-2026"

func newWorld(t *testing.T) *world {
	t.Helper()
	return worldOn(t, testkit.SQLite(t))
}

func worldOn(t *testing.T, on testkit.World) *world {
	t.Helper()
	w := &world{World: on, tokens: map[string]string{}}
	w.app = program.Assemble(t, w.World)
	w.own, w.other = w.Found(t), w.Found(t)
	for _, role := range access.Roles() {
		w.tokens[string(role)] = w.enter(t, role)
	}
	return w
}

// enter makes a person with the role in the own enterprise or office and signs
// him in.
func (w *world) enter(t *testing.T, role access.Role) string {
	t.Helper()
	login := string(role) + string(w.own.Enterprise)[:8] + base64.RawURLEncoding.EncodeToString([]byte(t.Name()))[:4]
	g := access.Anyone(access.Call{Operation: "test"}).Founding(w.own.Enterprise)
	err := w.DB.Write(context.Background(), g, func(tx *db.Tx) error {
		account, err := w.app.Identity.CreateAccountWithPassword(tx, login, "测试"+string(role), "", password)
		if err != nil {
			return err
		}
		m := identity.Role{Account: account, Role: role, Source: tx.NewID(), From: tx.Now(), OwnerName: "测试单位"}
		if role == access.Supervisor || role == access.Chief {
			m.Agency = w.own.Office
		} else {
			m.Enterprise = w.own.Enterprise
		}
		return w.app.Identity.GrantRole(tx, m)
	})
	if err != nil {
		t.Fatalf("enter as %s: %v", role, err)
	}
	body, err := json.Marshal(map[string]string{"login": login, "password": password})
	if err != nil {
		t.Fatal(err)
	}
	answer := w.do(t, http.MethodPost, api.Base+"/login", "", body)
	var s api.Session
	if err := json.Unmarshal(answer.Body.Bytes(), &s); err != nil || s.AccessToken == "" {
		t.Fatalf("sign in as %s: %d %s", role, answer.Code, answer.Body)
	}
	return s.AccessToken
}

// target is whose things an operation is asked for.
type target struct {
	name               string
	enterprise, agency id.ID
}

func (w *world) target(name string, m api.Meta) target {
	t := target{name: name, enterprise: w.own.Enterprise, agency: w.own.Office}
	area := strings.HasPrefix(m.Path, "/agencies/{agency}/")
	switch name {
	case "other":
		t.enterprise = w.other.Enterprise
		if area && !strings.Contains(m.Path, "{enterprise}") {
			t.agency = w.other.Office
		}
	case "missing":
		t.enterprise = "01930000-0000-7000-8000-000000000000"
		if area && !strings.Contains(m.Path, "{enterprise}") {
			t.agency = "01930000-0000-7000-8000-000000000000"
		}
	case "foreign agency":
		t.enterprise, t.agency = w.other.Enterprise, w.other.Office
	}
	return t
}

// targets lists what distinguishes an operation's answers.
func (w *world) targets(m api.Meta) []target {
	names := []string{"own"}
	if strings.Contains(m.Path, "{enterprise}") || strings.Contains(m.Path, "{agency}") {
		names = append(names, "other", "missing")
	}
	if strings.Contains(m.Path, "{enterprise}") && strings.Contains(m.Path, "{agency}") {
		names = append(names, "foreign agency")
	}
	all := make([]target, len(names))
	for i, n := range names {
		all[i] = w.target(n, m)
	}
	return all
}

// fill writes a path with the target's ids and plausible values for the rest.
func (w *world) fill(m api.Meta, t target) string {
	const nothing = "01930000-0000-7000-8000-00000000ffff"
	path := strings.NewReplacer(
		"{enterprise}", string(t.enterprise), "{agency}", string(t.agency),
		"{sha256}", strings.Repeat("ab", 32), "{day}", "2026-11-30", "{kind}", "retail", "{year}", "2026", "{code}", "abc",
		"{week}", "2026-W48", "{month}", "2026-11",
		"{version}", map[bool]string{true: nothing, false: "1"}[m.ID == "correctDaily"],
	).Replace(m.Path)
	for strings.Contains(path, "{") {
		from, to := strings.Index(path, "{"), strings.Index(path, "}")
		path = path[:from] + nothing + path[to+1:]
	}
	switch m.ID {
	case "readCalendar", "inspectDailies":
		path += "?month=2026-11"
	case "listGoods", "recentGoods", "inspectGoods":
		path += "?kind=purchase"
	case "readGoodsPaper":
		path += "?kind=purchase&from=2026-11-01&to=2026-11-02"
	case "exportEvidence", "inspectEvidence", "readHazardRegister":
		path += "?from=2026-11-01&to=2026-11-02"
	case "compareRiskLists", "compareBylaws":
		path += "?from=1&to=2"
	case "listTemplateItems":
		path += "?side=sales"
	}
	return path
}

func (w *world) send(t *testing.T, m api.Meta, to target, name string) *httptest.ResponseRecorder {
	t.Helper()
	var body []byte
	if m.Method != http.MethodGet && m.Method != http.MethodDelete {
		body = []byte(`{}`)
	}
	return w.do(t, m.Method, api.Base+w.fill(m, to), w.tokens[name], body)
}

func (w *world) ask(t *testing.T, m api.Meta, to target, name string) (int, string) {
	t.Helper()
	if m.ID == "logout" && name != "anonymous" {
		return http.StatusNoContent, "" // would end the session that asks on
	}
	answer := w.send(t, m, to, name)
	var p api.Problem
	_ = json.Unmarshal(answer.Body.Bytes(), &p) // a success is no problem
	return answer.Code, p.Code
}

func (w *world) do(t *testing.T, method, path, token string, body []byte) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(context.Background(), method, path, bytes.NewReader(body))
	if body != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	answer := httptest.NewRecorder()
	w.app.Router.Handler().ServeHTTP(answer, r)
	return answer
}
