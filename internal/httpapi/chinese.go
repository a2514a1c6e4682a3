package httpapi

import (
	"strings"

	"github.com/danielgtaylor/huma/v2/validation"

	"zhize/api"
	"zhize/internal/platform/words"
)

// demands are what the validator wants of an input, where a person can meet it.
// A value goes where the text has its braces.
var demands = map[*string]words.Sentence{
	&validation.MsgUnexpectedProperty:       words.Say("request.field.unknown", "不认识的字段"),
	&validation.MsgExpectedRFC3339DateTime:  words.Say("request.field.instant", "应为日期时间"),
	&validation.MsgExpectedRFC3339Date:      words.Say("request.field.day", "应为日期，如 2026-11-24"),
	&validation.MsgExpectedRFC4122UUID:      words.Say("request.field.id", "编号格式不正确"),
	&validation.MsgExpectedBoolean:          words.Say("request.field.boolean", "应为是或否"),
	&validation.MsgExpectedNumber:           words.Say("request.field.number", "应为数字"),
	&validation.MsgExpectedInteger:          words.Say("request.field.integer", "应为整数"),
	&validation.MsgExpectedString:           words.Say("request.field.text", "应为文字"),
	&validation.MsgExpectedArray:            words.Say("request.field.list", "应为列表"),
	&validation.MsgExpectedObject:           words.Say("request.field.object", "应为一组字段"),
	&validation.MsgExpectedOneOf:            words.Say("request.field.choice", "只能是“{value}”之一", "value", "%s"),
	&validation.MsgExpectedMinimumNumber:    words.Say("request.field.least", "不能小于 {value}", "value", "%v"),
	&validation.MsgExpectedMaximumNumber:    words.Say("request.field.most", "不能大于 {value}", "value", "%v"),
	&validation.MsgExpectedMinLength:        words.Say("request.field.short", "至少 {value} 个字", "value", "%d"),
	&validation.MsgExpectedMaxLength:        words.Say("request.field.long", "最多 {value} 个字", "value", "%d"),
	&validation.MsgExpectedMatchPattern:     words.Say("request.field.pattern", "格式应符合 {value}", "value", "%s"),
	&validation.MsgExpectedMinItems:         words.Say("request.field.few", "至少 {value} 项", "value", "%d"),
	&validation.MsgExpectedMaxItems:         words.Say("request.field.many", "最多 {value} 项", "value", "%d"),
	&validation.MsgExpectedRequiredProperty: words.Say("request.field.required", "缺少必填的 {value}", "value", "%s"),
}

// speakChinese replaces the validator's messages.
func speakChinese() {
	for message, s := range demands {
		*message = s.Text
	}
}

// demand finds which of the demands the validator made: it gives only the text.
func demand(message string) api.Sentence {
	for _, s := range demands {
		verb, valued := s.Params["value"].(string)
		if !valued && s.Text == message {
			return api.Sentence(s)
		}
		before, after, _ := strings.Cut(s.Text, verb)
		if value, ok := strings.CutPrefix(message, before); valued && ok {
			if value, ok := strings.CutSuffix(value, after); ok {
				return api.Sentence{Code: s.Code, Text: message, Params: map[string]any{"value": value}}
			}
		}
	}
	return api.Sentence{Text: message}
}
