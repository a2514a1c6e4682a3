package reminder_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reminder"
	"zhize/internal/testkit"
)

type world struct {
	testkit.World
	testkit.Fixture
	*reminder.Service
	notices     *notice.Service
	obligations *obligation.Service
}

type noPhones struct{}

func (noPhones) Phone(*db.Tx, id.ID) (string, error)   { return "", nil }
func (noPhones) KeepPhone(*db.Tx, id.ID, string) error { return nil }

// engines gives each test a database of its own: reminders go over everybody.
func engines(t *testing.T, fn func(t *testing.T, w world)) {
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

// A year without a notice of holidays is warned of at every sweep.
func TestMain(m *testing.M) {
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

func in(t *testing.T, on testkit.World) world {
	t.Helper()
	key := make([]byte, cipher.KeySize)
	if _, err := rand.Read(key); err != nil {
		t.Fatal(err)
	}
	seal, err := cipher.NewSealer(key)
	if err != nil {
		t.Fatal(err)
	}
	w := world{World: on, Fixture: on.Found(t), notices: notice.New(on.DB, seal, noPhones{}, notice.Options{Inside: true})}
	w.Service = reminder.New(on.DB, w.notices)
	w.notices.Connect(w.Service)
	w.obligations = obligation.New(on.DB, func(*db.Tx) (*clock.Calendar, error) { return clock.NewCalendar(nil), nil }, nil)
	return w
}

func (w world) at(t *testing.T, day clock.Day, minutes int) {
	t.Helper()
	w.Clock.Move(day.At(minutes))
	if err := w.obligations.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := w.Remind(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// told is the inbox of an account, oldest first, a line each.
func (w world) told(t *testing.T, account id.ID) []string {
	t.Helper()
	g, err := access.Self(access.Actor{Account: account}, access.Call{Operation: "test"})
	if err != nil {
		t.Fatal(err)
	}
	out, err := w.notices.List(t.Context(), g, &api.ListNoticesInput{Page: api.Page{Limit: 100}})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, n := range out.Body.Items {
		var lines []string
		for _, p := range n.Paragraphs {
			for _, l := range p.Lines {
				text := l.Title + " " + l.Note
				if l.Escalated {
					text += "!"
				}
				lines = append(lines, text)
			}
		}
		all = append([]string{n.At.In(clock.Shanghai).Format("01-02 15:04 ") + strings.Join(lines, "; ")}, all...)
	}
	return all
}

func (w world) expect(t *testing.T, who string, account id.ID, want ...string) {
	t.Helper()
	got := w.told(t, account)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s was told\n%s\nwant\n%s", who, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestADayIsRecalledOnceAndClimbsWhenMissed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.at(t, "2026-12-30", 8*60+2)
		w.expect(t, "the officer in the morning", w.Officer)
		// Two replicas at once, and the bell again: one digest.
		w.Clock.Move(clock.Day("2026-12-30").At(16 * 60))
		var both sync.WaitGroup
		for range 2 {
			both.Go(func() {
				if err := w.Remind(context.WithoutCancel(t.Context())); err != nil {
					t.Error(err)
				}
			})
		}
		both.Wait()
		w.at(t, "2026-12-30", 16*60+5)
		w.at(t, "2026-12-30", 17*60)
		w.expect(t, "the officer in the afternoon", w.Officer, "12-30 16:00 完成每日检查 门店（白班）")
		w.expect(t, "the director", w.Director)
		// Missed, over the year's end.
		w.at(t, "2026-12-31", 8*60)
		w.expect(t, "the director next morning", w.Director, "12-31 08:00 补录每日检查 12月30日 门店（白班）!")
		w.expect(t, "the principal", w.Principal)
		w.at(t, "2027-01-01", 8*60)
		w.expect(t, "the principal a day later", w.Principal, "01-01 08:00 补录每日检查 12月30日 门店（白班）!")
	})
}

func TestWhatIsDoneIsNotRecalled(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.at(t, "2026-11-24", 12*60)
		w.at(t, "2026-11-25", 9*60)
		err := w.DB.Write(t.Context(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) error {
			o, err := w.obligations.Find(tx, obligation.KindDaily, w.Shift, "2026-11-25")
			if err != nil {
				return err
			}
			return w.obligations.Fulfil(tx, o, tx.NewID(), obligation.OutcomeZeroRisk, obligation.OnTime)
		})
		if err != nil {
			t.Fatal(err)
		}
		w.at(t, "2026-11-25", 16*60)
		w.expect(t, "the officer", w.Officer, "11-25 09:00 补录每日检查 11月24日 门店（白班）", "11-25 16:00 补录每日检查 11月24日 门店（白班）")
	})
}

func TestOnePersonOfTwoEnterprisesGetsOneMessage(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b := w.Found(t)
		g := access.Anyone(access.Call{Operation: "test"}).Founding(b.Enterprise)
		err := w.DB.Write(t.Context(), g, func(tx *db.Tx) error {
			_, err := tx.Exec("INSERT INTO memberships (id, account_id, enterprise_id, role, from_at) VALUES (?, ?, {tenant}, 'officer', ?)", tx.NewID(), w.Officer, tx.Now())
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		w.at(t, "2026-11-24", 16*60)
		w.expect(t, "the officer of both", w.Officer, "11-24 16:00 完成每日检查 门店（白班）; 完成每日检查 门店（白班）")
		for _, f := range []testkit.Fixture{w.Fixture, b} {
			err := w.DB.Read(t.Context(), f.As(t, access.Principal, "enterprise.read"), func(tx *db.Tx) error {
				told, err := w.notices.Told(tx, w.Officer, "2026-11-24", "2026-11-24")
				if err != nil || len(told) != 1 || told[0].Paragraph.Enterprise != f.Enterprise || len(told[0].Paragraph.Lines) != 1 {
					t.Errorf("an enterprise has %+v, %v", told, err)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	})
}

func TestADayOfRestAndAPersonWhoLeft(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.at(t, "2026-11-24", 17*60)
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "obligation.pattern.edit"), func(tx *db.Tx) error {
			if _, err := tx.Exec("INSERT INTO day_exceptions (enterprise_id, site_id, day, open, reason, made_at) VALUES ({tenant}, ?, '2026-11-26', false, '盘点', ?)", w.Site, tx.Now()); err != nil {
				return err
			}
			_, err := tx.Exec("UPDATE memberships SET until_at = ? WHERE account_id = ? AND enterprise_id = {tenant}", clock.Day("2026-11-25").At(9*60), w.Officer)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		w.at(t, "2026-11-25", 8*60)
		w.at(t, "2026-11-25", 16*60)
		w.expect(t, "the officer who left", w.Officer, "11-24 17:00 完成每日检查 门店（白班）", "11-25 08:00 补录每日检查 11月24日 门店（白班）")
		before := len(w.told(t, w.Director))
		w.at(t, "2026-11-26", 8*60)
		w.at(t, "2026-11-26", 16*60)
		if got := w.told(t, w.Director); len(got) != before {
			t.Errorf("on a day of rest the director is told %v", got[before:])
		}
		// After a long silence the slots of the day are not made up for.
		w.at(t, "2026-11-27", 12*60)
		if got := w.told(t, w.Director); len(got) != before {
			t.Errorf("four hours late the director is told %v", got[before:])
		}
	})
}

func TestAPersonsOwnSlots(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		g, err := access.Self(access.Actor{Account: w.Officer}, access.Call{Operation: "test"})
		if err != nil {
			t.Fatal(err)
		}
		in := &api.SetPreferenceInput{}
		in.Body.QuietFrom, in.Body.QuietUntil, in.Body.Slots = 21*60, 450, []int{13*60 + 30}
		if _, err := w.notices.SetPreference(t.Context(), g, in); err != nil {
			t.Fatal(err)
		}
		w.at(t, "2026-11-24", 13*60+31)
		w.at(t, "2026-11-24", 16*60)
		w.expect(t, "the officer", w.Officer, "11-24 13:31 完成每日检查 门店（白班）")
	})
}

func TestTheLadderIsEdited(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		in := &api.EditLadderInput{Kind: obligation.KindDaily}
		in.Body.Director, in.Body.Principal, in.Body.Until = reminder.Never, reminder.Never, 72
		out, err := w.EditLadder(t.Context(), w.As(t, access.Director, "reminder.ladder.edit"), in)
		if err != nil || out.Body.Items[0].Director != -1 || out.Body.Items[0].Standard || !out.Body.Items[1].Standard {
			t.Fatalf("%+v, %v", out, err)
		}
		w.at(t, "2026-11-24", 16*60)
		w.at(t, "2026-11-25", 8*60)
		w.expect(t, "the director", w.Director)
		in.Body.Principal = 100
		if _, err := w.EditLadder(t.Context(), w.As(t, access.Director, "reminder.ladder.edit"), in); !errors.Is(err, reminder.ErrRung) {
			t.Errorf("after the end: %v", err)
		}
		in.Body.Standard = true
		if out, err = w.EditLadder(t.Context(), w.As(t, access.Director, "reminder.ladder.edit"), in); err != nil || !out.Body.Items[0].Standard {
			t.Errorf("the standard again: %+v, %v", out, err)
		}
		in.Kind = "x"
		if _, err := w.EditLadder(t.Context(), w.As(t, access.Director, "reminder.ladder.edit"), in); !errors.Is(err, reminder.ErrKind) {
			t.Errorf("no such kind: %v", err)
		}
		b := w.Found(t)
		if out, err = w.ReadLadder(t.Context(), b.As(t, access.Officer, "reminder.ladder.read"), &api.InEnterprise{}); err != nil || !out.Body.Items[0].Standard {
			t.Errorf("a neighbour's: %+v, %v", out, err)
		}
	})
}

func TestTheGroupIsToldAndTheStopConditionHolds(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		in := &api.PutChannelInput{Channel: string(w.NewID())}
		in.Body.Kind, in.Body.Name, in.Body.Enabled, in.Body.Address = "wecom", "质量群", true, "http://127.0.0.1:1/x"
		if _, err := w.notices.PutChannel(t.Context(), w.As(t, access.Director, "notice.channel.edit"), in); err != nil {
			t.Fatal(err)
		}
		w.at(t, "2026-11-24", 16*60)
		err := w.DB.Write(t.Context(), w.As(t, access.Officer, "record.daily.submit"), func(tx *db.Tx) error {
			o, err := w.obligations.Find(tx, obligation.KindDaily, w.Shift, "2026-11-24")
			if err != nil {
				return err
			}
			return w.obligations.Fulfil(tx, o, tx.NewID(), obligation.OutcomeZeroRisk, obligation.OnTime)
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := w.notices.Deliver(t.Context()); err != nil {
			t.Fatal(err)
		}
		list := &api.ListDeliveriesInput{}
		list.Limit = 10
		log, err := w.notices.ListDeliveries(t.Context(), w.As(t, access.Director, "notice.delivery.read"), list)
		if err != nil || len(log.Body.Items) != 1 || log.Body.Items[0].State != notice.Suppressed || log.Body.Items[0].Subject != "【质责】11月24日待办 1 项" {
			t.Errorf("log %+v, %v", log, err)
		}
		w.Clock.Advance(time.Second)
	})
}
