package httpapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/httpapi"
	"zhize/internal/identity"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/regulator"
	"zhize/internal/testkit"
)

// server is a server with the nouns of sign-in and of the authorities.
type server struct {
	testkit.World
	testkit.Fixture
	identity *identity.Service
	handler  http.Handler
}

func engines(t *testing.T, fn func(t *testing.T, s server)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		s := server{World: w, Fixture: w.Found(t), identity: identity.New(w.DB, identity.Keys{Token: bytes.Repeat([]byte{1}, 32)})}
		w.DB.BeforeCommit(s.identity.Audit)
		r, err := httpapi.New(httpapi.Options{Gate: s.identity, Policy: access.Standard, Clock: w.Clock, Log: slog.New(slog.DiscardHandler)})
		if err != nil {
			t.Fatal(err)
		}
		httpapi.Identity(r, s.identity, true)
		httpapi.Regulator(r, regulator.New(w.DB, s.identity))
		s.handler = r.Handler()
		fn(t, s)
	})
}

// person opens an account with a role for the fixture's enterprise, or in its
// district.
func (s server) person(t *testing.T, role access.Role) (login string) {
	t.Helper()
	login = "h" + string(s.NewID())
	g := access.Anyone(access.Call{Operation: "testkit"}).Founding(s.Enterprise)
	err := s.DB.Write(context.Background(), g, func(tx *db.Tx) error {
		account, err := s.identity.CreateAccountWithPassword(tx, login, "测试壬", "", "Zhize-2026")
		if err != nil {
			return err
		}
		m := identity.Role{Account: account, Enterprise: s.Enterprise, Role: role}
		if role == access.Supervisor || role == access.Chief {
			m.Enterprise, m.Agency = id.Nil, s.District
		}
		return s.identity.GrantRole(tx, m)
	})
	if err != nil {
		t.Fatal(err)
	}
	return login
}

func (s server) do(t *testing.T, method, path, token string, body any, cookies ...*http.Cookie) *httptest.ResponseRecorder {
	t.Helper()
	var b bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&b).Encode(body); err != nil {
			t.Fatal(err)
		}
	}
	r := httptest.NewRequest(method, "https://zhize.example"+api.Base+path, &b)
	r.Header.Set("Content-Type", "application/json")
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for _, c := range cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, r)
	return w
}

func (s server) login(t *testing.T, login string) (api.Session, *http.Cookie) {
	t.Helper()
	w := s.do(t, http.MethodPost, "/login", "", map[string]string{"login": login, "password": "Zhize-2026"})
	return opened(t, w)
}

func opened(t *testing.T, w *httptest.ResponseRecorder) (out api.Session, c *http.Cookie) {
	t.Helper()
	if w.Code != http.StatusOK {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &out); err != nil {
		t.Fatal(err)
	}
	cookies := w.Result().Cookies()
	if len(cookies) != 1 {
		t.Fatalf("cookies are %v, want one", cookies)
	}
	return out, cookies[0]
}

// wantProblem compares status and code of a refusal.
func wantProblem(t *testing.T, what string, w *httptest.ResponseRecorder, status int, code string) {
	t.Helper()
	var p api.Problem
	_ = json.Unmarshal(w.Body.Bytes(), &p)
	if w.Code != status || p.Code != code || p.Detail == "" {
		t.Errorf("%s: got %d %s, want %d %s", what, w.Code, w.Body, status, code)
	}
}

func TestSessionTravelsInACookieThatScriptsDoNotSee(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, s server) {
		session, c := s.login(t, s.person(t, access.Officer))
		if c.Name != "zhize_refresh" || !c.HttpOnly || !c.Secure || c.SameSite != http.SameSiteStrictMode || c.Path != "/api/v1/session" || c.MaxAge != 30*24*3600 {
			t.Errorf("the cookie is %v", c)
		}
		next, successor := opened(t, s.do(t, http.MethodPost, "/session/refresh", "", nil, c))
		if successor.Value == c.Value || next.Me.Account != session.Me.Account {
			t.Errorf("refreshed to %v with cookie %v", next.Me, successor)
		}
		var me api.Me
		w := s.do(t, http.MethodGet, "/me", next.AccessToken, nil)
		if err := json.Unmarshal(w.Body.Bytes(), &me); err != nil || me.Name != "测试壬" {
			t.Errorf("me is %s", w.Body)
		}
		w = s.do(t, http.MethodPost, "/logout", next.AccessToken, nil)
		if got := w.Header().Get("Set-Cookie"); w.Code != http.StatusNoContent || !strings.Contains(got, "zhize_refresh=;") || !strings.Contains(got, "Max-Age=0") {
			t.Errorf("logout answers %d and sets %q", w.Code, got)
		}
		wantProblem(t, "after logout", s.do(t, http.MethodGet, "/me", next.AccessToken, nil), 401, "identity.session.expired")
		wantProblem(t, "refresh after logout", s.do(t, http.MethodPost, "/session/refresh", "", nil, successor), 401, "identity.session.expired")
		wantProblem(t, "refresh without a cookie", s.do(t, http.MethodPost, "/session/refresh", "", nil), 401, "identity.session.missing")
		wantProblem(t, "no token", s.do(t, http.MethodGet, "/me", "", nil), 401, "identity.session.missing")
		wantProblem(t, "a wrong password", s.do(t, http.MethodPost, "/login", "", map[string]string{"login": "nobody", "password": "x"}), 401, "identity.login.wrong")
	})
}

func TestPasswordAndSessionsOverHTTP(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, s server) {
		login := s.person(t, access.Director)
		session, _ := s.login(t, login)
		var sessions struct{ Items []api.SessionEntry }
		w := s.do(t, http.MethodGet, "/me/sessions", session.AccessToken, nil)
		if err := json.Unmarshal(w.Body.Bytes(), &sessions); err != nil || len(sessions.Items) != 1 || sessions.Items[0].Address == "" {
			t.Fatalf("sessions are %s", w.Body)
		}
		w = s.do(t, http.MethodPut, "/me/password", session.AccessToken, map[string]string{"current": "Zhize-2026", "new": "aaaaaaaa"})
		wantProblem(t, "a weak password", w, 422, "identity.password.weak")
		w = s.do(t, http.MethodPut, "/me/password", session.AccessToken, map[string]string{"current": "Zhize-2026", "new": "Zhize-2027"})
		if w.Code != http.StatusNoContent {
			t.Errorf("change password: %d %s", w.Code, w.Body)
		}
		var audit struct{ Items []api.AuditEntry }
		w = s.do(t, http.MethodGet, "/enterprises/"+string(s.Enterprise)+"/audit?limit=1", session.AccessToken, nil)
		if err := json.Unmarshal(w.Body.Bytes(), &audit); err != nil || len(audit.Items) != 1 {
			t.Errorf("audit is %d %s", w.Code, w.Body)
		}
		wantProblem(t, "another's session", s.do(t, http.MethodDelete, "/me/sessions/"+string(s.NewID()), session.AccessToken, nil), 404, "identity.session.not_found")
		w = s.do(t, http.MethodDelete, "/me/sessions/"+sessions.Items[0].ID, session.AccessToken, nil)
		if w.Code != http.StatusNoContent {
			t.Errorf("revoke: %d %s", w.Code, w.Body)
		}
	})
}

func TestForeignCapacitiesAreNotFoundOverHTTP(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, s server) {
		other := s.Found(t)
		officer, _ := s.login(t, s.person(t, access.Officer))
		chief, _ := s.login(t, s.person(t, access.Chief))
		looks := func(enterprise id.ID) *httptest.ResponseRecorder {
			return s.do(t, http.MethodGet, "/enterprises/"+string(enterprise)+"/looks", officer.AccessToken, nil)
		}
		if w := looks(s.Enterprise); w.Code != http.StatusOK {
			t.Errorf("looks of one's own enterprise: %d %s", w.Code, w.Body)
		}
		wantProblem(t, "a foreign enterprise", looks(other.Enterprise), 404, "enterprise.not_found")
		wantProblem(t, "a missing enterprise", looks(s.NewID()), 404, "enterprise.not_found")
		members := func(token string, agency id.ID) *httptest.ResponseRecorder {
			return s.do(t, http.MethodGet, "/agencies/"+string(agency)+"/members", token, nil)
		}
		if w := members(chief.AccessToken, s.District); w.Code != http.StatusOK {
			t.Errorf("members of one's own agency: %d %s", w.Code, w.Body)
		}
		wantProblem(t, "a foreign agency", members(chief.AccessToken, other.District), 404, "regulator.agency.not_found")
		wantProblem(t, "a missing agency", members(chief.AccessToken, s.NewID()), 404, "regulator.agency.not_found")
		wantProblem(t, "an officer of an enterprise in an agency", members(officer.AccessToken, s.District), 404, "regulator.agency.not_found")
		w := s.do(t, http.MethodPost, "/agencies/"+string(s.District)+"/enterprises/"+string(other.Enterprise)+"/assignments", chief.AccessToken,
			map[string]string{"office": string(s.Office), "from": "2026-11-24"})
		wantProblem(t, "assign a foreign enterprise", w, 404, "enterprise.not_found")
		w = s.do(t, http.MethodPost, "/agencies/"+string(s.District)+"/enterprises/"+string(s.Enterprise)+"/assignments", chief.AccessToken,
			map[string]string{"office": string(s.Office), "officer": string(s.Supervisor), "from": "2026-11-24"})
		if w.Code != http.StatusCreated {
			t.Errorf("assign: %d %s", w.Code, w.Body)
		}
		w = s.do(t, http.MethodGet, "/agencies/"+string(s.District)+"/audit", chief.AccessToken, nil)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "assignEnterprise") {
			t.Errorf("audit of the agency: %d %s", w.Code, w.Body)
		}
		wantProblem(t, "the director's audit for an officer", s.do(t, http.MethodGet, "/enterprises/"+string(s.Enterprise)+"/audit", officer.AccessToken, nil), 403, "access.forbidden")
	})
}
