package main

import (
	"context"
	"errors"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
)

// drafts measures how long the week's and the month's draft take with three
// years of rows behind them.
func (b *bench) drafts(ctx context.Context) (err error) {
	const shops = 200
	w, err := b.build(ctx, shops, 3*365)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.remove(ctx)) }()
	a, err := w.site.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, a.Close()) }()
	if err := a.Obligations.Sweep(ctx); err != nil {
		return err
	}
	today := clock.DayOf(clock.Real{}.Now())
	week, month := clock.WeekOf(today), today.Month()
	as := func(n int, role access.Role, permission access.Permission) (access.Grant, error) {
		if n %= shops; n%50 == 0 {
			n++ // every fiftieth is out of scope and owes nothing
		}
		actor := access.Actor{
			Account: id.ID(fmt.Sprintf("01940005-0000-7000-8000-%012x", n)), Name: "虚构", Roles: []access.Role{role},
			Enterprise: id.ID(fmt.Sprintf("01940002-0000-7000-8000-%012x", n)),
		}
		return access.Standard.Check(actor, permission, access.Call{Operation: "bench"})
	}
	const bar = "p95 < 200 ms"
	err = b.repeat(ctx, "the week's draft, 200 enterprises × 3 years", bar, 200, func(i int) error {
		g, err := as(i, access.Director, "record.weekly.read")
		if err == nil {
			_, err = a.Records.WeeklyDraft(ctx, g, &api.ReadWeeklyInput{Week: string(week)})
		}
		return err
	})
	if err != nil {
		return err
	}
	return b.repeat(ctx, "the month's draft, 200 enterprises × 3 years", bar, 200, func(i int) error {
		g, err := as(i, access.Principal, "record.monthly.read")
		if err == nil {
			_, err = a.Months.Draft(ctx, g, &api.MonthInput{Month: string(month)})
		}
		return err
	})
}
