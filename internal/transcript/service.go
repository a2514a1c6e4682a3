package transcript

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
	"zhize/internal/platform/words"
)

// Refusals.
var (
	ErrInput    = fault.New(fault.Invalid, "transcript.input.invalid", "填写的内容有误，请按提示修改后重新保存。")
	ErrNotFound = fault.New(fault.NotFound, "transcript.not_found", "没有找到这份转录记录。")
	ErrPage     = fault.New(fault.Invalid, "transcript.page", "翻页位置无效，请从第一页重新查看。")
)

// FactEntered is the kind of the sealed copy.
const FactEntered = "transcript.entered"

var kinds = map[string]string{"daily": "每日检查记录", "weekly": "每周排查治理报告", "monthly": "每月调度会议纪要", "training": "培训记录"}

// Service keeps the copies.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	enterprises *enterprise.Service
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, e *enterprise.Service) *Service { return &Service{d, l, e} }

// Enter copies a record. The id is the client's: sent twice, it is there once.
func (s *Service) Enter(ctx context.Context, g access.Grant, in *api.EnterTranscriptInput) (*api.TranscriptOutput, error) {
	copied, err := id.Parse(in.Transcript)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.TranscriptOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		there, err := find(tx, copied)
		if err != nil {
			return err
		}
		if there == nil {
			if err := s.Put(tx, copied, in.Body); err != nil {
				return err
			}
			if there, err = find(tx, copied); err != nil {
				return err
			}
		}
		out.Body = there.wire()
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Put copies a record in the transaction of whoever brings it.
func (s *Service) Put(tx *db.Tx, copied id.ID, in api.TranscriptFields) error {
	var f enterprise.Form
	day := f.Day("body.day", in.Day)
	in.Who, in.Summary = f.Name("body.who", in.Who, 50), f.Text("body.summary", in.Summary, 1000)
	in.Outcome, in.Paper = f.Text("body.outcome", in.Outcome, 300), f.Line("body.paper", in.Paper, 100)
	if kinds[in.Kind] == "" {
		f.Refuse("body.kind", words.Say("transcript.input.kind", "请选择每日检查、每周排查、每月调度或培训。"))
	}
	switch {
	case in.Day == "":
		f.Refuse("body.day", words.Say("transcript.input.day", "请填写纸质记录上的日期。"))
	case day != "" && !day.Before(tx.Today()):
		f.Refuse("body.day", words.Say("transcript.input.before_today", "转录的是以前的纸质记录，日期应早于今天。"))
	}
	if in.Summary == "" && !f.Faulty("body.summary") {
		f.Refuse("body.summary", words.Say("transcript.input.content", "请写明纸质记录的内容。"))
	}
	if err := f.Err(ErrInput); err != nil {
		return err
	}
	who := in.Who
	sealed := in
	sealed.Who = ""
	body, err := json.Marshal(map[string]any{"transcript": copied, "transcribed": true, "record": sealed})
	if err != nil {
		return fmt.Errorf("encode transcript %s: %w", copied, err)
	}
	personal, err := json.Marshal(map[string]string{"who": who, "account": string(tx.Actor().Account), "name": tx.Actor().Name})
	if err != nil {
		return fmt.Errorf("encode people of transcript %s: %w", copied, err)
	}
	if err := insert(tx, copied, day, in); err != nil {
		return err
	}
	_, err = s.ledger.Append(tx, ledger.Fact{Kind: FactEntered, Subject: copied, Day: day, Payload: ledger.Payload{Body: body, Personal: personal}})
	if err != nil {
		return fmt.Errorf("seal transcript %s: %w", copied, err)
	}
	return nil
}

// List returns copies, newest day first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListTranscriptsInput) (*api.TranscriptsOutput, error) {
	day, after := clock.Day("9999-12-31"), id.ID("ffffffff-ffff-ffff-ffff-ffffffffffff")
	if in.After != "" {
		d, i, ok := strings.Cut(in.After, "_")
		parsed, err := clock.ParseDay(d)
		if err != nil || !ok {
			return nil, ErrPage
		}
		if after, err = id.Parse(i); err != nil {
			return nil, ErrPage
		}
		day = parsed
	}
	out := &api.TranscriptsOutput{}
	out.Body.Items = []api.Transcript{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := before(tx, day, after, in.Limit+1)
		if err != nil {
			return err
		}
		if len(rows) > in.Limit {
			rows = rows[:in.Limit]
			out.Body.Next = string(rows[in.Limit-1].Day) + "_" + string(rows[in.Limit-1].ID)
		}
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, r.wire())
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Between returns the copies of a range of days, oldest first.
func (s *Service) Between(tx *db.Tx, from, to clock.Day) ([]api.Transcript, error) {
	rows, err := between(tx, from, to)
	all := make([]api.Transcript, 0, len(rows))
	for _, r := range slices.Backward(rows) {
		all = append(all, r.wire())
	}
	return all, err
}

// Title is the paper's name.
const Title = "纸质记录转录表"

// Leaves are the copies of a range, for a pack.
func (s *Service) Leaves(tx *db.Tx, from, to clock.Day, each func(paper.Leaf) error) error {
	rows, err := between(tx, from, to)
	if err != nil || len(rows) == 0 {
		return err
	}
	// A copy never changes: the papers differ by which are in them.
	copies := make([]id.ID, len(rows))
	for n, r := range rows {
		copies[n] = r.ID
	}
	edition, err := paper.Edition(copies)
	if err != nil {
		return err
	}
	return each(paper.Leaf{
		Item: "2.1", Name: fmt.Sprintf("%s %s—%s", Title, from, to), Key: paper.Key{Noun: "transcripts", Subject: tx.Enterprise(), Edition: edition},
		Lay: func() (office.Form, error) { return s.form(tx, rows) },
	})
}

func (s *Service) form(tx *db.Tx, rows []row) (office.Form, error) {
	e, err := s.enterprises.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	t := office.Table{Columns: []office.Column{
		{Title: "日期", Weight: 1.2, Align: office.Center},
		{Title: "种类", Weight: 1.4},
		{Title: "签字人", Weight: 1},
		{Title: "内容", Weight: 3.4},
		{Title: "结果", Weight: 2},
		{Title: "转录人及时间", Weight: 1.8},
	}}
	for _, r := range slices.Backward(rows) {
		t.Rows = append(t.Rows, []office.Cell{
			{Text: string(r.Day)}, {Text: kinds[r.Kind]}, {Text: r.Who}, {Text: r.Summary}, {Text: r.Outcome}, {Text: r.ByName + " " + paper.Minute(r.At)},
		})
	}
	return office.Form{
		Title: Title, At: rows[0].At, Head: paper.Head(e),
		Sections: []office.Section{office.Paragraph{Text: "以下内容由纸质记录转录，转录时间见最后一栏；转录不代替当日的电子记录，不计入任何统计。"}, t},
	}, nil
}

func (r row) wire() api.Transcript {
	return api.Transcript{
		ID: string(r.ID), Name: r.ByName, At: r.At.UTC(),
		TranscriptFields: api.TranscriptFields{Kind: r.Kind, Day: string(r.Day), Who: r.Who, Summary: r.Summary, Outcome: r.Outcome, Paper: r.Paper},
	}
}
