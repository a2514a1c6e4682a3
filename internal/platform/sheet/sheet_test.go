package sheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"zhize/internal/platform/clock"
)

func TestDaysInEveryFormThatPeopleWrite(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]clock.Day{
		"2026-11-24": "2026-11-24", "2026/11/4": "2026-11-04", "2026.1.9": "2026-01-09", "2026年11月24日": "2026-11-24", "20261124": "2026-11-24",
		"2026-11-24 08:30": "2026-11-24", "2026-11-24T08:30:00": "2026-11-24", " 2026年1月2日 ": "2026-01-02",
		"11/24/2026": "", "24-11-2026": "", "2026-13-01": "", "2026-02-30": "", "昨天": "", "": "", "2026": "", "20261324": "",
	} {
		if got, ok := ParseDay(text); got != want || ok != (want != "") {
			t.Errorf("%q is %q, %t, want %q", text, got, ok, want)
		}
	}
	for _, tt := range []struct {
		cell  string
		since bool
		want  clock.Day
	}{{"46350", false, "2026-11-24"}, {"46350.354", false, "2026-11-24"}, {"44888", true, "2026-11-24"}, {"3", false, ""}, {"999999", false, ""}} {
		b := &Book{date1904: tt.since}
		if got, _ := b.Day(tt.cell); got != tt.want {
			t.Errorf("serial %s (1904: %t) is %q, want %q", tt.cell, tt.since, got, tt.want)
		}
	}
}

// book makes a file as a spreadsheet would.
func book(t *testing.T, rows ...[]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		t.Fatal(err)
	}
	for n, cells := range rows {
		for c, v := range cells {
			at, _ := excelize.CoordinatesToCellName(c+1, n+1)
			if err := f.SetCellValue("Sheet1", at, v); err != nil {
				t.Fatal(err)
			}
			if _, date := v.(time.Time); date {
				if err := f.SetCellStyle("Sheet1", at, at, style); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRowsAreReadAsTheyAreStored(t *testing.T) {
	t.Parallel()
	b, err := Open(book(t, []any{"日期", "批号"}, []any{time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC), " A 1 "}, nil, []any{"2026年1月2日", 12345678901}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = b.Rows(func(n int, cells []string) error {
		day, _ := b.Day(cells[0])
		got = append(got, string(rune('0'+n))+" "+string(day)+" "+cells[1])
		return nil
	})
	if want := "1  批号|2 2026-11-24 A 1|4 2026-01-02 12345678901"; err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %v, %v", got, err)
	}
	body, err := b.Annotate("问题", 1, 2, []Mark{{Row: 4, Columns: []int{1}, Text: "批号不对"}})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(body)
	if err != nil {
		t.Fatal(err)
	}
	var last []string
	if err := again.Rows(func(_ int, cells []string) error { last = cells; return nil }); err != nil || len(last) != 3 || last[2] != "批号不对" || last[1] != "12345678901" {
		t.Errorf("annotated: %v, %v", last, err)
	}
}

func TestFilesThatWouldHurtAreRefused(t *testing.T) {
	t.Parallel()
	if _, err := Open([]byte("not a zip")); !errors.Is(err, ErrFormat) {
		t.Errorf("no zip: %v", err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	zeros := make([]byte, 1<<20)
	for range mostUnpacked>>20 + 1 {
		if _, err := w.Write(zeros); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if b.Len() > 4<<20 {
		t.Fatalf("the bomb is %d bytes", b.Len())
	}
	if _, err := Open(b.Bytes()); !errors.Is(err, ErrTooBig) {
		t.Errorf("a bomb: %v", err)
	}
}

func TestTablesGoOutHarmless(t *testing.T) {
	t.Parallel()
	columns := []Column{{Title: "名称"}, {Title: "数量"}}
	var csv bytes.Buffer
	w, err := NewCSV(&csv, columns)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"=1+1", "@x", "普通\"引号\""} {
		if err := w.Row(name, 2.5); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if want := "\ufeff名称,数量\r\n'=1+1,2.5\r\n'@x,2.5\r\n\"普通\"\"引号\"\"\",2.5\r\n"; csv.String() != want {
		t.Errorf("csv is %q", csv.String())
	}
	var xlsx bytes.Buffer
	x, err := NewXLSX(&xlsx, "表", columns)
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Row("=1+1", 2.5); err != nil {
		t.Fatal(err)
	}
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&xlsx)
	if err != nil {
		t.Fatal(err)
	}
	if formula, _ := f.GetCellFormula("表", "A2"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	if v, _ := f.GetCellValue("表", "A2"); v != "=1+1" {
		t.Errorf("the text is %q", v)
	}
	if _, err := Template("模板", []Column{{Title: "种类", Choices: []string{"甲", "乙"}, Required: true, Note: "选一个"}}); err != nil {
		t.Error(err)
	}
}

// Programs that write nothing but values leave the styles out.
func TestFileWithoutStylesIsAnnotated(t *testing.T) {
	t.Parallel()
	var body bytes.Buffer
	w := zip.NewWriter(&body)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row></sheetData></worksheet>`,
	} {
		part, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := Open(body.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	out, err := b.Annotate("问题", 1, 1, []Mark{{Row: 2, Columns: []int{0}, Text: "请填写"}})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	var last []string
	if err := again.Rows(func(_ int, cells []string) error { last = cells; return nil }); err != nil || len(last) != 2 || last[1] != "请填写" {
		t.Errorf("annotated: %q, %v", last, err)
	}
}
