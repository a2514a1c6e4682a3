package notice

import (
	"fmt"
	"time"

	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

type channelRow struct {
	EnterpriseID  db.Tenant
	ID            id.ID
	Kind          string
	Name          string
	AddressCipher []byte
	SecretCipher  []byte
	Hint          string
	Enabled       bool
	MadeBy        id.ID
	MadeAt        time.Time
	NextTurn      int64
	EndedAt       *time.Time
}

func (channelRow) TableName() string { return "notice_channels" }

// channels reads the enterprise's channels, the oldest first.
func channels(tx *db.Tx) ([]channelRow, error) {
	var rows []channelRow
	if err := tx.SQL().Where("ended_at IS NULL").Order("made_at, id").Find(&rows).Error; err != nil {
		return nil, fmt.Errorf("read channels: %w", err)
	}
	return rows, nil
}

// channelOf reads a channel of the enterprise that has not ended.
func channelOf(tx *db.Tx, enterprise, channel id.ID) (channelRow, bool, error) {
	var rows []channelRow
	err := tx.Query(&rows, "SELECT c.* FROM notice_channels c WHERE {scope:c} AND c.enterprise_id = ? AND c.id = ? AND c.ended_at IS NULL", enterprise, channel)
	if err != nil || len(rows) == 0 {
		return channelRow{}, false, err
	}
	return rows[0], true, nil
}

func putChannel(tx *db.Tx, row channelRow, found bool) error {
	if !found {
		if err := tx.SQL().Create(&row).Error; err != nil {
			return fmt.Errorf("insert channel %s: %w", row.ID, err)
		}
		return nil
	}
	err := tx.SQL().Model(&channelRow{}).Where("id = ?", row.ID).Updates(map[string]any{
		"name": row.Name, "enabled": row.Enabled, "hint": row.Hint, "address_cipher": row.AddressCipher, "secret_cipher": row.SecretCipher,
	}).Error
	if err != nil {
		return fmt.Errorf("change channel %s: %w", row.ID, err)
	}
	return nil
}

func endChannel(tx *db.Tx, channel id.ID) error {
	if err := tx.SQL().Model(&channelRow{}).Where("id = ?", channel).Update("ended_at", tx.Now()).Error; err != nil {
		return fmt.Errorf("end channel %s: %w", channel, err)
	}
	return nil
}

// WaysOf lists the channels in use of a range of enterprises: after < id ≤ up to.
func WaysOf(tx *db.Tx, after, upTo id.ID) ([]Way, error) {
	var ways []Way
	err := tx.Query(&ways, "SELECT c.enterprise_id AS enterprise, c.id, c.kind FROM notice_channels c WHERE {scope:c} AND c.enterprise_id > ? AND c.enterprise_id <= ? AND c.enabled AND c.ended_at IS NULL ORDER BY c.enterprise_id, c.id", after, upTo)
	if err != nil {
		return nil, fmt.Errorf("read channels of enterprises: %w", err)
	}
	return ways, nil
}
