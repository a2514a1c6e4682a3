package notice_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/testkit"
)

// world is an enterprise whose people are told things, with a mail server and a
// gateway that behave as the test wants.
type world struct {
	testkit.World
	testkit.Fixture
	*notice.Service
	seal    *cipher.Sealer
	mail    *testkit.Mail
	gateway *gateway
	open    *openDuties
}

// phones has the same number for everybody.
type phones struct{}

func (phones) KeepPhone(*db.Tx, id.ID, string) error { return nil }

func (phones) Phone(*db.Tx, id.ID) (string, error) { return "13800000000", nil }

// openDuties is the stop condition: what the test says is still to be done.
type openDuties struct {
	mu   sync.Mutex
	done map[notice.Ref]bool
}

func (o *openDuties) Still(_ *db.Tx, _ id.ID, refs []notice.Ref) (map[notice.Ref]bool, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	still := map[notice.Ref]bool{}
	for _, r := range refs {
		still[r] = !o.done[r]
	}
	return still, nil
}

func (o *openDuties) finish(r notice.Ref) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.done[r] = true
}

// The workers of a package's tests share a PostgreSQL database and would send each
// other's deliveries: each test of a worker has a database of its own.
func engines(t *testing.T, fn func(t *testing.T, w *world)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		fn(t, in(t, testkit.SQLite(t)))
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		fn(t, in(t, testkit.PostgresAlone(t)))
	})
}

func in(t *testing.T, on testkit.World) *world {
	t.Helper()
	w := &world{World: on, Fixture: on.Found(t), mail: testkit.NewMail(t), gateway: newGateway(t), open: &openDuties{done: map[notice.Ref]bool{}}}
	key := make([]byte, cipher.KeySize)
	if _, err := rand.Read(key); err != nil {
		t.Fatal(err)
	}
	var err error
	if w.seal, err = cipher.NewSealer(key); err != nil {
		t.Fatal(err)
	}
	w.Service = w.service(0)
	return w
}

// service is one replica's.
func (w *world) service(lease time.Duration) *notice.Service {
	s := notice.New(w.DB, w.seal, phones{}, notice.Options{
		PublicURL: "https://zhize.test", Inside: true, Lease: lease, SMSURL: w.gateway.URL + "/sms", SMSToken: "operators-token",
		SMTP: notice.SMTP{Host: "127.0.0.1", Port: w.mail.Port, From: "zhize@example.com", TLS: "none"},
	})
	s.Connect(w.open)
	return s
}

// self is the officer in his own capacity.
func (w *world) self(t *testing.T, account id.ID) access.Grant {
	t.Helper()
	g, err := access.Self(access.Actor{Account: account, Name: "测试丙"}, access.Call{Operation: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// byMail lets the officer be told by e-mail.
func (w *world) byMail(t *testing.T, change func(*api.SetPreferenceInput)) {
	t.Helper()
	in := &api.SetPreferenceInput{}
	address := "officer@example.com"
	in.Body.Email, in.Body.ByEmail, in.Body.QuietFrom, in.Body.QuietUntil, in.Body.Slots = &address, true, 21*60, 450, []int{480, 960}
	if change != nil {
		change(in)
	}
	if _, err := w.SetPreference(t.Context(), w.self(t, w.Officer), in); err != nil {
		t.Fatal(err)
	}
}

// duty is a line about a new obligation.
func (w *world) duty(title string) notice.Line {
	return notice.Line{Ref: notice.Ref{Enterprise: w.Enterprise, Kind: "hazard", Subject: w.NewID(), Day: "2026-11-24"}, Title: words.Own(title)}
}

// post tells the officer something.
func (w *world) post(t *testing.T, dedupe string, lines ...notice.Line) {
	t.Helper()
	err := w.DB.Write(t.Context(), w.As(t, access.Director, "hazard.advance"), func(tx *db.Tx) error {
		return w.Post(tx, notice.Message{Account: w.Officer, Dedupe: dedupe, Subject: words.Own("【质责】提醒 " + dedupe)}, lines...)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) deliver(t *testing.T, s *notice.Service) {
	t.Helper()
	if err := s.Deliver(context.WithoutCancel(t.Context())); err != nil {
		t.Fatal(err)
	}
}

// log is the enterprise's log of deliveries.
func (w *world) log(t *testing.T) []api.Delivery {
	t.Helper()
	in := &api.ListDeliveriesInput{}
	in.Limit = 100
	out, err := w.ListDeliveries(t.Context(), w.As(t, access.Director, "notice.delivery.read"), in)
	if err != nil {
		t.Fatal(err)
	}
	return out.Body.Items
}

func (w *world) only(t *testing.T) api.Delivery {
	t.Helper()
	all := w.log(t)
	if len(all) != 1 {
		t.Fatalf("%d deliveries, want 1: %+v", len(all), all)
	}
	return all[0]
}

// channel makes a channel of the enterprise.
func (w *world) channel(t *testing.T, kind, secret string) id.ID {
	t.Helper()
	in := &api.PutChannelInput{Channel: string(w.NewID())}
	in.Body.Kind, in.Body.Name, in.Body.Enabled, in.Body.Secret = kind, "质量群", true, secret
	in.Body.Address = w.gateway.URL + "/" + kind + "?key=robots-own-key"
	if _, err := w.PutChannel(t.Context(), w.As(t, access.Director, "notice.channel.edit"), in); err != nil {
		t.Fatal(err)
	}
	return id.ID(in.Channel)
}

// gateway is an HTTP server that keeps what it was sent.
type gateway struct {
	*httptest.Server
	mu     sync.Mutex
	got    []request
	answer func(w http.ResponseWriter, r *http.Request, n int)
}

type request struct {
	path, query string
	head        http.Header
	body        []byte
}

func newGateway(t *testing.T) *gateway {
	t.Helper()
	g := &gateway{}
	g.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		g.mu.Lock()
		g.got = append(g.got, request{r.URL.Path, r.URL.RawQuery, r.Header, body})
		n, answer := len(g.got), g.answer
		g.mu.Unlock()
		if answer != nil {
			answer(w, r, n)
			return
		}
		fmt.Fprint(w, `{"errcode":0,"code":0,"errmsg":"ok"}`)
	}))
	t.Cleanup(g.Close)
	return g
}

func (g *gateway) behave(answer func(w http.ResponseWriter, r *http.Request, n int)) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.answer = answer
}

func (g *gateway) requests() []request {
	g.mu.Lock()
	defer g.mu.Unlock()
	return append([]request(nil), g.got...)
}
