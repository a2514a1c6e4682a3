// Package testkit gives tests their world: both databases, a clock that stands
// still, and an enterprise of their own. Tests are kept apart by tenant, not by
// truncation: one database per package, and every test founds its own
// enterprise, so that neighbours are live noise and a leak is a wrong count in
// somebody's test.
package testkit
