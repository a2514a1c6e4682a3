package notice

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"zhize/internal/platform/clock"
)

func TestAddressesThatLeadInside(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"127.0.0.1:443", "127.8.8.8:443", "0.0.0.0:443", "10.0.0.1:443", "172.16.0.1:443", "172.31.255.255:443", "192.168.1.1:443",
		"169.254.169.254:80", "100.100.100.200:80", "100.64.0.1:443", "192.0.0.192:80", "198.18.0.1:443", "224.0.0.1:443", "255.255.255.255:443", "240.0.0.1:443",
		"[::1]:443", "[::]:443", "[fe80::1]:443", "[fe80::1%eth0]:443", "[fc00::1]:443", "[fd00:ec2::254]:80", "[ff02::1]:443",
		"[::ffff:127.0.0.1]:443", "[::ffff:169.254.169.254]:80", "[::ffff:10.0.0.1]:443", "[64:ff9b::a9fe:a9fe]:80", "[2002:7f00:1::]:443", "[::127.0.0.1]:443", "[2001:db8::1]:443",
		"nonsense", "example.com:443", "",
	} {
		if err := refuseInside(address); !errors.Is(err, errAddress) {
			t.Errorf("%s is dialled", address)
		}
	}
	for _, address := range []string{"8.8.8.8:443", "119.29.29.29:443", "172.32.0.1:443", "[2400:3200::1]:443", "[::ffff:8.8.8.8]:443"} {
		if err := refuseInside(address); err != nil {
			t.Errorf("%s is refused", address)
		}
	}
}

func TestAddressesThatAreEntered(t *testing.T) {
	t.Parallel()
	for _, address := range []string{
		"", "x", "https://", "ftp://example.com/", "file:///etc/passwd", "http://example.com/", "https://user@example.com/", "https://example.com/#x",
		"https://localhost/", "https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://0x7f.0.0.1/", "https://127.1/", "https://127.0.0.1/",
		"https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://169.254.169.254/latest", "https://10.0.0.1:8443/", "https://exa mple.com/", "https://example.com/\nHost: x",
		"https://127.0.0.1./", "gopher://example.com/", "//example.com/", "https://" + strings.Repeat("a", 1000) + ".com/",
	} {
		if err := checkAddress(address, false); err == nil {
			t.Errorf("%q is taken", address)
		}
	}
	for _, address := range []string{"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=x", "https://oapi.dingtalk.com/robot/send?access_token=x", "https://open.feishu.cn/open-apis/bot/v2/hook/x", "https://8.8.8.8/x", "https://cafe.example.com:8443/x"} {
		if err := checkAddress(address, false); err != nil {
			t.Errorf("%q is refused", address)
		}
	}
}

// A name that resolves inside, whatever it resolved to before, is refused when it
// is dialled: "localhost" stands for any such name.
func TestANameThatResolvesInside(t *testing.T) {
	t.Parallel()
	asked := false
	s := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked = true }))
	defer s.Close()
	_, port, err := net.SplitHostPort(s.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	for _, host := range []string{"localhost", "127.0.0.1", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"} {
		_, err := post(context.Background(), outward(false), "http://"+host+":"+port+"/", http.Header{}, nil)
		if err == nil {
			t.Errorf("%s answers", host)
		}
	}
	if _, err := post(context.Background(), outward(false), "http://localhost:"+port+"/?key=secret", http.Header{}, nil); !errors.Is(err, errAddress) || strings.Contains(err.Error(), "secret") {
		t.Errorf("localhost: %v, want %v", err, errAddress)
	}
	if asked {
		t.Error("the inside was asked")
	}
}

// A robot's address that redirects inside is not followed, and an answer without
// end is read a little.
func TestAnswersAreBounded(t *testing.T) {
	t.Parallel()
	inside := false
	var s *httptest.Server
	s = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/away":
			http.Redirect(w, r, s.URL+"/inside", http.StatusTemporaryRedirect)
		case "/inside":
			inside = true
		default:
			for range 1000 {
				if _, err := w.Write(make([]byte, 4096)); err != nil {
					return
				}
			}
		}
	}))
	defer s.Close()
	a, err := post(context.Background(), outward(true), s.URL+"/away", http.Header{}, nil)
	if err != nil || a.status != http.StatusTemporaryRedirect || inside {
		t.Errorf("a redirect: %d, %v, followed %v", a.status, err, inside)
	}
	if a, err = post(context.Background(), outward(true), s.URL+"/", http.Header{}, nil); err != nil || len(a.body) > mostAnswer {
		t.Errorf("an endless answer: %d bytes, %v", len(a.body), err)
	}
}

func TestQuiet(t *testing.T) {
	t.Parallel()
	night := Standard
	day := Preference{QuietFrom: 12 * 60, QuietUntil: 14 * 60}
	for _, c := range []struct {
		p          Preference
		day        clock.Day
		at         int
		quiet      bool
		end        clock.Day
		endMinutes int
	}{
		{night, "2026-12-31", 20*60 + 59, false, "", 0},
		{night, "2026-12-31", 21 * 60, true, "2027-01-01", 450},
		{night, "2026-12-31", 23*60 + 59, true, "2027-01-01", 450},
		{night, "2027-01-01", 0, true, "2027-01-01", 450},
		{night, "2027-01-01", 449, true, "2027-01-01", 450},
		{night, "2027-01-01", 450, false, "", 0},
		{day, "2026-11-24", 719, false, "", 0},
		{day, "2026-11-24", 720, true, "2026-11-24", 840},
		{day, "2026-11-24", 840, false, "", 0},
		{Preference{}, "2026-11-24", 100, false, "", 0},
	} {
		until, quiet := c.p.Quiet(c.day.At(c.at))
		if quiet != c.quiet || quiet && !until.Equal(c.end.At(c.endMinutes)) {
			t.Errorf("%s +%d: quiet %v until %s", c.day, c.at, quiet, until)
		}
	}
}

func TestPreferencesThatCannotBeMeant(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*Preference){
		"a slot in quiet hours":        func(p *Preference) { p.Slots = []int{6 * 60} },
		"a slot off the grid":          func(p *Preference) { p.Slots = []int{485} },
		"a slot of no day":             func(p *Preference) { p.Slots = []int{1440} },
		"five slots":                   func(p *Preference) { p.Slots = []int{480, 510, 540, 570, 600} },
		"mail without an address":      func(p *Preference) { p.ByEmail = true },
		"an address that is none":      func(p *Preference) { p.Email = "x" },
		"an address with a line break": func(p *Preference) { p.Email = "a@b.c\r\nBcc: d@e.f" },
	} {
		p := Standard
		change(&p)
		if err := p.check(); !errors.Is(err, ErrPreference) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := Standard.check(); err != nil {
		t.Errorf("the standard: %v", err)
	}
}

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]time.Duration{"": 0, "x": 0, "-5": 0, "30": 30 * time.Second, "99999": time.Hour} {
		if got := retryAfter(text); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
