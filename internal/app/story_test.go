package app_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"net/http"
	"testing"
	"time"

	"zhize/api"
	"zhize/internal/ledger"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/id"
	"zhize/internal/testkit"
)

// teller tells a story through the contract, as clients do.
type teller struct {
	*world
	t    *testing.T
	shop string // the shopkeeper's login
}

// call sends JSON and reads the answer into out; it fails the test if the
// status is another than expected.
func (s teller) call(token, method, path string, in, out any, want int) {
	s.t.Helper()
	var body []byte
	if in != nil {
		var err error
		if body, err = json.Marshal(in); err != nil {
			s.t.Fatal(err)
		}
	}
	answer := s.do(s.t, method, api.Base+path, token, body)
	if answer.Code != want {
		s.t.Fatalf("%s %s: %d %s, want %d", method, path, answer.Code, answer.Body, want)
	}
	if out == nil {
		return
	}
	if b, ok := out.(*[]byte); ok {
		*b = answer.Body.Bytes()
		return
	}
	if err := json.Unmarshal(answer.Body.Bytes(), out); err != nil {
		s.t.Fatalf("%s %s: %v", method, path, err)
	}
}

func (s teller) login(login, password string) string {
	s.t.Helper()
	var session api.Session
	s.call("", http.MethodPost, "/login", map[string]string{"login": login, "password": password}, &session, http.StatusOK)
	return session.AccessToken
}

// TestStory follows one shop from its registration to the stranger who verifies
// its day: every role acts through the contract, on both engines.
func TestStory(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, on testkit.World) {
		s := teller{world: worldOn(t, on), t: t}

		var founded struct{ Enterprise string }
		login := "shop" + string(s.NewID())[24:]
		s.shop = login
		s.call("", http.MethodPost, "/registrations", map[string]any{
			"name": "示例日用品商店（虚构）", "address": "示例路1号", "legalRepresentative": "示例", "contact": "示例",
			"identifier": map[string]any{"kind": "none", "reason": "市场摊位，正在办理", "market": "示例市场", "stall": login},
			"businesses": []any{map[string]any{"kind": "retail", "headcount": 1, "revenue": 30.5, "year": 2025, "basis": "self_declared"}},
			"site":       map[string]any{"kind": "store", "name": "门店"},
			"products":   []any{map[string]any{"name": "插座", "category": "电线电缆", "regime": "ccc"}},
			"office":     s.own.Office,
			"principal":  map[string]any{"name": "演示店主", "login": login, "password": password, "posts": []string{"principal", "officer"}},
		}, &founded, http.StatusCreated)
		owner := s.login(login, password)
		at := "/enterprises/" + founded.Enterprise

		var today api.Today
		s.call(owner, http.MethodGet, at+"/today", nil, &today, http.StatusOK)
		if len(today.Checks) != 1 || today.Checks[0].ListID != "" {
			t.Fatalf("before there is a list: %+v", today)
		}

		var list api.RiskList
		s.call(owner, http.MethodPost, at+"/risk-list/proposal", nil, &list, http.StatusCreated)
		if list.DailyItems < 1 || list.DailyItems > 8 {
			t.Errorf("a D-grade shop is asked %d items a day, want 1 to 8", list.DailyItems)
		}
		s.call(owner, http.MethodPost, at+"/risk-list/approval", map[string]any{
			"revision": list.Revision, "declaration": map[string]any{"text": "批准执行", "signature": []any{}},
		}, &list, http.StatusCreated)

		s.call(owner, http.MethodGet, at+"/today", nil, &today, http.StatusOK)
		check := today.Checks[0]
		if check.ListID != list.ID || len(check.Items) != list.DailyItems || check.State != "open" {
			t.Fatalf("today is %+v", check)
		}
		body := api.DailyBody{
			PayloadVersion: 1, Obligation: api.CheckOf{Site: check.Site, Shift: check.Shift, Day: check.Day}, ListID: check.ListID, ListVersion: check.ListVersion,
			StartedAt: s.Clock.Now(), SubmittedAt: s.Clock.Now(), Declaration: api.Declaration{Text: "我已按清单逐项检查，记录属实。", Signature: []api.Stroke{}},
		}
		for i, item := range check.Items {
			a := api.Answer{Item: item.ID, Verdict: "pass", Bulk: "rest_pass"}
			if i == 0 {
				a = api.Answer{Item: item.ID, Verdict: "fail", Note: "有一盒插座无中文标签", Measure: "已下架封存", Severity: "larger"}
			}
			body.Answers = append(body.Answers, a)
		}
		record := string(s.NewID())
		var daily api.Daily
		s.call(owner, http.MethodPut, at+"/records/daily/"+record, body, &daily, http.StatusOK)
		if daily.Outcome != "hazards" || len(daily.Hazards) != 1 || daily.Link.Hash == "" {
			t.Fatalf("the record is %+v", daily)
		}
		s.call(owner, http.MethodGet, at+"/today", nil, &today, http.StatusOK)
		if today.Checks[0].State != "done" || today.Checks[0].Record != record {
			t.Errorf("after the check today is %+v", today.Checks[0].DayState)
		}
		var pdf []byte
		s.call(owner, http.MethodGet, at+"/records/daily/"+record+"/paper", nil, &pdf, http.StatusOK)
		if !bytes.HasPrefix(pdf, []byte("%PDF-")) {
			t.Error("the paper is no PDF")
		}

		s.advanceHazard(owner, at, daily.Hazards[0].ID)
		s.inspect(founded.Enterprise, record)
		s.verify(owner, at, id.ID(founded.Enterprise))
	})
}

// advanceHazard takes a hazard to its end as the shop's only person: the photo
// of the verification must be a new one, and no step can be skipped.
func (s teller) advanceHazard(owner, at, hazard string) {
	s.t.Helper()
	var people struct{ Items []api.Appointment }
	s.call(owner, http.MethodGet, at+"/appointments", nil, &people, http.StatusOK)
	step := func(kind string, photos []string, want int) {
		s.t.Helper()
		body := map[string]any{"kind": kind, "note": "按要求处理完毕", "photos": photos}
		if kind == "planned" {
			body["cause"], body["causeNote"], body["owner"] = "material", "进货时没有核对标签", people.Items[0].Account
		}
		s.call(owner, http.MethodPut, at+"/hazards/"+hazard+"/steps/"+string(s.NewID()), body, nil, want)
	}
	step("verified", nil, http.StatusConflict)
	before, after := s.photo(owner, at, 1), s.photo(owner, at, 2)
	step("rectified", []string{before}, http.StatusConflict)
	step("planned", nil, http.StatusOK)
	step("rectified", []string{before}, http.StatusOK)
	step("verified", nil, http.StatusUnprocessableEntity)
	step("verified", []string{after}, http.StatusOK)
	step("closed", nil, http.StatusOK)
	var h api.Hazard
	s.call(owner, http.MethodGet, at+"/hazards/"+hazard, nil, &h, http.StatusOK)
	if h.State != "closed" || !h.Steps[len(h.Steps)-2].SelfVerified {
		s.t.Errorf("the hazard is %+v", h)
	}
}

// inspect reads the shop as its supervising officer and finds the look in the
// shop's own list.
func (s teller) inspect(enterprise, record string) {
	s.t.Helper()
	agency := "/agencies/" + string(s.own.Office)
	officer := s.tokens["supervisor"]
	var page struct{ Enterprise api.Enterprise }
	s.call(officer, http.MethodGet, agency+"/enterprises/"+enterprise, nil, &page, http.StatusOK)
	var month struct {
		Counts  api.Counts
		Records []api.DailyEntry
		Facts   string
	}
	s.call(officer, http.MethodGet, agency+"/enterprises/"+enterprise+"/daily?month=2026-11", nil, &month, http.StatusOK)
	if month.Counts.Hazards != 1 || len(month.Records) != 1 || month.Records[0].ID != record {
		s.t.Errorf("2.1 shows %+v", month)
	}
	s.call(officer, http.MethodGet, agency+"/enterprises/"+enterprise+"/daily/"+record+"/paper", nil, nil, http.StatusOK)
	var overview api.Overview
	s.call(officer, http.MethodGet, agency+"/overview", nil, &overview, http.StatusOK)
	if overview.TodayCounts.Hazards != 1 {
		s.t.Errorf("the overview counts %+v today", overview.TodayCounts)
	}
}

// verify exports the day and checks it as a stranger with the pinned key, then
// with an older receipt.
func (s teller) verify(owner, at string, enterprise id.ID) {
	s.t.Helper()
	var receipt, pack []byte
	s.call(owner, http.MethodGet, at+"/receipt", nil, &receipt, http.StatusOK)
	s.Clock.Advance(24 * time.Hour)
	owner = s.login(s.shop, password) // the old token has run out
	today := clock.DayOf(s.Clock.Now())
	s.call(owner, http.MethodGet, fmt.Sprintf("%s/evidence?from=%s&to=%s", at, today.Add(-2), today), nil, &pack, http.StatusOK)
	report := ledger.Verify(bytes.NewReader(pack), int64(len(pack)), ledger.Options{Key: s.app.PublicKey(), Since: receipt})
	if report.ExitCode() != 0 || report.Export.Chain != enterprise {
		s.t.Errorf("the stranger finds:\n%s", report)
	}
}

// photo keeps a small picture that no other call makes and returns its name.
func (s teller) photo(owner, at string, shade uint8) string {
	s.t.Helper()
	body, name := picture(s.t, shade)
	answer := s.do(s.t, http.MethodPut, api.Base+at+"/photos/"+name, owner, body)
	if answer.Code != http.StatusNoContent {
		s.t.Fatalf("send photo: %d %s", answer.Code, answer.Body)
	}
	return name
}

// picture makes a small picture of the shade, and its name.
func picture(t *testing.T, shade uint8) (body []byte, sha string) {
	t.Helper()
	p := image.NewGray(image.Rect(0, 0, 8, 8))
	p.SetGray(int(shade)%8, 3, color.Gray{Y: 100 * shade})
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(b.Bytes())
	return b.Bytes(), hex.EncodeToString(sum[:])
}
