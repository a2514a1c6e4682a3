package api

import (
	"net/http"
	"time"
)

// Posts and who holds them.
var (
	ListAppointments = declare[InEnterprise, AppointmentsOutput](Meta{
		ID: "listAppointments", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments", Permission: "appointment.read",
		Summary: "All appointments: letters that await an answer, those in office, then ended, refused and withdrawn ones",
	})
	ListMyLetters = declare[InEnterprise, AppointmentsOutput](Meta{
		ID: "listMyLetters", Method: http.MethodGet, Path: "/enterprises/{enterprise}/letters", Permission: "appointment.letter",
		Summary: "The caller's own appointments and letters, those that await his answer first",
	})
	ReadAppointment = declare[OneAppointmentInput, AppointmentOutput](Meta{
		ID: "readAppointment", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments/{appointment}", Permission: "appointment.letter",
		Summary: "One appointment with its letter; who is only to accept a letter reads no other",
	})
	Appoint = declare[AppointInput, AppointOutput](Meta{
		ID: "appoint", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments", Permission: "appointment.make", Status: http.StatusCreated,
		Summary: "Appoint a person to a post by a letter. He holds it from the moment he accepts; who appoints himself accepts at once. A person without an account gets one, its initial password is shown once",
	})
	AnswerAppointment = declare[AnswerAppointmentInput, AppointmentOutput](Meta{
		ID: "answerAppointment", Method: http.MethodPut, Path: "/enterprises/{enterprise}/appointments/{appointment}/answer", Permission: "appointment.answer",
		Summary: "The person accepts or refuses the letter. Accepting begins the post, and ends the appointment it replaces, in this instant. Repeating it gives the first answer",
	})
	WithdrawAppointment = declare[EndingInput, AppointmentsOutput](Meta{
		ID: "withdrawAppointment", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/withdrawal", Permission: "appointment.withdraw",
		Summary: "Withdraw a letter that awaits its answer: the principal any, a holder that of who was to act for him",
	})
	EndAppointment = declare[EndAppointmentInput, AppointmentsOutput](Meta{
		ID: "endAppointment", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/end", Permission: "appointment.end",
		Summary: "Dismiss now; write access ends and open duties are handed over in the same instant. The last principal cannot be dismissed",
	})
	Resign = declare[ResignInput, AppointmentsOutput](Meta{
		ID: "resign", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/resignation", Permission: "appointment.resign",
		Summary: "The holder resigns: now, as a dismissal but by himself, or with notice. With notice he stays in office until the end of the last day and hands over then; meanwhile he may still leave at once",
	})
	WithdrawResignation = declare[WithdrawResignationInput, AppointmentsOutput](Meta{
		ID: "withdrawResignation", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/resignation/withdrawal", Permission: "appointment.resign",
		Summary: "The holder takes back a resignation with notice until its last day is over: he stays as if he had not given it, and the principals are told. Both are sealed",
	})
	ListOpenDuties = declare[OneAppointmentInput, OpenDutiesOutput](Meta{
		ID: "listOpenDuties", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments/{appointment}/duties", Permission: "appointment.read",
		Summary: "What the holder has still to do, to be read before he is dismissed, resigns or is replaced",
	})
	Deputise = declare[DeputiseInput, AppointmentsOutput](Meta{
		ID: "deputise", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/deputies", Permission: "appointment.deputise", Status: http.StatusCreated,
		Summary: "Ask another person of the enterprise, by a letter, to act during the holder's leave, until the end of a day; the holder himself or the principal may. He acts from the moment he accepts it; a principal who names himself acts at once. A letter that is not answered by the end of that day lapses",
	})
	ReadAppointmentLetter = declare[AppointmentPaperInput, Blob](Meta{
		ID: "readAppointmentLetter", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments/{appointment}/letter", Permission: "appointment.letter", Media: "application/pdf",
		Summary: "《任命书》; the answer is on it once it was given",
	})
	ReadAppointmentEnding = declare[AppointmentPaperInput, Blob](Meta{
		ID: "readAppointmentEnding", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments/{appointment}/ending", Permission: "appointment.read", Media: "application/pdf",
		Summary: "《任免调整文件》: why the appointment ended and what was handed to whom",
	})
)

// Appointment is a person in a post, or the letter that is to put him there.
type Appointment struct {
	ID         string   `json:"id" format:"uuid"`
	Account    string   `json:"account" format:"uuid"`
	PersonName string   `json:"personName"`
	Post       string   `json:"post" enum:"principal,director,officer"`
	Employment string   `json:"employment" enum:"full_time,part_time" doc:"全职 or 兼职"`
	Sites      []string `json:"sites" doc:"None means all sites"`
	Products   []string `json:"products" doc:"None means all products"`
	DeputyOf   string   `json:"deputyOf,omitempty" doc:"The appointment for whose holder he acts"`
	DeputyFor  string   `json:"deputyFor,omitempty" doc:"The name of that holder"`
	Replaces   string   `json:"replaces,omitempty" doc:"The appointment that ends when this one is accepted; of the same person it is a renewal"`
	State      string   `json:"state" enum:"pending,in_office,ended,refused,withdrawn,lapsed" doc:"lapsed: the term ran out before the letter was answered"`
	Number     string   `json:"number,omitempty" doc:"Of the letter; absent where none was written"`
	Veto       bool     `json:"veto" doc:"停产停售否决建议权 is granted in the letter"`
	Report     bool     `json:"report" doc:"直接报告权 is granted in the letter"`
	Duties     string   `json:"duties,omitempty"`
	MadeName   string   `json:"madeName,omitempty" doc:"Who signed the letter"`
	// From is when he took office; of a letter that was not accepted, when it was made.
	From       time.Time  `json:"from"`
	Until      *time.Time `json:"until,omitempty" doc:"The end of the term's last day; absent means open-ended"`
	AnswerBy   *time.Time `json:"answerBy,omitempty" doc:"Until when a pending letter is to be answered"`
	AnsweredAt *time.Time `json:"answeredAt,omitempty"`
	AnswerWhy  string     `json:"answerWhy,omitempty" doc:"Why it was refused or withdrawn"`
	LastDay    string     `json:"lastDay,omitempty" format:"date" doc:"He has resigned with notice; he is in office until the end of this day"`
	// Resignations are all that were given with notice, the first one first.
	Resignations []Resignation `json:"resignations,omitempty"`
	EndedAt      *time.Time    `json:"endedAt,omitempty"`
	EndedWhy     string        `json:"endedWhy,omitempty" doc:"Why it ended, or why he resigned with notice"`
	EndedKind    string        `json:"endedKind,omitempty" enum:"dismissed,resigned,replaced,renewed,expired"`
	Successor    string        `json:"successor,omitempty" doc:"The name of who took over the open duties"`
	InOffice     bool          `json:"inOffice"`
	Concurrent   bool          `json:"concurrent" doc:"一人兼任: the person holds another post as well"`
}

// Resignation is one with notice.
type Resignation struct {
	LastDay      string     `json:"lastDay" format:"date"`
	Reason       string     `json:"reason"`
	At           time.Time  `json:"at"`
	WithdrawnAt  *time.Time `json:"withdrawnAt,omitempty" doc:"When the holder took it back; he stayed"`
	WithdrawnWhy string     `json:"withdrawnWhy,omitempty"`
}

// AppointmentsOutput lists appointments.
type AppointmentsOutput struct {
	Body struct {
		Items []Appointment `json:"items"`
	}
}

// OneAppointmentInput names an appointment.
type OneAppointmentInput struct {
	InEnterprise
	Appointment string `path:"appointment" format:"uuid"`
}

// AppointmentPaperInput names an appointment and the format of its paper.
type AppointmentPaperInput struct {
	OneAppointmentInput
	PaperFormat
}

// AppointmentOutput is one appointment.
type AppointmentOutput struct{ Body Appointment }

// AppointInput appoints.
type AppointInput struct {
	InEnterprise
	Body struct {
		ID         string   `json:"id" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
		Account    string   `json:"account,omitempty" format:"uuid" doc:"A person who already has an appointment here"`
		Name       string   `json:"name,omitempty" maxLength:"50" doc:"With a new person"`
		Login      string   `json:"login,omitempty" maxLength:"64" doc:"With a new person"`
		Phone      string   `json:"phone,omitempty" maxLength:"30"`
		Post       string   `json:"post" enum:"principal,director,officer"`
		Employment string   `json:"employment,omitempty" enum:"full_time,part_time" doc:"Full time if absent"`
		Sites      []string `json:"sites,omitempty" maxItems:"100" doc:"Open sites; none means all. A principal is for all"`
		Products   []string `json:"products,omitempty" maxItems:"100" doc:"Present products; none means all"`
		Until      string   `json:"until,omitempty" format:"date" doc:"The last day of the term, from tomorrow to ten years ahead; absent means open-ended. A principal has no term"`
		Veto       *bool    `json:"veto,omitempty" doc:"停产停售否决建议权; granted if absent"`
		Report     *bool    `json:"report,omitempty" doc:"直接报告权; granted if absent"`
		Duties     string   `json:"duties,omitempty" maxLength:"1000" doc:"As printed in the letter; the post's usual ones if absent"`
		Replaces   string   `json:"replaces,omitempty" format:"uuid" doc:"An appointment to the same post that ends when this one is accepted"`
		// Declaration is the principal's, who signs the letter.
		Declaration *Declaration `json:"declaration,omitempty" doc:"The words under which the letter is signed; the signature by hand is printed in it"`
	}
}

// AppointOutput is a new appointment.
type AppointOutput struct {
	Body struct {
		Appointment     Appointment `json:"appointment"`
		Login           string      `json:"login"`
		InitialPassword string      `json:"initialPassword,omitempty" doc:"Shown once"`
	}
}

// AnswerAppointmentInput answers a letter.
type AnswerAppointmentInput struct {
	OneAppointmentInput
	Body struct {
		Answer      string       `json:"answer" enum:"accepted,refused"`
		Reason      string       `json:"reason,omitempty" maxLength:"200" doc:"Required with a refusal"`
		Declaration *Declaration `json:"declaration,omitempty" doc:"The commitment under which he accepts; required with an acceptance"`
	}
}

// EndingInput ends something with a reason.
type EndingInput struct {
	OneAppointmentInput
	Body struct {
		Reason string `json:"reason" minLength:"1" maxLength:"200"`
	}
}

// EndAppointmentInput ends an appointment.
type EndAppointmentInput struct {
	OneAppointmentInput
	Body struct {
		Reason    string `json:"reason" minLength:"1" maxLength:"200"`
		Successor string `json:"successor,omitempty" format:"uuid" doc:"The account in office that takes over what only the holder had to do; absent leaves it to the post"`
		// Declaration is of who ends it.
		Declaration *Declaration `json:"declaration,omitempty" doc:"The words under which the paper is signed; the signature by hand is printed in it"`
	}
}

// ResignInput resigns.
type ResignInput struct {
	OneAppointmentInput
	Body struct {
		Reason      string       `json:"reason" minLength:"1" maxLength:"200"`
		LastDay     string       `json:"lastDay,omitempty" format:"date" doc:"The last day in office: from tomorrow to ninety days ahead and before the term's end; absent means to leave now. The ninety days are the product's own"`
		Successor   string       `json:"successor,omitempty" format:"uuid" doc:"The account in office that takes over what only the holder had to do; absent leaves it to the post"`
		Declaration *Declaration `json:"declaration,omitempty" doc:"The words under which the paper is signed; the signature by hand is printed in it"`
	}
}

// WithdrawResignationInput takes a resignation with notice back.
type WithdrawResignationInput struct {
	OneAppointmentInput
	Body struct {
		Reason      string       `json:"reason" minLength:"1" maxLength:"200"`
		Declaration *Declaration `json:"declaration,omitempty" doc:"The words under which it is signed; the signature by hand is kept with it"`
	}
}

// OpenDutiesOutput is what a person has still to do.
type OpenDutiesOutput struct {
	Body struct {
		Own     []Obligation  `json:"own" doc:"His alone: handed to the successor or left to the post"`
		Post    []Obligation  `json:"post" doc:"Those of the post; nobody else holds it if vacant"`
		Hazards []HazardEntry `json:"hazards" doc:"The enterprise's open hazards"`
		Vacant  bool          `json:"vacant" doc:"Nobody else holds the post: a vacancy opens"`
	}
}

// DeputiseInput names a deputy.
type DeputiseInput struct {
	InEnterprise
	Appointment string `path:"appointment" format:"uuid"`
	Body        struct {
		ID      string `json:"id" format:"uuid"`
		Account string `json:"account" format:"uuid"`
		Until   string `json:"until" format:"date" doc:"The last day, at most 30 days ahead"`
	}
}
