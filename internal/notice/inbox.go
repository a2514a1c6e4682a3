package notice

import (
	"context"
	"fmt"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// List is the caller's inbox, over all his enterprises, newest first.
func (s *Service) List(ctx context.Context, g access.Grant, in *api.ListNoticesInput) (*api.NoticesOutput, error) {
	after, err := parsePlace(in.After)
	if err != nil {
		return nil, err
	}
	out := &api.NoticesOutput{}
	out.Body.Items = []api.Notice{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		account := tx.Actor().Account
		rows, err := inbox(tx, account, in.Unread, after, in.Limit+1)
		if err != nil {
			return err
		}
		if len(rows) > in.Limit {
			rows = rows[:in.Limit]
			last := rows[in.Limit-1]
			out.Body.Next = place{last.CreatedAt, last.ID}.String()
		}
		ids := make([]string, len(rows))
		for i, r := range rows {
			ids[i] = string(r.ID)
		}
		deliveries, err := deliveriesOf(tx, account, ids)
		if err != nil {
			return err
		}
		for _, r := range rows {
			n, err := r.wire()
			if err != nil {
				return err
			}
			for _, d := range deliveries[r.ID] {
				n.Deliveries = append(n.Deliveries, d.wire())
			}
			out.Body.Items = append(out.Body.Items, n)
		}
		out.Body.Unread, err = countUnread(tx, account)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Count is the number beside the bell.
func (s *Service) Count(ctx context.Context, g access.Grant) (*api.UnreadOutput, error) {
	out := &api.UnreadOutput{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out.Body.Unread, err = countUnread(tx, tx.Actor().Account)
		return err
	})
	return out, err
}

// Mark marks the caller's notices as read; all of them if none is named.
func (s *Service) Mark(ctx context.Context, g access.Grant, in *api.MarkNoticesInput) (*api.UnreadOutput, error) {
	out := &api.UnreadOutput{}
	err := s.db.Write(ctx, g, func(tx *db.Tx) (err error) {
		if err := markRead(tx, tx.Actor().Account, in.Body.IDs); err != nil {
			return err
		}
		out.Body.Unread, err = countUnread(tx, tx.Actor().Account)
		return err
	})
	return out, err
}

func (r noticeRow) wire() (api.Notice, error) {
	n := api.Notice{ID: string(r.ID), Subject: r.Subject.Text, Said: api.Sentence(r.Subject), Urgent: r.Urgency == string(Urgent), At: r.CreatedAt.UTC(), Deliveries: []api.Delivery{}}
	if r.ReadAt != nil {
		at := r.ReadAt.UTC()
		n.ReadAt = &at
	}
	all, err := readBody(r.Body, false)
	if err != nil {
		return n, err
	}
	n.Paragraphs = wireParagraphs(all)
	return n, nil
}

func wireParagraphs(all []Paragraph) []api.NoticeParagraph {
	out := make([]api.NoticeParagraph, len(all))
	for i, p := range all {
		out[i] = api.NoticeParagraph{Enterprise: string(p.Enterprise), Name: p.Name, More: p.More, Lines: make([]api.NoticeLine, len(p.Lines))}
		for k, l := range p.Lines {
			out[i].Lines[k] = api.NoticeLine{Kind: l.Kind, Subject: string(l.Subject), Day: string(l.Day), Title: l.Title.Text, TitleSaid: api.Sentence(l.Title), Note: l.Note.Text, NoteSaid: api.Sentence(l.Note), Due: l.Due, Escalated: l.Escalated, Whose: l.Whose}
		}
	}
	return out
}

// ReadPreference shows how the caller is reminded.
func (s *Service) ReadPreference(ctx context.Context, g access.Grant) (*api.PreferenceOutput, error) {
	var out *api.PreferenceOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = s.shown(tx)
		return err
	})
	return out, err
}

// SetPreference changes it.
func (s *Service) SetPreference(ctx context.Context, g access.Grant, in *api.SetPreferenceInput) (*api.PreferenceOutput, error) {
	var out *api.PreferenceOutput
	err := s.db.Write(ctx, g, func(tx *db.Tx) error {
		account := tx.Actor().Account
		row, found, err := preferenceOf(tx, account)
		if err != nil {
			return err
		}
		p, err := s.preference(row, found)
		if err != nil {
			return err
		}
		if in.Body.Email != nil {
			p.Email = *in.Body.Email
		}
		p.ByEmail, p.BySMS, p.QuietFrom, p.QuietUntil, p.Slots = in.Body.ByEmail, in.Body.BySMS, in.Body.QuietFrom, in.Body.QuietUntil, in.Body.Slots
		if err := p.check(); err != nil {
			return err
		}
		if in.Body.Phone != nil {
			number := strings.TrimSpace(*in.Body.Phone)
			if number != "" && !dialable(number) {
				return ErrPreference.For("body.phone", words.Say("notice.preference.phone", "请填写正确的手机号，例如 13800000000。"))
			}
			if err := s.phones.KeepPhone(tx, account, number); err != nil {
				return err
			}
		}
		if p.ByEmail && s.options.SMTP.Host == "" {
			return ErrNoEmail
		}
		if p.BySMS {
			if s.options.SMSURL == "" {
				return ErrNoSMS
			}
			number, err := s.phones.Phone(tx, account)
			if err != nil {
				return err
			}
			if number == "" {
				return ErrNoPhone.For("body.phone", words.Say("notice.preference.no_phone", "请先填写手机号。"))
			}
		}
		row = preferenceRow{AccountID: account, Email: p.ByEmail, SMS: p.BySMS, QuietFrom: p.QuietFrom, QuietUntil: p.QuietUntil, Slots: slotsText(p.Slots), ChangedAt: tx.Now()}
		if p.Email != "" {
			if row.EmailCipher, err = s.seal.Seal(p.Email, emailPlace(account)); err != nil {
				return fmt.Errorf("seal e-mail address: %w", err)
			}
		}
		if err := putPreference(tx, row); err != nil {
			return err
		}
		out, err = s.shown(tx)
		return err
	})
	return out, err
}

func emailPlace(account id.ID) string { return "notice_preferences.email/" + string(account) }

// preference reads a row; without one it is the standard.
func (s *Service) preference(row preferenceRow, found bool) (Preference, error) {
	if !found {
		return Standard, nil
	}
	p := Preference{ByEmail: row.Email, BySMS: row.SMS, QuietFrom: row.QuietFrom, QuietUntil: row.QuietUntil, Slots: SlotsOf(row.Slots)}
	if row.EmailCipher == nil {
		return p, nil
	}
	var err error
	p.Email, err = s.seal.Open(row.EmailCipher, emailPlace(row.AccountID))
	if err != nil {
		return p, fmt.Errorf("open e-mail address: %w", err)
	}
	return p, nil
}

// shown is the caller's preference with the address masked.
func (s *Service) shown(tx *db.Tx) (*api.PreferenceOutput, error) {
	account := tx.Actor().Account
	row, found, err := preferenceOf(tx, account)
	if err != nil {
		return nil, err
	}
	p, err := s.preference(row, found)
	if err != nil {
		return nil, err
	}
	number, err := s.phones.Phone(tx, account)
	if err != nil {
		return nil, err
	}
	out := &api.PreferenceOutput{Body: api.Preference{
		Email: masked(p.Email), ByEmail: p.ByEmail, BySMS: p.BySMS, QuietFrom: p.QuietFrom, QuietUntil: p.QuietUntil, Slots: p.Slots,
		EmailOffered: s.options.SMTP.Host != "", SMSOffered: s.options.SMSURL != "", Phone: maskedNumber(number),
	}}
	if out.Body.Slots == nil {
		out.Body.Slots = []int{}
	}
	return out, nil
}
