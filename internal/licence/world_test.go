package licence_test

import (
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/app"
	"zhize/internal/licence"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
	"zhize/internal/testkit/program"
)

type world struct {
	testkit.World
	testkit.Fixture
	*licence.Service
	app *app.App
}

func engines(t *testing.T, fn func(t *testing.T, w world)) {
	t.Helper()
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		a := program.Assemble(t, w)
		fn(t, world{w, w.Found(t), a.Licences, a})
	})
}

func (w world) file(t *testing.T, text string) api.FileRef {
	t.Helper()
	return program.File(t, w.app, w.As(t, access.Officer, "file.upload"), text)
}

func (w world) put(t *testing.T, l id.ID, change func(*api.PutLicenceInput)) (*api.LicenceOutput, error) {
	t.Helper()
	in := &api.PutLicenceInput{Licence: string(l), Version: string(w.NewID())}
	in.Body.LicenceFields = api.LicenceFields{Kind: "ccc", Number: "2024010001", Issuer: "示例认证中心（虚构）", From: "2024-01-01", Until: "2026-12-01"}
	if change != nil {
		change(in)
	}
	return w.PutLicence(t.Context(), w.As(t, access.Officer, "licence.keep"), in)
}

// duties lists what is not done, with whose post it is and until when.
func (w world) duties(t *testing.T) []string {
	t.Helper()
	all := []string{}
	err := w.DB.Read(t.Context(), w.As(t, access.Officer, "obligation.read"), func(tx *db.Tx) error {
		rows, err := w.app.Obligations.Pending(tx)
		for _, o := range rows {
			if o.Kind != licence.KindExpiry && o.Kind != licence.KindSelfCheck {
				continue
			}
			all = append(all, o.Kind+" "+string(o.Post)+" "+o.Title+" "+o.Due.Format("2006-01-02 15:04"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (w world) warnings(t *testing.T) []string {
	t.Helper()
	out, err := w.app.Obligations.ReadToday(t.Context(), w.As(t, access.Officer, "obligation.read"), &api.InEnterprise{})
	if err != nil {
		t.Fatal(err)
	}
	all := []string{}
	for _, one := range out.Body.Warnings {
		all = append(all, one.Text)
	}
	return all
}

func (w world) register(t *testing.T, all bool) api.Licences {
	t.Helper()
	out, err := w.List(t.Context(), w.As(t, access.Officer, "licence.read"), &api.ListLicencesInput{All: all})
	if err != nil {
		t.Fatal(err)
	}
	return out.Body
}
