package identity

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals at the door of a capacity.
var (
	// ErrAgencyNotFound answers an agency that is not there and one in which the
	// person has no part alike.
	ErrAgencyNotFound = fault.New(fault.NotFound, "regulator.agency.not_found", "没有找到该机构，或者您不是该机构的人员。")

	errMustChange = fault.New(fault.Forbidden, "identity.password.must_change", "请先修改初始密码，然后再办理业务。")
)

// errRoleSide is a programmer's mistake.
var errRoleSide = errors.New("role of the wrong side")

// Role is a role that an account is to hold for one enterprise or in one
// agency. Appointments and agencies are the only ones who grant it.
type Role struct {
	Account    id.ID
	Enterprise id.ID
	Agency     id.ID
	// OwnerName is the name of the enterprise or agency.
	OwnerName string
	Role      access.Role
	// Source is what granted the role, as an appointment; ending it ends the role.
	Source id.ID
	From   time.Time
	Until  *time.Time
}

// GrantRole lets an account act. A role for an enterprise is granted in a
// transaction that is scoped to this enterprise.
func (s *Service) GrantRole(tx *db.Tx, m Role) error {
	if m.Enterprise != id.Nil && m.Enterprise != tx.Enterprise() {
		return fmt.Errorf("grant %s for enterprise %s: %w", m.Role, m.Enterprise, db.ErrForeignRow)
	}
	agencys := m.Role == access.Supervisor || m.Role == access.Chief
	if agencys != (m.Agency != id.Nil) || agencys == (m.Enterprise != id.Nil) {
		return fmt.Errorf("grant %s: %w", m.Role, errRoleSide)
	}
	if m.From.IsZero() {
		m.From = tx.Now()
	}
	return insertRole(tx, tx.NewID(), m)
}

// EndRoles ends from an instant on what came from the source. Write access
// ends at that very instant.
func (s *Service) EndRoles(tx *db.Tx, source id.ID, at time.Time) error {
	return endRoles(tx, source, at)
}

// LimitRoles lets what came from the source end at an instant, be it later than
// before, or not at all.
func (s *Service) LimitRoles(tx *db.Tx, source id.ID, until *time.Time) error {
	return limitRoles(tx, source, until)
}

// Served lists the enterprises for which the account ever held a role, with the
// names by which they are known.
func (s *Service) Served(tx *db.Tx, account id.ID) (map[id.ID]string, error) {
	return servedBy(tx, account)
}

// RenameEnterprise notes the new name of the transaction's enterprise, by which
// its people choose it.
func (s *Service) RenameEnterprise(tx *db.Tx, name string) error { return renameOwner(tx, name) }

// JoinAgency gives the person of the login a role in an agency, and an account
// if he has none; the initial password is then returned. The caller has
// checked that the agency lies in the actor's area.
func (s *Service) JoinAgency(tx *db.Tx, agency id.ID, agencyName string, role access.Role, login, name string) (account id.ID, initial string, err error) {
	a, found, err := accountByLogin(tx, cleanLogin(login))
	if err != nil {
		return id.Nil, "", err
	}
	account = a.ID
	switch {
	case found && a.Name != strings.TrimSpace(name):
		// Another person: a login typed wrong must not let a stranger in.
		return id.Nil, "", errLoginTaken.At("body.login", "")
	case !found:
		if account, initial, err = s.CreateAccount(tx, login, name, ""); err != nil {
			return id.Nil, "", err
		}
	}
	err = s.GrantRole(tx, Role{Account: account, Agency: agency, OwnerName: agencyName, Role: role})
	return account, initial, err
}

// LeaveAgency ends a membership in the agency now.
func (s *Service) LeaveAgency(tx *db.Tx, membership, agency id.ID) error {
	return endRole(tx, membership, agency)
}

// Enter reads an access token and returns the person in the capacity asked
// for: for an enterprise, for an agency, or for himself if both are absent.
func (s *Service) Enter(ctx context.Context, token string, enterprise, agency id.ID) (access.Actor, error) {
	account, session, err := s.tokens.read(token)
	if err != nil {
		return access.Actor{}, err
	}
	entries, err := entriesOf(ctx, s.db, account, session, enterprise, agency)
	if err != nil {
		return access.Actor{}, err
	}
	if len(entries) == 0 {
		return access.Actor{}, errSessionExpired
	}
	a := access.Actor{Account: account, Session: session, Name: entries[0].Name}
	if enterprise == id.Nil && agency == id.Nil {
		return a, nil
	}
	if entries[0].MustChange {
		return access.Actor{}, errMustChange
	}
	for _, e := range entries {
		if e.Role != "" && !a.Is(e.Role) {
			a.Roles = append(a.Roles, e.Role)
		}
	}
	switch {
	case len(a.Roles) > 0 && enterprise != id.Nil:
		a.Enterprise = enterprise
	case len(a.Roles) > 0:
		a.Agency, a.Path = agency, entries[0].Path
	case enterprise != id.Nil:
		return access.Actor{}, db.ErrEnterpriseNotFound
	default:
		return access.Actor{}, ErrAgencyNotFound
	}
	return a, nil
}

// Stand returns a person with the roles that he holds now for the enterprise or,
// if an agency is named, in that agency; without roles if he holds none or his
// account is closed. It is for work done in his name while he is away.
func (s *Service) Stand(ctx context.Context, account, enterprise, agency id.ID) (access.Actor, error) {
	if agency != id.Nil {
		enterprise = id.Nil
	}
	entries, err := standingOf(ctx, s.db, account, enterprise, agency)
	if err != nil {
		return access.Actor{}, err
	}
	a := access.Actor{Account: account}
	for _, e := range entries {
		a.Name = e.Name
		if e.Role != "" && !a.Is(e.Role) {
			a.Roles, a.Path = append(a.Roles, e.Role), e.Path
		}
	}
	if len(a.Roles) > 0 {
		a.Enterprise, a.Agency = enterprise, agency
	}
	return a, nil
}

// me describes an account with the capacities in which it may act.
func me(tx *db.Tx, a accountRow) (api.Me, error) {
	out := api.Me{Account: string(a.ID), Login: a.Login, Name: a.Name, Memberships: []api.Membership{}}
	roles, err := heldBy(tx, a.ID)
	if err != nil {
		return out, err
	}
	held := map[id.ID][]access.Role{}
	for _, r := range roles {
		side, owner := "enterprise", r.Enterprise
		if owner == id.Nil {
			side, owner = "agency", r.Agency
		}
		if held[owner] == nil {
			out.Memberships = append(out.Memberships, api.Membership{Side: side, ID: string(owner), Name: r.OwnerName, Level: r.Level})
		}
		if !slices.Contains(held[owner], r.Role) {
			held[owner] = append(held[owner], r.Role)
		}
	}
	for i := range out.Memberships {
		m := &out.Memberships[i]
		for _, r := range access.Roles() { // the highest post first, as people say them
			if slices.Contains(held[id.ID(m.ID)], r) {
				m.Roles = append(m.Roles, string(r))
			}
		}
		for _, p := range access.Standard.Of(held[id.ID(m.ID)]) {
			m.Permissions = append(m.Permissions, string(p))
		}
		slices.Sort(m.Permissions)
	}
	return out, nil
}
