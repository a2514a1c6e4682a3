package inspection

import (
	"context"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/appointment"
	"zhize/internal/bylaw"
	"zhize/internal/dossier"
	"zhize/internal/enterprise"
	"zhize/internal/file"
	"zhize/internal/hazard"
	"zhize/internal/ledger"
	"zhize/internal/licence"
	"zhize/internal/obligation"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/record"
	"zhize/internal/regulator"
	"zhize/internal/risklist"
	"zhize/internal/training"
)

// ErrMonth answers a month that is none.
var ErrMonth = fault.New(fault.Invalid, "inspection.month", "月份不正确，请重新选择。")

// Service answers a supervising officer about one enterprise.
type Service struct {
	db *db.DB
	on Neighbours
}

// Neighbours are those whose rows are shown.
type Neighbours struct {
	Bylaws       *bylaw.Service
	Dossier      *dossier.Service
	Regulator    *regulator.Service
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Records      *record.Service
	Months       *record.Months
	Hazards      *hazard.Service
	Obligations  *obligation.Service
	Trainings    *training.Service
	Licences     *licence.Service
	Photos       *photo.Service
	Files        *file.Service
	Ledger       *ledger.Service
}

// New makes the service.
func New(d *db.DB, n Neighbours) *Service { return &Service{db: d, on: n} }

// look opens one enterprise of the officer's area, writes down the look, and
// reads. All of it is one transaction: nobody sees what was not written down.
func (s *Service) look(ctx context.Context, g access.Grant, in api.InArea, what, subject string, read func(*db.Tx) error) error {
	owner, err := id.Parse(in.Enterprise)
	if err != nil {
		return db.ErrEnterpriseNotFound
	}
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		tx, err := tx.For(owner)
		if err != nil {
			return err
		}
		if err := read(tx); err != nil {
			return err
		}
		if err := s.on.Regulator.RecordLook(tx, what, subject); err != nil {
			return fmt.Errorf("record look at %s: %w", what, err)
		}
		return nil
	})
}

// Enterprise returns the page's head: archive, people, open hazards, and the
// items of 附件3 with what the rows say.
func (s *Service) Enterprise(ctx context.Context, g access.Grant, in *api.InArea) (*api.InspectedOutput, error) {
	out := &api.InspectedOutput{}
	err := s.look(ctx, g, *in, "enterprise", in.Enterprise, func(tx *db.Tx) (err error) {
		b := &out.Body
		if b.Enterprise, err = s.on.Enterprises.Archive(tx); err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		b.Enterprise.Phone = masked(b.Enterprise.Phone)
		if b.Appointments, err = s.on.Appointments.Holders(tx); err != nil {
			return fmt.Errorf("read appointments: %w", err)
		}
		if b.Hazards, err = s.on.Hazards.OpenOf(tx); err != nil {
			return fmt.Errorf("read hazards: %w", err)
		}
		if b.Assignments, err = s.on.Regulator.Assignments(tx); err != nil {
			return fmt.Errorf("read assignments: %w", err)
		}
		if b.SizeGrades, err = s.on.Enterprises.SizeGrades(tx); err != nil {
			return fmt.Errorf("read size grades: %w", err)
		}
		if b.ListVersions, err = s.on.RiskLists.Versions(tx); err != nil {
			return fmt.Errorf("read list versions: %w", err)
		}
		answers, err := s.on.Dossier.Items(tx)
		if err != nil {
			return fmt.Errorf("answer the items: %w", err)
		}
		b.Items = items(b.Enterprise, answers)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Dailies returns item 2.1 for a month: the days, the counts told apart, and
// the records.
func (s *Service) Dailies(ctx context.Context, g access.Grant, in *api.InspectDailiesInput) (*api.InspectedDailiesOutput, error) {
	month, err := clock.ParseMonth(in.Month)
	if err != nil {
		return nil, ErrMonth.At("query.month", "")
	}
	out := &api.InspectedDailiesOutput{}
	err = s.look(ctx, g, in.InArea, "daily", in.Month, func(tx *db.Tx) (err error) {
		b := &out.Body
		b.Month = in.Month
		if b.Counts, b.Days, err = s.on.Obligations.Counts(tx, month.First(), month.Last(), id.Nil); err != nil {
			return fmt.Errorf("count checks of %s: %w", month, err)
		}
		if b.Records, err = s.on.Records.Between(tx, month.First(), month.Last()); err != nil {
			return fmt.Errorf("read records of %s: %w", month, err)
		}
		said := api.Sentence(dossier.Counted(words.Say("dossier.when.month", "本月"), b.Counts))
		b.Facts, b.Said = said.Text, said
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Daily returns one record with its history.
func (s *Service) Daily(ctx context.Context, g access.Grant, in *api.InspectDailyInput) (*api.DailyOutput, error) {
	subject, err := id.Parse(in.Record)
	if err != nil {
		return nil, record.ErrNotFound
	}
	out := &api.DailyOutput{}
	err = s.look(ctx, g, in.InArea, "record", in.Record, func(tx *db.Tx) (err error) {
		out.Body, err = s.on.Records.Whole(tx, subject)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Paper returns the paper of a record.
func (s *Service) Paper(ctx context.Context, g access.Grant, in *api.InspectDailyPaperInput) (*api.Blob, error) {
	subject, err := id.Parse(in.Record)
	if err != nil {
		return nil, record.ErrNotFound
	}
	return s.file(ctx, g, in.InArea, "paper", in.Record, func(tx *db.Tx) (*api.Blob, error) { return s.on.Records.PaperOf(tx, subject, in.Format) })
}

// Photo returns a photo.
func (s *Service) Photo(ctx context.Context, g access.Grant, in *api.InspectPhotoInput) (*api.Blob, error) {
	return s.file(ctx, g, in.InArea, "photo", in.SHA256, func(tx *db.Tx) (*api.Blob, error) { return s.on.Photos.ReadFor(tx, in.SHA256) })
}

// File returns a file: the scan of a certificate, a material, a test's paper.
func (s *Service) File(ctx context.Context, g access.Grant, in *api.InspectFileInput) (*api.Blob, error) {
	return s.file(ctx, g, in.InArea, "file", in.SHA256, func(tx *db.Tx) (*api.Blob, error) { return s.on.Files.ReadFor(tx, in.SHA256) })
}

// Evidence returns the evidence of a range of days. That the enterprise lies in
// the area is proved before a checkpoint is made for it.
func (s *Service) Evidence(ctx context.Context, g access.Grant, in *api.InspectEvidenceInput) (*api.Blob, error) {
	owner, err := id.Parse(in.Enterprise)
	if err != nil {
		return nil, db.ErrEnterpriseNotFound
	}
	if err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		_, err := tx.For(owner)
		return err
	}); err != nil {
		return nil, err
	}
	if err := s.on.Ledger.Cover(ctx, owner); err != nil {
		return nil, fmt.Errorf("cover %s: %w", owner, err)
	}
	return s.file(ctx, g, in.InArea, "export", in.From+"~"+in.To, func(tx *db.Tx) (*api.Blob, error) {
		return s.on.Ledger.Pack(tx, clock.Day(in.From), clock.Day(in.To))
	})
}

func (s *Service) file(ctx context.Context, g access.Grant, in api.InArea, what, subject string, read func(*db.Tx) (*api.Blob, error)) (*api.Blob, error) {
	var out *api.Blob
	err := s.look(ctx, g, in, what, subject, func(tx *db.Tx) (err error) {
		out, err = read(tx)
		return err
	})
	return out, err
}

// masked keeps the ends of a telephone number: enough to compare, too little to
// call.
func masked(phone string) string {
	r := []rune(phone)
	if len(r) < 7 {
		return ""
	}
	return string(r[:3]) + "****" + string(r[len(r)-4:])
}
