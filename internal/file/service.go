package file

import (
	"context"
	"errors"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Service keeps files.
type Service struct {
	db    *db.DB
	blobs blob.Store
}

// New makes the service.
func New(d *db.DB, blobs blob.Store) *Service { return &Service{db: d, blobs: blobs} }

// Put keeps a file. The bytes are durable before the row says that they are
// kept, and are written again when the file is sent again, so that a file that
// was lost can be brought back by sending it.
func (s *Service) Put(ctx context.Context, g access.Grant, in *api.PutFileInput) (*api.FileOutput, error) {
	enterprise := g.Scope().Enterprise
	if enterprise == id.Nil {
		return nil, access.ErrForbidden
	}
	if !blob.Named(in.RawBody, in.SHA256) {
		return nil, ErrHash
	}
	kind, err := inspect(in.RawBody)
	if err != nil {
		return nil, err
	}
	if err := s.blobs.Put(ctx, key(enterprise, in.SHA256), in.RawBody); err != nil {
		return nil, fmt.Errorf("keep file %s: %w", in.SHA256, err)
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		switch _, err := findFile(tx, in.SHA256); {
		case err == nil:
			return nil
		case !errors.Is(err, ErrNotFound):
			return err
		}
		return insertFile(tx, fileRow{SHA256: in.SHA256, Kind: kind, Size: len(in.RawBody), UploadedBy: tx.Actor().Account, UploadedAt: tx.Now()})
	})
	if err != nil && !db.Violates(err, fileKey) {
		return nil, err
	}
	return &api.FileOutput{Body: api.File{SHA256: in.SHA256, Type: kind, Size: len(in.RawBody)}}, nil
}

// Read returns a file of the caller's enterprise.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadFileInput) (*api.Blob, error) {
	var row fileRow
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		row, err = findFile(tx, in.SHA256)
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.load(ctx, row)
}

// ReadFor returns a file inside a transaction, as an agency reads it.
func (s *Service) ReadFor(tx *db.Tx, sha string) (*api.Blob, error) {
	row, err := findFile(tx, sha)
	if err != nil {
		return nil, err
	}
	return s.load(tx.Context(), row)
}

// Open returns the bytes of a file of the transaction's enterprise; false if it
// is not there or its bytes are gone.
func (s *Service) Open(tx *db.Tx, sha string) ([]byte, bool, error) {
	b, err := s.ReadFor(tx, sha)
	if errors.Is(err, ErrNotFound) || errors.Is(err, blob.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return b.Body, true, nil
}

// Evidence returns the files as they are sealed with a fact (the chain holds
// files and photos alike), or ErrMissing if one is not kept.
func (s *Service) Evidence(tx *db.Tx, sha ...string) ([]ledger.Photo, error) {
	if len(sha) == 0 {
		return nil, nil
	}
	kinds, err := kindsOf(tx, sha)
	if err != nil {
		return nil, err
	}
	all, missing, err := ledger.Attach(sha, func(one string) (string, bool) {
		kind, kept := kinds[one]
		return kind, kept
	})
	if err == nil && len(missing) > 0 {
		return nil, ErrMissing.With("missing", missing[0])
	}
	return all, err
}

// load answers with the file. A browser shows what it can show by itself; a
// Word file is saved.
func (s *Service) load(ctx context.Context, row fileRow) (*api.Blob, error) {
	body, err := s.blobs.Get(ctx, key(id.ID(row.EnterpriseID), row.SHA256))
	if err != nil {
		return nil, fmt.Errorf("load file %s: %w", row.SHA256, err)
	}
	how := "inline"
	if row.Kind == "docx" {
		how = "attachment"
	}
	return &api.Blob{
		ContentType:        mediaTypes[row.Kind],
		ContentDisposition: fmt.Sprintf(`%s; filename="%s.%s"`, how, row.SHA256[:12], row.Kind),
		CacheControl:       "private, max-age=31536000, immutable",
		Body:               body,
	}, nil
}

// key is the file's place, apart from photos and papers.
func key(enterprise id.ID, sha string) string {
	return fmt.Sprintf("%s/files/%s/%s", enterprise, sha[:2], sha)
}
