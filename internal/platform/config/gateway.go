package config

import (
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"slices"
)

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
