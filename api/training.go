package api

import (
	"net/http"
	"time"
)

// Training (培训、自学与考核) of those who hold posts.
var (
	ReadTrainingYear = declare[TrainingYearInput, TrainingYearOutput](Meta{
		ID: "readTrainingYear", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/years/{year}", Permission: "training.read",
		Summary: "A year: the plan, everybody's time by kind in the order of posts (no ranking), sessions and self-study",
	})
	PlanTraining = declare[PlanTrainingInput, TrainingPlanOutput](Meta{
		ID: "planTraining", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/years/{year}/plan", Permission: "training.plan",
		Summary: "Write the year's plan as a new sealed version. The time wanted of a post is the enterprise's own figure",
	})
	ReadTrainingPlanPaper = declare[TrainingPlanPaperInput, Blob](Meta{
		ID: "readTrainingPlanPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/years/{year}/plan/paper", Permission: "training.read", Media: "application/pdf",
		Summary: "《年度培训计划》 in its latest version",
	})
	ReadTrainingPerson = declare[TrainingPersonInput, TrainingPersonOutput](Meta{
		ID: "readTrainingPerson", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/years/{year}/people/{account}", Permission: "training.read",
		Summary: "One person's year with every entry, test and topic still needed",
	})
	ReadTrainingPersonPaper = declare[TrainingPersonPaperInput, Blob](Meta{
		ID: "readTrainingPersonPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/years/{year}/people/{account}/paper", Permission: "training.read", Media: "application/pdf",
		Summary: "《个人培训学时表》",
	})
	PlanSession = declare[PlanSessionInput, TrainingSessionOutput](Meta{
		ID: "planSession", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/sessions/{session}", Permission: "training.organise",
		Summary: "Plan a session, or change one that is not yet held; the caller is its organiser",
	})
	ReadSession = declare[SessionInput, TrainingSessionOutput](Meta{
		ID: "readSession", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/sessions/{session}", Permission: "training.read",
		Summary: "A session with everybody's attendance; who has not answered has none",
	})
	CancelSession = declare[CancelSessionInput, TrainingSessionOutput](Meta{
		ID: "cancelSession", Method: http.MethodPost, Path: "/enterprises/{enterprise}/training/sessions/{session}/cancellation", Permission: "training.organise",
		Summary: "Cancel a session that is not held, with the reason",
	})
	SignAttendance = declare[SignAttendanceInput, TrainingSessionOutput](Meta{
		ID: "signAttendance", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/sessions/{session}/attendances/{attendance}", Permission: "training.attend",
		Summary: "Sign for one's own attendance in one's own session, or by hand on the organiser's device; the organiser notes an absence. A second answer is a correction and needs a reason",
	})
	HoldSession = declare[HoldSessionInput, TrainingSessionOutput](Meta{
		ID: "holdSession", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/sessions/{session}/holdings/{holding}", Permission: "training.organise",
		Summary: "Record that the session was held, when everybody's attendance is answered. Again, with a reason, it is a correction",
	})
	ReadSessionPaper = declare[SessionPaperInput, Blob](Meta{
		ID: "readSessionPaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/sessions/{session}/paper", Permission: "training.read", Media: "application/pdf",
		Summary: "《培训记录》 of a session that was held",
	})
	AssignStudy = declare[AssignStudyInput, TrainingStudyOutput](Meta{
		ID: "assignStudy", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/studies/{study}", Permission: "training.organise",
		Summary: "Give people material to study by a day that the organiser sets. Idempotent; a study given cannot be changed",
	})
	ReadReading = declare[ReadingInput, TrainingReadingOutput](Meta{
		ID: "readReading", Method: http.MethodGet, Path: "/enterprises/{enterprise}/training/readings/{reading}", Permission: "training.read",
		Summary: "One person's self-study with its material",
	})
	OpenReading = declare[ReadingInput, TrainingReadingOutput](Meta{
		ID: "openReading", Method: http.MethodPost, Path: "/enterprises/{enterprise}/training/readings/{reading}/opening", Permission: "training.attend",
		Summary: "The person opens the material; the first time is kept",
	})
	ConfirmReading = declare[ConfirmReadingInput, TrainingReadingOutput](Meta{
		ID: "confirmReading", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/readings/{reading}/confirmations/{confirmation}", Permission: "training.attend",
		Summary: "The person confirms that he studied, and for how long by his own account. Again, with a reason, it is a correction",
	})
	WithdrawReading = declare[WithdrawReadingInput, TrainingReadingOutput](Meta{
		ID: "withdrawReading", Method: http.MethodPost, Path: "/enterprises/{enterprise}/training/readings/{reading}/withdrawal", Permission: "training.organise",
		Summary: "Take a self-study back from a person, with the reason",
	})
	RecordTest = declare[RecordTestInput, TrainingTestOutput](Meta{
		ID: "recordTest", Method: http.MethodPut, Path: "/enterprises/{enterprise}/training/tests/{test}/versions/{version}", Permission: "training.organise",
		Summary: "Record an in-house test with its paper. Nobody records his own, except who holds all posts alone, and it is shown. A later version corrects and needs a reason",
	})

	InspectTrainings = declare[InspectTrainingsInput, InspectedTrainingOutput](Meta{
		ID: "inspectTrainings", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/training/years/{year}", Permission: "inspection.read", Look: "training",
		Summary: "附件3 item 2.5: a year's plan, everybody's time and tests, the sessions held and the self-study done; nothing that is only planned or given. A look",
	})
	InspectTrainingPaper = declare[InspectTrainingPaperInput, Blob](Meta{
		ID: "inspectTrainingPaper", Method: http.MethodGet, Path: "/agencies/{agency}/enterprises/{enterprise}/training/sessions/{session}/paper", Permission: "inspection.read", Look: "paper", Media: "application/pdf",
		Summary: "《培训记录》 of a session that was held. A look",
	})
)

// TrainingPlan is what the enterprise wants of a year; its own, no law's.
type TrainingPlan struct {
	Wanted []TrainingWanted   `json:"wanted" maxItems:"3" doc:"A post left out has no figure"`
	Items  []TrainingPlanItem `json:"items" maxItems:"60"`
}

// TrainingWanted is the time wanted of a post in the year.
type TrainingWanted struct {
	Post    string `json:"post" enum:"principal,director,officer"`
	Minutes int    `json:"minutes" minimum:"1" maximum:"60000"`
}

// TrainingPlanItem is a topic of the plan.
type TrainingPlanItem struct {
	Topic   string   `json:"topic" minLength:"1" maxLength:"100"`
	Product string   `json:"product,omitempty" maxLength:"50" doc:"A product or category; absent means all"`
	Posts   []string `json:"posts" minItems:"1" maxItems:"3" enum:"principal,director,officer"`
	Month   int      `json:"month,omitempty" minimum:"1" maximum:"12" doc:"Absent means any time of the year"`
}

// TrainingYear is a year.
type TrainingYear struct {
	Year        int               `json:"year"`
	PlanVersion int               `json:"planVersion" doc:"0 without a plan"`
	PlannedName string            `json:"plannedName,omitempty"`
	PlannedAt   *time.Time        `json:"plannedAt,omitempty"`
	Plan        TrainingPlan      `json:"plan"`
	People      []TrainingPerson  `json:"people" doc:"Those in office by post, then those who left and have entries"`
	Sessions    []TrainingSession `json:"sessions" doc:"Coming ones by day, then those held, latest first; cancelled ones last"`
	Readings    []TrainingReading `json:"readings" doc:"Self-study given in the year, by deadline"`
}

// TrainingPerson is a person's year.
type TrainingPerson struct {
	Account        string   `json:"account" format:"uuid"`
	Name           string   `json:"name"`
	Posts          []string `json:"posts" doc:"Held now; empty for one who left"`
	Wanted         *int     `json:"wanted,omitempty" doc:"Minutes the plan wants of his posts, the most if there are several; absent without a figure"`
	SessionMinutes int      `json:"sessionMinutes"`
	StudyMinutes   int      `json:"studyMinutes" doc:"By his own account"`
	PaperMinutes   int      `json:"paperMinutes" doc:"In sessions copied from paper records; in no other figure"`
	TestsPassed    int      `json:"testsPassed"`
	TestsFailed    int      `json:"testsFailed"`
	Needs          []string `json:"needs" doc:"Topics failed and not yet passed"`
	OpenReadings   int      `json:"openReadings"`
}

// TrainingEntry is something a person did, as sealed.
type TrainingEntry struct {
	ID      string    `json:"id" format:"uuid"`
	Kind    string    `json:"kind" enum:"attended,studied,tested"`
	Subject string    `json:"subject" format:"uuid" doc:"The session, self-study or test"`
	Day     string    `json:"day" format:"date"`
	Title   string    `json:"title"`
	Minutes int       `json:"minutes"`
	Outcome string    `json:"outcome" enum:"present,absent,studied,passed,failed"`
	How     string    `json:"how" enum:"self,device,noted,transcribed" doc:"self: in his own session; device: by hand on the organiser's device; noted: by the organiser; transcribed: copied from a paper record"`
	Version int       `json:"version" doc:"Above 1 it was corrected"`
	Reason  string    `json:"reason,omitempty"`
	ByName  string    `json:"byName"`
	At      time.Time `json:"at"`
}

// TrainingSession is a session.
type TrainingSession struct {
	ID string `json:"id" format:"uuid"`
	TrainingSessionFields
	State       string               `json:"state" enum:"planned,held,cancelled"`
	Organiser   string               `json:"organiser" format:"uuid"`
	OrganisedBy string               `json:"organisedBy" doc:"The organiser's name"`
	HeldAt      *time.Time           `json:"heldAt,omitempty" doc:"When it was recorded"`
	Version     int                  `json:"version" doc:"0 until it is held; above 1 the record was corrected"`
	Reason      string               `json:"reason,omitempty" doc:"Why it was cancelled, or last corrected"`
	People      []TrainingAttendance `json:"people"`
	Organises   bool                 `json:"organises" doc:"The caller may note and hold"`
	Transcribed bool                 `json:"transcribed" doc:"Copied from a paper record: nobody signed here, and it stands in no count"`
}

// TrainingSessionFields is a session as entered.
type TrainingSessionFields struct {
	Title     string    `json:"title" minLength:"1" maxLength:"100"`
	Day       string    `json:"day" format:"date"`
	Mode      string    `json:"mode" enum:"place,online"`
	Place     string    `json:"place" maxLength:"100" doc:"The place, or how people meet online"`
	Minutes   int       `json:"minutes" minimum:"1" maximum:"1440"`
	Teacher   string    `json:"teacher" maxLength:"50"`
	Product   string    `json:"product,omitempty" maxLength:"50"`
	Topics    []string  `json:"topics" minItems:"1" maxItems:"20" maxLength:"100"`
	Materials []FileRef `json:"materials,omitempty" maxItems:"9"`
}

// TrainingAttendance is one person's answer. Without an outcome there is none yet.
type TrainingAttendance struct {
	Account string     `json:"account" format:"uuid"`
	Name    string     `json:"name"`
	Invited bool       `json:"invited"`
	Outcome string     `json:"outcome,omitempty" enum:"present,absent"`
	How     string     `json:"how,omitempty" enum:"self,device,noted,transcribed"`
	Signed  []Stroke   `json:"signed,omitempty"`
	Note    string     `json:"note,omitempty" doc:"Why absent"`
	Version int        `json:"version"`
	Reason  string     `json:"reason,omitempty" doc:"Of the correction"`
	At      *time.Time `json:"at,omitempty"`
}

// TrainingReading is material given to one person.
type TrainingReading struct {
	ID        string     `json:"id" format:"uuid"`
	Study     string     `json:"study" format:"uuid"`
	Account   string     `json:"account" format:"uuid"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Topics    []string   `json:"topics"`
	Materials []FileRef  `json:"materials"`
	GivenName string     `json:"givenName"`
	GivenOn   string     `json:"givenOn" format:"date"`
	Due       string     `json:"due" format:"date" doc:"The last day"`
	State     string     `json:"state" enum:"given,opened,studied,withdrawn"`
	OpenedAt  *time.Time `json:"openedAt,omitempty"`
	StudiedOn string     `json:"studiedOn,omitempty"`
	Minutes   int        `json:"minutes" doc:"By his own account"`
	Version   int        `json:"version"`
	Reason    string     `json:"reason,omitempty" doc:"Of the withdrawal or correction"`
	Mine      bool       `json:"mine"`
	// MayWithdraw is true for its giver, the director and the principal until it was confirmed.
	MayWithdraw bool `json:"mayWithdraw"`
}

// TrainingTest is an in-house test of one person.
type TrainingTest struct {
	ID string `json:"id" format:"uuid"`
	TrainingTestFields
	Name         string    `json:"name"`
	Passed       bool      `json:"passed"`
	SelfRecorded bool      `json:"selfRecorded" doc:"Recorded by the tested person, who holds all posts alone"`
	Transcribed  bool      `json:"transcribed" doc:"Copied from a paper record; it stands in no count"`
	Version      int       `json:"version"`
	Reason       string    `json:"reason,omitempty"`
	ByName       string    `json:"byName"`
	At           time.Time `json:"at"`
}

// TrainingTestFields is a test as entered.
type TrainingTestFields struct {
	Account  string    `json:"account" format:"uuid"`
	Title    string    `json:"title" minLength:"1" maxLength:"100"`
	Day      string    `json:"day" format:"date"`
	Topics   []string  `json:"topics" minItems:"1" maxItems:"20" maxLength:"100"`
	Failed   []string  `json:"failed,omitempty" maxItems:"20" doc:"The topics among them that were failed; required where the test was failed"`
	Score    float64   `json:"score" minimum:"0" maximum:"1000" doc:"At most Full"`
	Full     float64   `json:"full" exclusiveMinimum:"0" maximum:"1000"`
	Pass     float64   `json:"pass" exclusiveMinimum:"0" maximum:"1000" doc:"The pass mark, the enterprise's own; at most Full"`
	Papers   []FileRef `json:"papers" minItems:"1" maxItems:"9" doc:"The paper as written"`
	RetakeOf string    `json:"retakeOf,omitempty" format:"uuid" doc:"The failed test that this one repeats"`
	RetakeBy string    `json:"retakeBy,omitempty" format:"date" doc:"With a failed test: the last day for the retake, set by the organiser"`
}

// Examination is a result of the authority's examination (监督抽查考核).
type Examination struct {
	Day    string `json:"day" format:"date"`
	Agency string `json:"agency"`
	Passed bool   `json:"passed"`
}

// TrainingYearInput names a year.
type TrainingYearInput struct {
	InEnterprise
	Year int `path:"year" minimum:"2000" maximum:"2100"`
}

// InspectTrainingsInput names a year of an enterprise of the area.
type InspectTrainingsInput struct {
	InArea
	Year int `path:"year" minimum:"2000" maximum:"2100"`
}

// InspectTrainingPaperInput names a session of an enterprise of the area and
// the format of its paper.
type InspectTrainingPaperInput struct {
	InArea
	PaperFormat
	Session string `path:"session" format:"uuid"`
}

// TrainingYearOutput is a year.
type TrainingYearOutput struct{ Body TrainingYear }

// InspectedTrainingOutput is a year as the authority reads it: what was held,
// studied and tested, without what is only planned.
type InspectedTrainingOutput struct {
	Body struct {
		TrainingYear
		Tests []TrainingTest `json:"tests" doc:"Of the year, newest first"`
	}
}

// PlanTrainingInput writes a plan.
type PlanTrainingInput struct {
	InEnterprise
	Year int `path:"year" minimum:"2000" maximum:"2100"`
	Body struct {
		TrainingPlan
		Version int `json:"version" minimum:"0" doc:"The version that was read; another in between is a conflict"`
	}
}

// TrainingPlanOutput is a plan.
type TrainingPlanOutput struct {
	Body struct {
		Version int          `json:"version"`
		Plan    TrainingPlan `json:"plan"`
	}
}

// TrainingPlanPaperInput names a year and the format of its plan.
type TrainingPlanPaperInput struct {
	TrainingYearInput
	PaperFormat
}

// TrainingPersonInput names a person's year.
type TrainingPersonInput struct {
	InEnterprise
	Year    int    `path:"year" minimum:"2000" maximum:"2100"`
	Account string `path:"account" format:"uuid"`
}

// TrainingPersonPaperInput names a person's year and the format of its paper.
type TrainingPersonPaperInput struct {
	TrainingPersonInput
	PaperFormat
}

// TrainingPersonOutput is a person's year.
type TrainingPersonOutput struct {
	Body struct {
		Year         int             `json:"year"`
		Person       TrainingPerson  `json:"person"`
		Entries      []TrainingEntry `json:"entries" doc:"Latest versions, newest day first"`
		Tests        []TrainingTest  `json:"tests" doc:"Newest first"`
		Examinations []Examination   `json:"examinations" doc:"By the authority; empty while there are none"`
	}
}

// SessionInput names a session.
type SessionInput struct {
	InEnterprise
	Session string `path:"session" format:"uuid"`
}

// SessionPaperInput names a session and the format of its paper.
type SessionPaperInput struct {
	SessionInput
	PaperFormat
}

// TrainingSessionOutput is a session.
type TrainingSessionOutput struct{ Body TrainingSession }

// PlanSessionInput plans a session.
type PlanSessionInput struct {
	InEnterprise
	Session string `path:"session" format:"uuid" doc:"Minted by the client"`
	Body    struct {
		TrainingSessionFields
		Accounts []string `json:"accounts" minItems:"1" maxItems:"100" format:"uuid" doc:"Who is invited; all in office"`
	}
}

// CancelSessionInput cancels a session.
type CancelSessionInput struct {
	InEnterprise
	Session string `path:"session" format:"uuid"`
	Body    struct {
		Reason string `json:"reason" minLength:"1" maxLength:"300"`
	}
}

// SignAttendanceInput answers for one person.
type SignAttendanceInput struct {
	InEnterprise
	Session    string `path:"session" format:"uuid"`
	Attendance string `path:"attendance" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body       struct {
		Account     string      `json:"account" format:"uuid"`
		Present     bool        `json:"present"`
		Note        string      `json:"note,omitempty" maxLength:"300" doc:"Why absent; required where absent"`
		Declaration Declaration `json:"declaration,omitempty" doc:"Where present; by hand on another's device"`
		Reason      string      `json:"reason,omitempty" maxLength:"300" doc:"Of a correction"`
	}
}

// HoldSessionInput records a session as it was.
type HoldSessionInput struct {
	InEnterprise
	Session string `path:"session" format:"uuid"`
	Holding string `path:"holding" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body    struct {
		TrainingSessionFields
		Reason string `json:"reason,omitempty" maxLength:"300" doc:"Of a correction"`
	}
}

// AssignStudyInput gives material.
type AssignStudyInput struct {
	InEnterprise
	Study string `path:"study" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body  struct {
		Title     string    `json:"title" minLength:"1" maxLength:"100"`
		Topics    []string  `json:"topics" minItems:"1" maxItems:"20" maxLength:"100"`
		Materials []FileRef `json:"materials" minItems:"1" maxItems:"9"`
		Accounts  []string  `json:"accounts" minItems:"1" maxItems:"100" format:"uuid"`
		Due       string    `json:"due" format:"date" doc:"The last day; today or later"`
	}
}

// TrainingStudyOutput lists who was given the material.
type TrainingStudyOutput struct {
	Body struct {
		Items []TrainingReading `json:"items"`
	}
}

// ReadingInput names a self-study.
type ReadingInput struct {
	InEnterprise
	Reading string `path:"reading" format:"uuid"`
}

// TrainingReadingOutput is a self-study.
type TrainingReadingOutput struct{ Body TrainingReading }

// ConfirmReadingInput confirms a self-study.
type ConfirmReadingInput struct {
	InEnterprise
	Reading      string `path:"reading" format:"uuid"`
	Confirmation string `path:"confirmation" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body         struct {
		Day         string      `json:"day" format:"date" doc:"When he studied: not before it was given, not in the future"`
		Minutes     int         `json:"minutes" minimum:"1" maximum:"6000" doc:"By his own account; no more than has passed since he opened it"`
		Declaration Declaration `json:"declaration"`
		Reason      string      `json:"reason,omitempty" maxLength:"300" doc:"Of a correction"`
	}
}

// WithdrawReadingInput takes a self-study back.
type WithdrawReadingInput struct {
	InEnterprise
	Reading string `path:"reading" format:"uuid"`
	Body    struct {
		Reason string `json:"reason" minLength:"1" maxLength:"300"`
	}
}

// RecordTestInput records a test or corrects it.
type RecordTestInput struct {
	InEnterprise
	Test    string `path:"test" format:"uuid" doc:"Minted by the client"`
	Version string `path:"version" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body    struct {
		TrainingTestFields
		Reason string `json:"reason,omitempty" maxLength:"300" doc:"Of a correction"`
	}
}

// TrainingTestOutput is a test.
type TrainingTestOutput struct{ Body TrainingTest }
