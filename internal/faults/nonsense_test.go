package faults_test

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"zhize/api"
)

func TestNonsense(t *testing.T) {
	t.Parallel()
	p := open(t)
	whole := func(change func(map[string]any)) []byte {
		var m map[string]any
		if err := json.Unmarshal(p.submission(t, 0, 0).Body, &m); err != nil {
			t.Fatal(err)
		}
		change(m)
		b, err := json.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	answer := func(m map[string]any, n int) map[string]any {
		return m["answers"].([]any)[n].(map[string]any) //nolint:forcetypeassert // our own body
	}
	long := strings.Repeat("查", 10_000)
	for _, c := range []struct {
		name    string
		body    []byte
		pointer string
	}{
		{"an unknown field", whole(func(m map[string]any) { m["score"] = 100 }), "body.score"},
		{"an unknown field of an answer", whole(func(m map[string]any) { answer(m, 3)["mark"] = true }), "body.answers[3].mark"},
		{"a text for a number", whole(func(m map[string]any) { m["listVersion"] = "one" }), "body.listVersion"},
		{"a number for a text", whole(func(m map[string]any) { answer(m, 0)["note"] = 5 }), "body.answers[0].note"},
		{"null for the answers", whole(func(m map[string]any) { m["answers"] = nil }), "body.answers"},
		{"no answers", whole(func(m map[string]any) { m["answers"] = []any{} }), "body.answers"},
		{"a missing field", whole(func(m map[string]any) { delete(m, "declaration") }), "body"},
		{"a verdict that is none", whole(func(m map[string]any) { answer(m, 2)["verdict"] = "" }), "body.answers[2].verdict"},
		{"an unanswered item", whole(func(m map[string]any) { m["answers"] = m["answers"].([]any)[1:] }), ""},                                   //nolint:forcetypeassert // our own body
		{"a day that is none", whole(func(m map[string]any) { m["obligation"].(map[string]any)["day"] = "2016-02-31" }), "body.obligation.day"}, //nolint:forcetypeassert // our own body
		{"10,000 characters", whole(func(m map[string]any) { answer(m, 1)["note"] = long }), "body.answers[1].note"},
		{"nothing", nil, ""},
		{"an empty object", []byte("{}"), "body"},
		{"a list", []byte("[]"), "body"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := p.submission(t, 0, 0)
			s.Body = c.body
			a, err := p.client.Submit(t.Context(), p.tokens[0], s)
			problem := a.Problem()
			if err != nil || a.Status != http.StatusUnprocessableEntity && (c.body != nil || a.Status != http.StatusBadRequest) || problem.Code == "" || problem.Detail == "" {
				t.Fatalf("%v, %d %s, want a problem 422", err, a.Status, a.Body)
			}
			if got := a.Header.Get("Content-Type"); !strings.HasPrefix(got, "application/problem+json") {
				t.Errorf("content type %q", got)
			}
			if c.pointer == "" {
				return
			}
			for _, f := range problem.Fields {
				if f.Pointer == c.pointer {
					return
				}
			}
			t.Errorf("fields %+v, want one at %s", problem.Fields, c.pointer)
		})
	}
	t.Run("what is not JSON", func(t *testing.T) {
		s := p.submission(t, 0, 0)
		s.Body = []byte(`{"payloadVersion":`)
		a, err := p.client.Submit(t.Context(), p.tokens[0], s)
		if err != nil || a.Status != http.StatusBadRequest && a.Status != http.StatusUnprocessableEntity || a.Problem().Code == "" {
			t.Errorf("%v, %d %s", err, a.Status, a.Body)
		}
	})
	t.Run("emoji and rare characters are kept as they are", func(t *testing.T) {
		const note = "插座外壳破损 😀👨‍👩‍👧 𠮷野家 ﷽"
		d := p.submit(t, p.submission(t, 0, 1, func(b *api.DailyBody) { b.Answers[0].Verdict, b.Answers[0].Note = "fail", note }), http.StatusOK)
		if got := d.Versions[0].Body.Answers[0].Note; got != note {
			t.Errorf("the note became %q", got)
		}
	})
	if got := len(p.records(t, 0)); got != 1 {
		t.Errorf("%d records, want the one good one", got)
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	p := open(t)
	cfg, err := p.Config()
	if err != nil {
		t.Fatal(err)
	}
	derive := func(secret []byte, purpose string) []byte {
		h := hmac.New(sha256.New, secret)
		h.Write([]byte("zhize " + purpose))
		return h.Sum(nil)
	}
	key := derive(cfg.Token, "access token")
	parsed, _, err := jwt.NewParser().ParseUnverified(p.tokens[0], jwt.MapClaims{})
	if err != nil {
		t.Fatal(err)
	}
	signed := func(method jwt.SigningMethod, with any, change func(jwt.MapClaims)) string {
		claims := jwt.MapClaims{}
		for k, v := range parsed.Claims.(jwt.MapClaims) { //nolint:forcetypeassert // as parsed
			claims[k] = v
		}
		change(claims)
		token := jwt.NewWithClaims(method, claims)
		token.Header["kid"] = hex.EncodeToString(derive(key, "id")[:4])
		text, err := token.SignedString(with)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	as := func(jwt.MapClaims) {}
	head, rest, _ := strings.Cut(p.tokens[0], ".")
	payload, signature, _ := strings.Cut(rest, ".")
	changed, err := base64.RawURLEncoding.DecodeString(payload)
	if err != nil {
		t.Fatal(err)
	}
	changed = bytes.Replace(changed, []byte(`"exp":1`), []byte(`"exp":9`), 1)
	for _, c := range []struct {
		name, token string
		want        int
	}{
		{"one of our own", signed(jwt.SigningMethodHS256, key, as), http.StatusOK},
		{"none at all", "", http.StatusUnauthorized},
		{"rubbish", "rubbish", http.StatusUnauthorized},
		{"expired", signed(jwt.SigningMethodHS256, key, func(c jwt.MapClaims) { c["exp"] = time.Now().Add(-time.Minute).Unix() }), http.StatusUnauthorized},
		{"without an end", signed(jwt.SigningMethodHS256, key, func(c jwt.MapClaims) { delete(c, "exp") }), http.StatusUnauthorized},
		{"signed with another key", signed(jwt.SigningMethodHS256, []byte("another key of thirty-two bytes!"), as), http.StatusUnauthorized},
		{"of the algorithm none", signed(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, as), http.StatusUnauthorized},
		{"of another algorithm", signed(jwt.SigningMethodHS512, key, as), http.StatusUnauthorized},
		{"of a session that is none", signed(jwt.SigningMethodHS256, key, func(c jwt.MapClaims) { c["sid"] = "01930000-0000-7000-8000-000000000000" }), http.StatusUnauthorized},
		{"of another issuer", signed(jwt.SigningMethodHS256, key, func(c jwt.MapClaims) { c["iss"] = "elsewhere" }), http.StatusUnauthorized},
		{"with a payload that was changed", head + "." + base64.RawURLEncoding.EncodeToString(changed) + "." + signature, http.StatusUnauthorized},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := p.client.Do(t.Context(), http.MethodGet, "/enterprises/"+string(p.shops[0].Enterprise)+"/records/daily", c.token, nil)
			if err != nil || a.Status != c.want || c.want != http.StatusOK && a.Problem().Code == "" {
				t.Errorf("%v, %d %s, want %d", err, a.Status, a.Body, c.want)
			}
		})
	}
}

func TestUploads(t *testing.T) {
	t.Parallel()
	p := open(t)
	jpeg := []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")
	for _, c := range []struct {
		name string
		body []byte
		hash string
		want []int
	}{
		{"more than 8 MiB", append(bytes.Clone(jpeg), make([]byte, 9<<20)...), "", []int{http.StatusRequestEntityTooLarge, http.StatusUnprocessableEntity}},
		{"a page that calls itself a picture", []byte("<!doctype html><script>alert(1)</script>"), "", []int{http.StatusUnprocessableEntity}},
		{"a drawing with a script", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`), "", []int{http.StatusUnprocessableEntity}},
		{"a program behind the first bytes of a picture", append(bytes.Clone(jpeg), "MZ\x90\x00 this program cannot be run"...), "", []int{http.StatusUnprocessableEntity}},
		{"nothing", []byte{}, "", []int{http.StatusUnprocessableEntity, http.StatusBadRequest}},
		{"other bytes than its name says", jpeg, strings.Repeat("ab", 32), []int{http.StatusUnprocessableEntity}},
		{"a name that is no hash", jpeg, "..%2f..%2fetc%2fpasswd", []int{http.StatusUnprocessableEntity, http.StatusNotFound}},
	} {
		t.Run(c.name, func(t *testing.T) {
			name := c.hash
			if name == "" {
				sum := sha256.Sum256(c.body)
				name = hex.EncodeToString(sum[:])
			}
			path := "/enterprises/" + string(p.shops[0].Enterprise) + "/photos/" + name
			a, err := p.client.Do(t.Context(), http.MethodPut, path, p.tokens[0], c.body, "Content-Type", "image/jpeg")
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range c.want {
				if a.Status == want && a.Problem().Code != "" {
					return
				}
			}
			t.Errorf("%d %s, want a problem %v", a.Status, a.Body, c.want)
		})
	}
}
