package errand

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Stand says in which capacity a person stands now; identity answers.
type Stand interface {
	// Stand returns the person with the roles he holds now for the enterprise, or,
	// if an agency is named, in that agency. Without roles he has lost them.
	Stand(ctx context.Context, account, enterprise, agency id.ID) (access.Actor, error)
}

// Looks writes down what an agency took away; regulator answers.
type Looks interface {
	RecordLook(tx *db.Tx, what, subject string) error
}

// Service takes errands and answers how they stand.
type Service struct {
	db     *db.DB
	files  blob.Streams
	stand  Stand
	looks  Looks
	policy access.Policy
	kinds  map[string]Kind
	log    *slog.Logger
	wake   chan struct{}
	// live are the runs of this replica: they know better than their rows how far
	// they are.
	live sync.Map
}

type liveKey struct {
	enterprise db.Tenant
	errand     id.ID
}

// New makes the service. Kinds are registered before anything is asked.
func New(d *db.DB, files blob.Streams, stand Stand, looks Looks, policy access.Policy, log *slog.Logger) *Service {
	return &Service{db: d, files: files, stand: stand, looks: looks, policy: policy, kinds: map[string]Kind{}, log: log, wake: make(chan struct{}, 1)}
}

// Register adds a kind.
func (s *Service) Register(k Kind) {
	if _, twice := s.kinds[k.Name]; twice || k.Name == "" || k.Permission == "" || k.Run == nil {
		panic("errand: kind " + k.Name + " is incomplete or registered twice")
	}
	s.kinds[k.Name] = k
}

// allowed checks that a person may have errands of a kind.
func (s *Service) allowed(a access.Actor, kind string) bool {
	k, known := s.kinds[kind]
	p := k.permission(a)
	if !known || p == "" {
		return false
	}
	_, err := s.policy.Check(a, p, access.Call{})
	return err == nil
}

// admitted asks the kind's own rule as well. Of an area's list it asks nothing
// more: that lists what the agency itself asked for.
func (s *Service) admitted(tx *db.Tx, kind string) (bool, error) {
	admit := s.kinds[kind].Admit
	if !s.allowed(tx.Actor(), kind) || admit == nil || tx.Enterprise() == id.Nil {
		return s.allowed(tx.Actor(), kind), nil
	}
	return admit(tx)
}

// Ask takes an errand for the transaction's enterprise in the name of the
// transaction's actor. What an agency asks for is a look.
func (s *Service) Ask(tx *db.Tx, a Asked) (api.Errand, error) {
	actor := tx.Actor()
	if ok, err := s.admitted(tx, a.Kind); err != nil || !ok {
		return api.Errand{}, errors.Join(err, orNil(!ok && err == nil, access.ErrForbidden))
	}
	params, err := a.canonical()
	if err != nil {
		return api.Errand{}, fmt.Errorf("encode parameters of %s: %w", a.Kind, err)
	}
	switch known, err := findErrand(tx, a.ID, actor.Agency); {
	case err == nil && (known.Kind != a.Kind || known.Params != params || known.AskedBy != actor.Account):
		return api.Errand{}, ErrIDTaken
	case err == nil:
		return s.wire(known), nil
	case !errors.Is(err, ErrNotFound):
		return api.Errand{}, err
	}
	if n, err := unfinished(tx, a.Kind, actor.Account); err != nil || n >= waiting {
		return api.Errand{}, errors.Join(err, orNil(n >= waiting, ErrTooMany))
	}
	if there, err := taken(tx, a.ID); err != nil || there {
		return api.Errand{}, errors.Join(err, orNil(there, ErrIDTaken))
	}
	r := errandRow{
		EnterpriseID: db.Tenant(tx.Enterprise()), ID: a.ID, Kind: a.Kind, Title: a.Title, Params: params, AgencyID: actor.Agency,
		AskedBy: actor.Account, AskedName: actor.Name, AskedAt: tx.Now(), State: Queued, LeaseUntil: tx.Now(), ExpiresAt: tx.Now().Add(kept),
	}
	if err := insertErrand(tx, r); err != nil {
		if db.Violates(err, errandKey) {
			return api.Errand{}, ErrIDTaken.Because(err)
		}
		return api.Errand{}, err
	}
	if actor.Agency != id.Nil {
		if err := s.looks.RecordLook(tx, "export", a.Title); err != nil {
			return api.Errand{}, fmt.Errorf("record look: %w", err)
		}
	}
	tx.AfterCommit(s.ring)
	return s.wire(r), nil
}

// orNil is the fault if there is cause to say it.
func orNil(say bool, f *fault.Error) error {
	if say {
		return f
	}
	return nil
}

// ring wakes this replica's worker; those of others look by themselves.
func (s *Service) ring() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// newest stands above every id.
const newest = id.ID("ffffffff-ffff-ffff-ffff-ffffffffffff")

// list returns the errands that the actor may see: those of the kinds whose
// permission he holds.
func (s *Service) list(ctx context.Context, g access.Grant, page api.Page, only, enterprise string) (*api.ErrandsOutput, error) {
	below := newest
	if page.After != "" {
		after, err := id.Parse(page.After)
		if err != nil {
			return nil, fault.New(fault.Invalid, "errand.page", "翻页位置无效，请从第一页重新查看。")
		}
		below = after
	}
	out := &api.ErrandsOutput{}
	out.Body.Items = []api.Errand{}
	all := func(tx *db.Tx) error {
		kinds, err := s.seen(tx, only)
		if err != nil || len(kinds) == 0 {
			return err
		}
		rows, err := listErrands(tx, g.Actor().Agency, kinds, below, page.Limit+1)
		if err != nil {
			return err
		}
		if len(rows) > page.Limit {
			rows = rows[:page.Limit]
			out.Body.Next = string(rows[page.Limit-1].ID)
		}
		names := map[id.ID]string{}
		if g.Actor().Agency != id.Nil {
			if names, err = namesOf(tx, rows); err != nil {
				return err
			}
		}
		for _, r := range rows {
			e := s.wire(r)
			e.EnterpriseName = names[id.ID(r.EnterpriseID)]
			out.Body.Items = append(out.Body.Items, e)
		}
		return nil
	}
	var err error
	if enterprise == "" {
		err = s.db.Read(ctx, g, all)
	} else {
		err = s.within(ctx, g, enterprise, s.db.Read, all)
	}
	if err != nil {
		return nil, err
	}
	return out, nil
}

// seen are the kinds of errands that the actor may see, or the one among them.
func (s *Service) seen(tx *db.Tx, only string) ([]string, error) {
	var kinds []string
	for name := range s.kinds {
		ok, err := s.admitted(tx, name)
		if err != nil {
			return nil, err
		}
		if ok && (only == "" || only == name) {
			kinds = append(kinds, name)
		}
	}
	return kinds, nil
}

// Each tells every errand that the actor may see, newest first.
func (s *Service) Each(tx *db.Tx, fn func(api.Errand) error) error {
	const page = 500
	kinds, err := s.seen(tx, "")
	if err != nil || len(kinds) == 0 {
		return err
	}
	for below := newest; ; {
		rows, err := listErrands(tx, tx.Actor().Agency, kinds, below, page)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if err := fn(s.wire(r)); err != nil {
				return err
			}
		}
		if len(rows) < page {
			return nil
		}
		below = rows[page-1].ID
	}
}

// find returns an errand that the transaction's actor may see.
func (s *Service) find(tx *db.Tx, text string) (errandRow, error) {
	errand, err := id.Parse(text)
	if err != nil {
		return errandRow{}, ErrNotFound
	}
	r, err := findErrand(tx, errand, tx.Actor().Agency)
	if err != nil {
		return r, err
	}
	if ok, err := s.admitted(tx, r.Kind); err != nil || !ok {
		return errandRow{}, errors.Join(err, orNil(!ok && err == nil, ErrNotFound))
	}
	return r, nil
}

// within runs fn in a transaction of the one enterprise; an agency's is
// narrowed to it first.
func (s *Service) within(ctx context.Context, g access.Grant, enterprise string, open func(context.Context, access.Grant, func(*db.Tx) error) error, fn func(*db.Tx) error) error {
	owner, err := id.Parse(enterprise)
	if err != nil {
		return db.ErrEnterpriseNotFound
	}
	return open(ctx, g, func(tx *db.Tx) error {
		narrow, err := tx.For(owner)
		if err != nil {
			return err
		}
		return fn(narrow)
	})
}

func (s *Service) read(ctx context.Context, g access.Grant, enterprise, errand string) (*api.ErrandOutput, error) {
	out := &api.ErrandOutput{}
	err := s.within(ctx, g, enterprise, s.db.Read, func(tx *db.Tx) error {
		r, err := s.find(tx, errand)
		out.Body = s.wire(r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) cancel(ctx context.Context, g access.Grant, enterprise, errand string) (*api.ErrandOutput, error) {
	out := &api.ErrandOutput{}
	err := s.within(ctx, g, enterprise, s.db.Write, func(tx *db.Tx) error {
		r, err := s.find(tx, errand)
		if err != nil {
			return err
		}
		if r.State == Cancelled {
			out.Body = s.wire(r)
			return nil
		}
		if cancelled, err := cancel(tx, r.ID); err != nil || !cancelled {
			return errors.Join(err, orNil(!cancelled, ErrOver))
		}
		r, err = s.find(tx, errand)
		out.Body = s.wire(r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// download opens the result. An agency's download is a look.
func (s *Service) download(ctx context.Context, g access.Grant, enterprise, errand string) (*api.Download, error) {
	var r errandRow
	look := g.Actor().Agency != id.Nil
	open := s.db.Read
	if look {
		open = s.db.Write
	}
	err := s.within(ctx, g, enterprise, open, func(tx *db.Tx) (err error) {
		if r, err = s.find(tx, errand); err != nil {
			return err
		}
		if r.State != Done || r.BlobKey == "" {
			return ErrNoResult
		}
		if look {
			return s.looks.RecordLook(tx, "export", r.Title)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	f, err := s.files.Open(ctx, r.BlobKey)
	if errors.Is(err, blob.ErrNotFound) {
		return nil, ErrGone.Because(err)
	}
	if err != nil {
		return nil, fmt.Errorf("open result of errand %s: %w", r.ID, err)
	}
	return &api.Download{Name: r.ResultName, Media: r.ResultMedia, SHA256: r.ResultSHA256, At: r.EndedAt.UTC(), Content: f}, nil
}

// List lists the enterprise's errands, newest first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListErrandsInput) (*api.ErrandsOutput, error) {
	return s.list(ctx, g, in.Page, in.Kind, "")
}

// Read answers how an errand stands.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.ErrandOutput, error) {
	return s.read(ctx, g, in.Enterprise, in.Errand)
}

// Cancel ends an errand that is not over yet.
func (s *Service) Cancel(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.ErrandOutput, error) {
	return s.cancel(ctx, g, in.Enterprise, in.Errand)
}

// Download opens the result.
func (s *Service) Download(ctx context.Context, g access.Grant, in *api.ErrandInput) (*api.Download, error) {
	return s.download(ctx, g, in.Enterprise, in.Errand)
}

// ListArea lists what was asked for in the agency's name, newest first.
func (s *Service) ListArea(ctx context.Context, g access.Grant, in *api.ListAreaErrandsInput) (*api.ErrandsOutput, error) {
	return s.list(ctx, g, in.Page, in.Kind, in.Enterprise)
}

// ReadArea answers how an agency's errand stands.
func (s *Service) ReadArea(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.ErrandOutput, error) {
	return s.read(ctx, g, in.Enterprise, in.Errand)
}

// CancelArea ends an agency's errand.
func (s *Service) CancelArea(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.ErrandOutput, error) {
	return s.cancel(ctx, g, in.Enterprise, in.Errand)
}

// DownloadArea opens the result of an agency's errand.
func (s *Service) DownloadArea(ctx context.Context, g access.Grant, in *api.AreaErrandInput) (*api.Download, error) {
	return s.download(ctx, g, in.Enterprise, in.Errand)
}

// Stopped tells which errands will never be done: they failed, were cancelled, or
// are forgotten.
func (s *Service) Stopped(tx *db.Tx, errands ...id.ID) (map[id.ID]bool, error) {
	stopped := map[id.ID]bool{}
	if len(errands) == 0 {
		return stopped, nil
	}
	states, err := statesOf(tx, errands)
	for _, one := range errands {
		state, there := states[one]
		stopped[one] = !there || state == Failed || state == Cancelled
	}
	return stopped, err
}

// wire is the row as the contract tells it, with how far it is where it runs here.
func (s *Service) wire(r errandRow) api.Errand {
	if at, here := s.live.Load(liveKey{r.EnterpriseID, r.ID}); here && r.State == Running {
		run, _ := at.(*Run)
		run.mu.Lock()
		r.Stage, r.Progress, r.Total = run.stage, run.n, run.of
		run.mu.Unlock()
	}
	e := api.Errand{
		ID: string(r.ID), Kind: r.Kind, Title: r.Title, Enterprise: string(r.EnterpriseID), AskedName: r.AskedName, AskedAt: r.AskedAt.UTC(),
		State: string(r.State), Stage: r.Stage, Progress: r.Progress, Total: r.Total, ErrorCode: r.ErrorCode, ErrorText: r.ErrorText,
		ExpiresAt: r.ExpiresAt.UTC(),
	}
	if r.EndedAt != nil {
		at := r.EndedAt.UTC()
		e.EndedAt = &at
	}
	if r.State == Done && r.BlobKey != "" {
		e.Result = &api.ErrandResult{Name: r.ResultName, Media: r.ResultMedia, Size: r.ResultSize, SHA256: r.ResultSHA256}
	}
	return e
}
