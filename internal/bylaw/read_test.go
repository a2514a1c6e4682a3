package bylaw_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/bylaw"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

func TestDocumentsStayInTheirEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b, other := w.inForce(t, "management"), w.Found(t)
		if _, err := w.edit(t, access.Director, "rhythm", nil); err != nil {
			t.Fatal(err)
		}
		in := at("management", 1)
		for _, version := range []int{1, 99} {
			in.Version = version
			if _, err := w.ReadVersion(t.Context(), other.As(t, access.Officer, "bylaw.read"), &in); !errors.Is(err, bylaw.ErrNoVersion) {
				t.Errorf("a neighbour reads version %d: %v", version, err)
			}
			if _, err := w.Paper(t.Context(), other.As(t, access.Officer, "bylaw.read"), &api.BylawPaperInput{BylawVersionInput: in}); !errors.Is(err, bylaw.ErrNoVersion) {
				t.Errorf("a neighbour prints version %d: %v", version, err)
			}
		}
		for _, request := range []string{b.Current.Request, string(w.NewID())} {
			confirm := &api.ConfirmBylawInput{BylawVersionInput: at("management", 1), Request: request}
			if _, err := w.Confirm(t.Context(), other.As(t, access.Officer, "bylaw.confirm"), confirm); !errors.Is(err, bylaw.ErrNotAsked) {
				t.Errorf("a neighbour confirms %s: %v", request, err)
			}
		}
		area := func(f testkit.Fixture) (*api.BylawsOutput, error) {
			return w.app.Inspection.Bylaws(t.Context(), f.As(t, access.Supervisor, "inspection.read"), &api.InArea{InAgency: api.InAgency{Agency: string(f.Office)}, Enterprise: string(w.Enterprise)})
		}
		out, err := area(w.Fixture)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range out.Body.Items {
			if b.Draft != nil || (b.Current != nil) != (b.Kind == "management") {
				t.Errorf("the office sees %+v", b)
			}
		}
		if _, err := area(other); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("a foreign office: %v", err)
		}
		sheet := &api.InspectBylawPaperInput{InArea: api.InArea{InAgency: api.InAgency{Agency: string(w.Office)}, Enterprise: string(w.Enterprise)}, Bylaw: "management", Version: 1, Sheet: "confirmations"}
		if paper, err := w.app.Inspection.BylawPaper(t.Context(), w.As(t, access.Supervisor, "inspection.read"), sheet); err != nil || !bytes.HasPrefix(paper.Body, []byte("%PDF")) {
			t.Errorf("the office prints: %v", err)
		}
		looks, err := w.app.Regulator.ListLooks(t.Context(), w.As(t, access.Principal, "regulator.look.read"), &api.ListLooksInput{Page: api.Page{Limit: 9}})
		if err != nil || len(looks.Body.Items) != 2 {
			t.Errorf("looks: %+v, %v", looks, err)
		}
	})
}

func TestAnUploadedFileIsADocument(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		kept := program.File(t, w.app, w.As(t, access.Director, "file.upload"), "进货制度")
		b, err := w.edit(t, access.Director, "purchase", func(in *api.EditBylawInput) {
			in.Body.Form, in.Body.Text, in.Body.File = "file", "", &kept
		})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.approve(t, "purchase", b.Draft.Revision); err != nil {
			t.Fatal(err)
		}
		in := &api.BylawPaperInput{BylawVersionInput: at("purchase", 1), Sheet: "file"}
		got, err := w.Paper(t.Context(), w.As(t, access.Officer, "bylaw.read"), in)
		if err != nil || !bytes.Equal(got.Body, program.Scan("进货制度")) {
			t.Errorf("the file: %+v, %v", got, err)
		}
		// Whoever comes to check takes it along with the chain, and the pack has its sheets.
		var leaves []string
		err = w.DB.Read(t.Context(), w.As(t, access.Principal, "bylaw.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, tx.Today().Add(-30), tx.Today(), func(l paper.Leaf) error {
				leaves = append(leaves, l.Item+" "+l.Name)
				_, err := l.Lay()
				return err
			})
		})
		if diff := cmp.Diff([]string{"1.6 进货检查验收制度 第1版", "1.6 进货检查验收制度 第1版 签收表"}, leaves); diff != "" || err != nil {
			t.Errorf("%v %s", err, diff)
		}
	})
}
