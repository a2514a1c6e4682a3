package api

import (
	"net/http"
	"time"
)

// Advice: 意见建议 and 否决建议 (Article 4 of Orders 75 and 76). An officer or
// director raises it, the principal must answer it in writing. There is no
// operation of the authority here: it sees advice only inside a named
// inspection or case.
var (
	ListAdvices = declare[ListAdvicesInput, AdvicesOutput](Meta{
		ID: "listAdvices", Method: http.MethodGet, Path: "/enterprises/{enterprise}/advices", Permission: "advice.read",
		Summary: "Opinions and stop proposals: those that wait for their answer by deadline, then the others, newest first",
	})
	RaiseAdvice = declare[RaiseAdviceInput, AdviceOutput](Meta{
		ID: "raiseAdvice", Method: http.MethodPut, Path: "/enterprises/{enterprise}/advices/{advice}", Permission: "advice.raise",
		Summary: "Raise 意见建议 or 否决建议; sealed. Repeating the id repeats the answer. Who is the principal himself decides instead, and is told so",
	})
	ReadAdvice = declare[ReadAdviceInput, AdviceOutput](Meta{
		ID: "readAdvice", Method: http.MethodGet, Path: "/enterprises/{enterprise}/advices/{advice}", Permission: "advice.read",
		Summary: "One opinion or stop proposal with every answer",
	})
	AnswerAdvice = declare[AnswerAdviceInput, AdviceOutput](Meta{
		ID: "answerAdvice", Method: http.MethodPut, Path: "/enterprises/{enterprise}/advices/{advice}/answers/{answer}", Permission: "advice.answer",
		Summary: "The principal adopts, adopts in part or refuses, with reasons; sealed. A later answer follows the former, both stay visible. Nobody answers his own advice",
	})
	WithdrawAdvice = declare[WithdrawAdviceInput, AdviceOutput](Meta{
		ID: "withdrawAdvice", Method: http.MethodPost, Path: "/enterprises/{enterprise}/advices/{advice}/withdrawal", Permission: "advice.raise",
		Summary: "Who raised it withdraws it with a reason, before it is answered; sealed",
	})
	ReadAdvicePaper = declare[ReadAdvicePaperInput, Blob](Meta{
		ID: "readAdvicePaper", Method: http.MethodGet, Path: "/enterprises/{enterprise}/advices/{advice}/paper", Permission: "advice.read", Media: "application/pdf",
		Summary: "《意见建议单》 or 《否决建议单》 as PDF, with both signatures",
	})
)

// AdviceGoods is a product that an advice is about.
type AdviceGoods struct {
	Product string `json:"product,omitempty" format:"uuid" doc:"Of the archive; absent where it is named by hand"`
	Name    string `json:"name" minLength:"1" maxLength:"60"`
	Batch   string `json:"batch,omitempty" maxLength:"100" doc:"Batches, serial numbers or days of production; absent means all"`
}

// AdviceFields is an advice as raised.
type AdviceFields struct {
	Kind    string        `json:"kind" enum:"opinion,stop" doc:"意见建议 or 否决建议"`
	Facts   string        `json:"facts" maxLength:"2000" doc:"What was found; at least 5 characters"`
	Goods   []AdviceGoods `json:"goods" maxItems:"20" doc:"Required in a stop proposal"`
	Actions []string      `json:"actions" maxItems:"4" enum:"stop_production,stop_sale,recall,other" doc:"Required in a stop proposal; empty in an opinion"`
	Wish    string        `json:"wish,omitempty" maxLength:"1000" doc:"What should be done, in words; required in an opinion and with other"`
	Photos  []string      `json:"photos" maxItems:"9" doc:"SHA-256 of photos already kept"`
	Former  string        `json:"former,omitempty" format:"uuid" doc:"The refused stop proposal that this one raises again with new facts"`
}

// RaiseAdviceInput raises an advice.
type RaiseAdviceInput struct {
	InEnterprise
	Advice string `path:"advice" format:"uuid" doc:"Minted by the client"`
	Body   struct {
		AdviceFields
		Declaration Declaration `json:"declaration"`
	}
}

// ListAdvicesInput asks for advices.
type ListAdvicesInput struct {
	InEnterprise
	Page
	Waiting bool `query:"waiting" doc:"Only those that wait for their answer"`
}

// AdviceEntry is an advice in a list.
type AdviceEntry struct {
	ID     string `json:"id" format:"uuid"`
	Number string `json:"number" doc:"As printed on its paper"`
	Day    string `json:"day" format:"date"`
	AdviceFields
	RaisedBy   string    `json:"raisedBy" format:"uuid"`
	RaisedName string    `json:"raisedName"`
	RaisedPost string    `json:"raisedPost" enum:"director,officer"`
	RaisedAt   time.Time `json:"raisedAt"`
	Due        time.Time `json:"due" doc:"The product's own deadline: 7 days, of a stop proposal 1 day"`
	State      string    `json:"state" enum:"waiting,answered,withdrawn"`
	Overdue    bool      `json:"overdue" doc:"逾期未答复: it waits and its deadline is over"`
	Late       bool      `json:"late" doc:"It was first answered after its deadline"`
	Outcome    string    `json:"outcome,omitempty" enum:"adopted,partly,refused" doc:"Of the latest answer"`
}

// AdvicesOutput lists advices.
type AdvicesOutput struct {
	Body struct {
		Items []AdviceEntry `json:"items"`
		Next  string        `json:"next,omitempty"`
	}
}

// Advice is an advice with its answers.
type Advice struct {
	AdviceEntry
	Signed      string            `json:"signed" enum:"hand,tap" doc:"How it was signed"`
	Answers     []AdviceAnswer    `json:"answers" doc:"Oldest first; the latest stands"`
	Withdrawal  *AdviceWithdrawal `json:"withdrawal,omitempty"`
	RaisedAgain []string          `json:"raisedAgain" doc:"Later proposals that refer to it"`
	MayAnswer   bool              `json:"mayAnswer" doc:"The caller may answer it now"`
	MayWithdraw bool              `json:"mayWithdraw"`
	MayRepeat   bool              `json:"mayRepeat" doc:"The caller may raise it again with new facts"`
}

// AdviceAnswer is an answer of the principal.
type AdviceAnswer struct {
	ID       string    `json:"id" format:"uuid"`
	Outcome  string    `json:"outcome" enum:"adopted,partly,refused"`
	Reason   string    `json:"reason,omitempty"`
	Measures string    `json:"measures,omitempty"`
	MetOn    string    `json:"metOn,omitempty" format:"date" doc:"The day of the analysis meeting (研判会)"`
	Name     string    `json:"name"`
	At       time.Time `json:"at"`
	Signed   string    `json:"signed" enum:"hand,tap"`
}

// AdviceWithdrawal is a withdrawal.
type AdviceWithdrawal struct {
	Reason string    `json:"reason"`
	At     time.Time `json:"at"`
}

// ReadAdviceInput names an advice.
type ReadAdviceInput struct {
	InEnterprise
	Advice string `path:"advice" format:"uuid"`
}

// ReadAdvicePaperInput names an advice and the format of its paper.
type ReadAdvicePaperInput struct {
	ReadAdviceInput
	PaperFormat
}

// AdviceOutput is an advice.
type AdviceOutput struct{ Body Advice }

// AnswerAdviceInput answers an advice.
type AnswerAdviceInput struct {
	InEnterprise
	Advice string `path:"advice" format:"uuid"`
	Answer string `path:"answer" format:"uuid" doc:"Minted by the client; repeating it repeats the answer"`
	Body   struct {
		Outcome     string      `json:"outcome" enum:"adopted,partly,refused"`
		Reason      string      `json:"reason,omitempty" maxLength:"2000" doc:"Required, at least 10 characters, unless it is adopted at once"`
		Measures    string      `json:"measures,omitempty" maxLength:"2000" doc:"What is done; required unless it is refused"`
		MetOn       string      `json:"metOn,omitempty" doc:"The day of the analysis meeting; required for a stop proposal, never in the future"`
		Declaration Declaration `json:"declaration"`
	}
}

// WithdrawAdviceInput withdraws an advice.
type WithdrawAdviceInput struct {
	InEnterprise
	Advice string `path:"advice" format:"uuid"`
	Body   struct {
		Reason string `json:"reason" maxLength:"500" doc:"At least 5 characters"`
	}
}
