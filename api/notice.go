package api

import (
	"net/http"
	"time"
)

// Notices: the caller's inbox and how he is reminded, over all his enterprises; the
// enterprise's own channels, its log of deliveries, and its ladder of reminders.
var (
	ListNotices = declare[ListNoticesInput, NoticesOutput](Meta{
		ID: "listNotices", Method: http.MethodGet, Path: "/me/notices", Permission: "self",
		Summary: "The caller's inbox over all his enterprises, newest first, with how each was delivered",
	})
	CountNotices = declare[Nothing, UnreadOutput](Meta{
		ID: "countNotices", Method: http.MethodGet, Path: "/me/notices/unread", Permission: "self",
		Summary: "How many notices the caller has not read, 100 at most",
	})
	MarkNotices = declare[MarkNoticesInput, UnreadOutput](Meta{
		ID: "markNotices", Method: http.MethodPost, Path: "/me/notices/read", Permission: "self",
		Summary: "Mark notices as read; all of them if none is named",
	})
	ReadPreference = declare[Nothing, PreferenceOutput](Meta{
		ID: "readPreference", Method: http.MethodGet, Path: "/me/reminders", Permission: "self",
		Summary: "How the caller is reminded: channels, quiet hours, slots",
	})
	SetPreference = declare[SetPreferenceInput, PreferenceOutput](Meta{
		ID: "setPreference", Method: http.MethodPut, Path: "/me/reminders", Permission: "self",
		Summary: "Change how the caller is reminded",
	})
	ListChannels = declare[InEnterprise, ChannelsOutput](Meta{
		ID: "listChannels", Method: http.MethodGet, Path: "/enterprises/{enterprise}/channels", Permission: "notice.channel.read",
		Summary: "The enterprise's robots and webhooks; addresses masked, secrets never shown",
	})
	PutChannel = declare[PutChannelInput, ChannelsOutput](Meta{
		ID: "putChannel", Method: http.MethodPut, Path: "/enterprises/{enterprise}/channels/{channel}", Permission: "notice.channel.edit",
		Summary: "Make or change a robot or webhook",
	})
	RemoveChannel = declare[InChannel, Done](Meta{
		ID: "removeChannel", Method: http.MethodDelete, Path: "/enterprises/{enterprise}/channels/{channel}", Permission: "notice.channel.edit", Status: http.StatusNoContent,
		Summary: "End a robot or webhook",
	})
	TestChannel = declare[InChannel, TestOutput](Meta{
		ID: "testChannel", Method: http.MethodPost, Path: "/enterprises/{enterprise}/channels/{channel}/test", Permission: "notice.channel.edit",
		Summary: "Send a trial message and show what the gateway answered",
	})
	ListDeliveries = declare[ListDeliveriesInput, DeliveriesOutput](Meta{
		ID: "listDeliveries", Method: http.MethodGet, Path: "/enterprises/{enterprise}/deliveries", Permission: "notice.delivery.read",
		Summary: "What was sent to the enterprise's channels and people, with every attempt, newest first",
	})
	RetryDelivery = declare[RetryDeliveryInput, Done](Meta{
		ID: "retryDelivery", Method: http.MethodPost, Path: "/enterprises/{enterprise}/deliveries/{delivery}/retry", Permission: "notice.delivery.retry", Status: http.StatusNoContent,
		Summary: "Try a delivery again that was given up",
	})
	ReadLadder = declare[InEnterprise, LadderOutput](Meta{
		ID: "readLadder", Method: http.MethodGet, Path: "/enterprises/{enterprise}/ladder", Permission: "reminder.ladder.read",
		Summary: "Per kind of duty: when it is recalled and when an overdue one is taken to the director and the principal",
	})
	EditLadder = declare[EditLadderInput, LadderOutput](Meta{
		ID: "editLadder", Method: http.MethodPut, Path: "/enterprises/{enterprise}/ladder/{kind}", Permission: "reminder.ladder.edit",
		Summary: "Change one kind's rungs, or go back to the standard",
	})
)

// Notice is something that the caller was told.
type Notice struct {
	ID         string            `json:"id" format:"uuid"`
	Subject    string            `json:"subject"`
	Said       Sentence          `json:"said" doc:"The subject, for other languages"`
	Urgent     bool              `json:"urgent"`
	At         time.Time         `json:"at"`
	ReadAt     *time.Time        `json:"readAt,omitempty"`
	Paragraphs []NoticeParagraph `json:"paragraphs" doc:"One per enterprise"`
	Deliveries []Delivery        `json:"deliveries" doc:"By which other ways it went out"`
}

// NoticeParagraph is what a notice says about one enterprise.
type NoticeParagraph struct {
	Enterprise string       `json:"enterprise,omitempty"`
	Name       string       `json:"name"`
	Lines      []NoticeLine `json:"lines"`
	More       int          `json:"more,omitempty" doc:"How many lines were left out for length"`
}

// NoticeLine is one thing that a notice says; kind and subject lead to it.
type NoticeLine struct {
	Kind      string     `json:"kind"`
	Subject   string     `json:"subject,omitempty"`
	Day       string     `json:"day,omitempty"`
	Title     string     `json:"title"`
	TitleSaid Sentence   `json:"titleSaid" doc:"The title, for other languages; without a code the kind says what is asked"`
	Note      string     `json:"note,omitempty"`
	NoteSaid  Sentence   `json:"noteSaid" doc:"The note, for other languages"`
	Due       *time.Time `json:"due,omitempty"`
	Escalated bool       `json:"escalated" doc:"Another's duty, overdue"`
	Whose     string     `json:"whose,omitempty"`
}

// ListNoticesInput asks for the inbox.
type ListNoticesInput struct {
	Page
	Unread bool `query:"unread"`
}

// NoticesOutput is the inbox.
type NoticesOutput struct {
	Body struct {
		Items  []Notice `json:"items"`
		Unread int      `json:"unread" doc:"100 at most"`
		Next   string   `json:"next,omitempty"`
	}
}

// UnreadOutput is the number beside the bell.
type UnreadOutput struct {
	Body struct {
		Unread int `json:"unread" doc:"100 at most"`
	}
}

// MarkNoticesInput names notices.
type MarkNoticesInput struct {
	Body struct {
		IDs []string `json:"ids,omitempty" maxItems:"200" doc:"None: all"`
	}
}

// Preference is how a person is reminded besides in his inbox.
type Preference struct {
	Email        string `json:"email" doc:"Masked"`
	ByEmail      bool   `json:"byEmail"`
	BySMS        bool   `json:"bySms"`
	QuietFrom    int    `json:"quietFrom" doc:"Minutes after midnight; equal to quietUntil: no quiet hours"`
	QuietUntil   int    `json:"quietUntil"`
	Slots        []int  `json:"slots" doc:"When the digests come, minutes after midnight; none: no digests"`
	EmailOffered bool   `json:"emailOffered" doc:"The operator has set up e-mail"`
	SMSOffered   bool   `json:"smsOffered" doc:"The operator has set up SMS"`
	Phone        string `json:"phone" doc:"Masked; empty while the account has none"`
}

// PreferenceOutput is how the caller is reminded.
type PreferenceOutput struct{ Body Preference }

// SetPreferenceInput changes it.
type SetPreferenceInput struct {
	Body struct {
		Email      *string `json:"email,omitempty" maxLength:"200" doc:"Absent: as before; empty: none"`
		Phone      *string `json:"phone,omitempty" maxLength:"30" doc:"A mobile number, for reminding only. Absent: as before; empty: none"`
		ByEmail    bool    `json:"byEmail"`
		BySMS      bool    `json:"bySms"`
		QuietFrom  int     `json:"quietFrom" minimum:"0" maximum:"1439"`
		QuietUntil int     `json:"quietUntil" minimum:"0" maximum:"1439"`
		Slots      []int   `json:"slots" maxItems:"4" doc:"Full or half hours outside the quiet hours"`
	}
}

// NoticeChannel is a robot or webhook of the enterprise.
type NoticeChannel struct {
	ID        string    `json:"id" format:"uuid"`
	Kind      string    `json:"kind" enum:"wecom,dingtalk,feishu,webhook"`
	Name      string    `json:"name"`
	Address   string    `json:"address" doc:"Its host; the rest is a secret"`
	HasSecret bool      `json:"hasSecret"`
	Enabled   bool      `json:"enabled"`
	MadeAt    time.Time `json:"madeAt"`
}

// ChannelsOutput lists channels.
type ChannelsOutput struct {
	Body struct {
		Items []NoticeChannel `json:"items"`
	}
}

// InChannel names a channel.
type InChannel struct {
	InEnterprise
	Channel string `path:"channel" format:"uuid"`
}

// PutChannelInput makes or changes a channel.
type PutChannelInput struct {
	InEnterprise
	Channel string `path:"channel" format:"uuid" doc:"Minted by the client"`
	Body    struct {
		Kind    string `json:"kind" enum:"wecom,dingtalk,feishu,webhook"`
		Name    string `json:"name" minLength:"1" maxLength:"30"`
		Address string `json:"address,omitempty" maxLength:"1000" doc:"https only, no inner address; absent: as before"`
		Secret  string `json:"secret,omitempty" maxLength:"200" doc:"The robot's signing secret (DingTalk, Feishu) or the webhook's, at least 16 characters there; absent: as before"`
		Enabled bool   `json:"enabled"`
	}
}

// Tested is how a trial ended.
type Tested struct {
	Accepted   bool     `json:"accepted"`
	Answer     string   `json:"answer" doc:"What the gateway said"`
	AnswerSaid Sentence `json:"answerSaid" doc:"The answer, for other languages; without a code it is the gateway's own"`
	TookMs     int      `json:"tookMs"`
}

// TestOutput is how a trial ended.
type TestOutput struct{ Body Tested }

// Delivery is one message on one way.
type Delivery struct {
	ID          string     `json:"id" format:"uuid"`
	Channel     string     `json:"channel" enum:"email,sms,wecom,dingtalk,feishu,webhook"`
	ChannelName string     `json:"channelName,omitempty"`
	Person      string     `json:"person,omitempty"`
	Subject     string     `json:"subject,omitempty" doc:"Absent for a trial message"`
	SubjectSaid Sentence   `json:"subjectSaid" doc:"The subject, for other languages"`
	State       string     `json:"state" enum:"queued,sending,sent,failed,dead,suppressed" doc:"failed is tried again by itself, dead is not"`
	Tries       int        `json:"tries"`
	Note        string     `json:"note,omitempty" doc:"The last answer, or why it was not sent"`
	NoteSaid    Sentence   `json:"noteSaid" doc:"The note, for other languages"`
	At          time.Time  `json:"at"`
	NextAt      *time.Time `json:"nextAt,omitempty"`
	Attempts    []Attempt  `json:"attempts"`
}

// Attempt is one sending and what the gateway said.
type Attempt struct {
	At         time.Time `json:"at"`
	Outcome    string    `json:"outcome" enum:"accepted,refused,failed"`
	Answer     string    `json:"answer"`
	AnswerSaid Sentence  `json:"answerSaid" doc:"The answer, for other languages; without a code it is the gateway's own"`
	TookMs     int       `json:"tookMs"`
}

// ListDeliveriesInput asks for the log.
type ListDeliveriesInput struct {
	InEnterprise
	Page
	State string `query:"state" enum:"queued,sending,sent,failed,dead,suppressed"`
}

// DeliveriesOutput is the log.
type DeliveriesOutput struct {
	Body struct {
		Items []Delivery `json:"items"`
		Next  string     `json:"next,omitempty"`
	}
}

// RetryDeliveryInput names a delivery.
type RetryDeliveryInput struct {
	InEnterprise
	Delivery string `path:"delivery" format:"uuid"`
}

// Rung is how one kind of duty is recalled. Hours; -1 means never.
type Rung struct {
	Kind      string `json:"kind" doc:"The obligation's kind, or what its kind begins with; other stands for all that are not named"`
	Soon      int    `json:"soon" doc:"Hours before the deadline from which it is recalled; the daily check is recalled at the last slot before its deadline"`
	Director  int    `json:"director" doc:"Hours overdue after which the director is told"`
	Principal int    `json:"principal" doc:"Hours overdue after which the principal is told"`
	Until     int    `json:"until" doc:"Hours overdue after which nobody is reminded any more"`
	Standard  bool   `json:"standard" doc:"As the product proposes"`
}

// LadderOutput lists the rungs.
type LadderOutput struct {
	Body struct {
		Items []Rung `json:"items"`
	}
}

// EditLadderInput changes one kind.
type EditLadderInput struct {
	InEnterprise
	Kind string `path:"kind" maxLength:"40"`
	Body struct {
		Standard  bool `json:"standard,omitempty" doc:"Go back to the standard; the rest is ignored"`
		Soon      int  `json:"soon,omitempty" minimum:"0" maximum:"720"`
		Director  int  `json:"director,omitempty" minimum:"-1" maximum:"2160"`
		Principal int  `json:"principal,omitempty" minimum:"-1" maximum:"2160"`
		Until     int  `json:"until,omitempty" minimum:"0" maximum:"4320"`
	}
}
