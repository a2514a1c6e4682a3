package faults_test

import (
	"errors"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"zhize/internal/rig"
)

// sent is a check that was sent, and what came back: without an answer nobody
// knows whether it was taken.
type sent struct {
	rig.Submission
	acknowledged bool
	receivedAt   time.Time
}

func TestKilledInTheMiddle(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, p *place) {
		all := make([][]sent, shops)
		var first [shops]int
		for range 3 {
			var acknowledged atomic.Int64
			enough := make(chan struct{})
			var once sync.Once
			var clients sync.WaitGroup
			for shop := range shops {
				clients.Go(func() {
					for n := first[shop]; n < days; n++ {
						one := sent{Submission: p.submission(t, shop, n)}
						answer, err := p.client.Submit(t.Context(), p.tokens[shop], one.Submission)
						if err == nil && answer.Status == http.StatusOK {
							one.acknowledged, one.receivedAt = true, daily(t, answer).ReceivedAt
							if acknowledged.Add(1) >= 40 {
								once.Do(func() { close(enough) })
							}
						}
						all[shop] = append(all[shop], one)
						first[shop] = n + 1
						if err != nil {
							return // the power is out
						}
					}
				})
			}
			<-enough
			p.Kill()
			clients.Wait()
			p.start(t)
			for shop := range shops {
				for _, one := range all[shop] {
					got := p.submit(t, one.Submission, http.StatusOK)
					if one.acknowledged && !got.ReceivedAt.Equal(one.receivedAt) {
						t.Errorf("shop %d, %s: acknowledged at %s, after the restart it was received at %s", shop, one.Day, one.receivedAt, got.ReceivedAt)
					}
				}
			}
		}
		unsure := 0
		for shop := range shops {
			want := make([]rig.Submission, len(all[shop]))
			for i, one := range all[shop] {
				want[i] = one.Submission
				if !one.acknowledged {
					unsure++
				}
			}
			p.exactly(t, shop, want)
			p.verify(t, shop)
		}
		if unsure == 0 {
			t.Error("no request was under way when the program was killed: the test tries nothing")
		}
	})
}

func script(t *testing.T, verb, folder string) string {
	t.Helper()
	out, err := exec.Command("../../scripts/postgres.sh", verb, folder).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("postgres.sh %s: %v\n%s", verb, err, exit.Stderr)
		}
		t.Fatalf("postgres.sh %s: %v", verb, err)
	}
	return strings.TrimSpace(strings.TrimPrefix(string(out), "ZHIZE_TEST_POSTGRES="))
}

// The program keeps running while its database is restarted under it. Whoever
// is refused in between sends again, as a phone's outbox does.
func TestDatabaseRestartedUnderLoad(t *testing.T) {
	t.Parallel()
	cluster(t) // where there is no server at all, there is none to restart
	// Not t.TempDir: its path is too long for a socket, and not the server's to enter.
	folder, err := os.MkdirTemp("", "zhize-fault-pg-") //nolint:usetesting // see above
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		script(t, "stop", folder)
		if err := os.RemoveAll(folder); err != nil {
			t.Error(err)
		}
	})
	p := open(t, database(t, script(t, "start", folder))...)
	const each = 40
	all := make([][]rig.Submission, shops)
	var done, refused atomic.Int64
	busy := make(chan struct{})
	var once sync.Once
	var clients sync.WaitGroup
	for shop := range shops {
		clients.Go(func() {
			for n := range each {
				s := p.submission(t, shop, n)
				all[shop] = append(all[shop], s)
				for {
					answer, err := p.client.Submit(t.Context(), p.tokens[shop], s)
					if err != nil {
						t.Errorf("the program itself went away: %v", err)
						return
					}
					if answer.Status == http.StatusOK {
						break
					}
					refused.Add(1)
					if problem := answer.Problem(); answer.Status < 500 || problem.Code == "" || problem.Detail == "" {
						t.Errorf("refused with %d %s, want a problem of the server's", answer.Status, answer.Body)
						return
					}
				}
				if done.Add(1) >= shops*each/4 {
					once.Do(func() { close(busy) })
				}
			}
		})
	}
	<-busy
	script(t, "restart", folder)
	clients.Wait()
	if err := p.Recover(t.Context()); err != nil {
		t.Fatalf("after the restart: %v\n%s", err, p.Said())
	}
	t.Logf("%d requests were refused while the database was away", refused.Load())
	for shop := range shops {
		p.exactly(t, shop, all[shop])
		p.verify(t, shop)
	}
}
