package identity

import (
	"context"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

var errSessionNotFound = fault.New(fault.NotFound, "identity.session.not_found", "没有找到该登录，可能已经退出。")

const (
	// SessionLife is how long a session stands without being used.
	SessionLife = 30 * 24 * time.Hour
	// grace is how long the last refresh token answers again with its successor:
	// an answer lost on a bad line is not theft.
	grace = time.Minute
)

// Opened is a session with the refresh token that goes into the cookie.
type Opened struct {
	Session api.Session
	Refresh string
}

// Login signs a person in. A login that does not exist takes the same steps as
// one whose password is wrong.
func (s *Service) Login(ctx context.Context, g access.Grant, in *api.LoginInput) (*Opened, error) {
	var known accountRow
	var found bool
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		known, found, err = accountByLogin(tx, cleanLogin(in.Body.Login))
		return err
	})
	if err != nil {
		return nil, err
	}
	stored := nobodysHash
	if found {
		stored = known.PasswordHash
	}
	// Hashing takes its time; no transaction waits for it.
	right, err := s.hasher.matches(ctx, stored, in.Body.Password)
	if err != nil {
		return nil, err
	}
	var out *Opened
	var refusal error
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if !found {
			refusal = errLoginWrong
			return note(tx, id.Nil, id.Nil, "", refused)
		}
		a, err := lockAccount(tx, known.ID)
		if err != nil {
			return err
		}
		refusal, err = admit(tx, a, right && a.PasswordHash == stored, errLoginWrong)
		if err != nil {
			return err
		}
		if refusal != nil {
			return note(tx, id.Nil, a.ID, a.Name, refused)
		}
		if out, err = s.open(tx, a, device(in)); err != nil {
			return err
		}
		return note(tx, id.Nil, a.ID, a.Name, done)
	})
	if err != nil {
		return nil, err
	}
	return out, refusal
}

// device names the device for the list of sessions.
func device(in *api.LoginInput) string {
	name := []rune(in.Body.Device)
	if len(name) == 0 {
		name = []rune(in.UserAgent)
	}
	return string(name[:min(len(name), 120)])
}

// open begins a session.
func (s *Service) open(tx *db.Tx, a accountRow, device string) (*Opened, error) {
	now := tx.Now()
	session := sessionRow{
		ID: tx.NewID(), AccountID: a.ID, Device: device, Address: addressOf(tx.Context()),
		CreatedAt: now, LastUsedAt: now, ExpiresAt: now.Add(SessionLife),
	}
	if err := insertSession(tx, session); err != nil {
		return nil, err
	}
	var token refreshToken
	if err := tx.Random(token[:]); err != nil {
		return nil, err
	}
	err := insertRefresh(tx, refreshRow{Hash: token.hash(), SessionID: session.ID, Generation: 1, IssuedAt: now, ExpiresAt: session.ExpiresAt})
	if err != nil {
		return nil, err
	}
	return s.answer(tx, a, session.ID, token)
}

// answer makes what a client holds in memory.
func (s *Service) answer(tx *db.Tx, a accountRow, session id.ID, token refreshToken) (*Opened, error) {
	signed, until, err := s.tokens.sign(a.ID, session, tx.Now())
	if err != nil {
		return nil, err
	}
	out := &Opened{Refresh: token.text(), Session: api.Session{
		AccessToken: signed, ExpiresAt: until, ServerTime: tx.Now(), MustChange: a.MustChange,
	}}
	out.Session.Me, err = me(tx, a)
	return out, err
}

// Refresh exchanges a refresh token for its successor. Repeating the last
// token within a minute gives the same successor; any other reuse means that
// two hold it, and ends the session for both.
func (s *Service) Refresh(ctx context.Context, g access.Grant, text string) (*Opened, error) {
	token, err := parseRefresh(text)
	if err != nil {
		return nil, err
	}
	var out *Opened
	var stolen bool
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		now := tx.Now()
		session, found, err := lockSessionOf(tx, token.hash())
		if err != nil {
			return err
		}
		if !found || session.RevokedAt != nil || !session.ExpiresAt.After(now) {
			return errSessionExpired
		}
		a, err := accountOf(tx, session.AccountID)
		if err != nil {
			return err
		}
		if a.DisabledAt != nil {
			return errSessionExpired
		}
		next, ok, err := s.next(tx, session, token)
		if err != nil {
			return err
		}
		if !ok {
			// The revocation must be kept, so this is no error of the transaction.
			stolen = true
			if _, err := revokeSession(tx, a.ID, session.ID, "reuse"); err != nil {
				return err
			}
			return note(tx, id.Nil, a.ID, a.Name, refused)
		}
		out, err = s.answer(tx, a, session.ID, next)
		return err
	})
	if err != nil {
		return nil, err
	}
	if stolen {
		return nil, errSessionExpired
	}
	return out, nil
}

// next returns the successor of a token of the session that is held, or not ok
// if the token has been used before.
func (s *Service) next(tx *db.Tx, session sessionRow, token refreshToken) (successor refreshToken, ok bool, err error) {
	now := tx.Now()
	row, found, err := refreshByHash(tx, token.hash())
	if err != nil || !found {
		return successor, false, err
	}
	successor = token.successor(s.refresh)
	if row.UsedAt != nil {
		if now.Sub(*row.UsedAt) > grace {
			return successor, false, nil
		}
		last, found, err := refreshByHash(tx, successor.hash())
		return successor, found && last.UsedAt == nil, err
	}
	until := now.Add(SessionLife)
	if err := markUsed(tx, row.Hash, now); err != nil {
		return successor, false, err
	}
	err = insertRefresh(tx, refreshRow{Hash: successor.hash(), SessionID: session.ID, Generation: row.Generation + 1, IssuedAt: now, ExpiresAt: until})
	if err != nil {
		return successor, false, err
	}
	if err := dropExpired(tx, session.ID, now); err != nil {
		return successor, false, err
	}
	return successor, true, touchSession(tx, session.ID, now, until, addressOf(tx.Context()))
}

// Logout ends the present session.
func (s *Service) Logout(ctx context.Context, g access.Grant) error {
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		_, err := revokeSession(tx, g.Actor().Account, g.Actor().Session, "logout")
		return err
	})
}

// ReadMe describes the caller.
func (s *Service) ReadMe(ctx context.Context, g access.Grant) (*api.MeOutput, error) {
	out := &api.MeOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		a, err := accountOf(tx, g.Actor().Account)
		if err != nil {
			return err
		}
		out.Body, err = me(tx, a)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// ListSessions lists the caller's open sessions.
func (s *Service) ListSessions(ctx context.Context, g access.Grant) (*api.SessionsOutput, error) {
	out := &api.SessionsOutput{}
	out.Body.Items = []api.SessionEntry{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		if err := changed(tx); err != nil {
			return err
		}
		rows, err := openSessionsOf(tx, g.Actor().Account)
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, api.SessionEntry{
				ID: string(r.ID), Device: r.Device, Address: r.Address,
				CreatedAt: r.CreatedAt.UTC(), LastUsedAt: r.LastUsedAt.UTC(), Current: r.ID == g.Actor().Session,
			})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// RevokeSession ends one of the caller's sessions at once.
func (s *Service) RevokeSession(ctx context.Context, g access.Grant, in *api.RevokeSessionInput) error {
	session, err := id.Parse(in.Session)
	if err != nil {
		return errSessionNotFound.Because(err)
	}
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		if err := changed(tx); err != nil {
			return err
		}
		stood, err := revokeSession(tx, g.Actor().Account, session, "revoked")
		if err == nil && !stood {
			err = errSessionNotFound
		}
		return err
	})
}

// changed refuses those who have not yet changed their initial password.
func changed(tx *db.Tx) error {
	a, err := accountOf(tx, tx.Actor().Account)
	if err == nil && a.MustChange {
		err = errMustChange
	}
	return err
}
