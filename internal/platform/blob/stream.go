package blob

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/minio/minio-go/v7"
)

// Streams keeps files too large for the memory.
type Streams interface {
	Store
	// Create begins a file. Nobody sees it before Commit; beginning it again
	// begins anew. One key has one writer.
	Create(ctx context.Context, key string) (Draft, error)
	// Open opens what is kept under the key, or says ErrNotFound.
	Open(ctx context.Context, key string) (File, error)
	// Remove forgets the file and what was begun of it; one that is not there
	// is no error.
	Remove(ctx context.Context, key string) error
}

// Draft is a file that is being written.
type Draft interface {
	io.Writer
	// Commit makes the file whole and durable.
	Commit() error
	// Discard forgets it; after Commit it does nothing.
	Discard() error
}

// File is a file that is being read.
type File interface {
	io.ReadSeekCloser
}

// partSuffix ends the name of a file that is being written.
const partSuffix = ".part"

// Create begins a file beside its place.
func (f *Files) Create(ctx context.Context, key string) (Draft, error) {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return nil, err
	}
	if err := f.makeFolder(path.Dir(key)); err != nil {
		return nil, fmt.Errorf("make folder of blob %s: %w", key, err)
	}
	file, err := f.root.OpenFile(key+partSuffix, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o640)
	if err != nil {
		return nil, fmt.Errorf("begin blob %s: %w", key, err)
	}
	return &draftFile{files: f, file: file, key: key}, nil
}

// draftFile is a file beside its place.
type draftFile struct {
	files *Files
	file  *os.File
	key   string
	over  bool
}

func (d *draftFile) Write(b []byte) (int, error) { return d.file.Write(b) }

func (d *draftFile) Commit() error {
	d.over = true
	err := errors.Join(d.file.Sync(), d.file.Close())
	if err == nil {
		err = d.files.root.Rename(d.key+partSuffix, d.key)
	}
	if err == nil {
		err = d.files.sync(path.Dir(d.key))
	}
	if err != nil {
		return errors.Join(fmt.Errorf("keep blob %s: %w", d.key, err), d.files.forget(d.key+partSuffix))
	}
	return nil
}

func (d *draftFile) Discard() error {
	if d.over {
		return nil
	}
	d.over = true
	return errors.Join(d.file.Close(), d.files.forget(d.key+partSuffix))
}

// Open opens a file.
func (f *Files) Open(ctx context.Context, key string) (File, error) {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return nil, err
	}
	file, err := f.root.Open(key)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("blob %s: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open blob %s: %w", key, err)
	}
	return file, nil
}

// Remove forgets a file.
func (f *Files) Remove(ctx context.Context, key string) error {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return err
	}
	if err := errors.Join(f.forget(key), f.forget(key+partSuffix)); err != nil {
		return fmt.Errorf("remove blob %s: %w", key, err)
	}
	return nil
}

// partSize is how much of a file of unknown length one upload holds; S3 takes
// 10,000 of them.
const partSize = 16 << 20

// Create begins an upload in parts, of which the memory holds one.
func (s *S3) Create(ctx context.Context, key string) (Draft, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	r, w := io.Pipe()
	d := &draftObject{pipe: w, done: make(chan error, 1), key: key}
	go func() {
		_, err := s.client.PutObject(ctx, s.bucket, key, r, -1, minio.PutObjectOptions{
			ContentType: "application/octet-stream", PartSize: partSize, NumThreads: 1,
		})
		_ = r.CloseWithError(err)
		d.done <- err
	}()
	return d, nil
}

// draftObject is an upload under way.
type draftObject struct {
	pipe *io.PipeWriter
	done chan error
	key  string
	over bool
}

func (d *draftObject) Write(b []byte) (int, error) { return d.pipe.Write(b) }

func (d *draftObject) Commit() error {
	d.over = true
	if err := errors.Join(d.pipe.Close(), <-d.done); err != nil {
		return fmt.Errorf("put blob %s: %w", d.key, err)
	}
	return nil
}

// errDiscarded breaks an upload off.
var errDiscarded = errors.New("discarded")

func (d *draftObject) Discard() error {
	if d.over {
		return nil
	}
	d.over = true
	err := d.pipe.CloseWithError(errDiscarded)
	if broken := <-d.done; broken == nil {
		err = errors.Join(err, fmt.Errorf("blob %s was kept though discarded", d.key))
	}
	return err
}

// Open opens an object; it is read as it is asked for.
func (s *S3) Open(ctx context.Context, key string) (File, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	object, err := s.client.GetObject(ctx, s.bucket, key, minio.GetObjectOptions{})
	if err == nil {
		_, err = object.Stat()
	}
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return nil, fmt.Errorf("blob %s: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open blob %s: %w", key, err)
	}
	return object, nil
}

// Remove forgets an object. What was begun of it the bucket's own rule for
// unfinished uploads clears.
func (s *S3) Remove(ctx context.Context, key string) error {
	if err := checkKey(key); err != nil {
		return err
	}
	if err := s.client.RemoveObject(ctx, s.bucket, key, minio.RemoveObjectOptions{}); err != nil {
		return fmt.Errorf("remove blob %s: %w", key, err)
	}
	return nil
}
