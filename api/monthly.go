package api

import (
	"net/http"
	"time"
)

// The month's minutes (每月工业产品质量安全调度会议纪要).
var (
	ListMonthlies = declare[InEnterprise, MonthliesOutput](Meta{
		ID: "listMonthlies", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/monthly", Permission: "record.monthly.read",
		Summary: "The months that ask for minutes, newest first, with those signed, and the resolutions that are still open",
	})
	DraftMonthly = declare[MonthInput, MonthlyDraftOutput](Meta{
		ID: "draftMonthly", Method: http.MethodGet, Path: "/enterprises/{enterprise}/drafts/monthly/{month}", Permission: "record.monthly.read",
		Summary: "The month's draft: figures computed from the rows, who is invited and who signed attendance, and what was prepared",
	})
	SaveMonthlyDraft = declare[SaveMonthlyDraftInput, MonthlyDraftOutput](Meta{
		ID: "saveMonthlyDraft", Method: http.MethodPut, Path: "/enterprises/{enterprise}/drafts/monthly/{month}", Permission: "record.monthly.prepare",
		Summary: "Keep what was prepared; another's change in between is a conflict",
	})
	AttendMonthly = declare[AttendMonthlyInput, MonthlyDraftOutput](Meta{
		ID: "attendMonthly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/drafts/monthly/{month}/attendance", Permission: "record.monthly.attend",
		Summary: "Sign attendance in one's own session; sealed. Repeating it changes nothing",
	})
	SignMonthly = declare[SignMonthlyInput, MonthlyOutput](Meta{
		ID: "signMonthly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/monthly/{record}", Permission: "record.monthly.sign",
		Summary: "The principal signs the month's minutes: sealed, once. 409 if the figures moved since he read them. Each resolution becomes its owner's obligation",
	})
	CorrectMonthly = declare[CorrectMonthlyInput, MonthlyOutput](Meta{
		ID: "correctMonthly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/monthly/{record}/versions/{version}", Permission: "record.monthly.sign",
		Summary: "更正: a new version of the words with its reason; figures, attendance and resolutions never change",
	})
	ReadMonthly = declare[ReadMonthlyInput, MonthlyOutput](Meta{
		ID: "readMonthly", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/monthly/{record}", Permission: "record.monthly.read",
		Summary: "Minutes with all their versions, and what became of the resolutions",
	})
	ReadMonthlyPaper = declare[ReadMonthlyPaperInput, Blob](Meta{
		ID: "readMonthlyPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/monthly/{record}/paper", Permission: "record.monthly.read", Media: "application/pdf",
		Summary: "《每月工业产品质量安全调度会议纪要》",
	})
	ReadResolution = declare[ReadResolutionInput, ResolutionOutput](Meta{
		ID: "readResolution", Method: http.MethodGet, Path: "/enterprises/{enterprise}/resolutions/{resolution}", Permission: "record.monthly.read",
		Summary: "A resolution with every report about it",
	})
	AdvanceResolution = declare[AdvanceResolutionInput, ResolutionOutput](Meta{
		ID: "advanceResolution", Method: http.MethodPut, Path: "/enterprises/{enterprise}/resolutions/{resolution}/steps/{step}", Permission: "record.monthly.attend",
		Summary: "Its owner reports it done, with a note; the principal may send it back. Sealed",
	})

	InspectMonthlies = declare[InArea, InspectedMonthliesOutput](Meta{
		ID: "inspectMonthlies", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/monthlies", Permission: "inspection.read", Look: "monthly",
		Summary: "附件3 item 2.3: the months with their minutes. A look",
	})
	InspectMonthly = declare[InspectMonthlyInput, MonthlyOutput](Meta{
		ID: "inspectMonthly", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/monthlies/{record}", Permission: "inspection.read", Look: "monthly",
		Summary: "Minutes as the authority reads them: how much advice there was and how much is answered, neither its words nor causes. A look",
	})
	InspectMonthlyPaper = declare[InspectMonthlyPaperInput, Blob](Meta{
		ID: "inspectMonthlyPaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/monthlies/{record}/paper", Permission: "inspection.read", Media: "application/pdf", Look: "paper",
		Summary: "The paper of the minutes as the authority reads them. A look",
	})
)

// MonthInput names a month.
type MonthInput struct {
	InEnterprise
	Month string `path:"month" pattern:"^[0-9]{4}-[0-9]{2}$"`
}

// MonthlyEntry is a month that asks for minutes.
type MonthlyEntry struct {
	Month    string     `json:"month" doc:"2026-11"`
	State    string     `json:"state" enum:"coming,open,done,excused,missed"`
	Opens    time.Time  `json:"opens"`
	Due      time.Time  `json:"due"`
	Record   string     `json:"record,omitempty" doc:"Its minutes"`
	Version  int        `json:"version" doc:"0 while unsigned; more than 1 was corrected"`
	SignedAt *time.Time `json:"signedAt,omitempty"`
	Late     bool       `json:"late" doc:"Signed after the deadline"`
}

// MonthliesOutput lists months.
type MonthliesOutput struct {
	Body struct {
		Items       []MonthlyEntry `json:"items"`
		Resolutions []Resolution   `json:"resolutions" doc:"Not yet done, by deadline"`
	}
}

// InspectedMonthliesOutput answers item 2.3.
type InspectedMonthliesOutput struct {
	Body struct {
		Facts string         `json:"facts" doc:"What the rows say, in a sentence"`
		Said  Sentence       `json:"said" doc:"The facts, for other languages"`
		Items []MonthlyEntry `json:"items"`
	}
}

// MonthlyFigures are what the rows of the month said when they were read. They
// hold no names of people: accounts are named beside them.
type MonthlyFigures struct {
	From        string             `json:"from,omitempty" format:"date" doc:"The first day told: the day after the last ones told by the minutes before, else the first of the month. Absent from minutes sealed before it was kept"`
	To          string             `json:"to,omitempty" format:"date" doc:"The last day told: the last of the month, or the day before the signature if that comes earlier; before from when no day is over yet"`
	Checks      Counts             `json:"checks"`
	Weeks       []MonthlyWeek      `json:"weeks" doc:"Of the weeks that end in the days"`
	Hazards     MonthlyHazards     `json:"hazards"`
	Resolutions []MonthlyOutcome   `json:"resolutions" doc:"Of the last minutes, and older ones that were open in the days"`
	Advices     []MonthlyAdvice    `json:"advices" doc:"Raised or answered in the days or on the day of the meeting, or still waiting"`
	AdviceCount int                `json:"adviceCount"`
	Answered    int                `json:"answered"`
	Events      []MonthlyHappening `json:"events" doc:"Lists approved, people appointed and gone, trainings, changes of licences, what came from outside, recalls"`
}

// MonthlyWeek is a weekly report of the month.
type MonthlyWeek struct {
	Week   string `json:"week" example:"2026-W48"`
	State  string `json:"state" enum:"done,late,open,missed,excused"`
	Record string `json:"record,omitempty" format:"uuid"`
}

// MonthlyHazards counts hazards. The entries are those that were found or
// closed in the days, or on the day of the meeting, or are open.
type MonthlyHazards struct {
	Found   int             `json:"found" doc:"In the days"`
	Closed  int             `json:"closed" doc:"In the days"`
	Open    int             `json:"open" doc:"Now, whenever they were found"`
	Overdue int             `json:"overdue" doc:"Open and past their deadline"`
	Major   int             `json:"major" doc:"重大, found in the days"`
	Sources []Tally         `json:"sources" doc:"Of those found, by source"`
	Causes  []Tally         `json:"causes" doc:"Of those found, by cause; never told to the authority"`
	Repeats []Tally         `json:"repeats" doc:"Items of the list that failed more than once in the days"`
	Entries []MonthlyHazard `json:"entries"`
}

// Tally is a code with how often it came.
type Tally struct {
	Code string `json:"code"`
	N    int    `json:"n"`
}

// MonthlyHazard is a hazard of the month.
type MonthlyHazard struct {
	ID          string `json:"id" format:"uuid"`
	Day         string `json:"day" format:"date"`
	Severity    string `json:"severity" enum:"general,larger,major"`
	Description string `json:"description"`
	State       string `json:"state"`
	Overdue     bool   `json:"overdue"`
	Source      string `json:"source,omitempty"`
}

// MonthlyOutcome is what became of a resolution.
type MonthlyOutcome struct {
	ID    string `json:"id" format:"uuid"`
	Month string `json:"month" doc:"Of the minutes that decided it"`
	What  string `json:"what"`
	Owner string `json:"owner" format:"uuid"`
	Due   string `json:"due" format:"date"`
	State string `json:"state" enum:"open,done,overdue"`
	Note  string `json:"note,omitempty" doc:"Of the last report"`
}

// MonthlyAdvice is an advice of the month with its answer.
type MonthlyAdvice struct {
	ID       string `json:"id" format:"uuid"`
	Number   string `json:"number"`
	Kind     string `json:"kind" enum:"opinion,stop"`
	Day      string `json:"day" format:"date"`
	Text     string `json:"text"`
	RaisedBy string `json:"raisedBy" format:"uuid"`
	State    string `json:"state" enum:"waiting,answered,withdrawn"`
	Overdue  bool   `json:"overdue" doc:"逾期未答复"`
	Outcome  string `json:"outcome,omitempty" enum:"adopted,partly,refused"`
	Reason   string `json:"reason,omitempty"`
	Measures string `json:"measures,omitempty"`
}

// MonthlyHappening is something else that happened in the month.
type MonthlyHappening struct {
	Kind    string `json:"kind" enum:"list,appointed,ended,training,licence,outside,contained" doc:"outside is what came as an order, a complaint or a failed spot check; contained what was stopped, sealed or recalled"`
	Day     string `json:"day" format:"date"`
	Text    string `json:"text"`
	Account string `json:"account,omitempty" format:"uuid"`
}

// MonthlyPerson is somebody in office.
type MonthlyPerson struct {
	Account string   `json:"account" format:"uuid"`
	Name    string   `json:"name"`
	Posts   []string `json:"posts" enum:"principal,director,officer"`
	// Attended is when he signed attendance in his own session.
	Attended *time.Time `json:"attended,omitempty"`
}

// MonthlyDraft is what the month's minutes begin from.
type MonthlyDraft struct {
	MonthlyEntry
	Figures   MonthlyFigures    `json:"figures"`
	Basis     string            `json:"basis" doc:"Digest of the figures; it comes back with the signature"`
	Names     map[string]string `json:"names" doc:"Of the accounts that the figures name"`
	Invited   []MonthlyPerson   `json:"invited" doc:"Everybody in office, the principals first"`
	Hears     string            `json:"hears,omitempty" enum:"director,officer," doc:"Whom the principal hears; nobody where one person holds all posts that report"`
	Draft     string            `json:"draft,omitempty" doc:"What was prepared, as the client wrote it"`
	Revision  int               `json:"revision"`
	SavedName string            `json:"savedName,omitempty"`
	SavedAt   *time.Time        `json:"savedAt,omitempty"`
}

// MonthlyDraftOutput is a draft.
type MonthlyDraftOutput struct{ Body MonthlyDraft }

// SaveMonthlyDraftInput keeps a draft.
type SaveMonthlyDraftInput struct {
	MonthInput
	Body struct {
		Draft    string `json:"draft" maxLength:"200000" doc:"As the client wrote it; not read by the server"`
		Revision int    `json:"revision" minimum:"0" doc:"The one that was read"`
	}
}

// AttendMonthlyInput signs attendance.
type AttendMonthlyInput struct {
	MonthInput
	Body struct {
		Declaration Declaration `json:"declaration"`
	}
}

// MonthlyWords are what the principal and who prepares it for him write.
type MonthlyWords struct {
	HeldAt    time.Time `json:"heldAt" doc:"Not before the month and not in the future"`
	Place     string    `json:"place" maxLength:"100"`
	Mode      string    `json:"mode" enum:"site,video,telephone" doc:"现场, 视频, 电话"`
	Recorder  string    `json:"recorder" format:"uuid" doc:"One of those invited"`
	Heard     string    `json:"heard,omitempty" format:"uuid" doc:"Who reported; required where somebody is heard"`
	Reported  string    `json:"reported,omitempty" maxLength:"4000" doc:"What he reported; required where somebody is heard"`
	Changes   string    `json:"changes,omitempty" maxLength:"2000" doc:"Spot checks, complaints, recalls, licences, beyond what the rows say"`
	Focus     string    `json:"focus" maxLength:"2000" doc:"Next month's focus"`
	Resources string    `json:"resources,omitempty" maxLength:"2000" doc:"Resources decided"`
}

// Attendee says of one who was invited whether he was there.
type Attendee struct {
	Account   string   `json:"account" format:"uuid"`
	Way       string   `json:"way" enum:"own,hand,absent" doc:"Signed in his own session, by hand on the principal's phone, or absent. Nothing is answered by default"`
	Why       string   `json:"why,omitempty" maxLength:"100" doc:"Why absent"`
	Signature []Stroke `json:"signature,omitempty" maxItems:"200" doc:"With hand"`
}

// ResolutionFields is a resolution as decided.
type ResolutionFields struct {
	ID    string `json:"id" format:"uuid" doc:"Minted by the client"`
	What  string `json:"what" maxLength:"300"`
	Owner string `json:"owner" format:"uuid" doc:"One of those in office"`
	Due   string `json:"due" format:"date" doc:"Its last day; at most a year from now"`
}

// SignMonthlyInput signs minutes.
type SignMonthlyInput struct {
	InEnterprise
	Record string `path:"record" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body   struct {
		MonthlyWords
		Month       string             `json:"month" pattern:"^[0-9]{4}-[0-9]{2}$"`
		Basis       string             `json:"basis" doc:"Of the figures that he read"`
		Attendance  []Attendee         `json:"attendance" maxItems:"100" doc:"One for everybody invited but the signer himself"`
		Resolutions []ResolutionFields `json:"resolutions" maxItems:"50"`
		Declaration Declaration        `json:"declaration"`
	}
}

// CorrectMonthlyInput corrects minutes.
type CorrectMonthlyInput struct {
	InEnterprise
	Record  string `path:"record" format:"uuid"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client"`
	Body    struct {
		MonthlyWords
		Corrects    int         `json:"corrects" minimum:"1" doc:"The version that was read"`
		Why         string      `json:"why" maxLength:"300"`
		Declaration Declaration `json:"declaration"`
	}
}

// ReadMonthlyInput names minutes.
type ReadMonthlyInput struct {
	InEnterprise
	Record string `path:"record" format:"uuid"`
}

// ReadMonthlyPaperInput names minutes and the format of their paper.
type ReadMonthlyPaperInput struct {
	ReadMonthlyInput
	PaperFormat
}

// InspectMonthlyPaperInput names minutes of the area and the format of their paper.
type InspectMonthlyPaperInput struct {
	InspectMonthlyInput
	PaperFormat
}

// InspectMonthlyInput names minutes of an enterprise of the area.
type InspectMonthlyInput struct {
	InArea
	Record string `path:"record" format:"uuid"`
}

// Monthly is signed minutes.
type Monthly struct {
	MonthlyEntry
	Number      string            `json:"number" doc:"As printed"`
	Sole        bool              `json:"sole" doc:"一人兼任: nobody but the principal reports, so nobody was heard"`
	SignedName  string            `json:"signedName"`
	SignedPosts []string          `json:"signedPosts" doc:"The posts that his one signature names"`
	Figures     MonthlyFigures    `json:"figures"`
	Names       map[string]string `json:"names"`
	Invited     []MonthlyPerson   `json:"invited"`
	Attendance  []Attendee        `json:"attendance"`
	Resolutions []Resolution      `json:"resolutions"`
	Versions    []MonthlyVersion  `json:"versions" doc:"Oldest first; the last stands"`
	MayCorrect  bool              `json:"mayCorrect"`
}

// MonthlyVersion is one version of the words.
type MonthlyVersion struct {
	Version    int          `json:"version"`
	Words      MonthlyWords `json:"words"`
	Why        string       `json:"why,omitempty"`
	SignedName string       `json:"signedName"`
	SignedAt   time.Time    `json:"signedAt"`
	Signed     string       `json:"signed" enum:"hand,tap"`
}

// MonthlyOutput is minutes.
type MonthlyOutput struct{ Body Monthly }

// Resolution is a resolution of minutes.
type Resolution struct {
	ResolutionFields
	Month     string           `json:"month"`
	Record    string           `json:"record" format:"uuid" doc:"Of the minutes"`
	OwnerName string           `json:"ownerName"`
	State     string           `json:"state" enum:"open,done,overdue"`
	Steps     []ResolutionStep `json:"steps"`
	MayReport bool             `json:"mayReport"`
	MayReturn bool             `json:"mayReturn" doc:"The caller may send it back"`
}

// ResolutionStep is a report about a resolution, or the principal's return.
type ResolutionStep struct {
	ID     string    `json:"id" format:"uuid"`
	Kind   string    `json:"kind" enum:"done,sent_back"`
	Note   string    `json:"note"`
	Photos []string  `json:"photos"`
	Name   string    `json:"name"`
	At     time.Time `json:"at"`
}

// ReadResolutionInput names a resolution.
type ReadResolutionInput struct {
	InEnterprise
	Resolution string `path:"resolution" format:"uuid"`
}

// ResolutionOutput is a resolution.
type ResolutionOutput struct{ Body Resolution }

// AdvanceResolutionInput reports about a resolution.
type AdvanceResolutionInput struct {
	InEnterprise
	Resolution string `path:"resolution" format:"uuid"`
	Step       string `path:"step" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body       struct {
		Kind   string   `json:"kind" enum:"done,sent_back"`
		Note   string   `json:"note" maxLength:"1000"`
		Photos []string `json:"photos,omitempty" maxItems:"9"`
	}
}
