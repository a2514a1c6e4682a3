package appointment

import (
	"fmt"
	"slices"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
)

// The kinds of obligations that begin here.
const (
	// KindAccept asks the person to answer his letter; its subject is the letter.
	KindAccept = "appointment_accept"
	// KindTerm asks the principal to renew a term or to let it end, or who is to
	// follow one who resigned; its subject is the appointment, its day the last.
	KindTerm = "appointment_term"
	// KindGap asks the principal to fill what the staffing rules lack; its
	// subject is the enterprise, its day the one on which the gap opened.
	KindGap = "staffing_gap"
)

const (
	// daysToAnswer is how long a letter waits, daysBeforeEnd how early the end
	// of a term is announced, daysToFill what a gap is given. They are the
	// product's own, no law's.
	daysToAnswer  = 3
	daysBeforeEnd = 30
	daysToFill    = 7
	// longestTerm is for how many days ahead a term may end, longestNotice for
	// how many a last day may be given.
	longestTerm   = 3653
	longestNotice = 90
)

// Employment of a person in a post.
const (
	FullTime = "full_time"
	PartTime = "part_time"
)

// Answer is what became of a letter; a letter without one is pending.
type Answer string

// The answers.
const (
	Pending   Answer = ""
	Accepted  Answer = "accepted"
	Refused   Answer = "refused"
	Withdrawn Answer = "withdrawn"
)

// Letter appoints a person; its id is that of the appointment it becomes.
type Letter struct {
	Appointment // From is when the letter was made
	Number      int
	Day         clock.Day
	UntilDay    clock.Day
	// Veto is the right to propose that production or sale be stopped, Report
	// the right to report to the principal directly.
	Veto, Report bool
	Duties       string
	// Replaces is the appointment that ends when this letter is accepted.
	Replaces id.ID
	MadeBy   id.ID // none where nobody's account made it
	MadeName string
	Signed   string // the maker's declaration as JSON; empty where he gave none

	Answer      Answer
	AnswerWhy   string
	AnsweredAt  time.Time
	AnsweredBy  string
	AnsweredID  id.ID  // the account behind AnsweredBy
	Declaration string // JSON, as it was given
}

// number is how papers cite the letter.
func (l Letter) number() string { return fmt.Sprintf("任〔%d〕%d号", l.Day.Year(), l.Number) }

// answerBy is the last minute in which the letter is answered in time.
func (l Letter) answerBy() time.Time {
	by := l.Day.Add(daysToAnswer)
	if l.UntilDay != "" && l.UntilDay.Before(by) {
		by = l.UntilDay
	}
	return by.At(24*60 - 1)
}

// lapsed reports whether the term ran out before the letter was answered. Like
// [Expired], nothing is written then.
func (l Letter) lapsed(at time.Time) bool {
	return l.Answer == Pending && l.UntilDay != "" && !at.Before(*lastInstant(l.UntilDay))
}

// awaits reports whether the letter can be answered still.
func (l Letter) awaits(at time.Time) bool { return l.Answer == Pending && !l.lapsed(at) }

// Ending is how an appointment ended before its term.
type Ending struct {
	Appointment   id.ID
	Number        int
	Kind          string
	Reason        string
	Successor     id.ID
	SuccessorName string
	Handed        []Handed
	By            id.ID // whose act it was; none where the rows are older
	ByName        string
	Signed        string // as of a letter
	At            time.Time
}

// The kinds of endings.
const (
	Dismissed = "dismissed"
	Resigned  = "resigned"
	Replaced  = "replaced"
	Renewed   = "renewed"
	// Expired is no ending of its own: the term ran out.
	Expired = "expired"
)

// number is how papers cite the ending.
func (e Ending) number() string {
	return fmt.Sprintf("免〔%d〕%d号", clock.DayOf(e.At).Year(), e.Number)
}

// Handed is an open duty that went from one person to another or to the post.
type Handed struct {
	Kind    string    `json:"kind"`
	Subject id.ID     `json:"subject"`
	Day     clock.Day `json:"day"`
	Title   string    `json:"title"`
	Due     time.Time `json:"due"`
}

// book is all that is known about an enterprise's appointments.
type book struct {
	roster       Roster
	letters      map[id.ID]Letter
	lettersOf    map[id.ID][]id.ID // by the person: a file may bring thousands
	endings      map[id.ID]Ending
	resignations map[id.ID]Resignation   // those that stand
	given        map[id.ID][]Resignation // all, the first one first
}

// file puts a letter that is new into the book.
func (b *book) file(l Letter) {
	b.letters[l.ID] = l
	b.lettersOf[l.Account] = append(b.lettersOf[l.Account], l.ID)
}

// waiting reports whether the same letter awaits the person's answer already:
// for the post, or to act for the same holder.
func (b book) waiting(like Letter, at time.Time) bool {
	return slices.ContainsFunc(b.lettersOf[like.Account], func(letter id.ID) bool {
		l := b.letters[letter]
		return l.awaits(at) && l.Post == like.Post && l.DeputyOf == like.DeputyOf
	})
}

// known returns the name by which the enterprise knows the person, be it from a
// letter that awaits its answer.
func (b book) known(account id.ID) (string, bool) {
	if a, ok := b.roster.Person(account); ok {
		return a.PersonName, true
	}
	if all := b.lettersOf[account]; len(all) > 0 {
		return b.letters[all[0]].PersonName, true
	}
	return "", false
}

// usual are the duties a letter prints where nothing else was said: the
// product's text for the enterprise's own paper, no quotation of a law.
var usual = map[reference.Post]string{
	reference.Principal: "一、对本单位产品质量安全工作全面负责。\n二、支持和保障质量安全总监、质量安全员履职，作出涉及产品质量安全的重大决策前听取其意见建议。\n三、批准风险管控清单，每月听取工作汇报，对否决建议立即组织研判并处置。",
	reference.Director:  "一、对主要负责人负责，组织拟定质量安全管理制度和风险管控清单并督促落实。\n二、组织每周风险隐患排查，向主要负责人报告质量安全状况。\n三、管理、督促、指导质量安全员，组织培训，配合监督检查。",
	reference.Officer:   "一、按风险管控清单每日检查，如实记录，未发现问题的实行零风险报告。\n二、发现隐患立即采取防范措施，按程序报告，跟踪整改直至销号。\n三、管理并保存检查、进货、出厂等质量安全记录，配合监督检查。",
}

// Commitment is what the person declares by accepting.
const Commitment = "本人已阅读任命书，清楚岗位职责和授权，接受任命，承诺依法如实履行质量安全职责。"
