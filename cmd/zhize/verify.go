package main

import (
	"context"
	"fmt"
	"os"

	"github.com/urfave/cli/v3"

	"zhize/internal/ledger"
)

func verify() *cli.Command {
	return &cli.Command{
		Name:      "verify",
		Usage:     "check an evidence export, without network; exit 0 intact, 1 something is wrong, 2 intact but not fully vouched for",
		ArgsUsage: "FILE.zip",
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "key", Usage: "the verifier key you got from the service by another way, or a file that holds it"},
			&cli.StringFlag{Name: "since", Usage: "an older receipt of the same enterprise: the export must continue it"},
		},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Args().Len() != 1 {
				return cli.Exit("zhize verify FILE.zip [--key …] [--since OLD.receipt]", 1)
			}
			var o ledger.Options
			o.Key = c.String("key")
			if content, err := os.ReadFile(o.Key); err == nil {
				o.Key = string(content)
			}
			if name := c.String("since"); name != "" {
				content, err := os.ReadFile(name)
				if err != nil {
					return fmt.Errorf("read the older receipt: %w", err)
				}
				o.Since = content
			}
			f, err := os.Open(c.Args().First())
			if err != nil {
				return fmt.Errorf("open the export: %w", err)
			}
			defer f.Close() //nolint:errcheck // only read
			info, err := f.Stat()
			if err != nil {
				return fmt.Errorf("open the export: %w", err)
			}
			report := ledger.Verify(f, info.Size(), o)
			fmt.Fprint(os.Stdout, report.String())
			if code := report.ExitCode(); code != 0 {
				return cli.Exit("", code)
			}
			return nil
		},
	}
}
