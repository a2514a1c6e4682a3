package regulator

import (
	"context"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// Refusals about an agency's people.
var (
	errMemberNotFound = fault.New(fault.NotFound, "regulator.member.not_found", "没有找到该人员，或者其不在本机构辖区内。")
	errMemberExists   = fault.New(fault.Conflict, "regulator.member.exists", "该人员在该机构已有这个角色，无需重复添加。")
	errMemberSelf     = fault.New(fault.Conflict, "regulator.member.self", "不能移除自己，请由上级机构或本机构其他负责人办理。")
)

// ListMembers lists the people of the agency and of those below.
func (s *Service) ListMembers(ctx context.Context, g access.Grant, _ *api.InAgency) (*api.MembersOutput, error) {
	out := &api.MembersOutput{}
	out.Body.Items = []api.Member{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := membersOfArea(tx)
		for _, r := range rows {
			out.Body.Items = append(out.Body.Items, api.Member{
				ID: string(r.ID), Account: string(r.AccountID), Name: r.Name, Login: r.Login,
				Agency: string(r.AgencyID), AgencyName: r.AgencyName, Role: r.Role, From: r.FromAt.UTC(),
			})
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// AddMember gives a person a role in the chief's own agency or in one below it.
func (s *Service) AddMember(ctx context.Context, g access.Grant, in *api.AddMemberInput) (*api.NewAccountOutput, error) {
	agency, err := id.Parse(in.Body.Agency)
	if err != nil {
		return nil, errAgencyOutside.Because(err)
	}
	out := &api.NewAccountOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		a, found, err := agencyOf(tx, agency)
		if err != nil {
			return err
		}
		if !found || !covers(g.Scope(), a.Path) {
			return errAgencyOutside
		}
		account, initial, err := s.accounts.JoinAgency(tx, a.ID, a.Name, access.Role(in.Body.Role), in.Body.Login, in.Body.Name)
		if err != nil {
			return err
		}
		// The new membership stands already; another beside it is one too many.
		n, err := timesHeld(tx, account, a.ID, in.Body.Role)
		if err != nil {
			return err
		}
		if n > 1 {
			return errMemberExists
		}
		out.Body.Account, out.Body.Login, out.Body.InitialPassword = string(account), in.Body.Login, initial
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// EndMember ends a membership of the area now. What the person has done stays.
func (s *Service) EndMember(ctx context.Context, g access.Grant, in *api.EndMemberInput) error {
	membership, err := id.Parse(in.Member)
	if err != nil {
		return errMemberNotFound.Because(err)
	}
	return s.db.Write(ctx, g, func(tx *db.Tx) error {
		m, found, err := memberOfArea(tx, membership)
		if err != nil {
			return err
		}
		if !found {
			return errMemberNotFound
		}
		if m.AccountID == g.Actor().Account {
			return errMemberSelf
		}
		return s.accounts.LeaveAgency(tx, m.ID, m.AgencyID)
	})
}
