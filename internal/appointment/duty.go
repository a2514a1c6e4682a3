package appointment

import (
	"fmt"
	"slices"
	"time"

	"zhize/api"
	"zhize/internal/platform/id"
	"zhize/internal/platform/words"
	"zhize/internal/reference"
)

// The marks of the duty matrix.
const (
	Lead    = "lead"    // ★主管
	Main    = "main"    // ●主相关
	Related = "related" // ○相关
)

func markOf(cells []api.DutyCell, item, account string) string {
	for _, c := range cells {
		if c.Item == item && c.Account == account {
			return c.Mark
		}
	}
	return ""
}

// ofItems keeps the cells of items that are on the list.
func ofItems(cells []api.DutyCell, items []api.RiskItem) []api.DutyCell {
	kept := []api.DutyCell{}
	for _, c := range cells {
		if slices.ContainsFunc(items, func(i api.RiskItem) bool { return i.ID == c.Item }) {
			kept = append(kept, c)
		}
	}
	return kept
}

// columns are the people in office by post, and behind them those who left and
// are still named.
func columns(roster Roster, cells []api.DutyCell, at time.Time) []api.DutyPerson {
	all := []api.DutyPerson{}
	add := func(account id.ID, name string, in bool) {
		if !slices.ContainsFunc(all, func(p api.DutyPerson) bool { return p.Account == string(account) }) {
			all = append(all, api.DutyPerson{Account: string(account), Name: name, Posts: Words(roster.Capacities(account, at)), InOffice: in})
		}
	}
	for _, post := range postOrder {
		for _, a := range roster.InPost(post, at) {
			add(a.Account, a.PersonName, true)
		}
	}
	for _, c := range cells {
		if a, ok := roster.Person(id.ID(c.Account)); ok {
			add(a.Account, a.PersonName, false)
		}
	}
	return all
}

// propose distributes the items on which nothing was set: who holds the item's
// post for its site leads, the other posts are related; where nobody holds the
// post, the next higher one leads.
func propose(items []api.RiskItem, cells []api.DutyCell, roster Roster, at time.Time) []api.DutyCell {
	proposed := []api.DutyCell{}
	for _, item := range items {
		if slices.ContainsFunc(cells, func(c api.DutyCell) bool { return c.Item == item.ID }) {
			continue
		}
		marks := map[string]string{}
		led := false
		for _, post := range climb(reference.Post(item.Post)) {
			for _, a := range roster.InPost(post, at) {
				if a.regular() && !led && (item.Site == "" || a.Covers(id.ID(item.Site))) {
					marks[string(a.Account)], led = Lead, true
				}
			}
		}
		for _, post := range postOrder {
			for _, a := range roster.InPost(post, at) {
				if !a.regular() || marks[string(a.Account)] != "" || item.Site != "" && !a.Covers(id.ID(item.Site)) {
					continue
				}
				marks[string(a.Account)] = Related
				if post == reference.Post(item.Post) || post == reference.Director {
					marks[string(a.Account)] = Main
				}
			}
		}
		for _, p := range columns(roster, nil, at) {
			if mark := marks[p.Account]; mark != "" {
				proposed = append(proposed, api.DutyCell{Item: item.ID, Account: p.Account, Mark: mark})
			}
		}
	}
	return proposed
}

// climb lists the post and those above it, the post first.
func climb(post reference.Post) []reference.Post {
	n := slices.Index(postOrder, post)
	up := slices.Clone(postOrder[:n+1])
	slices.Reverse(up)
	return up
}

// tidy keeps the order of the list, one mark for each person and item. A person
// must be in office.
func tidy(cells []api.DutyCell, items []api.RiskItem, roster Roster, at time.Time) ([]api.DutyCell, error) {
	marks := map[string]string{}
	for n, c := range cells {
		pointer := fmt.Sprintf("body.cells[%d]", n)
		known := slices.ContainsFunc(items, func(i api.RiskItem) bool { return i.ID == c.Item })
		if !known || !roster.Serves(id.ID(c.Account), at) || signs[c.Mark] == "" || marks[c.Item+c.Account] != "" {
			return nil, ErrMatrixCell.At(pointer, "")
		}
		marks[c.Item+c.Account] = c.Mark
	}
	tidied := []api.DutyCell{}
	for _, i := range items {
		for _, p := range columns(roster, nil, at) {
			if mark := marks[i.ID+p.Account]; mark != "" {
				tidied = append(tidied, api.DutyCell{Item: i.ID, Account: p.Account, Mark: mark})
			}
		}
	}
	return tidied, nil
}

// hints warns of what looks wrong and forbids nothing. Who keeps a shop alone
// is told nothing: he cannot divide himself.
func hints(m api.DutyMatrix, roster Roster, at time.Time) []api.DutyHint {
	found := []api.DutyHint{}
	hint := func(kind, item, account string, what words.Sentence) {
		found = append(found, api.DutyHint{Kind: kind, Item: item, Account: account, Text: what.Text, Said: api.Sentence(what)})
	}
	now := columns(roster, nil, at)
	if m.Version == 0 || len(now) < 2 {
		return found
	}
	for _, p := range m.People {
		if !p.InOffice {
			hint("left", "", p.Account, words.Say("duty_matrix.hint.left", "{name}已不在任，仍列在矩阵里，请改由在任人员负责", "name", p.Name))
		}
		if len(roster.Capacities(id.ID(p.Account), at)) == len(postOrder) {
			hint("all_posts", "", p.Account, words.Say("duty_matrix.hint.all_posts", "{name}一人兼任全部岗位，发现、整改、复核会是同一人", "name", p.Name))
		}
	}
	for n, i := range m.Items {
		led, marked := false, 0
		for _, p := range now {
			mark := markOf(m.Cells, i.ID, p.Account)
			led = led || mark == Lead
			if mark != "" {
				marked++
			}
		}
		switch {
		case !led:
			hint("no_lead", i.ID, "", words.Say("duty_matrix.hint.no_lead", "第 {n} 项没有★主管：{risk}", "n", n+1, "risk", i.Risk))
		case marked == 1:
			hint("alone", i.ID, "", words.Say("duty_matrix.hint.alone", "第 {n} 项只有一人，整改和复核会是同一人：{risk}", "n", n+1, "risk", i.Risk))
		}
	}
	return found
}
