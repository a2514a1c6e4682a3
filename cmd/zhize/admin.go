package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/urfave/cli/v3"

	"zhize/internal/app"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// opened runs fn on an assembled application and closes it again.
func opened(ctx context.Context, fn func(*app.App) error) error {
	cfg, err := app.Configure(os.Environ(), app.IsDemo(os.Environ()))
	if err != nil {
		return err
	}
	a, err := app.Open(ctx, cfg, clock.Real{})
	if err != nil {
		return err
	}
	defer a.Close() //nolint:errcheck // the work is committed
	return fn(a)
}

func admin() *cli.Command {
	return &cli.Command{
		Name:  "admin",
		Usage: "what only the operator may do",
		Commands: []*cli.Command{
			{
				Name: "reset-password", Usage: "give an account a new initial password", ArgsUsage: "LOGIN",
				Action: func(ctx context.Context, c *cli.Command) error {
					return opened(ctx, func(a *app.App) error {
						initial, err := a.ResetPassword(ctx, c.Args().First())
						if err != nil {
							return err
						}
						fmt.Fprintln(os.Stdout, initial)
						return nil
					})
				},
			},
			{
				Name: "found-agency", Usage: "add an agency to the tree and its first chief", ArgsUsage: "NAME",
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "level", Usage: "city, district or office", Required: true},
					&cli.StringFlag{Name: "parent", Usage: "id of the agency above"},
					&cli.StringFlag{Name: "chief", Usage: "name of its head", Required: true},
					&cli.StringFlag{Name: "login", Usage: "login of its head", Required: true},
				},
				Action: func(ctx context.Context, c *cli.Command) error {
					return opened(ctx, func(a *app.App) error {
						agency, initial, err := a.FoundAgency(ctx, id.ID(c.String("parent")), c.String("level"), c.Args().First(), c.String("chief"), c.String("login"))
						if err != nil {
							return err
						}
						fmt.Fprintf(os.Stdout, "agency %s\ninitial password %s\n", agency, initial)
						return nil
					})
				},
			},
			{
				Name: "dead-letters", Usage: "count the notices that no gateway took, and try them again",
				Flags: []cli.Flag{
					&cli.DurationFlag{Name: "since", Usage: "how far back", Value: 24 * time.Hour},
					&cli.BoolFlag{Name: "retry", Usage: "queue them again, those out of date excepted"},
				},
				Action: func(ctx context.Context, c *cli.Command) error {
					return opened(ctx, func(a *app.App) error {
						n, revived, err := a.DeadLetters(ctx, clock.Real{}.Now().Add(-c.Duration("since")), c.Bool("retry"))
						if err != nil {
							return err
						}
						fmt.Fprintf(os.Stdout, "未送达 %d 条，重新排队 %d 条\n", n, revived)
						return nil
					})
				},
			},
			{
				Name: "import-calendar", Usage: "load the State Council's notice of the next year's workdays (JSON or CSV: date,kind,name)", ArgsUsage: "FILE",
				Action: func(ctx context.Context, c *cli.Command) error {
					f, err := os.Open(c.Args().First())
					if err != nil {
						return fmt.Errorf("open the notice: %w", err)
					}
					defer f.Close() //nolint:errcheck // only read
					return opened(ctx, func(a *app.App) error {
						year, days, err := a.ImportCalendar(ctx, f)
						if err != nil {
							return err
						}
						fmt.Fprintf(os.Stdout, "%d 年：已载入 %d 天\n", year, days)
						return nil
					})
				},
			},
			{
				Name: "excuse-outage", Usage: "excuse the checks whose time fell into an outage of the service",
				Flags: []cli.Flag{
					&cli.TimestampFlag{Name: "from", Required: true, Config: cli.TimestampConfig{Layouts: []string{"2006-01-02T15:04"}, Timezone: clock.Shanghai}},
					&cli.TimestampFlag{Name: "to", Required: true, Config: cli.TimestampConfig{Layouts: []string{"2006-01-02T15:04"}, Timezone: clock.Shanghai}},
				},
				Action: func(ctx context.Context, c *cli.Command) error {
					return opened(ctx, func(a *app.App) error {
						n, err := a.ExcuseOutage(ctx, c.Timestamp("from"), c.Timestamp("to"))
						if err != nil {
							return err
						}
						fmt.Fprintf(os.Stdout, "已豁免 %d 项\n", n)
						return nil
					})
				},
			},
			{
				Name: "key", Usage: "print the verifier key that enterprises and authorities pin",
				Action: func(ctx context.Context, _ *cli.Command) error {
					return opened(ctx, func(a *app.App) error {
						fmt.Fprintln(os.Stdout, a.PublicKey())
						return nil
					})
				},
			},
		},
	}
}

func export() *cli.Command {
	return &cli.Command{
		Name: "export", Usage: "write one enterprise's evidence of a range of days as a zip", ArgsUsage: "ENTERPRISE FROM TO FILE.zip",
		Action: func(ctx context.Context, c *cli.Command) error {
			if c.Args().Len() != 4 {
				return cli.Exit("zhize export ENTERPRISE 2026-11-01 2026-11-30 FILE.zip", 1)
			}
			return opened(ctx, func(a *app.App) error {
				return a.ExportTo(ctx, id.ID(c.Args().Get(0)), clock.Day(c.Args().Get(1)), clock.Day(c.Args().Get(2)), c.Args().Get(3))
			})
		},
	}
}

func backup() *cli.Command {
	return &cli.Command{
		Name: "backup", Usage: "write database and photos to a folder; the keys are not in it and must be kept apart", ArgsUsage: "FOLDER",
		Action: func(ctx context.Context, c *cli.Command) error {
			return opened(ctx, func(a *app.App) error { return a.Backup(ctx, c.Args().First(), os.Stdout) })
		},
	}
}

func restore() *cli.Command {
	return &cli.Command{
		Name: "restore", Usage: "put a backup into an empty data folder; every chain begins a new epoch", ArgsUsage: "FOLDER",
		Action: func(ctx context.Context, c *cli.Command) error {
			cfg, err := app.Configure(os.Environ(), app.IsDemo(os.Environ()))
			if err != nil {
				return err
			}
			return app.Restore(ctx, cfg, c.Args().First(), os.Stdout)
		},
	}
}
