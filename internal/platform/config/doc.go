// Package config reads what an operator decides: one struct, from environment
// variables ZHIZE_*. Every secret can stand in a file instead, named by the
// variable with _FILE at its end. All that is wrong is reported together.
//
// Outside the demo no secret has a default. The demo makes its own the first
// time and keeps them in the data folder.
package config
