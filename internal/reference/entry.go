package reference

import "slices"

// EntryReason says why an enterprise was entered in the archive (录入原因, plan
// 三(三)). Sides are those to which the plan applies the reason.
type EntryReason struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Sides []Side `json:"sides"`
}

// AbnormalState says what became of an enterprise that no longer runs normally
// (异常状态). The plan asks for it and lists none: the list is our own. Final
// states end every duty.
type AbnormalState struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Final bool   `json:"final"`
}

var entry = decode[struct {
	EntryReasons   []EntryReason   `json:"entry_reasons"`
	AbnormalStates []AbnormalState `json:"abnormal_states"`
}]("entry.json")

// EntryReasons returns the reasons in the order of the plan.
func EntryReasons() []EntryReason { return slices.Clone(entry.EntryReasons) }

// IsEntryReason reports whether the code is one of the reasons.
func IsEntryReason(code string) bool {
	return slices.ContainsFunc(entry.EntryReasons, func(r EntryReason) bool { return r.Code == code })
}

// AbnormalStates returns the abnormal states.
func AbnormalStates() []AbnormalState { return slices.Clone(entry.AbnormalStates) }

// IsAbnormalState reports whether the code is one of the abnormal states.
func IsAbnormalState(code string) bool {
	return slices.ContainsFunc(entry.AbnormalStates, func(s AbnormalState) bool { return s.Code == code })
}
