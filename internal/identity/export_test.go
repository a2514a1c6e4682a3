package identity

import "sync/atomic"

// CountHashes counts from now on how often a password is hashed.
func (s *Service) CountHashes() *atomic.Int64 {
	n, derive := new(atomic.Int64), s.hasher.derive
	s.hasher.derive = func(password, salt []byte, time, memory uint32, threads uint8, size uint32) []byte {
		n.Add(1)
		return derive(password, salt, time, memory, threads, size)
	}
	return n
}

// TokenKey is the key of access tokens, to forge some.
func (s *Service) TokenKey() (key []byte, keyID string) { return s.tokens.key, s.tokens.id }

// CheckPassword is the rule.
func CheckPassword(login, password string) error { return checkPassword(login, password) }
