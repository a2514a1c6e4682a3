package record_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/testkit"
)

const signWeekly access.Permission = "record.weekly.sign"

func (b *bench) draft(t *testing.T, week string) api.WeeklyDraft {
	t.Helper()
	out, err := b.records.WeeklyDraft(context.Background(), b.As(t, access.Director, "record.weekly.read"), &api.ReadWeeklyInput{Week: week})
	if err != nil {
		t.Fatalf("draft of %s: %v", week, err)
	}
	return out.Body
}

// signing is what the director sends who has just read the draft.
func (b *bench) signing(t *testing.T, week string) *api.SignWeeklyInput {
	t.Helper()
	in := &api.SignWeeklyInput{Week: week}
	in.Body.ID, in.Body.Hash = string(b.NewID()), b.draft(t, week).Hash
	in.Body.Content = api.WeeklyContent{Analysis: "进货查验不严，已重新培训。", Focus: "抽查插座。"}
	in.Body.Declaration = api.Declaration{Text: "数字与记录一致。"}
	return in
}

func (b *bench) sign(t *testing.T, in *api.SignWeeklyInput) (*api.WeeklyOutput, error) {
	t.Helper()
	return b.records.SignWeekly(context.Background(), b.As(t, access.Director, signWeekly), in)
}

// at moves the clock and makes the rows of the day, as the bell does.
func (b *bench) at(t *testing.T, day clock.Day, minutes int) {
	t.Helper()
	b.Clock.Move(day.At(minutes))
	if err := b.World.DB.Write(context.Background(), b.As(t, access.Principal, "obligation.read"), b.obligations.Plan); err != nil {
		t.Fatalf("plan %s: %v", day, err)
	}
}

// hazard writes one straight into the book.
func (b *bench) hazard(t *testing.T, opened time.Time, closed *time.Time, item id.ID) id.ID {
	t.Helper()
	key := b.NewID()
	state := "measured"
	if closed != nil {
		state = "closed"
	}
	err := b.World.DB.Write(context.Background(), b.As(t, access.Officer, "hazard.advance"), func(tx *db.Tx) error {
		_, err := tx.Exec(`INSERT INTO hazards (enterprise_id, id, site_id, item_id, item_code, day, severity, description, state, opened_at, opened_by, opened_name, due_at, closed_at, steps)
			VALUES ({tenant}, ?, ?, ?, 'S013', ?, 'general', '三无插座上架', ?, ?, ?, '测试丙', ?, ?, 1)`,
			key, b.Site, item, clock.DayOf(opened), state, opened, b.Officer, opened.Add(48*time.Hour), closed)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return key
}

// again attaches a finding to it.
func (b *bench) again(t *testing.T, hazard id.ID, at time.Time) {
	t.Helper()
	err := b.World.DB.Write(context.Background(), b.As(t, access.Officer, "hazard.advance"), func(tx *db.Tx) error {
		_, err := tx.Exec(`INSERT INTO hazard_steps (enterprise_id, hazard_id, number, id, kind, note, photos, by_id, by_name, at)
			VALUES ({tenant}, ?, 2, ?, 'found_again', '又发现一只', '', ?, '测试丙', ?)`, hazard, tx.NewID(), b.Officer, at)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func figure(f *api.WeeklyFigures, key string) int {
	n := slices.IndexFunc(f.Counts, func(c api.Figure) bool { return c.Key == key })
	if n < 0 {
		return -1
	}
	return f.Counts[n].Count
}

func figures(f *api.WeeklyFigures, keys ...string) []int {
	var all []int
	for _, key := range keys {
		all = append(all, figure(f, key))
	}
	return all
}

// The week from Tuesday to Sunday: two checks done, the rest missed. What is
// signed is what the rows say, once, and the principal reads it.
func TestAWeekIsSignedAndRead(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		if _, err := b.submit(t, b.input()); err != nil {
			t.Fatal(err)
		}
		b.at(t, "2026-11-25", 600)
		if _, err := b.submit(t, b.input(fail("三无插座上架"))); err != nil {
			t.Fatal(err)
		}
		item := b.NewID()
		b.again(t, b.hazard(t, w.Clock.Now(), nil, item), w.Clock.Now().Add(time.Hour))
		closed := w.Clock.Now().Add(time.Hour)
		b.hazard(t, w.Clock.Now().AddDate(0, 0, -20), &closed, item)
		for _, day := range []clock.Day{"2026-11-26", "2026-11-27", "2026-11-28"} {
			b.at(t, day, 600)
		}
		b.at(t, "2026-11-30", 600)
		d := b.draft(t, "2026-W48")
		if d.Nothing || !d.MaySign || len(d.Waves) != 1 || d.Signer != "director" || d.State != "open" || d.Figures.From != "2026-11-23" || d.Figures.To != "2026-11-29" {
			t.Errorf("draft %+v", d)
		}
		if !d.Cutoff.Equal(clock.Day("2026-11-30").Start()) {
			t.Errorf("cut-off %s, want the end of Sunday", d.Cutoff)
		}
		got := figures(d.Figures, "due", "zero_risk", "hazards", "missed", "excused", "found", "closed", "open", "overdue", "unreviewed")
		if diff := cmp.Diff([]int{6, 1, 1, 4, 0, 1, 1, 1, 1, 2}, got); diff != "" {
			t.Errorf("figures (-want +got):\n%s", diff)
		}
		if r := d.Figures.Repeats; len(r) != 1 || r[0].Times != 3 || len(r[0].Findings) != 3 || r[0].Description != "又发现一只" || r[0].Findings[0].Day != "2026-11-25" {
			t.Errorf("repeats %+v", r)
		}
		if c := d.Figures.Causes; len(c) != 1 || c[0].Cause != "unnamed" || c[0].Count != 1 || len(c[0].Findings) != 1 {
			t.Errorf("causes %+v", c)
		}

		in := b.signing(t, "2026-W48")
		in.Body.Content.Findings = []api.WeeklyFinding{{ID: string(b.NewID()), Site: string(b.Site), Item: string(item), ItemCode: "S013", Description: "仓库消防通道堆放退货", Severity: "larger", Follow: "long_term"}}
		in.Body.Content.Missed = []api.MissedCause{{Day: "2026-11-26", Shift: string(b.Shift), Cause: "人员请假未交接"}}
		out, err := b.sign(t, in)
		if err != nil {
			t.Fatal(err)
		}
		opened := b.neighbours.findings[len(b.neighbours.findings)-1]
		if opened.Source != "weekly" || opened.Item != item || opened.ItemCode != "S013" || opened.Severity != "larger" || string(opened.Record) != in.Body.ID || out.Body.Content.Findings[0].Hazard == "" {
			t.Errorf("the finding opened %+v, sealed as %+v", opened, out.Body.Content.Findings)
		}
		if s := out.Body.Sign; s.Lateness != "on_time" || !s.Unread || s.Missed != 4 || !slices.Equal(s.Posts, []string{"director"}) || out.Body.State != "done" {
			t.Errorf("signed %+v", s)
		}
		again, err := b.sign(t, in)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(out, again); diff != "" {
			t.Errorf("repeating it answers differently (-first +again):\n%s", diff)
		}
		second := *in
		second.Body.ID = string(b.NewID())
		if _, err := b.sign(t, &second); !errors.Is(err, record.ErrWeekSigned) {
			t.Errorf("a second report: %v", err)
		}

		pending := func() (titles []string) {
			err := w.DB.Read(context.Background(), b.As(t, access.Principal, "obligation.read"), func(tx *db.Tx) error {
				rows, err := b.obligations.Pending(tx)
				for _, o := range rows {
					if o.Kind == record.DutyWeeklyRead {
						titles = append(titles, o.Title)
					}
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return titles
		}
		if diff := cmp.Diff([]string{"阅知周报告：2026年第48周（11月23日—11月29日）"}, pending()); diff != "" {
			t.Errorf("the principal's duty (-want +got):\n%s", diff)
		}
		read := func(version int) (*api.WeeklyOutput, error) {
			in := &api.AcknowledgeWeeklyInput{Week: "2026-W48"}
			in.Body.Version = version
			return b.records.AcknowledgeWeekly(context.Background(), b.As(t, access.Principal, "record.weekly.acknowledge"), in)
		}
		if _, err := read(2); !errors.Is(err, record.ErrReadVersion) {
			t.Errorf("reading a version that is none: %v", err)
		}
		for range 2 {
			if out, err = read(1); err != nil || out.Body.Sign.Read == nil || out.Body.Sign.Read.Name != "测试甲" || out.Body.Sign.Unread {
				t.Fatalf("read: %v, %+v", err, out)
			}
		}
		if got := pending(); len(got) != 0 {
			t.Errorf("after reading he still has %v", got)
		}
		if kinds := b.sealed(t, "record.weekly"); !slices.Equal(kinds, []string{record.KindWeeklySigned, record.KindWeeklyRead}) {
			t.Errorf("sealed %v", kinds)
		}

		// Who signed and who read it has that in his file.
		for account, kind := range map[id.ID]string{b.Director: "record.weekly recorded", b.Principal: "record.weekly.read reviewed"} {
			err := w.DB.Read(context.Background(), b.As(t, access.Principal, "record.weekly.read"), func(tx *db.Tx) error {
				all, err := b.records.Traces(tx, account, "2026-11-01", "2026-12-31")
				n := slices.IndexFunc(all, func(one api.Trace) bool { return one.Kind+" "+one.Deed == kind })
				if n < 0 || !strings.HasSuffix(all[n].Title, "2026年第48周（11月23日—11月29日）") {
					t.Errorf("file of %s: %+v", account, all)
				}
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
		}

		// The figures never change, whatever happens to the rows.
		late := b.input(func(in *api.SubmitDailyInput) { in.Body.Obligation.Day, in.Body.Reason = "2026-11-26", "补记" })
		if _, err := b.submit(t, late); err != nil {
			t.Fatal(err)
		}
		list, err := b.records.ListWeeklies(context.Background(), b.As(t, access.Officer, "record.weekly.read"), &api.ListWeekliesInput{})
		if err != nil || list.Body.Items[0].Week != "2026-W49" || list.Body.Items[1].Sign.Missed != 4 {
			t.Errorf("list %+v, %v", list, err)
		}

		// The paper, the sheet of the month and their order in a pack.
		pdf, err := b.records.WeeklyPaper(context.Background(), b.As(t, access.Officer, "record.weekly.read"), &api.ReadWeeklyPaperInput{ReadWeeklyInput: api.ReadWeeklyInput{Week: "2026-W48"}})
		if err != nil || string(pdf.Body[:5]) != "%PDF-" {
			t.Fatalf("paper: %v", err)
		}
		var leaves []string
		err = w.DB.Read(context.Background(), b.As(t, access.Officer, "record.weekly.read"), func(tx *db.Tx) error {
			each := func(l paper.Leaf) error {
				f, err := l.Lay()
				leaves = append(leaves, l.Item+" "+l.Name+" "+f.Title)
				return err
			}
			return errors.Join(b.records.Sheets(tx, "2026-11-24", "2026-11-30", each), b.records.WeeklyLeaves(tx, "2026-11-24", "2026-11-30", each))
		})
		if diff := cmp.Diff([]string{"2.1 每日检查记录汇总 2026-11 每日检查记录汇总", "2.2 周排查治理报告 2026年第48周 每周工业产品质量安全排查治理报告"}, leaves); diff != "" || err != nil {
			t.Errorf("leaves (-want +got):\n%s %v", diff, err)
		}
	})
}

// sealed lists the facts of the enterprise whose kind begins so.
func (b *bench) sealed(t *testing.T, prefix string) (kinds []string) {
	t.Helper()
	err := b.World.DB.Read(context.Background(), b.As(t, access.Officer, "obligation.read"), func(tx *db.Tx) error {
		return tx.Query(&kinds, "SELECT l.kind FROM links l WHERE {scope:l} AND l.kind LIKE ? ORDER BY l.seq", prefix+"%")
	})
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

// Nobody signs figures that he has not seen.
func TestMovedFiguresAreShownAnew(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		b.at(t, "2026-11-30", 600)
		in := b.signing(t, "2026-W48")
		b.hazard(t, clock.Day("2026-11-29").At(700), nil, b.NewID())
		_, err := b.sign(t, in)
		f, ok := fault.Of(err)
		if !ok || !errors.Is(err, record.ErrFiguresMoved) {
			t.Fatalf("signed what he had not seen: %v", err)
		}
		moved, ok := f.Params["figures"].(api.WeeklyFigures)
		if !ok || figure(&moved, "found") != 1 {
			t.Errorf("the refusal carries %+v", f.Params["figures"])
		}
		in.Body.Hash, _ = f.Params["hash"].(string)
		if _, err := b.sign(t, in); err != nil {
			t.Errorf("after he has seen them: %v", err)
		}
	})
}

// What comes after the cut-off enters the next report, across the year's end.
func TestTheNextReportBeginsWhereTheLastEnded(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		for day := clock.Day("2026-12-28"); day <= "2027-01-01"; day = day.Add(1) {
			b.at(t, day, 600)
		}
		// On Friday, 1 January, before the day's check is made.
		d := b.draft(t, "2026-W53")
		if d.Figures.From != "2026-12-28" || d.Figures.To != "2026-12-31" || !d.Cutoff.Equal(w.Clock.Now()) {
			t.Fatalf("draft %s–%s at %s", d.Figures.From, d.Figures.To, d.Cutoff)
		}
		out, err := b.sign(t, b.signing(t, "2026-W53"))
		if err != nil || out.Body.Week != "2026-W53" || out.Body.First != "2026-12-28" || out.Body.Last != "2027-01-03" {
			t.Fatalf("%v %+v", err, out)
		}
		b.hazard(t, w.Clock.Now().Add(time.Hour), nil, b.NewID())
		for day := clock.Day("2027-01-02"); day <= "2027-01-11"; day = day.Add(1) {
			b.at(t, day, 600)
		}
		d = b.draft(t, "2027-W01")
		if d.Figures.From != "2027-01-01" || d.Figures.To != "2027-01-10" || figure(d.Figures, "due") != 10 || figure(d.Figures, "found") != 1 {
			t.Errorf("the next draft is of %s–%s: %+v", d.Figures.From, d.Figures.To, d.Figures.Counts)
		}
		// Signed after its grace it is 补录 and says why.
		b.at(t, "2027-01-13", 600)
		in := b.signing(t, "2027-W01")
		if _, err := b.sign(t, in); !errors.Is(err, record.ErrWeekReason) {
			t.Errorf("late without a reason: %v", err)
		}
		in.Body.Reason = "总监出差"
		if out, err = b.sign(t, in); err != nil || out.Body.Sign.Lateness != record.Backfilled || out.Body.Sign.Reason != "总监出差" {
			t.Errorf("late: %v %+v", err, out)
		}
		// A week that nobody reported on keeps the later one to its own days.
		if d := b.draft(t, "2027-W02"); d.Figures.From != "2027-01-11" {
			t.Errorf("W02 begins on %s", d.Figures.From)
		}
		b.at(t, "2027-01-18", 600)
		b.at(t, "2027-01-20", 600)
		if d := b.draft(t, "2027-W03"); d.Figures.From != "2027-01-18" {
			t.Errorf("W03 begins on %s though W02 is not reported on", d.Figures.From)
		}
	})
}

func TestAWeeklyIsCorrectedUnderTheSameFigures(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		b.at(t, "2026-11-30", 600)
		first := b.signing(t, "2026-W48")
		first.Body.Content.Findings = []api.WeeklyFinding{{ID: string(b.NewID()), Description: "标签脱落", Severity: "general"}}
		signed, err := b.sign(t, first)
		if err != nil {
			t.Fatal(err)
		}
		in := &api.CorrectWeeklyInput{Week: "2026-W48", Version: string(b.NewID())}
		in.Body.Corrects, in.Body.Why, in.Body.Content, in.Body.Declaration = 1, "原因写漏了", first.Body.Content, first.Body.Declaration
		correct := func() (*api.WeeklyOutput, error) {
			return b.records.CorrectWeekly(context.Background(), b.As(t, access.Director, signWeekly), in)
		}
		if _, err := correct(); !errors.Is(err, record.ErrWeekUnchanged) {
			t.Errorf("nothing changed: %v", err)
		}
		in.Body.Content.Analysis = "进货查验不严；供应商未提供合格证。"
		b.hazard(t, clock.Day("2026-11-28").At(700), nil, b.NewID())
		var out *api.WeeklyOutput
		for range 2 {
			if out, err = correct(); err != nil {
				t.Fatal(err)
			}
		}
		if len(out.Body.Versions) != 2 || out.Body.Sign.Version != 2 || out.Body.Versions[0].Content.Analysis != first.Body.Content.Analysis {
			t.Errorf("versions %+v", out.Body.Versions)
		}
		if diff := cmp.Diff(signed.Body.Figures, out.Body.Figures); diff != "" {
			t.Errorf("the figures moved (-signed +corrected):\n%s", diff)
		}
		if len(b.neighbours.findings) != 1 || out.Body.Content.Findings[0].Hazard != signed.Body.Content.Findings[0].Hazard {
			t.Errorf("the correction opened another hazard: %+v", b.neighbours.findings)
		}
		in.Version = string(b.NewID())
		if _, err := correct(); !errors.Is(err, record.ErrWeekStale) {
			t.Errorf("correcting what was corrected: %v", err)
		}
	})
}

func TestWhoSignsAWeek(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		b.at(t, "2026-11-30", 600)
		in := b.signing(t, "2026-W48")
		officer := b.As(t, access.Officer, signWeekly)
		if _, err := b.records.SignWeekly(context.Background(), officer, in); !errors.Is(err, record.ErrWeekSigner) {
			t.Errorf("the officer beside a director: %v", err)
		}
		b.neighbours.posts = []string{"principal", "officer"}
		draft, err := b.records.WeeklyDraft(context.Background(), officer, &api.ReadWeeklyInput{Week: "2026-W48"})
		if err != nil || !draft.Body.MaySign || draft.Body.Signer != "officer" {
			t.Errorf("without a director: %+v, %v", draft, err)
		}
		// Where nobody else is there to review, nothing is told as unreviewed.
		b.neighbours.alone = true
		alone, err := b.records.WeeklyDraft(context.Background(), officer, &api.ReadWeeklyInput{Week: "2026-W48"})
		if err != nil || figure(draft.Body.Figures, "unreviewed") != 0 || figure(alone.Body.Figures, "unreviewed") != -1 {
			t.Errorf("unreviewed of two and of one: %+v, %+v, %v", draft.Body.Figures, alone.Body.Figures, err)
		}
		in.Body.Hash = alone.Body.Hash
		// One person in all posts signs once, naming each; there is nobody to read it.
		keeper := access.Actor{Account: b.Principal, Name: "测试甲", Enterprise: b.Enterprise, Roles: []access.Role{access.Principal, access.Officer}}
		out, err := b.records.SignWeekly(context.Background(), testkit.Grant(t, keeper, signWeekly), in)
		if err != nil || out.Body.Sign.Unread || !slices.Equal(out.Body.Sign.Posts, []string{"principal", "officer"}) {
			t.Errorf("the sole keeper: %v %+v", err, out)
		}
	})
}

func TestAWeekIsRefused(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		foreign := w.Found(t)
		b.at(t, "2026-11-30", 600)
		for name, c := range map[string]struct {
			change func(*api.SignWeeklyInput)
			want   *fault.Error
		}{
			"a week that is none":       {func(in *api.SignWeeklyInput) { in.Week = "2027-W53" }, record.ErrWeek},
			"a week nobody owes":        {func(in *api.SignWeeklyInput) { in.Week = "2026-W40" }, record.ErrWeekNotDue},
			"a week that has not begun": {func(in *api.SignWeeklyInput) { in.Week = "2026-W50" }, record.ErrWeekEmpty},
			"before its first day ends": {func(in *api.SignWeeklyInput) { in.Week = "2026-W49" }, record.ErrWeekEmpty},
			"no analysis":               {func(in *api.SignWeeklyInput) { in.Body.Content.Analysis = " " }, record.ErrAnalysis},
			"a finding without words": {func(in *api.SignWeeklyInput) {
				in.Body.Content.Findings = []api.WeeklyFinding{{ID: string(b.NewID()), Severity: "general"}}
			}, record.ErrFinding},
			"control characters": {func(in *api.SignWeeklyInput) { in.Body.Content.Focus = "\x1b[2J" }, record.ErrControl},
			"no declaration":     {func(in *api.SignWeeklyInput) { in.Body.Declaration.Text = "" }, record.ErrDeclaration},
		} {
			in := b.signing(t, "2026-W48")
			c.change(in)
			if _, err := b.sign(t, in); !errors.Is(err, c.want) {
				t.Errorf("%s: got %v, want %v", name, err, c.want)
			}
		}
		if _, err := b.records.ReadWeekly(context.Background(), foreign.As(t, access.Director, "record.weekly.read"), &api.ReadWeeklyInput{Week: "2026-W48"}); !errors.Is(err, record.ErrWeekNotFound) {
			t.Errorf("a neighbour reads: %v", err)
		}
		in := b.signing(t, "2026-W48")
		if _, err := b.sign(t, in); err != nil {
			t.Fatalf("after all refusals the week can still be signed: %v", err)
		}
		if _, err := b.records.ReadWeekly(context.Background(), foreign.As(t, access.Director, "record.weekly.read"), &api.ReadWeeklyInput{Week: "2026-W48"}); !errors.Is(err, record.ErrWeekNotFound) {
			t.Errorf("a neighbour reads what was signed: %v", err)
		}
	})
}

// A week of rest asks for no report.
func TestAnExcusedWeekIsNotSigned(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		req := &api.FileSuspensionInput{Suspension: string(b.NewID())}
		req.Body.Site, req.Body.Kind, req.Body.Reason, req.Body.From, req.Body.Until = string(b.Site), obligation.ExcuseHoliday, "店休", "2026-11-30", "2026-12-06"
		if _, err := b.obligations.FileSuspension(context.Background(), b.As(t, access.Principal, "obligation.suspension.file"), req); err != nil {
			t.Fatal(err)
		}
		b.at(t, "2026-12-07", 600)
		d := b.draft(t, "2026-W49")
		if d.State != "excused" {
			t.Errorf("state %s", d.State)
		}
		if _, err := b.sign(t, b.signing(t, "2026-W49")); !errors.Is(err, record.ErrWeekExcused) {
			t.Errorf("signing it: %v", err)
		}
	})
}

// Words are kept apart by person.
func TestWeeklyWordsAreKept(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		b := newBench(t, w)
		for _, words := range []string{"一", "二"} {
			in := &api.SaveWeeklyDraftInput{Week: "2026-W48"}
			in.Body.Draft = words
			if _, err := b.records.SaveWeeklyDraft(context.Background(), b.As(t, access.Director, signWeekly), in); err != nil {
				t.Fatal(err)
			}
		}
		if d := b.draft(t, "2026-W48"); d.Draft != "二" || d.SavedAt == nil || !d.Nothing {
			t.Errorf("draft %+v", d)
		}
		other, err := b.records.WeeklyDraft(context.Background(), b.As(t, access.Officer, "record.weekly.read"), &api.ReadWeeklyInput{Week: "2026-W48"})
		if err != nil || other.Body.Draft != "" || other.Body.MaySign || other.Body.Waves != nil {
			t.Errorf("the officer sees %+v, %v", other, err)
		}
	})
}
