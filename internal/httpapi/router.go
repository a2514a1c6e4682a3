package httpapi

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"
	"github.com/labstack/echo/v4"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
)

// Version is the contract's version.
const Version = "1"

// Router serves the contract's operations.
type Router struct {
	echo    *echo.Echo
	api     huma.API
	gate    Gate
	policy  access.Policy
	clock   clock.Clock
	log     *slog.Logger
	limiter *limiter
	bound   map[string]bool
	demo    *demo
}

// Options are what a router needs.
type Options struct {
	Gate   Gate
	Policy access.Policy
	Clock  clock.Clock
	Log    *slog.Logger
	// TrustedProxies are the networks (CIDR) whose X-Forwarded-For is believed.
	TrustedProxies []string
	// Ready answers /readyz.
	Ready func(context.Context) error
	// Limit is the number of requests a minute that one address may make to
	// operations that need no account; 0 means the standard 120.
	Limit int
}

// New makes a router without operations; each noun adds its own.
func New(o Options) (*Router, error) {
	e := echo.New()
	e.HideBanner, e.HidePort = true, true
	extractor, err := ipExtractor(o.TrustedProxies)
	if err != nil {
		return nil, err
	}
	e.IPExtractor = extractor

	cfg := huma.DefaultConfig("Zhize 质责", Version)
	cfg.CreateHooks = nil // no $schema in bodies
	cfg.OpenAPIPath, cfg.DocsPath, cfg.SchemasPath = "", "", ""
	cfg.RejectUnknownQueryParameters = true
	cfg.Servers = []*huma.Server{{URL: api.Base}}
	cfg.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"session": {Type: "http", Scheme: "bearer"}}
	cfg.Info.Description = "The contract between Zhize's server and its clients. Every operation carries its permission in x-permission."

	r := &Router{echo: e, gate: o.Gate, policy: o.Policy, clock: o.Clock, log: o.Log, bound: map[string]bool{}, limiter: newLimiter(o.Clock, o.Limit)}
	e.HTTPErrorHandler = r.echoError
	e.Use(r.observe)
	e.GET("/healthz", func(c echo.Context) error { return c.String(http.StatusOK, "ok") })
	e.GET("/readyz", func(c echo.Context) error {
		if o.Ready != nil {
			if err := o.Ready(c.Request().Context()); err != nil {
				r.log.ErrorContext(c.Request().Context(), "not ready", slog.Any("error", err))
				return c.String(http.StatusServiceUnavailable, "not ready")
			}
		}
		return c.String(http.StatusOK, "ready")
	})
	e.GET("/demo/accounts.json", r.demoAccounts)
	group := e.Group(api.Base)
	r.api = humaecho.NewV4WithGroup(e, group, cfg)
	return r, nil
}

// Handler is the whole HTTP server.
func (r *Router) Handler() http.Handler { return r.echo }

// OpenAPI emits the contract as YAML.
func (r *Router) OpenAPI() ([]byte, error) {
	b, err := r.api.OpenAPI().YAML()
	if err != nil {
		return nil, fmt.Errorf("emit openapi: %w", err)
	}
	return b, nil
}

// Complete reports an operation of the contract that no handler implements,
// and a permission that no role holds.
func (r *Router) Complete() error {
	for _, m := range api.Operations() {
		if !r.bound[m.ID] {
			return fmt.Errorf("contract: nobody implements %s", m.ID)
		}
		p := access.Permission(m.Permission)
		if p != access.PermPublic && p != access.PermSelf && len(r.policy[p]) == 0 {
			return fmt.Errorf("contract: no role holds %s, which %s needs", m.Permission, m.ID)
		}
	}
	return nil
}

// patience is how long a body may take to arrive: a workshop has one bar of
// signal.
func patience(m api.Meta) time.Duration {
	if m.Upload > 0 {
		return 2 * time.Minute
	}
	return 30 * time.Second
}

// bound is the length from which a body is refused: the contract's own length is
// taken still. Nought is the framework's, of one MiB.
func bound(m api.Meta) int64 {
	if m.Upload == 0 {
		return 0
	}
	return m.Upload + 1
}

// handle binds a handler to an operation of the contract. The handler runs
// only with a grant for the operation's permission.
func handle[In, Out any](r *Router, op api.Operation[In, Out], h func(context.Context, access.Grant, *In) (*Out, error)) {
	bind(r, op.Meta, h)
}

func bind[In, Out any](r *Router, m api.Meta, h func(context.Context, access.Grant, *In) (*Out, error)) {
	if r.bound[m.ID] {
		panic("operation " + m.ID + " is bound twice")
	}
	r.bound[m.ID] = true
	o := huma.Operation{
		OperationID: m.ID, Method: m.Method, Path: m.Path, Summary: m.Summary, DefaultStatus: m.Status,
		MaxBodyBytes: bound(m), BodyReadTimeout: patience(m), Tags: []string{tag(m.Permission)},
		Middlewares: huma.Middlewares{r.guard(m)},
		Extensions:  map[string]any{"x-permission": m.Permission},
		Errors:      []int{},
		Responses:   responses(m),
	}
	if m.Look != "" {
		o.Extensions["x-look"] = m.Look
	}
	if m.Permission != string(access.PermPublic) {
		o.Security = []map[string][]string{{"session": {}}}
	}
	huma.Register(r.api, o, func(ctx context.Context, in *In) (*Out, error) {
		g, ok := ctx.Value(grantKey{}).(access.Grant)
		if !ok {
			return nil, r.problem(ctx, access.ErrForbidden)
		}
		out, err := h(ctx, g, in)
		if err != nil {
			return nil, r.problem(ctx, err)
		}
		return out, nil
	})
}
