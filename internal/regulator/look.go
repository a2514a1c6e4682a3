package regulator

import (
	"context"
	"errors"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

var errLookAfter = fault.New(fault.Invalid, "regulator.look.after", "翻页位置不正确，请回到第一页。")

// errNoLooker is a programmer's mistake.
var errNoLooker = errors.New("only an agency looks")

// newest stands above every id.
const newest = id.ID("ffffffff-ffff-ffff-ffff-ffffffffffff")

// look is one look of an agency at an enterprise.
type look struct {
	ID          id.ID
	AgencyName  string
	AccountName string
	At          time.Time
	What        string
	SubjectID   string
}

// RecordLook notes that the transaction's agency looked at the enterprise to
// which the transaction is narrowed, before the answer is given: what is the
// kind of look that the contract names, subject the paper, photo or range.
func (s *Service) RecordLook(tx *db.Tx, what, subject string) error {
	agency := tx.Grant().Scope().Agency
	if agency == id.Nil {
		return errNoLooker
	}
	return insertLook(tx, agency, what, subject)
}

// ListLooks lists who looked at the enterprise, newest first.
func (s *Service) ListLooks(ctx context.Context, g access.Grant, in *api.ListLooksInput) (*api.LooksOutput, error) {
	below := newest
	if in.After != "" {
		after, err := id.Parse(in.After)
		if err != nil {
			return nil, errLookAfter.Because(err)
		}
		below = after
	}
	out := &api.LooksOutput{}
	out.Body.Items = []api.Look{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := looksOf(tx, below, in.Limit+1)
		if err != nil {
			return err
		}
		if len(rows) > in.Limit {
			rows = rows[:in.Limit]
			out.Body.Next = string(rows[in.Limit-1].ID)
		}
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, r.wire())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (r look) wire() api.Look {
	return api.Look{ID: string(r.ID), At: r.At.UTC(), AgencyName: r.AgencyName, Name: r.AccountName, What: r.What, Subject: r.SubjectID}
}

// EachLook tells every look at the enterprise, newest first.
func (s *Service) EachLook(tx *db.Tx, fn func(api.Look) error) error {
	const page = 500
	below := newest
	for {
		rows, err := looksOf(tx, below, page)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := fn(r.wire()); err != nil {
				return err
			}
		}
		if len(rows) < page {
			return nil
		}
		below = rows[page-1].ID
	}
}
