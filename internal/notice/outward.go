package notice

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"
)

// What bounds a request to an address that a tenant entered.
const (
	patience   = 10 * time.Second
	mostAnswer = 4 << 10
)

// errAddress is an address to which nothing is sent.
var errAddress = errors.New("this address is not allowed")

// outward is the client for addresses that tenants enter. It looks at the very
// address that is dialled, after the name was resolved, so that no name, no
// spelling and no second answer of a name server leads inside.
func outward(inside bool) *http.Client {
	dialer := &net.Dialer{Timeout: 5 * time.Second}
	if !inside {
		dialer.Control = func(_, address string, _ syscall.RawConn) error { return refuseInside(address) }
	}
	return &http.Client{
		Timeout: patience,
		Transport: &http.Transport{
			// No proxy of the environment: it would dial in our place.
			Proxy: nil, DialContext: dialer.DialContext, TLSHandshakeTimeout: 5 * time.Second, ResponseHeaderTimeout: patience,
			MaxIdleConnsPerHost: 2, IdleConnTimeout: 30 * time.Second, MaxResponseHeaderBytes: 16 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// refuseInside refuses what is not an address of the public network.
func refuseInside(address string) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil {
		return errAddress
	}
	ip := at.Addr().Unmap().WithZone("")
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return errAddress
	}
	for _, n := range notPublic {
		if n.Contains(ip) {
			return errAddress
		}
	}
	return nil
}

// notPublic are ranges that count as global unicast and lead inside all the same:
// carriers' and providers' own (100.64/10 holds a metadata service), documentation,
// benchmarks, and translations of IPv4 addresses.
var notPublic = []netip.Prefix{
	netip.MustParsePrefix("0.0.0.0/8"), netip.MustParsePrefix("100.64.0.0/10"), netip.MustParsePrefix("192.0.0.0/24"),
	netip.MustParsePrefix("192.0.2.0/24"), netip.MustParsePrefix("192.88.99.0/24"), netip.MustParsePrefix("198.18.0.0/15"),
	netip.MustParsePrefix("198.51.100.0/24"), netip.MustParsePrefix("203.0.113.0/24"), netip.MustParsePrefix("240.0.0.0/4"),
	netip.MustParsePrefix("64:ff9b::/96"), netip.MustParsePrefix("64:ff9b:1::/48"), netip.MustParsePrefix("::/96"),
	netip.MustParsePrefix("100::/64"), netip.MustParsePrefix("2001::/23"), netip.MustParsePrefix("2001:db8::/32"),
	netip.MustParsePrefix("2002::/16"), netip.MustParsePrefix("fec0::/10"),
}

// checkAddress refuses at once what could never be sent to, so that who enters it
// is told. What a name resolves to is looked at when it is dialled.
func checkAddress(address string, inside bool) error {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil || u.Fragment != "" || len(address) > 1000 || strings.ContainsAny(address, " \r\n\t\x00") {
		return errAddress
	}
	if u.Scheme != "https" && (u.Scheme != "http" || !inside) {
		return errAddress
	}
	if inside {
		return nil
	}
	host := strings.TrimSuffix(u.Hostname(), ".")
	if !strings.Contains(host, ".") && !strings.Contains(host, ":") {
		return errAddress // localhost, or a number that some resolvers take for an address
	}
	if ip, err := netip.ParseAddr(host); err == nil {
		return refuseInside(netip.AddrPortFrom(ip, 443).String())
	}
	if strings.Trim(host, "0123456789.xabcdefABCDEFX") == "" && strings.ContainsAny(host[strings.LastIndex(host, ".")+1:], "0123456789") {
		return errAddress // 0177.0.0.1 and its like
	}
	return nil
}

// answer is what a gateway said.
type answer struct {
	status int
	body   string
	// after is how long it asks us to wait.
	after time.Duration
}

// post sends and reads the beginning of the answer.
func post(ctx context.Context, client *http.Client, address string, head http.Header, body []byte) (answer, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, address, strings.NewReader(string(body)))
	if err != nil {
		return answer{}, errAddress
	}
	r.GetBody = nil // every try is one of ours, and in the log
	r.Header = head
	r.Header.Set("Content-Type", "application/json; charset=utf-8")
	r.Header.Set("User-Agent", "Zhize")
	got, err := client.Do(r)
	if err != nil {
		return answer{}, unaddressed(err)
	}
	defer got.Body.Close() //nolint:errcheck // only read
	read, err := io.ReadAll(io.LimitReader(got.Body, mostAnswer))
	if err != nil {
		return answer{}, unaddressed(err)
	}
	return answer{status: got.StatusCode, body: string(read), after: retryAfter(got.Header.Get("Retry-After"))}, nil
}

// unaddressed drops the address from an error: it holds a robot's key.
func unaddressed(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	if errors.Is(err, errAddress) {
		return errAddress
	}
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return errors.New("对方没有按时答复")
	}
	return fmt.Errorf("没有连上对方：%w", err)
}

// retryAfter reads seconds; of an hour at most.
func retryAfter(text string) time.Duration {
	seconds := 0
	if _, err := fmt.Sscanf(text, "%d", &seconds); err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(min(seconds, 3600)) * time.Second
}
