package appointment

import (
	"context"
	"encoding/json"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
)

// TitleMatrix is the paper's name.
const TitleMatrix = "岗位质量安全责任矩阵"

// The refusals of the duty matrix.
var (
	ErrMatrixChanged = fault.New(fault.Conflict, "duty_matrix.changed", "您打开之后，责任矩阵已被他人修改。请刷新查看最新内容，再修改提交。")
	ErrMatrixList    = fault.New(fault.Conflict, "duty_matrix.no_list", "还没有经批准的风险管控清单，请先批准清单，再分配责任。")
	ErrMatrixCell    = fault.New(fault.Invalid, "duty_matrix.cell", "有的责任分配指向清单里没有的条目或者已不在任的人员，请刷新后重试。")
	ErrMatrixNone    = fault.New(fault.NotFound, "duty_matrix.none", "责任矩阵还没有保存过，请先分配责任并保存。")
)

// Matrix reads the matrix over the list in force and the people in office.
func (s *Service) Matrix(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.DutyMatrixOutput, error) {
	out := &api.DutyMatrixOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.matrix(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) matrix(tx *db.Tx) (api.DutyMatrix, error) {
	roster, err := readRoster(tx)
	if err != nil {
		return api.DutyMatrix{}, err
	}
	list, _, err := s.on.Lists.InForce(tx)
	if err != nil {
		return api.DutyMatrix{}, fmt.Errorf("read list in force: %w", err)
	}
	set, ok, err := latestMatrix(tx)
	if err != nil {
		return api.DutyMatrix{}, err
	}
	m := api.DutyMatrix{ListVersion: list.Version, Items: list.Items, Cells: []api.DutyCell{}}
	if m.Items == nil {
		m.Items = []api.RiskItem{}
	}
	if ok {
		at := set.MadeAt.UTC()
		m.Version, m.MadeName, m.MadeAt = set.Version, set.MadeName, &at
		if err := json.Unmarshal([]byte(set.Cells), &m.Cells); err != nil {
			return m, fmt.Errorf("decode duty matrix %d: %w", set.Version, err)
		}
	}
	m.Cells = ofItems(m.Cells, m.Items)
	m.People = columns(roster, m.Cells, tx.Now())
	m.Proposed = propose(m.Items, m.Cells, roster, tx.Now())
	m.Hints = hints(m, roster, tx.Now())
	return m, nil
}

// SetMatrix writes the next version. Repeating the id repeats the answer.
func (s *Service) SetMatrix(ctx context.Context, g access.Grant, in *api.SetDutyMatrixInput) (*api.DutyMatrixOutput, error) {
	matrix, err := id.Parse(in.Matrix)
	if err != nil {
		return nil, ErrMatrixCell.Because(err)
	}
	out := &api.DutyMatrixOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		if _, err := lockEnterprise(tx); err != nil {
			return err
		}
		set, ok, err := latestMatrix(tx)
		if err != nil {
			return err
		}
		if ok && set.ID == matrix {
			out.Body, err = s.matrix(tx)
			return err
		}
		if set.Version != in.Body.Revision {
			return ErrMatrixChanged
		}
		list, approved, err := s.on.Lists.InForce(tx)
		if err != nil {
			return fmt.Errorf("read list in force: %w", err)
		}
		if !approved {
			return ErrMatrixList
		}
		roster, err := readRoster(tx)
		if err != nil {
			return err
		}
		cells, err := tidy(in.Body.Cells, list.Items, roster, tx.Now())
		if err != nil {
			return err
		}
		r := matrixRow{ID: matrix, Version: set.Version + 1, ListID: id.ID(list.ID), ListVersion: list.Version, MadeBy: tx.Actor().Account, MadeName: tx.Actor().Name, MadeAt: tx.Now()}
		body, err := json.Marshal(cells)
		if err != nil {
			return fmt.Errorf("encode duty matrix: %w", err)
		}
		r.Cells = string(body)
		if err := insertMatrix(tx, r); err != nil {
			return err
		}
		if out.Body, err = s.matrix(tx); err != nil {
			return err
		}
		var act act
		err = act.seal(KindMatrix, tx.Enterprise(), tx.Today(), matrixFact{r.Version, r.ListID, r.ListVersion, cells}, nameFact{PersonName: r.MadeName})
		if err != nil {
			return err
		}
		return s.append(tx, act)
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

type matrixFact struct {
	Version     int            `json:"version"`
	List        id.ID          `json:"list"`
	ListVersion int            `json:"listVersion"`
	Cells       []api.DutyCell `json:"cells"`
}

// MatrixPaper prints the version that was set last.
func (s *Service) MatrixPaper(ctx context.Context, g access.Grant, in *api.DutyMatrixPaperInput) (*api.Blob, error) {
	var out *api.Blob
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		m, err := s.matrix(tx)
		if err != nil {
			return err
		}
		if m.Version == 0 {
			return ErrMatrixNone
		}
		key := paper.Key{Noun: "duty-matrix", Subject: tx.Enterprise(), Edition: fmt.Sprintf("v%d-list%d", m.Version, m.ListVersion), Format: in.Format}
		out, err = s.on.Papers.Print(tx, key, fmt.Sprintf("%s 第%d版", TitleMatrix, m.Version), func() (office.Form, error) { return s.layMatrix(tx, m) })
		return err
	})
	return out, err
}

var signs = map[string]string{"lead": "★", "main": "●", "related": "○"}

func (s *Service) layMatrix(tx *db.Tx, m api.DutyMatrix) (office.Form, error) {
	e, err := s.on.Archive.Archive(tx)
	if err != nil {
		return office.Form{}, fmt.Errorf("read archive: %w", err)
	}
	f := office.Form{Title: TitleMatrix, Subtitle: "★ 主管　● 主相关　○ 相关", Number: fmt.Sprintf("第 %d 版", m.Version), At: *m.MadeAt, Head: append(paper.Head(e),
		office.Pair{Label: "清单版本", Value: fmt.Sprintf("第 %d 版", m.ListVersion)}, office.Pair{Label: "分配时间", Value: paper.Minute(*m.MadeAt)})}
	t := office.Table{Columns: []office.Column{{Title: "序号", Weight: 1, Align: office.Center}, {Title: "风险点", Weight: 5}}}
	for _, p := range m.People {
		t.Columns = append(t.Columns, office.Column{Title: p.Name + "\n" + p.Posts, Weight: 2, Align: office.Center})
	}
	for n, i := range m.Items {
		row := []office.Cell{{Text: fmt.Sprint(n + 1)}, {Text: i.Step + "：" + i.Risk}}
		for _, p := range m.People {
			row = append(row, office.Cell{Text: signs[markOf(m.Cells, i.ID, p.Account)]})
		}
		t.Rows = append(t.Rows, row)
	}
	f.Sections = append(f.Sections, t)
	f.Signatures = []office.Signature{{Label: "编制", Name: m.MadeName, At: paper.Minute(*m.MadeAt)}, {Label: "主要负责人"}}
	return f, s.stamp(tx, &f, KindMatrix, tx.Enterprise())
}
