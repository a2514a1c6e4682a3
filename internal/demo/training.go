package demo

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/platform/office"
)

// trained is how many of the first enterprises train and keep certificates.
const trained = 5

// page prints a page, keeps it and refers to it.
func (b *builder) page(ctx context.Context, s *shop, by *person, title, text string) (api.FileRef, error) {
	made, err := office.PDF(office.Form{Title: title, Sections: []office.Section{office.Paragraph{Text: text, Indent: true}}})
	if err != nil {
		return api.FileRef{}, fmt.Errorf("print %s: %w", title, err)
	}
	sum := sha256.Sum256(made.PDF)
	ref := api.FileRef{SHA256: hex.EncodeToString(sum[:]), Name: title + ".pdf"}
	_, err = as(ctx, b, by, api.PutFile.Meta, b.Files.Put, &api.PutFileInput{InEnterprise: s.in(), SHA256: ref.SHA256, RawBody: made.PDF})
	return ref, err
}

// train lets the enterprise plan its year, hold a session, give material to
// study and plan a session to come.
func (b *builder) train(s *shop) {
	organiser := func() *person {
		if d := s.holders(access.Director); len(d) > 0 {
			return d[0]
		}
		return s.staff[0]
	}
	fields := func(title string, ago int) api.TrainingSessionFields {
		return api.TrainingSessionFields{
			Title: title, Day: string(b.day(ago)), Mode: "place", Place: "会议室", Minutes: 90, Teacher: "示例讲师", Topics: []string{"风险管控清单怎么用", "发现隐患先做什么"},
		}
	}
	invite := func(session string, f api.TrainingSessionFields) *api.PlanSessionInput {
		in := &api.PlanSessionInput{InEnterprise: s.in(), Session: session}
		in.Body.TrainingSessionFields = f
		for _, p := range s.staff {
			in.Body.Accounts = append(in.Body.Accounts, string(p.account))
		}
		return in
	}
	session := ""
	b.at(b.day(30).At(9*60), func(ctx context.Context) error {
		plan := &api.PlanTrainingInput{InEnterprise: s.in(), Year: b.day(30).Year()}
		plan.Body.Wanted = []api.TrainingWanted{{Post: "director", Minutes: 20 * 60}, {Post: "officer", Minutes: 12 * 60}}
		plan.Body.Items = []api.TrainingPlanItem{
			{Topic: "风险管控清单与每日检查", Posts: []string{"director", "officer"}}, {Topic: "主体责任规定解读", Posts: []string{"principal", "director", "officer"}},
		}
		if _, err := as(ctx, b, organiser(), api.PlanTraining.Meta, b.Trainings.PlanTraining, plan); err != nil {
			return err
		}
		session = b.newID()
		_, err := as(ctx, b, organiser(), api.PlanSession.Meta, b.Trainings.PlanSession, invite(session, fields("每日检查与隐患处置", 24)))
		return err
	})
	b.at(b.day(24).At(15*60), func(ctx context.Context) error {
		for _, p := range s.staff {
			in := &api.SignAttendanceInput{InEnterprise: s.in(), Session: session, Attendance: b.newID()}
			in.Body.Account, in.Body.Present = string(p.account), true
			in.Body.Declaration = declare("本人参加了培训。", b.dice(s, b.day(24), 120))
			if _, err := as(ctx, b, p, api.SignAttendance.Meta, b.Trainings.SignAttendance, in); err != nil {
				return err
			}
		}
		in := &api.HoldSessionInput{InEnterprise: s.in(), Session: session, Holding: b.newID()}
		in.Body.TrainingSessionFields = fields("每日检查与隐患处置", 24)
		_, err := as(ctx, b, organiser(), api.HoldSession.Meta, b.Trainings.HoldSession, in)
		return err
	})
	b.at(b.day(4).At(10*60), func(ctx context.Context) error {
		paper, err := b.page(ctx, s, organiser(), "进货查验要点（演示材料）", "查供货单位、查合格证明、查证书有效期；对不上的先隔离，再报告。")
		if err != nil {
			return err
		}
		in := &api.AssignStudyInput{InEnterprise: s.in(), Study: b.newID()}
		in.Body.Title, in.Body.Topics, in.Body.Materials, in.Body.Due = "进货查验要点", []string{"合格证明", "证书有效期"}, []api.FileRef{paper}, string(b.day(-6))
		for _, p := range s.keepers() {
			in.Body.Accounts = append(in.Body.Accounts, string(p.account))
		}
		if _, err := as(ctx, b, organiser(), api.AssignStudy.Meta, b.Trainings.AssignStudy, in); err != nil {
			return err
		}
		_, err = as(ctx, b, organiser(), api.PlanSession.Meta, b.Trainings.PlanSession, invite(b.newID(), fields("新标准与标识", -8)))
		return err
	})
}

// certify enters a certificate for every product that wants one: the first ends
// soon, the next has lapsed, the others are far from it.
func (b *builder) certify(s *shop) {
	b.at(b.day(40).At(11*60), func(ctx context.Context) error {
		by := s.staff[0]
		out, err := as(ctx, b, by, api.ReadEnterprise.Meta, b.Enterprises.Read, &api.InEnterprise{Enterprise: string(s.id)})
		if err != nil {
			return err
		}
		kinds := map[string]string{"license": "production", "ccc": "ccc"}
		until := []int{-20, 3, -900}
		for n, p := range out.Body.Products {
			if kinds[p.Regime] == "" {
				continue
			}
			in := &api.PutLicenceInput{InEnterprise: s.in(), Licence: b.newID(), Version: b.newID()}
			in.Body.LicenceFields = api.LicenceFields{
				Kind: kinds[p.Regime], Number: fmt.Sprintf("演示-%04d-%02d", s.number, n+1), Products: []string{p.ID}, Issuer: "示例发证机构（虚构）",
				From: string(b.day(900)), Until: string(b.day(until[n%len(until)])),
			}
			if _, err := as(ctx, b, by, api.PutLicence.Meta, b.Licences.PutLicence, in); err != nil {
				return err
			}
		}
		return nil
	})
}
