package hazard

import (
	"fmt"

	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Service follows hazards.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	photos      *photo.Service
	enterprises *enterprise.Service
	papers      *paper.Service
	posts       Posts
	sites       Sites
	duties      Duties
	agencies    Agencies
}

// Neighbours are those whom hazards need.
type Neighbours struct {
	Ledger      *ledger.Service
	Photos      *photo.Service
	Enterprises *enterprise.Service
	Papers      *paper.Service
	Posts       Posts
	Sites       Sites
	Duties      Duties
	Agencies    Agencies
}

// New makes the service.
func New(d *db.DB, n Neighbours) *Service {
	return &Service{
		db: d, ledger: n.Ledger, photos: n.Photos, enterprises: n.Enterprises, papers: n.Papers,
		posts: n.Posts, sites: n.Sites, duties: n.Duties, agencies: n.Agencies,
	}
}

// person is who acts, if he acts for the enterprise.
func (s *Service) person(tx *db.Tx) (Person, error) {
	a := tx.Actor()
	if a.Enterprise != tx.Enterprise() || a.Enterprise == id.Nil {
		return Person{}, nil
	}
	sole, err := s.posts.SoleKeeper(tx, a.Account)
	if err != nil {
		return Person{}, fmt.Errorf("read posts of %s: %w", a.Account, err)
	}
	return Person{Account: a.Account, Roles: a.Roles, Sole: sole}, nil
}
