package document

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals.
var (
	ErrRange  = fault.New(fault.Invalid, "document.range", "起止日期不正确：结束日期应不早于开始日期，最长 400 天。请重新选择。")
	ErrFuture = fault.New(fault.Invalid, "document.future", "结束日期不能晚于今天，请重新选择。")
	ErrID     = fault.New(fault.Invalid, "document.id", "编号不正确，请刷新页面后重试。")
)

// longest is the longest range of a pack in days; the evidence bears no more.
const longest = 400

// KindPack is the errand that makes a pack.
const KindPack = "pack"

// Service makes packs.
type Service struct {
	db      *db.DB
	errands *errand.Service
	papers  *paper.Service
	on      Ports
}

// New makes the service and registers its errand.
func New(d *db.DB, e *errand.Service, papers *paper.Service, p Ports) *Service {
	s := &Service{db: d, errands: e, papers: papers, on: p}
	e.Register(errand.Kind{Name: KindPack, Permission: "document.pack", Area: "document.area.pack", Admit: s.admit, Run: s.pack})
	return s
}

// admit lets managers have packs, and whoever keeps the enterprise alone.
func (s *Service) admit(tx *db.Tx) (bool, error) {
	a := tx.Actor()
	if a.Agency != id.Nil || slices.ContainsFunc([]access.Role{access.Principal, access.Director}, a.Is) {
		return true, nil
	}
	sole, err := s.on.Posts.SoleKeeper(tx, a.Account)
	if err != nil {
		return false, fmt.Errorf("ask for the sole keeper: %w", err)
	}
	return sole, nil
}

// span is the days of a pack.
type span struct {
	From clock.Day `json:"from"`
	To   clock.Day `json:"to"`
}

func (s span) String() string { return string(s.From) + " 至 " + string(s.To) }

// compact writes a day for a file's name.
func compact(d clock.Day) string { return strings.ReplaceAll(string(d), "-", "") }

// parse reads a range.
func parse(from, to string, today clock.Day) (span, error) {
	a, err := clock.ParseDay(from)
	if err != nil {
		return span{}, ErrRange.At("body.from", "").Because(err)
	}
	b, err := clock.ParseDay(to)
	if err != nil {
		return span{}, ErrRange.At("body.to", "").Because(err)
	}
	switch {
	case b.Before(a) || b.Sub(a) > longest:
		return span{}, ErrRange.At("body.to", "")
	case b > today:
		return span{}, ErrFuture.At("body.to", "")
	}
	return span{a, b}, nil
}

// AskPack asks for a pack of the enterprise.
func (s *Service) AskPack(ctx context.Context, g access.Grant, in *api.AskPackInput) (*api.ErrandOutput, error) {
	out := &api.ErrandOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) (err error) {
		out.Body, err = s.ask(tx, in.Pack, in.Body)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// AskAreaPack asks for a pack of an enterprise of the agency's area; the errand
// writes down the look.
func (s *Service) AskAreaPack(ctx context.Context, g access.Grant, in *api.AskAreaPackInput) (*api.ErrandOutput, error) {
	owner, err := id.Parse(in.Enterprise)
	if err != nil {
		return nil, db.ErrEnterpriseNotFound
	}
	out := &api.ErrandOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		narrow, err := tx.For(owner)
		if err != nil {
			return err
		}
		out.Body, err = s.ask(narrow, in.Pack, in.Body)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

func (s *Service) ask(tx *db.Tx, text string, days api.PackDays) (api.Errand, error) {
	pack, err := id.Parse(text)
	if err != nil {
		return api.Errand{}, ErrID
	}
	span, err := parse(days.From, days.To, tx.Today())
	if err != nil {
		return api.Errand{}, err
	}
	return s.errands.Ask(tx, errand.Asked{ID: pack, Kind: KindPack, Title: "迎检自证包 " + span.String(), Params: span})
}
