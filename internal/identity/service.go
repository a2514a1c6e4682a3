package identity

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"

	"zhize/internal/platform/cipher"
	"zhize/internal/platform/db"
)

// Keys are the secrets of identity.
type Keys struct {
	// Token is the secret from which the keys of both kinds of tokens are derived.
	Token []byte
	// Phones and PhoneIndex seal phone numbers and find them again. Without them
	// no phone number is taken.
	Phones     *cipher.Sealer
	PhoneIndex *cipher.Index
}

// Service is identity.
type Service struct {
	db      *db.DB
	phones  *cipher.Sealer
	index   *cipher.Index
	tokens  tokens
	hasher  *hasher
	refresh []byte
}

// New makes the service.
func New(d *db.DB, keys Keys) *Service {
	access := derive(keys.Token, "access token")
	return &Service{
		db:      d,
		phones:  keys.Phones,
		index:   keys.PhoneIndex,
		tokens:  tokens{key: access, id: hex.EncodeToString(derive(access, "id")[:4]), clock: d.Clock()},
		hasher:  newHasher(),
		refresh: derive(keys.Token, "refresh token"),
	}
}

// derive makes a key for one purpose, so that a token of one kind is never
// taken for one of another.
func derive(secret []byte, purpose string) []byte {
	h := hmac.New(sha256.New, secret)
	h.Write([]byte("zhize " + purpose))
	return h.Sum(nil)
}

type addressKey struct{}

// WithAddress keeps the address from which a request came, for the list of
// sessions and the audit log.
func WithAddress(ctx context.Context, address string) context.Context {
	return context.WithValue(ctx, addressKey{}, address)
}

func addressOf(ctx context.Context) string {
	s, _ := ctx.Value(addressKey{}).(string)
	return s
}
