package notice

import (
	"context"
	"errors"
	"net"
	"strings"
	"time"

	"github.com/wneessen/go-mail"

	"zhize/internal/platform/words"
)

// SMTP is the operator's mail server.
type SMTP struct {
	Host     string
	Port     int
	User     string
	Password string
	From     string
	// TLS is starttls, implicit or none.
	TLS string
}

// mail hands a letter to the mail server. The message's id is made of the
// delivery's, so that a repetition is one message in the mailbox.
func (s *Service) mail(ctx context.Context, l letter) result {
	c := s.options.SMTP
	if c.Host == "" {
		return result{outcome: refused, answer: words.Say("notice.answer.no_mail", "本系统未开通邮件")}
	}
	m := mail.NewMsg()
	if err := errors.Join(m.From(c.From), m.To(l.to)); err != nil {
		return result{outcome: refused, answer: words.Say("notice.answer.mail_address", "邮箱地址不正确")}
	}
	m.Subject(l.subject)
	m.SetMessageIDWithValue(l.id + "@" + domain(c.From))
	m.SetDateWithValue(l.at)
	m.SetGenHeader("X-Zhize-Delivery", l.id)
	m.SetGenHeader("Auto-Submitted", "auto-generated")
	m.SetBodyString(mail.TypeTextPlain, l.text)
	options := []mail.Option{mail.WithPort(c.Port), mail.WithTimeout(patience)}
	switch c.TLS {
	case "none":
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	case "implicit":
		options = append(options, mail.WithSSL())
	default:
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	}
	if c.User != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(c.User), mail.WithPassword(c.Password))
	}
	client, err := mail.NewClient(c.Host, options...)
	if err != nil {
		return result{outcome: failed, answer: words.Say("notice.answer.mail_setup", "邮件服务器设置有误")}
	}
	ctx, cancel := context.WithTimeout(ctx, 2*patience)
	defer cancel()
	if err := client.DialWithContext(ctx); err != nil {
		return result{outcome: failed, answer: unreached(err)}
	}
	err = client.Send(m)
	_ = client.Close() // the answer is known
	var send *mail.SendError
	switch {
	case err == nil:
		return result{outcome: accepted, answer: words.Own("250 " + m.ServerResponse())}
	case errors.As(err, &send) && !send.IsTemp() && send.ErrorCode() >= 500:
		return result{outcome: refused, answer: words.Own(send.Error())}
	}
	return result{outcome: failed, answer: words.Own(err.Error()), after: time.Minute}
}

// unreached tells why without telling where.
func unreached(err error) words.Sentence {
	var at *net.OpError
	if errors.As(err, &at) && at.Err != nil {
		return words.Say("notice.answer.mail_unreached", "邮件服务器无法连接：{why}", "why", at.Err.Error())
	}
	return words.Own(err.Error())
}

func domain(address string) string {
	address = strings.Trim(address[strings.LastIndex(address, "<")+1:], "> ")
	return address[strings.LastIndex(address, "@")+1:]
}
