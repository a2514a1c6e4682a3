package appointment

import (
	"fmt"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// traces lists the duty matrices that a person set, whom he appointed and
// dismissed, what he answered to a letter, and what others handed over to him in
// the days from–to. Rows that do not know whose act they were are nobody's.
func (b book) traces(tx *db.Tx, account id.ID, from, to clock.Day) ([]api.Trace, error) {
	traces := []api.Trace{}
	set, err := matricesBy(tx, account, from.Start(), to.Add(1).Start())
	if err != nil {
		return nil, err
	}
	for _, m := range set {
		traces = append(traces, api.Trace{
			At: m.MadeAt.UTC(), Day: string(clock.DayOf(m.MadeAt)), Deed: "recorded", Kind: "duty_matrix", Subject: string(m.ID),
			Title: fmt.Sprintf("分配%s第 %d 版", TitleMatrix, m.Version),
		})
	}
	add := func(at time.Time, kind string, subject id.ID, title, note string) {
		if day := clock.DayOf(at); !day.Before(from) && !day.After(to) {
			traces = append(traces, api.Trace{At: at.UTC(), Day: string(day), Deed: "appointed", Kind: kind, Subject: string(subject), Title: title, Note: note})
		}
	}
	for _, l := range b.inOrder() {
		b.letterTraces(account, l, add)
	}
	for of, e := range b.endings {
		left, _ := b.roster.Find(of)
		if e.Kind == Dismissed && e.By == account {
			add(e.At, KindEnded, of, "免去"+left.PersonName+"："+b.office(left)+"（"+e.number()+"）", e.Reason)
		}
		for _, h := range e.Handed {
			if day := clock.DayOf(e.At); e.Successor == account && !day.Before(from) && !day.After(to) {
				traces = append(traces, api.Trace{
					At: e.At.UTC(), Day: string(day), Deed: "assigned", Kind: "appointment.handed_over", Subject: string(of),
					Title: strings.TrimSuffix("接手"+left.PersonName+"的未办事项："+h.Title, "："), Note: "期限 " + string(clock.DayOf(h.Due)),
				})
			}
		}
	}
	return traces, nil
}

// letterTraces tells what a person did with a letter: he made it, answered it,
// or took it back. What was accepted in the act of making it is told once.
func (b book) letterTraces(account id.ID, l Letter, add func(at time.Time, kind string, subject id.ID, title, note string)) {
	what := b.office(l.Appointment) + "（" + l.number() + "）"
	if l.MadeBy == account {
		title, note := "任命"+l.PersonName+"："+what, ""
		switch old, replaces := b.roster.Find(l.Replaces); {
		case l.Account == account:
			title = "自行任职：" + what
		case replaces && old.Account == l.Account:
			note = "续聘"
		case replaces:
			note = "接替" + old.PersonName
		}
		add(l.From, KindMade, l.ID, title, note)
	}
	if l.AnsweredID != account || l.Account == l.MadeBy {
		return
	}
	switch l.Answer {
	case Pending:
	case Accepted:
		add(l.AnsweredAt, KindAccepted, l.ID, "接受任命："+what, "")
	case Refused:
		add(l.AnsweredAt, KindRefused, l.ID, "不接受任命："+what, l.AnswerWhy)
	case Withdrawn:
		add(l.AnsweredAt, KindWithdrawn, l.ID, "撤回给"+l.PersonName+"的任命书："+what, l.AnswerWhy)
	}
}

// office names the post, and for whom a deputy holds it.
func (b book) office(a Appointment) string {
	post := paper.Post(string(a.Post))
	if holder, ok := b.roster.Find(a.DeputyOf); ok {
		return "代理" + holder.PersonName + "的" + post
	}
	return post
}
