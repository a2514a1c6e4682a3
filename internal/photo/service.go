package photo

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

// Service keeps photos.
type Service struct {
	db    *db.DB
	files blob.Store
}

// New makes the service.
func New(d *db.DB, files blob.Store) *Service { return &Service{db: d, files: files} }

// Put keeps a photo. The bytes are durable before the row says that they are
// kept, and are written again when the photo is sent again, so that a photo
// whose file was lost can be brought back by sending it.
func (s *Service) Put(ctx context.Context, g access.Grant, in *api.PutPhotoInput) (*api.Done, error) {
	enterprise := g.Scope().Enterprise
	if enterprise == id.Nil {
		return nil, access.ErrForbidden
	}
	if !blob.Named(in.RawBody, in.SHA256) {
		return nil, ErrHash
	}
	p, err := inspect(in.RawBody)
	if err != nil {
		return nil, err
	}
	if err := s.files.Put(ctx, key(enterprise, in.SHA256), in.RawBody); err != nil {
		return nil, fmt.Errorf("keep photo %s: %w", in.SHA256, err)
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		switch _, err := findPhoto(tx, in.SHA256); {
		case err == nil:
			return nil
		case !errors.Is(err, ErrNotFound):
			return err
		}
		row := photoRow{
			SHA256: in.SHA256, MIME: p.mime, Size: len(in.RawBody), Width: p.width, Height: p.height,
			UploadedBy: tx.Actor().Account, UploadedAt: tx.Now(),
		}
		return insertPhoto(tx, row)
	})
	if err != nil && !db.Violates(err, photoKey) {
		return nil, err
	}
	return &api.Done{}, nil
}

// Read returns a photo of the caller's enterprise.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ReadPhotoInput) (*api.Blob, error) {
	var row photoRow
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		row, err = findPhoto(tx, in.SHA256)
		return err
	})
	if err != nil {
		return nil, err
	}
	return s.load(ctx, row)
}

// ReadFor returns a photo inside a transaction, as an agency reads it.
func (s *Service) ReadFor(tx *db.Tx, sha string) (*api.Blob, error) {
	row, err := findPhoto(tx, sha)
	if err != nil {
		return nil, err
	}
	return s.load(tx.Context(), row)
}

// Open returns the bytes of a photo of the transaction's enterprise; false if
// it is not there or its file is gone.
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

// Kept returns those of the photos that are not kept, in the order given.
func (s *Service) Kept(tx *db.Tx, sha []string) (missing []string, err error) {
	_, missing, err = s.Evidence(tx, sha)
	return missing, err
}

// Evidence returns the photos as they are sealed with a fact, and those that
// are not kept.
func (s *Service) Evidence(tx *db.Tx, sha []string) (photos []ledger.Photo, missing []string, err error) {
	if len(sha) == 0 {
		return nil, nil, nil
	}
	kinds, err := kindsOf(tx, sha)
	if err != nil {
		return nil, nil, fmt.Errorf("look for photos: %w", err)
	}
	return ledger.Attach(sha, func(one string) (string, bool) {
		mime, kept := kinds[one]
		return extension(mime), kept
	})
}

func (s *Service) load(ctx context.Context, row photoRow) (*api.Blob, error) {
	body, err := s.files.Get(ctx, key(id.ID(row.EnterpriseID), row.SHA256))
	if err != nil {
		return nil, fmt.Errorf("load photo %s: %w", row.SHA256, err)
	}
	return &api.Blob{
		ContentType:        row.MIME,
		ContentDisposition: fmt.Sprintf(`inline; filename="%s.%s"`, row.SHA256[:12], extension(row.MIME)),
		CacheControl:       "private, max-age=31536000, immutable",
		Body:               body,
	}, nil
}

// key is the photo's place: a folder per enterprise, so that one can be moved
// or erased as a whole, and 256 below it.
func key(enterprise id.ID, sha string) string {
	return fmt.Sprintf("%s/%s/%s", enterprise, sha[:2], sha)
}
