package app

import (
	"reflect"
	"strings"
	"testing"

	"zhize/internal/document"
)

// Shelves lets the stories look at what a pack is made of.
func (a *App) Shelves() []document.Shelf { return a.shelves() }

// A noun that keeps papers for a pack, and is forgotten here, is a folder that
// the inspector does not find.
func TestEveryPaperHasAShelf(t *testing.T) {
	a := &App{}
	keeps := 0
	for f := range reflect.TypeOf(a).Elem().Fields() {
		if f.Type.Kind() != reflect.Pointer {
			continue
		}
		for m := range f.Type.Methods() {
			if strings.HasSuffix(m.Name, "Leaves") {
				keeps++
			}
		}
	}
	if have := len(a.shelves()); have != keeps || keeps == 0 {
		t.Errorf("%d shelves for %d kinds of papers", have, keeps)
	}
}
