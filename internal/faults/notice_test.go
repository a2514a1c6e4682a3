package faults_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/notice"
	"zhize/internal/platform/db"
	"zhize/internal/platform/words"
	"zhize/internal/rig"
	"zhize/internal/testkit"
)

// What one sender claims at once: so many letters may be under way at a kill.
const underWay = 8

// The program is killed while it delivers, three times. Every letter arrives, each
// once by its key; only those under way at a kill may come twice, and what was
// accepted and written down does not.
func TestKilledWhileDelivering(t *testing.T) {
	t.Parallel()
	t.Run("sqlite", func(t *testing.T) {
		t.Parallel()
		deliverThroughKills(t)
	})
	t.Run("postgres", func(t *testing.T) {
		t.Parallel()
		deliverThroughKills(t, database(t, cluster(t))...)
	})
}

func deliverThroughKills(t *testing.T, env ...string) {
	t.Helper()
	const each, kills, lease = 25, 3, 2 * time.Second
	mail := testkit.NewMail(t)
	env = append(env, "ZHIZE_SMTP_HOST=127.0.0.1", fmt.Sprintf("ZHIZE_SMTP_PORT=%d", mail.Port), "ZHIZE_SMTP_TLS=none", "ZHIZE_SMTP_FROM=zhize@example.com", "ZHIZE_NOTICE_LEASE="+lease.String())
	site, err := rig.NewSite(t.TempDir(), env...)
	if err != nil {
		t.Fatal(err)
	}
	a, err := site.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := tellShops(t.Context(), a, each); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	for round := range kills + 1 {
		p, err := site.Start(t.Context(), binary)
		if err != nil {
			t.Fatal(err)
		}
		want := shops * each
		if round < kills {
			want = (round + 1) * 40
		}
		for deadline := time.Now().Add(30 * time.Second); len(keys(mail)) < want; {
			if time.Now().After(deadline) {
				p.Kill()
				t.Fatalf("%d of %d letters came\n%s", len(keys(mail)), want, p.Said())
			}
			time.Sleep(time.Millisecond)
		}
		if round < kills {
			p.Kill()
			continue
		}
		p.Stop() // it writes down the last answers first
	}
	got := keys(mail)
	if len(got) != shops*each {
		t.Errorf("%d different letters, want %d", len(got), shops*each)
	}
	// What was under way at the last kill is sent again when its lease has run out,
	// by the last round or now; after that there is nothing left to send.
	time.Sleep(lease)
	a, err = site.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close() //nolint:errcheck // only read
	if err := a.Notices.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	if twice := len(mail.Letters()) - len(got); twice > kills*underWay {
		t.Errorf("%d letters came again after %d kills, want %d at most", twice, kills, kills*underWay)
	}
	before := len(mail.Letters())
	if err := a.Notices.Deliver(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(mail.Letters()); n != before {
		t.Errorf("%d letters were sent again though accepted", n-before)
	}
}

func keys(m *testkit.Mail) map[string]bool {
	all := map[string]bool{}
	for _, l := range m.Letters() {
		all[testkit.MessageID(l)] = true
	}
	return all
}

// tellShops lets every shop's keeper be told by mail, so many things.
func tellShops(ctx context.Context, a *app.App, each int) error {
	all, err := rig.Found(ctx, a, shops, 1)
	if err != nil {
		return err
	}
	for _, s := range all {
		g, err := access.Self(access.Actor{Account: s.Account}, access.Call{Operation: "test"})
		if err != nil {
			return err
		}
		address := s.Login + "@example.com"
		in := &api.SetPreferenceInput{}
		in.Body.Email, in.Body.ByEmail, in.Body.Slots = &address, true, []int{}
		if _, err := a.Notices.SetPreference(ctx, g, in); err != nil {
			return err
		}
		err = a.DB.Write(ctx, access.System("test"), func(tx *db.Tx) error {
			messages := make([]notice.Message, each)
			for n := range messages {
				messages[n] = notice.Message{
					Account: s.Account, Dedupe: fmt.Sprint("digest ", n), Subject: words.Own("今日待办"), Elsewhere: true,
					Paragraphs: []notice.Paragraph{{Enterprise: s.Enterprise, Name: "虚构店", Lines: []notice.Line{{Ref: notice.Ref{Kind: "test"}, Title: words.Own("事项")}}}},
				}
			}
			return a.Notices.PostAll(tx, messages)
		})
		if err != nil {
			return err
		}
	}
	return nil
}
