package httpapi

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"zhize/internal/identity"
	"zhize/internal/platform/clock"
)

type requestKey struct{}

func requestID(ctx context.Context) string {
	s, _ := ctx.Value(requestKey{}).(string)
	return s
}

func address(ctx context.Context) string {
	s, _ := ctx.Value(addressKey{}).(string)
	return s
}

// observe numbers the request, tells the client our time, survives a panic and
// writes one line of log. The route is logged as its template: paths hold ids,
// queries may hold names.
func (r *Router) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		start := r.clock.Now()
		request := uuid.NewString()
		ctx := context.WithValue(c.Request().Context(), requestKey{}, request)
		ctx = context.WithValue(ctx, addressKey{}, c.RealIP())
		ctx = identity.WithAddress(ctx, c.RealIP())
		c.SetRequest(c.Request().WithContext(ctx))
		h := c.Response().Header()
		h.Set("X-Request-Id", request)
		h.Set("X-Zhize-Now", strconv.FormatInt(start.UnixMilli(), 10))
		secure(h)
		defer func() {
			if p := recover(); p != nil {
				err = fmt.Errorf("panic: %v", p)
				r.echoError(err, c)
			}
			r.log.InfoContext(ctx, "request", slog.String("method", c.Request().Method), slog.String("route", c.Path()),
				slog.Int("status", c.Response().Status), slog.Duration("took", r.clock.Now().Sub(start)), slog.String("request_id", request))
		}()
		if err := next(c); err != nil {
			r.echoError(err, c)
		}
		return nil
	}
}

// ipExtractor believes X-Forwarded-For only from the proxies named.
func ipExtractor(trusted []string) (echo.IPExtractor, error) {
	if len(trusted) == 0 {
		return echo.ExtractIPDirect(), nil
	}
	options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
	for _, cidr := range trusted {
		_, network, err := net.ParseCIDR(cidr)
		if err != nil {
			return nil, fmt.Errorf("trusted proxy %q: %w", cidr, err)
		}
		options = append(options, echo.TrustIPRange(network))
	}
	return echo.ExtractIPFromXFFHeader(options...), nil
}

// limiter bounds what one address may ask without an account.
type limiter struct {
	clock clock.Clock
	every rate.Limit
	burst int

	mu    sync.Mutex
	seen  map[string]*visitor
	swept time.Time
}

type visitor struct {
	rate *rate.Limiter
	last time.Time
}

func newLimiter(c clock.Clock, perMinute int) *limiter {
	if perMinute == 0 {
		perMinute = 120
	}
	return &limiter{clock: c, every: rate.Limit(float64(perMinute) / 60), burst: perMinute, seen: map[string]*visitor{}}
}

func (l *limiter) allow(from string) bool {
	now := l.clock.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.swept) > time.Minute {
		for k, v := range l.seen {
			if now.Sub(v.last) > 10*time.Minute {
				delete(l.seen, k)
			}
		}
		l.swept = now
	}
	v := l.seen[from]
	if v == nil {
		v = &visitor{rate: rate.NewLimiter(l.every, l.burst)}
		l.seen[from] = v
	}
	v.last = now
	return v.rate.AllowN(now, 1)
}
