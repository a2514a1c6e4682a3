package reference

import (
	"embed"
	"encoding/json"
	"fmt"
)

//go:embed data/*.json data/bylaws/*.md
var files embed.FS

// decode reads an embedded file at start-up. The files are part of the binary:
// one that does not read is a broken build.
func decode[T any](name string) T {
	var v T
	b, err := files.ReadFile("data/" + name)
	if err == nil {
		err = json.Unmarshal(b, &v)
	}
	if err != nil {
		panic(fmt.Errorf("embedded %s: %w", name, err))
	}
	return v
}

// Side says which of the two Orders applies: 75 for production, 76 for sales.
type Side string

// The sides. A unit that both makes and sells has both.
const (
	Production Side = "production"
	Sales      Side = "sales"
)
