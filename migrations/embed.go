// Package migrations holds the schema: written SQL for both engines, the same
// numbers and the same names, forward only.
package migrations

import "embed"

// Files holds the folders "sqlite" and "postgres".
//
//go:embed sqlite/*.sql postgres/*.sql
var Files embed.FS
