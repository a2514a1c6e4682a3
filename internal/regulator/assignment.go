package regulator

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals of assignments.
var (
	errAssignmentDay     = fault.New(fault.Invalid, "regulator.assignment.day", "日期格式不正确，应如 2026-11-24。")
	errAssignmentFuture  = fault.New(fault.Invalid, "regulator.assignment.future", "起始日期不能晚于今天，请到当天再分派。")
	errAssignmentEarlier = fault.New(fault.Conflict, "regulator.assignment.earlier", "起始日期早于现有分派的起始日期，请选择其后的日期。")
	errOfficerNotThere   = fault.New(fault.Invalid, "regulator.assignment.officer", "该人员不是所选市场监管所的在任人员，请重新选择。")
)

// assignment is an office and there a named officer, from a day on; until is
// its last day.
type assignment struct {
	ID          id.ID
	AgencyID    id.ID
	AgencyName  string
	OfficerID   id.ID
	OfficerName string
	FromDay     clock.Day
	UntilDay    clock.Day
}

// Place puts an enterprise that is being founded into the area of an office,
// from today on; the office names its officer later. The transaction is scoped
// to the enterprise. An agency can place only inside its own area.
func (s *Service) Place(tx *db.Tx, office id.ID) (path string, err error) {
	o, err := officeFor(tx, office)
	if err != nil {
		return "", err
	}
	if err := insertScope(tx, o.Path); err != nil {
		return "", err
	}
	return o.Path, insertAssignment(tx, assignment{ID: tx.NewID(), AgencyID: o.ID, FromDay: tx.Today()})
}

// officeFor returns an office that the transaction's person may choose.
func officeFor(tx *db.Tx, office id.ID) (Agency, error) {
	o, found, err := agencyOf(tx, office)
	if err != nil {
		return Agency{}, err
	}
	if !found || o.Level != Office {
		return Agency{}, errOfficeUnknown.At("body.office", "")
	}
	if scope := tx.Grant().Scope(); scope.Agency != id.Nil && !covers(scope, o.Path) {
		return Agency{}, errOfficeOutside.At("body.office", "")
	}
	return o, nil
}

// Assign gives an enterprise of the area to an office of the area and there to
// a named officer, from a day on. The assignment before ends on the day
// before; one from the same day is replaced.
func (s *Service) Assign(ctx context.Context, g access.Grant, in *api.AssignEnterpriseInput) (*api.AssignmentsOutput, error) {
	enterprise, err := id.Parse(in.Enterprise)
	if err != nil {
		return nil, db.ErrEnterpriseNotFound
	}
	office, err := id.Parse(in.Body.Office)
	if err != nil {
		return nil, errOfficeUnknown.At("body.office", "").Because(err)
	}
	officer := id.Nil
	if in.Body.Officer != "" {
		if officer, err = id.Parse(in.Body.Officer); err != nil {
			return nil, errOfficerNotThere.At("body.officer", "").Because(err)
		}
	}
	from, err := clock.ParseDay(in.Body.From)
	if err != nil {
		return nil, errAssignmentDay.At("body.from", "").Because(err)
	}
	out := &api.AssignmentsOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		etx, err := tx.For(enterprise)
		if err != nil {
			return err
		}
		if err := s.assign(etx, office, officer, from); err != nil {
			return err
		}
		out.Body.Items, err = s.Assignments(etx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) assign(tx *db.Tx, office, officer id.ID, from clock.Day) error {
	if from.After(tx.Today()) {
		return errAssignmentFuture.At("body.from", "")
	}
	o, err := officeFor(tx, office)
	if err != nil {
		return err
	}
	a := assignment{ID: tx.NewID(), AgencyID: o.ID, OfficerID: officer, FromDay: from}
	if officer != id.Nil {
		var there bool
		if a.OfficerName, there, err = memberNamed(tx, officer, o.ID); err != nil {
			return err
		}
		if !there {
			return errOfficerNotThere.At("body.officer", "")
		}
	}
	// Moving the scope first holds its row, so that one assigns after the other.
	if err := moveScope(tx, o.Path); err != nil {
		return err
	}
	before, err := assignmentsOf(tx)
	if err != nil {
		return err
	}
	switch {
	case len(before) > 0 && from.Before(before[0].FromDay):
		return errAssignmentEarlier.At("body.from", "")
	case len(before) > 0 && from == before[0].FromDay:
		a.ID = before[0].ID
		return replaceAssignment(tx, a)
	case len(before) > 0:
		if err := endAssignment(tx, before[0].ID, from.Add(-1)); err != nil {
			return err
		}
	}
	return insertAssignment(tx, a)
}

// Assignments lists the assignments of the transaction's enterprise, newest
// first; the first one stands.
func (s *Service) Assignments(tx *db.Tx) ([]api.Assignment, error) {
	rows, err := assignmentsOf(tx)
	if err != nil {
		return nil, err
	}
	items := []api.Assignment{}
	for _, r := range rows {
		items = append(items, api.Assignment{
			Office: string(r.AgencyID), OfficeName: r.AgencyName, OfficerName: r.OfficerName,
			From: string(r.FromDay), Until: string(r.UntilDay),
		})
	}
	return items, nil
}
