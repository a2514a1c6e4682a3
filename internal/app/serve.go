package app

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"zhize/internal/access"
	"zhize/internal/httpapi"
	"zhize/internal/job"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
)

// Configure reads the configuration. A demo keeps secrets of its own making; a
// service does not start without its operator's.
func Configure(environ []string, demo bool) (config.Config, error) {
	return config.Load(environ, config.Options{Demo: demo, NewSigningKey: func() (string, error) { return ledger.GenerateKey("demo", rand.Reader) }})
}

// IsDemo reports whether the data folder is a demo's, so that an operator's
// verbs find its keys.
func IsDemo(environ []string) bool {
	data := "./data"
	for _, v := range environ {
		if value, ok := strings.CutPrefix(v, "ZHIZE_DATA="); ok && value != "" {
			data = value
		}
	}
	_, err := os.Stat(filepath.Join(data, "keys"))
	return err == nil
}

// Migrate brings the database up to this program's version.
func Migrate(ctx context.Context, environ []string) error {
	owner, err := config.OwnerURL(environ)
	if err != nil {
		return err
	}
	if owner != "" {
		return db.MigratePostgres(ctx, owner.Reveal())
	}
	cfg, err := Configure(environ, IsDemo(environ))
	if err != nil {
		return err
	}
	d, err := db.OpenSQLite(ctx, cfg.DatabaseFile(), clock.Real{})
	if err != nil {
		return err
	}
	return d.Close()
}

// Serve runs until the context ends: it answers requests and rings the bells.
func Serve(ctx context.Context, cfg config.Config, out io.Writer) error {
	if cfg.Demo {
		if err := Demonstrate(ctx, cfg, out); err != nil {
			return err
		}
	}
	a, err := Open(ctx, cfg, clock.Real{})
	if err != nil {
		return err
	}
	defer a.Close() //nolint:errcheck // every commit is durable
	runner, err := job.NewRunner(a.DB, a.Log, a.bells()...)
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(ctx, "tcp", cfg.Listen)
	if err != nil {
		return fmt.Errorf("listen on %s: %w", cfg.Listen, err)
	}
	server := &http.Server{
		Handler: a.Router.Handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 2 * time.Minute, IdleTimeout: 2 * time.Minute,
		ErrorLog: slog.NewLogLogger(a.Log.Handler(), slog.LevelWarn),
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var behind sync.WaitGroup
	behind.Go(func() { runner.Run(ctx) })
	behind.Go(func() { a.Errands.Work(ctx) })
	behind.Go(func() { a.Notices.Work(ctx) })
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	fmt.Fprintf(out, "质责已启动：%s\n", cfg.PublicURL)
	if cfg.Demo {
		tellAccounts(out)
	}
	select {
	case err = <-failed:
	case <-ctx.Done():
		grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), 15*time.Second)
		defer cancel()
		err = server.Shutdown(grace)
	}
	stop()
	behind.Wait()
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Reachable turns a listening address into one that can be dialled.
func Reachable(listen string) string {
	host, port, err := net.SplitHostPort(listen)
	if err == nil && slices.Contains([]string{"", "0.0.0.0", "::"}, host) {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return listen
}

// Contract emits the wire contract.
func Contract() ([]byte, error) {
	a := &App{Log: slog.New(slog.DiscardHandler)}
	var err error
	a.Router, err = httpapi.New(httpapi.Options{Policy: access.Standard, Clock: clock.Real{}, Log: a.Log})
	if err != nil {
		return nil, err
	}
	a.route()
	if err := a.Router.Complete(); err != nil {
		return nil, err
	}
	return a.Router.OpenAPI()
}
