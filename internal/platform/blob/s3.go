package blob

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/url"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"
)

// S3 keeps blobs in a bucket, so that several replicas share them.
type S3 struct {
	client *minio.Client
	bucket string
}

// NewS3 connects to a bucket. The endpoint is a URL without a path, as
// "https://s3.example.cn"; the bucket exists already.
func NewS3(endpoint, bucket, key, secret string) (*S3, error) {
	u, err := url.Parse(endpoint)
	if err != nil {
		return nil, fmt.Errorf("blob endpoint: %w", err)
	}
	if u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return nil, fmt.Errorf("blob endpoint %q: want https://host or http://host", endpoint)
	}
	client, err := minio.New(u.Host, &minio.Options{
		Creds:  credentials.NewStaticV4(key, secret, ""),
		Secure: u.Scheme == "https",
	})
	if err != nil {
		return nil, fmt.Errorf("blob endpoint: %w", err)
	}
	return &S3{client: client, bucket: bucket}, nil
}

// Put uploads the body in one part, which S3 keeps whole or not at all.
func (s *S3) Put(ctx context.Context, key string, body []byte) error {
	if err := checkKey(key); err != nil {
		return err
	}
	_, err := s.client.PutObject(ctx, s.bucket, key, bytes.NewReader(body), int64(len(body)), minio.PutObjectOptions{
		ContentType: "application/octet-stream", DisableMultipart: true,
	})
	if err != nil {
		return fmt.Errorf("put blob %s: %w", key, err)
	}
	return nil
}

// Get downloads a file.
func (s *S3) Get(ctx context.Context, key string) ([]byte, error) {
	if err := checkKey(key); err != nil {
		return nil, err
	}
	object, err := s.client.GetObject(ctx, s.bucket, key, minio.GetObjectOptions{})
	if err != nil {
		return nil, fmt.Errorf("get blob %s: %w", key, err)
	}
	defer object.Close() //nolint:errcheck // only read
	body, err := io.ReadAll(object)
	if minio.ToErrorResponse(err).Code == minio.NoSuchKey {
		return nil, fmt.Errorf("blob %s: %w", key, ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("get blob %s: %w", key, err)
	}
	return body, nil
}
