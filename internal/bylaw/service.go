package bylaw

import (
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/reference"
)

// Service keeps the bylaws.
type Service struct {
	db     *db.DB
	ledger *ledger.Service
	papers *paper.Service
	Ports
}

// Ports are whom the service asks.
type Ports struct {
	Archive Archive
	Posts   Posts
	Duties  Duties
	Files   Files
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, papers *paper.Service, p Ports) *Service {
	return &Service{db: d, ledger: l, papers: papers, Ports: p}
}

func title(kind string) string {
	k, _ := reference.BylawOf(kind)
	return k.Title
}
