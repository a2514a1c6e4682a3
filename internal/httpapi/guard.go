package httpapi

import (
	"context"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Gate finds out who asks. It is answered by identity.
type Gate interface {
	// Enter reads the access token and returns the person in the capacity asked
	// for: for an enterprise, for an agency, or for himself if both are absent.
	// A person who has no part in the enterprise or agency is told that there is
	// none.
	Enter(ctx context.Context, token string, enterprise, agency id.ID) (access.Actor, error)
}

// Refusals at the door.
var (
	errNoSession = fault.New(fault.Unauthenticated, "identity.session.missing", "请先登录。")
	errTooOften  = fault.New(fault.Limited, "request.limited", "操作过于频繁，请稍后再试。")
	errBadPath   = fault.New(fault.NotFound, "request.not_found", "没有找到您要的内容。")
)

type grantKey struct{}

type addressKey struct{}

// guard wraps every operation; there is no way round it.
func (r *Router) guard(m api.Meta) func(huma.Context, func(huma.Context)) {
	area := strings.HasPrefix(m.Path, "/agencies/{agency}/")
	tenant := strings.HasPrefix(m.Path, "/enterprises/{enterprise}")
	return func(c huma.Context, next func(huma.Context)) {
		ctx := c.Context()
		call := access.Call{Operation: m.ID, Request: requestID(ctx)}
		if m.Permission == string(access.PermPublic) {
			if !r.limiter.allow(address(ctx)) {
				r.refuse(c, errTooOften)
				return
			}
			next(huma.WithValue(c, grantKey{}, access.Anyone(call)))
			return
		}
		token, ok := strings.CutPrefix(c.Header("Authorization"), "Bearer ")
		if !ok || token == "" {
			r.refuse(c, errNoSession)
			return
		}
		var enterprise, agency id.ID
		var err error
		switch {
		case area:
			agency, err = id.Parse(c.Param("agency"))
		case tenant:
			enterprise, err = id.Parse(c.Param("enterprise"))
		}
		if err != nil {
			r.refuse(c, errBadPath)
			return
		}
		actor, err := r.gate.Enter(ctx, token, enterprise, agency)
		if err != nil {
			r.refuse(c, err)
			return
		}
		var g access.Grant
		if m.Permission == string(access.PermSelf) {
			g, err = access.Self(actor, call)
		} else {
			g, err = r.policy.Check(actor, access.Permission(m.Permission), call)
		}
		if err != nil {
			r.refuse(c, err)
			return
		}
		next(huma.WithValue(c, grantKey{}, g))
	}
}
