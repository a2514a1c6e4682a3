package document

import (
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"zhize/api"
	"zhize/internal/errand"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
	"zhize/internal/platform/office"
	"zhize/internal/verifier"
)

// The stages of a pack, as the client words them.
const (
	stageCount    = "counting"
	stagePapers   = "papers"
	stageData     = "data"
	stageEvidence = "evidence"
	stageContents = "contents"
)

// guide tells how the evidence is verified.
//
//go:embed verify.txt
var guide string

// maker is one pack in the making.
type maker struct {
	*Service
	run  *errand.Run
	span span
	own  bool // asked for by the enterprise itself
	who  api.Enterprise
	out  *archive
	done int
	all  int
}

// pack makes a pack. After a crash it begins the file anew; the papers are kept
// since the first time, and go fast.
func (s *Service) pack(ctx context.Context, run *errand.Run) error {
	m := &maker{Service: s, run: run, own: run.Grant.Actor().Agency == id.Nil}
	if err := run.Params(&m.span); err != nil {
		return err
	}
	var items []api.DossierItem
	err := run.Read(ctx, func(tx *db.Tx) (err error) {
		if m.who, err = s.on.Archive.Archive(tx); err != nil {
			return fmt.Errorf("read archive: %w", err)
		}
		items, err = s.on.States.Between(tx, m.span.From, m.span.To)
		return err
	})
	if err != nil {
		return err
	}
	file, err := run.Output(fmt.Sprintf("迎检自证包 %s %s-%s.zip", m.who.Name, compact(m.span.From), compact(m.span.To)), "application/zip")
	if err != nil {
		return err
	}
	m.out = newArchive(file, run.Asked)
	steps := []func(context.Context) error{m.count, m.papers, m.data, m.evidence}
	if err := m.form("00 封面", m.cover(items)); err != nil {
		return err
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	if err := run.Progress(stageContents, 0, 1); err != nil {
		return err
	}
	if err := m.form("01 目录", m.contents()); err != nil {
		return err
	}
	return m.out.close()
}

// form writes a form of the pack's own in both formats.
func (m *maker) form(name string, f office.Form) error {
	return m.sheets("", name, func(format string) ([]byte, error) { return paper.Ink(f, format) })
}

// sheets writes one paper in both formats.
func (m *maker) sheets(folder, name string, made func(format string) ([]byte, error)) error {
	name = m.out.name(folder, name, ".pdf", ".docx")
	for _, format := range []string{"pdf", "docx"} {
		b, err := made(format)
		if err != nil {
			return err
		}
		e := entry{folder: folder, name: name + "." + format}
		if format == "pdf" {
			e.pages = office.Pages(b)
		}
		if err := m.out.add(e, b); err != nil {
			return err
		}
	}
	return nil
}

// leaves hands over the papers of every shelf that is open to who asked, each
// shelf in a transaction of its own.
func (m *maker) leaves(ctx context.Context, each func(*db.Tx, paper.Leaf) error) error {
	for _, shelf := range m.on.Shelves {
		if shelf.Own && !m.own {
			continue
		}
		err := m.run.Read(ctx, func(tx *db.Tx) error {
			return shelf.Leaves(tx, m.span.From, m.span.To, func(l paper.Leaf) error { return each(tx, l) })
		})
		if err != nil {
			return fmt.Errorf("papers of %s: %w", shelf.Name, err)
		}
	}
	return nil
}

// count counts the papers, so that the progress can say of how many.
func (m *maker) count(ctx context.Context) error {
	return m.leaves(ctx, func(*db.Tx, paper.Leaf) error {
		m.all++
		return m.run.Progress(stageCount, m.all, 0)
	})
}

func (m *maker) papers(ctx context.Context) error {
	return m.leaves(ctx, func(tx *db.Tx, l paper.Leaf) error {
		lay := sync.OnceValues(l.Lay)
		err := m.sheets(folderOf(l.Item), cmp.Or(l.Name, l.Key.Noun), func(format string) ([]byte, error) {
			if l.Key.Noun == "" {
				f, err := lay()
				if err != nil {
					return nil, err
				}
				return paper.Ink(f, format)
			}
			key := l.Key
			key.Format = format
			return m.Service.papers.Make(tx, key, lay)
		})
		if err != nil {
			return err
		}
		m.done++
		return m.run.Progress(stagePapers, m.done, max(m.all, m.done))
	})
}

func (m *maker) data(ctx context.Context) error {
	e := entry{folder: folderData, name: m.out.name(folderData, "数据", ".xlsx") + ".xlsx", holds: strings.Join(m.tabs(), "、")}
	return m.out.stream(e, func(w io.Writer) error {
		return m.workbook(ctx, w)
	})
}

// evidence writes the sealed facts of the days with every link between the
// bounding checkpoints, the offline verifier and how a stranger uses it. In an
// agency's the ledger leaves out the words that stay inside.
func (m *maker) evidence(ctx context.Context) error {
	if err := m.run.Progress(stageEvidence, 0, 1); err != nil {
		return err
	}
	if err := m.on.Chain.Cover(ctx, m.run.Enterprise); err != nil {
		return fmt.Errorf("cover the chain: %w", err)
	}
	name := m.out.name(folderEvidence, fmt.Sprintf("证据 %s-%s", compact(m.span.From), compact(m.span.To)), ".zip") + ".zip"
	err := m.out.stream(entry{folder: folderEvidence, name: name}, func(w io.Writer) error {
		return m.run.Read(ctx, func(tx *db.Tx) error { return m.on.Chain.WriteExport(tx, m.span.From, m.span.To, w) })
	})
	if err != nil {
		return err
	}
	page, err := verifier.Page()
	if err != nil {
		return fmt.Errorf("take the verifier along: %w", err)
	}
	if err := m.out.add(entry{folder: folderEvidence, name: verifier.FileName}, page); err != nil {
		return err
	}
	text := strings.NewReplacer("{page}", verifier.FileName, "{file}", name, "{key}", m.on.Chain.PublicKey()).Replace(guide)
	return m.out.add(entry{folder: folderEvidence, name: m.out.name(folderEvidence, "如何核验", ".txt") + ".txt"}, []byte(text))
}
