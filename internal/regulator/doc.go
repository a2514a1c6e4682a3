// Package regulator holds the authorities as a tree (市局, 区局, 市场监管所), their
// people, which office and which named officer supervises an enterprise from
// which day, and the trace that every look at an enterprise leaves.
//
// An agency's path begins with the path of the agency above it, so that an
// area is a range of paths. The names of agencies are public.
package regulator
