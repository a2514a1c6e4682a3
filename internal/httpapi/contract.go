package httpapi

import (
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"zhize/api"
)

// tag groups operations by the noun of their permission.
func tag(permission string) string {
	noun, _, _ := strings.Cut(permission, ".")
	return noun
}

// responses declares what huma cannot infer: the media type of files, and that
// every refusal is a problem.
func responses(m api.Meta) map[string]*huma.Response {
	problem := &huma.Schema{Ref: "#/components/schemas/Problem"}
	all := map[string]*huma.Response{
		"default": {Description: "A refusal (RFC 9457)", Content: map[string]*huma.MediaType{"application/problem+json": {Schema: problem}}},
	}
	if m.Media != "" {
		all[strconv.Itoa(m.Status)] = &huma.Response{Description: "The file", Content: map[string]*huma.MediaType{
			m.Media: {Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}},
		}}
	}
	return all
}
