package app

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"

	"zhize/frontend"
	"zhize/internal/access"
	"zhize/internal/advice"
	"zhize/internal/appointment"
	"zhize/internal/area"
	"zhize/internal/bylaw"
	"zhize/internal/document"
	"zhize/internal/dossier"
	"zhize/internal/enterprise"
	"zhize/internal/errand"
	"zhize/internal/exchange"
	"zhize/internal/file"
	"zhize/internal/goods"
	"zhize/internal/hazard"
	"zhize/internal/home"
	"zhize/internal/httpapi"
	"zhize/internal/identity"
	"zhize/internal/inspection"
	"zhize/internal/ledger"
	"zhize/internal/licence"
	"zhize/internal/notice"
	"zhize/internal/obligation"
	"zhize/internal/paper"
	"zhize/internal/photo"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/cipher"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/config"
	"zhize/internal/platform/db"
	"zhize/internal/record"
	"zhize/internal/regulator"
	"zhize/internal/reminder"
	"zhize/internal/risklist"
	"zhize/internal/training"
	"zhize/internal/transcript"
)

// App is the assembled program.
type App struct {
	Config       config.Config
	Log          *slog.Logger
	DB           *db.DB
	Router       *httpapi.Router
	Ledger       *ledger.Service
	Obligations  *obligation.Service
	Identity     *identity.Service
	Regulator    *regulator.Service
	Enterprises  *enterprise.Service
	Appointments *appointment.Service
	RiskLists    *risklist.Service
	Records      *record.Service
	Hazards      *hazard.Service
	Advices      *advice.Service
	Months       *record.Months
	Photos       *photo.Service
	Files        *file.Service
	Trainings    *training.Service
	Licences     *licence.Service
	Papers       *paper.Service
	Bylaws       *bylaw.Service
	Dossier      *dossier.Service
	Errands      *errand.Service
	Exchange     *exchange.Service
	Transcripts  *transcript.Service
	Goods        *goods.Service
	Documents    *document.Service
	Inspection   *inspection.Service
	Area         *area.Service
	Notices      *notice.Service
	Reminders    *reminder.Service
	Home         *home.Service
}

// Open opens the database, assembles the services and binds the contract. The
// embedded database is migrated on the way; PostgreSQL waits for its owner.
func Open(ctx context.Context, cfg config.Config, c clock.Clock) (*App, error) {
	a := &App{Config: cfg, Log: slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{Level: cfg.Log}))}
	var err error
	if cfg.Embedded() {
		a.DB, err = db.OpenSQLite(ctx, cfg.DatabaseFile(), c)
	} else {
		a.DB, err = db.OpenPostgres(ctx, db.PostgresURLs{
			App: cfg.DatabaseURL.Reveal(), Sweep: cfg.SweepDatabaseURL.Reveal(), Report: cfg.ReportDatabaseURL.Reveal(),
		}, c)
	}
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	if err := a.assemble(); err != nil {
		return nil, errors.Join(err, a.DB.Close())
	}
	return a, nil
}

// Assemble makes the program over a database that is open already.
func Assemble(cfg config.Config, d *db.DB) (*App, error) {
	a := &App{Config: cfg, Log: slog.New(slog.DiscardHandler), DB: d}
	if err := a.assemble(); err != nil {
		return nil, err
	}
	return a, nil
}

// Close closes the database.
func (a *App) Close() error { return a.DB.Close() }

func (a *App) assemble() error {
	key, err := ledger.LoadKey(a.Config.SigningKey.Reveal())
	if err != nil {
		return fmt.Errorf("ZHIZE_SIGNING_KEY: %w", err)
	}
	sealer, err := cipher.NewSealer(a.Config.Field)
	if err != nil {
		return fmt.Errorf("ZHIZE_FIELD_KEY: %w", err)
	}
	index, err := cipher.NewIndex(a.Config.Index)
	if err != nil {
		return fmt.Errorf("ZHIZE_INDEX_KEY: %w", err)
	}
	files, err := storage(a.Config)
	if err != nil {
		return err
	}
	a.Identity = identity.New(a.DB, identity.Keys{Token: a.Config.Token, Phones: sealer, PhoneIndex: index})
	a.DB.BeforeCommit(a.Identity.Audit)
	a.wire(key, sealer, files)
	return a.bind()
}

// storage is where photos, files and papers lie: a folder, or a bucket that
// replicas share.
func storage(cfg config.Config) (blob.Streams, error) {
	if cfg.S3Endpoint != "" {
		s, err := blob.NewS3(cfg.S3Endpoint, cfg.S3Bucket, cfg.S3Key.Reveal(), cfg.S3Secret.Reveal())
		if err != nil {
			return nil, fmt.Errorf("ZHIZE_S3_ENDPOINT: %w", err)
		}
		return s, nil
	}
	f, err := blob.OpenFiles(cfg.PhotoFolder())
	if err != nil {
		return nil, fmt.Errorf("open photo folder: %w", err)
	}
	return f, nil
}

// bind gives every operation of the contract its handler.
func (a *App) bind() error {
	var err error
	a.Router, err = httpapi.New(httpapi.Options{
		Gate: a.Identity, Policy: access.Standard, Clock: a.DB.Clock(), Log: a.Log,
		TrustedProxies: a.Config.TrustedProxies, Ready: a.DB.Ping,
	})
	if err != nil {
		return err
	}
	a.route()
	if err := a.Router.Complete(); err != nil {
		return err
	}
	dist, err := fs.Sub(frontend.Dist, "dist")
	if err != nil {
		return fmt.Errorf("open pages: %w", err)
	}
	a.Router.Pages(dist)
	if a.Config.Demo {
		a.offerAccounts()
	}
	return nil
}
