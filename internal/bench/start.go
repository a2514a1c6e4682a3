package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"zhize/internal/rig"
)

// idle is how long after its start a program is taken to have come to rest.
const idle = 3 * time.Second

// start measures the cold start of the demo on the embedded database, and what
// it takes while nobody asks anything.
func (b *bench) start(ctx context.Context) error {
	site, err := rig.NewSite(filepath.Join(b.folder, "demo"))
	if err != nil {
		return err
	}
	p, err := site.Start(ctx, b.binary, "--demo")
	if err != nil {
		return fmt.Errorf("build the demo: %w", err)
	}
	p.Stop()
	var ready []time.Duration
	var rss []float64
	for range 7 {
		p, err := site.Start(ctx, b.binary, "--demo")
		if err != nil {
			return err
		}
		ready = append(ready, p.Ready)
		select {
		case <-time.After(idle):
		case <-ctx.Done():
			p.Stop()
			return ctx.Err()
		}
		rss = append(rss, float64(resident(strconv.Itoa(p.ID()), "VmRSS")))
		p.Stop()
	}
	if rss[0] == 0 {
		return errors.New("this system does not tell how much memory a process takes")
	}
	b.add("cold start with demo data, SQLite", fmt.Sprintf("**%s** (slowest of %d: %s)", ms(at(ready, 0.5)), len(ready), ms(at(ready, 1))), "< 1 s", "from the start of the binary until /readyz answers 200")
	b.add("idle memory with demo data, SQLite", fmt.Sprintf("**%.0f MB** RSS", median(rss)), "< 100 MB", "3 s after the start")
	return nil
}

// resident reads a process's memory in megabytes, 0 where nothing tells it.
func resident(process, key string) int {
	content, err := os.ReadFile("/proc/" + process + "/status") //nolint:gosec // G304: a process of ours
	if err != nil {
		return 0
	}
	for line := range strings.SplitSeq(string(content), "\n") {
		if rest, ok := strings.CutPrefix(line, key+":"); ok {
			kb, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSpace(rest), " kB"))
			if err != nil {
				return 0
			}
			return kb / 1000
		}
	}
	return 0
}
