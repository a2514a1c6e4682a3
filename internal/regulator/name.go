package regulator

import (
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// AgencyName is the agency's own name.
func (s *Service) AgencyName(tx *db.Tx, agency id.ID) (string, error) {
	a, _, err := agencyOf(tx, agency)
	return a.Name, err
}

// MemberName names a person who holds a role in the agency now.
func (s *Service) MemberName(tx *db.Tx, account, agency id.ID) (name string, found bool, err error) {
	return memberNamed(tx, account, agency)
}
