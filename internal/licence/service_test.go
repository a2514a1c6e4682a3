package licence_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/file"
	"zhize/internal/licence"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

func TestACertificateFromEntryToRenewal(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		old, renewal := w.NewID(), w.NewID()
		scan := w.file(t, "证书扫描件")
		enter := func(in *api.PutLicenceInput) {
			in.Version, in.Body.Scans = string(renewal[:len(renewal)-4])+"ffff", []api.FileRef{scan}
		}
		for range 2 { // repeated, it is one
			out, err := w.put(t, old, enter)
			if err != nil || out.Body.State != licence.Near || *out.Body.DaysLeft != 7 || len(out.Body.Events) != 1 {
				t.Fatalf("entered: %+v, %v", out, err)
			}
		}
		want := []string{"licence_expiry director 证照到期：强制性产品认证（CCC）证书 2024010001 2026-12-01 15:59"}
		if diff := cmp.Diff(want, w.duties(t)); diff != "" {
			t.Errorf("duties (-want +got):\n%s", diff)
		}
		if got := w.warnings(t); len(got) != 0 {
			t.Errorf("warned of what is only near: %v", got)
		}
		w.Clock.Advance(8 * 24 * time.Hour)
		if got := w.warnings(t); len(got) != 1 || !strings.Contains(got[0], "2024010001 已于 2026年12月1日 到期。证书已过期，请停用并更换。") {
			t.Errorf("warnings: %v", got)
		}
		out, err := w.put(t, renewal, func(in *api.PutLicenceInput) {
			in.Body.Replaces, in.Body.From, in.Body.Until = string(old), "2026-12-02", "2031-12-01"
		})
		if err != nil || out.Body.State != licence.Valid || out.Body.Events[0].Kind != "renewed" {
			t.Fatalf("renewed: %+v, %v", out, err)
		}
		if got := w.warnings(t); len(got) != 0 {
			t.Errorf("still warned: %v", got)
		}
		want = []string{"licence_expiry director 证照到期：强制性产品认证（CCC）证书 2024010001 2031-12-01 15:59"}
		if diff := cmp.Diff(want, w.duties(t)); diff != "" {
			t.Errorf("duties (-want +got):\n%s", diff)
		}
		if now, ever := w.register(t, false), w.register(t, true); len(now.Items) != 1 || len(ever.Items) != 2 || ever.Items[1].State != licence.Replaced || ever.Items[1].ReplacedBy != string(renewal) {
			t.Errorf("the register: %+v", ever.Items)
		}
		if _, err := w.put(t, w.NewID(), func(in *api.PutLicenceInput) { in.Body.Number, in.Body.Replaces = "x", string(old) }); !errors.Is(err, licence.ErrReplaces) {
			t.Errorf("renewed twice: %v", err)
		}
		if _, err := w.put(t, old, func(in *api.PutLicenceInput) { in.Body.Number, in.Body.Reason = "y", "改" }); !errors.Is(err, licence.ErrOver) {
			t.Errorf("corrected though replaced: %v", err)
		}
		pdf, err := w.Paper(t.Context(), w.As(t, access.Officer, "licence.read"), &api.LicencePaperInput{})
		if err != nil || !bytes.HasPrefix(pdf.Body, []byte("%PDF")) {
			t.Errorf("the paper: %v", err)
		}
		err = w.DB.Read(t.Context(), w.As(t, access.Officer, "licence.read"), func(tx *db.Tx) error {
			got, err := w.Changes(tx, "2026-11-01", "2026-12-31")
			if err != nil {
				return err
			}
			var kinds []string
			for _, c := range got {
				kinds = append(kinds, string(c.Day)+" "+c.Kind)
			}
			if diff := cmp.Diff([]string{"2026-11-24 entered", "2026-12-02 renewed"}, kinds); diff != "" {
				t.Errorf("changes (-want +got):\n%s", diff)
			}
			told, err := w.Happened(tx, "2026-11-01", "2026-11-30")
			if err != nil || len(told) != 1 || told[0].Text != "登记强制性产品认证（CCC）证书 2024010001" {
				t.Errorf("happened: %+v, %v", told, err)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	})
}

func TestACertificateRefuses(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		first := w.NewID()
		if _, err := w.put(t, first, nil); err != nil {
			t.Fatal(err)
		}
		if _, err := w.put(t, w.NewID(), nil); !errors.Is(err, licence.ErrNumber) {
			t.Errorf("one number twice: %v", err)
		}
		if _, err := w.put(t, first, nil); !errors.Is(err, licence.ErrReason) {
			t.Errorf("corrected without a reason: %v", err)
		}
		if _, err := w.put(t, w.NewID(), func(in *api.PutLicenceInput) {
			in.Body.Number, in.Body.Scans = "2", []api.FileRef{{SHA256: strings.Repeat("ab", 32), Name: "x"}}
		}); !errors.Is(err, file.ErrMissing) {
			t.Errorf("a scan that is lost: %v", err)
		}
		if _, err := w.put(t, w.NewID(), func(in *api.PutLicenceInput) {
			in.Body.Kind, in.Body.Replaces, in.Body.Holder = "metrology", string(first), "电子秤"
		}); !errors.Is(err, licence.ErrReplaces) {
			t.Errorf("a renewal of another kind: %v", err)
		}
		out, err := w.put(t, first, func(in *api.PutLicenceInput) { in.Body.Until, in.Body.Reason = "2028-01-01", "日期填错" })
		if err != nil || out.Body.Version != 2 || out.Body.State != licence.Valid {
			t.Fatalf("corrected: %+v, %v", out, err)
		}
		if got := w.duties(t); len(got) != 1 || !strings.HasSuffix(got[0], "2028-01-01 15:59") {
			t.Errorf("duties after the correction: %v", got)
		}
		end := &api.WithdrawLicenceInput{Licence: string(first), Withdrawal: string(w.NewID())}
		end.Body.Kind, end.Body.Day, end.Body.Reason = "given_up", "2026-11-25", "不再生产"
		withdraw := func() error {
			_, err := w.WithdrawLicence(t.Context(), w.As(t, access.Director, "licence.keep"), end)
			return err
		}
		if err := withdraw(); !errors.Is(err, licence.ErrFuture) {
			t.Errorf("withdrawn tomorrow: %v", err)
		}
		end.Body.Day, end.Body.Kind = "2026-11-24", "eaten"
		if err := withdraw(); !errors.Is(err, licence.ErrInput) {
			t.Errorf("withdrawn in no way: %v", err)
		}
		end.Body.Kind = "given_up"
		for range 2 {
			if err := withdraw(); err != nil {
				t.Fatal(err)
			}
		}
		end.Withdrawal = string(w.NewID())
		if err := withdraw(); !errors.Is(err, licence.ErrOver) {
			t.Errorf("withdrawn twice: %v", err)
		}
		if got := w.duties(t); len(got) != 0 {
			t.Errorf("still due: %v", got)
		}
		if _, err := w.put(t, w.NewID(), nil); err != nil {
			t.Errorf("the number again, after it was given up: %v", err)
		}
	})
}

func TestTheYearlyReport(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		permit := func(in *api.PutLicenceInput) {
			in.Body.Kind, in.Body.Number, in.Body.From, in.Body.Until = "production", "XK-"+in.Licence[30:], "2023-01-01", "2027-12-31"
		}
		first, second := w.NewID(), w.NewID()
		for _, l := range []id.ID{first, second} {
			if _, err := w.put(t, l, permit); err != nil {
				t.Fatal(err)
			}
		}
		checks := func() []string {
			var all []string
			for _, d := range w.duties(t) {
				if strings.HasPrefix(d, licence.KindSelfCheck) {
					all = append(all, d)
				}
			}
			return all
		}
		both := []string{
			"annual_selfcheck director 年度自查报告：2026 年（截止日为建议，法定时限未核实） 2026-12-31 15:59",
			"annual_selfcheck director 年度自查报告：2027 年（截止日为建议，法定时限未核实） 2027-12-31 15:59",
		}
		if diff := cmp.Diff(both, checks()); diff != "" {
			t.Errorf("due (-want +got):\n%s", diff)
		}
		if got := w.register(t, false).SelfCheckYears; !cmp.Equal(got, []int{2026}) {
			t.Errorf("years to report: %v", got)
		}
		in := &api.PublishSelfCheckInput{Year: 2026, Version: string(w.NewID())}
		in.Body.Published, in.Body.Where, in.Body.Report = "2026-11-25", "单位公示栏", w.file(t, "自查报告")
		publish := func() error {
			_, err := w.PublishSelfCheck(t.Context(), w.As(t, access.Director, "licence.keep"), in)
			return err
		}
		if err := publish(); !errors.Is(err, licence.ErrFuture) {
			t.Errorf("published tomorrow: %v", err)
		}
		in.Body.Published = "2026-11-24"
		for range 2 {
			if err := publish(); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(both[1:], checks()); diff != "" {
			t.Errorf("due afterwards (-want +got):\n%s", diff)
		}
		in.Version = string(w.NewID())
		if err := publish(); !errors.Is(err, licence.ErrReason) {
			t.Errorf("published again without a reason: %v", err)
		}
		in.Body.Reason = "换成盖章版"
		old := in.Body.Report
		in.Body.Report = w.file(t, "盖章的自查报告")
		if err := publish(); !errors.Is(err, licence.ErrMeanwhile) {
			t.Errorf("corrected without having read a version: %v", err)
		}
		in.Body.Corrects = 1
		for range 2 {
			if err := publish(); err != nil {
				t.Fatal(err)
			}
		}
		in.Version = string(w.NewID())
		if err := publish(); !errors.Is(err, licence.ErrMeanwhile) {
			t.Errorf("another correction in between: %v", err)
		}
		got := w.register(t, false).SelfChecks
		if len(got) != 1 || got[0].Version != 2 || got[0].Reason != "换成盖章版" || len(got[0].Versions) != 2 {
			t.Fatalf("reports: %+v", got)
		}
		if v := got[0].Versions; v[0].Report != old || v[0].Reason != "" || v[1].Report != in.Body.Report {
			t.Errorf("versions: %+v", v)
		}
		for n, l := range []id.ID{first, second} {
			end := &api.WithdrawLicenceInput{Licence: string(l), Withdrawal: string(w.NewID())}
			end.Body.Kind, end.Body.Day, end.Body.Reason = "revoked", "2026-11-24", "撤销"
			if _, err := w.WithdrawLicence(t.Context(), w.As(t, access.Director, "licence.keep"), end); err != nil {
				t.Fatal(err)
			}
			if got := checks(); len(got) != 1-n {
				t.Errorf("after %d were withdrawn %v is due", n+1, got)
			}
		}
	})
}

func TestAReportThatIsLateCanStillBePublished(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		permit := func(in *api.PutLicenceInput) {
			in.Body.Kind, in.Body.From, in.Body.Until = "production", "2025-01-01", "2027-12-31"
		}
		if _, err := w.put(t, w.NewID(), permit); err != nil {
			t.Fatal(err)
		}
		w.Clock.Move(clock.Day("2027-01-05").At(600))
		if got := w.register(t, false).SelfCheckYears; !cmp.Equal(got, []int{2026, 2027}) {
			t.Errorf("years to report: %v", got)
		}
		in := &api.PublishSelfCheckInput{Year: 2026, Version: string(w.NewID())}
		in.Body.Published, in.Body.Where, in.Body.Report = "2027-01-05", "单位公示栏", w.file(t, "自查报告")
		if _, err := w.PublishSelfCheck(t.Context(), w.As(t, access.Director, "licence.keep"), in); err != nil {
			t.Fatal(err)
		}
		if got := w.register(t, false).SelfCheckYears; !cmp.Equal(got, []int{2027}) {
			t.Errorf("years to report afterwards: %v", got)
		}
	})
}

func TestCertificatesStayInTheirEnterprise(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		l := w.NewID()
		if _, err := w.put(t, l, func(in *api.PutLicenceInput) { in.Body.Until = "2026-11-01" }); err != nil {
			t.Fatal(err)
		}
		b := w
		b.Fixture = w.Found(t)
		for _, one := range []id.ID{l, w.NewID()} {
			_, err := b.ReadLicence(t.Context(), b.As(t, access.Principal, "licence.read"), &api.LicenceInput{Licence: string(one)})
			if !errors.Is(err, licence.ErrNotFound) {
				t.Errorf("a neighbour reads: %v", err)
			}
		}
		if r := b.register(t, true); len(r.Items) != 0 {
			t.Errorf("a neighbour's register holds %+v", r.Items)
		}
		if got := b.warnings(t); len(got) != 0 {
			t.Errorf("a neighbour is warned: %v", got)
		}
		office := func(of world) error {
			return w.DB.Read(t.Context(), of.As(t, access.Supervisor, "inspection.read"), func(tx *db.Tx) error {
				narrow, err := tx.For(w.Enterprise)
				if err != nil {
					return err
				}
				r, err := w.Register(narrow, false)
				if err != nil || len(r.Items) != 1 || r.Items[0].State != licence.Lapsed {
					t.Errorf("the office sees %+v, %v", r.Items, err)
				}
				return w.Leaves(narrow, "2026-11-01", "2026-11-30", func(l paper.Leaf) error {
					f, err := l.Lay()
					if err == nil && (f.QR == nil || !strings.HasPrefix(f.Footer, "汇集至证据链第 1 条")) {
						t.Errorf("the register says %q", f.Footer)
					}
					return err
				})
			})
		}
		if err := office(w); err != nil {
			t.Errorf("own office: %v", err)
		}
		if err := office(b); !errors.Is(err, db.ErrEnterpriseNotFound) {
			t.Errorf("foreign office: %v, want %v", err, db.ErrEnterpriseNotFound)
		}
		err := w.DB.Write(t.Context(), w.As(t, access.Principal, "licence.keep"), func(tx *db.Tx) error {
			_, err := tx.Exec("UPDATE licence_facts SET text = 'x' WHERE enterprise_id = {tenant}")
			return err
		})
		if err == nil {
			t.Error("a sealed fact was changed")
		}
	})
}
