package identity

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// errSessionExpired answers every token that no longer opens anything, for
// whatever reason.
var errSessionExpired = fault.New(fault.Unauthenticated, "identity.session.expired", "登录已失效，请重新登录。已填写的内容没有丢失。")

const (
	accessLife = 10 * time.Minute
	issuer     = "zhize"
)

// tokens signs and reads access tokens.
type tokens struct {
	key   []byte
	id    string
	clock clock.Clock
}

// claims are what an access token says: whose session, and until when. It says
// nothing about what the person may do.
type claims struct {
	jwt.RegisteredClaims
	Session id.ID `json:"sid"`
}

// sign makes an access token and returns when it ends.
func (t tokens) sign(account, session id.ID, now time.Time) (string, time.Time, error) {
	until := now.Add(accessLife).Truncate(time.Second)
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims{
		RegisteredClaims: jwt.RegisteredClaims{
			Issuer: issuer, Subject: string(account),
			IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(until),
		},
		Session: session,
	})
	token.Header["kid"] = t.id
	signed, err := token.SignedString(t.key)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("sign access token: %w", err)
	}
	return signed, until, nil
}

// read returns the account and session of a token that is ours and still runs.
func (t tokens) read(token string) (account, session id.ID, err error) {
	var c claims
	_, err = jwt.ParseWithClaims(token, &c, func(j *jwt.Token) (any, error) {
		if j.Header["kid"] != t.id {
			return nil, fmt.Errorf("unknown key %q", j.Header["kid"])
		}
		return t.key, nil
	}, jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithExpirationRequired(),
		jwt.WithIssuer(issuer), jwt.WithTimeFunc(t.clock.Now))
	if err != nil {
		return id.Nil, id.Nil, errSessionExpired.Because(err)
	}
	account, err = id.Parse(c.Subject)
	if err != nil {
		return id.Nil, id.Nil, errSessionExpired.Because(err)
	}
	session, err = id.Parse(string(c.Session))
	if err != nil {
		return id.Nil, id.Nil, errSessionExpired.Because(err)
	}
	return account, session, nil
}

// Refresh tokens: 32 bytes, of which only the hash is stored. A successor is
// computed from its predecessor under a key, so that a repeated request gets
// the same answer without the token being kept.
const refreshSize = 32

type refreshToken [refreshSize]byte

func parseRefresh(text string) (refreshToken, error) {
	b, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil || len(b) != refreshSize {
		return refreshToken{}, errSessionExpired
	}
	return refreshToken(b), nil
}

func (t refreshToken) text() string { return base64.RawURLEncoding.EncodeToString(t[:]) }

func (t refreshToken) hash() []byte {
	sum := sha256.Sum256(t[:])
	return sum[:]
}

func (t refreshToken) successor(key []byte) refreshToken {
	h := hmac.New(sha256.New, key)
	h.Write(t[:])
	return refreshToken(h.Sum(nil))
}
