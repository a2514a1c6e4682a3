package api

import (
	"net/http"
	"time"
)

// The enterprise's own view of how it stands, and a person's day over all the
// enterprises he serves. No score and no percentage.
var (
	ReadHome = declare[InEnterprise, HomeOutput](Meta{
		ID: "readHome", Method: http.MethodGet, Path: "/enterprises/{enterprise}/home", Permission: "home.read",
		Summary: "This month's checks told apart, the people in office, what is to be done by deadline, the trend of twelve months, and what is still open of 附件3 1.1–2.5",
	})
	ReadMyToday = declare[Nothing, MyTodayOutput](Meta{
		ID: "readMyToday", Method: http.MethodGet, Path: "/me/today", Permission: "self",
		Summary: "The caller's checks and tasks of today in every enterprise in which he holds a post, each named; at most 50 enterprises",
	})
)

// HomeOutput is how an enterprise stands.
type HomeOutput struct {
	Body struct {
		Day     string        `json:"day" format:"date"`
		Month   string        `json:"month"`
		Counts  Counts        `json:"counts" doc:"The checks of the month up to today"`
		People  []Appointment `json:"people" doc:"In office now"`
		Duties  []Obligation  `json:"duties" doc:"Missed, open, and opening within 14 days, by deadline; at most 30"`
		More    int           `json:"more" doc:"How many duties are not listed"`
		Hazards HazardCounts  `json:"hazards" doc:"Open ones"`
		Trend   []HomeMonth   `json:"trend" doc:"Twelve months, oldest first"`
		Items   []DossierItem `json:"items" doc:"Items of 附件3 1.1–2.5 with something open"`
		Steps   FirstSteps    `json:"steps"`
	}
}

// HomeMonth is a month of the trend.
type HomeMonth struct {
	Month        string `json:"month"`
	Found        int    `json:"found" doc:"Hazards found in the month"`
	ClosedInTime int    `json:"closedInTime" doc:"Of them: closed by their deadline"`
	Repeats      int    `json:"repeats" doc:"Found again while open, or come back after closing"`
}

// FirstSteps are the steps of a new enterprise's first hour.
type FirstSteps struct {
	Archive bool `json:"archive" doc:"A business is reported and a product is entered"`
	List    bool `json:"list" doc:"A risk-control list is approved"`
	People  bool `json:"people" doc:"Somebody keeps the records: an officer or director is in office"`
	Check   bool `json:"check" doc:"A daily check was submitted"`
}

// MyTodayOutput is a person's day.
type MyTodayOutput struct {
	Body struct {
		ServerTime  time.Time      `json:"serverTime"`
		Enterprises []MyEnterprise `json:"enterprises" doc:"Those with something to do first"`
	}
}

// MyEnterprise is what awaits the person in one enterprise.
type MyEnterprise struct {
	Enterprise string   `json:"enterprise" format:"uuid"`
	Name       string   `json:"name"`
	Roles      []string `json:"roles"`
	Day        string   `json:"day" format:"date"`
	Open       int      `json:"open" doc:"Checks that can be made now and are not done"`
	Done       int      `json:"done" doc:"Checks of today that are done"`
	Missed     int      `json:"missed" doc:"Checks of the last 7 days that can be entered late"`
	Rests      bool     `json:"rests" doc:"No check is due today"`
	Tasks      []Task   `json:"tasks"`
}
