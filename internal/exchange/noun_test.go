package exchange_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/exchange"
	"zhize/internal/identity"
	"zhize/internal/training"
)

var (
	siteHead     = []any{"场所名称", "种类", "地址"}
	productHead  = []any{"产品名称", "产品类别", "适用制度"}
	riskHead     = []any{"产品类别", "环节", "风险点", "管控措施", "检查频次", "纳入", "责任岗位"}
	licenceHead  = []any{"证照种类", "证书编号", "持证人或设备", "产品", "生效日期", "有效期至"}
	paperHead    = []any{"记录种类", "日期", "签字人", "内容"}
	peopleHead   = []any{"姓名", "登录名", "手机号", "拟任岗位", "任职方式", "负责场所", "任期至"}
	trainingHead = []any{"日期", "培训名称", "时长（分钟）", "方式", "地点或平台", "授课人", "培训内容", "参加人员", "考核成绩", "满分", "合格线"}
)

func TestOtherTablesComeInByTheirOwnRules(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		for _, one := range []struct {
			name string
			body []byte
			rows int
		}{
			{"sites", table(t, siteHead, []any{"南门店", "门店", "南门路 1 号"}), 1},
			{"products", table(t, productHead, []any{"插座", "其他", "CCC认证"}, []any{"电线", "其他", "CCC认证"}), 2},
			{"risk-items", table(t, riskHead, []any{"通用", "进货", "无合格证", "核对合格证", "每日", "日管控", "质量安全员"}), 1},
			{"licences", table(t, licenceHead, []any{"计量检定（校准）证书", "J-1", "电子秤", "", "2026-01-01", "2026-12-31"}), 1},
			{"transcripts", table(t, paperHead, []any{"每日检查", "2026-01-05", "某某", "无异常"}), 1},
		} {
			if got := w.brought(t, one.name, one.body); got.State != "stored" || got.Stored != one.rows {
				t.Errorf("%s: %+v", one.name, got)
			}
			// It goes out with its heading above.
			if out := w.taken(t, one.name); one.name != "risk-items" && len(out) < one.rows+1 {
				t.Errorf("%s goes out as %v", one.name, out)
			}
		}
		list, err := w.app.Transcripts.List(t.Context(), w.As(t, access.Officer, "transcript.read"), &api.ListTranscriptsInput{Page: api.Page{Limit: 9}})
		if err != nil || len(list.Body.Items) != 1 || list.Body.Items[0].Who != "某某" {
			t.Errorf("transcripts: %+v, %v", list, err)
		}
	})
}

func TestEveryTableNamesItsOwnFaults(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		officer, director := "u"+string(w.Officer), "u"+string(w.Director)
		for _, one := range []struct {
			name string
			body []byte
			want []string
		}{
			{"sites", table(t, siteHead, []any{"门店", "门店", ""}, []any{"南门店", "商铺", ""}, []any{"北门店", "门店", ""}, []any{"北门店", "仓库", ""}), []string{
				"A2 场所名称：已有同名的在营场所，不需要再导入；确是另一处的，请用不同的名称。", "B3 种类：只能填：门店、车间、仓库、摊位。", "A5 场所名称：与第 4 行重复，请删去其中一行。",
			}},
			{"products", table(t, productHead, []any{"插座", "没有的类别", "CCC认证"}, []any{"", "其他", "CCC认证"}), []string{
				"B2 产品类别：", "A3 产品名称：请填写产品名称。",
			}},
			{"risk-items", table(t, riskHead, []any{"通用", "进货", "无合格证", strings.Repeat("长", 600), "每日", "日管控", "质量安全员"}), []string{"D2 管控措施：最多 500 个字，现有 600 个，请缩短。"}},
			{"licences", table(t, licenceHead, []any{"计量检定（校准）证书", "J-1", "", "", "2026-01-01", ""}, []any{"计量检定（校准）证书", "J-3", "电子秤", "", "2026-01-01", "2025-12-31"}, []any{"计量检定（校准）证书", "J-2", "电子秤", "没有的产品", 46023, ""}), []string{
				"C2 持证人或设备：", "F3 有效期至：", "D4 产品：档案里没有产品“没有的产品”，请先在单位档案中添加，或改成档案中的名称。",
			}},
			{"transcripts", table(t, paperHead, []any{"每日检查", "2026-12-31", "某某", "无异常"}), []string{"B2 日期："}},
			{"people", table(
				t, peopleHead,
				[]any{"新来甲", "new.one", "13800000001", "质量安全员", "", "", ""},
				[]any{"新来乙", "乙", "", "质量安全员", "", "", ""},
				[]any{"新来丙", "new.three", "138", "质量安全员", "", "", ""},
				[]any{"冒名者", director, "", "质量安全员", "", "", ""},
				[]any{"新来丁", "new.four", "", "质量安全员", "", "北门店", ""},
				[]any{"新来戊", "new.five", "", "质量安全员", "", "", "2020-01-01"},
				[]any{"新来甲", "NEW.one", "", "质量安全员", "", "", ""},
				[]any{"测试丙", officer, "", "质量安全员", "", "", ""},
				[]any{"新来己", "new.six", "", "店长", "", "", ""},
			), []string{
				"B3 登录名：", "C4 手机号：手机号应为 11 位数字", "B5 登录名：这个登录名已由别人使用", "F6 负责场所：没有在营的场所“北门店”，请填写现有的：“门店”。", "G7 任期至：",
				"B8 登录名：与第 2 行重复，请删去其中一行。", " ：", "D10 拟任岗位：只能填：质量安全员、质量安全总监、主要负责人。",
			}},
			{"trainings", table(
				t, trainingHead,
				[]any{"2026-12-24", "标识", 60, "现场", "门店", "讲师", "标识", "测试丙", "", "", ""},
				[]any{"2026-05-06", "台账", "一小时", "现场", "门店", "讲师", "台账", "测试丙", "", "", ""},
				[]any{"2026-05-07", "召回", 60, "现场", "门店", "讲师", "召回", "测试丙、外来者", "", "", ""},
				[]any{"2026-05-08", "召回", 60, "现场", "门店", "讲师", "召回", "测试丙", "测试丙 120", 100, 60},
				[]any{"2026-05-09", "召回", 60, "现场", "门店", "讲师", "召回", "测试丙", "测试乙 90", 100, 60},
				[]any{"2026-05-10", "召回", 60, "现场", "门店", "讲师", "召回", "测试丙", "测试丙 90", "", ""},
				[]any{"2026-05-11", "召回", 60, "现场", "门店", "讲师", "召回", "测试丙", "测试丙合格", 100, 60},
				[]any{"2026-05-12", "召回", 60, "现场", "门店", "讲师", "召回", "测试甲", "测试甲 90", 100, 60},
			), []string{
				"A2 日期：", "C3 时长（分钟）：请填数字，不要带单位或文字。", "H4 参加人员：本单位没有“外来者”", "I5 考核成绩：“测试丙”的得分超过满分", "I6 考核成绩：“测试乙”不在参加人员里",
				"J7 满分：", "K7 合格线：", "I8 考核成绩：“测试丙合格”请写成“姓名 得分”的样子", "I9 考核成绩：不能登记自己的考核成绩",
			}},
		} {
			got := told(w.tried(t, one.name, one.body))
			if !slices.EqualFunc(got, one.want, strings.HasPrefix) || slices.ContainsFunc(got, func(s string) bool { return strings.HasSuffix(s, "：") }) {
				t.Errorf("%s (-want +got):\n%s", one.name, cmp.Diff(one.want, got))
			}
		}
	})
}

// A person of a table is asked, not appointed, and has no password until one is
// issued to hand over.
func TestPeopleComeInAsLetters(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		login := "new." + string(w.NewID())
		got := w.brought(t, "people", table(
			t, peopleHead, []any{"新来甲", login, "13800000001", "质量安全员", "兼职", "门店", "2027-12-31"}, []any{"测试丙", "u" + string(w.Officer), "", "质量安全总监", "", "", ""},
		))
		if len(got.Newcomers) != 1 || got.Newcomers[0].Login != login || got.Stored != 2 {
			t.Fatalf("stored: %+v", got)
		}
		var people []string
		for _, line := range w.taken(t, "appointments")[1:] {
			people = append(people, strings.Join(line[:4], " "))
		}
		slices.Sort(people)
		for _, want := range []string{"新来甲 质量安全员 待接受 兼职", "测试丙 质量安全总监 待接受 全职"} {
			if !slices.Contains(people, want) {
				t.Errorf("%q is not among %q", want, people)
			}
		}
		in := &api.IssuePasswordInput{Import: got.ID, Account: got.Newcomers[0].Account}
		issue := func(g access.Grant, in *api.IssuePasswordInput) (string, error) {
			out, err := w.IssuePassword(t.Context(), g, in)
			if err != nil {
				return "", err
			}
			return out.Body.InitialPassword, nil
		}
		enter := func(password string) error {
			in := &api.LoginInput{UserAgent: "test"}
			in.Body.Login, in.Body.Password = login, password
			_, err := w.app.Identity.Login(identity.WithAddress(t.Context(), "192.0.2.7"), access.Anyone(access.Call{Operation: "login"}), in)
			return err
		}
		first, err := issue(w.As(t, access.Principal, "appointment.make"), in)
		if err != nil || len(first) < 8 {
			t.Fatalf("issued %q, %v", first, err)
		}
		second, err := issue(w.As(t, access.Principal, "appointment.make"), in)
		if err != nil || second == first {
			t.Errorf("issued anew: %q, %v", second, err)
		}
		if enter(first) == nil {
			t.Error("the first password still opens")
		}
		// A neighbour, and whoever was not opened an account for, is not found.
		other := w.Found(t)
		if _, err := issue(other.As(t, access.Principal, "appointment.make"), in); !errors.Is(err, exchange.ErrNotFound) {
			t.Errorf("a neighbour issues: %v", err)
		}
		if _, err := issue(w.As(t, access.Principal, "appointment.make"), &api.IssuePasswordInput{Import: got.ID, Account: string(w.Officer)}); !errors.Is(err, exchange.ErrNewcomer) {
			t.Errorf("issued for somebody who was here: %v", err)
		}
		if err := enter(second); err != nil {
			t.Fatalf("the password does not open: %v", err)
		}
		if _, err := issue(w.As(t, access.Principal, "appointment.make"), in); err == nil || !strings.Contains(err.Error(), "identity.initial.entered") {
			t.Errorf("issued after he entered: %v", err)
		}
	})
}

// Past training is told and counts for nothing.
func TestPastTrainingIsTranscribed(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		body := table(t, trainingHead, []any{"2026年5月6日", "进货查验", 90, "现场", "门店二楼", "讲师（虚构）", "标识、台账", "测试丙、测试甲", "测试丙：85分", 100, 60})
		w.brought(t, "trainings", body)
		out, err := w.app.Trainings.ReadYear(t.Context(), w.As(t, access.Officer, "training.read"), &api.TrainingYearInput{Year: 2026})
		if err != nil || len(out.Body.Sessions) != 1 {
			t.Fatalf("year: %+v, %v", out, err)
		}
		s := out.Body.Sessions[0]
		if !s.Transcribed || s.State != "held" || len(s.People) != 2 || s.People[0].How != training.ByPaper {
			t.Errorf("session: %+v", s)
		}
		for _, p := range out.Body.People {
			paper := 0
			if p.Account != string(w.Director) {
				paper = 90
			}
			if p.PaperMinutes != paper || p.SessionMinutes != 0 || p.TestsPassed != 0 || p.TestsFailed != 0 || len(p.Needs) != 0 {
				t.Errorf("%s: %+v", p.Name, p)
			}
		}
		sign := &api.SignAttendanceInput{Session: s.ID, Attendance: string(w.NewID())}
		sign.Body.Account, sign.Body.Present = string(w.Officer), true
		if _, err := w.app.Trainings.SignAttendance(t.Context(), w.As(t, access.Officer, "training.attend"), sign); !errors.Is(err, training.ErrTranscribed) {
			t.Errorf("signed on a copy: %v", err)
		}
		again := w.tried(t, "trainings", body)
		if diff := cmp.Diff([]string{"B2 培训名称：当天已有同名的培训，不需要再导入。"}, told(again)); diff != "" {
			t.Errorf("the same file (-want +got):\n%s", diff)
		}
		want := fmt.Sprint([]string{"2026-05-06", "进货查验", "已举办", "90", "现场", "门店二楼", "讲师（虚构）", "标识、台账", "测试丙、测试甲", "0", "测试甲", "纸质记录转录"})
		if got := w.taken(t, "trainings"); len(got) != 2 || fmt.Sprint(got[1]) != want {
			t.Errorf("goes out as %v", got)
		}
	})
}
