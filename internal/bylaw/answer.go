package bylaw

import (
	"errors"
	"slices"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// Answer says what the rows answer to the items 1.1, 1.3, 1.5 and 1.6 of 附件3;
// ok is false for other items.
func (s *Service) Answer(tx *db.Tx, code, side string, _, _ clock.Day) (answer api.DossierItem, ok bool, err error) {
	if !slices.ContainsFunc(reference.Bylaws(), func(k reference.Bylaw) bool { return k.Item == code }) {
		return answer, false, nil
	}
	all, err := s.Approved(tx)
	if err != nil {
		return answer, false, err
	}
	drafts, err := readDrafts(tx)
	if err != nil {
		return answer, false, err
	}
	if tx.Actor().Agency != id.Nil {
		drafts = nil // a draft is nobody's but the enterprise's
	}
	// An item of one side asks only for that side's documents.
	ofSide := func(b api.Bylaw) bool {
		k, _ := reference.BylawOf(b.Kind)
		return b.Item == code && b.Applies && slices.Contains(k.Sides, reference.Side(side))
	}
	answer = answerOf(slices.DeleteFunc(all.Body.Items, func(b api.Bylaw) bool { return !ofSide(b) }), drafts, tx.Today())
	if answer.State != "not_applicable" {
		return answer, true, nil
	}
	if _, _, err = s.sides(tx); errors.Is(err, ErrNoSide) {
		answer.State, err = "unknown", nil
		answer.Reason, answer.Said.Reason = said(words.Say("bylaw.answer.no_side", "单位档案中还没有经营类型，无法判断需要哪些制度。"))
		answer.Settle = step("archive", "", words.Say("bylaw.settle.businesses", "在单位档案中填写经营类型"))
	}
	return answer, true, err
}

// answerOf words the answer from the documents that the item asks for. Who has
// not signed yet, and a review that is late, are remarks: the item asks that the
// documents are there.
func answerOf(asked []api.Bylaw, drafts map[string]string, today clock.Day) api.DossierItem {
	a := api.DossierItem{State: "complete", Evidence: []api.DossierEvidence{}}
	if len(asked) == 0 {
		a.State = "not_applicable"
		a.Reason, a.Said.Reason = said(words.Say("bylaw.answer.not_needed", "按本单位的经营类型和产品，不需要此类制度。"))
		return a
	}
	there := 0
	var all, late []words.Sentence
	for _, b := range asked {
		v := b.Current
		if v == nil {
			all = append(all, absent(b, drafts[b.Kind]))
			if a.Settle == nil {
				a.Settle = settle(b, drafts[b.Kind])
			}
			continue
		}
		there++
		all = append(all, words.Say("bylaw.answer.in_force", "《{title}》第 {version} 版，{day} 起生效，签收 {signed}/{asked} 人",
			"title", b.Title, "version", v.Version, "day", v.EffectiveDay, "signed", v.Confirmed, "asked", v.Asked))
		title := api.Sentence(words.Say("bylaw.answer.version", "《{title}》第 {version} 版", "title", b.Title, "version", v.Version))
		a.Evidence = append(a.Evidence, api.DossierEvidence{Kind: "bylaw", ID: b.Kind, Title: title.Text, Said: &title, Day: v.EffectiveDay})
		if clock.Day(v.ReviewDay).Before(today) {
			late = append(late, words.Say("bylaw.answer.review", "《{title}》的复审日 {day} 已过", "title", b.Title, "day", v.ReviewDay))
		}
	}
	a.Reason, a.Said.Reason = said(words.Say("bylaw.answer.all", "{documents}。", "documents", words.Joined("；", all...)))
	if len(late) > 0 {
		a.Remark, a.Said.Remark = said(words.Say("bylaw.answer.reviews", "{documents}。", "documents", words.Joined("；", late...)))
	}
	switch {
	case there == len(asked):
	case there > 0, slices.ContainsFunc(asked, func(b api.Bylaw) bool { return b.Coming != nil || drafts[b.Kind] != "" }):
		a.State = "partial"
	default:
		a.State = "missing"
	}
	return a
}

// absent says of a document with no version in force how far it is.
func absent(b api.Bylaw, draft string) words.Sentence {
	switch {
	case b.Coming != nil:
		return words.Say("bylaw.answer.coming", "《{title}》已批准，{day} 起生效", "title", b.Title, "day", b.Coming.EffectiveDay)
	case len(b.Versions) > 0 && b.Versions[0].State == repealed:
		return words.Say("bylaw.answer.repealed", "《{title}》已废止，没有现行版本", "title", b.Title)
	case draft == stateDraft:
		return words.Say("bylaw.answer.draft", "《{title}》正在起草", "title", b.Title)
	case draft == stateSubmitted:
		return words.Say("bylaw.answer.submitted", "《{title}》已提交，待批准", "title", b.Title)
	}
	return words.Say("bylaw.answer.none", "《{title}》尚未制定", "title", b.Title)
}

// said is a sentence in Chinese and for other languages.
func said(s words.Sentence) (string, []api.Sentence) {
	return s.Text, []api.Sentence{api.Sentence(s)}
}

func step(kind, subject string, what words.Sentence) *api.DossierStep {
	text, all := said(what)
	return &api.DossierStep{Words: text, Said: all, Kind: kind, Subject: subject}
}

func settle(b api.Bylaw, draft string) *api.DossierStep {
	switch {
	case b.Coming != nil:
		return nil // only the day is awaited
	case draft == stateSubmitted:
		return step("bylaw", b.Kind, words.Say("bylaw.settle.approve", "批准《{title}》", "title", b.Title))
	case draft == stateDraft:
		return step("bylaw", b.Kind, words.Say("bylaw.settle.finish", "完成并批准《{title}》", "title", b.Title))
	}
	return step("bylaw", "", words.Say("bylaw.settle.begin", "用模板起草《{title}》", "title", b.Title))
}
