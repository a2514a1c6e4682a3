// Package app assembles the program: it knows every package, hands each its
// neighbours, and starts and stops what runs.
package app
