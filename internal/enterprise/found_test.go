package enterprise_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/testkit"
)

func TestRegister(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		in.Body.Name = " 𠮷祥　五金\u00a0\u00a0店👨‍👩‍👧 "
		out, err := w.register(in)
		if err != nil {
			t.Fatal(err)
		}
		got := w.read(t, out.Body.Enterprise)
		head := in.Body.EnterpriseHead
		head.Name = "𠮷祥 五金 店👨‍👩‍👧"
		if said := got.SizeGradeSaid; said.Text != got.SizeGradeWords || said.Code != "enterprise.grade.one" || said.Params["why"] == nil {
			t.Errorf("the grade is said as %+v", said)
		}
		got.SizeGradeSaid = api.Sentence{}
		want := api.Enterprise{
			ID: out.Body.Enterprise, EnterpriseHead: head, InScope: number(true), OperatingState: "open", Origin: "registration", BegunOn: "2026-11-24",
			SizeGrade:      "C",
			SizeGradeWords: "零售：从业人员12人、营业收入99.5万元；12人达到小型零售单位标准（10人≤X＜50人），按较高者定为C级",
			Businesses:     in.Body.Businesses,
			Sites:          []api.Site{{ID: got.Sites[0].ID, SiteFields: in.Body.Site, OpenedOn: "2026-11-24"}},
			Products:       []api.Product{{ID: got.Products[0].ID, ProductFields: in.Body.Products[0]}},
			Office:         "测试市场监管所", Revision: 1,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if w.equals.shifts != 1 {
			t.Errorf("%d default shifts, want 1", w.equals.shifts)
		}
		facts := w.facts(t, got.ID)
		var kinds []string
		for _, f := range facts {
			kinds = append(kinds, f[0])
			if strings.Contains(f[1], "甲某") || strings.Contains(f[1]+f[2], head.Phone) {
				t.Errorf("people belong into the personal part, and telephone numbers nowhere: %v", f)
			}
		}
		if diff := cmp.Diff([]string{"enterprise.founded", "appointment.made", "appointment.made"}, kinds); diff != "" {
			t.Errorf("facts (-want +got):\n%s", diff)
		}
		if !strings.Contains(facts[0][1], head.Name) || !strings.Contains(facts[0][2], "甲某") {
			t.Errorf("founding sealed as %v", facts[0])
		}
		var phone []byte
		err = w.DB.Read(t.Context(), as(t, got.ID, "enterprise.read"), func(tx *db.Tx) error {
			var rows [][]byte
			err := tx.Query(&rows, "SELECT e.phone_cipher FROM enterprises e WHERE {scope:e}")
			phone = rows[0]
			return err
		})
		if err != nil || len(phone) == 0 || strings.Contains(string(phone), head.Phone) {
			t.Errorf("the telephone number is kept as %q, %v", phone, err)
		}
	})
}

func TestScopeOfARegistrationFollowsFromItsProducts(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		in.Body.Products = nil
		out, err := w.register(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.read(t, out.Body.Enterprise); got.InScope != nil {
			t.Errorf("without products the scope is %v, want undecided", *got.InScope)
		}
		g := as(t, out.Body.Enterprise, "enterprise.product.edit")
		for _, step := range []struct {
			regime string
			want   bool
		}{{"none", false}, {"license", true}} {
			added, err := w.s.AddProduct(t.Context(), g, &api.AddProductInput{Body: api.ProductFields{Name: "水杯", Category: "其他", Regime: step.regime}})
			if err != nil {
				t.Fatal(err)
			}
			if got := added.Body.InScope; got == nil || *got != step.want {
				t.Errorf("with a product of regime %s the scope is %v, want %v", step.regime, got, step.want)
			}
		}
	})
}

func TestRegisterRefusals(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		long := strings.Repeat("长", 10000)
		for name, tt := range map[string]struct {
			spoil    func(*api.RegisterInput)
			want     *fault.Error
			pointers []string
		}{
			"a code too short": {func(in *api.RegisterInput) { in.Body.Identifier.Value = "9231" }, enterprise.ErrIdentifierMalformed, []string{"body.identifier.value"}},
			"a code too short and more": {func(in *api.RegisterInput) {
				in.Body.Identifier.Value, in.Body.Name = "9231", ""
			}, enterprise.ErrIdentifierMalformed, []string{"body.identifier.value", "body.name"}},
			"a wrong check digit": {func(in *api.RegisterInput) { in.Body.Identifier.Value = "92310115000000000Y" }, enterprise.ErrIdentifierCheckDigit, []string{"body.identifier.value"}},
			"none without stall": {func(in *api.RegisterInput) {
				in.Body.Identifier = api.Identifier{Kind: "none", Reason: "未办照", Market: "虚构市场"}
			}, enterprise.ErrIdentifierIncomplete, []string{"body.identifier.stall"}},
			"a name of 10,000":          {func(in *api.RegisterInput) { in.Body.Name = long }, enterprise.ErrInput, []string{"body.name"}},
			"an address of 10,000":      {func(in *api.RegisterInput) { in.Body.Address = long }, enterprise.ErrInput, []string{"body.address"}},
			"a control character":       {func(in *api.RegisterInput) { in.Body.Name = "虚构\x00店" }, enterprise.ErrInput, []string{"body.name"}},
			"a line break":              {func(in *api.RegisterInput) { in.Body.Contact = "甲\n乙" }, enterprise.ErrInput, []string{"body.contact"}},
			"a turned direction":        {func(in *api.RegisterInput) { in.Body.Name = "虚构\u202e店" }, enterprise.ErrInput, []string{"body.name"}},
			"a name of blanks":          {func(in *api.RegisterInput) { in.Body.Name = "　 " }, enterprise.ErrInput, []string{"body.name"}},
			"no business":               {func(in *api.RegisterInput) { in.Body.Businesses = nil }, enterprise.ErrInput, []string{"body.businesses"}},
			"a business twice":          {func(in *api.RegisterInput) { in.Body.Businesses = append(in.Body.Businesses, in.Body.Businesses[0]) }, enterprise.ErrInput, []string{"body.businesses[1].kind"}},
			"a revenue of three digits": {func(in *api.RegisterInput) { in.Body.Businesses[0].Revenue = number(1.234) }, enterprise.ErrInput, []string{"body.businesses[0].revenue"}},
			"a negative headcount":      {func(in *api.RegisterInput) { in.Body.Businesses[0].Headcount = number(-1) }, enterprise.ErrInput, []string{"body.businesses[0].headcount"}},
			"an unknown category":       {func(in *api.RegisterInput) { in.Body.Products[0].Category = "飞碟" }, enterprise.ErrInput, []string{"body.products[0].category"}},
			"an unnamed site":           {func(in *api.RegisterInput) { in.Body.Site.Name = "" }, enterprise.ErrInput, []string{"body.site.name"}},
			"no principal among posts":  {func(in *api.RegisterInput) { in.Body.Principal.Posts = []string{"officer"} }, enterprise.ErrInput, []string{"body.principal.posts"}},
			"a post twice":              {func(in *api.RegisterInput) { in.Body.Principal.Posts = []string{"principal", "principal"} }, enterprise.ErrInput, []string{"body.principal.posts"}},
			"no office":                 {func(in *api.RegisterInput) { in.Body.Office = "" }, enterprise.ErrInput, []string{"body.office"}},
			"a missing office":          {func(in *api.RegisterInput) { in.Body.Office = string(w.NewID()) }, errOutside, nil},
			"a district as office":      {func(in *api.RegisterInput) { in.Body.Office = string(w.District) }, errOutside, nil},
		} {
			in := w.registration()
			tt.spoil(in)
			_, err := w.register(in)
			if !errors.Is(err, tt.want) {
				t.Errorf("%s: got %v, want %s", name, err, tt.want.Code)
				continue
			}
			wantFault(t, err, tt.want, tt.pointers...)
		}
	})
}

func TestAConfirmedCheckDigitIsTaken(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		right := in.Body.Identifier.Value
		wrong := "0"
		if right[17] == '0' {
			wrong = "1"
		}
		in.Body.Identifier.Value = right[:17] + wrong
		_, err := w.register(in)
		wantFault(t, err, enterprise.ErrIdentifierCheckDigit)
		in.Body.Identifier.Confirmed = true
		out, err := w.register(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.read(t, out.Body.Enterprise).Identifier; !got.Confirmed || got.Value != in.Body.Identifier.Value {
			t.Errorf("kept as %+v", got)
		}
	})
}

func TestAnIdentifierIsTakenOnce(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		if _, err := w.register(in); err != nil {
			t.Fatal(err)
		}
		again := w.registration()
		again.Body.Identifier.Value = " " + strings.ToLower(in.Body.Identifier.Value)
		_, err := w.register(again)
		wantFault(t, err, enterprise.ErrIdentifierTaken, "body.identifier.value")

		other := w.founded(t)
		edit := api.EditEnterpriseInput{}
		edit.Body.EnterpriseHead, edit.Body.Revision = other.EnterpriseHead, other.Revision
		edit.Body.Identifier.Value = in.Body.Identifier.Value
		_, err = w.s.Edit(t.Context(), as(t, other.ID, "enterprise.edit"), &edit)
		wantFault(t, err, enterprise.ErrIdentifierTaken)

		// Stalls without a licence hinder nobody.
		for range 2 {
			stall := w.registration()
			stall.Body.Identifier = api.Identifier{Kind: "none", Reason: "正在办照", Market: "虚构市场", Stall: "A1"}
			if _, err := w.register(stall); err != nil {
				t.Errorf("without a code: %v", err)
			}
		}
	})
}

func TestARefusedRegistrationLeavesNothing(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.registration()
		taken := fault.New(fault.Conflict, "test.login.taken", "登录名已被使用")
		w.equals.fails = taken
		_, err := w.register(in)
		wantFault(t, err, taken)
		w.equals.fails = nil
		if _, err := w.register(in); err != nil {
			t.Errorf("the second attempt meets the first: %v", err)
		}
	})
}

// survey is a correct entry by the fixture's office.
func (w world) survey() *api.FoundEnterpriseInput {
	r := w.registration()
	in := api.FoundEnterpriseInput{InAgency: api.InAgency{Agency: string(w.Office)}}
	b := &in.Body
	b.EnterpriseHead, b.Businesses, b.Site, b.Products = r.Body.EnterpriseHead, r.Body.Businesses, r.Body.Site, r.Body.Products
	b.SurveyedOn, b.SurveyOutcome, b.EntryReason, b.InScope, b.ScopeNote = "2026-11-20", "在营。\n已告知。", "ebike", true, "销售电动自行车"
	return &in
}

func TestFoundByAnOffice(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w := found(t, tw)
		in := w.survey()
		in.Body.Products[0].Regime = "none" // the office's word stands
		out, err := w.s.Found(t.Context(), w.As(t, access.Supervisor, "enterprise.found"), in)
		if err != nil {
			t.Fatal(err)
		}
		e := out.Body
		if e.Origin != "office" || e.InScope == nil || !*e.InScope || e.SurveyedOn != "2026-11-20" || e.SurveyOutcome != "在营。\n已告知。" ||
			e.EntryReason != "ebike" || e.ScopeNote != "销售电动自行车" || e.Office != "测试市场监管所" || e.BegunOn != "2026-11-24" {
			t.Errorf("got %+v", e)
		}
		var seen api.Enterprise
		err = w.DB.Read(t.Context(), w.As(t, access.Supervisor, "area.read"), func(tx *db.Tx) error {
			etx, err := tx.For(parse(t, e.ID))
			if err == nil {
				seen, err = w.s.Archive(etx)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(e, seen); diff != "" {
			t.Errorf("the office reads (-answered +read):\n%s", diff)
		}

		open := api.OpenAccountInput{}
		open.Enterprise = e.ID
		open.Body.Name, open.Body.Login = "丙某", "q"+string(w.NewID())
		g := w.As(t, access.Supervisor, "enterprise.open_account")
		account, err := w.s.OpenAccount(t.Context(), g, &open)
		if err != nil {
			t.Fatal(err)
		}
		if account.Body.InitialPassword == "" || account.Body.Account == "" || account.Body.Login != open.Body.Login {
			t.Errorf("got %+v", account.Body)
		}
		_, err = w.s.OpenAccount(t.Context(), g, &open)
		wantFault(t, err, enterprise.ErrHasAccount)
	})
}

func TestFoundRefusals(t *testing.T) {
	t.Parallel()
	testkit.Engines(t, func(t *testing.T, tw testkit.World) {
		w, other := found(t, tw), found(t, tw)
		for name, tt := range map[string]struct {
			spoil func(*api.FoundEnterpriseInput)
			want  *fault.Error
		}{
			"an unknown reason":         {func(in *api.FoundEnterpriseInput) { in.Body.EntryReason = "mood" }, enterprise.ErrInput},
			"a survey tomorrow":         {func(in *api.FoundEnterpriseInput) { in.Body.SurveyedOn = "2026-11-25" }, enterprise.ErrInput},
			"a survey on no day":        {func(in *api.FoundEnterpriseInput) { in.Body.SurveyedOn = "2026-02-30" }, enterprise.ErrInput},
			"an outcome of 10,000":      {func(in *api.FoundEnterpriseInput) { in.Body.SurveyOutcome = strings.Repeat("长", 10000) }, enterprise.ErrInput},
			"another district's office": {func(in *api.FoundEnterpriseInput) { in.Body.Office = string(other.Office) }, errOutside},
		} {
			in := w.survey()
			tt.spoil(in)
			_, err := w.s.Found(t.Context(), w.As(t, access.Supervisor, "enterprise.found"), in)
			if !errors.Is(err, tt.want) {
				t.Errorf("%s: got %v, want %s", name, err, tt.want.Code)
			}
		}
		open := api.OpenAccountInput{}
		open.Body.Name, open.Body.Login = "丙某", "q"+string(w.NewID())
		for _, e := range []string{string(other.Enterprise), string(w.NewID()), "nonsense"} {
			open.Enterprise = e
			_, err := w.s.OpenAccount(t.Context(), w.As(t, access.Supervisor, "enterprise.open_account"), &open)
			wantFault(t, err, db.ErrEnterpriseNotFound)
		}
		open.Enterprise = string(w.Enterprise)
		_, err := w.s.OpenAccount(t.Context(), w.As(t, access.Supervisor, "enterprise.open_account"), &open)
		wantFault(t, err, enterprise.ErrHasAccount)
		open.Body.Name = "丙\x1b某"
		_, err = w.s.OpenAccount(t.Context(), w.As(t, access.Supervisor, "enterprise.open_account"), &open)
		wantFault(t, err, enterprise.ErrInput, "body.name")
	})
}
