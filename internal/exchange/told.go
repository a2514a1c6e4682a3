package exchange

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/sheet"
)

// mostFaults are kept to be shown; all stand in the annotated file.
const mostFaults = 500

// problems tells a refusal by fields.
func (i *Import) problems(f *fault.Error) []problem {
	var all []problem
	for _, at := range f.Fields {
		c, known := i.by(at.Pointer)
		text := at.Text
		if text == "" {
			text = f.Text
		}
		if known {
			all = append(all, problem{c.Field, text})
		} else {
			all = append(all, problem{"", text})
		}
	}
	if len(all) == 0 {
		all = append(all, problem{"", f.Text})
	}
	return all
}

// annotate makes the person's own file with a column of what is wrong.
func annotate(r *errand.Run, row importRow, i *Import, b *sheet.Book, l layout, bad []line) error {
	marks := make([]sheet.Mark, len(bad))
	for n, one := range bad {
		marks[n].Row = one.number
		var words []string
		for _, p := range one.faults {
			words = append(words, i.title(p.field)+p.text)
			if at, there := l.at[p.field]; there {
				marks[n].Columns = append(marks[n].Columns, at)
			}
		}
		marks[n].Text = strings.Join(words, "；")
	}
	body, err := b.Annotate("需要修改的地方", l.heading, l.width, marks)
	if err != nil {
		return err
	}
	name := strings.TrimSuffix(row.FileName, ".xlsx")
	out, err := r.Output(name+"（已标出问题）.xlsx", media)
	if err != nil {
		return err
	}
	_, err = out.Write(body)
	return err
}

// title names a field before what is wrong with it.
func (i *Import) title(field string) string {
	for _, c := range i.Columns {
		if c.Field == field && field != "" {
			return "【" + c.Title + "】"
		}
	}
	return ""
}

// told are the faults as they are shown.
func told(i *Import, l layout, bad []line) []api.ImportFault {
	all := []api.ImportFault{}
	for _, one := range bad {
		for _, p := range one.faults {
			if len(all) == mostFaults {
				return all
			}
			f := api.ImportFault{Row: one.number, Text: p.text, Column: strings.Trim(i.title(p.field), "【】")}
			if at, there := l.at[p.field]; there {
				f.Cell, _ = excelize.CoordinatesToCellName(at+1, one.number) // both count from one
				if at < len(one.cells) {
					f.Value = one.cells[at]
				}
			}
			all = append(all, f)
		}
	}
	return all
}
