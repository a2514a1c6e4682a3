package enterprise

import (
	"context"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// Whence an archive comes.
const (
	OriginOffice       = "office"       // 排摸建档
	OriginRegistration = "registration" // 单位自行注册
)

// ErrHasAccount refuses a second first account.
var ErrHasAccount = fault.New(fault.Conflict, "enterprise.has_account",
	"该单位的主要负责人已有账号，不需要再开通。忘记密码的，请重置密码；换人的，请由现任主要负责人任命。")

// founding is all that an archive begins with.
type founding struct {
	head          Head
	origin        string
	office        id.ID
	figures       []Figures
	site          Site
	products      []Product
	inScope       *bool
	scopeNote     string
	entryReason   string
	surveyedOn    clock.Day
	surveyOutcome string
}

// Register founds an enterprise with its principal's account. Nobody is signed
// in; the grant is narrowed to the id that is minted here.
func (s *Service) Register(ctx context.Context, g access.Grant, in *api.RegisterInput) (*api.RegisterOutput, error) {
	b := &in.Body
	var f Form
	head, wrong := f.head(b.EnterpriseHead)
	n := founding{
		head: head, origin: OriginRegistration,
		figures: f.businesses(b.Businesses), site: f.site("body.site", b.Site), products: f.products(b.Products),
	}
	n.office = f.office(b.Office)
	n.inScope = inScope(n.products)
	name := f.Name("body.principal.name", b.Principal.Name, 50)
	f.posts(b.Principal.Posts)
	if err := f.settle(wrong); err != nil {
		return nil, err
	}
	enterprise, err := s.mint(ctx, g)
	if err != nil {
		return nil, err
	}
	err = s.db.Write(ctx, g.Founding(enterprise), func(tx *db.Tx) error {
		if err := s.found(tx, n); err != nil {
			return err
		}
		account, err := s.ports.Accounts.CreateAccountWithPassword(tx, b.Principal.Login, name, head.Phone, b.Principal.Password)
		if err != nil {
			return fmt.Errorf("open principal's account: %w", err)
		}
		return s.ports.Posts.AppointFirst(tx, account, name, b.Principal.Posts)
	})
	if err != nil {
		return nil, err
	}
	var out api.RegisterOutput
	out.Body.Enterprise = string(enterprise)
	return &out, nil
}

// Found enters an enterprise after an office's survey (排摸建档). It has no
// account until one is opened.
func (s *Service) Found(ctx context.Context, g access.Grant, in *api.FoundEnterpriseInput) (*api.EnterpriseOutput, error) {
	b := &in.Body
	var f Form
	head, wrong := f.head(b.EnterpriseHead)
	n := founding{
		head: head, origin: OriginOffice, office: g.Actor().Agency,
		figures: f.businesses(b.Businesses), site: f.site("body.site", b.Site), products: f.products(b.Products),
		inScope: &b.InScope, scopeNote: f.Line("body.scopeNote", b.ScopeNote, 200),
		entryReason: b.EntryReason, surveyedOn: f.Day("body.surveyedOn", b.SurveyedOn), surveyOutcome: f.Text("body.surveyOutcome", b.SurveyOutcome, 500),
	}
	if b.Office != "" {
		n.office = f.office(b.Office)
	}
	if !reference.IsEntryReason(b.EntryReason) {
		f.Refuse("body.entryReason", words.Say("enterprise.input.entry_reason", "请从列表中选择录入原因。"))
	}
	if n.surveyedOn.After(clock.DayOf(s.db.Clock().Now())) {
		f.Refuse("body.surveyedOn", words.Say("enterprise.input.surveyed", "排摸日期不能晚于今天。"))
	}
	if err := f.settle(wrong); err != nil {
		return nil, err
	}
	enterprise, err := s.mint(ctx, g)
	if err != nil {
		return nil, err
	}
	var out api.EnterpriseOutput
	err = s.db.Write(ctx, g.Founding(enterprise), func(tx *db.Tx) error {
		if err := s.found(tx, n); err != nil {
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

// OpenAccount opens the principal's account of an enterprise that has none.
func (s *Service) OpenAccount(ctx context.Context, g access.Grant, in *api.OpenAccountInput) (*api.NewAccountOutput, error) {
	var f Form
	name := f.Name("body.name", in.Body.Name, 50)
	login := f.Name("body.login", in.Body.Login, 64)
	phone := f.Line("body.phone", in.Body.Phone, 30)
	if err := f.Err(ErrInput); err != nil {
		return nil, err
	}
	enterprise, err := id.Parse(in.Enterprise)
	if err != nil {
		return nil, db.ErrEnterpriseNotFound.Because(err)
	}
	var out api.NewAccountOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		tx, err := tx.For(enterprise)
		if err != nil {
			return err
		}
		if _, err := readEnterprise(tx, true); err != nil {
			return err
		}
		has, err := s.ports.Posts.HasPrincipal(tx)
		if err != nil {
			return err
		}
		if has {
			return ErrHasAccount
		}
		account, there, err := s.ports.Accounts.FindAccount(tx, login)
		if err != nil {
			return err
		}
		password := ""
		if !there {
			if account, password, err = s.ports.Accounts.CreateAccount(tx, login, name, phone); err != nil {
				return fmt.Errorf("open principal's account: %w", err)
			}
		}
		out.Body.Account, out.Body.Login, out.Body.InitialPassword = string(account), login, password
		return s.ports.Posts.AppointFirst(tx, account, name, []string{string(access.Principal)})
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// found writes the archive and seals it. It begins today: no record lies
// before it.
func (s *Service) found(tx *db.Tx, n founding) error {
	measures := make([]Measure, len(n.figures))
	for i, f := range n.figures {
		measures[i] = f.Measure
	}
	slices.SortFunc(measures, func(a, b Measure) int {
		return slices.Index(Businesses(), a.Business) - slices.Index(Businesses(), b.Business)
	})
	grading := Grade(measures)
	phone, err := s.sealPhone(tx, n.head.Phone)
	if err != nil {
		return err
	}
	i := n.head.Identifier
	err = insertEnterprise(tx, &enterpriseRow{
		Name: n.head.Name, IdentifierKind: string(i.Kind), Identifier: i.Value, IdentifierConfirmed: i.Confirmed,
		NoIdentifierReason: i.Reason, Market: i.Market, Stall: i.Stall,
		Address: n.head.Address, LegalRepresentative: n.head.LegalRepresentative, Contact: n.head.Contact, PhoneCipher: phone,
		InScope: n.inScope, ScopeNote: n.scopeNote, EntryReason: n.entryReason, SurveyedOn: n.surveyedOn, SurveyOutcome: n.surveyOutcome,
		OperatingState: "open", SizeGrade: string(grading.Grade), SizeGradeWords: grading.Why,
		Origin: n.origin, BegunOn: tx.Today(), CreatedAt: tx.Now(), Revision: 1,
	})
	if err != nil {
		return err
	}
	if _, err := s.ports.Offices.Place(tx, n.office); err != nil {
		return err
	}
	if err := insertSizeGrade(tx, grading, tx.Now()); err != nil {
		return err
	}
	fact := foundedFact{
		headFact: n.head.fact(), gradeFact: gradeFact{grading.Grade, grading.Why.Text},
		Origin: n.origin, BegunOn: string(tx.Today()), Office: n.office, InScope: n.inScope, ScopeNote: n.scopeNote,
		EntryReason: n.entryReason, SurveyedOn: string(n.surveyedOn), SurveyOutcome: n.surveyOutcome,
		Businesses: []api.BusinessFigures{}, Products: []api.Product{},
	}
	for _, f := range n.figures {
		business, err := insertBusiness(tx, f.Business)
		if err != nil {
			return err
		}
		if err := insertFigures(tx, business, f, tx.Now()); err != nil {
			return err
		}
		fact.Businesses = append(fact.Businesses, f.wire())
	}
	site, err := s.openSite(tx, n.site)
	if err != nil {
		return err
	}
	if err := s.planned(tx); err != nil {
		return err
	}
	fact.Site = site.wire()
	for _, p := range n.products {
		p.ID, p.AddedOn = tx.NewID(), tx.Today()
		if err := insertProduct(tx, p); err != nil {
			return err
		}
		fact.Products = append(fact.Products, p.wire())
	}
	return s.seal(tx, KindFounded, tx.Enterprise(), fact, n.head.people())
}

// mint makes the id of a new enterprise, from the database's own randomness,
// before the transaction that belongs to it can begin.
func (s *Service) mint(ctx context.Context, g access.Grant) (enterprise id.ID, err error) {
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		enterprise = tx.NewID()
		return nil
	})
	return enterprise, err
}

// office reads the id of a supervising office.
func (f *Form) office(s string) id.ID {
	office, err := id.Parse(s)
	if err != nil {
		f.Refuse("body.office", words.Say("enterprise.input.office", "请选择所在地的市场监管所。"))
	}
	return office
}

// posts checks the posts that the principal takes himself (一人兼任).
func (f *Form) posts(posts []string) {
	for n, p := range posts {
		if slices.Contains(posts[:n], p) || !slices.Contains([]string{string(access.Principal), string(access.Director), string(access.Officer)}, p) {
			f.Refuse("body.principal.posts", words.Say("enterprise.input.posts", "岗位只能是主要负责人、质量安全总监、质量安全员，各选一次。"))
			return
		}
	}
	if !slices.Contains(posts, string(access.Principal)) {
		f.Refuse("body.principal.posts", words.Say("enterprise.input.principal", "注册人须为主要负责人，请勾选主要负责人。"))
	}
}
