package appointment_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/testkit"
)

func (w world) matrix(t *testing.T) api.DutyMatrix {
	t.Helper()
	in := w.inEnterprise()
	out, err := w.s.Matrix(t.Context(), w.As(t, access.Director, "appointment.read"), &in)
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}

func (w world) setMatrix(t *testing.T, revision int, cells []api.DutyCell) api.DutyMatrix {
	t.Helper()
	in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
	in.Body.Revision, in.Body.Cells = revision, cells
	out, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
	if err != nil || cmp.Diff(out, again) != "" {
		t.Errorf("the repeated id answers differently: %v", err)
	}
	return out.Body
}

func TestDutyMatrix(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		m := w.matrix(t)
		if m.Version != 0 || len(m.Cells) != 0 || len(m.Proposed) == 0 {
			t.Fatalf("before anything was set: %+v", m)
		}
		lead := map[string]string{}
		for _, c := range m.Proposed {
			if c.Mark == "lead" {
				lead[c.Item] = c.Account
			}
		}
		if diff := cmp.Diff(map[string]string{m.Items[0].ID: string(w.Officer), m.Items[1].ID: string(w.Officer), m.Items[2].ID: string(w.Director)}, lead); diff != "" {
			t.Error(diff)
		}
		m = w.setMatrix(t, 0, m.Proposed)
		if m.Version != 1 || len(m.Proposed) != 0 || len(m.Hints) != 0 {
			t.Errorf("set as proposed: %+v", m.Hints)
		}
		for name, c := range map[string]api.DutyCell{
			"a stranger": {Item: m.Items[0].ID, Account: string(other.Officer), Mark: "lead"},
			"no item":    {Item: string(w.NewID()), Account: string(w.Officer), Mark: "lead"},
			"no mark":    {Item: m.Items[0].ID, Account: string(w.Officer), Mark: "x"},
		} {
			in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
			in.Body.Revision, in.Body.Cells = 1, []api.DutyCell{c}
			if _, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in); err == nil {
				t.Errorf("%s is taken", name)
			}
		}
		in := api.SetDutyMatrixInput{InEnterprise: w.inEnterprise(), Matrix: string(w.NewID())}
		_, err := w.s.SetMatrix(t.Context(), w.As(t, access.Director, "appointment.matrix.edit"), &in)
		wantFault(t, err, appointment.ErrMatrixChanged)
		if err := w.end(t, w.of(t, w.Officer), "离职"); err != nil {
			t.Fatal(err)
		}
		kinds := map[string]int{}
		for _, h := range w.matrix(t).Hints {
			kinds[h.Kind]++
		}
		if kinds["left"] != 1 || kinds["no_lead"] != 2 {
			t.Errorf("who left is still named: %v", kinds)
		}
		enterprise := api.DutyMatrixPaperInput{InEnterprise: w.inEnterprise()}
		if out, err := w.s.MatrixPaper(t.Context(), w.As(t, access.Principal, "appointment.read"), &enterprise); err != nil || !bytes.HasPrefix(out.Body, []byte("%PDF")) {
			t.Errorf("paper: %v", err)
		}
		if other.matrix(t).Version != 0 {
			t.Error("the neighbour's matrix was set")
		}
	})
}
