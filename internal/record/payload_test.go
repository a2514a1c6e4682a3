package record_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/testkit"
)

// TestEveryPayloadVersionIsTaken replays one body of every version that phones
// have sent in the last 180 days: a week-old outbox must not be refused because
// the program is newer. Files are added, never edited.
func TestEveryPayloadVersionIsTaken(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/payload-*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden bodies: %v", err)
	}
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		for _, file := range files {
			b := newBench(t, w)
			golden, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			raw := strings.NewReplacer("{site}", string(b.Site), "{shift}", string(b.Shift),
				"{item1}", b.neighbours.items[0].ID, "{item2}", b.neighbours.items[1].ID).Replace(string(golden))
			in := &api.SubmitDailyInput{InEnterprise: api.InEnterprise{Enterprise: string(b.Enterprise)}, Record: string(b.NewID()), RawBody: []byte(raw)}
			strict := json.NewDecoder(bytes.NewReader(in.RawBody))
			strict.DisallowUnknownFields()
			if err := strict.Decode(&in.Body); err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			got, err := b.submit(t, in)
			if err != nil {
				t.Fatalf("%s: %v", file, err)
			}
			if got.Body.Failed != 1 || got.Body.NotApplicable != 1 || len(got.Body.Versions[0].Body.Declaration.Signature) != 2 {
				t.Errorf("%s: read back as %+v", file, got.Body)
			}
		}
	})
}
