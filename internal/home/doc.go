// Package home is the enterprise's first page at the desk: how it stands this
// month, what is due by when, and what is still open of 附件3; and a person's
// day over all the enterprises he serves.
//
// It keeps nothing of its own and judges nothing: every figure is somebody's
// rows, counted where they are kept.
package home
