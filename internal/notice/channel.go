package notice

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"time"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
)

// mostChannels bounds an enterprise's ways out.
const mostChannels = 10

// ListChannels shows the enterprise's robots and webhooks, addresses masked.
func (s *Service) ListChannels(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.ChannelsOutput, error) {
	var out *api.ChannelsOutput
	err := s.db.Read(ctx, g, func(tx *db.Tx) (err error) {
		out, err = channelList(tx)
		return err
	})
	return out, err
}

func channelList(tx *db.Tx) (*api.ChannelsOutput, error) {
	rows, err := channels(tx)
	if err != nil {
		return nil, err
	}
	out := &api.ChannelsOutput{}
	out.Body.Items = []api.NoticeChannel{}
	for _, r := range rows {
		out.Body.Items = append(out.Body.Items, api.NoticeChannel{
			ID: string(r.ID), Kind: r.Kind, Name: r.Name, Address: r.Hint, HasSecret: r.SecretCipher != nil, Enabled: r.Enabled, MadeAt: r.MadeAt.UTC(),
		})
	}
	return out, nil
}

// PutChannel makes a channel or changes it. Absent address or secret stays as it is.
func (s *Service) PutChannel(ctx context.Context, g access.Grant, in *api.PutChannelInput) (*api.ChannelsOutput, error) {
	channel, err := id.Parse(in.Channel)
	if err != nil {
		return nil, ErrChannelNotFound
	}
	var out *api.ChannelsOutput
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		row, found, err := channelOf(tx, tx.Enterprise(), channel)
		if err != nil {
			return err
		}
		if !found {
			have, err := channels(tx)
			if err != nil {
				return err
			}
			if len(have) >= mostChannels {
				return ErrChannelMany
			}
			row = channelRow{ID: channel, Kind: in.Body.Kind, MadeBy: tx.Actor().Account, MadeAt: tx.Now()}
		}
		if err := s.fill(&row, tx.Enterprise(), in); err != nil {
			return err
		}
		if err := putChannel(tx, row, found); err != nil {
			return err
		}
		out, err = channelList(tx)
		return err
	})
	return out, err
}

// fill checks what was entered and seals what is secret.
func (s *Service) fill(row *channelRow, enterprise id.ID, in *api.PutChannelInput) error {
	bad := ErrChannelForm
	row.Name, row.Enabled = strings.TrimSpace(in.Body.Name), in.Body.Enabled
	if row.Name == "" {
		bad = bad.For("body.name", words.Say("notice.channel.name", "请填写渠道名称，例如“质量群”。"))
	}
	if in.Body.Kind != row.Kind {
		bad = bad.For("body.kind", words.Say("notice.channel.kind", "渠道类型不能修改，请另建一个渠道。"))
	}
	address, secret := strings.TrimSpace(in.Body.Address), strings.TrimSpace(in.Body.Secret)
	switch {
	case address == "" && row.AddressCipher == nil:
		bad = bad.For("body.address", words.Say("notice.channel.address", "请填写机器人或接收方的完整地址（https://…）。"))
	case address != "" && checkAddress(address, s.options.Inside) != nil:
		bad = bad.For("body.address", words.Say("notice.channel.address_public", "地址不正确：请填写 https:// 开头的公网地址，不能是内网地址、本机地址，也不能带用户名。"))
	}
	if row.Kind == Webhook && secret == "" && row.SecretCipher == nil {
		bad = bad.For("body.secret", words.Say("notice.channel.secret", "请填写签名密钥（至少 16 位），接收方用它核对消息确由本系统发出。"))
	}
	if row.Kind == Webhook && secret != "" && len(secret) < 16 {
		bad = bad.For("body.secret", words.Say("notice.channel.secret_short", "签名密钥至少 16 位。"))
	}
	if len(bad.Fields) > 0 {
		return bad
	}
	var err error
	if address != "" {
		u, parseErr := url.Parse(address)
		if parseErr != nil {
			return ErrChannelForm.At("body.address", "")
		}
		row.Hint = u.Scheme + "://" + u.Host + "/…"
		if row.AddressCipher, err = s.seal.Seal(address, channelPlace("address", enterprise, row.ID)); err != nil {
			return fmt.Errorf("seal address: %w", err)
		}
	}
	if secret != "" {
		if row.SecretCipher, err = s.seal.Seal(secret, channelPlace("secret", enterprise, row.ID)); err != nil {
			return fmt.Errorf("seal secret: %w", err)
		}
	}
	return nil
}

func channelPlace(field string, enterprise, channel id.ID) string {
	return "notice_channels." + field + "/" + string(enterprise) + "/" + string(channel)
}

// open reads a channel's address and secret.
func (s *Service) open(c channelRow) (address, secret string, err error) {
	if address, err = s.seal.Open(c.AddressCipher, channelPlace("address", id.ID(c.EnterpriseID), c.ID)); err != nil {
		return "", "", fmt.Errorf("open address: %w", err)
	}
	if c.SecretCipher != nil {
		if secret, err = s.seal.Open(c.SecretCipher, channelPlace("secret", id.ID(c.EnterpriseID), c.ID)); err != nil {
			return "", "", fmt.Errorf("open secret: %w", err)
		}
	}
	return address, secret, nil
}

// RemoveChannel ends a channel; what was sent by it stays in the log.
func (s *Service) RemoveChannel(ctx context.Context, g access.Grant, in *api.InChannel) (*api.Done, error) {
	channel, err := id.Parse(in.Channel)
	if err != nil {
		return nil, ErrChannelNotFound
	}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		_, found, err := channelOf(tx, tx.Enterprise(), channel)
		if err != nil {
			return err
		}
		if !found {
			return ErrChannelNotFound
		}
		return endChannel(tx, channel)
	})
	return &api.Done{}, err
}

// TestChannel sends a trial message and tells what the gateway answered. The trial
// is in the log like every sending.
func (s *Service) TestChannel(ctx context.Context, g access.Grant, in *api.InChannel) (*api.TestOutput, error) {
	channel, err := id.Parse(in.Channel)
	if err != nil {
		return nil, ErrChannelNotFound
	}
	var l letter
	var d deliveryRow
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		c, found, err := channelOf(tx, tx.Enterprise(), channel)
		if err != nil {
			return err
		}
		if !found {
			return ErrChannelNotFound
		}
		now, err := useChannel(tx, channel)
		if err != nil {
			return err
		}
		if !now {
			return ErrTooOften
		}
		name, err := enterpriseName(tx)
		if err != nil {
			return err
		}
		message := tx.NewID()
		l = letter{channel: c.Kind, subject: "【质责】测试消息", at: tx.Now(), text: "这是“" + name + "”的测试消息。收到即表示通知渠道“" + c.Name + "”可以使用，无需办理。\n"}
		if l.to, l.secret, err = s.open(c); err != nil {
			return err
		}
		// Nobody else sends it: its lease outlasts the trial, and then it has expired.
		d = deliveryRow{
			ID: tx.NewID(), OwnerID: tx.Enterprise(), MessageID: message, Channel: c.Kind, TargetID: channel, State: Dead, Urgency: string(Normal),
			Note: words.Say("notice.note.trial", "测试消息，未收到答复"), RunAt: tx.Now(), CreatedAt: tx.Now(), ExpiresAt: tx.Now(),
		}
		l.id = string(d.ID)
		return insertDeliveries(tx, []deliveryRow{d})
	})
	if err != nil {
		return nil, err
	}
	began := s.db.Clock().Now()
	r := s.send(ctx, l)
	took := s.db.Clock().Now().Sub(began)
	err = s.db.Write(context.WithoutCancel(ctx), g, func(tx *db.Tx) error {
		now := tx.Now()
		d.Tries, d.Note, d.SettledAt = 1, r.answer, &now
		if r.outcome == accepted {
			d.State = Sent
		}
		if err := insertAttempt(tx, attemptRow{DeliveryID: d.ID, ID: tx.NewID(), At: now, Outcome: r.outcome, Answer: r.answer, TookMs: took.Milliseconds()}); err != nil {
			return err
		}
		return settleOwn(tx, d)
	})
	if err != nil {
		return nil, err
	}
	return &api.TestOutput{Body: api.Tested{Accepted: r.outcome == accepted, Answer: r.answer.Text, AnswerSaid: api.Sentence(r.answer), TookMs: int(took / time.Millisecond)}}, nil
}
