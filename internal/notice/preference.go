package notice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhize/internal/platform/clock"
	"zhize/internal/platform/words"
)

// Preference is how a person wants to be told besides in his inbox.
type Preference struct {
	Email      string
	ByEmail    bool
	BySMS      bool
	QuietFrom  int // minutes after midnight
	QuietUntil int
	Slots      []int
}

// Standard is what a person who chose nothing gets: 08:00 and 16:00, quiet from
// 21:00 to 07:30.
var Standard = Preference{QuietFrom: 21 * 60, QuietUntil: 7*60 + 30, Slots: []int{8 * 60, 16 * 60}}

// slotStep is the grid on which slots lie, in minutes.
const slotStep = 30

// mostSlots is how many digests a day a person may ask for.
const mostSlots = 4

// Quiet reports whether the instant lies in the quiet hours, and when they end.
func (p Preference) Quiet(at time.Time) (until time.Time, quiet bool) {
	if p.QuietFrom == p.QuietUntil {
		return time.Time{}, false
	}
	day := clock.DayOf(at)
	minute := int(at.Sub(day.Start()) / time.Minute)
	switch {
	case p.QuietFrom < p.QuietUntil:
		return day.At(p.QuietUntil), minute >= p.QuietFrom && minute < p.QuietUntil
	case minute >= p.QuietFrom:
		return day.Add(1).At(p.QuietUntil), true
	}
	return day.At(p.QuietUntil), minute < p.QuietUntil
}

// check refuses what cannot be meant.
func (p Preference) check() error {
	bad := ErrPreference
	if len(p.Slots) > mostSlots {
		bad = bad.For("body.slots", words.Say("notice.preference.slots", "一天最多提醒 {n} 次。", "n", mostSlots))
	}
	for i, slot := range p.Slots {
		at := fmt.Sprintf("body.slots[%d]", i)
		if slot < 0 || slot >= 1440 || slot%slotStep != 0 {
			bad = bad.For(at, words.Say("notice.preference.slot", "提醒时间应为整点或半点。"))
			continue
		}
		if _, quiet := p.Quiet(clock.Day("2026-01-01").At(slot)); quiet {
			bad = bad.For(at, words.Say("notice.preference.quiet", "提醒时间落在免打扰时段内，请调整其中一个。"))
		}
	}
	if p.Email != "" && !plausible(p.Email) {
		bad = bad.For("body.email", words.Say("notice.preference.email", "请填写正确的邮箱地址，例如 name@example.com。"))
	}
	if p.ByEmail && p.Email == "" {
		bad = bad.For("body.email", words.Say("notice.preference.email_missing", "请先填写邮箱地址。"))
	}
	if len(bad.Fields) > 0 {
		return bad
	}
	return nil
}

// slotsText and slotsOf keep the slots in a column.
func slotsText(slots []int) string {
	words := make([]string, 0, len(slots))
	for _, s := range slices.Compact(slices.Sorted(slices.Values(slots))) {
		words = append(words, strconv.Itoa(s))
	}
	return strings.Join(words, ",")
}

// SlotsOf reads what [Preference] keeps in a column; it is empty for a person who
// wants no digests.
func SlotsOf(text string) []int {
	var slots []int
	for word := range strings.SplitSeq(text, ",") {
		if n, err := strconv.Atoi(word); err == nil {
			slots = append(slots, n)
		}
	}
	return slots
}

// plausible is a coarse look at an address; the mail server decides.
func plausible(address string) bool {
	name, host, ok := strings.Cut(address, "@")
	return ok && name != "" && strings.Contains(host, ".") && len(address) <= 200 &&
		!strings.ContainsAny(address, " \t\r\n\x00<>,;:\"()") && !strings.Contains(host, "@") && !strings.HasSuffix(host, ".")
}

// dialable is a coarse look at a number; the gateway decides.
func dialable(number string) bool {
	digits := strings.TrimPrefix(number, "+")
	return len(digits) >= 5 && len(digits) <= 20 && strings.Trim(digits, "0123456789") == ""
}

// maskedNumber shows the end of a number.
func maskedNumber(number string) string {
	if len(number) < 4 {
		return ""
	}
	return "***" + number[len(number)-4:]
}

// masked shows enough of an address for its owner to know it.
func masked(address string) string {
	name, host, ok := strings.Cut(address, "@")
	if !ok || name == "" {
		return ""
	}
	return string([]rune(name)[:1]) + "***@" + host
}
