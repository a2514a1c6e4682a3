package demo

import (
	"container/heap"
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/bylaw"
	"zhize/internal/enterprise"
	"zhize/internal/file"
	"zhize/internal/goods"
	"zhize/internal/hazard"
	"zhize/internal/identity"
	"zhize/internal/ledger"
	"zhize/internal/licence"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/photo"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/record"
	"zhize/internal/regulator"
	"zhize/internal/reminder"
	"zhize/internal/risklist"
	"zhize/internal/training"
)

// Services are those that the invented people use.
type Services struct {
	DB           *db.DB
	Identity     *identity.Service
	Regulator    *regulator.Service
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Obligations  *obligation.Service
	Records      *record.Service
	Hazards      *hazard.Service
	Advices      *advice.Service
	Months       *record.Months
	Photos       *photo.Service
	Files        *file.Service
	Trainings    *training.Service
	Bylaws       *bylaw.Service
	Licences     *licence.Service
	Goods        *goods.Service
	Ledger       *ledger.Service
	Notices      *notice.Service
	Reminders    *reminder.Service
}

// span is how many days the demo reaches back.
const span = 60

// Random is the randomness of a demo that ends on the day: the same each time.
func Random(day clock.Day) io.Reader {
	var seed [32]byte
	copy(seed[:], "zhize demo "+string(day))
	return rand.NewChaCha8(seed)
}

// Start is where the clock of a demo that ends at the instant begins.
func Start(now time.Time) time.Time { return clock.DayOf(now).Add(-span).At(6 * 60) }

// Build fills an empty database with the demo up to now. The clock stands at
// [Start] and is the database's; it stands at now afterwards.
func Build(ctx context.Context, s Services, clk *clock.Set, now time.Time, random io.Reader) error {
	s.DB.SetRandom(random)
	b := &builder{Services: s, clk: clk, now: now, today: clock.DayOf(now), random: random, shops: enterprises()}
	var seed [8]byte
	if _, err := io.ReadFull(random, seed[:]); err != nil {
		return fmt.Errorf("no randomness: %w", err)
	}
	b.seed = binary.BigEndian.Uint64(seed[:])
	if err := b.authority(ctx); err != nil {
		return fmt.Errorf("found the authority: %w", err)
	}
	for i, one := range b.shops {
		one.number = i
		b.at(b.day(one.begins).At(8*60+30+4*i), func(ctx context.Context) error { return b.open(ctx, one) })
	}
	for day := b.today.Add(-span + 1); !day.After(b.today); day = day.Add(1) {
		b.at(day.At(5), b.midnight)
	}
	b.watch()
	b.reminders()
	if err := b.run(ctx); err != nil {
		return err
	}
	clk.Move(now)
	return b.ring(ctx)
}

// builder moves the clock from event to event.
type builder struct {
	Services
	clk    *clock.Set
	now    time.Time
	today  clock.Day
	random io.Reader
	seed   uint64
	events events
	pushed int
	shops  []*shop

	district, city agency
	offices        []*agency
}

// day returns the day so many days ago.
func (b *builder) day(ago int) clock.Day { return b.today.Add(-ago) }

// ago says how many days before today the clock stands.
func (b *builder) ago() int { return b.today.Sub(clock.DayOf(b.clk.Now())) }

// newID mints an id as a phone would.
func (b *builder) newID() string { return string(id.New(b.clk.Now(), b.random)) }

// dice returns choices that depend on nothing but the enterprise, the day and
// which of its checks it is,
// so that a demo built in the evening continues that of the morning.
func (b *builder) dice(s *shop, day clock.Day, nth int) *rand.Rand {
	return rand.New(rand.NewPCG(b.seed, uint64(s.number)<<32|uint64(b.today.Sub(day))<<16|uint64(nth))) //nolint:gosec // a demo's choices, counted from nought
}

// event is something that happens at its time.
type event struct {
	at    time.Time
	order int
	do    func(context.Context) error
}

type events []event

func (e events) Len() int { return len(e) }
func (e events) Less(i, j int) bool {
	return e[i].at.Before(e[j].at) || e[i].at.Equal(e[j].at) && e[i].order < e[j].order
}
func (e events) Swap(i, j int) { e[i], e[j] = e[j], e[i] }

// Push and Pop are those of container/heap.
func (e *events) Push(x any) { *e = append(*e, x.(event)) } //nolint:forcetypeassert // only events are pushed

func (e *events) Pop() any {
	old := *e
	last := old[len(old)-1]
	*e = old[:len(old)-1]
	return last
}

// at lets something happen. What lies after now does not happen, and what
// would lie in the past happens at once.
func (b *builder) at(t time.Time, do func(context.Context) error) {
	t = clock.Cut(t)
	if t.After(b.now) {
		return
	}
	if t.Before(b.clk.Now()) {
		t = b.clk.Now()
	}
	b.pushed++
	heap.Push(&b.events, event{t, b.pushed, do})
}

func (b *builder) run(ctx context.Context) error {
	for len(b.events) > 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		e := heap.Pop(&b.events).(event) //nolint:forcetypeassert // only events are pushed
		if e.at.After(b.clk.Now()) {
			b.clk.Move(e.at)
		}
		if err := e.do(ctx); err != nil {
			return fmt.Errorf("at %s: %w", e.at.In(clock.Shanghai).Format("2006-01-02 15:04"), err)
		}
	}
	return nil
}

// midnight rings the bells and lets every enterprise plan its day.
func (b *builder) midnight(ctx context.Context) error {
	if err := b.ring(ctx); err != nil {
		return err
	}
	for _, s := range b.shops {
		if err := b.plan(ctx, s); err != nil {
			return fmt.Errorf("plan the day of %s: %w", s.name, err)
		}
	}
	b.weeks()
	return nil
}

func (b *builder) ring(ctx context.Context) error {
	if err := b.Obligations.Sweep(ctx); err != nil {
		return err
	}
	if err := b.Obligations.CloseDays(ctx); err != nil {
		return err
	}
	return b.Ledger.Checkpoint(ctx)
}

// person is somebody invented.
type person struct {
	account     id.ID
	name        string
	login       string
	roles       []access.Role
	enterprise  id.ID
	agency      *agency
	appointment map[access.Role]string
}

// grant is what the policy grants the person for the operation.
func (p *person) grant(m api.Meta) (access.Grant, error) {
	a := access.Actor{Account: p.account, Name: p.name, Roles: p.roles, Enterprise: p.enterprise}
	if p.agency != nil {
		a.Agency, a.Path = p.agency.id, p.agency.path
	}
	g, err := access.Standard.Check(a, access.Permission(m.Permission), access.Call{Operation: m.ID})
	if err != nil {
		return access.Grant{}, fmt.Errorf("%s may not %s: %w", p.name, m.ID, err)
	}
	return g, nil
}

// as calls a service in the person's name. It takes a second.
func as[In, Out any](ctx context.Context, b *builder, p *person, m api.Meta, call func(context.Context, access.Grant, *In) (*Out, error), in *In) (*Out, error) {
	g, err := p.grant(m)
	if err != nil {
		return nil, err
	}
	if later := b.clk.Now().Add(time.Second); !later.After(b.now) {
		b.clk.Move(later)
	}
	out, err := call(ctx, g, in)
	if err != nil {
		return nil, fmt.Errorf("%s as %s: %w", m.ID, p.name, err)
	}
	return out, nil
}
