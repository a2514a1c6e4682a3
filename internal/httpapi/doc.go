// Package httpapi carries the contract over HTTP: it validates, finds out who
// asks, checks the permission and translates. It decides nothing about the
// domain. Each noun has a file; echo and huma appear nowhere else.
package httpapi
