package api

import (
	"net/http"
	"time"
)

// Posts and who holds them.
var (
	ListAppointments = declare[InEnterprise, AppointmentsOutput](Meta{
		ID: "listAppointments", Method: http.MethodGet, Path: "/enterprises/{enterprise}/appointments", Permission: "appointment.read",
		Summary: "All appointments, those in office first, then ended ones",
	})
	Appoint = declare[AppointInput, AppointOutput](Meta{
		ID: "appoint", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments", Permission: "appointment.make", Status: http.StatusCreated,
		Summary: "Appoint a person to a post; a person without an account gets one, its initial password is shown once",
	})
	EndAppointment = declare[EndAppointmentInput, AppointmentsOutput](Meta{
		ID: "endAppointment", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/end", Permission: "appointment.end",
		Summary: "End an appointment now; its write access ends in the same instant. The last principal cannot be ended",
	})
	Deputise = declare[DeputiseInput, AppointmentsOutput](Meta{
		ID: "deputise", Method: http.MethodPost, Path: "/enterprises/{enterprise}/appointments/{appointment}/deputies", Permission: "appointment.deputise", Status: http.StatusCreated,
		Summary: "Let another person of the enterprise act during the holder's leave, until the end of a day; the holder himself or the principal may",
	})
)

// Appointment is a person in a post.
type Appointment struct {
	ID         string     `json:"id" format:"uuid"`
	Account    string     `json:"account" format:"uuid"`
	PersonName string     `json:"personName"`
	Post       string     `json:"post" enum:"principal,director,officer"`
	Site       string     `json:"site,omitempty" doc:"Absent means all sites"`
	DeputyOf   string     `json:"deputyOf,omitempty" doc:"The appointment for whose holder he acts"`
	From       time.Time  `json:"from"`
	Until      *time.Time `json:"until,omitempty"`
	EndedAt    *time.Time `json:"endedAt,omitempty"`
	EndedWhy   string     `json:"endedWhy,omitempty"`
	InOffice   bool       `json:"inOffice"`
	Concurrent bool       `json:"concurrent" doc:"一人兼任: the person holds another post as well"`
}

// AppointmentsOutput lists appointments.
type AppointmentsOutput struct {
	Body struct {
		Items []Appointment `json:"items"`
	}
}

// AppointInput appoints.
type AppointInput struct {
	InEnterprise
	Body struct {
		ID      string `json:"id" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
		Account string `json:"account,omitempty" format:"uuid" doc:"A person who already has an appointment here"`
		Name    string `json:"name,omitempty" maxLength:"50" doc:"With a new person"`
		Login   string `json:"login,omitempty" maxLength:"64" doc:"With a new person"`
		Phone   string `json:"phone,omitempty" maxLength:"30"`
		Post    string `json:"post" enum:"principal,director,officer"`
		Site    string `json:"site,omitempty" format:"uuid"`
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

// EndAppointmentInput ends an appointment.
type EndAppointmentInput struct {
	InEnterprise
	Appointment string `path:"appointment" format:"uuid"`
	Body        struct {
		Reason string `json:"reason" minLength:"1" maxLength:"200"`
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
