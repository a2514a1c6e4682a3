// Package notice tells people: it keeps their inbox, hands what they are told to
// e-mail, SMS and the enterprise's robots, and logs every attempt.
//
// A notice is written in the transaction of what causes it ([Service.Post]), once
// per person and dedupe key. It is the inbox and the outbox at once: a worker
// ([Service.Work]) routes it to the person's other ways of being told, claims each
// delivery under a lease, sends, and writes down the answer. To the network it is
// at least once, with the delivery's id as the key by which a receiver knows a
// repetition; what was accepted is never sent again.
//
// Before every sending the stop condition is asked: what was done meanwhile is
// dropped, and a message of which nothing is left is suppressed. Quiet hours are
// the person's; one robot is used once in so many seconds by all replicas together.
//
// Walls: a person's inbox spans enterprises, so its tables carry no enterprise and
// open to the account alone. The enterprise keeps its own part of what was said
// (notice_tellings, insert-only), through which its managers reach deliveries and
// attempts, which hold no content. Addresses and secrets are sealed and shown masked.
//
// # The signed webhook
//
// A webhook receives POST with a JSON body {id, subject, text, at} and the headers
// X-Zhize-Timestamp (seconds), X-Zhize-Signature and Idempotency-Key. The signature
// is "v1=" and the hexadecimal HMAC-SHA256, under the channel's secret, of the
// timestamp, a full stop and the body as received. Answer 2xx within ten seconds;
// 429 and 5xx are tried again, everything else is not.
package notice
