package exchange

import (
	"cmp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/sheet"
	"zhize/internal/platform/words"
)

// mostFaults are kept to be shown; all stand in the annotated file.
const mostFaults = 500

// refused notes what the noun refuses in a row, beside what could not be read. The
// cells at fault are told as they stand, from left to right.
func (i *Import) refused(l *line, f *fault.Error) {
	for _, at := range f.Fields {
		c, _ := i.by(at.Pointer)
		what := at.Sentence
		if what.Text == "" {
			what = f.Said()
		}
		l.refuse(c.Field, what)
	}
	if len(f.Fields) == 0 {
		l.refuse("", f.Said())
	}
	place := func(p problem) int {
		n := slices.IndexFunc(i.Columns, func(c Column) bool { return c.Field == p.field })
		if n < 0 {
			return len(i.Columns) // of the whole row
		}
		return n
	}
	slices.SortStableFunc(l.faults, func(a, b problem) int { return cmp.Compare(place(a), place(b)) })
}

// annotate makes the person's own file with a column of what is wrong.
func annotate(r *errand.Run, name string, i *Import, b *sheet.Book, l layout, bad []line) error {
	marks := make([]sheet.Mark, len(bad))
	for n, one := range bad {
		marks[n].Row = one.number
		var texts []string
		for _, p := range one.faults {
			texts = append(texts, i.title(p.field)+p.said.Text)
			if at, there := l.at[p.field]; there {
				marks[n].Columns = append(marks[n].Columns, at)
			}
		}
		marks[n].Text = strings.Join(texts, "；")
	}
	body, err := b.Annotate("需要修改的地方", l.heading, l.width, marks)
	if err != nil {
		return err
	}
	out, err := r.Output(name, media)
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

// faultOf tells what is wrong, so far without a place.
func faultOf(what words.Sentence) api.ImportFault {
	return api.ImportFault{Text: what.Text, Said: api.Sentence(what)}
}

// told are the faults as they are shown.
func told(i *Import, l layout, bad []line) []api.ImportFault {
	all := []api.ImportFault{}
	for _, what := range l.whole {
		all = append(all, faultOf(what))
	}
	for _, one := range bad {
		for _, p := range one.faults {
			if len(all) == mostFaults {
				return all
			}
			f := faultOf(p.said)
			f.Row, f.Column = one.number, strings.Trim(i.title(p.field), "【】")
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
