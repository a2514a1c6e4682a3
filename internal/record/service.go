package record

import (
	"encoding/hex"

	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
)

// The kinds of sealed facts.
const (
	KindSubmitted = "record.daily.submitted"
	KindCorrected = "record.daily.corrected"
	KindReviewed  = "record.daily.reviewed"
)

// Service keeps the daily records.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	obligations *obligation.Service
	enterprises *enterprise.Service
	lists       Lists
	posts       Posts
	hazards     HazardBook
	photos      Photos
	roster      Roster
	closings    Closings
	papers      *paper.Service
}

// Ports are the neighbours that a record needs.
type Ports struct {
	Lists   Lists
	Posts   Posts
	Hazards HazardBook
	Photos  Photos
	// Roster and Closings serve the week's report.
	Roster   Roster
	Closings Closings
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, o *obligation.Service, e *enterprise.Service, p Ports, papers *paper.Service) *Service {
	return &Service{
		db: d, ledger: l, obligations: o, enterprises: e, lists: p.Lists, posts: p.Posts, hazards: p.Hazards, photos: p.Photos,
		roster: p.Roster, closings: p.Closings, papers: papers,
	}
}

func hexOf(b []byte) string { return hex.EncodeToString(b) }
