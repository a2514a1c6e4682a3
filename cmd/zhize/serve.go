package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/urfave/cli/v3"

	"zhize/internal/app"
)

func serve() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "serve the product (default)",
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "demo", Usage: "serve a made-up district; it is built when the data folder is empty"},
		},
		Action: func(ctx context.Context, c *cli.Command) error {
			cfg, err := app.Configure(os.Environ(), c.Bool("demo"))
			if err != nil {
				return err
			}
			return app.Serve(ctx, cfg, os.Stdout)
		},
	}
}

func demonstrate() *cli.Command {
	return &cli.Command{
		Name:  "demo",
		Usage: "build the made-up district in an empty database",
		Action: func(ctx context.Context, _ *cli.Command) error {
			cfg, err := app.Configure(os.Environ(), true)
			if err != nil {
				return err
			}
			return app.Demonstrate(ctx, cfg, os.Stdout)
		},
	}
}

func migrate() *cli.Command {
	return &cli.Command{
		Name:  "migrate",
		Usage: "bring the database up to this program's version, as its owner",
		Action: func(ctx context.Context, _ *cli.Command) error {
			return app.Migrate(ctx, os.Environ())
		},
	}
}

func health() *cli.Command {
	return &cli.Command{
		Name:  "health",
		Usage: "ask the running service whether it is ready",
		Action: func(ctx context.Context, _ *cli.Command) error {
			listen := os.Getenv("ZHIZE_LISTEN")
			if listen == "" {
				listen = "127.0.0.1:8080"
			}
			ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
			defer cancel()
			r, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+app.Reachable(listen)+"/readyz", http.NoBody)
			if err != nil {
				return err
			}
			answer, err := http.DefaultClient.Do(r)
			if err != nil {
				return fmt.Errorf("not reachable: %w", err)
			}
			defer answer.Body.Close() //nolint:errcheck // nothing is read
			if answer.StatusCode != http.StatusOK {
				return fmt.Errorf("not ready: %s", answer.Status)
			}
			return nil
		},
	}
}

func openapi() *cli.Command {
	return &cli.Command{
		Name:   "openapi",
		Usage:  "emit the wire contract as YAML",
		Hidden: true,
		Action: func(context.Context, *cli.Command) error {
			b, err := app.Contract()
			if err != nil {
				return err
			}
			_, err = os.Stdout.Write(b)
			return err
		},
	}
}
