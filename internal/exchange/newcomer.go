package exchange

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
)

// ErrNewcomer hides everybody for whom the import opened no account.
var ErrNewcomer = fault.New(fault.NotFound, "exchange.newcomer.not_found", "这次导入没有为这个人开通账号，请返回导入结果重新选择。")

// newcomer is a person for whom an import opened an account.
type newcomer struct {
	Account id.ID  `json:"account"`
	Name    string `json:"name"`
	Login   string `json:"login"`
}

func newcomersOf(text string) (all []newcomer, err error) {
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return nil, fmt.Errorf("decode newcomers: %w", err)
	}
	return all, nil
}

// IssuePassword issues the first password of a person for whom the import opened
// an account. It is asked for one by one when it is handed over: a file with the
// passwords of many would be passed around.
func (s *Service) IssuePassword(ctx context.Context, g access.Grant, in *api.IssuePasswordInput) (*api.IssuedPasswordOutput, error) {
	file, err := id.Parse(in.Import)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.IssuedPasswordOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		r, there, err := findImport(tx, file)
		if err == nil && !there {
			err = ErrNotFound
		}
		if err != nil {
			return err
		}
		all, err := newcomersOf(r.People)
		if err != nil {
			return err
		}
		n := slices.IndexFunc(all, func(one newcomer) bool { return string(one.Account) == in.Account })
		if n < 0 {
			return ErrNewcomer
		}
		out.Body.Name, out.Body.Login = all[n].Name, all[n].Login
		out.Body.InitialPassword, err = s.people.IssueInitial(tx, all[n].Account)
		if err != nil {
			return fmt.Errorf("issue the first password of %s: %w", all[n].Account, err)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
