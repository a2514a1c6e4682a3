package enterprise

import (
	"context"
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// The refusals of the archive.
var (
	ErrIdentifierTaken = fault.New(fault.Conflict, "enterprise.identifier.taken",
		"这个证照号码已经建档，不能重复登记。本单位已由市场监管所建档的，请联系所在地市场监管所开通账号；本单位已有账号的，请直接登录。")
	ErrRevision = fault.New(fault.Conflict, "enterprise.revision",
		"您打开之后，档案已被他人修改。请刷新查看最新内容，再修改提交。")
	ErrSiteNotFound    = fault.New(fault.NotFound, "enterprise.site.not_found", "没有找到该场所，请刷新后重试。")
	ErrSiteClosed      = fault.New(fault.Conflict, "enterprise.site.closed", "该场所已关闭，不能再修改；重新营业的，请新增场所。")
	ErrSiteLast        = fault.New(fault.Conflict, "enterprise.site.last", "这是唯一在营的场所，不能关闭。搬迁的，请先新增新场所；停业的，请办理停业。")
	ErrProductNotFound = fault.New(fault.NotFound, "enterprise.product.not_found", "没有找到该产品，请刷新后重试。")
)

// Ports are what the archive asks of its equals.
type Ports struct {
	Accounts Accounts
	Posts    Posts
	Offices  Offices
	Patterns Patterns
	Cipher   Cipher
}

// Service keeps the archive.
type Service struct {
	db     *db.DB
	ledger *ledger.Service
	ports  Ports
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, p Ports) *Service { return &Service{db: d, ledger: l, ports: p} }

// Read returns the archive.
func (s *Service) Read(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.EnterpriseOutput, error) {
	var out api.EnterpriseOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.Archive(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// write changes the archive while it is locked, and answers with what it is
// then.
func (s *Service) write(ctx context.Context, g access.Grant, fn func(*db.Tx, enterpriseRow) error) (*api.EnterpriseOutput, error) {
	var out api.EnterpriseOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		r, err := readEnterprise(tx, true)
		if err != nil {
			return err
		}
		if err := fn(tx, r); err != nil {
			return err
		}
		out.Body, err = s.Archive(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// Edit changes the head, if nobody changed it since it was read.
func (s *Service) Edit(ctx context.Context, g access.Grant, in *api.EditEnterpriseInput) (*api.EnterpriseOutput, error) {
	var f Form
	h, wrong := f.head(in.Body.EnterpriseHead)
	if err := f.settle(wrong); err != nil {
		return nil, err
	}
	return s.write(ctx, g, func(tx *db.Tx, r enterpriseRow) error {
		if r.Revision != in.Body.Revision {
			return ErrRevision.With("revision", r.Revision)
		}
		phone, err := s.sealPhone(tx, h.Phone)
		if err != nil {
			return err
		}
		err = updateEnterprise(tx, map[string]any{
			"name": h.Name, "identifier_kind": string(h.Identifier.Kind), "identifier": h.Identifier.Value, "identifier_confirmed": h.Identifier.Confirmed,
			"no_identifier_reason": h.Identifier.Reason, "market": h.Identifier.Market, "stall": h.Identifier.Stall,
			"address": h.Address, "legal_representative": h.LegalRepresentative, "contact": h.Contact,
			"phone_cipher": phone, "revision": r.Revision + 1,
		})
		if err != nil {
			return err
		}
		if h.Name != r.Name {
			if err := s.ports.Accounts.RenameEnterprise(tx, h.Name); err != nil {
				return fmt.Errorf("rename enterprise %s: %w", tx.Enterprise(), err)
			}
		}
		head := h.fact()
		return s.seal(tx, KindEdited, tx.Enterprise(), editedFact{Head: &head, Revision: r.Revision + 1}, h.people())
	})
}

// sealPhone makes a telephone number unreadable; no number is no bytes.
func (s *Service) sealPhone(tx *db.Tx, phone string) ([]byte, error) {
	if phone == "" {
		return nil, nil
	}
	sealed, err := s.ports.Cipher.Seal(phone, phonePlace(tx))
	if err != nil {
		return nil, fmt.Errorf("seal phone of enterprise %s: %w", tx.Enterprise(), err)
	}
	return sealed, nil
}

func phonePlace(tx *db.Tx) string { return "enterprises.phone/" + string(tx.Enterprise()) }

// ReportBusiness takes the figures of a business, which may be a new one. A
// report that changes nothing leaves no trace.
func (s *Service) ReportBusiness(ctx context.Context, g access.Grant, in *api.ReportBusinessInput) (*api.EnterpriseOutput, error) {
	var f Form
	figures := f.figures("body", in.Body)
	if in.Body.Kind != in.PathKind {
		f.Refuse("body.kind", words.Say("enterprise.input.business_page", "业务种类与所在页面不一致，请刷新后重试。"))
	}
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	return s.write(ctx, g, func(tx *db.Tx, r enterpriseRow) error {
		reports, err := readReports(tx)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(reports, func(r report) bool { return r.Business == figures.Business })
		if n >= 0 && reports[n].same(figures) {
			return nil
		}
		var business id.ID
		at := tx.Now()
		if n >= 0 {
			business, at = reports[n].business, after(at, reports[n].at)
		} else if business, err = insertBusiness(tx, figures.Business); err != nil {
			return err
		}
		if err := insertFigures(tx, business, figures, at); err != nil {
			return err
		}
		grading, err := s.regrade(tx, r)
		if err != nil {
			return err
		}
		if err := s.ports.Posts.Restaff(tx); err != nil {
			return err
		}
		return s.seal(tx, KindReported, business, reportedFact{figures.wire(), gradeFact{grading.Grade, grading.Why.Text}}, nil)
	})
}

// regrade computes the size grade anew; the history grows only if the grade or
// its reason changed.
func (s *Service) regrade(tx *db.Tx, r enterpriseRow) (Grading, error) {
	reports, err := readReports(tx)
	if err != nil {
		return Grading{}, err
	}
	measures := make([]Measure, len(reports))
	for n, f := range reports {
		measures[n] = f.Measure
	}
	grading := Grade(measures)
	if string(grading.Grade) == r.SizeGrade && grading.Why.Text == r.SizeGradeWords.Text {
		return grading, nil
	}
	history, err := readSizeGrades(tx)
	if err != nil {
		return Grading{}, err
	}
	at := tx.Now()
	if len(history) > 0 {
		at = after(at, history[0].FromAt)
	}
	if err := insertSizeGrade(tx, grading, at); err != nil {
		return Grading{}, err
	}
	return grading, updateEnterprise(tx, map[string]any{"size_grade": string(grading.Grade), "size_grade_words": grading.Why})
}

// after keeps a history in the order in which it was written, even where two
// transactions carry the same instant or overtook one another.
func after(at, last time.Time) time.Time {
	if at.After(last) {
		return at
	}
	return last.Add(time.Microsecond).UTC()
}

func (f Figures) same(g Figures) bool {
	return f.Year == g.Year && f.Basis == g.Basis && equal(f.Headcount, g.Headcount) && equal(f.Revenue, g.Revenue)
}

func equal[T comparable](a, b *T) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

// ListSizeGrades returns the history of the size grade, newest first.
func (s *Service) ListSizeGrades(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.SizeGradesOutput, error) {
	var out api.SizeGradesOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Items, err = s.SizeGrades(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// SizeGrades returns the history of the size grade, newest first.
func (s *Service) SizeGrades(tx *db.Tx) ([]api.SizeGradeEntry, error) {
	history, err := readSizeGrades(tx)
	if err != nil {
		return nil, err
	}
	items := make([]api.SizeGradeEntry, len(history))
	for n, r := range history {
		items[n] = api.SizeGradeEntry{Grade: r.Grade, Words: r.Words.Text, Said: api.Sentence(r.Words), From: r.FromAt.UTC()}
	}
	return items, nil
}
