package httpapi

import (
	"context"
	"net/http"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/identity"
)

// Identity binds sign-in, the caller's own account and the audit logs. secure
// says that people reach the service through TLS, to which the refresh cookie
// is then bound.
func Identity(r *Router, s *identity.Service, secure bool) {
	handle(r, api.Login, func(ctx context.Context, g access.Grant, in *api.LoginInput) (*api.SessionOutput, error) {
		return session(secure)(s.Login(ctx, g, in))
	})
	handle(r, api.RefreshSession, func(ctx context.Context, g access.Grant, in *api.RefreshInput) (*api.SessionOutput, error) {
		if in.Cookie == "" {
			return nil, errNoSession
		}
		return session(secure)(s.Refresh(ctx, g, in.Cookie))
	})
	handle(r, api.Logout, func(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.LogoutOutput, error) {
		if err := s.Logout(ctx, g); err != nil {
			return nil, err
		}
		return &api.LogoutOutput{SetCookie: []http.Cookie{cookie("", -1, secure)}}, nil
	})
	handle(r, api.ReadMe, func(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.MeOutput, error) {
		return s.ReadMe(ctx, g)
	})
	handle(r, api.ChangePassword, func(ctx context.Context, g access.Grant, in *api.ChangePasswordInput) (*api.Done, error) {
		return &api.Done{}, s.ChangePassword(ctx, g, in)
	})
	handle(r, api.ListSessions, func(ctx context.Context, g access.Grant, _ *api.Nothing) (*api.SessionsOutput, error) {
		return s.ListSessions(ctx, g)
	})
	handle(r, api.RevokeSession, func(ctx context.Context, g access.Grant, in *api.RevokeSessionInput) (*api.Done, error) {
		return &api.Done{}, s.RevokeSession(ctx, g, in)
	})
	handle(r, api.ListAudit, func(ctx context.Context, g access.Grant, in *api.ListAuditInput) (*api.AuditOutput, error) {
		return s.ListAudit(ctx, g, in)
	})
	handle(r, api.ListAgencyAudit, func(ctx context.Context, g access.Grant, in *api.ListAgencyAuditInput) (*api.AuditOutput, error) {
		return s.ListAgencyAudit(ctx, g, in)
	})
}

// session puts the refresh token into its cookie and the rest into the body.
func session(secure bool) func(*identity.Opened, error) (*api.SessionOutput, error) {
	return func(o *identity.Opened, err error) (*api.SessionOutput, error) {
		if err != nil {
			return nil, err
		}
		c := cookie(o.Refresh, int(identity.SessionLife.Seconds()), secure)
		return &api.SessionOutput{SetCookie: []http.Cookie{c}, Body: o.Session}, nil
	}
}

// cookie carries the refresh token. Scripts do not see it, other sites do not
// send it, and it travels to nothing but the refreshing of sessions.
func cookie(value string, maxAge int, secure bool) http.Cookie {
	return http.Cookie{ //nolint:gosec // not Secure only where the service is reached without TLS, as the demo is
		Name: "zhize_refresh", Value: value, Path: api.Base + "/session", MaxAge: maxAge,
		HttpOnly: true, Secure: secure, SameSite: http.SameSiteStrictMode,
	}
}
