package notice_test

import (
	"encoding/json"
	"errors"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/words"
	"zhize/internal/testkit"
)

func TestToldOnceByInboxAndMail(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		w.post(t, "one", w.duty("整改隐患"))
		w.post(t, "one", w.duty("整改隐患"))
		w.deliver(t, w.Service)
		w.deliver(t, w.Service)
		letters := w.mail.Letters()
		if len(letters) != 1 {
			t.Fatalf("%d letters, want 1", len(letters))
		}
		d := w.only(t)
		if d.State != notice.Sent || d.Person != "测试丙" || len(d.Attempts) != 1 || d.Attempts[0].Outcome != "accepted" || !strings.Contains(d.Attempts[0].Answer, "queued as TEST1") {
			t.Errorf("delivery %+v", d)
		}
		if !strings.Contains(letters[0], "Message-ID: <"+d.ID+"@example.com>") {
			t.Errorf("the letter does not carry its key:\n%s", letters[0])
		}
		inbox, err := w.List(t.Context(), w.self(t, w.Officer), &api.ListNoticesInput{Page: api.Page{Limit: 50}})
		if err != nil || len(inbox.Body.Items) != 1 || inbox.Body.Unread != 1 || len(inbox.Body.Items[0].Deliveries) != 1 {
			t.Fatalf("inbox %+v, %v", inbox, err)
		}
		n := inbox.Body.Items[0]
		if n.Paragraphs[0].Name != "测试五金店（虚构）" || n.Paragraphs[0].Lines[0].Title != "整改隐患" || n.Deliveries[0].State != notice.Sent {
			t.Errorf("notice %+v", n)
		}
		in := &api.MarkNoticesInput{}
		in.Body.IDs = []string{n.ID}
		if left, err := w.Mark(t.Context(), w.self(t, w.Officer), in); err != nil || left.Body.Unread != 0 {
			t.Errorf("after reading: %+v, %v", left, err)
		}
		// The enterprise can show that he was told, when, and by which way.
		err = w.DB.Read(t.Context(), w.As(t, access.Principal, "enterprise.read"), func(tx *db.Tx) error {
			told, err := w.Told(tx, w.Officer, "2026-11-24", "2026-11-24")
			if err != nil || len(told) != 1 || !told[0].At.Equal(w.Clock.Now()) || told[0].Accepted["email"].IsZero() {
				t.Errorf("told %+v, %v", told, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestManyReplicasSendOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		const messages = 12
		for n := range messages {
			w.post(t, string(rune('a'+n)), w.duty("整改隐患"))
		}
		var all sync.WaitGroup
		for range 4 {
			s := w.service(0)
			all.Go(func() {
				if err := s.Deliver(t.Context()); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		keys := map[string]int{}
		for _, l := range w.mail.Letters() {
			keys[testkit.MessageID(l)]++
		}
		if len(w.mail.Letters()) != messages || len(keys) != messages {
			t.Errorf("%d letters with %d keys, want %d of each", len(w.mail.Letters()), len(keys), messages)
		}
	})
}

// Two replicas whose clocks differ by ten minutes: the lease is by the database's.
func TestAFastClockDoesNotBreakALease(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		w.post(t, "one", w.duty("整改隐患"))
		fast := w.service(0)
		w.mail.Before(func() {
			w.Clock.Advance(10 * time.Minute)
			if err := fast.Deliver(t.Context()); err != nil {
				t.Error(err)
			}
		})
		w.deliver(t, w.Service)
		if n := len(w.mail.Letters()); n != 1 {
			t.Errorf("%d letters, want 1", n)
		}
	})
}

// A sender dies between the claim and the answer: after its lease another sends,
// with the same key; what was accepted stays accepted.
func TestALeaseThatRanOut(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		w.post(t, "one", w.duty("整改隐患"))
		dying, next := w.service(20*time.Millisecond), w.service(time.Minute)
		w.mail.Before(func() {
			time.Sleep(50 * time.Millisecond) // the database's clock goes on
			if err := next.Deliver(t.Context()); err != nil {
				t.Error(err)
			}
		})
		w.deliver(t, dying)
		letters := w.mail.Letters()
		d := w.only(t)
		if len(letters) != 2 || strings.Count(letters[0]+letters[1], "Message-ID: <"+d.ID+"@") != 2 {
			t.Errorf("%d letters, want two with one key", len(letters))
		}
		if d.State != notice.Sent || len(d.Attempts) != 2 {
			t.Errorf("delivery %+v", d)
		}
		w.deliver(t, next)
		if n := len(w.mail.Letters()); n != 2 {
			t.Errorf("what was accepted is sent again: %d letters", n)
		}
	})
}

func TestWhatWasDoneMeanwhileIsDropped(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		done, open := w.duty("甲事项"), w.duty("乙事项")
		w.post(t, "both", done, open)
		w.post(t, "done", done)
		w.open.finish(done.Ref)
		w.deliver(t, w.Service)
		letters := w.mail.Letters()
		if len(letters) != 1 {
			t.Fatalf("%d letters, want 1", len(letters))
		}
		states := map[string]int{}
		for _, d := range w.log(t) {
			states[d.State]++
		}
		if states[notice.Sent] != 1 || states[notice.Suppressed] != 1 {
			t.Errorf("states %v", states)
		}
	})
}

func TestQuietHoursAndExpiry(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		// New Year's Eve, half past ten in the evening.
		w.Clock.Move(clock.Day("2026-12-31").At(22*60 + 30))
		w.post(t, "late", w.duty("整改隐患"))
		w.deliver(t, w.Service)
		d := w.only(t)
		if d.State != notice.Queued || d.NextAt == nil || !d.NextAt.Equal(clock.Day("2027-01-01").At(450)) || len(w.mail.Letters()) != 0 {
			t.Fatalf("in quiet hours: %+v", d)
		}
		err := w.DB.Write(t.Context(), w.As(t, access.Director, "hazard.advance"), func(tx *db.Tx) error {
			return w.Post(tx, notice.Message{Account: w.Officer, Dedupe: "urgent", Subject: words.Own("重大隐患"), Urgency: notice.Urgent}, w.duty("立即停售"))
		})
		if err != nil {
			t.Fatal(err)
		}
		w.deliver(t, w.Service)
		if n := len(w.mail.Letters()); n != 1 {
			t.Errorf("%d letters in quiet hours, want the urgent one", n)
		}
		w.Clock.Move(clock.Day("2027-01-01").At(450))
		w.deliver(t, w.Service)
		if n := len(w.mail.Letters()); n != 2 {
			t.Errorf("%d letters in the morning, want 2", n)
		}
		w.post(t, "stale", w.duty("整改隐患"))
		w.Clock.Advance(100 * time.Hour)
		w.deliver(t, w.Service)
		if got := w.log(t)[0]; got.State != notice.Suppressed || len(w.mail.Letters()) != 2 {
			t.Errorf("out of date: %+v", got)
		}
	})
}

func TestFailuresAreTriedAgainThenDeadThenRevived(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		w.mail.Refuse("451 4.3.0 try later, officer@example.com")
		w.post(t, "one", w.duty("整改隐患"))
		var last time.Duration
		for n := range 10 {
			w.deliver(t, w.Service)
			d := w.only(t)
			if len(d.Attempts) != n+1 || d.Attempts[n].Outcome != "failed" {
				t.Fatalf("try %d: %+v", n+1, d)
			}
			if strings.Contains(d.Note, "officer@example.com") {
				t.Errorf("the log tells the address: %s", d.Note)
			}
			if n == 9 {
				if d.State != notice.Dead {
					t.Errorf("after ten tries it is %s", d.State)
				}
				break
			}
			wait := d.NextAt.Sub(w.Clock.Now())
			if d.State != notice.Failed || wait < last*3/5 || wait > 73*time.Minute {
				t.Errorf("try %d waits %s after %s", n+1, wait, last)
			}
			last = wait
			w.deliver(t, w.Service)
			if got := w.only(t); len(got.Attempts) != n+1 {
				t.Errorf("tried again before its time")
			}
			w.Clock.Advance(wait)
		}
		w.mail.Refuse("")
		in := &api.RetryDeliveryInput{Delivery: w.only(t).ID}
		if _, err := w.RetryDelivery(t.Context(), w.As(t, access.Director, "notice.delivery.retry"), in); err != nil {
			t.Fatal(err)
		}
		w.deliver(t, w.Service)
		if d := w.only(t); d.State != notice.Sent || len(w.mail.Letters()) != 1 || len(d.Attempts) != 11 {
			t.Errorf("revived: %+v", d)
		}
	})
}

func TestAMailboxThatIsNoneIsDeadAtOnce(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, nil)
		w.mail.Refuse("550 5.1.1 no such user")
		w.post(t, "one", w.duty("整改隐患"))
		w.deliver(t, w.Service)
		if d := w.only(t); d.State != notice.Dead || len(d.Attempts) != 1 || d.Attempts[0].Outcome != "refused" {
			t.Errorf("delivery %+v", d)
		}
		w.mail.Refuse("")
		if n, err := w.Revive(t.Context(), w.Clock.Now().Add(-time.Hour)); err != nil || n != 1 {
			t.Errorf("the operator revives %d, %v", n, err)
		}
		w.deliver(t, w.Service)
		if d := w.only(t); d.State != notice.Sent {
			t.Errorf("delivery %+v", d)
		}
	})
}

func TestANumberIsKeptAndShownMasked(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		in := &api.SetPreferenceInput{}
		in.Body.QuietFrom, in.Body.QuietUntil, in.Body.BySMS = notice.Standard.QuietFrom, notice.Standard.QuietUntil, true
		for _, bad := range []string{"138 0000", "电话", "1234", "+86-13800000000"} {
			in.Body.Phone = &bad
			if _, err := w.SetPreference(t.Context(), w.self(t, w.Officer), in); !errors.Is(err, notice.ErrPreference) {
				t.Errorf("%q: %v, want %v", bad, err, notice.ErrPreference)
			}
		}
		good := " +8613800000000 "
		in.Body.Phone = &good
		out, err := w.SetPreference(t.Context(), w.self(t, w.Officer), in)
		if err != nil || out.Body.Phone != "***0000" || !out.Body.SMSOffered {
			t.Errorf("%+v, %v", out, err)
		}
	})
}

func TestGatewayThatLimitsBreaksOffAndDelays(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w *world) {
		w.byMail(t, func(in *api.SetPreferenceInput) { in.Body.ByEmail, in.Body.BySMS = false, true })
		w.gateway.behave(func(rw http.ResponseWriter, _ *http.Request, n int) {
			switch n {
			case 1:
				rw.Header().Set("Retry-After", "600")
				rw.WriteHeader(http.StatusTooManyRequests)
			case 2:
				panic(http.ErrAbortHandler) // the line breaks
			case 3:
				rw.WriteHeader(http.StatusBadGateway)
			default:
				time.Sleep(30 * time.Millisecond)
				rw.WriteHeader(http.StatusAccepted)
			}
		})
		w.post(t, "one", w.duty("整改隐患"))
		w.deliver(t, w.Service)
		d := w.only(t)
		if d.State != notice.Failed || d.NextAt.Sub(w.Clock.Now()) < 10*time.Minute {
			t.Errorf("after 429 with Retry-After: %+v", d)
		}
		for range 4 {
			w.Clock.Advance(11 * time.Minute)
			w.deliver(t, w.Service)
		}
		d = w.only(t)
		got := w.gateway.requests()
		if d.State != notice.Sent || len(d.Attempts) != 4 || len(got) != 4 {
			t.Fatalf("%d requests, delivery %+v", len(got), d)
		}
		for _, r := range got {
			var body struct{ ID, To, Text string }
			if err := json.Unmarshal(r.body, &body); err != nil || body.ID != d.ID || body.To != "13800000000" || !strings.Contains(body.Text, "共 1 项") {
				t.Errorf("body %s, %v", r.body, err)
			}
			if r.head.Get("Idempotency-Key") != d.ID || r.head.Get("Authorization") != "Bearer operators-token" {
				t.Errorf("head %v", r.head)
			}
		}
	})
}
