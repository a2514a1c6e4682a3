package api

import (
	"net/http"
	"time"
)

// The weekly report (《每周工业产品质量安全排查治理报告》, 附件3 item 2.2). Its figures
// are the system's, from rows; its words are the director's.
var (
	ListWeeklies = declare[ListWeekliesInput, WeekliesOutput](Meta{
		ID: "listWeeklies", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/weekly", Permission: "record.weekly.read",
		Summary: "The weeks of a year, newest first: signed, to be signed, excused, missed",
	})
	ReadWeeklyDraft = declare[ReadWeeklyInput, WeeklyDraftOutput](Meta{
		ID: "readWeeklyDraft", Method: http.MethodGet, Path: "/enterprises/{enterprise}/drafts/weekly/{week}", Permission: "record.weekly.read",
		Summary: "A week's report before it is signed: the figures up to now with their rows, and the caller's saved words",
	})
	SaveWeeklyDraft = declare[SaveWeeklyDraftInput, Done](Meta{
		ID: "saveWeeklyDraft", Method: http.MethodPut, Path: "/enterprises/{enterprise}/drafts/weekly/{week}", Permission: "record.weekly.sign", Status: http.StatusNoContent,
		Summary: "Keep a copy of the caller's words",
	})
	SignWeekly = declare[SignWeeklyInput, WeeklyOutput](Meta{
		ID: "signWeekly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/weekly/{week}", Permission: "record.weekly.sign",
		Summary: "Sign the week's report, sealed, once: by the director, or by the officer where no director is in office. If the figures have moved since they were read, it is a conflict that carries the new ones",
	})
	CorrectWeekly = declare[CorrectWeeklyInput, WeeklyOutput](Meta{
		ID: "correctWeekly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/weekly/{week}/versions/{version}", Permission: "record.weekly.sign",
		Summary: "更正: a new version of the words with its reason; both stay visible and the figures never move",
	})
	ReadWeekly = declare[ReadWeeklyInput, WeeklyOutput](Meta{
		ID: "readWeekly", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/weekly/{week}", Permission: "record.weekly.read",
		Summary: "A signed report with all its versions",
	})
	AcknowledgeWeekly = declare[AcknowledgeWeeklyInput, WeeklyOutput](Meta{
		ID: "acknowledgeWeekly", Method: http.MethodPut, Path: "/enterprises/{enterprise}/records/weekly/{week}/acknowledgement", Permission: "record.weekly.acknowledge",
		Summary: "阅知: the principal has read the report; sealed, once a version",
	})
	ReadWeeklyPaper = declare[ReadWeeklyPaperInput, Blob](Meta{
		ID: "readWeeklyPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/records/weekly/{week}/paper", Permission: "record.weekly.read", Media: "application/pdf",
		Summary: "《每周工业产品质量安全排查治理报告》 as PDF",
	})

	InspectWeeklies = declare[InspectWeekliesInput, WeekliesOutput](Meta{
		ID: "inspectWeeklies", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/weekly", Permission: "inspection.read", Look: "weekly",
		Summary: "附件3 item 2.2: the weeks of a year. A look",
	})
	InspectWeekly = declare[InspectWeeklyInput, WeeklyOutput](Meta{
		ID: "inspectWeekly", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/weekly/{week}", Permission: "inspection.read", Look: "weekly",
		Summary: "One weekly report, without root causes. A look",
	})
	InspectWeeklyPaper = declare[InspectWeeklyPaperInput, Blob](Meta{
		ID: "inspectWeeklyPaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/weekly/{week}/paper", Permission: "inspection.read", Look: "paper", Media: "application/pdf",
		Summary: "The paper of a weekly report, without root causes. A look",
	})
)

// ListWeekliesInput names a year.
type ListWeekliesInput struct {
	InEnterprise
	Year int `query:"year" minimum:"2000" maximum:"2999" doc:"The ISO year of the weeks; the present one if absent"`
}

// ReadWeeklyInput names a week.
type ReadWeeklyInput struct {
	InEnterprise
	Week string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$" doc:"ISO 8601: 2026-W53 ends on 3 January 2027"`
}

// ReadWeeklyPaperInput names a week and the format of its paper.
type ReadWeeklyPaperInput struct {
	ReadWeeklyInput
	PaperFormat
}

// WeekliesOutput lists weeks.
type WeekliesOutput struct {
	Body struct {
		Year  int           `json:"year"`
		Years []int         `json:"years" doc:"The years that have weeks, newest first"`
		Items []WeeklyEntry `json:"items"`
	}
}

// WeeklyEntry is a week in a list. A week in which no check is due is excused:
// it is neither done nor missed.
type WeeklyEntry struct {
	Week  string        `json:"week"`
	State string        `json:"state" enum:"coming,open,done,excused,missed"`
	First string        `json:"first" format:"date"`
	Last  string        `json:"last" format:"date"`
	Due   time.Time     `json:"due"`
	Sign  *WeeklySigned `json:"signed,omitempty"`
}

// WeeklySigned is how and when a report was signed, as of its latest version.
type WeeklySigned struct {
	ID       string    `json:"id" format:"uuid"`
	Version  int       `json:"version" doc:"More than 1 has been corrected"`
	From     string    `json:"from" format:"date"`
	To       string    `json:"to" format:"date"`
	Cutoff   time.Time `json:"cutoff"`
	Lateness string    `json:"lateness" enum:"on_time,backfilled"`
	Reason   string    `json:"reason,omitempty" doc:"With 补录: why late"`
	Name     string    `json:"name"`
	Posts    []string  `json:"posts" enum:"principal,director,officer" doc:"Every post in which the person signed (一人兼任)"`
	At       time.Time `json:"at"`
	Missed   int       `json:"missed"`
	Found    int       `json:"found"`
	Open     int       `json:"open" doc:"Hazards that were open at the cut-off"`
	// Read is the principal's 阅知 of the latest version.
	Read *WeeklyRead `json:"read,omitempty"`
	// Unread says that it still waits for the principal.
	Unread bool `json:"unread"`
}

// WeeklyRead is a 阅知.
type WeeklyRead struct {
	Name string    `json:"name"`
	At   time.Time `json:"at"`
}

// WeeklyFigures are what the rows say about the days of a report. They are
// sealed with it and never change.
type WeeklyFigures struct {
	From   string    `json:"from" format:"date" doc:"The day after the last that an earlier report covered, or Monday"`
	To     string    `json:"to" format:"date" doc:"The last day none of whose checks was open at the cut-off"`
	Counts []Figure  `json:"counts"`
	Checks []WeekDay `json:"checks" doc:"Every check of the days, excused ones too"`
	// Hazards are those that were found, rectified or closed since the earlier
	// report, and those that are open.
	Hazards    []WeekHazard   `json:"hazards"`
	Repeats    []WeekRepeat   `json:"repeats" doc:"Items found wrong now that were found wrong more than once in twelve weeks, the most frequent first"`
	Causes     []WeekCause    `json:"causes" doc:"Root causes (人机料法环管) of the hazards found; not shown to the authority outside an inspection"`
	Unvaried   []WeekUnvaried `json:"unvaried" doc:"Daily items that were answered in no other way than 符合 in twelve weeks"`
	Unreviewed []string       `json:"unreviewed" doc:"Daily records of these days that nobody has reviewed; not counted where one person holds all posts"`
}

// Figure is a number and the way to its rows.
type Figure struct {
	Key   string `json:"key" enum:"due,zero_risk,hazards,arrived_late,backfilled,excused,missed,found,rectified,closed,open,overdue,unreviewed"`
	Count int    `json:"count"`
	// Kind is whose rows are counted; State which of them.
	Kind  string `json:"kind" enum:"check,hazard,record"`
	State string `json:"state"`
}

// WeekDay is a check as a report counts it, in exactly one column.
type WeekDay struct {
	Day       string `json:"day" format:"date"`
	Site      string `json:"site" format:"uuid"`
	SiteName  string `json:"siteName"`
	Shift     string `json:"shift" format:"uuid"`
	ShiftName string `json:"shiftName"`
	Column    string `json:"column" enum:"zero_risk,hazards,arrived_late,backfilled,excused,missed"`
	Excuse    string `json:"excuse,omitempty"`
	Record    string `json:"record,omitempty"`
}

// WeekHazard is a hazard as a report counts it.
type WeekHazard struct {
	ID          string    `json:"id" format:"uuid"`
	Day         string    `json:"day" format:"date"`
	SiteName    string    `json:"siteName,omitempty"`
	ItemCode    string    `json:"itemCode,omitempty"`
	Severity    string    `json:"severity" enum:"general,larger,major"`
	Description string    `json:"description"`
	State       string    `json:"state"`
	Due         time.Time `json:"due"`
	Found       bool      `json:"found"`
	Rectified   bool      `json:"rectified"`
	Closed      bool      `json:"closed"`
	Open        bool      `json:"open"`
	Overdue     bool      `json:"overdue"`
}

// WeekRepeat is an item that was found wrong again.
type WeekRepeat struct {
	Item        string `json:"item"`
	ItemCode    string `json:"itemCode,omitempty"`
	Description string `json:"description" doc:"The latest finding's"`
	Times       int    `json:"times" doc:"Findings, those attached to an open hazard among them"`
	// Findings are the rows, newest first; reports signed before they were kept have none.
	Findings []WeekFound `json:"findings,omitempty"`
}

// WeekFound is a finding that a figure counts.
type WeekFound struct {
	Hazard      string `json:"hazard" format:"uuid"`
	Day         string `json:"day" format:"date"`
	Description string `json:"description"`
}

// WeekCause counts a root cause.
type WeekCause struct {
	Cause string `json:"cause" enum:"man,machine,material,method,environment,management,unnamed"`
	Count int    `json:"count"`
	// Findings are the rows; reports signed before they were kept have none.
	Findings []WeekFound `json:"findings,omitempty"`
}

// WeekUnvaried is an item that was always answered alike.
type WeekUnvaried struct {
	Item     string `json:"item"`
	ItemCode string `json:"itemCode,omitempty"`
	Risk     string `json:"risk"`
	Checks   int    `json:"checks"`
}

// WeeklyContent is what the director writes.
type WeeklyContent struct {
	Attended    string          `json:"attended,omitempty" maxLength:"200" doc:"参加人员"`
	Findings    []WeeklyFinding `json:"findings" maxItems:"30" doc:"What the week's own investigation found; each opens a hazard"`
	Missed      []MissedCause   `json:"missed" maxItems:"300" doc:"Why checks were missed"`
	Analysis    string          `json:"analysis" minLength:"1" maxLength:"4000" doc:"分析研判"`
	Follow      []Follow        `json:"follow" maxItems:"300" doc:"How hazards are followed"`
	Unsettled   string          `json:"unsettled,omitempty" maxLength:"2000" doc:"How what the daily checks left open is dealt with"`
	ListChanges string          `json:"listChanges,omitempty" maxLength:"2000" doc:"What should change in the risk-control list; empty: nothing"`
	Focus       string          `json:"focus,omitempty" maxLength:"2000" doc:"Next week's focus"`
}

// WeeklyFinding is what the week's own investigation found.
type WeeklyFinding struct {
	ID          string   `json:"id" format:"uuid" doc:"Minted by the client"`
	Site        string   `json:"site,omitempty" format:"uuid"`
	Item        string   `json:"item,omitempty" format:"uuid" doc:"The item of the risk list that it concerns, if one does: found again, it joins the hazard that is open"`
	ItemCode    string   `json:"itemCode,omitempty" maxLength:"20"`
	Description string   `json:"description" minLength:"1" maxLength:"1000"`
	Measure     string   `json:"measure,omitempty" maxLength:"1000" doc:"What was done at once"`
	Severity    string   `json:"severity" enum:"general,larger,major"`
	Follow      string   `json:"follow,omitempty" enum:"occasional,long_term,breakthrough"`
	Photos      []string `json:"photos,omitempty" maxItems:"9" doc:"SHA-256 of photos already kept"`
	Hazard      string   `json:"hazard,omitempty" doc:"The hazard that it opened; written by the server"`
}

// MissedCause says why a check was missed.
type MissedCause struct {
	Day   string `json:"day" format:"date"`
	Shift string `json:"shift" format:"uuid"`
	Cause string `json:"cause" minLength:"1" maxLength:"200"`
}

// Follow is how a hazard is followed: 偶发, 长期跟踪 or 攻关.
type Follow struct {
	Hazard string `json:"hazard" format:"uuid"`
	Class  string `json:"class" enum:"occasional,long_term,breakthrough"`
}

// WeeklyDraftOutput is a week before it is signed.
type WeeklyDraftOutput struct{ Body WeeklyDraft }

// WeeklyDraft is a week before it is signed.
type WeeklyDraft struct {
	Week     string         `json:"week"`
	First    string         `json:"first" format:"date"`
	Last     string         `json:"last" format:"date"`
	State    string         `json:"state" enum:"coming,open,done,excused,missed"`
	Due      time.Time      `json:"due"`
	Cutoff   time.Time      `json:"cutoff" doc:"Up to when the figures reach; later days enter the next report"`
	Nothing  bool           `json:"nothing" doc:"No day has come to its end yet, so that there is nothing to sign"`
	Figures  *WeeklyFigures `json:"figures,omitempty"`
	Hash     string         `json:"hash" doc:"SHA-256 of the figures; signing names it, so that nobody signs figures he has not seen"`
	MaySign  bool           `json:"maySign"`
	Posts    []string       `json:"posts" doc:"The posts in which the caller would sign"`
	Signer   string         `json:"signer" enum:"director,officer" doc:"Whose duty it is now"`
	Draft    string         `json:"draft,omitempty" doc:"The caller's words as the client saved them"`
	SavedAt  *time.Time     `json:"savedAt,omitempty"`
	SignedBy string         `json:"signedBy,omitempty" doc:"The week is signed already, by whom"`
	Waves    []ClosingWave  `json:"waves,omitempty" doc:"To who signs: when many hazards were closed at once in the days. A remark beside the figures, neither sealed nor printed"`
}

// SaveWeeklyDraftInput keeps words.
type SaveWeeklyDraftInput struct {
	InEnterprise
	Week string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$"`
	Body struct {
		Draft string `json:"draft" maxLength:"200000" doc:"As the client wrote it; not read by the server"`
	}
}

// SignWeeklyInput signs a week.
type SignWeeklyInput struct {
	InEnterprise
	Week string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$"`
	Body struct {
		ID          string        `json:"id" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
		Hash        string        `json:"hash" pattern:"^[0-9a-f]{64}$" doc:"Of the figures that were read"`
		Content     WeeklyContent `json:"content"`
		Reason      string        `json:"reason,omitempty" maxLength:"300" doc:"After the deadline (补录): why late"`
		Declaration Declaration   `json:"declaration"`
	}
}

// CorrectWeeklyInput corrects a report.
type CorrectWeeklyInput struct {
	InEnterprise
	Week    string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client"`
	Body    struct {
		Corrects    int           `json:"corrects" minimum:"1" doc:"The version that was read; another in between is a conflict"`
		Why         string        `json:"why" minLength:"2" maxLength:"300"`
		Content     WeeklyContent `json:"content"`
		Declaration Declaration   `json:"declaration"`
	}
}

// AcknowledgeWeeklyInput acknowledges a report.
type AcknowledgeWeeklyInput struct {
	InEnterprise
	Week string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$"`
	Body struct {
		Version int `json:"version" minimum:"1" doc:"The version that was read"`
	}
}

// WeeklyOutput is a signed report.
type WeeklyOutput struct{ Body Weekly }

// Weekly is a signed report with its history.
type Weekly struct {
	WeeklyEntry
	Figures  WeeklyFigures   `json:"figures"`
	Content  WeeklyContent   `json:"content" doc:"Of the latest version"`
	Versions []WeeklyVersion `json:"versions" doc:"Oldest first"`
	BodyHash string          `json:"bodyHash" doc:"SHA-256 of the latest version's stored bytes, hex"`
	Link     LinkEntry       `json:"link" doc:"Its place in the chain"`
}

// WeeklyVersion is one version of a report.
type WeeklyVersion struct {
	Version int           `json:"version"`
	At      time.Time     `json:"at"`
	Name    string        `json:"name"`
	Posts   []string      `json:"posts"`
	Why     string        `json:"why,omitempty"`
	Content WeeklyContent `json:"content"`
	Read    *WeeklyRead   `json:"read,omitempty"`
}

// InspectWeekliesInput names a year.
type InspectWeekliesInput struct {
	InArea
	Year int `query:"year" minimum:"2000" maximum:"2999"`
}

// InspectWeeklyInput names a week.
type InspectWeeklyInput struct {
	InArea
	Week string `path:"week" pattern:"^[0-9]{4}-W[0-9]{2}$"`
}

// InspectWeeklyPaperInput names a week and the format of its paper.
type InspectWeeklyPaperInput struct {
	InspectWeeklyInput
	PaperFormat
}
