package migrations_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"gorm.io/gorm/schema" //nolint:depguard // it is gorm that names the columns

	"zhize/internal/testkit"
)

// row is a struct of the program that stands for a table's row.
type row struct {
	table  string
	fields *ast.StructType
	where  string
}

// rows finds the structs that say their table's name.
func rows(t *testing.T) []row {
	t.Helper()
	var all []row
	err := filepath.WalkDir("../internal", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		structs, named := map[string]*ast.StructType{}, map[string]string{}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if spec, ok := s.(*ast.TypeSpec); ok {
						if st, ok := spec.Type.(*ast.StructType); ok {
							structs[spec.Name.Name] = st
						}
					}
				}
			case *ast.FuncDecl:
				if d.Name.Name == "TableName" && d.Recv != nil {
					receiver, ok := d.Recv.List[0].Type.(*ast.Ident)
					result, isReturn := d.Body.List[0].(*ast.ReturnStmt)
					if !ok || !isReturn {
						t.Errorf("%s: a table's name that is no plain text", path)
						continue
					}
					if named[receiver.Name], err = strconv.Unquote(result.Results[0].(*ast.BasicLit).Value); err != nil {
						return err
					}
				}
			}
		}
		for name, table := range named {
			all = append(all, row{table, structs[name], filepath.Base(filepath.Dir(path)) + "." + name})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// Rows that gorm handles have a column for every field, and on a tenant's table
// they begin with the column that scopes itself.
func TestRowsAgreeWithTheSchema(t *testing.T) {
	t.Parallel()
	all := rows(t)
	if len(all) < 20 {
		t.Fatalf("got only %d rows: the sources are not read", len(all))
	}
	testkit.Engines(t, func(t *testing.T, w testkit.World) {
		schemas := catalog(t, w)
		for _, r := range all {
			one, known := schemas[r.table]
			if !known || r.fields == nil {
				t.Errorf("%s: no table %s", r.where, r.table)
				continue
			}
			var names []string
			for _, f := range r.fields.Fields.List {
				tag := ""
				if f.Tag != nil {
					text, err := strconv.Unquote(f.Tag.Value)
					if err != nil {
						t.Fatal(err)
					}
					tag = reflect.StructTag(text).Get("gorm")
				}
				settings := schema.ParseTagSetting(tag, ";")
				if _, skipped := settings["-"]; skipped || len(f.Names) == 0 {
					continue
				}
				for _, n := range f.Names {
					column := settings["COLUMN"]
					if column == "" {
						column = schema.NamingStrategy{}.ColumnName(r.table, n.Name)
					}
					names = append(names, column)
					if _, there := one.Columns[column]; !there {
						t.Errorf("%s.%s: table %s has no column %s", r.where, n.Name, r.table, column)
					}
				}
			}
			if _, tenants := one.Columns["enterprise_id"]; tenants && r.table != "memberships" {
				sel, ok := r.fields.Fields.List[0].Type.(*ast.SelectorExpr)
				if !ok || sel.Sel.Name != "Tenant" || names[0] != "enterprise_id" {
					t.Errorf("%s: table %s belongs to tenants, so its row begins with EnterpriseID db.Tenant", r.where, r.table)
				}
			}
		}
	})
}
