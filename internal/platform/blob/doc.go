// Package blob keeps files beside the database: in a folder, or in a bucket
// that speaks S3. A file is whole or absent, and durable once Put has returned,
// because a phone deletes its own copy after our answer. Keys are slash-
// separated and chosen by us, never by a client.
package blob
