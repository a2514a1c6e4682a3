package office_test

import (
	"bytes"
	"strings"
	"testing"

	"zhize/internal/platform/office"
)

func TestSameFormSameBytes(t *testing.T) {
	t.Parallel()
	f := prose(t)
	f.QR = &office.QR{URL: "https://example.gov.cn/v/1", Caption: "扫码核验"}
	first := mustPrint(t, f)
	for range 3 {
		if again := mustPrint(t, f); !bytes.Equal(first.PDF, again.PDF) {
			t.Fatal("the same form gave other bytes")
		}
	}
}

// TestPrintsAnything puts hostile text into every place of a form.
func TestPrintsAnything(t *testing.T) {
	t.Parallel()
	texts := map[string]string{
		"empty":                               "",
		"one space":                           " ",
		"line breaks":                         "\n\r\n\n",
		"astral and emoji":                    "𠮷𬭬👨‍👩‍👧‍👦🇨🇳",
		"combining marks":                     "e\u0301" + strings.Repeat("\u0300", 200),
		"control characters":                  "\x00\x01\x1b[31m\x7f\u0085",
		"right to left":                       "مرحبا بالعالم \u202eשלום",
		"pdf syntax":                          `) Tj ET endstream endobj << /JS (x) >> %%EOF`,
		"broken encoding":                     "\xff\xfe\xed\xa0\x80检查",
		"last code points":                    "\uffff\U0010ffff\ufffd",
		"10,000 characters":                   strings.Repeat("检查内容，", 2000),
		"10,000 letters":                      strings.Repeat("W", 10000),
		"10,000 signs no line may begin with": strings.Repeat("。", 10000),
		"3,000 emoji":                         strings.Repeat("😀", 3000),
		"1,000 lines":                         strings.Repeat("行\n", 1000),
	}
	for name, text := range texts {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cell := office.Cell{Text: text, Mark: office.Cross}
			paper := mustPrint(t, office.Form{
				Title: text, Subtitle: text, Number: text, Footer: text,
				Head: []office.Pair{{Label: text, Value: text}, {Label: text, Value: text, Wide: true}},
				Sections: []office.Section{
					office.Heading{Text: text},
					office.Paragraph{Text: text, Indent: true},
					office.Table{
						Columns: []office.Column{{Title: text}, {Title: "结果", Weight: 0.001}, {Weight: -3}},
						Rows:    [][]office.Cell{{cell, cell, cell}, {cell}, {}, nil, {cell, cell, cell, cell, cell}},
					},
					office.Table{},
					office.Images{Pictures: []office.Picture{{Data: []byte(text), Caption: text}}},
					office.Images{},
					nil,
				},
				Signatures: []office.Signature{
					{Label: text, Name: text, At: text},
					{Label: text, Strokes: []office.Stroke{nil, {}, {{X: -5, Y: 1 << 40}}, make(office.Stroke, 9000)}},
					{},
				},
				QR: &office.QR{URL: text, Caption: text},
			})
			read(t, paper.PDF)
		})
	}
	t.Run("a form without anything is one empty page", func(t *testing.T) {
		t.Parallel()
		if got := mustPrint(t, office.Form{}); got.Pages != 1 || len(got.Warnings) != 0 {
			t.Errorf("pages %d, warnings %q", got.Pages, got.Warnings)
		}
	})
}

func TestTableBreaks(t *testing.T) {
	t.Parallel()
	header := office.Column{Title: "检查内容"}
	t.Run("the header is printed on every page", func(t *testing.T) {
		t.Parallel()
		rows := make([][]office.Cell, 100)
		for i := range rows {
			rows[i] = []office.Cell{{Text: "一"}}
		}
		paper := mustPrint(t, office.Form{Sections: []office.Section{office.Table{Columns: []office.Column{header}, Rows: rows}}})
		if got := strings.Count(read(t, paper.PDF), header.Title); paper.Pages < 3 || got != paper.Pages {
			t.Errorf("%d headers on %d pages", got, paper.Pages)
		}
	})
	t.Run("a row taller than a page goes on, whole", func(t *testing.T) {
		t.Parallel()
		paper := mustPrint(t, office.Form{Sections: []office.Section{office.Table{
			Columns: []office.Column{header}, Rows: [][]office.Cell{{{Text: strings.Repeat("字\n", 150)}}},
		}}})
		text := read(t, paper.PDF)
		if got := strings.Count(text, "字"); got != 150 {
			t.Errorf("%d of 150 lines on %d pages", got, paper.Pages)
		}
	})
	t.Run("signatures take the last row with them", func(t *testing.T) {
		t.Parallel()
		for n := 20; n < 35; n++ {
			rows := make([][]office.Cell, n)
			for i := range rows {
				rows[i] = []office.Cell{{Text: "项目"}}
			}
			paper := mustPrint(t, office.Form{
				Sections:   []office.Section{office.Table{Columns: []office.Column{header}, Rows: rows}},
				Signatures: []office.Signature{{Label: "签名"}},
			})
			pages := strings.Split(read(t, paper.PDF), "--- page ---")
			for _, p := range pages {
				if strings.Contains(p, "签名") && !strings.Contains(p, "项目") {
					t.Errorf("%d rows: the signature stands alone", n)
				}
			}
		}
	})
}

func TestPicturesAreBounded(t *testing.T) {
	t.Parallel()
	paper := mustPrint(t, office.Form{Sections: []office.Section{office.Images{Pictures: []office.Picture{
		{Data: jpegOf(t, 3000, 2000)}, {Data: jpegOf(t, 1, 1)}, {Data: jpegOf(t, 2, 5000)},
	}}}})
	if len(paper.PDF) > 200_000 {
		t.Errorf("the paper takes %d bytes", len(paper.PDF))
	}
	if len(paper.Warnings) != 0 {
		t.Errorf("warnings: %q", paper.Warnings)
	}
}

func BenchmarkDaily(b *testing.B) {
	f := daily(40)
	for b.Loop() {
		if _, err := office.PDF(f); err != nil {
			b.Fatal(err)
		}
	}
}
