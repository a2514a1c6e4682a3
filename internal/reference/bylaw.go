package reference

import (
	"fmt"
	"slices"
)

// Bylaw is a kind of document (制度文件) that 附件3 asks for under 1.1, 1.3, 1.5
// and 1.6.
type Bylaw struct {
	Kind  string `json:"kind"`
	Item  string `json:"item"`
	Title string `json:"title"`
	Sides []Side `json:"sides"`
	// Category, if there is one, is the only product category that needs it.
	Category string `json:"category"`
	// Confirm are the posts whose holders read and sign it.
	Confirm []Post `json:"confirm"`
	// Wall marks what is hung up where people work.
	Wall bool `json:"wall"`
	// Basis are the provisions on which the template rests.
	Basis []string `json:"basis"`
}

var bylaws = decode[struct {
	Note  string  `json:"note"`
	Kinds []Bylaw `json:"kinds"`
}]("bylaws.json")

var bylawTexts = func() map[string]string {
	texts := make(map[string]string, len(bylaws.Kinds))
	for _, k := range bylaws.Kinds {
		b, err := files.ReadFile("data/bylaws/" + k.Kind + ".md")
		if err != nil {
			panic(fmt.Errorf("embedded template of %s: %w", k.Kind, err))
		}
		texts[k.Kind] = string(b)
	}
	return texts
}()

// Bylaws returns the kinds in the order of 附件3.
func Bylaws() []Bylaw { return slices.Clone(bylaws.Kinds) }

// BylawOf returns a kind.
func BylawOf(kind string) (Bylaw, bool) {
	n := slices.IndexFunc(bylaws.Kinds, func(b Bylaw) bool { return b.Kind == kind })
	if n < 0 {
		return Bylaw{}, false
	}
	return bylaws.Kinds[n], true
}

// BylawNote says what the templates are worth.
func BylawNote() string { return bylaws.Note }

// Template returns the text with which a document of the kind is begun: our own
// wording. A line that begins with # is a chapter, one with - an item, every
// other an article. {…} stands for what the archive knows; a line marked [生产],
// [销售] or [兼任] is only for whom it concerns.
func (b Bylaw) Template() string { return bylawTexts[b.Kind] }

// Verified reports whether all provisions of the basis were read.
func (b Bylaw) Verified() bool {
	return !slices.ContainsFunc(b.Basis, func(provision string) bool {
		p, known := Law(provision)
		return !known || !p.Verified
	})
}

// Applies reports whether an enterprise on the sides and with products of the
// categories needs the document. Of who has not said on which side he stands only
// what both sides need is known.
func (b Bylaw) Applies(sides []Side, categories []string) bool {
	if len(sides) == 0 {
		return len(b.Sides) > 1 && b.Category == ""
	}
	onSide := slices.ContainsFunc(b.Sides, func(s Side) bool { return slices.Contains(sides, s) })
	return onSide && (b.Category == "" || slices.Contains(categories, b.Category))
}
