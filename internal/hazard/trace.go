package hazard

import (
	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// traceTitles say what a person's step was.
var traceTitles = map[Kind]string{ //nolint:gosec // words for people
	StepFound: "发现隐患", StepFoundAgain: "再次发现隐患", StepMeasure: "采取管控措施", StepContained: "采取控制措施", StepPlanned: "制定整改方案",
	StepAssigned: "分派整改", StepExtended: "延长整改期限", StepReported: "上报隐患", StepNotified: "通知有关单位", StepProgress: "登记召回进展",
	StepReceipted: "登记回执", StepRectified: "完成整改", StepSentBack: "退回整改", StepVerified: "复核整改", StepLifted: "解除控制",
	StepClosed: "隐患销号", StepReopened: "重新打开隐患",
}

// Traces lists the steps that a person took in the days from–to, and those that
// made him the owner of a rectification or reported a hazard to him.
func (s *Service) Traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	rows, err := stepsBy(tx, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	traces := make([]api.Trace, len(rows))
	for n, r := range rows {
		deed := "handled"
		if r.Kind == StepVerified || r.Kind == StepSentBack {
			deed = "reviewed"
		}
		traces[n] = api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: deed, Kind: r.Kind.fact(),
			Subject: string(r.HazardID), Title: traceTitles[r.Kind], Note: r.Note,
		}
	}
	about, err := stepsAbout(tx, account, from.Start(), to.Add(1).Start())
	for _, r := range about {
		one := api.Trace{
			At: r.At.UTC(), Day: string(clock.DayOf(r.At)), Deed: "assigned", Kind: "hazard.owner", Subject: string(r.HazardID),
			Title: "被指定为整改责任人", Note: r.Description,
		}
		if r.Kind == StepReported {
			one.Deed, one.Kind, one.Title = "told", "hazard.told", "接到隐患上报"
		}
		traces = append(traces, one)
	}
	return traces, err
}
