package reference

import (
	"fmt"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
)

type yearRow struct {
	Year     int `gorm:"primaryKey;autoIncrement:false"`
	Source   string
	LoadedAt time.Time
}

func (yearRow) TableName() string { return "calendar_years" }

type dayRow struct {
	Day  clock.Day `gorm:"primaryKey"`
	Kind string
	Name string
	Year int
}

func (dayRow) TableName() string { return "calendar_days" }

// LoadCalendar returns the calendar of the embedded notices and of those that
// an administrator imported.
func LoadCalendar(tx *db.Tx) (*clock.Calendar, error) {
	var years []yearRow
	if err := tx.SQL().Order("year").Find(&years).Error; err != nil {
		return nil, fmt.Errorf("read imported calendar years: %w", err)
	}
	if len(years) == 0 {
		return embedded, nil
	}
	var days []dayRow
	if err := tx.SQL().Order("day").Find(&days).Error; err != nil {
		return nil, fmt.Errorf("read imported calendar days: %w", err)
	}
	imported := make([]Notice, len(years))
	for i, y := range years {
		imported[i] = Notice{Year: y.Year, Source: y.Source}
		for _, d := range days {
			if d.Year == y.Year {
				imported[i].Days = append(imported[i].Days, clock.CalendarDay{Date: d.Day, Kind: clock.CalendarKind(d.Kind), Name: d.Name, Source: y.Source})
			}
		}
	}
	return Calendar(imported...), nil
}

var embedded = Calendar()

// Import keeps a notice; one of the same year is replaced.
func Import(tx *db.Tx, n Notice) error {
	if err := tx.SQL().Where("year = ?", n.Year).Delete(&dayRow{}).Error; err != nil {
		return fmt.Errorf("replace days of %d: %w", n.Year, err)
	}
	if err := tx.SQL().Where("year = ?", n.Year).Delete(&yearRow{}).Error; err != nil {
		return fmt.Errorf("replace year %d: %w", n.Year, err)
	}
	if err := tx.SQL().Create(&yearRow{Year: n.Year, Source: n.Source, LoadedAt: tx.Now()}).Error; err != nil {
		return fmt.Errorf("insert year %d: %w", n.Year, err)
	}
	rows := make([]dayRow, len(n.Days))
	for i, d := range n.Days {
		rows[i] = dayRow{Day: d.Date, Kind: string(d.Kind), Name: d.Name, Year: n.Year}
	}
	if err := tx.SQL().Create(&rows).Error; err != nil {
		return fmt.Errorf("insert days of %d: %w", n.Year, err)
	}
	return nil
}
