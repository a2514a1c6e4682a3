package httpapi

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"zhize/api"
	"zhize/internal/platform/fault"
)

// statuses is the one place where a kind of refusal becomes a status.
var statuses = map[fault.Kind]int{
	fault.Invalid:         http.StatusUnprocessableEntity,
	fault.Unauthenticated: http.StatusUnauthorized,
	fault.Forbidden:       http.StatusForbidden,
	fault.NotFound:        http.StatusNotFound,
	fault.Conflict:        http.StatusConflict,
	fault.Gone:            http.StatusGone,
	fault.Limited:         http.StatusTooManyRequests,
}

// problem turns an error into an answer. What is not a fault is logged and
// told to nobody.
func (r *Router) problem(ctx context.Context, err error) *api.Problem {
	var ready *api.Problem
	if errors.As(err, &ready) {
		return ready
	}
	f, ok := fault.Of(err)
	if !ok {
		if errors.Is(err, context.Canceled) {
			return problem(499, "request.cancelled", "请求已取消。", requestID(ctx))
		}
		r.log.ErrorContext(ctx, "request failed", slog.Any("error", err), slog.String("request_id", requestID(ctx)))
		return problem(http.StatusInternalServerError, "internal", "系统出错，您填写的内容没有丢失，请稍后重试。如仍不成功，请把编号告诉管理员。", requestID(ctx))
	}
	a := problem(statuses[f.Kind], f.Code, f.Text, requestID(ctx))
	a.Params = f.Params
	for _, field := range f.Fields {
		a.Fields = append(a.Fields, api.ProblemField{Pointer: field.Pointer, Sentence: api.Sentence(field.Sentence)})
	}
	if cause := f.Unwrap(); cause != nil {
		r.log.InfoContext(ctx, "request refused", slog.String("code", f.Code), slog.Any("error", cause), slog.String("request_id", requestID(ctx)))
	}
	return a
}

func problem(status int, code, detail, request string) *api.Problem {
	return &api.Problem{Type: "/problems/" + code, Title: http.StatusText(status), Status: status, Code: code, Detail: detail, RequestID: request}
}

// refuse answers from the guard, before the body is read.
func (r *Router) refuse(c huma.Context, err error) {
	a := r.problem(c.Context(), err)
	c.SetHeader("Content-Type", "application/problem+json")
	if a.GetStatus() == http.StatusTooManyRequests {
		c.SetHeader("Retry-After", "30")
	}
	c.SetStatus(a.GetStatus())
	_ = json.NewEncoder(c.BodyWriter()).Encode(a)
}

// Validation errors come from huma through its one constructor.
func init() { //nolint:gochecknoinits // huma's only hook is a package variable
	huma.NewErrorWithContext = func(c huma.Context, status int, _ string, errs ...error) huma.StatusError {
		request := ""
		if c != nil {
			request = requestID(c.Context())
		}
		a := problem(status, "request.invalid", "提交的内容有误，请按提示修改后重试，已填写的内容没有丢失。", request)
		switch status {
		case http.StatusRequestEntityTooLarge:
			a = problem(status, "request.too_large", "上传的内容过大，请压缩后重试。", request)
		case http.StatusUnsupportedMediaType:
			a = problem(status, "request.media", "不支持这种格式的内容。", request)
		case http.StatusBadRequest:
			a = problem(status, "request.malformed", "请求格式不正确。", request)
		case http.StatusRequestTimeout:
			a = problem(status, "request.timeout", "网络太慢，内容没有收全，请重试。", request)
		}
		for _, err := range errs {
			var d *huma.ErrorDetail
			if errors.As(err, &d) {
				a.Fields = append(a.Fields, api.ProblemField{Pointer: d.Location, Sentence: demand(d.Message)})
			}
		}
		return a
	}
	huma.NewError = func(status int, msg string, errs ...error) huma.StatusError {
		return huma.NewErrorWithContext(nil, status, msg, errs...)
	}
	huma.DefaultArrayNullable = false
	speakChinese()
}

// echoError answers what never reached an operation.
func (r *Router) echoError(err error, c echo.Context) {
	if c.Response().Committed {
		return
	}
	ctx := c.Request().Context()
	var h *echo.HTTPError
	a := r.problem(ctx, err)
	if errors.As(err, &h) {
		switch h.Code {
		case http.StatusNotFound:
			a = problem(h.Code, "request.not_found", errBadPath.Text, requestID(ctx))
		case http.StatusMethodNotAllowed:
			a = problem(h.Code, "request.method", "不支持这种操作。", requestID(ctx))
		default:
			a = problem(h.Code, "request.malformed", "请求格式不正确。", requestID(ctx))
		}
	}
	c.Response().Header().Set("Content-Type", "application/problem+json")
	c.Response().WriteHeader(a.GetStatus())
	if encodeErr := json.NewEncoder(c.Response()).Encode(a); encodeErr != nil {
		r.log.InfoContext(ctx, "answer not delivered", slog.Any("error", encodeErr))
	}
}
