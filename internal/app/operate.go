package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/reference"
	"zhize/internal/regulator"
)

// operator is the grant of who sits at the terminal; it sees no tenant's rows.
func operator(operation string) access.Grant {
	return access.Anyone(access.Call{Operation: "admin." + operation})
}

// ResetPassword gives an account a new initial password.
func (a *App) ResetPassword(ctx context.Context, login string) (initial string, err error) {
	err = a.DB.Write(ctx, operator("reset_password"), func(tx *db.Tx) (err error) {
		initial, err = a.Identity.ResetPassword(tx, login)
		return err
	})
	return initial, err
}

// FoundAgency adds an agency to the tree and makes its first chief.
func (a *App) FoundAgency(ctx context.Context, parent id.ID, level, name, chief, login string) (agency id.ID, initial string, err error) {
	err = a.DB.Write(ctx, operator("found_agency"), func(tx *db.Tx) (err error) {
		if agency, err = a.Regulator.Found(tx, parent, regulator.Level(level), name); err != nil {
			return err
		}
		_, initial, err = a.Identity.JoinAgency(tx, agency, name, access.Chief, login, chief)
		return err
	})
	return agency, initial, err
}

// ImportCalendar loads a notice of statutory workdays and returns its year and
// the number of its days.
func (a *App) ImportCalendar(ctx context.Context, r io.Reader) (year, days int, err error) {
	n, err := reference.ParseNotice(r)
	if err != nil {
		return 0, 0, err
	}
	err = a.DB.Write(ctx, operator("import_calendar"), func(tx *db.Tx) error { return reference.Import(tx, n) })
	return n.Year, len(n.Days), err
}

// ExcuseOutage excuses the checks whose time fell into an outage of ours.
func (a *App) ExcuseOutage(ctx context.Context, from, to time.Time) (int64, error) {
	return a.Obligations.ExcuseOutage(ctx, from, to)
}

// DeadLetters counts the notices that were given up since an instant; retry lets
// them be tried again, those out of date excepted.
func (a *App) DeadLetters(ctx context.Context, since time.Time, retry bool) (n int, revived int64, err error) {
	if n, err = a.Notices.DeadLetters(ctx, since); err != nil || !retry {
		return n, 0, err
	}
	revived, err = a.Notices.Revive(ctx, since)
	return n, revived, err
}

// PublicKey is the verifier key to pin.
func (a *App) PublicKey() string { return a.Ledger.PublicKey() }

// ExportTo writes one enterprise's evidence into a file.
func (a *App) ExportTo(ctx context.Context, enterprise id.ID, from, to clock.Day, name string) error {
	if err := a.Ledger.Cover(ctx, enterprise); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fmt.Errorf("make the export's file: %w", err)
	}
	g := operator("export").Bearer(enterprise)
	err = a.DB.Read(ctx, g, func(tx *db.Tx) error { return a.Ledger.WriteExport(tx, from, to, f) })
	return errors.Join(err, f.Close())
}

// ErrBackupPostgres sends the operator of a PostgreSQL to its own tools.
var ErrBackupPostgres = errors.New("PostgreSQL is backed up by its own tools (pg_dump, pgBackRest); see docs/operator.md")

// Backup writes database and photos into a new folder, while the service runs.
func (a *App) Backup(ctx context.Context, folder string, out io.Writer) error {
	if !a.Config.Embedded() {
		return ErrBackupPostgres
	}
	if err := os.Mkdir(folder, 0o750); err != nil {
		return fmt.Errorf("make the backup's folder: %w", err)
	}
	if err := a.DB.CopySQLite(ctx, filepath.Join(folder, "zhize.db")); err != nil {
		return err
	}
	if err := copyTree(a.Config.PhotoFolder(), filepath.Join(folder, "photos")); err != nil {
		return err
	}
	fmt.Fprintf(out, "已备份到 %s。密钥不在备份中，请另行保管：没有签名密钥，恢复后的证据无法继续签发。\n", folder)
	return nil
}

// Restore puts a backup into an empty data folder. What was sealed after the
// backup is lost, and every chain declares it by a new epoch.
func Restore(ctx context.Context, cfg config.Config, folder string, out io.Writer) error {
	if !cfg.Embedded() {
		return ErrBackupPostgres
	}
	if _, err := os.Stat(cfg.DatabaseFile()); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already; restore into an empty folder", cfg.DatabaseFile())
	}
	body, err := os.ReadFile(filepath.Join(folder, "zhize.db"))
	if err != nil {
		return fmt.Errorf("read the backup: %w", err)
	}
	if err := os.MkdirAll(cfg.Data, 0o750); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	if err := os.WriteFile(cfg.DatabaseFile(), body, 0o600); err != nil {
		return fmt.Errorf("write the database: %w", err)
	}
	if err := copyTree(filepath.Join(folder, "photos"), cfg.PhotoFolder()); err != nil {
		return err
	}
	a, err := Open(ctx, cfg, clock.Real{})
	if err != nil {
		return err
	}
	defer a.Close() //nolint:errcheck // every commit is durable
	n, err := a.Ledger.NewEpoch(ctx, "restored from a backup")
	if err != nil {
		return err
	}
	if err := a.Ledger.Checkpoint(ctx); err != nil {
		return err
	}
	fmt.Fprintf(out, "已恢复；%d 条证据链进入新纪元。\n", n)
	return nil
}

func copyTree(from, to string) error {
	if _, err := os.Stat(from); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	return nil
}
