package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"time"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/rig"
)

// packDays is how many days a pack of a year holds.
const packDays = 365

// pack measures the inspection pack of one shop's year on the embedded database:
// every paper printed for the first time, then all of them kept.
func (b *bench) pack(ctx context.Context) error {
	site, err := rig.NewSite(filepath.Join(b.folder, "pack"))
	if err != nil {
		return err
	}
	a, err := site.Open(ctx)
	if err != nil {
		return err
	}
	shops, err := rig.Found(ctx, a, 1, packDays)
	if err := errors.Join(err, a.Close()); err != nil {
		return err
	}
	p, err := site.Start(ctx, b.binary)
	if err != nil {
		return err
	}
	defer p.Stop()
	client := rig.NewClient(p.URL, 1)
	defer client.Close()
	token, err := client.Login(ctx, shops[0].Login, 0)
	if err != nil {
		return err
	}
	for n := range packDays {
		s, err := shops[0].Submission(rig.Number(rig.KindFresh, n), rig.FirstDay.Add(n), clock.Real{}.Now())
		if err != nil {
			return err
		}
		if err := refused(client.Submit(ctx, token, s)); err != nil {
			return err
		}
	}
	var took [2]time.Duration
	var last api.Errand
	for i := range took {
		began := clock.Real{}.Now()
		if last, err = follow(ctx, client, token, shops[0], packDays+i); err != nil {
			return err
		}
		took[i] = clock.Real{}.Now().Sub(began)
	}
	peak := resident(strconv.Itoa(p.ID()), "VmHWM")
	b.add("inspection pack of one shop's year, SQLite",
		fmt.Sprintf("**%.1f s**, %d MB RSS at most; asked for again %.1f s; %.1f MB", took[0].Seconds(), peak, took[1].Seconds(), float64(last.Result.Size)/1e6),
		"< 60 s, < 300 MB", fmt.Sprintf("%d daily records as PDF and Word, workbook, evidence; from asking until it can be downloaded", packDays))
	return nil
}

// follow asks for a pack of the year and waits until it is made.
func follow(ctx context.Context, client *rig.Client, token string, shop rig.Shop, n int) (e api.Errand, err error) {
	errand, of := rig.Number(rig.KindFresh, n), "/enterprises/"+string(shop.Enterprise)
	body := fmt.Appendf(nil, `{"from":%q,"to":%q}`, rig.FirstDay, rig.FirstDay.Add(packDays-1))
	if err := refused(client.Do(ctx, "PUT", of+"/packs/"+string(errand), token, body)); err != nil {
		return e, err
	}
	for e.State != "done" {
		select {
		case <-ctx.Done():
			return e, ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
		answer, err := client.Get(ctx, of+"/errands/"+string(errand), token)
		if err := refused(answer, err); err != nil {
			return e, err
		}
		if err := json.Unmarshal(answer.Body, &e); err != nil {
			return e, err
		}
		if e.State == "failed" || e.State == "cancelled" {
			return e, fmt.Errorf("the pack %s: %s", e.State, e.ErrorText)
		}
	}
	return e, nil
}
