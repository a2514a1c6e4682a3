// Package area is the authority's overview of its area (辖区总览): who needs
// the agency, how today stands, a calendar of its offices, and the list of its
// enterprises. It reads what other nouns wrote and writes nothing.
//
// It states facts. There is no ranking and no score: they manufacture fake
// zero-risk reports. A self-found hazard whose deadline has not passed is
// listed and never grave, and today has no colour of judgement.
package area
