package appointment

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// MyFiles lists where the caller has a file: wherever he held a post, also
// after he left.
func (s *Service) MyFiles(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.MyFilesOutput, error) {
	served, err := s.served(ctx, g)
	if err != nil {
		return nil, err
	}
	out := &api.MyFilesOutput{}
	out.Body.Items = []api.MyFile{}
	for enterprise, name := range served {
		err := s.db.Read(ctx, g.Bearer(enterprise), func(tx *db.Tx) error {
			roster, err := readRoster(tx)
			if err != nil {
				return err
			}
			if mine, ok := spell(roster, tx); ok {
				mine.Enterprise, mine.Name = string(enterprise), name
				out.Body.Items = append(out.Body.Items, mine)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out.Body.Items, func(a, b api.MyFile) int {
		return cmp.Or(b.From.Compare(a.From), cmp.Compare(a.Enterprise, b.Enterprise))
	})
	return out, nil
}

// spell is from when until when the caller held posts.
func spell(roster Roster, tx *db.Tx) (mine api.MyFile, ok bool) {
	for _, a := range roster {
		if a.Account != tx.Actor().Account {
			continue
		}
		if !ok || a.From.Before(mine.From) {
			mine.From = a.From
		}
		end := a.end()
		if !ok || mine.Until != nil && end.After(*mine.Until) {
			mine.Until = &end
		}
		ok = true
	}
	if roster.Serves(tx.Actor().Account, tx.Now()) {
		mine.Until = nil
	}
	return mine, ok
}

// served are the enterprises of the caller's roles.
func (s *Service) served(ctx context.Context, g access.Grant) (served map[id.ID]string, err error) {
	err = s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		served, err = s.roles.Served(tx, tx.Actor().Account)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list own files: %w", err)
	}
	return served, nil
}

// own opens the caller's file for reading. An enterprise in which he never held
// a post is one that is not there.
func (s *Service) own(ctx context.Context, g access.Grant, of string, r api.FileRange, read func(*db.Tx, api.PersonFile) error) error {
	served, err := s.served(ctx, g)
	if err != nil {
		return err
	}
	enterprise := canonical(of)
	if _, ok := served[enterprise]; !ok {
		return db.ErrEnterpriseNotFound
	}
	return s.db.Read(ctx, g.Bearer(enterprise), func(tx *db.Tx) error {
		f, err := s.file(tx, tx.Actor().Account, r)
		if errors.Is(err, ErrPersonNotFound) {
			return db.ErrEnterpriseNotFound
		}
		if err != nil {
			return err
		}
		return read(tx, f)
	})
}

// MyFile reads the caller's own file, page by page.
func (s *Service) MyFile(ctx context.Context, g access.Grant, in *api.MyFileInput) (*api.PersonFileOutput, error) {
	out := &api.PersonFileOutput{}
	err := s.own(ctx, g, in.Enterprise, in.FileRange, func(_ *db.Tx, f api.PersonFile) error {
		out.Body = f
		return turn(&out.Body, in.FilePage)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// MyFilePaper prints the caller's own file.
func (s *Service) MyFilePaper(ctx context.Context, g access.Grant, in *api.MyFilePaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.own(ctx, g, in.Enterprise, in.FileRange, func(tx *db.Tx, f api.PersonFile) (err error) {
		out, err = s.printFile(tx, f, in.Format)
		return err
	})
	return out, err
}

// ExportMyFile packs the paper and the facts.
func (s *Service) ExportMyFile(ctx context.Context, g access.Grant, in *api.ExportMyFileInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.own(ctx, g, in.Enterprise, in.FileRange, func(tx *db.Tx, f api.PersonFile) error {
		printed, err := s.printFile(tx, f, "pdf")
		if err != nil {
			return err
		}
		facts, err := json.MarshalIndent(f, "", "  ")
		if err != nil {
			return fmt.Errorf("encode own file: %w", err)
		}
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range []struct {
			name string
			body []byte
		}{{TitleFile + ".pdf", printed.Body}, {"file.json", facts}} {
			w, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: tx.Now()})
			if err == nil {
				_, err = w.Write(part.body)
			}
			if err != nil {
				return fmt.Errorf("pack own file: %w", err)
			}
		}
		if err := z.Close(); err != nil {
			return fmt.Errorf("pack own file: %w", err)
		}
		out = &api.Blob{ContentType: "application/zip", ContentDisposition: "attachment; filename=\"file.zip\"; filename*=UTF-8''" + url.PathEscape(nameFile(f)+".zip"), CacheControl: "private, no-store", Body: b.Bytes()}
		return nil
	})
	return out, err
}
