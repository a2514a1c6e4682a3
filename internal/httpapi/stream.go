package httpapi

import (
	"context"
	"mime"
	"net/http"
	"net/url"
	"path"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humaecho"

	"zhize/api"
	"zhize/internal/access"
)

// stream binds a handler whose answer is a file that is read as it is sent. The
// standard library answers Range and If-None-Match.
func stream[In any](r *Router, op api.Operation[In, api.Download], h func(context.Context, access.Grant, *In) (*api.Download, error)) {
	bind(r, op.Meta, func(ctx context.Context, g access.Grant, in *In) (*huma.StreamResponse, error) {
		f, err := h(ctx, g, in)
		if err != nil {
			return nil, err
		}
		return &huma.StreamResponse{Body: func(c huma.Context) {
			defer f.Content.Close() //nolint:errcheck // only read
			e := humaecho.UnwrapV4(c)
			head := e.Response().Header()
			head.Set("Content-Type", f.Media)
			head.Set("Content-Disposition", attachment(f.Name))
			head.Set("Cache-Control", "private, no-store")
			head.Set("ETag", `"`+f.SHA256+`"`)
			http.ServeContent(e.Response(), e.Request(), "", f.At, f.Content)
		}}, nil
	})
}

// attachment names a file to be saved (RFC 6266, RFC 5987): what cannot read
// UTF-8 gets the ending alone.
func attachment(name string) string {
	plain := mime.FormatMediaType("attachment", map[string]string{"filename": "zhize" + path.Ext(name)})
	return plain + "; filename*=UTF-8''" + url.PathEscape(name)
}
