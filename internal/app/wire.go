package app

import (
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/area"
	"zhize/internal/dossier"
	"zhize/internal/enterprise"
	"zhize/internal/errand"
	"zhize/internal/file"
	"zhize/internal/hazard"
	"zhize/internal/httpapi"
	"zhize/internal/inspection"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/reference"
	"zhize/internal/regulator"
	"zhize/internal/risklist"
	"zhize/internal/training"
)

// titles name the papers of sealed facts, by the facts' kinds.
var titles = map[string]string{
	advice.KindRaised: advice.Title, advice.KindAnswered: advice.Title, advice.KindWithdrawn: advice.Title,
	"training.held": training.Title,
}

// evidence opens for exports what facts were sealed with: photos and files.
type evidence struct {
	photos *photo.Service
	files  *file.Service
}

func (e evidence) Open(tx *db.Tx, sha256 string) ([]byte, bool, error) {
	body, ok, err := e.photos.Open(tx, sha256)
	if ok || err != nil {
		return body, ok, err
	}
	return e.files.Open(tx, sha256)
}

// sealer lets obligations, which rank beside the ledger, seal their facts.
type sealer struct{ *ledger.Service }

func (s sealer) Seal(tx *db.Tx, f obligation.Fact) error {
	_, err := s.Append(tx, ledger.Fact{Kind: f.Kind, Subject: f.Subject, Day: f.Day, Payload: ledger.Payload{Body: f.Body, Personal: f.Personal}})
	return err
}

// findings lets records open hazards.
type findings struct{ *hazard.Service }

func (h findings) OpenFromCheck(tx *db.Tx, f record.Finding) (id.ID, error) {
	return h.Service.OpenFromCheck(tx, hazard.Finding(f))
}

// deadlines lets hazards keep theirs as obligations.
type deadlines struct{ *obligation.Service }

// Set opens the obligation to close a hazard, or opens it again.
func (d deadlines) Set(tx *db.Tx, hazard, site id.ID, day clock.Day, due time.Time) error {
	return d.Open(tx, obligation.Obligation{Kind: obligation.KindHazard, Subject: hazard, Day: day, Site: site, Opens: tx.Now(), Due: due})
}

// Met fulfils it.
func (d deadlines) Met(tx *db.Tx, hazard id.ID, day clock.Day) error {
	o, err := d.Find(tx, obligation.KindHazard, hazard, day)
	if err != nil {
		return err
	}
	return d.Fulfil(tx, o, hazard, "", "")
}

// unexamined stands where the authority's examinations are not kept here.
type unexamined struct{}

func (unexamined) Examinations(*db.Tx, id.ID) ([]api.Examination, error) { return nil, nil }

// wire makes the services that need one another. Cycles are closed by ports:
// the today screen gathers lists and tasks from those who use obligations.
func (a *App) wire(key *ledger.Key, seal *cipher.Sealer, files blob.Streams) {
	a.Photos = photo.New(a.DB, files)
	a.Files = file.New(a.DB, files)
	a.Ledger = ledger.New(a.DB, key, key.Instance(), evidence{a.Photos, a.Files})
	a.Obligations = obligation.New(a.DB, reference.LoadCalendar, sealer{a.Ledger})
	a.Regulator = regulator.New(a.DB, a.Identity)
	a.Appointments = appointment.New(a.DB, a.Ledger, a.Identity, a.Identity)
	a.Enterprises = enterprise.New(a.DB, a.Ledger, enterprise.Ports{
		Accounts: a.Identity, Posts: a.Appointments, Offices: a.Regulator, Patterns: a.Obligations, Cipher: seal,
	})
	a.Papers = paper.New(a.DB, a.Ledger, a.Enterprises, files, a.Config.PublicURL, titles)
	a.Errands = errand.New(a.DB, files, a.Identity, a.Regulator, access.Standard, a.Log)
	a.RiskLists = risklist.New(a.DB, a.Ledger, a.Enterprises)
	a.Hazards = hazard.New(a.DB, a.Ledger, a.Photos, a.Appointments, a.Enterprises, deadlines{a.Obligations})
	a.Advices = advice.New(a.DB, a.Ledger, a.Obligations, a.Photos, a.Papers, a.Enterprises)
	a.Records = record.New(a.DB, a.Ledger, a.Obligations, a.Enterprises, record.Ports{
		Lists: a.RiskLists, Posts: a.Appointments, Hazards: findings{a.Hazards}, Photos: a.Photos,
	}, a.Papers)
	a.Papers.Connect(a.Records)
	a.Trainings = training.New(a.DB, a.Ledger, a.Files, a.Papers, a.Enterprises, training.Ports{
		Posts: a.Appointments, Duties: a.Obligations, Examinations: unexamined{},
	})
	a.Obligations.Connect(a.RiskLists, a.Hazards, a.Records, a.RiskLists)
	a.Dossier = dossier.New(a.DB, a.Papers, dossier.Ports{
		Archive: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Dailies: a.Obligations, Periods: a.Obligations, Hazards: a.Hazards,
	})
	a.Inspection = inspection.New(a.DB, inspection.Neighbours{
		Dossier: a.Dossier, Regulator: a.Regulator, Enterprises: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Records: a.Records,
		Hazards: a.Hazards, Obligations: a.Obligations, Photos: a.Photos, Ledger: a.Ledger,
	})
	a.Area = area.New(a.DB, reference.LoadCalendar)
}

// route binds every noun's operations.
func (a *App) route() {
	httpapi.Identity(a.Router, a.Identity, a.Config.Encrypted())
	httpapi.Regulator(a.Router, a.Regulator)
	httpapi.Enterprise(a.Router, a.Enterprises)
	httpapi.Reference(a.Router)
	httpapi.Appointment(a.Router, a.Appointments)
	httpapi.RiskList(a.Router, a.RiskLists)
	httpapi.Obligation(a.Router, a.Obligations)
	httpapi.Record(a.Router, a.Records)
	httpapi.Paper(a.Router, a.Papers)
	httpapi.Photo(a.Router, a.Photos)
	httpapi.File(a.Router, a.Files)
	httpapi.Hazard(a.Router, a.Hazards)
	httpapi.Advice(a.Router, a.Advices)
	httpapi.Training(a.Router, a.Trainings)
	httpapi.Ledger(a.Router, a.Ledger)
	httpapi.Dossier(a.Router, a.Dossier)
	httpapi.Inspection(a.Router, a.Inspection)
	httpapi.Area(a.Router, a.Area)
	httpapi.Errand(a.Router, a.Errands)
}
