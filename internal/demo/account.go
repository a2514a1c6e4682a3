package demo

// Password is that of every demo account. It keeps the rule for passwords.
const Password = "Zhize-demo-2026" //nolint:gosec // printed for everybody who starts a demo

// Account is a login that is shown to whoever tries the demo.
type Account struct {
	Login string `json:"login"`
	Role  string `json:"role"`
	Name  string `json:"name"`
	// Whose is the name of the enterprise or agency for which the person acts.
	Whose string `json:"whose"`
	// Side is enterprise or agency.
	Side string `json:"side"`
}

// Accounts has one login for every role; there are more people, and all have
// the same password.
var Accounts = []Account{
	{"anquanyuan", "质量安全员", "演示丙", factoryName, "enterprise"},
	{"zongjian", "质量安全总监", "演示乙", factoryName, "enterprise"},
	{"fuzeren", "主要负责人", "演示甲", factoryName, "enterprise"},
	{"daijieshou", "待接受任命的人员", "演示戊", factoryName, "enterprise"},
	{"dianzhu", "店主（一人兼任）", "张示例", shopName, "enterprise"},
	{"suoyuan", "监管人员", "演示监管一", "罗店市场监督管理所", "agency"},
	{"suozhang", "所长", "演示所长", "罗店市场监督管理所", "agency"},
	{"quju", "区局负责人", "演示区局", districtName, "agency"},
	{"shiju", "市局负责人", "演示市局", cityName, "agency"},
}

const (
	cityName     = "上海市市场监督管理局"
	districtName = "上海市宝山区市场监督管理局"
	factoryName  = "演示-罗店线缆厂"
	shopName     = "示例五金店（演示）"
)
