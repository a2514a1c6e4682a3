package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/demo"
	"zhize/internal/httpapi"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
)

// Demonstrate builds the made-up district if the database is empty. The
// embedded one is built in a folder of its own and then moved, so that a build
// that was killed is not taken for a demo.
func Demonstrate(ctx context.Context, cfg config.Config, out io.Writer) error {
	now := clock.Real{}.Now()
	if !cfg.Embedded() {
		return demonstrateHere(ctx, cfg, now, out)
	}
	switch _, err := os.Stat(cfg.DatabaseFile()); {
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("look for a database: %w", err)
	}
	building := cfg
	building.Data = filepath.Join(cfg.Data, "building")
	if err := os.RemoveAll(building.Data); err != nil {
		return fmt.Errorf("clear away an unfinished demo: %w", err)
	}
	if err := demonstrateHere(ctx, building, now, out); err != nil {
		return err
	}
	return settle(building, cfg)
}

// demonstrateHere builds in the configuration's own database, unless somebody
// has founded agencies there.
func demonstrateHere(ctx context.Context, cfg config.Config, now time.Time, out io.Writer) (err error) {
	clk := clock.At(demo.Start(now))
	a, err := Open(ctx, cfg, clk)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	offices, err := a.Regulator.ListOffices(ctx, operator("demo"), &api.Nothing{})
	if err != nil || len(offices.Body.Items) > 0 {
		return err
	}
	tell(out, "正在生成演示数据（虚构的单位和人员），约需十几秒……\n")
	began := clock.Real{}.Now()
	if err := demo.Build(ctx, a.demoServices(), clk, now, demo.Random(clock.DayOf(now))); err != nil {
		return fmt.Errorf("build the demo: %w", err)
	}
	tell(out, "演示数据已生成，用时 %.1f 秒。\n", clock.Real{}.Now().Sub(began).Seconds())
	return nil
}

func (a *App) demoServices() demo.Services {
	return demo.Services{
		DB: a.DB, Identity: a.Identity, Regulator: a.Regulator, Enterprises: a.Enterprises, Appointments: a.Appointments,
		RiskLists: a.RiskLists, Obligations: a.Obligations, Records: a.Records, Hazards: a.Hazards, Advices: a.Advices, Months: a.Months, Photos: a.Photos, Ledger: a.Ledger,
		Notices: a.Notices, Reminders: a.Reminders,
		Files: a.Files, Trainings: a.Trainings, Bylaws: a.Bylaws, Licences: a.Licences, Goods: a.Goods,
	}
}

// settle moves a finished demo to its place, the photos first: without the
// database they are nobody's and the next build replaces them.
func settle(from, to config.Config) error {
	photos, err := os.ReadDir(from.PhotoFolder())
	if err != nil {
		return fmt.Errorf("read the demo's photos: %w", err)
	}
	if err := os.MkdirAll(to.PhotoFolder(), 0o750); err != nil {
		return fmt.Errorf("make the photo folder: %w", err)
	}
	for _, p := range photos {
		target := filepath.Join(to.PhotoFolder(), p.Name())
		err := os.RemoveAll(target)
		if err == nil {
			err = os.Rename(filepath.Join(from.PhotoFolder(), p.Name()), target)
		}
		if err != nil {
			return fmt.Errorf("move the demo's photos: %w", err)
		}
	}
	f, err := os.OpenFile(from.DatabaseFile(), os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open the demo's database: %w", err)
	}
	if err := errors.Join(f.Sync(), f.Close(), os.Rename(from.DatabaseFile(), to.DatabaseFile())); err != nil {
		return fmt.Errorf("move the demo's database: %w", err)
	}
	return os.RemoveAll(from.Data)
}

// offerAccounts lets the sign-in page show who can be tried.
func (a *App) offerAccounts() {
	accounts := make([]httpapi.DemoAccount, len(demo.Accounts))
	for i, one := range demo.Accounts {
		accounts[i] = httpapi.DemoAccount(one)
	}
	a.Router.Demo(demo.Password, accounts)
}

// tellAccounts prints who can be tried.
func tellAccounts(out io.Writer) {
	tell(out, "\n演示账号，密码均为 %s\n", demo.Password)
	for _, a := range demo.Accounts {
		tell(out, "  %s%s%s\n", wide(a.Role, 18), wide(a.Login, 14), a.Whose+" "+a.Name)
	}
	tell(out, "\n")
}

// tell writes to the operator's terminal; one that has gone away is no failure.
func tell(out io.Writer, format string, args ...any) { _, _ = fmt.Fprintf(out, format, args...) }

// wide fills up to so many columns of a terminal, where a Chinese character
// takes two.
func wide(s string, columns int) string {
	for _, r := range s {
		columns--
		if r > 0x2e80 {
			columns--
		}
	}
	return s + strings.Repeat(" ", max(columns, 1))
}
