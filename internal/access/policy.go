package access

// Role is the capacity in which a person acts.
type Role string

// The roles. A role of the enterprise's side is a post in office; a role of
// the authority's side is held in one agency.
const (
	// Principal is the 主要负责人.
	Principal Role = "principal"
	// Director is the 质量安全总监.
	Director Role = "director"
	// Officer is the 质量安全员.
	Officer Role = "officer"
	// Appointee has a letter of appointment and has not answered it: he reads it
	// and answers, and nothing else. The post begins with his acceptance.
	Appointee Role = "appointee"
	// Supervisor is a supervising officer (监管人员) of an agency.
	Supervisor Role = "supervisor"
	// Chief heads an agency (机构负责人) and keeps its people and assignments.
	Chief Role = "chief"
)

// Roles lists all roles in the order of the permission matrix.
func Roles() []Role { return []Role{Principal, Director, Officer, Appointee, Supervisor, Chief} }

// Permission names what may be done: noun, thing, verb.
type Permission string

// The two permissions that need no role.
const (
	PermPublic Permission = "public"
	PermSelf   Permission = "self"
)

// Policy says which roles hold which permission.
type Policy map[Permission][]Role

var (
	everyPost = []Role{Principal, Director, Officer}
	named     = []Role{Principal, Director, Officer, Appointee}
	managers  = []Role{Principal, Director}
	principal = []Role{Principal}
	authority = []Role{Supervisor, Chief}
	chief     = []Role{Chief}
)

// Standard is the policy of the product, a paragraph a noun.
var Standard = Policy{
	"enterprise.read":            everyPost,
	"enterprise.edit":            managers,
	"enterprise.business.report": managers,
	"enterprise.site.edit":       managers,
	"enterprise.product.edit":    managers,

	"appointment.read":     everyPost,
	"appointment.make":     principal,
	"appointment.withdraw": everyPost,
	"appointment.end":      principal,
	"appointment.deputise": everyPost,
	"appointment.resign":   everyPost,
	"appointment.letter":   named,
	"appointment.answer":   named,

	"appointment.matrix.edit": managers,

	"staffing.read":   authority,
	"staffing.decide": chief,

	"risklist.read":    everyPost,
	"risklist.draft":   managers,
	"risklist.approve": principal,

	"obligation.read":            everyPost,
	"obligation.pattern.edit":    managers,
	"obligation.suspension.file": everyPost,
	"obligation.suspension.sign": principal,

	"record.daily.read":    everyPost,
	"record.daily.submit":  {Officer, Director},
	"record.daily.correct": {Officer, Director},
	"record.daily.review":  {Director, Principal},

	"record.weekly.read":        everyPost,
	"record.weekly.sign":        {Director, Officer},
	"record.weekly.acknowledge": principal,
	"record.monthly.read":       everyPost,
	"record.monthly.attend":     everyPost,
	"record.monthly.prepare":    managers,
	"record.monthly.sign":       principal,

	"photo.read":   everyPost,
	"photo.upload": everyPost,

	"file.read":   everyPost,
	"file.upload": everyPost,

	"hazard.read":         everyPost,
	"hazard.report":       everyPost,
	"hazard.advance":      everyPost,
	"hazard.order":        authority,
	"hazard.order.close":  authority,
	"hazard.order.assign": chief,
	"hazard.receipt":      authority,

	"dossier.read":       everyPost,
	"errand.read":        everyPost,
	"errand.cancel":      everyPost,
	"errand.area.read":   authority,
	"errand.area.cancel": authority,

	"advice.read":   everyPost,
	"advice.raise":  {Officer, Director},
	"advice.answer": principal,
	"licence.read":  everyPost,
	"licence.keep":  everyPost,

	"bylaw.read":    everyPost,
	"bylaw.draft":   managers,
	"bylaw.approve": principal,
	"bylaw.confirm": everyPost,

	"training.read":     everyPost,
	"training.plan":     managers,
	"training.organise": everyPost,
	"training.attend":   everyPost,
	"goods.read":        everyPost,
	"goods.log":         everyPost,
	"goods.handle":      everyPost,
	"goods.commission":  managers,
	"goods.receipt":     authority,

	"notice.channel.read":   managers,
	"notice.channel.edit":   managers,
	"notice.delivery.read":  managers,
	"notice.delivery.retry": managers,

	"reminder.ladder.read": everyPost,
	"reminder.ladder.edit": managers,

	"home.read": everyPost,
	// Of every post, the service admits managers and whoever keeps the enterprise alone.
	"document.pack":      everyPost,
	"document.area.pack": authority,
	"exchange.read":      everyPost,
	"exchange.import":    managers,
	"exchange.export":    everyPost,

	"transcript.read":  everyPost,
	"transcript.enter": managers,

	"ledger.export":  managers,
	"ledger.receipt": everyPost,

	"regulator.look.read": everyPost,

	"audit.read": managers,

	"area.read": authority,

	"inspection.read":   authority,
	"inspection.export": authority,

	"enterprise.found":        authority,
	"enterprise.open_account": authority,
	"enterprise.assign":       chief,

	"obligation.excuse": authority,

	"regulator.member.read": authority,
	"regulator.member.edit": chief,
	"regulator.audit.read":  chief,

	"reference.read": append(append([]Role(nil), everyPost...), authority...),
}

func (p Policy) allows(held []Role, permission Permission) bool {
	for _, role := range p[permission] {
		for _, h := range held {
			if role == h {
				return true
			}
		}
	}
	return false
}

// Of lists the permissions that the roles hold together, for the buttons of
// the front end. Hiding is courtesy; the server decides.
func (p Policy) Of(held []Role) []Permission {
	var all []Permission
	for permission := range p {
		if p.allows(held, permission) {
			all = append(all, permission)
		}
	}
	return all
}
