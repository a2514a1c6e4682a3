package api

import (
	"net/http"
	"time"
)

// Sign-in and the caller's own account.
var (
	Login = declare[LoginInput, SessionOutput](Meta{
		ID: "login", Method: http.MethodPost, Path: "/login", Permission: "public",
		Summary: "Sign in with login and password; sets the refresh cookie",
	})
	RefreshSession = declare[RefreshInput, SessionOutput](Meta{
		ID: "refreshSession", Method: http.MethodPost, Path: "/session/refresh", Permission: "public",
		Summary: "Exchange the refresh cookie for its successor and a new access token. Repeating the last token within 60 s gives the same successor; any other reuse revokes the session",
	})
	Logout = declare[Nothing, LogoutOutput](Meta{
		ID: "logout", Method: http.MethodPost, Path: "/logout", Permission: "self", Status: http.StatusNoContent,
		Summary: "Revoke the present session",
	})
	ReadMe = declare[Nothing, MeOutput](Meta{
		ID: "readMe", Method: http.MethodGet, Path: "/me", Permission: "self",
		Summary: "The caller's account, memberships and permissions",
	})
	ChangePassword = declare[ChangePasswordInput, Done](Meta{
		ID: "changePassword", Method: http.MethodPut, Path: "/me/password", Permission: "self", Status: http.StatusNoContent,
		Summary: "Change the password; all other sessions end",
	})
	ListSessions = declare[Nothing, SessionsOutput](Meta{
		ID: "listSessions", Method: http.MethodGet, Path: "/me/sessions", Permission: "self",
		Summary: "The caller's open sessions",
	})
	RevokeSession = declare[RevokeSessionInput, Done](Meta{
		ID: "revokeSession", Method: http.MethodDelete, Path: "/me/sessions/{session}", Permission: "self", Status: http.StatusNoContent,
		Summary: "End one of the caller's sessions at once",
	})
	ListAudit = declare[ListAuditInput, AuditOutput](Meta{
		ID: "listAudit", Method: http.MethodGet, Path: "/enterprises/{enterprise}/audit", Permission: "audit.read",
		Summary: "Logins and writes for the enterprise, newest first",
	})
	ListAgencyAudit = declare[ListAgencyAuditInput, AuditOutput](Meta{
		ID: "listAgencyAudit", Method: http.MethodGet, Path: "/agencies/{agency}/audit", Permission: "regulator.audit.read",
		Summary: "Writes in the agency's name, newest first",
	})
)

// LoginInput signs in.
type LoginInput struct {
	Body struct {
		Login    string `json:"login" minLength:"1" maxLength:"64"`
		Password string `json:"password" minLength:"1" maxLength:"200"`
		Device   string `json:"device,omitempty" maxLength:"120" doc:"A name of the device, for the list of sessions"`
	}
	UserAgent string `header:"User-Agent"`
}

// RefreshInput carries the refresh cookie.
type RefreshInput struct {
	Cookie string `cookie:"zhize_refresh"`
}

// SessionOutput is a new access token.
type SessionOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
	Body      Session
}

// Session is what a signed-in client holds in memory.
type Session struct {
	AccessToken string    `json:"accessToken"`
	ExpiresAt   time.Time `json:"expiresAt"`
	ServerTime  time.Time `json:"serverTime"`
	MustChange  bool      `json:"mustChangePassword" doc:"Until the initial password is changed only /me and /me/password answer"`
	Me          Me        `json:"me"`
}

// LogoutOutput clears the cookie.
type LogoutOutput struct {
	SetCookie []http.Cookie `header:"Set-Cookie"`
}

// MeOutput is the caller's account.
type MeOutput struct{ Body Me }

// Me is an account with its memberships.
type Me struct {
	Account     string       `json:"account" format:"uuid"`
	Login       string       `json:"login"`
	Name        string       `json:"name"`
	Memberships []Membership `json:"memberships"`
}

// Membership is a capacity in which the caller may act.
type Membership struct {
	Side        string   `json:"side" enum:"enterprise,agency"`
	ID          string   `json:"id" format:"uuid" doc:"The enterprise or agency"`
	Name        string   `json:"name"`
	Level       string   `json:"level,omitempty" enum:"city,district,office" doc:"Of an agency"`
	Roles       []string `json:"roles"`
	Permissions []string `json:"permissions" doc:"For the buttons; the server decides"`
}

// ChangePasswordInput changes the password.
type ChangePasswordInput struct {
	Body struct {
		Current string `json:"current" minLength:"1" maxLength:"200"`
		New     string `json:"new" minLength:"8" maxLength:"128" doc:"At least 8 characters of at least 3 classes; not the login"`
	}
}

// SessionsOutput lists sessions.
type SessionsOutput struct {
	Body struct {
		Items []SessionEntry `json:"items"`
	}
}

// SessionEntry is one open session.
type SessionEntry struct {
	ID         string    `json:"id" format:"uuid"`
	Device     string    `json:"device"`
	Address    string    `json:"address"`
	CreatedAt  time.Time `json:"createdAt"`
	LastUsedAt time.Time `json:"lastUsedAt"`
	Current    bool      `json:"current"`
}

// RevokeSessionInput names a session.
type RevokeSessionInput struct {
	Session string `path:"session" format:"uuid"`
}

// Page asks for part of a list, by key.
type Page struct {
	After string `query:"after" maxLength:"200" doc:"next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// ListAuditInput asks for an enterprise's audit log.
type ListAuditInput struct {
	InEnterprise
	Page
}

// ListAgencyAuditInput asks for an agency's audit log.
type ListAgencyAuditInput struct {
	InAgency
	Page
}

// AuditOutput is part of an audit log.
type AuditOutput struct {
	Body struct {
		Items []AuditEntry `json:"items"`
		Next  string       `json:"next,omitempty"`
	}
}

// AuditEntry is one line of an audit log.
type AuditEntry struct {
	ID        string    `json:"id" format:"uuid"`
	At        time.Time `json:"at"`
	Name      string    `json:"name"`
	Operation string    `json:"operation"`
	Outcome   string    `json:"outcome" enum:"done,refused"`
	Address   string    `json:"address"`
}
