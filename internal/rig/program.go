package rig

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"zhize/internal/app"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
)

// Build compiles the program into the folder and returns the binary.
func Build(ctx context.Context, folder string) (string, error) {
	binary := filepath.Join(folder, "zhize")
	c := exec.CommandContext(ctx, "go", "build", "-o", binary, "zhize/cmd/zhize") //nolint:gosec // G204: our own folder
	c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=-buildvcs=false")
	if out, err := c.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build: %w\n%s", err, out)
	}
	return binary, nil
}

// Site is where a program finds its data: folder, keys and database.
type Site struct {
	Folder string
	env    []string
}

// NewSite makes keys for a program whose data lie in the folder. The database's
// variables come from [Database]; without any the embedded one is used.
func NewSite(folder string, database ...string) (*Site, error) {
	signing, err := ledger.GenerateKey("rig", rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make signing key: %w", err)
	}
	s := &Site{Folder: folder, env: append([]string{"ZHIZE_DATA=" + folder, "ZHIZE_SIGNING_KEY=" + signing, "ZHIZE_LOG=warn", "ZHIZE_TRUSTED_PROXIES=127.0.0.0/8"}, database...)}
	for _, name := range []string{"ZHIZE_TOKEN_KEY", "ZHIZE_FIELD_KEY", "ZHIZE_INDEX_KEY"} {
		key := make([]byte, 32)
		if _, err := rand.Read(key); err != nil {
			return nil, fmt.Errorf("no randomness: %w", err)
		}
		s.env = append(s.env, name+"="+base64.StdEncoding.EncodeToString(key))
	}
	return s, nil
}

// Config is the site's configuration, as the program reads it.
func (s *Site) Config() (config.Config, error) {
	return config.Load(s.env, config.Options{})
}

// Open assembles the program in this process, over the site's data.
func (s *Site) Open(ctx context.Context) (*app.App, error) {
	cfg, err := s.Config()
	if err != nil {
		return nil, err
	}
	return app.Open(ctx, cfg, clock.Real{})
}

// Program is a running binary.
type Program struct {
	URL string
	// Ready is how long it took from its start until it answered.
	Ready time.Duration

	command *exec.Cmd
	output  *lines
	ended   chan struct{}
}

// lines keeps what a program says.
type lines struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

// String returns what was said.
func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// ErrNotReady is a program that did not answer in time.
var ErrNotReady = errors.New("the program does not get ready")

// Start runs the binary at the site and waits until it is ready.
func (s *Site) Start(ctx context.Context, binary string, args ...string) (*Program, error) {
	for try := 0; ; try++ {
		p, err := s.start(ctx, binary, args)
		if err == nil || try == 3 || !strings.Contains(err.Error(), "address already in use") {
			return p, err
		}
	}
}

func (s *Site) start(ctx context.Context, binary string, args []string) (*Program, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("find a free port: %w", err)
	}
	at := l.Addr().String()
	if err := l.Close(); err != nil {
		return nil, fmt.Errorf("find a free port: %w", err)
	}
	p := &Program{URL: "http://" + at, output: &lines{}, ended: make(chan struct{})}
	p.command = exec.Command(binary, append([]string{"serve"}, args...)...) //nolint:gosec,noctx // G204: what Build made; it is ended by Kill or Stop
	p.command.Env = append(append(os.Environ(), s.env...), "ZHIZE_LISTEN="+at)
	p.command.Stdout, p.command.Stderr = p.output, p.output
	began := clock.Real{}.Now()
	if err := p.command.Start(); err != nil {
		return nil, fmt.Errorf("start: %w", err)
	}
	go func() {
		defer close(p.ended)
		_ = p.command.Wait() // how it ended is known to who ended it
	}()
	if err := p.wait(ctx, 30*time.Second); err != nil {
		p.Kill()
		return nil, fmt.Errorf("%w\n%s", err, p.output)
	}
	p.Ready = clock.Real{}.Now().Sub(began)
	return p, nil
}

// wait asks until the program is ready.
func (p *Program) wait(ctx context.Context, patience time.Duration) error {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		r, err := http.NewRequestWithContext(ctx, http.MethodGet, p.URL+"/readyz", http.NoBody)
		if err != nil {
			return err
		}
		if answer, err := http.DefaultClient.Do(r); err == nil {
			_ = answer.Body.Close()
			if answer.StatusCode == http.StatusOK {
				return nil
			}
		}
		select {
		case <-p.ended:
			return ErrNotReady
		case <-ctx.Done():
			return ErrNotReady
		case <-tick.C:
		}
	}
}

// Recover waits until the program is ready again.
func (p *Program) Recover(ctx context.Context) error { return p.wait(ctx, 30*time.Second) }

// ID is the program's process.
func (p *Program) ID() int { return p.command.Process.Pid }

// Said returns what the program has written.
func (p *Program) Said() string { return p.output.String() }

// Kill ends the program as a power failure does: nothing of its own runs any
// more.
func (p *Program) Kill() {
	_ = p.command.Process.Kill() // may have ended already
	<-p.ended
}

// Stop ends the program as its operator does.
func (p *Program) Stop() {
	_ = p.command.Process.Signal(syscall.SIGTERM) // may have ended already
	<-p.ended
}
