package notice_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// group tells the enterprise's channels something.
func (w *world) group(t *testing.T, dedupe string) {
	t.Helper()
	err := w.DB.Write(t.Context(), access.System("test"), func(tx *db.Tx) error {
		ways, err := notice.WaysOf(tx, "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff")
		if err != nil {
			return err
		}
		return w.PostGroups(tx, []notice.Group{{
			Dedupe: dedupe, Subject: words.Own("【质责】今日待办 1 项"), Channels: ways,
			Paragraph: notice.Paragraph{Enterprise: w.Enterprise, Name: "测试五金店（虚构）", Lines: []notice.Line{w.duty("完成每日检查")}},
		}})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func mac(key, data string) string {
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(data))
	return base64.StdEncoding.EncodeToString(h.Sum(nil))
}

func TestRobotsGetWhatTheyWant(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		const secret = "a-secret-of-the-robot"
		for _, kind := range []string{"wecom", "dingtalk", "feishu", "webhook"} {
			w.channel(t, kind, secret)
		}
		w.group(t, "one")
		w.group(t, "one")
		w.deliver(t, w.Service)
		got := map[string]request{}
		for _, r := range w.gateway.requests() {
			got[r.path] = r
		}
		if len(got) != 4 || len(w.gateway.requests()) != 4 {
			t.Fatalf("%d requests by %d ways, want 4", len(w.gateway.requests()), len(got))
		}
		seconds := fmt.Sprint(w.Clock.Now().Unix())
		ms := fmt.Sprint(w.Clock.Now().UnixMilli())
		if q, err := url.ParseQuery(got["/dingtalk"].query); err != nil || q.Get("timestamp") != ms || q.Get("sign") != mac(secret, ms+"\n"+secret) || q.Get("key") != "robots-own-key" {
			t.Errorf("dingtalk: %s", got["/dingtalk"].query)
		}
		var lark struct {
			Timestamp, Sign, MsgType string
			Content                  struct{ Text string }
		}
		if err := json.Unmarshal(got["/feishu"].body, &lark); err != nil || lark.Timestamp != seconds || lark.Sign != mac(seconds+"\n"+secret, "") || !strings.Contains(lark.Content.Text, "完成每日检查") {
			t.Errorf("feishu: %s", got["/feishu"].body)
		}
		if b := got["/wecom"].body; !strings.Contains(string(b), `"msgtype":"text"`) || !strings.Contains(string(b), "完成每日检查") {
			t.Errorf("wecom: %s", b)
		}
		hook := got["/webhook"]
		// The page of today has the enterprise's own address, and none behind it.
		if !strings.Contains(string(hook.body), `办理：https://zhize.test/e/`+string(w.Enterprise)+`\n`) {
			t.Errorf("no way to the page of today: %s", hook.body)
		}
		if at := hook.head.Get("X-Zhize-Timestamp"); at != seconds || hook.head.Get("X-Zhize-Signature") != notice.Signature(secret, at, hook.body) {
			t.Errorf("webhook: %v", hook.head)
		}
		log := w.log(t)
		shown, err := json.Marshal(log)
		if err != nil {
			t.Fatal(err)
		}
		list, err := w.ListChannels(t.Context(), w.As(t, access.Principal, "notice.channel.read"), &api.InEnterprise{})
		if err != nil {
			t.Fatal(err)
		}
		listed, err := json.Marshal(list.Body)
		if err != nil {
			t.Fatal(err)
		}
		for _, hidden := range []string{secret, "robots-own-key"} {
			if strings.Contains(string(shown)+string(listed), hidden) {
				t.Errorf("an answer shows %q", hidden)
			}
		}
		for _, d := range log {
			if d.State != notice.Sent || d.ChannelName != "质量群" || d.Subject == "" {
				t.Errorf("delivery %+v", d)
			}
		}
	})
}

func TestARobotThatSaysNo(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		channel := w.channel(t, "wecom", "")
		for _, c := range []struct {
			name, body, state string
			status            int
		}{
			{"asked too often", `{"errcode":45009,"errmsg":"freq limit"}`, notice.Failed, 200},
			{"busy", `{"errcode":-1,"errmsg":"busy"}`, notice.Failed, 200},
			{"unknown key", `{"errcode":93000,"errmsg":"invalid webhook robots-own-key"}`, notice.Dead, 200},
			{"a page of somebody's proxy", `<html>sign in</html>`, notice.Failed, 200},
			{"elsewhere", ``, notice.Dead, 302},
		} {
			w.gateway.behave(func(rw http.ResponseWriter, _ *http.Request, _ int) {
				rw.Header().Set("Location", "http://169.254.169.254/")
				rw.WriteHeader(c.status)
				fmt.Fprint(rw, c.body)
			})
			w.freeTurn(t, channel)
			w.group(t, c.name)
			before := len(w.gateway.requests())
			w.deliver(t, w.Service)
			if d := w.log(t)[0]; d.State != c.state || len(w.gateway.requests()) != before+1 {
				t.Errorf("%s: %d requests, %+v", c.name, len(w.gateway.requests())-before, d)
			}
			w.Clock.Advance(time.Second) // far from any second try
		}
	})
}

// freeTurn lets a channel be used again without waiting for its turn.
func (w *world) freeTurn(t *testing.T, channel id.ID) {
	t.Helper()
	err := w.DB.Write(t.Context(), w.As(t, access.Director, "notice.channel.edit"), func(tx *db.Tx) error {
		_, err := tx.Exec("UPDATE notice_channels AS c SET next_turn = 0 WHERE {scope:c} AND c.id = ?", channel)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOneRobotIsNotUsedTooOften(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		channel := w.channel(t, "wecom", "")
		for n := range 3 {
			w.group(t, fmt.Sprint(n))
		}
		w.deliver(t, w.Service)
		w.deliver(t, w.service(0))
		if n := len(w.gateway.requests()); n != 1 {
			t.Errorf("%d messages at once, want 1", n)
		}
		in := &api.InChannel{Channel: string(channel)}
		if _, err := w.TestChannel(t.Context(), w.As(t, access.Director, "notice.channel.edit"), in); !errors.Is(err, notice.ErrTooOften) {
			t.Errorf("a trial at once: %v, want %v", err, notice.ErrTooOften)
		}
		for range 2 {
			w.freeTurn(t, channel)
			w.Clock.Advance(4 * time.Second)
			w.deliver(t, w.Service)
		}
		if n := len(w.gateway.requests()); n != 3 {
			t.Errorf("%d messages after their turns, want 3", n)
		}
	})
}

func TestTrialShowsTheAnswer(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		channel := w.channel(t, "feishu", "")
		w.gateway.behave(func(rw http.ResponseWriter, _ *http.Request, _ int) {
			fmt.Fprint(rw, `{"code":19021,"msg":"sign match fail or timestamp is not within one hour"}`)
		})
		in := &api.InChannel{Channel: string(channel)}
		g := w.As(t, access.Director, "notice.channel.edit")
		out, err := w.TestChannel(t.Context(), g, in)
		if err != nil || out.Body.Accepted || !strings.Contains(out.Body.Answer, "sign match fail") {
			t.Errorf("refused: %+v, %v", out, err)
		}
		w.gateway.behave(nil)
		w.freeTurn(t, channel)
		if out, err = w.TestChannel(t.Context(), g, in); err != nil || !out.Body.Accepted {
			t.Errorf("accepted: %+v, %v", out, err)
		}
		log := w.log(t)
		if len(log) != 2 || len(log[0].Attempts) != 1 || len(log[1].Attempts) != 1 {
			t.Errorf("the log of trials: %+v", log)
		}
		for _, d := range log {
			if _, err := w.RetryDelivery(t.Context(), w.As(t, access.Director, "notice.delivery.retry"), &api.RetryDeliveryInput{Delivery: d.ID}); !errors.Is(err, notice.ErrNotDead) {
				t.Errorf("a trial is tried again: %v", err)
			}
		}
		if _, err := w.RemoveChannel(t.Context(), g, in); err != nil {
			t.Fatal(err)
		}
		if _, err := w.TestChannel(t.Context(), g, in); !errors.Is(err, notice.ErrChannelNotFound) {
			t.Errorf("a trial of an ended channel: %v", err)
		}
	})
}

func TestNeighboursSeeNothing(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		channel := w.channel(t, "wecom", "")
		w.byMail(t, nil)
		w.group(t, "one")
		w.mail.Refuse("550 no")
		w.post(t, "one", w.duty("整改隐患"))
		w.deliver(t, w.Service)
		var dead string
		for _, d := range w.log(t) {
			if d.State == notice.Dead {
				dead = d.ID
			}
		}
		b := w.Found(t)
		in := &api.ListDeliveriesInput{}
		in.Limit = 50
		log, err := w.ListDeliveries(t.Context(), b.As(t, access.Director, "notice.delivery.read"), in)
		if err != nil || len(log.Body.Items) != 0 {
			t.Errorf("a neighbour's log: %+v, %v", log, err)
		}
		list, err := w.ListChannels(t.Context(), b.As(t, access.Director, "notice.channel.read"), &api.InEnterprise{})
		if err != nil || len(list.Body.Items) != 0 {
			t.Errorf("a neighbour's channels: %+v, %v", list, err)
		}
		for _, one := range []string{dead, string(w.NewID()), "x"} {
			if _, err := w.RetryDelivery(t.Context(), b.As(t, access.Director, "notice.delivery.retry"), &api.RetryDeliveryInput{Delivery: one}); !errors.Is(err, notice.ErrDeliveryNotFound) {
				t.Errorf("a neighbour retries %s: %v", one, err)
			}
		}
		for _, one := range []string{string(channel), string(w.NewID())} {
			if _, err := w.TestChannel(t.Context(), b.As(t, access.Director, "notice.channel.edit"), &api.InChannel{Channel: one}); !errors.Is(err, notice.ErrChannelNotFound) {
				t.Errorf("a neighbour tries channel %s: %v", one, err)
			}
		}
		inbox, err := w.List(t.Context(), w.self(t, b.Officer), &api.ListNoticesInput{Page: api.Page{Limit: 50}})
		if err != nil || len(inbox.Body.Items) != 0 {
			t.Errorf("another's inbox: %+v, %v", inbox, err)
		}
		// An enterprise writes to its own people only.
		err = w.DB.Write(t.Context(), b.As(t, access.Director, "hazard.advance"), func(tx *db.Tx) error {
			return w.Post(tx, notice.Message{Account: w.Officer, Dedupe: "x", Subject: words.Own("x")}, notice.Line{Title: words.Own("x")})
		})
		if err == nil {
			t.Error("an enterprise writes to a stranger")
		}
		// On PostgreSQL the second wall stands alone.
		if w.DB.Engine() != db.Postgres {
			return
		}
		for _, table := range []string{"notices", "notice_tellings", "notice_deliveries", "notice_attempts", "notice_preferences", "notice_channels"} {
			for who, g := range map[string]access.Grant{"a neighbour": b.As(t, access.Director, "hazard.read"), "another person": w.self(t, b.Officer), "an office": w.As(t, access.Supervisor, "area.read")} {
				var n []int
				err := w.DB.Read(t.Context(), g, func(tx *db.Tx) error {
					return tx.Query(&n, "SELECT count(*) FROM "+table+" {none}")
				})
				if err != nil || n[0] != 0 {
					t.Errorf("%s sees %v rows of %s, %v", who, n, table, err)
				}
			}
		}
	})
}

func TestChannelsAreRefused(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		strict := notice.New(w.DB, w.seal, phones{}, notice.Options{})
		g := w.As(t, access.Director, "notice.channel.edit")
		for _, c := range []struct{ kind, address, secret string }{
			{"wecom", "", ""},
			{"wecom", "http://example.com/x", ""},
			{"wecom", "https://127.0.0.1/x", ""},
			{"wecom", "https://user:pw@example.com/", ""},
			{"webhook", "https://example.com/x", ""},
			{"webhook", "https://example.com/x", "short"},
		} {
			in := &api.PutChannelInput{Channel: string(w.NewID())}
			in.Body.Kind, in.Body.Name, in.Body.Address, in.Body.Secret = c.kind, "群", c.address, c.secret
			if _, err := strict.PutChannel(t.Context(), g, in); !errors.Is(err, notice.ErrChannelForm) {
				t.Errorf("%+v: %v, want %v", c, err, notice.ErrChannelForm)
			}
		}
		for n := range 11 {
			in := &api.PutChannelInput{Channel: string(w.NewID())}
			in.Body.Kind, in.Body.Name, in.Body.Address = "wecom", "群", "https://example.com/x"
			_, err := strict.PutChannel(t.Context(), g, in)
			if want := map[bool]error{true: notice.ErrChannelMany}[n == 10]; !errors.Is(err, want) {
				t.Errorf("channel %d: %v, want %v", n+1, err, want)
			}
		}
	})
}
