package exchange

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/errand"
	"zhize/internal/platform/blob"
	"zhize/internal/platform/db"
	"zhize/internal/platform/fault"
	"zhize/internal/platform/id"
	"zhize/internal/platform/sheet"
)

// Refusals.
var (
	ErrTable    = fault.New(fault.NotFound, "exchange.table.not_found", "没有这种表格，或者您不能办理。请返回列表重新选择。")
	ErrNotFound = fault.New(fault.NotFound, "exchange.import.not_found", "没有找到这次导入，请重新上传文件。")
	ErrIDTaken  = fault.New(fault.Conflict, "exchange.import.id_taken", "这个编号已用于另一个文件，请重新上传。")
	ErrFormat   = fault.New(fault.Invalid, "exchange.file.format", "这个文件打不开。请上传 .xlsx 文件：在表格软件里“另存为 Excel 工作簿（.xlsx）”后再试。")
	ErrTooBig   = fault.New(fault.Invalid, "exchange.file.too_big", "文件展开后过大，请删去图片和多余的工作表，或者分成几个文件。")
	ErrTooLong  = fault.New(fault.Invalid, "exchange.file.too_long", "行数过多，一次最多 20000 行，请分成几个文件。")
	ErrHeading  = fault.New(fault.Invalid, "exchange.file.heading", "没有认出表头。请下载模板，把内容粘贴到模板里再上传，不要改动表头。")
	ErrNotReady = fault.New(fault.Conflict, "exchange.import.not_ready", "这个文件还有问题或者还没有检查完，不能导入。请按提示修改后重新上传。")
	ErrRange    = fault.New(fault.Invalid, "exchange.range", "日期范围不正确：结束日期不能早于开始日期，且最多 3 年。")
)

// The errands.
const (
	KindTry    = "import_try"
	KindStore  = "import"
	KindExport = "export"
)

const (
	// longest is the longest range of an export in days.
	longest = 3 * 366
	media   = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// Service brings tables in and takes them out.
type Service struct {
	db      *db.DB
	errands *errand.Service
	files   blob.Store
	policy  access.Policy
	tables  []Table
	chain   Chain
	people  Passwords
}

// New makes the service and registers its errands.
func New(d *db.DB, e *errand.Service, files blob.Store, p access.Policy, n Nouns) *Service {
	s := &Service{db: d, errands: e, files: files, policy: p, tables: n.tables(), chain: n.Chain, people: n.People}
	e.Register(errand.Kind{Name: KindTry, Permission: "exchange.import", Run: s.try})
	e.Register(errand.Kind{Name: KindStore, Permission: "exchange.import", Run: s.store})
	e.Register(errand.Kind{Name: KindExport, Permission: "exchange.export", Run: s.export})
	return s
}

// may reports whether the actor may do on its own page what the table does.
func (s *Service) may(a access.Actor, p access.Permission) bool {
	_, err := s.policy.Check(a, p, access.Call{})
	return err == nil
}

// importing finds a table that the actor may bring in.
func (s *Service) importing(a access.Actor, name string) (Table, error) {
	n := slices.IndexFunc(s.tables, func(t Table) bool { return t.Name == name && t.Import != nil && s.may(a, t.Import.Permission) })
	if n < 0 {
		return Table{}, ErrTable
	}
	return s.tables[n], nil
}

// exporting finds a table that the actor may take out.
func (s *Service) exporting(a access.Actor, name string) (Table, error) {
	n := slices.IndexFunc(s.tables, func(t Table) bool { return t.Name == name && t.Export != nil && s.may(a, t.Export.Permission) })
	if n < 0 {
		return Table{}, ErrTable
	}
	return s.tables[n], nil
}

// Tables returns the tables of the names that go out, in their order, for who
// hands them over whole and asks for the permission himself.
func (s *Service) Tables(names ...string) []Table {
	all := make([]Table, 0, len(names))
	for _, name := range names {
		n := slices.IndexFunc(s.tables, func(t Table) bool { return t.Name == name && t.Export != nil })
		if n < 0 {
			panic("exchange: no table " + name + " goes out")
		}
		all = append(all, s.tables[n])
	}
	return all
}

// List returns the tables that the caller may bring in or take out.
func (s *Service) List(_ context.Context, g access.Grant, _ *api.InEnterprise) (*api.TablesOutput, error) {
	out := &api.TablesOutput{}
	out.Body.Items = []api.Table{}
	for _, t := range s.tables {
		one := api.Table{Name: t.Name, Title: t.Title, Columns: []api.TableColumn{}}
		one.Import = t.Import != nil && s.may(g.Actor(), t.Import.Permission) && s.may(g.Actor(), "exchange.import")
		one.Export = t.Export != nil && s.may(g.Actor(), t.Export.Permission)
		one.Ranged = t.Export != nil && t.Export.Ranged
		if !one.Import && !one.Export {
			continue
		}
		if one.Import {
			for _, c := range t.Import.columns() {
				one.Columns = append(one.Columns, api.TableColumn{Title: c.Title, Required: c.Required, Note: c.Note, Choices: c.Choices})
			}
		}
		out.Body.Items = append(out.Body.Items, one)
	}
	return out, nil
}

// Template returns an empty table to be filled in.
func (s *Service) Template(_ context.Context, g access.Grant, in *api.TableInput) (*api.Blob, error) {
	t, err := s.importing(g.Actor(), in.Table)
	if err != nil {
		return nil, err
	}
	body, err := sheet.Template(t.Title, t.Import.columns())
	if err != nil {
		return nil, fmt.Errorf("make template of %s: %w", t.Name, err)
	}
	return &api.Blob{ContentType: media, ContentDisposition: attachment(t.Name+".xlsx", t.Title+"模板.xlsx"), CacheControl: "private, no-store", Body: body}, nil
}

// Upload keeps a file and asks that it be tried.
func (s *Service) Upload(ctx context.Context, g access.Grant, in *api.UploadTableInput) (*api.ImportOutput, error) {
	file, err := id.Parse(in.Import)
	if err != nil {
		return nil, ErrNotFound
	}
	t, err := s.importing(g.Actor(), in.Table)
	if err != nil {
		return nil, err
	}
	b, err := open(in.RawBody)
	if err != nil {
		return nil, err
	}
	if err := b.Close(); err != nil {
		return nil, fmt.Errorf("close upload: %w", err)
	}
	key := fmt.Sprintf("%s/imports/%s.xlsx", g.Scope().Enterprise, file)
	out := &api.ImportOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		switch r, there, err := findImport(tx, file); {
		case err != nil:
			return err
		case there && (r.Sheet != t.Name || r.UploadedBy != tx.Actor().Account):
			return ErrIDTaken
		case there:
			out.Body, err = s.standing(tx, r)
			return err
		}
		// The bytes are durable before the row says that they are there.
		if err := s.files.Put(ctx, key, in.RawBody); err != nil {
			return fmt.Errorf("keep import %s: %w", file, err)
		}
		r := importRow{
			ID: file, Sheet: t.Name, FileName: strings.TrimSpace(in.Name), Size: len(in.RawBody), BlobKey: key, State: trying,
			UploadedBy: tx.Actor().Account, UploadedName: tx.Actor().Name, UploadedAt: tx.Now(), Faults: "[]", People: "[]",
		}
		if err := insertImport(tx, r); err != nil {
			return err
		}
		_, err := s.errands.Ask(tx, errand.Asked{ID: file, Kind: KindTry, Title: "检查导入文件：" + t.Title, Params: asked{file}})
		out.Body = s.wire(r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// asked is what the two errands of an import are given.
type asked struct {
	Import id.ID `json:"import"`
}

// open opens a file and says in words why it cannot be.
func open(body []byte) (*sheet.Book, error) {
	b, err := sheet.Open(body)
	switch {
	case errors.Is(err, sheet.ErrTooBig):
		return nil, ErrTooBig.Because(err)
	case err != nil:
		return nil, ErrFormat.Because(err)
	}
	return b, nil
}

// ListImports returns the last files.
func (s *Service) ListImports(ctx context.Context, g access.Grant, _ *api.InEnterprise) (*api.ImportsOutput, error) {
	out := &api.ImportsOutput{}
	out.Body.Items = []api.Import{}
	err := s.db.Read(ctx, g, func(tx *db.Tx) error {
		rows, err := lastImports(tx)
		if err != nil {
			return err
		}
		if err := s.settle(tx, rows); err != nil {
			return err
		}
		for _, r := range rows {
			w := s.wire(r)
			w.Faults, w.Newcomers = []api.ImportFault{}, []api.Newcomer{}
			out.Body.Items = append(out.Body.Items, w)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// Read returns a file with what was found in it.
func (s *Service) Read(ctx context.Context, g access.Grant, in *api.ImportInput) (*api.ImportOutput, error) {
	file, err := id.Parse(in.Import)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.ImportOutput{}
	err = s.db.Read(ctx, g, func(tx *db.Tx) error {
		r, there, err := findImport(tx, file)
		if err == nil && !there {
			err = ErrNotFound
		}
		if err != nil {
			return err
		}
		out.Body, err = s.standing(tx, r)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}

// settle says how files stand whose errand will never be done. Nothing of them is
// stored: one that was tried can be accepted again, one that was not is brought
// again.
func (s *Service) settle(tx *db.Tx, rows []importRow) error {
	var errands []id.ID
	work := func(r importRow) id.ID {
		switch r.State {
		case trying:
			return r.ID
		case storing:
			return r.StoringID
		}
		return id.Nil
	}
	for _, r := range rows {
		if one := work(r); one != id.Nil {
			errands = append(errands, one)
		}
	}
	over, err := s.errands.Stopped(tx, errands...)
	if err != nil {
		return fmt.Errorf("read errands of imports: %w", err)
	}
	for n := range rows {
		if r := &rows[n]; over[work(*r)] {
			r.State = map[string]string{trying: stopped, storing: ready}[r.State]
		}
	}
	return nil
}

// standing is a file as it stands.
func (s *Service) standing(tx *db.Tx, r importRow) (api.Import, error) {
	rows := []importRow{r}
	err := s.settle(tx, rows)
	return s.wire(rows[0]), err
}

// Accept asks that the rows be stored. A file is stored once; where storing was
// cancelled or failed, it can be accepted again.
func (s *Service) Accept(ctx context.Context, g access.Grant, in *api.AcceptImportInput) (*api.ImportOutput, error) {
	file, err := id.Parse(in.Import)
	if err != nil {
		return nil, ErrNotFound
	}
	work, err := id.Parse(in.Body.Errand)
	if err != nil {
		return nil, ErrNotFound
	}
	out := &api.ImportOutput{}
	err = s.db.Write(ctx, g, func(tx *db.Tx) error {
		r, there, err := findImport(tx, file)
		if err != nil {
			return err
		}
		if !there {
			return ErrNotFound
		}
		t, err := s.importing(tx.Actor(), r.Sheet)
		if err != nil {
			return err
		}
		now, err := s.standing(tx, r)
		switch {
		case err != nil:
			return err
		case r.StoringID == work:
			out.Body = now
			return nil
		case now.State != ready:
			return ErrNotReady
		}
		from := r.State
		r.State, r.StoringID = storing, work
		switch moved, err := moveImport(tx, r, from, map[string]any{"state": storing, "storing_id": work}); {
		case err != nil:
			return err
		case !moved:
			return ErrNotReady
		}
		out.Body = s.wire(r)
		_, err = s.errands.Ask(tx, errand.Asked{ID: work, Kind: KindStore, Title: "导入：" + t.Title, Params: asked{file}})
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, nil
}
