package bylaw

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
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
		answer.State, answer.Reason, err = "unknown", "单位档案中还没有经营类型，无法判断需要哪些制度。", nil
		answer.Settle = &api.DossierStep{Words: "在单位档案中填写经营类型", Kind: "archive"}
	}
	return answer, true, err
}

// answerOf words the answer from the documents that the item asks for. Who has
// not signed yet, and a review that is late, are remarks: the item asks that the
// documents are there.
func answerOf(asked []api.Bylaw, drafts map[string]string, today clock.Day) api.DossierItem {
	a := api.DossierItem{State: "complete", Evidence: []api.DossierEvidence{}}
	if len(asked) == 0 {
		a.State, a.Reason = "not_applicable", "按本单位的经营类型和产品，不需要此类制度。"
		return a
	}
	there := 0
	var said, remarks []string
	for _, b := range asked {
		name := "《" + b.Title + "》"
		v := b.Current
		if v == nil {
			state := map[string]string{"": "尚未制定", stateDraft: "正在起草", stateSubmitted: "已提交，待批准"}[drafts[b.Kind]]
			switch {
			case b.Coming != nil:
				state = "已批准，" + b.Coming.EffectiveDay + " 起生效"
			case len(b.Versions) > 0 && b.Versions[0].State == repealed:
				state = "已废止，没有现行版本"
			}
			said = append(said, name+state)
			if a.Settle == nil {
				a.Settle = settle(b, drafts[b.Kind], name)
			}
			continue
		}
		there++
		said = append(said, fmt.Sprintf("%s第 %d 版，%s 起生效，签收 %d/%d 人", name, v.Version, v.EffectiveDay, v.Confirmed, v.Asked))
		a.Evidence = append(a.Evidence, api.DossierEvidence{Kind: "bylaw", ID: b.Kind, Title: fmt.Sprintf("%s第 %d 版", name, v.Version), Day: v.EffectiveDay})
		if clock.Day(v.ReviewDay).Before(today) {
			remarks = append(remarks, name+"的复审日 "+v.ReviewDay+" 已过")
		}
	}
	a.Reason = strings.Join(said, "；") + "。"
	if len(remarks) > 0 {
		a.Remark = strings.Join(remarks, "；") + "。"
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

func settle(b api.Bylaw, draft, name string) *api.DossierStep {
	switch {
	case b.Coming != nil:
		return nil // only the day is awaited
	case draft == stateSubmitted:
		return &api.DossierStep{Words: "批准" + name, Kind: "bylaw", Subject: b.Kind}
	case draft == stateDraft:
		return &api.DossierStep{Words: "完成并批准" + name, Kind: "bylaw", Subject: b.Kind}
	}
	return &api.DossierStep{Words: "用模板起草" + name, Kind: "bylaw"}
}
