package reference

import (
	"slices"

	"zhize/internal/platform/clock"
)

// Source is a law that the basis of an item names by a short form.
type Source struct {
	Short    string `json:"short"`
	Title    string `json:"title"`
	Edition  string `json:"edition"`
	Verified bool   `json:"verified"`
}

// Provision is one statement of law, in a paraphrase close to the wording.
// Where Verified is false the article was not read: neither its number nor its
// wording may be shown as law, and no × may rest on it.
type Provision struct {
	ID        string    `json:"id"`
	Source    string    `json:"source"`
	Article   string    `json:"article"`
	Sides     []Side    `json:"sides"`
	Text      string    `json:"text"`
	Verified  bool      `json:"verified"`
	ValidFrom clock.Day `json:"valid_from"`
}

var laws = decode[struct {
	Sources    []Source    `json:"sources"`
	Provisions []Provision `json:"provisions"`
}]("law.json")

// Sources returns the laws that the library cites.
func Sources() []Source { return slices.Clone(laws.Sources) }

// Provisions returns the statements of law in order.
func Provisions() []Provision { return slices.Clone(laws.Provisions) }

// Law returns the provision with the id, such as "order76.4.veto".
func Law(id string) (Provision, bool) {
	n := slices.IndexFunc(laws.Provisions, func(p Provision) bool { return p.ID == id })
	if n < 0 {
		return Provision{}, false
	}
	return laws.Provisions[n], true
}
