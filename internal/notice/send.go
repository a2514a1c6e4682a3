package notice

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"zhize/internal/platform/words"
)

// The ways of being told besides the inbox.
const (
	Email    = "email"
	SMS      = "sms"
	WeCom    = "wecom"
	DingTalk = "dingtalk"
	Feishu   = "feishu"
	Webhook  = "webhook"
)

// letter is a message ready to be sent.
type letter struct {
	// id is the delivery's: a receiver knows a repetition by it.
	id      string
	channel string
	to      string // an e-mail address, a phone number or a URL
	secret  string
	subject string
	text    string
	at      time.Time
}

// result is how a sending ended.
type result struct {
	outcome string // accepted, refused for ever, or failed for now
	answer  words.Sentence
	after   time.Duration
}

const (
	accepted = "accepted"
	refused  = "refused"
	failed   = "failed"
)

// send hands the letter to its gateway.
func (s *Service) send(ctx context.Context, l letter) result {
	var r result
	switch l.channel {
	case Email:
		r = s.mail(ctx, l)
	case SMS:
		r = s.sms(ctx, l)
	default:
		address, head, body := l.envelope()
		got, err := post(ctx, s.outward, address, head, body)
		r = judge(l.channel, got, err)
	}
	if r.answer.Code == "" {
		r.answer = words.Own(l.shown(r.answer.Text))
	}
	return r
}

// shown is a gateway's answer for the log: whoever reads it learns neither the
// person's address nor the robot's key.
func (l letter) shown(answer string) string {
	for _, hidden := range []string{l.to, l.secret} {
		if hidden != "" {
			answer = strings.ReplaceAll(answer, hidden, "…")
		}
	}
	return clip(strings.Map(printable, strings.ToValidUTF8(answer, "?")), 300)
}

// envelope is the request in the form that the robot or webhook wants.
func (l letter) envelope() (address string, head http.Header, body []byte) {
	head = http.Header{"Idempotency-Key": {l.id}}
	said := l.subject + "\n" + l.text
	switch l.channel {
	case WeCom:
		body = encode(map[string]any{"msgtype": "text", "text": map[string]any{"content": clip(said, 600)}})
	case DingTalk:
		body = encode(map[string]any{"msgtype": "text", "text": map[string]any{"content": said}, "msgUuid": l.id})
		if l.secret != "" {
			ms := strconv.FormatInt(l.at.UnixMilli(), 10)
			join := "?"
			if strings.Contains(l.to, "?") {
				join = "&"
			}
			return l.to + join + "timestamp=" + ms + "&sign=" + url.QueryEscape(sign(l.secret, ms+"\n"+l.secret)), head, body
		}
	case Feishu:
		m := map[string]any{"msg_type": "text", "content": map[string]any{"text": said}, "uuid": l.id}
		if l.secret != "" {
			seconds := strconv.FormatInt(l.at.Unix(), 10)
			m["timestamp"], m["sign"] = seconds, sign(seconds+"\n"+l.secret, "")
		}
		body = encode(m)
	default:
		body = encode(map[string]any{"id": l.id, "subject": l.subject, "text": l.text, "at": l.at})
		seconds := strconv.FormatInt(l.at.Unix(), 10)
		head.Set("X-Zhize-Timestamp", seconds)
		head.Set("X-Zhize-Signature", Signature(l.secret, seconds, body))
	}
	return l.to, head, body
}

// Signature is what a webhook compares with X-Zhize-Signature.
func Signature(secret, timestamp string, body []byte) string {
	h := hmac.New(sha256.New, []byte(secret))
	h.Write([]byte(timestamp + "."))
	h.Write(body)
	return "v1=" + hex.EncodeToString(h.Sum(nil))
}

// sign is the HMAC-SHA256 in base64 that DingTalk and Feishu want.
func sign(key, data string) string {
	h := hmac.New(sha256.New, []byte(key))
	h.Write([]byte(data))
	return base64.StdEncoding.EncodeToString(h.Sum(nil))
}

func encode(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // texts and numbers only
	}
	return b
}

// judge says whether an answer is a yes. Robots say no with status 200 and a code.
func judge(channel string, a answer, err error) result {
	switch {
	case errors.Is(err, errAddress):
		return result{outcome: refused, answer: words.Say("notice.answer.address", "地址不允许访问（内网或非 https）")}
	case err != nil:
		return result{outcome: failed, answer: words.Own(err.Error())}
	}
	r := result{outcome: refused, answer: words.Own(fmt.Sprintf("%d %s", a.status, a.body)), after: a.after}
	switch {
	case a.status == http.StatusTooManyRequests, a.status == http.StatusRequestTimeout, a.status >= 500:
		r.outcome = failed
	case a.status >= 200 && a.status < 300:
		r.outcome = robot(channel, a.body)
	}
	return r
}

// robot reads the code in a robot's answer.
func robot(channel, body string) string {
	if channel == Webhook || channel == SMS {
		return accepted
	}
	var said struct {
		Errcode    *int `json:"errcode"`
		Code       *int `json:"code"`
		StatusCode *int `json:"StatusCode"`
	}
	if json.Unmarshal([]byte(body), &said) != nil {
		return failed
	}
	for _, code := range []*int{said.Errcode, said.Code, said.StatusCode} {
		switch {
		case code == nil:
		case *code == 0:
			return accepted
		case tooOften[*code]:
			return failed
		default:
			return refused
		}
	}
	return failed
}

// tooOften are the robots' codes for being asked too often or being busy: WeCom
// -1 and 45009, DingTalk 130101 and 410100, Feishu 9499, 11232 and 99991400.
var tooOften = map[int]bool{-1: true, 45009: true, 130101: true, 410100: true, 9499: true, 11232: true, 99991400: true}

// sms hands a letter to the operator's gateway.
func (s *Service) sms(ctx context.Context, l letter) result {
	if s.options.SMSURL == "" {
		return result{outcome: refused, answer: words.Say("notice.answer.no_sms", "本系统未开通短信")}
	}
	head := http.Header{"Idempotency-Key": {l.id}}
	if s.options.SMSToken != "" {
		head.Set("Authorization", "Bearer "+s.options.SMSToken)
	}
	got, err := post(ctx, s.gateway, s.options.SMSURL, head, encode(map[string]any{"id": l.id, "to": l.to, "text": l.text}))
	return judge(SMS, got, err)
}

func clip(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

func printable(r rune) rune {
	if r < ' ' || r == 0x7f {
		return ' '
	}
	return r
}
