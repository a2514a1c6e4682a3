// Package job rings the bells: it calls the system's sweeps when they are due.
//
// A bell makes nothing true. What it calls looks at the database and makes up
// for whatever is missing, so that a missed or doubled bell does no harm. A
// row per bell (fires) decides which replica answers it, and tells after a
// downtime which bells were missed. Only cron's parser is used: its runner
// knows neither the due time nor other replicas.
package job
