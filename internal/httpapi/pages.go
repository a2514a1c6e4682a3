package httpapi

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"github.com/labstack/echo/v4"

	"zhize/api"
)

// policyOfContent lets the pages run our own scripts and styles and nothing else.
const policyOfContent = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:; object-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"

func secure(h http.Header) {
	h.Set("Content-Security-Policy", policyOfContent)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
}

// mediaTypes is our own table: the host's differs from machine to machine.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml",
	".png": "image/png", ".ico": "image/x-icon", ".woff2": "font/woff2", ".txt": "text/plain; charset=utf-8",
}

// Pages serves the front end. A path that is no file is a page of the front
// end's own router; a missing asset stays missing.
func (r *Router) Pages(dist fs.FS) {
	r.echo.GET("/*", func(c echo.Context) error {
		name := strings.TrimPrefix(path.Clean("/"+c.Request().URL.Path), "/")
		if strings.HasPrefix("/"+name, api.Base) {
			return echo.ErrNotFound
		}
		if name == "" || name == "index.html" {
			return servePage(c, dist, "index.html")
		}
		if info, err := fs.Stat(dist, name); err == nil && !info.IsDir() {
			return servePage(c, dist, name)
		}
		if path.Ext(name) != "" {
			return echo.ErrNotFound
		}
		return servePage(c, dist, "index.html")
	})
}

func servePage(c echo.Context, dist fs.FS, name string) error {
	h := c.Response().Header()
	kind := mediaTypes[path.Ext(name)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	h.Set("Vary", "Accept-Encoding")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		h.Set("Cache-Control", "no-cache")
	}
	accepts := c.Request().Header.Get("Accept-Encoding")
	for _, v := range []struct{ coding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !strings.Contains(accepts, v.coding) {
			continue
		}
		if body, err := fs.ReadFile(dist, name+v.suffix); err == nil {
			h.Set("Content-Encoding", v.coding)
			return sendPage(c, name, body)
		}
	}
	body, err := fs.ReadFile(dist, name)
	if err != nil {
		return c.String(http.StatusServiceUnavailable, "The pages have not been built: run make build.")
	}
	return sendPage(c, name, body)
}

func sendPage(c echo.Context, name string, body []byte) error {
	h := c.Response().Header()
	if !strings.HasPrefix(name, "assets/") {
		sum := sha256.Sum256(body)
		tag := `"` + hex.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		if c.Request().Header.Get("If-None-Match") == tag {
			return c.NoContent(http.StatusNotModified)
		}
	}
	c.Response().WriteHeader(http.StatusOK)
	_, err := io.Copy(c.Response(), bytes.NewReader(body))
	return err
}
