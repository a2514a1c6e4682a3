package hazard

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

var update = flag.Bool("update", false, "write the golden papers anew")

// flat writes a form as text, a line a row.
func flat(f office.Form) string {
	var b strings.Builder
	fmt.Fprintln(&b, f.Title, f.Subtitle, f.Number)
	for _, p := range f.Head {
		fmt.Fprintf(&b, "%s｜%s\n", p.Label, p.Value)
	}
	for _, s := range f.Sections {
		switch s := s.(type) {
		case office.Heading:
			fmt.Fprintln(&b, "#", s.Text)
		case office.Paragraph:
			fmt.Fprintln(&b, s.Text)
		case office.Table:
			for _, row := range s.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, strings.ReplaceAll(c.Text, "\n", "／"))
				}
				fmt.Fprintln(&b, strings.Join(cells, "｜"))
			}
		}
	}
	for _, s := range f.Signatures {
		fmt.Fprintf(&b, "（签）%s｜%s｜%s\n", s.Label, s.Name, s.At)
	}
	return b.String()
}

func TestPapersSayTheWholeCourse(t *testing.T) {
	t.Parallel()
	owner := api.Enterprise{SizeGrade: "D"}
	owner.Name, owner.Identifier = "示例五金店（虚构）", api.Identifier{Kind: "uscc", Value: "92310113DEMX00002C"}
	minute := time.Date(2026, 11, 24, 4, 0, 0, 0, time.UTC)
	made, recalled := 100.0, 64.5
	step := func(kind Kind, by string, change func(*Step)) Step {
		minute = minute.Add(time.Hour)
		s := Step{ID: "01a20bb5-e600-7000-8000-0000000000aa", Kind: kind, Note: stepWords[kind] + "的说明", Name: by, At: minute}
		if change != nil {
			change(&s)
		}
		return s
	}
	act := &Act{Kinds: []string{"recall", "stop_sale"}, Product: "插座", Batch: "B1", Unit: "只", Made: &made, Stocked: 20, Sold: 80, Notices: "门店张贴"}
	of := func(s *Step) { s.ID, s.Detail.Of = "x", "01a20bb5-e600-7000-8000-0000000000aa" }
	steps := []Step{
		step(StepFound, "丙", func(s *Step) { s.ID, s.Photos = "f", []string{"a"} }),
		step(StepMeasure, "丙", func(s *Step) { s.ID = "m" }),
		step(StepReported, "丙", func(s *Step) { s.ID, s.AboutName = "r", "乙" }),
		step(StepPlanned, "乙", func(s *Step) {
			s.ID, s.AboutName, s.Detail = "p", "丙", Detail{Cause: "material", CauseNote: "进货未查标签", Due: "2026-11-28"}
		}),
		step(StepContained, "乙", func(s *Step) { s.Detail.Act = act }),
		step(StepNotified, "乙", of),
		step(StepReceipted, "监管丁", of),
		step(StepProgress, "乙", func(s *Step) { of(s); s.Detail.Recalled = &recalled }),
		step(StepRectified, "丙", func(s *Step) { s.ID, s.Photos = "d", []string{"b", "c"} }),
		step(StepVerified, "甲", func(s *Step) { s.ID, s.SelfVerified = "v", true }),
		step(StepLifted, "甲", func(s *Step) { of(s); s.Photos = []string{"e"} }),
		step(StepClosed, "甲", func(s *Step) { s.ID = "c" }),
	}
	for n := range steps {
		steps[n].Number = n + 1
	}
	closed := minute
	h := hazardRow{
		ID: "01a20bb5-e600-7000-8000-000000000001", Day: "2026-11-24", Severity: "larger", Description: "插座无中文标签", State: Closed, DueAt: endOf("2026-11-28"), ClosedAt: &closed,
		Source: FromSampling, SourceNumber: "虚构〔2026〕1号", Batch: "插座 B1", Basis: "以文书为准", Cause: "material", OwnerName: "丙",
		AgencyID: "a", AgencyName: "测试所", OfficerName: "监管丁", RecurrenceOf: "b", Recurrences: 2,
	}
	late := hazardRow{ID: "2", Day: "2026-11-01", Severity: "general", Description: "通道堆放", State: Measured, DueAt: endOf("2026-11-16"), Source: FromSpot}
	h.SiteID = "s"
	own := printer{reader{Person{Account: "甲"}, map[id.ID]string{"s": "门店"}}, owner}
	agency := printer{reader{sites: own.sites}, owner}
	self := h
	self.Source, self.AgencyID, self.AgencyName, self.OfficerName, self.Basis = FromCheck, "", "", "", ""
	for name, f := range map[string]office.Form{
		"form":        own.lay(h, steps),
		"ordered":     agency.lay(h, steps),
		"self":        agency.lay(self, steps),
		"containment": layContainment(owner, h, containments(steps)[0], steps),
		"register":    own.layRegister([]hazardRow{late, h}, "2026-11-01", "2026-11-30", minute),
		"selfs":       agency.layRegister([]hazardRow{late, h, self}, "2026-11-01", "2026-11-30", minute),
		"nothing":     own.layRegister(nil, "2026-11-01", "2026-11-30", minute),
	} {
		file := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(file, []byte(flat(f)), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), flat(f)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
