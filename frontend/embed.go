// Package frontend carries the built web application inside the binary.
//
// dist holds what "make web" built. A fresh clone has only dist/.gitkeep in it
// (the "all:" below takes dot files), so that the Go side builds and tests
// without Node; pages then answer 503 with the command to run.
package frontend

import "embed"

// Dist is the built application under "dist/", each text file beside its .br
// and .gz twin.
//
//go:embed all:dist
var Dist embed.FS
