package app

import (
	"maps"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/area"
	"zhize/internal/bylaw"
	"zhize/internal/document"
	"zhize/internal/dossier"
	"zhize/internal/enterprise"
	"zhize/internal/errand"
	"zhize/internal/exchange"
	"zhize/internal/file"
	"zhize/internal/goods"
	"zhize/internal/hazard"
	"zhize/internal/home"
	"zhize/internal/httpapi"
	"zhize/internal/inspection"
	"zhize/internal/ledger"
	"zhize/internal/licence"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/reference"
	"zhize/internal/regulator"
	"zhize/internal/reminder"
	"zhize/internal/risklist"
	"zhize/internal/training"
	"zhize/internal/transcript"
)

// titles name the papers of sealed facts, by the facts' kinds.
var titles = map[string]string{
	record.KindMonthSigned: record.MonthTitle, record.KindMonthCorrected: record.MonthTitle,
	advice.KindRaised: advice.Title, advice.KindAnswered: advice.Title, advice.KindWithdrawn: advice.Title,
	goods.FactReported:      goods.TitleSuspicion,
	record.KindWeeklySigned: record.WeeklyTitle,
	bylaw.KindApproved:      bylaw.Title,
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

// everyTitle adds the titles that a noun tells by itself.
func everyTitle() map[string]string {
	all := maps.Clone(titles)
	maps.Copy(all, hazard.Titles())
	maps.Copy(all, appointment.Titles())
	maps.Copy(all, training.Titles())
	maps.Copy(all, licence.Titles())
	return all
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
	return h.Service.OpenFromCheck(tx, hazard.Finding{
		Record: f.Record, Site: f.Site, Item: f.Item, ItemCode: f.ItemCode, Description: f.Description, Measure: f.Measure,
		Severity: f.Severity, Photos: f.Photos, Day: f.Day, Source: f.Source,
	})
}

// keepers lets hazards ask who holds the posts.
type keepers struct{ *appointment.Service }

func (k keepers) Keepers(tx *db.Tx) ([]hazard.Keeper, error) {
	all, err := k.Holders(tx)
	if err != nil {
		return nil, err
	}
	holders := make([]hazard.Keeper, len(all))
	for n, a := range all {
		holders[n] = hazard.Keeper{Account: id.ID(a.Account), Name: a.PersonName, Post: access.Role(a.Post)}
	}
	return holders, nil
}

// duties lets hazards keep theirs as obligations.
type duties struct{ *obligation.Service }

// Set makes the obligation, or words it anew; what is due already is open now.
func (d duties) Set(tx *db.Tx, o hazard.Duty) error {
	return d.Open(tx, obligation.Obligation{
		Kind: o.Kind, Subject: o.Hazard, Day: o.Day, Site: o.Site, Post: o.Post, Account: o.Account, Title: o.Title, Opens: tx.Now(), Due: o.Due,
	})
}

// Met fulfils it, if there is one.
func (d duties) Met(tx *db.Tx, kind string, hazard id.ID, day clock.Day) error {
	return d.Settle(tx, kind, hazard, day, hazard)
}

// unexamined stands where the authority's examinations are not kept here.
type unexamined struct{}

func (unexamined) Examinations(*db.Tx, id.ID) ([]api.Examination, error) { return nil, nil }

// months lets the month's minutes tell of hazards.
type months struct{ *hazard.Service }

func (m months) During(tx *db.Tx, from, to clock.Day) ([]record.MonthHazard, error) {
	all, err := m.Service.During(tx, from, to)
	told := make([]record.MonthHazard, len(all))
	for n, h := range all {
		told[n] = record.MonthHazard{
			ID: h.ID, Day: clock.Day(h.Day), ItemCode: h.ItemCode, Severity: h.Severity, Description: h.Description, State: h.State,
			Source: h.Source, Cause: h.Cause, Due: h.Due, ClosedAt: h.ClosedAt,
		}
	}
	return told, err
}

// wire makes the services that need one another. Cycles are closed by ports:
// the today screen gathers lists and tasks from those who use obligations.
func (a *App) wire(key *ledger.Key, seal *cipher.Sealer, files blob.Streams) {
	a.Photos = photo.New(a.DB, files)
	a.Files = file.New(a.DB, files)
	a.Ledger = ledger.New(a.DB, key, key.Instance(), evidence{a.Photos, a.Files})
	a.Ledger.Withhold(slices.Concat(hazard.Inward(), advice.Inward(), record.Inward())...)
	a.Obligations = obligation.New(a.DB, reference.LoadCalendar, sealer{a.Ledger})
	a.Regulator = regulator.New(a.DB, a.Identity)
	a.Appointments = appointment.New(a.DB, a.Ledger, a.Obligations, a.Identity, a.Identity)
	a.Enterprises = enterprise.New(a.DB, a.Ledger, enterprise.Ports{
		Accounts: a.Identity, Posts: a.Appointments, Offices: a.Regulator, Patterns: a.Obligations, Cipher: seal,
	})
	a.Papers = paper.New(a.DB, a.Ledger, a.Enterprises, files, a.Config.PublicURL, everyTitle())
	a.Errands = errand.New(a.DB, files, a.Identity, a.Regulator, access.Standard, a.Log)
	a.RiskLists = risklist.New(a.DB, a.Ledger, a.Enterprises, a.Papers)
	a.Advices = advice.New(a.DB, a.Ledger, a.Obligations, a.Photos, a.Papers, a.Enterprises)
	a.Hazards = hazard.New(a.DB, hazard.Neighbours{
		Ledger: a.Ledger, Photos: a.Photos, Enterprises: a.Enterprises, Papers: a.Papers,
		Posts: keepers{a.Appointments}, Sites: a.Enterprises, Duties: duties{a.Obligations}, Agencies: a.Regulator,
	})
	a.Goods = goods.New(a.DB, a.Ledger, a.Obligations, a.Enterprises, a.Regulator, a.Papers, a.Photos)
	a.Records = record.New(a.DB, a.Ledger, a.Obligations, a.Enterprises, record.Ports{
		Lists: a.RiskLists, Posts: a.Appointments, Hazards: findings{a.Hazards}, Photos: a.Photos, Roster: a.Appointments, Closings: a.Hazards,
	}, a.Papers)
	a.Licences = licence.New(a.DB, a.Ledger, a.Files, a.Papers, a.Enterprises, a.Appointments, a.Obligations)
	a.Obligations.HearWarnings(a.Licences)
	a.Trainings = training.New(a.DB, a.Ledger, a.Files, a.Papers, a.Enterprises, training.Ports{
		Posts: a.Appointments, Duties: a.Obligations, Examinations: unexamined{},
	})
	a.Months = record.NewMonths(a.DB, a.Ledger, a.Obligations, a.Enterprises, a.Papers, record.MonthPorts{
		People: a.Appointments, Hazards: months{a.Hazards}, Advices: a.Advices, Lists: a.RiskLists, Photos: a.Photos,
		Happenings: []record.Happenings{a.Trainings, a.Licences, a.Hazards},
	})
	a.Papers.Connect(a.Records)
	a.Bylaws = bylaw.New(a.DB, a.Ledger, a.Papers, bylaw.Ports{Archive: a.Enterprises, Posts: a.Appointments, Duties: a.Obligations, Files: a.Files})
	a.Notices = notice.New(a.DB, seal, a.Identity, gateways(a.Config))
	a.Appointments.Connect(appointment.Neighbours{
		Archive: a.Enterprises, Papers: a.Papers, Hazards: a.Hazards, Lists: a.RiskLists,
		Traces: []appointment.Tracer{
			a.Records, a.Months, a.Hazards, a.Advices, a.RiskLists, a.Bylaws, a.Goods, a.Licences, a.Obligations, trained{a.Trainings}, told{a.Notices},
		},
		Follow: []appointment.Follower{a.Bylaws}, Notices: a.Notices,
	})
	a.Dossier = dossier.New(a.DB, a.Papers, dossier.Ports{
		Archive: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Dailies: a.Obligations, Periods: a.Obligations, Hazards: a.Hazards,
		Weekly: obligation.KindWeekly, Monthly: obligation.KindMonthly,
		Training: a.Trainings, Others: []dossier.Answerer{a.Bylaws},
	})
	a.Obligations.Connect(a.RiskLists, a.Records, a.RiskLists)
	a.Transcripts = transcript.New(a.DB, a.Ledger, a.Enterprises)
	a.Exchange = exchange.New(a.DB, a.Errands, files, access.Standard, exchange.Nouns{
		Chain: a.Ledger, People: a.Identity,
		Enterprises: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Records: a.Records, Months: a.Months, Obligations: a.Obligations,
		Hazards: a.Hazards, Advice: a.Advices, Bylaws: a.Bylaws, Training: a.Trainings, Licences: a.Licences, Goods: a.Goods, Transcripts: a.Transcripts,
		Regulator: a.Regulator, Errands: a.Errands, Notices: func() *notice.Service { return a.Notices },
	})
	a.Inspection = inspection.New(a.DB, inspection.Neighbours{
		Dossier: a.Dossier, Regulator: a.Regulator, Enterprises: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Records: a.Records, Months: a.Months,
		Bylaws: a.Bylaws, Trainings: a.Trainings, Licences: a.Licences,
		Hazards: a.Hazards, Obligations: a.Obligations, Photos: a.Photos, Files: a.Files, Ledger: a.Ledger,
	})
	a.Ledger.Show(a.Hazards.Outward)
	a.Home = home.New(a.DB, access.Standard, home.Neighbours{
		Identity: a.Identity, Enterprises: a.Enterprises, Appointments: a.Appointments, RiskLists: a.RiskLists, Hazards: a.Hazards,
		Obligations: a.Obligations, Dossier: a.Dossier,
	})
	a.Documents = document.New(a.DB, a.Errands, a.Papers, document.Ports{
		Archive: a.Enterprises, States: a.Dossier, Posts: a.Appointments, Dailies: a.Records, Hazards: a.Hazards, Duties: a.Obligations, Chain: a.Ledger,
		Shelves: a.shelves(), Tables: a.tables(),
	})
	a.Area = area.New(a.DB, reference.LoadCalendar)
	a.Reminders = reminder.New(a.DB, a.Notices)
	a.Notices.Connect(a.Reminders)
}

// gateways are the ways out that the operator set up.
func gateways(c config.Config) notice.Options {
	return notice.Options{
		PublicURL: c.PublicURL, Inside: c.NoticeInside, Lease: c.NoticeLease, SMSURL: c.SMSURL, SMSToken: c.SMSToken.Reveal(),
		SMTP: notice.SMTP{Host: c.SMTPHost, Port: c.SMTPPort, User: c.SMTPUser, Password: c.SMTPPassword.Reveal(), From: c.SMTPFrom, TLS: c.SMTPTLS},
	}
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
	httpapi.Weekly(a.Router, a.Records)
	httpapi.Paper(a.Router, a.Papers)
	httpapi.Photo(a.Router, a.Photos)
	httpapi.File(a.Router, a.Files)
	httpapi.Hazard(a.Router, a.Hazards)
	httpapi.Advice(a.Router, a.Advices)
	httpapi.Monthly(a.Router, a.Months, a.Inspection)
	httpapi.Training(a.Router, a.Trainings)
	httpapi.Goods(a.Router, a.Goods)
	httpapi.Licence(a.Router, a.Licences)
	httpapi.Ledger(a.Router, a.Ledger)
	httpapi.Bylaw(a.Router, a.Bylaws)
	httpapi.InspectedBylaws(a.Router, a.Inspection)
	httpapi.Dossier(a.Router, a.Dossier)
	httpapi.Inspection(a.Router, a.Inspection)
	httpapi.Area(a.Router, a.Area)
	httpapi.Home(a.Router, a.Home)
	httpapi.Exchange(a.Router, a.Exchange)
	httpapi.Transcript(a.Router, a.Transcripts)
	httpapi.Errand(a.Router, a.Errands)
	httpapi.Notice(a.Router, a.Notices, a.Reminders)
	httpapi.Document(a.Router, a.Documents)
}
