package config

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
)

// checkStorage wants all of the object storage or nothing. Beside the embedded
// database it is refused: that one's backup copies the folder.
func (c *Config) checkStorage() []error {
	given := 0
	for _, v := range []string{c.S3Endpoint, c.S3Bucket, c.S3Key.Reveal(), c.S3Secret.Reveal()} {
		if v != "" {
			given++
		}
	}
	switch {
	case given == 0:
		return nil
	case given < 4:
		return []error{errors.New("ZHIZE_S3_ENDPOINT, ZHIZE_S3_BUCKET, ZHIZE_S3_KEY and ZHIZE_S3_SECRET go together; set all four")}
	case c.Embedded():
		return []error{errors.New("ZHIZE_S3_ENDPOINT is set without ZHIZE_DATABASE_URL: the embedded database keeps its files in the data folder")}
	}
	if u, err := url.Parse(c.S3Endpoint); err != nil || u.Host == "" || u.Path != "" || u.Scheme != "https" && u.Scheme != "http" {
		return []error{fmt.Errorf("ZHIZE_S3_ENDPOINT is %q, want https://host without a path", c.S3Endpoint)}
	}
	return nil
}

// checkGateways looks at the ways by which people are reminded. All of them may be
// absent; half of one is a mistake.
func (c *Config) checkGateways() []error {
	var problems []error
	if c.SMTPHost != "" {
		if _, err := mail.ParseAddress(c.SMTPFrom); err != nil {
			problems = append(problems, fmt.Errorf("ZHIZE_SMTP_FROM is %q, want an address as zhize@example.com", c.SMTPFrom))
		}
		if c.SMTPPort < 1 || c.SMTPPort > 65535 {
			problems = append(problems, fmt.Errorf("ZHIZE_SMTP_PORT is %d", c.SMTPPort))
		}
		if !slices.Contains([]string{"starttls", "implicit", "none"}, c.SMTPTLS) {
			problems = append(problems, fmt.Errorf("ZHIZE_SMTP_TLS is %q, want starttls, implicit or none", c.SMTPTLS))
		}
		if c.SMTPTLS == "none" && c.SMTPPassword != "" {
			problems = append(problems, errors.New("ZHIZE_SMTP_TLS is none and ZHIZE_SMTP_PASSWORD is set: no password travels in clear"))
		}
	}
	if c.SMSURL != "" {
		if u, err := url.Parse(c.SMSURL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			problems = append(problems, errors.New("ZHIZE_SMS_URL is not an address https://…"))
		}
	}
	return problems
}
