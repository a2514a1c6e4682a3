// Package cipher keeps single fields secret: phones and identity numbers are
// stored sealed, and found again by a keyed hash of their value. Every sealed
// value names the key that sealed it, so that keys can be changed one at a time.
package cipher
