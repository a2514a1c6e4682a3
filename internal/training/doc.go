// Package training keeps what the enterprise does to train those who hold posts
// (培训、自学与单位考核): a plan for the year, sessions with attendance, self-study
// with material, tests with their paper. What was held, attended, studied and
// tested is sealed; a mistake is corrected by a later version with its reason.
//
// An attendance begins unanswered. It tells apart who signed in his own session
// and who signed by hand on the organiser's device, and time in a session from
// time of self-study, which is a person's own account. The topics a person
// needs are the topics he failed.
//
// How much time a post wants is the enterprise's own figure: no order states a
// number.
package training
