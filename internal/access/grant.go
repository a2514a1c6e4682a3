package access

import (
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrForbidden is the answer to everybody who is signed in but not entitled.
var ErrForbidden = fault.New(fault.Forbidden, "access.forbidden", "您没有办理此事项的权限。如需办理，请联系本单位主要负责人或管理员。")

// Actor is the person who acts, in the capacity in which he acts: for one
// enterprise or for one agency, never for both at once.
type Actor struct {
	Account id.ID
	Session id.ID
	// Name is the person's name as it is printed on records.
	Name  string
	Roles []Role
	// Enterprise is set when the person acts for an enterprise.
	Enterprise id.ID
	// Agency and Path are set when the person acts for an agency; the path
	// ends in "/" and covers the agency and all below it.
	Agency id.ID
	Path   string
}

// Is reports whether the actor holds the role.
func (a Actor) Is(role Role) bool {
	for _, r := range a.Roles {
		if r == role {
			return true
		}
	}
	return false
}

// Scope is the set of rows that a grant opens. The zero scope opens none.
type Scope struct {
	// Enterprise narrows to one enterprise.
	Enterprise id.ID
	// Agency and the half-open range From ≤ path < To cover an agency's area,
	// for reading only.
	Agency   id.ID
	From, To string
	// Account opens what belongs to one person, whatever enterprise it came from.
	Account id.ID
	// Job names the system's own sweep.
	Job string
}

// Sweeps reports whether the system looks across all enterprises. Once narrowed
// to one it acts as that enterprise does.
func (s Scope) Sweeps() bool { return s.Job != "" && s.Enterprise == id.Nil }

// Grant is the proof that a check passed.
type Grant struct {
	actor      Actor
	permission Permission
	operation  string
	request    string
	scope      Scope
	valid      bool
}

// Actor returns the person to whom the grant was given.
func (g Grant) Actor() Actor { return g.actor }

// Permission returns what was granted.
func (g Grant) Permission() Permission { return g.permission }

// Operation returns the contract's name of what is being done.
func (g Grant) Operation() string { return g.operation }

// Request returns the number of the request, which ties log and audit together.
func (g Grant) Request() string { return g.request }

// Scope returns the rows that the grant opens.
func (g Grant) Scope() Scope { return g.scope }

// Valid reports whether the grant opens a transaction.
func (g Grant) Valid() bool { return g.valid }

// Call is one use of an operation.
type Call struct {
	Operation string
	Request   string
}

// Check is the only maker of grants for people.
func (p Policy) Check(a Actor, permission Permission, call Call) (Grant, error) {
	if a.Account == id.Nil || !p.allows(a.Roles, permission) {
		return Grant{}, ErrForbidden
	}
	g := Grant{actor: a, permission: permission, operation: call.Operation, request: call.Request, valid: true}
	switch {
	case a.Enterprise != id.Nil:
		g.scope = Scope{Enterprise: a.Enterprise}
	case a.Agency != id.Nil && a.Path != "":
		g.scope = Scope{Agency: a.Agency, From: a.Path, To: above(a.Path)}
	}
	return g, nil
}

// Self grants a signed-in person what concerns only his own account. It opens
// a transaction that sees no enterprise's rows.
func Self(a Actor, call Call) (Grant, error) {
	if a.Account == id.Nil {
		return Grant{}, ErrForbidden
	}
	a.Roles, a.Enterprise, a.Agency, a.Path = nil, id.Nil, id.Nil, ""
	return Grant{actor: a, permission: PermSelf, operation: call.Operation, request: call.Request, scope: Scope{Account: a.Account}, valid: true}, nil
}

// Anyone grants what needs no account, as logging in. It opens a transaction
// that sees no enterprise's rows.
func Anyone(call Call) Grant {
	return Grant{permission: PermPublic, operation: call.Operation, request: call.Request, valid: true}
}

// System grants a sweep of the system itself, across all enterprises.
func System(job string) Grant {
	return Grant{permission: "system", operation: job, scope: Scope{Job: job}, valid: true}
}

// On narrows a sweep of the system's to one enterprise, as which it then acts.
// Nobody else's grant is narrowed by it.
func (g Grant) On(enterprise id.ID) Grant {
	if g.scope.Job == "" {
		return Grant{}
	}
	g.scope.Enterprise = enterprise
	return g
}

// Founding narrows a grant to an enterprise that is being founded in this very
// transaction, by registration or by an office. The caller minted its id, so
// nobody else's rows can carry it.
func (g Grant) Founding(enterprise id.ID) Grant {
	g.scope.Enterprise = enterprise
	return g
}

// Bearer lets who holds a paper's code, or who once served an enterprise, read
// there in a reading transaction. The caller compares the code's digest with
// the record, or keeps to what that person did himself, before anything leaves.
func (g Grant) Bearer(enterprise id.ID) Grant {
	g.scope = Scope{Enterprise: enterprise}
	return g
}

// above returns the end of the half-open range of paths that begin with the
// prefix, which ends in "/". '0' follows '/' in every collation used.
func above(prefix string) string { return prefix[:len(prefix)-1] + "0" }
