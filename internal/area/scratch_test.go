package area_test

import (
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

func TestScratch(t *testing.T) {
	u := os.Getenv("SCRATCH")
	if u == "" {
		t.Skip()
	}
	app := func(r string) string { return strings.Replace(u, "zhize_owner", r, 1) }
	d, err := db.OpenPostgres(context.Background(), db.PostgresURLs{App: app("zhize_app"), Sweep: app("zhize_sweep")}, clock.At(testkit.Noon))
	if err != nil {
		t.Fatal(err)
	}
	s := service(testkit.World{DB: d})
	a := access.Actor{Account: benchCity, Name: "监管丁", Agency: benchDistrict, Path: benchCity + "/" + benchDistrict + "/", Roles: []access.Role{access.Supervisor}}
	g, _ := access.Standard.Check(a, "area.read", access.Call{Operation: "bench"})
	for range 12 {
		st := time.Now()
		if _, err := s.Overview(context.Background(), g, &api.ReadOverviewInput{}); err != nil {
			t.Fatal(err)
		}
		m := time.Since(st)
		st = time.Now()
		if _, err := s.List(context.Background(), g, &api.ListAreaInput{Page: api.Page{Limit: 50}}); err != nil {
			t.Fatal(err)
		}
		t.Log(m, time.Since(st))
	}
}
