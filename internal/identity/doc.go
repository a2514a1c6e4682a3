// Package identity knows who somebody is and in which capacities he may act.
//
// An account belongs to a person; a membership is a role that the account
// holds for one enterprise or in one agency, from an instant and until one. A
// person signs in with login and password and gets an access token of ten
// minutes and a refresh token of thirty days that changes with every use.
// Every request asks the database again whether session, account and
// membership still stand, so that revoking any of them works at once.
//
// Accounts, memberships and sessions belong to no tenant: one person may serve
// several enterprises. What was done with them is in the audit log.
package identity
