package hazard_test

import (
	"fmt"
	"strings"
	"testing"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/hazard"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
)

func TestPapersOfARangeAnswerTheirItem(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		w.mustOpen(t, func(f *hazard.Finding) { f.Photos = []string{w.photo(t, 3)} })
		w.mustOpen(t, func(f *hazard.Finding) { f.Day = "2026-10-01" })
		grant := w.As(t, access.Director, "hazard.read")
		var names []string
		err := w.DB.Read(t.Context(), grant, func(tx *db.Tx) error {
			return w.Leaves(tx, "2026-11-01", "2026-11-30", w.leaf(t, &names))
		})
		if err != nil || len(names) != 2 || !strings.HasPrefix(names[0], "2.4 风险隐患台账") || !strings.HasPrefix(names[1], "2.4 风险隐患整改单 2026-11-24") {
			t.Errorf("leaves %v, %v", names, err)
		}
		in := &api.ReadHazardRegisterInput{From: "2026-11-01", To: "2026-11-30"}
		out, err := w.Register(t.Context(), grant, in)
		if err != nil || !strings.HasPrefix(string(out.Body), "%PDF-") {
			t.Errorf("register: %v", err)
		}
		in.To = "2026-10-01"
		_, err = w.Register(t.Context(), grant, in)
		refused(t, "a range that is none", err, hazard.ErrRange)
	})
}

func TestAnAgencysPapersTellNoCauses(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		h := w.mustOpen(t, func(f *hazard.Finding) { f.Severity, f.Measure = "larger", "秘密措施" })
		plan := w.plan(h, "")
		plan.Body.Note, plan.Body.CauseNote = "秘密方案", "秘密原因"
		w.mustAdvance(t, access.Director, plan)
		papers := func(g access.Grant) (keys map[paper.Key]bool, words string) {
			t.Helper()
			keys = map[paper.Key]bool{}
			err := w.DB.Read(t.Context(), g, func(tx *db.Tx) error {
				tx, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				return w.Leaves(tx, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
					f, err := l.Lay()
					keys[l.Key], words = true, words+fmt.Sprint(f.Head, f.Sections)
					return err
				})
			})
			if err != nil || len(keys) != 2 || keys[paper.Key{}] {
				t.Fatalf("papers under %v, %v", keys, err)
			}
			return keys, words
		}
		own, ownWords := papers(w.As(t, access.Director, "hazard.read"))
		theirs, theirWords := papers(w.As(t, access.Supervisor, "inspection.read"))
		for _, secret := range []string{"秘密措施", "秘密方案", "秘密原因", "整改责任人", "测试丙 料"} {
			if strings.Contains(theirWords, secret) {
				t.Errorf("the agency reads %s", secret)
			}
		}
		for _, words := range []string{ownWords, theirWords} {
			if !strings.Contains(words, "电线无标识") || !strings.Contains(words, "制定整改方案") {
				t.Errorf("the papers do not say what was found and done: %s", words)
			}
		}
		if !strings.Contains(ownWords, "秘密原因") {
			t.Error("the enterprise's own paper leaves the cause out")
		}
		w.mustTake(t, access.Officer, h, "rectified", w.photo(t, 3))
		later, _ := papers(w.As(t, access.Director, "hazard.read"))
		for k := range own {
			if theirs[k] || later[k] {
				t.Errorf("%+v is kept for other words too", k)
			}
		}
	})
}
