package dossier_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/dossier"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

func read(t *testing.T, a *app.App, f testkit.Fixture, from, to string) (map[string]api.DossierItem, error) {
	t.Helper()
	out, err := a.Dossier.Read(context.Background(), f.As(t, access.Officer, "dossier.read"), &api.ReadDossierInput{From: from, To: to})
	if err != nil {
		return nil, err
	}
	items := map[string]api.DossierItem{}
	for _, i := range out.Body.Items {
		items[i.Code] = i
	}
	return items, nil
}

// hazardOf opens an overdue hazard in the enterprise.
func hazardOf(t *testing.T, w testkit.World, f testkit.Fixture) {
	t.Helper()
	err := w.DB.Write(context.Background(), f.As(t, access.Officer, "hazard.advance"), func(tx *db.Tx) error {
		_, err := tx.Exec(`INSERT INTO hazards (enterprise_id, id, day, severity, description, state, opened_at, opened_by, opened_name, due_at, steps)
			VALUES ({tenant}, ?, '2026-11-21', 'general', '插座松动', 'found', ?, ?, '测试丙', ?, 1)`, tx.NewID(), tx.Now(), f.Officer, tx.Now().AddDate(0, 0, -1))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDossierAnswersForItsOwnEnterprise(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		own, other := w.Found(t), w.Found(t)
		hazardOf(t, w, own)
		items, err := read(t, a, own, "", "")
		if err != nil {
			t.Fatal(err)
		}
		if got := items["2.4"]; got.State != dossier.Partial || len(got.Evidence) != 1 || got.Settle == nil || got.Settle.Kind != "hazard" {
			t.Errorf("2.4 is %+v", got)
		}
		if got := items["1.2"]; got.State != dossier.Complete || len(got.Evidence) != 3 || len(got.Sides) != 1 {
			t.Errorf("1.2 is %+v", got)
		}
		if len(items) != 11 {
			t.Errorf("%d items, want 1.1–1.6 and 2.1–2.5", len(items))
		}
		theirs, err := read(t, a, other, "", "")
		if err != nil || theirs["2.4"].State != dossier.NotApplicable || len(theirs["2.4"].Evidence) != 0 {
			t.Errorf("the neighbour reads %+v, %v", theirs["2.4"], err)
		}
		// The officer of the area reads the same sentences beside his form.
		page, err := a.Inspection.Enterprise(context.Background(), own.As(t, access.Supervisor, "inspection.read"),
			&api.InArea{InAgency: api.InAgency{Agency: string(own.Office)}, Enterprise: string(own.Enterprise)})
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range page.Body.Items {
			if mine, asked := items[i.Code]; asked && i.Facts != mine.Reason {
				t.Errorf("%s: the officer reads %q, the enterprise %q", i.Code, i.Facts, mine.Reason)
			}
		}
	})
}

func TestDossierRefusesARangeThatIsNone(t *testing.T) {
	t.Parallel()
	w := testkit.SQLite(t)
	a, f := program.Assemble(t, w), w.Found(t)
	for _, r := range [][2]string{{"2026-11-24", "2026-11-01"}, {"2024-01-01", "2026-11-01"}, {"x", ""}, {"", "2026-02-30"}} {
		if _, err := read(t, a, f, r[0], r[1]); !errors.Is(err, dossier.ErrRange) {
			t.Errorf("%v: %v, want %v", r, err, dossier.ErrRange)
		}
	}
	if _, err := read(t, a, f, "2026-10-01", "2026-10-31"); err != nil {
		t.Error(err)
	}
}

func TestDossierIsPrintedAsItIs(t *testing.T) {
	t.Parallel()
	w := testkit.SQLite(t)
	a, f := program.Assemble(t, w), w.Found(t)
	paper := func() []byte {
		out, err := a.Dossier.Paper(context.Background(), f.As(t, access.Principal, "dossier.read"), &api.ReadDossierPaperInput{})
		if err != nil {
			t.Fatal(err)
		}
		return out.Body
	}
	first := paper()
	testkit.GoldenPDF(t, "dossier", first)
	if !bytes.HasPrefix(first, []byte("%PDF")) || cmp.Diff(first, paper()) != "" {
		t.Error("printed twice, it is not the same paper")
	}
	hazardOf(t, w, f)
	if bytes.Equal(first, paper()) {
		t.Error("the paper does not follow the rows")
	}
}
