package testkit

import (
	"bufio"
	"fmt"
	"net"
	"strings"
	"sync"
	"testing"
)

// Mail is a mail server that speaks enough SMTP to take letters, or to refuse them.
type Mail struct {
	Port    int
	mu      sync.Mutex
	letters []string
	refusal string
	before  func()
}

// NewMail starts a mail server that ends with the test.
func NewMail(t *testing.T) *Mail {
	t.Helper()
	l, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m := &Mail{Port: l.Addr().(*net.TCPAddr).Port} //nolint:forcetypeassert // a TCP listener
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go m.serve(c)
		}
	}()
	return m
}

// Refuse answers every recipient with a reply; an empty one takes letters again.
func (m *Mail) Refuse(reply string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refusal = reply
}

// Before lets something happen once, after the next letter is taken and before the
// sender is told.
func (m *Mail) Before(f func()) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.before = f
}

// Letters are those that were taken, in order.
func (m *Mail) Letters() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]string(nil), m.letters...)
}

// MessageID is a letter's own, by which a receiver knows a repetition.
func MessageID(letter string) string {
	_, rest, _ := strings.Cut(letter, "Message-ID: ")
	key, _, _ := strings.Cut(rest, "\r\n")
	return key
}

func (m *Mail) serve(c net.Conn) {
	defer c.Close() //nolint:errcheck // the line is over
	in := bufio.NewReader(c)
	say := func(text string) { _, _ = fmt.Fprint(c, text+"\r\n") }
	say("220 mail.test")
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		switch strings.ToUpper(strings.Fields(line + " ?")[0]) {
		case "RCPT":
			m.mu.Lock()
			refusal := m.refusal
			m.mu.Unlock()
			if refusal == "" {
				refusal = "250 ok"
			}
			say(refusal)
		case "DATA":
			say("354 go on")
			letter, err := dotted(in)
			if err != nil {
				return
			}
			m.mu.Lock()
			m.letters = append(m.letters, letter)
			before := m.before
			m.before = nil
			m.mu.Unlock()
			if before != nil {
				before()
			}
			say("250 2.0.0 queued as TEST1")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

// dotted reads up to a line of a single dot.
func dotted(in *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		line, err := in.ReadString('\n')
		if err != nil || line == ".\r\n" {
			return b.String(), err
		}
		b.WriteString(line)
	}
}
