package reference

import "slices"

// LicenceKind is a kind of certificate (证照种类). Holder says what it is given
// for: product, person, device, supplier, or none. Leads are the days before
// its last day on which the enterprise is reminded, the earliest first; they
// are our own.
type LicenceKind struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	Holder string `json:"holder"`
	Leads  []int  `json:"leads"`
}

// SelfCheck is the yearly report (年度自查报告) of who holds a certificate of the
// kind For. Opens and Due are days of the year, as "12-31".
type SelfCheck struct {
	Name     string `json:"name"`
	For      string `json:"for"`
	Opens    string `json:"opens"`
	Due      string `json:"due"`
	Verified bool   `json:"verified"`
	Source   string `json:"source"`
}

var licences = decode[struct {
	Kinds     []LicenceKind `json:"kinds"`
	SelfCheck SelfCheck     `json:"self_check"`
}]("licences.json")

// LicenceKinds returns the kinds in the order in which they are offered.
func LicenceKinds() []LicenceKind { return slices.Clone(licences.Kinds) }

// LicenceKindOf returns the kind with the code.
func LicenceKindOf(code string) (LicenceKind, bool) {
	n := slices.IndexFunc(licences.Kinds, func(k LicenceKind) bool { return k.Code == code })
	if n < 0 {
		return LicenceKind{}, false
	}
	return licences.Kinds[n], true
}

// YearlySelfCheck returns what is known of the yearly report.
func YearlySelfCheck() SelfCheck { return licences.SelfCheck }
