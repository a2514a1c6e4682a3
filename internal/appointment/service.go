package appointment

import (
	"context"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// The refusals of appointments.
var (
	ErrInput          = fault.New(fault.Invalid, "appointment.input.invalid", "填写的内容有误，请按提示修改后重新提交。")
	ErrNotFound       = fault.New(fault.NotFound, "appointment.not_found", "没有找到该任命，请刷新后重试。")
	ErrPersonNotFound = fault.New(fault.NotFound, "appointment.person_not_found", "本单位没有这名人员，请先任命，或者填写姓名和登录名新增。")
	ErrSiteNotFound   = fault.New(fault.NotFound, "appointment.site_not_found", "没有找到该场所，请刷新后重试。")
	ErrSiteClosed     = fault.New(fault.Conflict, "appointment.site_closed", "该场所已关闭，请选择在营的场所。")
	ErrProduct        = fault.New(fault.NotFound, "appointment.product_not_found", "没有找到该产品，或者产品已停止经营，请刷新后重新选择。")
	ErrTerm           = fault.New(fault.Invalid, "appointment.term", "任期的最后一天应在明天以后、十年以内；不设任期的，请留空。")
	ErrHeld           = fault.New(fault.Conflict, "appointment.held", "该人员已在该岗位任职，不需要重复任命。")
	ErrWaiting        = fault.New(fault.Conflict, "appointment.waiting", "给该人员的同岗位任命书还在等本人答复，请等待答复，或者先撤回原任命书。")
	ErrReplaces       = fault.New(fault.Conflict, "appointment.replaces", "被接替的任命已经结束或者不是同一岗位，请刷新后重新选择。")
	ErrNotYours       = fault.New(fault.Forbidden, "appointment.not_yours", "只能由被任命人本人办理。")
	ErrAnswered       = fault.New(fault.Conflict, "appointment.answered", "这份任命书已经答复或者已被撤回，请刷新查看。")
	ErrLapsed         = fault.New(fault.Conflict, "appointment.lapsed", "这份任命书的任期已过，没有在期内答复，已经失效。需要的，请重新任命或者重新指定代理人。")
	ErrRefusal        = fault.New(fault.Invalid, "appointment.refusal", "不接受任命的，请写明原因。")
	ErrDeclaration    = fault.New(fault.Invalid, "appointment.declaration", "请阅读并确认履职承诺；手写签名不完整的，请清除后重新签名。")
	ErrLastPrincipal  = fault.New(fault.Conflict, "appointment.last_principal", "这是唯一在任的主要负责人，不能免去或辞任。请先任命新的主要负责人并由其接受，再免去原任。")
	ErrLastDay        = fault.New(fault.Invalid, "appointment.last_day", "最后任职日应在明天以后、九十天以内，并且早于任期届满之日；马上离任的，请选择立即离任。")
	ErrResigned       = fault.New(fault.Conflict, "appointment.resigned", "已经提交辞任并定下最后任职日，不能再改。需要改日的，请先撤回辞任；需要提前离开的，请选择立即离任。")
	ErrEnded          = fault.New(fault.Conflict, "appointment.ended", "该任命已经结束，不能再指定代理人。请刷新查看。")
	ErrSuccessor      = fault.New(fault.Conflict, "appointment.successor", "接手人应是本单位其他在任人员，请重新选择，或者留给岗位。")
	ErrDeputyOfDeputy = fault.New(fault.Conflict, "appointment.deputy.of_deputy", "代理人不能再转托他人代理，请由本人或主要负责人重新指定。")
	ErrDeputySelf     = fault.New(fault.Conflict, "appointment.deputy.self", "不能指定任职者本人为代理人，请选择本单位其他人员。")
	ErrDeputyOver     = fault.New(fault.Conflict, "appointment.deputy.over", "您要代理的人员或者您本人已经不在任，这项代理不再有效。请刷新查看。")
	ErrDeputyUntil    = fault.New(fault.Invalid, "appointment.deputy.until", "代理期限应为今天起30天以内，到期可以再次指定。")
	ErrNoPaper        = fault.New(fault.NotFound, "appointment.no_paper", "这项任命没有该文书：早期登记的任命没有任命书，任期届满的没有任免调整文件。")
)

// Service keeps the appointments.
type Service struct {
	db       *db.DB
	ledger   *ledger.Service
	duties   *obligation.Service
	accounts Accounts
	roles    Roles
	on       Neighbours
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, o *obligation.Service, a Accounts, r Roles) *Service {
	return &Service{db: d, ledger: l, duties: o, accounts: a, roles: r}
}

// Connect joins those who are made later because they use this service. It is
// called once, while the program is assembled.
func (s *Service) Connect(n Neighbours) { s.on = n }

// List returns all appointments and letters.
func (s *Service) List(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.AppointmentsOutput, error) {
	var out api.AppointmentsOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Items, err = s.list(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// Letters returns what concerns the caller himself.
func (s *Service) Letters(ctx context.Context, g access.Grant, in *api.InEnterprise) (*api.AppointmentsOutput, error) {
	out, err := s.List(ctx, g, in)
	if err != nil {
		return nil, err
	}
	mine := string(g.Actor().Account)
	out.Body.Items = slices.DeleteFunc(out.Body.Items, func(a api.Appointment) bool { return a.Account != mine })
	return out, nil
}

// Read returns one appointment. Who is only to accept a letter reads his own.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.OneAppointmentInput) (*api.AppointmentOutput, error) {
	var out api.AppointmentOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		b, err := readBook(tx)
		if err != nil {
			return err
		}
		out.Body, err = b.one(tx, canonical(in.Appointment))
		return err
	})
	if err != nil {
		return nil, err
	}
	return &out, nil
}

// one returns an appointment as the caller may see it.
func (b book) one(tx *db.Tx, appointment id.ID) (api.Appointment, error) {
	w, ok := b.wireOf(appointment, tx.Now())
	if !ok || w.Account != string(tx.Actor().Account) && onlyAppointee(tx.Actor()) {
		return api.Appointment{}, ErrNotFound
	}
	return w, nil
}

// onlyAppointee reports whether the person has nothing here but a letter.
func onlyAppointee(a access.Actor) bool { return len(a.Roles) == 1 && a.Is(access.Appointee) }

func (s *Service) list(tx *db.Tx) ([]api.Appointment, error) {
	b, err := readBook(tx)
	if err != nil {
		return nil, err
	}
	return b.wire(tx.Now()), nil
}

// wire lists pending letters, then appointments in office, then what is over.
func (b book) wire(at time.Time) []api.Appointment {
	pending, over := []api.Appointment{}, []api.Appointment{}
	for _, l := range b.inOrder() {
		switch {
		case l.awaits(at):
			pending = append(pending, b.wireLetter(l, at))
		case l.Answer != Accepted:
			over = append(over, b.wireLetter(l, at))
		}
	}
	b.roster.Sort(at)
	for _, a := range b.roster {
		pending = append(pending, b.wireAppointment(a, at))
	}
	return append(pending, over...)
}

func (b book) wireOf(appointment id.ID, at time.Time) (api.Appointment, bool) {
	if a, ok := b.roster.Find(appointment); ok {
		return b.wireAppointment(a, at), true
	}
	if l, ok := b.letters[appointment]; ok {
		return b.wireLetter(l, at), true
	}
	return api.Appointment{}, false
}

func (b book) wireAppointment(a Appointment, at time.Time) api.Appointment {
	w := b.wired(a)
	if l, ok := b.letters[a.ID]; ok {
		w.fill(l)
	}
	w.State, w.InOffice, w.Concurrent = "ended", a.InOffice(at), b.roster.Concurrent(a, at)
	w.Resignations = b.wireResignations(a)
	r, resigned := b.resignations[a.ID]
	if resigned && a.EndedAt == nil {
		w.EndedWhy = r.Reason
	}
	switch e, ok := b.endings[a.ID]; {
	case w.InOffice:
		w.State, w.LastDay = "in_office", string(r.LastDay)
	case ok:
		w.EndedKind, w.Successor = e.Kind, e.SuccessorName
	case resigned:
		w.EndedKind, w.Successor = Resigned, r.SuccessorName
	case a.EndedAt == nil:
		w.EndedKind = Expired
	default:
		w.EndedKind = Dismissed
	}
	return w.Appointment
}

func (b book) wireLetter(l Letter, at time.Time) api.Appointment {
	w := b.wired(l.Appointment)
	w.fill(l)
	switch w.State = string(l.Answer); {
	case l.lapsed(at):
		w.State = "lapsed"
	case l.Answer == Pending:
		w.State = "pending"
		by := l.answerBy()
		w.AnswerBy = &by
	}
	return w.Appointment
}

type wired struct{ api.Appointment }

func (b book) wired(a Appointment) wired {
	holder, _ := b.roster.Find(a.DeputyOf)
	return wired{api.Appointment{
		ID: string(a.ID), Account: string(a.Account), PersonName: a.PersonName, Post: string(a.Post), Employment: a.Employment,
		Sites: texts(a.Sites), Products: texts(a.Products), DeputyOf: string(a.DeputyOf), DeputyFor: holder.PersonName,
		From: a.From, Until: a.Until, EndedAt: a.EndedAt, EndedWhy: a.EndedWhy,
	}}
}

// fill adds what stands in the letter.
func (w *wired) fill(l Letter) {
	w.Number, w.Veto, w.Report, w.Duties, w.Replaces, w.MadeName = l.number(), l.Veto, l.Report, l.Duties, string(l.Replaces), l.MadeName
	if l.Answer != Pending {
		at := l.AnsweredAt
		w.AnsweredAt, w.AnswerWhy = &at, l.AnswerWhy
	}
	if w.Until == nil && l.UntilDay != "" {
		until := l.UntilDay.Add(1).Start()
		w.Until = &until
	}
}

func texts(ids []id.ID) []string {
	all := make([]string, len(ids))
	for n, i := range ids {
		all[n] = string(i)
	}
	return all
}

// open locks the enterprise and reads its book.
func (s *Service) open(tx *db.Tx) (owner string, b book, err error) {
	if owner, err = lockEnterprise(tx); err != nil {
		return "", book{}, err
	}
	b, err = readBook(tx)
	return owner, b, err
}

func parse(f *enterprise.Form, pointer, s string) id.ID {
	i, err := id.Parse(s)
	if err != nil {
		f.Refuse(pointer, words.Say("appointment.input.id", "编号格式不正确，请刷新后重试。"))
	}
	return i
}

// canonical reads an id of the path; a malformed one is that of nothing.
func canonical(s string) id.ID {
	i, err := id.Parse(s)
	if err != nil {
		return id.Nil
	}
	return i
}

// lastInstant is the end of a term's last day.
func lastInstant(day clock.Day) *time.Time {
	if day == "" {
		return nil
	}
	end := day.Add(1).Start()
	return &end
}
