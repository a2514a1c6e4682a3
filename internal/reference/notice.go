package reference

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/words"
)

// The refusals of an imported notice. Its rows at fault are named in Fields.
var (
	ErrNoticeForm = fault.New(fault.Invalid, "reference.notice.form",
		"无法读取节假日安排文件，请使用JSON或UTF-8编码的CSV（首行为date,kind,name）后重新导入。")
	ErrNoticeRows = fault.New(fault.Invalid, "reference.notice.rows",
		"节假日安排文件有错误，请按行改正后重新导入；本次未导入任何内容。")
	ErrNoticeIncomplete = fault.New(fault.Invalid, "reference.notice.incomplete",
		"节假日安排不完整：应含1月1日放假，全年放假不少于13天，请对照国务院办公厅通知补齐后重新导入。")
)

// A notice has some forty days; a file beyond these limits is not one.
const (
	noticeBytes  = 1 << 20
	noticeFaults = 20
)

// leastOff is the number of statutory days off in a year since 2025.
const leastOff = 13

type noticeRow struct {
	Date   string `json:"date"`
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	Source string `json:"source"`
}

// kinds are the words in which a file may say what a day is.
var kinds = map[string]clock.CalendarKind{
	"off": clock.Off, "放假": clock.Off, "休": clock.Off,
	"work": clock.Work, "上班": clock.Work, "班": clock.Work,
}

// columns are the heads that a CSV file may use.
var columns = map[string]string{
	"date": "date", "日期": "date",
	"kind": "kind", "类型": "kind",
	"name": "name", "名称": "name",
	"source": "source", "来源": "source",
}

// ParseNotice reads the notice of a year from JSON or CSV. JSON is a notice
// {"year", "source", "days": [{"date", "kind", "name"}]} or the bare list of
// days; CSV has the heads date,kind,name and optionally source. The kind is off
// (放假) or work (上班). All days lie in the year of the notice, which is that of
// the last one; only days of the December before may join its New Year.
func ParseNotice(r io.Reader) (Notice, error) {
	b, err := io.ReadAll(io.LimitReader(r, noticeBytes+1))
	if err != nil {
		return Notice{}, fmt.Errorf("read notice: %w", err)
	}
	if len(b) > noticeBytes {
		return Notice{}, ErrNoticeForm.For("file", words.Say("reference.notice.size", "文件超过1MB，不是一年的节假日安排。"))
	}
	b = bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\ufeff")))
	if len(b) == 0 {
		return Notice{}, ErrNoticeForm.For("file", words.Say("reference.notice.empty", "文件是空的。"))
	}
	var n Notice
	var rows []noticeRow
	first := 1 // the number that people see on the first row
	switch b[0] {
	case '{':
		n.Year, n.Source, rows, err = readNotice(b)
	case '[':
		err = json.Unmarshal(b, &rows)
	default:
		rows, err = readCSV(b)
		first = 2
	}
	if f, ok := fault.Of(err); ok {
		return Notice{}, f
	}
	if err != nil {
		return Notice{}, ErrNoticeForm.Because(err)
	}
	return checkNotice(n, rows, first)
}

func readNotice(b []byte) (int, string, []noticeRow, error) {
	var f struct {
		Year   int         `json:"year"`
		Source string      `json:"source"`
		Days   []noticeRow `json:"days"`
	}
	err := json.Unmarshal(b, &f)
	return f.Year, f.Source, f.Days, err
}

func readCSV(b []byte) ([]noticeRow, error) {
	r := csv.NewReader(bytes.NewReader(b))
	r.TrimLeadingSpace = true
	r.FieldsPerRecord = -1
	head, err := r.Read()
	if err != nil {
		return nil, err
	}
	place := make(map[string]int)
	for i, h := range head {
		if c, ok := columns[strings.ToLower(strings.TrimSpace(h))]; ok {
			place[c] = i
		}
	}
	for _, c := range []string{"date", "kind", "name"} {
		if _, ok := place[c]; !ok {
			return nil, ErrNoticeForm.For("row[1]", words.Say("reference.notice.column", "第1行缺少列“{name}”，首行应为date,kind,name。", "name", c))
		}
	}
	var rows []noticeRow
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		cell := func(c string) string {
			i, ok := place[c]
			if !ok || i >= len(record) {
				return ""
			}
			return record[i]
		}
		rows = append(rows, noticeRow{cell("date"), cell("kind"), cell("name"), cell("source")})
	}
}

// checkNotice turns the rows into the days of one year's notice, or names the
// rows at fault.
func checkNotice(n Notice, rows []noticeRow, first int) (Notice, error) {
	last := ""
	for _, row := range rows {
		if d := strings.TrimSpace(row.Date); d > last && isDay(d) {
			last = d
		}
	}
	if n.Year == 0 && last != "" {
		n.Year = clock.Day(last).Year()
	}
	bad := ErrNoticeRows
	seen := make(map[clock.Day]int)
	for i, row := range rows {
		number := i + first
		day, problem := checkRow(row, number, n.Year)
		if before, twice := seen[day.Date]; problem.Code == "" && twice {
			problem = words.Say("reference.notice.row.twice", "第{row}行：{day}与第{before}行重复，请删去一行。", "row", number, "day", day.Date, "before", before)
		}
		if problem.Code != "" {
			if len(bad.Fields) < noticeFaults {
				bad = bad.For(fmt.Sprintf("row[%d]", number), problem)
			}
			continue
		}
		seen[day.Date] = number
		n.Days = append(n.Days, day)
	}
	if len(bad.Fields) > 0 {
		return Notice{}, bad
	}
	slices.SortFunc(n.Days, func(a, b clock.CalendarDay) int { return cmp.Compare(a.Date, b.Date) })
	return n.complete()
}

func isDay(s string) bool {
	_, err := clock.ParseDay(s)
	return err == nil
}

// checkRow reads one row and says what is wrong with it and what to do.
func checkRow(row noticeRow, number, year int) (clock.CalendarDay, words.Sentence) {
	date, err := clock.ParseDay(strings.TrimSpace(row.Date))
	if err != nil {
		return clock.CalendarDay{}, words.Say("reference.notice.row.day", "第{row}行：日期“{day}”无法识别，请写成2027-01-01的形式。", "row", number, "day", row.Date)
	}
	bridge := date.Year() == year-1 && strings.HasSuffix(string(date.Month()), "-12")
	if date.Year() != year && !bridge {
		return clock.CalendarDay{}, words.Say("reference.notice.row.year", "第{row}行：{day}不属于{year}年，一个文件只能含一年的安排，请分开导入。", "row", number, "day", date, "year", year)
	}
	kind, ok := kinds[strings.ToLower(strings.TrimSpace(row.Kind))]
	if !ok {
		return clock.CalendarDay{}, words.Say("reference.notice.row.kind", "第{row}行：类型“{kind}”无法识别，请写off（放假）或work（上班）。", "row", number, "kind", row.Kind)
	}
	if wd := date.Weekday(); kind == clock.Work && wd != time.Saturday && wd != time.Sunday {
		return clock.CalendarDay{}, words.Say("reference.notice.row.weekday", "第{row}行：{day}不是周六或周日，不能标为调休上班，请核对日期。", "row", number, "day", date)
	}
	name := strings.TrimSpace(row.Name)
	if name == "" {
		return clock.CalendarDay{}, words.Say("reference.notice.row.name", "第{row}行：缺少节日名称，请填写，如“春节”。", "row", number)
	}
	return clock.CalendarDay{Date: date, Kind: kind, Name: name, Source: strings.TrimSpace(row.Source)}, words.Sentence{}
}

// complete refuses a notice without 1 January, by which the calendar knows a
// year, or with fewer days off than the law gives, and names the source of
// days that do not name one.
func (n Notice) complete() (Notice, error) {
	off, newYear := 0, false
	for _, d := range n.Days {
		if d.Kind == clock.Off && d.Date.Year() == n.Year {
			off++
			newYear = newYear || strings.HasSuffix(string(d.Date), "-01-01")
		}
	}
	if !newYear || off < leastOff {
		return Notice{}, ErrNoticeIncomplete.With("off", off)
	}
	if n.Source == "" {
		n.Source = fmt.Sprintf("国务院办公厅关于%d年部分节假日安排的通知", n.Year)
	}
	for i := range n.Days {
		if n.Days[i].Source == "" {
			n.Days[i].Source = n.Source
		}
	}
	return n, nil
}
