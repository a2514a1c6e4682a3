package goods

import (
	"math"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/enterprise"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// Refusals.
var (
	ErrInput        = fault.New(fault.Invalid, "goods.input.invalid", "填写的内容有误，请按提示修改后重新保存。")
	ErrNotFound     = fault.New(fault.NotFound, "goods.not_found", "没有找到这条台账记录，请返回列表刷新。")
	ErrIDTaken      = fault.New(fault.Conflict, "goods.id_taken", "这条记录的编号已用于另一条记录，请重新填写一条。")
	ErrChanged      = fault.New(fault.Conflict, "goods.changed", "这条记录刚刚被他人更正过，请查看最新版本后再更正。")
	ErrRange        = fault.New(fault.Invalid, "goods.range", "日期范围不正确：结束日期不能早于开始日期，且最多 92 天。")
	ErrPage         = fault.New(fault.Invalid, "goods.page.invalid", "翻页位置无效，请从第一页重新查看。")
	ErrPhotoMissing = fault.New(fault.Invalid, "photo.missing", "有照片还没有传到服务器，请在网络正常时重试。")

	ErrCommissionNotFound = fault.New(fault.NotFound, "goods.commission.not_found", "没有找到这份委托合同。")
	ErrCommissionEnded    = fault.New(fault.Conflict, "goods.commission.ended", "这份委托合同已经终止，请刷新查看。")

	ErrSuspicionNotFound = fault.New(fault.NotFound, "goods.suspicion.not_found", "没有找到这份可疑产品报告。")
	ErrHandled           = fault.New(fault.Conflict, "goods.suspicion.handled", "这份报告的处置结果已经填写，请刷新查看。")
	ErrReceipted         = fault.New(fault.Conflict, "goods.suspicion.receipted", "这份报告已由监管所回执，请刷新查看。")
)

// The two kinds of entries.
const (
	Purchase = "purchase"
	Delivery = "delivery"
)

const (
	// longestPaper is how many days one printed log covers.
	longestPaper = 92
	// handleDays is how long an enterprise has to say what became of stopped
	// goods. It is the product's own figure, not the law's.
	handleDays = 7
	// commissionLead is how many days before its end a contract is brought to
	// mind.
	commissionLead = 30
)

// The obligations.
const (
	// KindSuspicion is the duty to say what became of stopped goods.
	KindSuspicion = "suspicion_outcome"
	// KindCommission is the duty to renew or end a contract before it is over.
	KindCommission = "commission_end"
)

// Entry is one version of a logged batch.
type Entry struct {
	ID, Entry id.ID
	Version   int
	Kind      string
	Day       clock.Day
	Site      id.ID
	Product   string
	Model     string
	Batch     string
	// Quantity counts thousandths of the unit.
	Quantity    int64
	Unit        string
	Partner     string
	Certificate string
	Verdict     string
	Note        string
	Photos      []string
	Why         string
	By          id.ID
	Name        string
	At          time.Time
	Seq         uint64
}

// Late reports whether the batch was logged on a later day than its own (补录).
func (e Entry) Late() bool { return clock.DayOf(e.At).After(e.Day) }

// read reads an entry field by field; all that is wrong is told at once.
func read(f *enterprise.Form, in api.GoodsFields, today clock.Day) Entry {
	e := Entry{
		Kind: in.Kind, Day: f.Day("body.day", in.Day), Product: f.Name("body.product", in.Product, 100), Model: f.Line("body.model", in.Model, 100),
		Batch: f.Line("body.batch", in.Batch, 60), Quantity: thousandths(f, "body.quantity", in.Quantity), Unit: f.Name("body.unit", in.Unit, 10),
		Partner: f.Line("body.partner", in.Partner, 100), Certificate: f.Line("body.certificate", in.Certificate, 100),
		Verdict: in.Verdict, Note: f.Text("body.note", in.Note, 500), Photos: unique(in.Photos),
	}
	if e.Kind != Purchase && e.Kind != Delivery {
		f.Refuse("body.kind", words.Say("goods.input.kind", "请选择进货查验或出厂检验。"))
	}
	site, err := id.Parse(in.Site)
	if err != nil {
		f.Refuse("body.site", words.Say("goods.input.site", "请选择场所。"))
	}
	e.Site = site
	if e.Day.After(today) {
		f.Refuse("body.day", words.Say("goods.input.future", "日期不能晚于今天。"))
	}
	if in.Day == "" {
		f.Refuse("body.day", words.Say("goods.input.day", "请填写日期。"))
	}
	if e.Kind == Purchase && e.Partner == "" && !f.Faulty("body.partner") {
		f.Refuse("body.partner", words.Say("goods.input.partner", "请填写供货单位。"))
	}
	if e.Quantity == 0 && !f.Faulty("body.quantity") {
		f.Refuse("body.quantity", words.Say("goods.input.quantity", "请填写数量。"))
	}
	switch {
	case e.Verdict != "accepted" && e.Verdict != "rejected":
		f.Refuse("body.verdict", words.Say("goods.input.verdict", "请选择合格或不合格。"))
	case e.Verdict == "rejected" && e.Note == "" && !f.Faulty("body.note"):
		f.Refuse("body.note", words.Say("goods.input.rejected", "请写明哪里不合格、货物怎么处理的。"))
	}
	return e
}

// thousandths reads a quantity with at most three decimals.
func thousandths(f *enterprise.Form, pointer string, q float64) int64 {
	n := math.Round(q * 1000)
	switch {
	case math.IsNaN(q) || q < 0 || q > 1e9:
		f.Refuse(pointer, words.Say("goods.input.quantity_range", "数量应大于0，且不超过10亿。"))
		return 0
	case math.Abs(q*1000-n) > 1e-3:
		f.Refuse(pointer, words.Say("goods.input.decimals", "数量最多三位小数。"))
		return 0
	}
	return int64(n)
}

// unique leaves out photos that are named twice.
func unique(sha []string) []string {
	all := []string{}
	for _, one := range sha {
		if !slices.Contains(all, one) {
			all = append(all, one)
		}
	}
	return all
}

// Commission is a contract by which one makes for another.
type Commission struct {
	ID       id.ID
	Fields   api.CommissionFields
	From     clock.Day
	Until    clock.Day
	By       id.ID
	Name     string
	At       time.Time
	EndedAt  *time.Time
	EndedWhy string
}

// State is how the contract stands on a day.
func (c Commission) State(today clock.Day) string {
	switch {
	case c.EndedAt != nil:
		return "ended"
	case c.Until.Before(today):
		return "over"
	case c.From.After(today):
		return "coming"
	}
	return "running"
}

// Suspicion is a report of doubtful goods; Receipt and Outcome are nil until
// they came.
type Suspicion struct {
	ID               id.ID
	Fields           api.SuspicionFields
	Quantity         int64
	By               id.ID
	Name             string
	At, Due          time.Time
	Seq              uint64
	Receipt, Outcome *Step
}

// Step is what followed a report.
type Step struct {
	Outcome    string
	Note       string
	Photos     []string
	Agency     id.ID
	AgencyName string
	By         id.ID
	Name       string
	At         time.Time
}

// State is how far a report has come.
func (s Suspicion) State() string {
	switch {
	case s.Outcome != nil:
		return "handled"
	case s.Receipt != nil:
		return "receipted"
	}
	return "reported"
}

var (
	kindWords    = map[string]string{"price": "进货价格明显偏低", "source": "来源难以追溯", "counterfeit": "疑似假冒伪劣"}
	outcomeWords = map[string]string{"returned": "退回供货方", "destroyed": "销毁", "handed_over": "移交监管部门", "cleared": "核实无误，恢复销售", "other": "其他"}
	verdictWords = map[string]string{"accepted": "合格", "rejected": "不合格"}
)

// How a contract is called by what the enterprise is in it, and by its state.
var (
	CommissionRoles  = map[string]string{"principal": "委托方", "agent": "受托方"}
	CommissionStates = map[string]string{"coming": "未开始", "running": "履行中", "over": "已到期", "ended": "已终止"}
)
