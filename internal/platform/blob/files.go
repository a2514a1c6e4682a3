package blob

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
)

// Files keeps blobs in a folder. Nothing reaches outside the folder, not even
// through a symbolic link.
type Files struct{ root *os.Root }

// OpenFiles opens the folder and makes it if it is not there.
func OpenFiles(folder string) (*Files, error) {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return nil, fmt.Errorf("make blob folder: %w", err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, fmt.Errorf("open blob folder: %w", err)
	}
	return &Files{root: root}, nil
}

// Folder is where the files are.
func (f *Files) Folder() string { return f.root.Name() }

// Close lets the folder go.
func (f *Files) Close() error { return f.root.Close() }

// Put writes beside the place and renames, so that a reader sees the old file
// or the new one; file and folder are on the disk before it returns.
func (f *Files) Put(ctx context.Context, key string, body []byte) error {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return err
	}
	folder := path.Dir(key)
	if err := f.makeFolder(folder); err != nil {
		return fmt.Errorf("make folder of blob %s: %w", key, err)
	}
	var random [8]byte
	if _, err := rand.Read(random[:]); err != nil {
		return fmt.Errorf("no randomness: %w", err)
	}
	part := key + "." + hex.EncodeToString(random[:]) + ".part"
	if err := f.write(part, body); err != nil {
		return errors.Join(fmt.Errorf("write blob %s: %w", key, err), f.forget(part))
	}
	if err := f.root.Rename(part, key); err != nil {
		return errors.Join(fmt.Errorf("name blob %s: %w", key, err), f.forget(part))
	}
	if err := f.sync(folder); err != nil {
		return fmt.Errorf("sync folder of blob %s: %w", key, err)
	}
	return nil
}

// Get reads a file.
func (f *Files) Get(ctx context.Context, key string) ([]byte, error) {
	if err := errors.Join(checkKey(key), ctx.Err()); err != nil {
		return nil, err
	}
	body, err := f.root.ReadFile(key)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("blob %s: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("read blob %s: %w", key, err)
	}
	return body, nil
}

func (f *Files) write(name string, body []byte) error {
	file, err := f.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o640)
	if err != nil {
		return err
	}
	_, err = file.Write(body)
	if err == nil {
		err = file.Sync()
	}
	return errors.Join(err, file.Close())
}

func (f *Files) forget(name string) error {
	if err := f.root.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// makeFolder makes the folder and those above it. A new folder is on the disk
// only when the one above it has been synced.
func (f *Files) makeFolder(folder string) error {
	if folder == "." {
		return nil
	}
	if info, err := f.root.Stat(folder); err == nil && info.IsDir() {
		return nil
	}
	above := path.Dir(folder)
	if err := f.makeFolder(above); err != nil {
		return err
	}
	if err := f.root.Mkdir(folder, 0o750); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return f.sync(above)
}

func (f *Files) sync(folder string) error {
	d, err := f.root.Open(folder)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
