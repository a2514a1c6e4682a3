package office_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/internal/platform/office"
)

var (
	update = flag.Bool("update", false, "write the golden files anew; with -keep=DIR the PDFs too")
	keep   = flag.String("keep", "", "folder to leave the printed papers in")
)

var sampleAt = time.Date(2026, 11, 5, 9, 12, 0, 0, time.UTC)

// daily is 《每日工业产品质量安全检查记录》 with n items.
func daily(n int) office.Form {
	contents := []string{
		"原辅材料进货查验记录、供货者合格证明齐全，批次与台账一致",
		"关键工序参数（温度、压力、时间）在工艺卡规定范围内",
		"设备防护装置、联锁有效，停机检修挂牌上锁",
		"计量器具在检定或校准有效期内",
		"产品标识、执行标准号（GB/T 19001-2016）标注正确",
		"不合格品隔离存放、标识清楚并有处置记录",
		"成品出厂检验项目齐全，报告编号 QC-2026-1105-003 可追溯",
	}
	rows := [][]office.Cell{}
	for i := range n {
		group := i/5 + 1
		if i%5 == 0 {
			rows = append(rows, []office.Cell{{Text: fmt.Sprintf("%d  %s", group, []string{"原辅材料", "生产过程", "设备设施", "检验检测", "标识与储存", "人员", "追溯", "环境"}[group-1]), Bold: true}})
		}
		c := []office.Cell{{Text: fmt.Sprintf("%d.%d", group, i%5+1)}, {Text: contents[i%len(contents)]}, {Mark: office.Tick}, {}}
		switch i {
		case 2, 9:
			c[2] = office.Cell{Mark: office.Slash}
			c[3] = office.Cell{Text: "当日停用，不适用"}
		case 6:
			c[2] = office.Cell{Mark: office.Cross}
			c[3] = office.Cell{Text: "3 号冲床防护罩联锁失效，已停机挂牌，更换联锁开关，期限 11 月 7 日。已报告质量安全总监（17:05）。"}
		}
		rows = append(rows, c)
	}
	return office.Form{
		Title:  "每日工业产品质量安全检查记录",
		Number: "编号：RC-20261105-0417",
		At:     sampleAt,
		Head: []office.Pair{
			{Label: "单位名称", Value: "示例精密机械厂"},
			{Label: "检查日期", Value: "2026 年 11 月 5 日"},
			{Label: "班次/门店", Value: "全天 · 一号车间"},
			{Label: "质量安全员", Value: "𠮷田喆"},
			{Label: "清单版本", Value: "第 3 版（2026-09-01 起）"},
			{Label: "提交时间", Value: "2026-11-05 17:12:08"},
		},
		Sections: []office.Section{
			office.Table{
				Columns: []office.Column{{Title: "序号", Weight: 8, Align: office.Center}, {Title: "检查内容", Weight: 46}, {Title: "结果", Weight: 10, Align: office.Center}, {Title: "问题及防范措施", Weight: 36}},
				Rows:    rows,
			},
			office.Table{
				Columns: []office.Column{{Weight: 18, Align: office.Center}, {Weight: 82}},
				Rows: [][]office.Cell{
					{{Text: "检查结论"}, {Text: "☐ 零风险报告    ☑ 发现隐患 1 条"}},
					{{Text: "总监复核意见"}, {Text: "同意停机更换，复机前由王㛃、张䶮、李镕、朱𬭬确认。"}},
				},
			},
		},
		Signatures: []office.Signature{
			{Label: "质量安全员（签名）", Name: "𠮷田喆", At: "2026-11-05 17:12", Strokes: hand()},
			{Label: "质量安全总监（签名）"},
		},
		Footer: "本表由系统生成。内容摘要 SHA-256 9f2c61aa0de47b1b35c0d6a5f3e8b7c2410de9ac77a51f03c4be8d1a6e0041ab",
		QR:     &office.QR{URL: "https://example.gov.cn/v/RC-20261105-0417?h=9f2c61aa0de47b1b", Caption: "扫码核验"},
	}
}

// hand is something like a signature.
func hand() []office.Stroke {
	arc := office.Stroke{}
	for i := range 60 {
		arc = append(arc, office.Point{X: 480 + 7*i, Y: 200 + (i%14-7)*(i%14-7)*3 - i})
	}
	return []office.Stroke{
		{{X: 60, Y: 120}, {X: 360, Y: 90}},
		{{X: 210, Y: 30}, {X: 205, Y: 220}, {X: 80, Y: 360}},
		{{X: 215, Y: 210}, {X: 300, Y: 300}, {X: 380, Y: 350}},
		arc,
		{{X: 950, Y: 80}},
	}
}

func jpegOf(t *testing.T, w, h int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			m.Set(x, y, color.RGBA{uint8(x * 255 / w), uint8(y * 255 / h), 120, 255})
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func mustPrint(t *testing.T, f office.Form) office.Paper {
	t.Helper()
	p, err := office.PDF(f)
	if err != nil {
		t.Fatalf("PDF: %v", err)
	}
	return p
}

// read extracts the text with poppler, in the order it was printed.
func read(t *testing.T, pdf []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "paper.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if *keep != "" {
		name := strings.NewReplacer("/", "_", " ", "_").Replace(t.Name()) + ".pdf"
		if err := os.WriteFile(filepath.Join(*keep, name), pdf, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("pdftotext", "-raw", "-enc", "UTF-8", file, "-")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("pdftotext (of poppler-utils, needed by this test): %v %s", err, &stderr)
	}
	if stderr.Len() > 0 {
		t.Errorf("pdftotext complains: %s", &stderr)
	}
	text := regexp.MustCompile(`[ \t]+`).ReplaceAllString(string(out), " ")
	text = strings.ReplaceAll(text, "\f", "\n--- page ---\n")
	return regexp.MustCompile(`\s*\n\s*`).ReplaceAllString(strings.TrimSpace(text), "\n") + "\n"
}

func TestPaper(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name  string
		form  office.Form
		pages int
	}{
		{"daily record of 12 items", daily(12), 2},
		{"daily record of 40 items", daily(40), 3},
		{"prose with pictures", prose(t), 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			paper := mustPrint(t, tt.form)
			got := read(t, paper.PDF) + "--- warnings ---\n" + strings.Join(paper.Warnings, "\n") + "\n"
			golden := filepath.Join("testdata", strings.ReplaceAll(tt.name, " ", "_")+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("text of the paper (-want +got):\n%s", diff)
			}
			if paper.Pages != tt.pages {
				t.Errorf("pages = %d, want %d", paper.Pages, tt.pages)
			}
		})
	}
}

func prose(t *testing.T) office.Form {
	return office.Form{
		Title: "质量安全总监任命书", Subtitle: "（设立、调整通用）", Number: "示精质〔2026〕7 号",
		Sections: []office.Section{
			office.Heading{Text: "一、任命"},
			office.Paragraph{Indent: true, Text: "根据《工业产品生产单位落实质量安全主体责任监督管理规定》，经研究决定，任命李镕同志为本单位质量安全总监，负责一号车间、二号车间（含仓库）的产品质量安全管理工作，任期自 2026 年 11 月 1 日起至 2029 年 10 月 31 日止。\n被任命人有权对可能存在质量安全风险的产品提出停止生产、销售等否决建议，并直接向主要负责人报告。"},
			office.Heading{Text: "二、现场照片"},
			office.Images{Pictures: []office.Picture{
				{Data: jpegOf(t, 800, 600), Caption: "一号车间 3 号冲床"}, {Data: jpegOf(t, 300, 900), Caption: "防护罩，整改前"}, {Data: []byte("no picture"), Caption: "损坏的文件"},
			}},
			office.Paragraph{Align: office.Right, Text: "示例精密机械厂\n2026 年 11 月 1 日"},
		},
		Signatures: []office.Signature{{Label: "被任命人（签名）", Name: "李镕", At: "2026-11-01 09:00"}, {Label: "主要负责人（签名、公章）"}},
	}
}
