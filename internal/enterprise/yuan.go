package enterprise

import (
	"fmt"
	"strconv"
	"strings"

	"zhize/internal/platform/fault"
)

// Yuan is an amount in whole 元. People and the wire speak of 万元 with two
// decimals, which is 100 元.
type Yuan int64

// Wan is one 万元, as in 600 * Wan.
const Wan Yuan = 10_000

// ErrRevenueMalformed refuses an amount that is not one of 万元.
var ErrRevenueMalformed = fault.New(fault.Invalid, "enterprise.revenue.malformed",
	"营业收入请以万元填写，最多两位小数，不小于0，如600或99.50。")

// mostWan keeps a revenue within what an int64 of 元 holds, with room to add.
const mostWan = 1_000_000_000_000

// ParseWan reads an amount in 万元 with at most two decimals, such as "600" or
// "99.50".
func ParseWan(s string) (Yuan, error) {
	whole, cents, found := strings.Cut(strings.TrimSpace(s), ".")
	if whole == "" || len(whole) > 13 || len(cents) > 2 || found && cents == "" ||
		strings.Trim(whole+cents, "0123456789") != "" {
		return 0, ErrRevenueMalformed
	}
	w, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || w > mostWan {
		return 0, ErrRevenueMalformed
	}
	c, err := strconv.ParseInt((cents + "00")[:2], 10, 64)
	if err != nil {
		return 0, ErrRevenueMalformed
	}
	return Yuan(w)*Wan + Yuan(c)*(Wan/100), nil
}

// Wan writes the amount in 万元, exactly and without needless noughts, as
// "600" or "99.5".
func (y Yuan) Wan() string {
	sign := ""
	if y < 0 {
		sign, y = "-", -y
	}
	s := fmt.Sprintf("%s%d.%04d", sign, y/Wan, y%Wan)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
