package notice

import (
	"net/http"
	"time"

	"zhize/internal/platform/cipher"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
)

// Refusals.
var (
	ErrPreference = fault.New(fault.Invalid, "notice.preference.form",
		"提醒设置有误，请按提示修改后重试。")
	ErrNoEmail = fault.New(fault.Conflict, "notice.email.unavailable",
		"本系统未开通邮件提醒，请联系系统管理员。")
	ErrNoSMS = fault.New(fault.Conflict, "notice.sms.unavailable",
		"本系统未开通短信提醒，请联系系统管理员。")
	ErrNoPhone = fault.New(fault.Conflict, "notice.phone.missing",
		"您的账号没有登记手机号，不能开通短信提醒。")
	ErrChannelNotFound = fault.New(fault.NotFound, "notice.channel.not_found",
		"没有找到该通知渠道，请刷新后重试。")
	ErrChannelForm = fault.New(fault.Invalid, "notice.channel.form",
		"通知渠道设置有误，请按提示修改后重试。")
	ErrChannelMany = fault.New(fault.Conflict, "notice.channel.many",
		"一个单位最多设置 10 个通知渠道，请先删除不用的渠道。")
	ErrTooOften = fault.New(fault.Limited, "notice.channel.limited",
		"该渠道刚刚发送过消息，请几秒后再试。")
	ErrDeliveryNotFound = fault.New(fault.NotFound, "notice.delivery.not_found",
		"没有找到这条发送记录，请刷新后重试。")
	ErrNotDead = fault.New(fault.Conflict, "notice.delivery.not_dead",
		"只有发送失败（已停止重试）的消息可以重发，请刷新后查看最新状态。")
	ErrPage = fault.New(fault.Invalid, "notice.page",
		"翻页位置不正确，请回到第一页。")
)

// Options are what the operator decides.
type Options struct {
	// PublicURL is where the links lead.
	PublicURL string
	SMTP      SMTP
	SMSURL    string
	SMSToken  string
	// Inside lets tenants enter addresses of the inner network, for tests.
	Inside bool
	// Lease is how long a sender has before he is taken for dead; 0 means a minute.
	Lease time.Duration
}

// Service tells people.
type Service struct {
	db       *db.DB
	seal     *cipher.Sealer
	phones   Phones
	standing Standing
	options  Options
	// outward reaches what tenants enter, gateway what the operator does.
	outward, gateway *http.Client
}

// New makes the service.
func New(d *db.DB, seal *cipher.Sealer, phones Phones, o Options) *Service {
	if o.Lease == 0 {
		o.Lease = time.Minute
	}
	return &Service{db: d, seal: seal, phones: phones, options: o, outward: outward(o.Inside), gateway: outward(true)}
}

// Connect joins who knows what is still to be done. It is called once, while the
// program is assembled.
func (s *Service) Connect(standing Standing) { s.standing = standing }
