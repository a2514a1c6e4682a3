// Command bench measures the real program against the bars of the design and
// prints a table in Markdown. It wants ZHIZE_TEST_POSTGRES, a cluster with
// durable settings, and removes what it makes.
//
//	ZHIZE_BENCH            which parts: submit,area,start,sweep,drafts,reminder,pack,import (all)
//	ZHIZE_BENCH_ROUNDS     interleaved rounds of load (5)
//	ZHIZE_BENCH_SECONDS    length of one run (10)
//	ZHIZE_BENCH_SIZES      enterprises of the loaded district (1000,10000)
//	ZHIZE_BENCH_SWEEP      enterprises of the sweep (10000,100000)
//	ZHIZE_BENCH_PEOPLE     people who are reminded (10000,100000)
package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/rig"
)

// bench is one run of all measurements.
type bench struct {
	admin   string // the owner's URL of the cluster
	folder  string
	binary  string
	rounds  int
	seconds int
	rows    []row
}

// row is a line of the table.
type row struct{ work, got, bar, how string }

func (b *bench) add(work, got, bar, how string) {
	b.rows = append(b.rows, row{work, got, bar, how})
	fmt.Fprintf(os.Stderr, "%s: %s\n", work, got)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1) //nolint:gocritic // nothing is left to stop
	}
}

func run(ctx context.Context) (err error) {
	b := &bench{admin: os.Getenv("ZHIZE_TEST_POSTGRES"), rounds: 5, seconds: 10}
	if b.admin == "" {
		return errors.New("ZHIZE_TEST_POSTGRES is not set: make bench sets it")
	}
	for name, n := range map[string]*int{"ZHIZE_BENCH_ROUNDS": &b.rounds, "ZHIZE_BENCH_SECONDS": &b.seconds} {
		if s := os.Getenv(name); s != "" {
			if *n, err = strconv.Atoi(s); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	if b.folder, err = os.MkdirTemp("", "zhize-bench-"); err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(b.folder) //nolint:errcheck // a temporary folder
	if b.binary, err = rig.Build(ctx, b.folder); err != nil {
		return err
	}
	parts := []struct {
		name    string
		measure func(context.Context) error
	}{
		{"submit", b.submitAndList}, {"area", b.area}, {"start", b.start}, {"sweep", b.sweep}, {"drafts", b.drafts}, {"reminder", b.reminder}, {"pack", b.pack}, {"import", b.imports},
	}
	wanted := strings.Split(cmp.Or(os.Getenv("ZHIZE_BENCH"), "submit,area,start,sweep,drafts,reminder,pack,import"), ",")
	for _, p := range parts {
		if !slices.Contains(wanted, p.name) {
			continue
		}
		if err := p.measure(ctx); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	fmt.Fprint(os.Stdout, b.table(ctx))
	return nil
}

// table writes what was measured, where and when.
func (b *bench) table(ctx context.Context) string {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%s, %d cores (%s), %s, %s, %s; load and servers share the machine.\n\n",
		clock.Real{}.Now().In(clock.Shanghai).Format("2006-01-02 15:04"), runtime.NumCPU(), processor(), memory(), version(ctx), runtime.Version())
	out.WriteString("| Work | Measured | Bar | How |\n|---|---|---|---|\n")
	for _, r := range b.rows {
		fmt.Fprintf(&out, "| %s | %s | %s | %s |\n", r.work, r.got, r.bar, r.how)
	}
	return out.String()
}

func version(ctx context.Context) string {
	out, err := exec.CommandContext(ctx, "psql", "--version").Output()
	if err != nil {
		return "PostgreSQL"
	}
	return strings.TrimSpace(strings.Replace(string(out), "psql (PostgreSQL)", "PostgreSQL", 1))
}

// processor and memory are read where Linux tells them.
func processor() string { return told("/proc/cpuinfo", "model name") }

func memory() string {
	kb, err := strconv.Atoi(strings.TrimSuffix(told("/proc/meminfo", "MemTotal"), " kB"))
	if err != nil {
		return "memory unknown"
	}
	return fmt.Sprintf("%d GiB", kb>>20)
}

func told(file, key string) string {
	content, err := os.ReadFile(file) //nolint:gosec // G304: one of two names above
	if err != nil {
		return "unknown"
	}
	for line := range strings.SplitSeq(string(content), "\n") {
		if name, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(name) == key {
			return strings.TrimSpace(value)
		}
	}
	return "unknown"
}

// sizes reads a list of numbers.
func sizes(name, standard string) ([]int, error) {
	var all []int
	for s := range strings.SplitSeq(cmp.Or(os.Getenv(name), standard), ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, n)
	}
	return all, nil
}

// at is the value below which the share of all lies.
func at(all []time.Duration, share float64) time.Duration {
	if len(all) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(all))
	return sorted[min(int(float64(len(sorted))*share), len(sorted)-1)]
}

func ms(d time.Duration) string { return fmt.Sprintf("%.1f ms", float64(d.Microseconds())/1000) }

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// each writes the values of all rounds.
func each(all []float64) string {
	words := make([]string, len(all))
	for i, v := range all {
		words[i] = fmt.Sprintf("%.0f", v)
	}
	return strings.Join(words, " / ")
}
