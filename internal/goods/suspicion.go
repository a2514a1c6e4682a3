package goods

import (
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

func (s Suspicion) wire() api.Suspicion {
	w := api.Suspicion{ID: string(s.ID), SuspicionFields: s.Fields, State: s.State(), Name: s.Name, At: s.At, Due: s.Due}
	if r := s.Receipt; r != nil {
		w.ReceiptName, w.AgencyName, w.ReceiptNote, w.ReceiptAt = r.Name, r.AgencyName, r.Note, &r.At
	}
	if o := s.Outcome; o != nil {
		w.Outcome, w.OutcomeNote, w.HandledName, w.HandledAt = o.Outcome, o.Note, o.Name, &o.At
	}
	return w
}

// ListSuspicions returns the reports, open ones first.
func (s *Service) ListSuspicions(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.SuspicionsOutput, error) {
	out := &api.SuspicionsOutput{}
	out.Body.Items = []api.Suspicion{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		all, err := s.Suspicions(tx)
		out.Body.Items = append(out.Body.Items, all...)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Suspicions returns all reports inside a transaction, those not handled first.
func (s *Service) Suspicions(tx *db.Tx) ([]api.Suspicion, error) {
	found, err := suspicions(tx, id.Nil)
	slices.SortStableFunc(found, func(a, b Suspicion) int {
		return boolInt(a.Outcome != nil) - boolInt(b.Outcome != nil)
	})
	all := make([]api.Suspicion, len(found))
	for n, one := range found {
		all[n] = one.wire()
	}
	return all, err
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// find returns one report of the transaction's enterprise.
func find(tx *db.Tx, suspicion string) (Suspicion, error) {
	one, err := id.Parse(suspicion)
	if err != nil {
		return Suspicion{}, ErrSuspicionNotFound
	}
	all, err := suspicions(tx, one)
	if err != nil {
		return Suspicion{}, err
	}
	if len(all) == 0 {
		return Suspicion{}, ErrSuspicionNotFound
	}
	return all[0], nil
}

// ReadSuspicion returns a report.
func (s *Service) ReadSuspicion(ctx context.Context, g access.Grant, in *api.ReadSuspicionInput) (*api.SuspicionOutput, error) {
	out := &api.SuspicionOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		one, err := find(tx, in.Suspicion)
		out.Body = one.wire()
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Report stops goods and tells the office. The id is the client's: sent twice,
// it is reported once.
func (s *Service) Report(ctx context.Context, g access.Grant, in *api.ReportSuspicionInput) (*api.SuspicionOutput, error) {
	report, err := id.Parse(in.Suspicion)
	if err != nil {
		return nil, ErrSuspicionNotFound
	}
	one, err := readSuspicion(in.Body)
	if err != nil {
		return nil, err
	}
	out := &api.SuspicionOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		there, err := suspicions(tx, report)
		if err != nil {
			return err
		}
		if len(there) > 0 {
			out.Body = there[0].wire()
			return nil
		}
		photos, err := s.evidence(tx, one.Fields.Photos)
		if err != nil {
			return err
		}
		one.ID, one.By, one.Name, one.At = report, tx.Actor().Account, tx.Actor().Name, tx.Now()
		one.Due = tx.Today().Add(handleDays).At(24*60 - 1)
		err = s.obligations.Open(tx, obligation.Obligation{
			Kind: KindSuspicion, Subject: one.ID, Day: tx.Today(), Post: access.Director, Title: "可疑产品待处置：" + one.Fields.Product, Opens: tx.Now(), Due: one.Due,
		})
		if err != nil {
			return err
		}
		if one.Seq, err = s.seal(tx, FactReported, one.ID, tx.Today(), one.Fields, photos); err != nil {
			return err
		}
		out.Body = one.wire()
		return insertSuspicion(tx, one)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func readSuspicion(in api.SuspicionFields) (Suspicion, error) {
	var f enterprise.Form
	s := Suspicion{Quantity: thousandths(&f, "body.quantity", in.Quantity)}
	s.Fields = api.SuspicionFields{
		Kind: in.Kind, Product: f.Name("body.product", in.Product, 100), Batch: f.Line("body.batch", in.Batch, 60), Partner: f.Line("body.partner", in.Partner, 100),
		Quantity: float64(s.Quantity) / 1000, Unit: f.Name("body.unit", in.Unit, 10), Photos: unique(in.Photos),
	}
	if kindWords[in.Kind] == "" {
		f.Refuse("body.kind", words.Say("goods.input.suspicion", "请选择可疑的原因。"))
	}
	if s.Fields.Facts = f.Text("body.facts", in.Facts, 1000); s.Fields.Facts == "" {
		f.Refuse("body.facts", words.Say("goods.input.seen", "请写明看到了什么。"))
	}
	if s.Fields.Measure = f.Text("body.measure", in.Measure, 500); s.Fields.Measure == "" {
		f.Refuse("body.measure", words.Say("goods.input.measure", "请写明已经怎样停止销售或封存。"))
	}
	return s, f.Err(ErrInput)
}

// Handle says what became of the goods.
func (s *Service) Handle(ctx context.Context, g access.Grant, in *api.HandleSuspicionInput) (*api.SuspicionOutput, error) {
	var f enterprise.Form
	step := Step{Outcome: in.Body.Outcome, Note: f.Text("body.note", in.Body.Note, 500), Photos: unique(in.Body.Photos)}
	if outcomeWords[step.Outcome] == "" {
		f.Refuse("body.outcome", words.Say("goods.input.outcome", "请选择处置结果。"))
	}
	if step.Note == "" {
		f.Refuse("body.note", words.Say("goods.input.handled", "请写明怎样处置的。"))
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	out := &api.SuspicionOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		one, err := find(tx, in.Suspicion)
		if err != nil {
			return err
		}
		if one.Outcome != nil {
			return ErrHandled
		}
		photos, err := s.evidence(tx, step.Photos)
		if err != nil {
			return err
		}
		step.By, step.Name, step.At = tx.Actor().Account, tx.Actor().Name, tx.Now()
		if err := insertStep(tx, one.ID, "outcome", step, ErrHandled); err != nil {
			return err
		}
		if err := s.obligations.Settle(tx, KindSuspicion, one.ID, clock.DayOf(one.At), one.ID); err != nil {
			return err
		}
		one.Outcome = &step
		out.Body = one.wire()
		_, err = s.seal(tx, FactHandled, one.ID, tx.Today(), map[string]any{"suspicion": one.ID, "outcome": step.Outcome, "note": step.Note}, photos)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ListReported lists the reports of an agency's area.
func (s *Service) ListReported(ctx context.Context, g access.Grant, _ *api.InAgency) (*api.ReportedOutput, error) {
	out := &api.ReportedOutput{}
	err := s.db.Report(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Items, err = reported(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// InspectSuspicion returns a report of an enterprise of the area. A look.
func (s *Service) InspectSuspicion(ctx context.Context, g access.Grant, in *api.InspectSuspicionInput) (*api.SuspicionOutput, error) {
	out := &api.SuspicionOutput{}
	err := s.look(ctx, g, in.Enterprise, "report", in.Suspicion, func(tx *db.Tx) error {
		one, err := find(tx, in.Suspicion)
		out.Body = one.wire()
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Receipt says in the officer's own name that the office has the report. A
// report is receipted once.
func (s *Service) Receipt(ctx context.Context, g access.Grant, in *api.ReceiptSuspicionInput) (*api.SuspicionOutput, error) {
	var f enterprise.Form
	note := f.Text("body.note", in.Body.Note, 300)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	out := &api.SuspicionOutput{}
	err := s.look(ctx, g, in.Enterprise, "report", in.Suspicion, func(tx *db.Tx) error {
		one, err := find(tx, in.Suspicion)
		if err != nil {
			return err
		}
		if one.Receipt != nil {
			return ErrReceipted
		}
		agency, err := s.regulator.AgencyOf(tx)
		if err != nil {
			return fmt.Errorf("name the agency: %w", err)
		}
		step := Step{Note: note, Agency: agency.ID, AgencyName: agency.Name, By: tx.Actor().Account, Name: tx.Actor().Name, At: tx.Now()}
		if err := insertStep(tx, one.ID, "receipt", step, ErrReceipted); err != nil {
			return err
		}
		one.Receipt = &step
		out.Body = one.wire()
		_, err = s.seal(tx, FactReceipted, one.ID, tx.Today(), map[string]any{"suspicion": one.ID, "agency": agency.ID, "agencyName": agency.Name, "note": note}, nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
