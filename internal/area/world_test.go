package area_test

import (
	"context"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/area"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/reference"
	"zhize/internal/testkit"
)

func service(w testkit.World) *area.Service {
	return area.New(w.DB, func(*db.Tx) (*clock.Calendar, error) { return reference.Calendar(), nil })
}

func overview(t testing.TB, w testkit.World, g access.Grant, month string) api.Overview {
	t.Helper()
	out, err := service(w).Overview(context.Background(), g, &api.ReadOverviewInput{Month: month})
	if err != nil {
		t.Fatalf("overview: %v", err)
	}
	return out.Body
}

func list(t testing.TB, w testkit.World, g access.Grant, in api.ListAreaInput) ([]api.AreaEntry, string) {
	t.Helper()
	if in.Limit == 0 {
		in.Limit = 50
	}
	out, err := service(w).List(context.Background(), g, &in)
	if err != nil {
		t.Fatalf("list %+v: %v", in, err)
	}
	return out.Body.Items, out.Body.Next
}
