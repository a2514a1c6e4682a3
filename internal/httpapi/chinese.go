package httpapi

import "github.com/danielgtaylor/huma/v2/validation"

// speakChinese replaces the validator's messages that a person can meet.
func speakChinese() {
	validation.MsgUnexpectedProperty = "不认识的字段"
	validation.MsgExpectedRFC3339DateTime = "应为日期时间"
	validation.MsgExpectedRFC3339Date = "应为日期，如 2026-11-24"
	validation.MsgExpectedRFC4122UUID = "编号格式不正确"
	validation.MsgExpectedBoolean = "应为是或否"
	validation.MsgExpectedNumber = "应为数字"
	validation.MsgExpectedInteger = "应为整数"
	validation.MsgExpectedString = "应为文字"
	validation.MsgExpectedArray = "应为列表"
	validation.MsgExpectedObject = "应为一组字段"
	validation.MsgExpectedOneOf = "只能是“%s”之一"
	validation.MsgExpectedMinimumNumber = "不能小于 %v"
	validation.MsgExpectedMaximumNumber = "不能大于 %v"
	validation.MsgExpectedMinLength = "至少 %d 个字"
	validation.MsgExpectedMaxLength = "最多 %d 个字"
	validation.MsgExpectedMatchPattern = "格式应符合 %s"
	validation.MsgExpectedMinItems = "至少 %d 项"
	validation.MsgExpectedMaxItems = "最多 %d 项"
	validation.MsgExpectedRequiredProperty = "缺少必填的 %s"
}
