package faults_test

import (
	"archive/zip"
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/platform/id"
	"zhize/internal/rig"
)

// TestKilledWhilePacking kills the program while it prints the papers of a
// pack. Another start finds the errand without a holder and makes the pack whole.
func TestKilledWhilePacking(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, p *place) {
		for n := range days {
			p.submit(t, p.submission(t, 0, n), http.StatusOK)
		}
		pack := id.New(time.Now(), rand.Reader)
		path := "/enterprises/" + string(p.shops[0].Enterprise) + "/packs/" + string(pack)
		body := fmt.Appendf(nil, `{"from":%q,"to":%q}`, rig.FirstDay, rig.FirstDay.Add(days-1))
		answer, err := p.client.Do(t.Context(), http.MethodPut, path, p.tokens[0], body)
		if err != nil || answer.Status != http.StatusOK {
			t.Fatalf("ask: %v, %d %s", err, answer.Status, answer.Body)
		}
		p.follow(t, pack, func(e api.Errand) bool { return e.Stage == "papers" && e.Progress > 3 })
		p.Kill()
		p.start(t)
		done := p.follow(t, pack, func(e api.Errand) bool { return e.State != "running" && e.State != "queued" })
		if done.State != "done" {
			t.Fatalf("after the restart: %+v\n%s", done, p.Said())
		}
		answer, err = p.client.Get(t.Context(), errandOf(p.shops[0], pack)+"/result", p.tokens[0])
		if err != nil || answer.Status != http.StatusOK {
			t.Fatalf("download: %v, %d", err, answer.Status)
		}
		if sum := sha256.Sum256(answer.Body); hex.EncodeToString(sum[:]) != done.Result.SHA256 {
			t.Error("the pack is not what the errand says")
		}
		z, err := zip.NewReader(bytes.NewReader(answer.Body), int64(len(answer.Body)))
		if err != nil {
			t.Fatal(err)
		}
		sums, records := map[string]string{}, 0
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			b, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			if f.Name == "SHA256SUMS" {
				for line := range strings.Lines(string(b)) {
					sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
					if sums[name] != sum {
						t.Errorf("%s does not have its sum", name)
					}
				}
				continue
			}
			sum := sha256.Sum256(b)
			sums[f.Name] = hex.EncodeToString(sum[:])
			if strings.HasPrefix(f.Name, "2.1 ") {
				records++
			}
		}
		if records != 2*days {
			t.Errorf("%d files of daily records, want %d", records, 2*days)
		}
	})
}

func errandOf(s rig.Shop, errand id.ID) string {
	return "/enterprises/" + string(s.Enterprise) + "/errands/" + string(errand)
}

// follow asks after an errand until it is so.
func (p *place) follow(t *testing.T, errand id.ID, so func(api.Errand) bool) api.Errand {
	t.Helper()
	var e api.Errand
	for deadline := time.Now().Add(3 * time.Minute); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		answer, err := p.client.Get(t.Context(), errandOf(p.shops[0], errand), p.tokens[0])
		if err != nil || answer.Status != http.StatusOK {
			t.Fatalf("errand: %v, %d %s", err, answer.Status, answer.Body)
		}
		e = api.Errand{}
		if err := json.Unmarshal(answer.Body, &e); err != nil {
			t.Fatal(err)
		}
		if so(e) {
			return e
		}
	}
	t.Fatalf("it stays %+v\n%s", e, p.Said())
	return e
}
