package config_test

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/config"
)

// key is a key that looks random and is told apart by its first byte.
func key(first byte) string {
	b := make([]byte, 32)
	for i := range b {
		b[i] = first + byte(7*i)
	}
	return base64.StdEncoding.EncodeToString(b)
}

func secrets() []string {
	return []string{
		"ZHIZE_SIGNING_KEY=PRIVATE+KEY+zhize/test+00000000+AAAA",
		"ZHIZE_TOKEN_KEY=" + key(1), "ZHIZE_FIELD_KEY=" + key(2), "ZHIZE_INDEX_KEY=" + key(3),
	}
}

func demo(data string) ([]string, config.Options) {
	return []string{"ZHIZE_DATA=" + data}, config.Options{Demo: true, NewSigningKey: func() (string, error) { return "PRIVATE+KEY+zhize/demo+00000000+AAAA", nil }}
}

func TestDefaultsWithSecretsAreComplete(t *testing.T) {
	t.Parallel()
	c, err := config.Load(secrets(), config.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if c.Listen != "127.0.0.1:8080" || c.Data != "./data" || c.PublicURL != "http://127.0.0.1:8080" || c.Log != slog.LevelInfo || !c.Embedded() || c.Encrypted() {
		t.Errorf("defaults are %+v", c)
	}
	if len(c.Token) != 32 || len(c.Field) != 32 || len(c.Index) != 32 {
		t.Error("keys were not read")
	}
	if shown := fmt.Sprintf("%v %+v %#v", c, c, c); strings.Contains(shown, key(1)) {
		t.Error("printing the configuration shows a secret")
	}
}

func TestAllProblemsAreReportedTogether(t *testing.T) {
	t.Parallel()
	_, err := config.Load([]string{
		"ZHIZE_LISTEN=8080", "ZHIZE_PUBLIC_URL=zhize.example/app", "ZHIZE_TRUSTED_PROXIES=10.0.0.0/8,proxy",
		"ZHIZE_LOG=loud", "ZHIZE_DATABASE_URL=mysql://x:hunter2@y", "ZHIZE_TOKEN_KEY=changeme",
		"ZHIZE_FIELD_KEY=" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{0}, 32)),
	}, config.Options{})
	if err == nil {
		t.Fatal("no problem was reported")
	}
	for _, want := range []string{
		"ZHIZE_LISTEN is", "ZHIZE_PUBLIC_URL is", `"proxy"`, "Log", "ZHIZE_DATABASE_URL is not", "ZHIZE_SWEEP_DATABASE_URL is missing",
		"ZHIZE_SIGNING_KEY is missing", "ZHIZE_TOKEN_KEY is not 32 bytes", "ZHIZE_FIELD_KEY is not random", "ZHIZE_INDEX_KEY is missing",
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the report does not say %q:\n%v", want, err)
		}
	}
	for _, secret := range []string{"changeme", "hunter2"} {
		if strings.Contains(err.Error(), secret) {
			t.Errorf("the report shows a secret: %v", err)
		}
	}
}

func TestObjectStorageIsWholeAndBesidePostgreSQL(t *testing.T) {
	t.Parallel()
	database := []string{"ZHIZE_DATABASE_URL=postgres://zhize_app@db/zhize", "ZHIZE_SWEEP_DATABASE_URL=postgres://zhize_sweep@db/zhize"}
	bucket := []string{"ZHIZE_S3_ENDPOINT=https://s3.example.com", "ZHIZE_S3_BUCKET=photos", "ZHIZE_S3_KEY=k", "ZHIZE_S3_SECRET=s"}
	for name, c := range map[string]struct {
		environ []string
		want    string
	}{
		"whole":           {slices.Concat(secrets(), database, bucket), ""},
		"half":            {slices.Concat(secrets(), database, bucket[:3]), "go together"},
		"embedded":        {slices.Concat(secrets(), bucket), "without ZHIZE_DATABASE_URL"},
		"not an endpoint": {slices.Concat(secrets(), database, []string{"ZHIZE_S3_ENDPOINT=s3.example.com/photos"}, bucket[1:]), "ZHIZE_S3_ENDPOINT is"},
	} {
		_, err := config.Load(c.environ, config.Options{})
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

func TestOneKeyUnderTwoNamesIsRefused(t *testing.T) {
	t.Parallel()
	_, err := config.Load(append(secrets(), "ZHIZE_INDEX_KEY="+key(2)), config.Options{})
	if err == nil || !strings.Contains(err.Error(), "ZHIZE_INDEX_KEY is the same as ZHIZE_FIELD_KEY") {
		t.Errorf("got %v", err)
	}
}

func TestSecretMayStandInAFile(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(key(9)+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	given := secrets()
	given[1] = "ZHIZE_TOKEN_KEY_FILE=" + file
	c, err := config.Load(given, config.Options{})
	if err != nil || c.TokenKey.Reveal() != key(9) {
		t.Errorf("token key from a file: %v, %v", c.TokenKey.Reveal() == key(9), err)
	}
	if _, err := config.Load(append(given, "ZHIZE_TOKEN_KEY="+key(1)), config.Options{}); err == nil || !strings.Contains(err.Error(), "both set") {
		t.Errorf("value and file together: %v", err)
	}
	given[1] = "ZHIZE_TOKEN_KEY_FILE=" + file + ".missing"
	if _, err := config.Load(given, config.Options{}); err == nil || !strings.Contains(err.Error(), "ZHIZE_TOKEN_KEY_FILE") {
		t.Errorf("missing file: %v", err)
	}
}

func TestDemoMakesItsSecretsOnceAndKeepsThem(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	environ, o := demo(data)
	first, err := config.Load(environ, o)
	if err != nil {
		t.Fatal(err)
	}
	second, err := config.Load(environ, o)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("the second start has other keys (-first +second):\n%s", diff)
	}
	for _, name := range []string{"signing.key", "token.key", "field.key", "index.key"} {
		info, err := os.Stat(filepath.Join(data, "keys", name))
		if err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v, want mode 0600", name, info, err)
		}
	}
	if _, err := config.Load(environ, config.Options{}); err == nil {
		t.Error("outside the demo its kept secrets were taken")
	}
}
