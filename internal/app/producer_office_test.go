package app_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
)

// isPrivate exports everything for the office: what was found and ordered it
// reads, what honesty told it does not.
func (p *producer) isPrivate() {
	p.t.Helper()
	in := &api.InspectEvidenceInput{From: "2026-11-24", To: "2027-01-05"}
	in.Agency, in.Enterprise = string(p.Office), string(p.Enterprise)
	pack, err := p.Inspection.Evidence(p.t.Context(), p.As(p.t, access.Supervisor, "inspection.export"), in)
	p.must(err)
	report := ledger.Verify(bytes.NewReader(pack.Body), int64(len(pack.Body)), ledger.Options{Key: p.PublicKey()})
	if report.ExitCode() != 0 || report.Withheld == 0 || report.Facts == 0 {
		p.t.Errorf("the office finds:\n%s", report)
	}
	z, err := zip.NewReader(bytes.NewReader(pack.Body), int64(len(pack.Body)))
	p.must(err)
	for _, f := range z.File {
		r, err := f.Open()
		p.must(err)
		body, err := io.ReadAll(r)
		p.must(err)
		p.tellsNothing(f.Name, string(body))
	}
}

// tellsNothing holds what an office was given against what honesty told.
func (p *producer) tellsNothing(name, words string) {
	p.t.Helper()
	for _, secret := range []string{cause, facts[0], facts[1], "抽测数量不足"} {
		if strings.Contains(words, secret) {
			p.t.Errorf("%s tells %q to the office", name, secret)
		}
	}
}

// packsForTheOffice asks for a pack in the office's name: the hazard is in it, on
// paper and as evidence, and whatever the format not a word of its cause or of an
// advice.
func (p *producer) packsForTheOffice() {
	p.t.Helper()
	ctx, pack := p.t.Context(), string(p.NewID())
	in := &api.AskAreaPackInput{Pack: pack, Body: api.PackDays{From: "2026-11-24", To: "2026-12-04"}}
	in.Agency, in.Enterprise = string(p.Office), string(p.Enterprise)
	_, err := p.Documents.AskAreaPack(ctx, p.As(p.t, access.Supervisor, "document.area.pack"), in)
	p.must(err)
	p.Errands.WorkOnce(ctx)
	fetch := &api.AreaErrandInput{Errand: pack}
	fetch.Agency, fetch.Enterprise = in.Agency, in.Enterprise
	file, err := p.Errands.DownloadArea(ctx, p.As(p.t, access.Supervisor, "errand.area.read"), fetch)
	p.must(err)
	body, err := io.ReadAll(file.Content)
	p.must(errors.Join(err, file.Content.Close()))
	all := p.reads("", body)
	for name, words := range all {
		p.tellsNothing(name, words)
	}
	found := 0
	for name, words := range all {
		if strings.HasPrefix(name, "/2.4 ") && strings.Contains(words, "整改") {
			found++
		}
	}
	if found < 2 || all["/8 证据/证据 20261124-20261204.zip/links.jsonl"] == "" || all["/7 数据/数据.xlsx/xl/worksheets/sheet3.xml"] == "" {
		p.t.Errorf("the office's pack holds %q", slices.Sorted(maps.Keys(all)))
	}
}

// reads turns a file into words, files in files too.
func (p *producer) reads(name string, body []byte) map[string]string {
	p.t.Helper()
	all := map[string]string{}
	switch {
	case bytes.HasPrefix(body, []byte("PK")):
		z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
		p.must(err)
		for _, f := range z.File {
			r, err := f.Open()
			p.must(err)
			inner, err := io.ReadAll(r)
			p.must(err)
			maps.Copy(all, p.reads(name+"/"+f.Name, inner))
		}
	case bytes.HasPrefix(body, []byte("%PDF")):
		read := exec.CommandContext(p.t.Context(), "pdftotext", "-raw", "-enc", "UTF-8", "-", "-")
		read.Stdin = bytes.NewReader(body)
		words, err := read.Output()
		p.must(err)
		// A line may break within a word.
		all[name] = strings.ReplaceAll(string(words), "\n", "")
	case strings.HasSuffix(name, ".xml"):
		all[name] = tags.ReplaceAllString(string(body), "")
	default:
		all[name] = string(body)
	}
	return all
}

var tags = regexp.MustCompile(`<[^>]*>`)

// keepsPapers asks for the papers of its pack: each is kept under a key of its
// own, so that a pack that was interrupted prints none of them twice.
func (p *producer) keepsPapers() {
	p.t.Helper()
	kept := map[paper.Key]string{}
	for _, shelf := range p.Shelves() {
		p.must(p.World.DB.Read(p.t.Context(), p.As(p.t, access.Principal, "document.pack"), func(tx *db.Tx) error {
			return shelf.Leaves(tx, "2026-11-01", "2027-01-31", func(l paper.Leaf) error {
				if other := kept[l.Key]; l.Key.Noun == "" || other != "" {
					p.t.Errorf("%s is kept under %+v, like %q", l.Name, l.Key, other)
				}
				kept[l.Key] = l.Name
				return nil
			})
		}))
	}
	if len(kept) < 40 {
		p.t.Errorf("the pack has %d papers", len(kept))
	}
}
