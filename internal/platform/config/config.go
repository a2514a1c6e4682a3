package config

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"net/netip"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/caarlos0/env/v11"
)

// Secret is a text that no log and no error shows.
type Secret string

// Reveal returns the text.
func (s Secret) Reveal() string { return string(s) }

// String hides the text.
func (Secret) String() string { return "[secret]" }

// GoString hides the text.
func (Secret) GoString() string { return "[secret]" }

// LogValue hides the text.
func (Secret) LogValue() slog.Value { return slog.StringValue("[secret]") }

// Config is all that an operator decides.
type Config struct {
	// Listen is the address on which HTTP is served.
	Listen string `env:"ZHIZE_LISTEN" envDefault:"127.0.0.1:8080"`
	// Data is the folder of the embedded database, the photos and the demo's keys.
	Data string `env:"ZHIZE_DATA" envDefault:"./data"`

	// Without a database's address the embedded one in the data folder is used.
	// The addresses hold passwords.
	DatabaseURL       Secret `env:"ZHIZE_DATABASE_URL"`
	OwnerDatabaseURL  Secret `env:"ZHIZE_OWNER_DATABASE_URL"`
	SweepDatabaseURL  Secret `env:"ZHIZE_SWEEP_DATABASE_URL"`
	ReportDatabaseURL Secret `env:"ZHIZE_REPORT_DATABASE_URL"`

	// SigningKey signs checkpoints: the ledger's one line "PRIVATE+KEY+…".
	SigningKey Secret `env:"ZHIZE_SIGNING_KEY"`
	// TokenKey, FieldKey and IndexKey are 32 random bytes each, in base64.
	TokenKey Secret `env:"ZHIZE_TOKEN_KEY"`
	FieldKey Secret `env:"ZHIZE_FIELD_KEY"`
	IndexKey Secret `env:"ZHIZE_INDEX_KEY"`

	// S3Endpoint is the object storage for photos, files and papers, which replicas
	// share; without it they lie in the data folder. The bucket exists already.
	S3Endpoint string `env:"ZHIZE_S3_ENDPOINT"`
	S3Bucket   string `env:"ZHIZE_S3_BUCKET"`
	S3Key      Secret `env:"ZHIZE_S3_KEY"`
	S3Secret   Secret `env:"ZHIZE_S3_SECRET"`

	// PublicURL is where people reach the service.
	PublicURL string `env:"ZHIZE_PUBLIC_URL"`
	// TrustedProxies are the networks whose X-Forwarded-For is believed.
	TrustedProxies []string `env:"ZHIZE_TRUSTED_PROXIES"`
	// SMTP is the mail server by which people are reminded; without a host there
	// is no e-mail. TLS is starttls, implicit or none.
	SMTPHost     string `env:"ZHIZE_SMTP_HOST"`
	SMTPPort     int    `env:"ZHIZE_SMTP_PORT" envDefault:"587"`
	SMTPUser     string `env:"ZHIZE_SMTP_USER"`
	SMTPPassword Secret `env:"ZHIZE_SMTP_PASSWORD"`
	SMTPFrom     string `env:"ZHIZE_SMTP_FROM"`
	SMTPTLS      string `env:"ZHIZE_SMTP_TLS" envDefault:"starttls"`
	// SMSURL is the HTTP gateway for SMS; without it there is none.
	SMSURL   string `env:"ZHIZE_SMS_URL"`
	SMSToken Secret `env:"ZHIZE_SMS_TOKEN"`
	// NoticeInside lets enterprises enter robots and webhooks of the inner network
	// and without TLS. It is for tests, and for a network that is closed as a whole.
	NoticeInside bool `env:"ZHIZE_NOTICE_INSIDE"`
	// NoticeLease is how long a sender has before another replica takes over.
	NoticeLease time.Duration `env:"ZHIZE_NOTICE_LEASE" envDefault:"1m"`

	// Log is the least grave level that is logged.
	Log slog.Level `env:"ZHIZE_LOG" envDefault:"info"`

	// Demo says that the data are made up and may keep secrets of its own making.
	Demo bool `env:"-"`

	// Token, Field and Index are the keys as bytes.
	Token, Field, Index []byte `env:"-"`
}

// Options are what the caller adds to the environment.
type Options struct {
	Demo bool
	// NewSigningKey makes the demo's signing key.
	NewSigningKey func() (string, error)
}

// Load reads the environment, given as os.Environ gives it.
func Load(environ []string, o Options) (Config, error) {
	vars, err := variables(environ)
	problems := []error{err}
	c, err := env.ParseAsWithOptions[Config](env.Options{Environment: vars})
	if err != nil {
		problems = append(problems, err)
	}
	c.Demo = o.Demo
	if c.PublicURL == "" {
		c.PublicURL = "http://" + c.Listen
	}
	c.PublicURL = strings.TrimSuffix(c.PublicURL, "/")
	if o.Demo && errors.Join(problems...) == nil {
		problems = append(problems, c.keepKeys(o))
	}
	problems = append(problems, c.check()...)
	if err := errors.Join(problems...); err != nil {
		return Config{}, fmt.Errorf("configuration:\n%w", err)
	}
	return c, nil
}

// Embedded reports whether the embedded database is used.
func (c Config) Embedded() bool { return c.DatabaseURL == "" }

// DatabaseFile is the file of the embedded database.
func (c Config) DatabaseFile() string { return filepath.Join(c.Data, "zhize.db") }

// PhotoFolder is the folder of the photos.
func (c Config) PhotoFolder() string { return filepath.Join(c.Data, "photos") }

// Encrypted reports whether people reach the service through TLS, so that
// cookies may be bound to it.
func (c Config) Encrypted() bool { return strings.HasPrefix(c.PublicURL, "https://") }

// inFiles are the variables that may be given as a file.
var inFiles = []string{
	"ZHIZE_DATABASE_URL", "ZHIZE_OWNER_DATABASE_URL", "ZHIZE_SWEEP_DATABASE_URL", "ZHIZE_REPORT_DATABASE_URL",
	"ZHIZE_SIGNING_KEY", "ZHIZE_TOKEN_KEY", "ZHIZE_FIELD_KEY", "ZHIZE_INDEX_KEY",
	"ZHIZE_SMTP_USER", "ZHIZE_SMTP_PASSWORD", "ZHIZE_SMS_TOKEN", "ZHIZE_S3_KEY", "ZHIZE_S3_SECRET",
}

// variables returns the environment with the content of the files in place of
// their names. Errors name the variable and the file, never the content.
func variables(environ []string) (map[string]string, error) {
	vars := env.ToMap(environ)
	maps.DeleteFunc(vars, func(_, value string) bool { return value == "" })
	var problems []error
	for _, name := range inFiles {
		file := vars[name+"_FILE"]
		if file == "" {
			continue
		}
		if vars[name] != "" {
			problems = append(problems, fmt.Errorf("%s and %s_FILE are both set; keep one", name, name))
			continue
		}
		content, err := os.ReadFile(file) //nolint:gosec // G304: the operator names the file
		if err != nil {
			problems = append(problems, fmt.Errorf("%s_FILE: %w", name, err))
			continue
		}
		if vars[name] = strings.TrimSpace(string(content)); vars[name] == "" {
			problems = append(problems, fmt.Errorf("%s_FILE: %s is empty", name, file))
		}
	}
	return vars, errors.Join(problems...)
}

func (c *Config) check() []error {
	var problems []error
	wrong := func(name, format string, args ...any) {
		problems = append(problems, fmt.Errorf(name+" "+format, args...))
	}
	if _, _, err := net.SplitHostPort(c.Listen); err != nil {
		wrong("ZHIZE_LISTEN", "is %q, want host:port", c.Listen)
	}
	if u, err := url.Parse(c.PublicURL); err != nil || u.Host == "" || !slices.Contains([]string{"http", "https"}, u.Scheme) || u.Path != "" {
		wrong("ZHIZE_PUBLIC_URL", "is %q, want https://host without a path", c.PublicURL)
	}
	for i, network := range c.TrustedProxies {
		c.TrustedProxies[i] = strings.TrimSpace(network)
		if _, err := netip.ParsePrefix(c.TrustedProxies[i]); err != nil {
			wrong("ZHIZE_TRUSTED_PROXIES", "names %q, want networks as 10.0.0.0/8", network)
		}
	}
	for _, d := range []struct {
		name string
		url  Secret
	}{
		{"ZHIZE_DATABASE_URL", c.DatabaseURL},
		{"ZHIZE_OWNER_DATABASE_URL", c.OwnerDatabaseURL},
		{"ZHIZE_SWEEP_DATABASE_URL", c.SweepDatabaseURL},
		{"ZHIZE_REPORT_DATABASE_URL", c.ReportDatabaseURL},
	} {
		if d.url == "" {
			continue
		}
		if u, err := url.Parse(d.url.Reveal()); err != nil || u.Scheme != "postgres" && u.Scheme != "postgresql" {
			wrong(d.name, "is not an address postgres://…")
		}
		if c.DatabaseURL == "" {
			wrong(d.name, "is set without ZHIZE_DATABASE_URL")
		}
	}
	if c.DatabaseURL != "" && c.SweepDatabaseURL == "" {
		wrong("ZHIZE_SWEEP_DATABASE_URL", "is missing: sweeps run under a role of their own")
	}
	return slices.Concat(problems, c.checkStorage(), c.checkGateways(), c.checkKeys())
}
