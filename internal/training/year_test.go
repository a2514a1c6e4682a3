package training_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
	"zhize/internal/training"
)

// planPaper is what the plan of 2026 says in the pack, its lines as text.
func (w world) planPaper(t *testing.T) string {
	t.Helper()
	var said []string
	err := w.DB.Read(t.Context(), w.As(t, access.Officer, "training.read"), func(tx *db.Tx) error {
		return w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
			if l.Key.Noun != "training-plan" {
				return nil
			}
			f, err := l.Lay()
			said = append(said, f.Title, f.QR.Caption)
			for _, p := range f.Head {
				said = append(said, p.Value)
			}
			for _, section := range f.Sections {
				table, _ := section.(office.Table)
				for _, row := range table.Rows {
					for _, c := range row {
						said = append(said, c.Text)
					}
				}
			}
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(said, "\n")
}

func TestAPlanIsTheEnterprisesOwn(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if p := w.person(t, w.Officer); p.Wanted != nil {
			t.Errorf("without a plan %d minutes are wanted", *p.Wanted)
		}
		in := &api.PlanTrainingInput{Year: 2026}
		in.Body.Wanted = []api.TrainingWanted{{Post: "officer", Minutes: 600}}
		in.Body.Items = []api.TrainingPlanItem{{Topic: "标识", Posts: []string{"officer"}, Month: 6}}
		if _, err := w.PlanPaper(t.Context(), w.As(t, access.Officer, "training.read"), &api.TrainingPlanPaperInput{TrainingYearInput: api.TrainingYearInput{Year: 2026}}); !errors.Is(err, training.ErrNoPlan) {
			t.Errorf("a paper without a plan: %v", err)
		}
		g := w.As(t, access.Director, "training.plan")
		for range 2 {
			if out, err := w.PlanTraining(t.Context(), g, in); err != nil || out.Body.Version != 1 {
				t.Fatalf("planned: %+v, %v", out, err)
			}
		}
		text := w.planPaper(t)
		for _, want := range []string{"年度培训计划", "第 1 版", "标识", "质量安全员", "6 月", "10小时"} {
			if !strings.Contains(text, want) {
				t.Errorf("the plan on paper does not say %q:\n%s", want, text)
			}
		}
		in.Body.Items[0].Topic = "台账"
		if _, err := w.PlanTraining(t.Context(), g, in); !errors.Is(err, training.ErrMeanwhile) {
			t.Errorf("over another's version: %v", err)
		}
		in.Body.Wanted = append(in.Body.Wanted, in.Body.Wanted[0])
		if _, err := w.PlanTraining(t.Context(), g, in); !errors.Is(err, training.ErrInput) {
			t.Errorf("a post twice: %v", err)
		}
		if p := w.person(t, w.Officer); p.Wanted == nil || *p.Wanted != 600 {
			t.Errorf("the officer's year: %+v", p)
		}
		if p := w.person(t, w.Principal); p.Wanted != nil {
			t.Errorf("the principal, of whom nothing is wanted: %+v", p)
		}
	})
}

func TestTrainingStaysInItsEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		session := w.held(t)
		given, err := w.assign(t, w.NewID(), "2026-11-30", w.Officer)
		if err != nil {
			t.Fatal(err)
		}
		b := w
		b.Fixture = w.Found(t)
		for _, one := range []id.ID{session, w.NewID()} {
			_, err := b.ReadSession(t.Context(), b.As(t, access.Principal, "training.read"), &api.SessionInput{Session: string(one)})
			if !errors.Is(err, training.ErrSession) {
				t.Errorf("a neighbour reads a session: %v", err)
			}
			if _, err := b.sign(t, access.Officer, answer(one, w.NewID(), b.Officer)); !errors.Is(err, training.ErrSession) {
				t.Errorf("a neighbour signs: %v", err)
			}
		}
		if _, err := b.ReadReading(t.Context(), b.As(t, access.Principal, "training.read"), &api.ReadingInput{Reading: given[0].ID}); !errors.Is(err, training.ErrReading) {
			t.Errorf("a neighbour reads: %v", err)
		}
		for _, person := range []id.ID{w.Officer, w.NewID()} {
			_, err := b.ReadPerson(t.Context(), b.As(t, access.Principal, "training.read"), &api.TrainingPersonInput{Year: 2026, Account: string(person)})
			if !errors.Is(err, training.ErrPerson) {
				t.Errorf("a neighbour reads a person: %v", err)
			}
		}
		if y := b.year(t, 2026); len(y.Sessions)+len(y.Readings) != 0 {
			t.Errorf("a neighbour's year holds %+v", y)
		}
		office := func(of world) error {
			return w.DB.Read(t.Context(), of.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				y, err := w.Year(narrow, 2026)
				if err == nil && (len(y.Sessions) != 1 || y.Sessions[0].Organises) {
					t.Errorf("the office sees %+v", y.Sessions)
				}
				leaves := 0
				if err == nil {
					err = w.Leaves(narrow, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
						leaves++
						_, err := l.Lay()
						return err
					})
				}
				if err == nil && leaves != 4 {
					t.Errorf("a pack of %d leaves, want one session and three people", leaves)
				}
				return err
			})
		}
		if err := office(w); err != nil {
			t.Errorf("own office: %v", err)
		}
		if _, err := w.plan(t, w.NewID(), nil); err != nil {
			t.Fatal(err)
		}
		if _, err := w.test(t, access.Director, w.NewID(), fail); err != nil {
			t.Fatal(err)
		}
		read := func(of world) (*api.InspectedTrainingOutput, error) {
			return w.app.Inspection.Trainings(t.Context(), of.As(t, access.Supervisor, "inspection.read"), &api.InspectTrainingsInput{InArea: w.area(of), Year: 2026})
		}
		out, err := read(w)
		if err != nil || len(out.Body.Sessions) != 1 || out.Body.Sessions[0].ID != string(session) || len(out.Body.Readings) != 0 {
			t.Errorf("the office reads %+v, %v", out, err)
		}
		if len(out.Body.Tests) != 1 || len(out.Body.Tests[0].Papers) != 1 {
			t.Errorf("the office reads the tests %+v", out.Body.Tests)
		}
		for _, p := range out.Body.People {
			if p.OpenReadings != 0 {
				t.Errorf("the office reads what is only given: %+v", p)
			}
		}
		printed := func(of world, session id.ID) error {
			_, err := w.app.Inspection.TrainingPaper(t.Context(), of.As(t, access.Supervisor, "inspection.read"), &api.InspectTrainingPaperInput{InArea: w.area(of), Session: string(session), PaperFormat: api.PaperFormat{Format: "docx"}})
			return err
		}
		if err := printed(w, session); err != nil {
			t.Errorf("the office prints: %v", err)
		}
		if err := printed(w, w.NewID()); !errors.Is(err, training.ErrSession) {
			t.Errorf("the paper of no session: %v", err)
		}
		_, err = read(b)
		for what, err := range map[string]error{"reads": err, "prints": printed(b, session)} {
			if !errors.Is(err, db.ErrEnterpriseNotFound) {
				t.Errorf("a foreign office %s: %v", what, err)
			}
		}
		looks, err := w.app.Regulator.ListLooks(t.Context(), w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}})
		if err != nil {
			t.Fatal(err)
		}
		var seen []string
		for _, l := range looks.Body.Items {
			seen = append(seen, l.What+" "+l.Subject)
		}
		slices.Sort(seen)
		if diff := cmp.Diff([]string{"paper " + string(session), "training 2026"}, seen); diff != "" {
			t.Errorf("looks (-want +got):\n%s", diff)
		}
		if err := office(b); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
	})
}

func TestHoursTableIsPrinted(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.held(t)
		in := &api.TrainingPersonPaperInput{TrainingPersonInput: api.TrainingPersonInput{Year: 2026, Account: string(w.Officer)}}
		out, err := w.PersonPaper(t.Context(), w.As(t, access.Officer, "training.read"), in)
		if err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Fatalf("the table: %v", err)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Officer, "training.read"), func(tx *db.Tx) error {
			hours, err := w.Hours(tx, 2026)
			if err != nil {
				return err
			}
			want := []training.Hours{{w.Principal, "测试甲", 0, 0}, {w.Director, "测试乙", 90, 0}, {w.Officer, "测试丙", 90, 0}}
			if diff := cmp.Diff(want, hours); diff != "" {
				t.Errorf("hours (-want +got):\n%s", diff)
			}
			stamps := map[string]string{}
			err = w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
				f, err := l.Lay()
				if f.QR != nil {
					stamps[l.Name] = w.verify(t, f.QR.URL)
				}
				return err
			})
			genuine := map[string]string{
				"培训记录 2026-11-24 进货查验与标识": "培训记录 genuine", "个人培训学时表 2026 测试乙": "培训记录 genuine", "个人培训学时表 2026 测试丙": "培训记录 genuine",
			}
			if diff := cmp.Diff(genuine, stamps); diff != "" || err != nil {
				t.Errorf("stamps: %v (-want +got):\n%s", err, diff)
			}
			traces, err := w.Traces(tx, w.Officer, "2026-11-01", "2026-11-30")
			if err != nil || len(traces) != 1 || traces[0].Minutes != 90 {
				t.Errorf("traces: %+v, %v", traces, err)
			}
			happened, err := w.Happened(tx, "2026-11-01", "2026-11-30")
			if diff := cmp.Diff([]api.MonthlyHappening{{Kind: "training", Day: "2026-11-24", Text: "进货查验与标识，1小时30分，2 人出席"}}, happened); diff != "" || err != nil {
				t.Errorf("happened: %v\n%s", err, diff)
			}
			between, err := w.Between(tx, "2026-11-01", "2026-11-23")
			if len(between) != 0 {
				t.Errorf("held before the day: %+v", between)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}
