package regulator

import (
	"errors"
	"strings"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Level is an agency's rank in the tree.
type Level string

// The levels, from above.
const (
	City     Level = "city"     // 市局
	District Level = "district" // 区局
	Office   Level = "office"   // 市场监管所
)

// above is the level of the agency above.
var above = map[Level]Level{City: "", District: City, Office: District}

// Refusals about agencies.
var (
	errOfficeUnknown = fault.New(fault.Invalid, "regulator.office.unknown", "没有找到该市场监管所，请重新选择。")
	errOfficeOutside = fault.New(fault.Invalid, "regulator.office.outside", "该市场监管所不在本机构辖区内，请重新选择。")
	errAgencyOutside = fault.New(fault.NotFound, "regulator.agency.outside", "没有找到该机构，或者它不在本机构辖区内。")
)

// errTree is a programmer's or an operator's mistake.
var errTree = errors.New("an office lies under a district, a district under a city, a city under none")

// Agency is a node of the tree.
type Agency struct {
	ID       id.ID
	ParentID id.ID
	Level    Level
	Name     string
	Path     string
}

// Found enters an agency into the tree, under its parent or, for a city, under
// none. It is the administrator's.
func (s *Service) Found(tx *db.Tx, parent id.ID, level Level, name string) (id.ID, error) {
	a := Agency{ID: tx.NewID(), ParentID: parent, Level: level, Name: strings.TrimSpace(name)}
	up := Agency{}
	if parent != id.Nil {
		var found bool
		var err error
		if up, found, err = agencyOf(tx, parent); err != nil {
			return id.Nil, err
		}
		if !found {
			return id.Nil, errAgencyOutside
		}
	}
	want, known := above[level]
	if !known || up.Level != want || a.Name == "" {
		return id.Nil, errTree
	}
	a.Path = up.Path + string(a.ID) + "/"
	return a.ID, insertAgency(tx, a)
}

// FindAgency finds an agency by the names from the city down, as an operator
// writes them.
func (s *Service) FindAgency(tx *db.Tx, names ...string) (Agency, bool, error) {
	at := Agency{}
	for _, name := range names {
		next, found, err := agencyNamed(tx, at.ID, name)
		if err != nil || !found {
			return Agency{}, false, err
		}
		at = next
	}
	return at, len(names) > 0, nil
}

// covers reports whether the path lies in the scope of an agency.
func covers(scope access.Scope, path string) bool {
	return scope.From != "" && path >= scope.From && path < scope.To
}

// AgencyOf returns the agency in whose name the transaction's person acts.
func (s *Service) AgencyOf(tx *db.Tx) (Agency, error) {
	a, found, err := agencyOf(tx, tx.Grant().Scope().Agency)
	if err == nil && !found {
		err = errNoLooker
	}
	return a, err
}
