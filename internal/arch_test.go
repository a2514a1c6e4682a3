// Package internal_test holds the rules that concern all packages.
package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "zhize/internal/"

// ranks orders the packages. A package may import lower ranks, never its own:
// what it needs of its equals it declares as an interface, and app joins them.
var ranks = [][]string{
	{"platform/clock", "platform/fault", "platform/id", "platform/config"},
	{"access"},
	{"platform/db", "platform/blob", "platform/office"},
	{"reference", "ledger", "obligation"},
	{"identity", "regulator", "enterprise"},
	{"appointment", "risklist", "record", "hazard"},
	{"inspection"},
	{"area"},
	{"httpapi", "job"},
	{"app"},
	{"demo", "testkit"},
}

// notOurs are the folders that hold what was fetched or made.
var notOurs = map[string]bool{
	".git": true, "bin": true, "data": true, "dist": true, "node_modules": true,
	"playwright-report": true, "test-results": true, "tmp": true,
}

func TestImportsPointDown(t *testing.T) {
	t.Parallel()
	rank := map[string]int{}
	for i, row := range ranks {
		for _, name := range row {
			rank[name] = i + 1
		}
	}
	eachFile(t, ".", func(path string) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		name := filepath.ToSlash(filepath.Dir(path))
		if rank[name] == 0 {
			t.Errorf("%s: package %s has no rank", path, name)
		}
		for _, spec := range parse(t, path, parser.ImportsOnly).Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if dep, inside := strings.CutPrefix(imported, module); inside && rank[dep] >= rank[name] {
				t.Errorf("%s must not import %s", path, dep)
			}
		}
	})
}

// A row's enterprise is a db.Tenant, which scopes every statement by itself;
// a plain string would reach other enterprises' rows.
func TestRowsOfAnEnterpriseScopeThemselves(t *testing.T) {
	t.Parallel()
	eachFile(t, ".", func(path string) {
		if name := filepath.Base(path); !strings.HasPrefix(name, "store") || !strings.HasSuffix(name, ".go") {
			return
		}
		ast.Inspect(parse(t, path, 0), func(n ast.Node) bool {
			spec, isType := n.(*ast.TypeSpec)
			if !isType || !strings.HasSuffix(strings.ToLower(spec.Name.Name), "row") {
				return true
			}
			ast.Inspect(spec, func(n ast.Node) bool {
				field, isField := n.(*ast.Field)
				if isField && len(field.Names) > 0 && field.Names[0].Name == "EnterpriseID" && types.ExprString(field.Type) != "db.Tenant" {
					t.Errorf("%s: %s.EnterpriseID must be a db.Tenant", path, spec.Name.Name)
				}
				return true
			})
			return false
		})
	})
}

// Where packages come from is the business of the machine that fetches them:
// a lock file that names a registry fails behind every mirror.
func TestNoFileNamesAPackageRegistry(t *testing.T) {
	t.Parallel()
	hosts := []string{"registry." + "npmjs", "registry." + "yarnpkg", "npm" + "mirror", "proxy." + "golang", "goproxy." + "cn", "goproxy." + "io", `"resolved": ` + `"http`}
	eachFile(t, "..", func(path string) {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, host := range hosts {
			if strings.Contains(string(content), host) {
				t.Errorf("%s names a package registry: %s", path, host)
			}
		}
	})
}

// eachFile reads the folders itself: behind "go list" the test cache would not
// see that a file has changed.
func eachFile(t *testing.T, root string, visit func(path string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && notOurs[d.Name()]:
			return fs.SkipDir
		case d.Type().IsRegular():
			visit(path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func parse(t *testing.T, path string, mode parser.Mode) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, nil, mode)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
