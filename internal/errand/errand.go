package errand

import (
	"context"
	"encoding/json"
	"time"

	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrNotFound  = fault.New(fault.NotFound, "errand.not_found", "没有找到这项后台任务。它可能已过期删除，请重新发起。")
	ErrIDTaken   = fault.New(fault.Conflict, "errand.id_taken", "这个编号已用于另一项后台任务，请刷新后重新发起。")
	ErrTooMany   = fault.New(fault.Conflict, "errand.too_many", "您还有同类任务没有完成，请等它们完成或取消后再发起。")
	ErrOver      = fault.New(fault.Conflict, "errand.over", "这项任务已经结束，不能取消。")
	ErrNoResult  = fault.New(fault.Conflict, "errand.no_result", "这项任务还没有完成，请稍候再下载。")
	ErrGone      = fault.New(fault.Gone, "errand.gone", "结果文件已过期删除，请重新发起。")
	ErrBadEnding = fault.New(fault.Invalid, "errand.failed", "任务没有办成，已通知系统维护人员。请稍后重新发起；若仍不成功，请联系服务提供者。")
	ErrLostPost  = fault.New(fault.Forbidden, "errand.lost_post", "任务执行时，发起人已不担任有权办理此事的职务，任务没有执行。请由现任人员重新发起。")
)

// State is how far an errand has come.
type State string

// The states.
const (
	Queued    State = "queued"
	Running   State = "running"
	Done      State = "done"
	Failed    State = "failed"
	Cancelled State = "cancelled"
)

const (
	// kept is how long a result can be downloaded.
	kept = 7 * 24 * time.Hour
	// lease is how long a worker may be silent before it is taken for dead.
	lease = 20 * time.Second
	// attempts are made before an errand that breaks is given up.
	attempts = 4
	// crashes are forgiven besides: the last hand may have died of the errand.
	crashes = 4
	// waiting is how many unfinished errands of a kind one person may have in
	// one enterprise.
	waiting = 3
)

// Kind is a sort of errand. App registers them.
type Kind struct {
	// Name is stable: rows carry it.
	Name string
	// Permission is what who asks must hold, when he asks, when it runs, and
	// whoever sees it or its result.
	Permission access.Permission
	// Area is what an agency's person must hold to ask for it about an
	// enterprise of the area; empty if agencies do not ask for it.
	Area access.Permission
	// Admit, if there is one, decides further who may, in a transaction of the one
	// enterprise, wherever the permission is asked.
	Admit func(tx *db.Tx) (bool, error)
	// Run does it. A fault is told to who asked, any other error is tried again.
	// It may be called again after a crash, and must do no harm then.
	Run func(ctx context.Context, r *Run) error
}

// permission is what somebody acting so must hold.
func (k Kind) permission(a access.Actor) access.Permission {
	if a.Agency != id.Nil {
		return k.Area
	}
	return k.Permission
}

// Asked is what somebody asks for.
type Asked struct {
	// ID is minted by the client: asking again gives the first answer.
	ID   id.ID
	Kind string
	// Title says in Chinese what it is, as "迎检自证包 2026-01-01 至 2026-06-30".
	Title string
	// Params are kept as JSON and given to Run.
	Params any
}

// canonical is the JSON of the parameters.
func (a Asked) canonical() (string, error) {
	b, err := json.Marshal(a.Params)
	return string(b), err
}
