// Command zhize is the whole product in one binary: server, migrations, demo,
// administration, backup, and the verifier that strangers run.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/urfave/cli/v3"

	"zhize/internal/platform/fault"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := &cli.Command{
		Name:           "zhize",
		Usage:          "工业产品质量安全主体责任 · quality-safety duties of producers and sellers",
		DefaultCommand: "serve",
		Commands:       []*cli.Command{serve(), migrate(), demonstrate(), admin(), verify(), export(), backup(), restore(), health(), openapi()},
		ExitErrHandler: func(context.Context, *cli.Command, error) {},
	}
	if err := root.Run(ctx, os.Args); err != nil {
		var exit cli.ExitCoder
		if errors.As(err, &exit) {
			if msg := exit.Error(); msg != "" {
				fmt.Fprintln(os.Stderr, msg)
			}
			os.Exit(exit.ExitCode()) //nolint:gocritic // nothing is left to stop
		}
		fmt.Fprintln(os.Stderr, "zhize:", words(err))
		os.Exit(1)
	}
}

// words are what a person reads of an error: the text of a refusal with every
// field at fault, or else the error itself.
func words(err error) string {
	f, ok := fault.Of(err)
	if !ok {
		return err.Error()
	}
	lines := []string{f.Text}
	for _, field := range f.Fields {
		lines = append(lines, "  "+field.Pointer+": "+field.Text)
	}
	return strings.Join(lines, "\n")
}
