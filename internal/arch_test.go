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
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ranks orders the packages. A package may import lower ranks, never its own:
// what it needs of its equals it declares as an interface, and app joins them.
var ranks = [][]string{
	{"platform/words"},
	{"platform/clock", "platform/fault", "platform/id", "platform/config", "platform/cipher", "verifier"},
	{"access"},
	{"platform/db", "platform/blob", "platform/office", "platform/sheet"},
	{"reference", "ledger", "obligation"},
	{"identity", "regulator", "enterprise", "photo"},
	{"paper", "errand", "notice", "file"},
	{"appointment", "bylaw", "risklist", "record", "hazard", "advice", "training", "licence", "goods", "transcript"},
	{"dossier"},
	{"inspection"},
	{"area", "home"},
	{"reminder", "document", "exchange"},
	{"httpapi", "job", "demo"},
	{"app"},
	{"testkit", "rig"},
	{"testkit/program", "bench"},
}

// notOurs are the folders that hold what was fetched or made.
var notOurs = []string{".git", "bin", "data", "dist", "node_modules", "playwright-report", "secrets", "test-results", "tmp"}

func TestImportsPointDown(t *testing.T) {
	t.Parallel()
	rank := map[string]int{}
	for i, row := range ranks {
		for _, name := range row {
			rank[name] = i + 1
		}
	}
	eachFile(t, ".", func(path, content string) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		name := filepath.Dir(path)
		if rank[name] == 0 {
			t.Errorf("%s: package %s has no rank", path, name)
			return
		}
		for _, spec := range parse(t, path, content).Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			if dep, inside := strings.CutPrefix(imported, "zhize/internal/"); inside && rank[dep] >= rank[name] {
				t.Errorf("%s must not import %s", path, dep)
			}
		}
	})
}

// A row's enterprise is a db.Tenant, which scopes every statement by itself;
// a plain string would reach other enterprises' rows.
func TestRowsOfAnEnterpriseScopeThemselves(t *testing.T) {
	t.Parallel()
	eachFile(t, ".", func(path, content string) {
		if name := filepath.Base(path); !strings.HasPrefix(name, "store") || !strings.HasSuffix(name, ".go") {
			return
		}
		row := ""
		ast.Inspect(parse(t, path, content), func(n ast.Node) bool {
			switch n := n.(type) {
			case ast.Decl:
				row = ""
			case *ast.TypeSpec:
				row = n.Name.Name
			case *ast.Field:
				isRow := strings.HasSuffix(strings.ToLower(row), "row")
				isEnterprise := slices.ContainsFunc(n.Names, func(i *ast.Ident) bool { return i.Name == "EnterpriseID" })
				if isRow && isEnterprise && types.ExprString(n.Type) != "db.Tenant" {
					t.Errorf("%s: %s.EnterpriseID must be a db.Tenant", path, row)
				}
			}
			return true
		})
	})
}

// Where packages come from is the business of the machine that fetches them:
// a lock file that names a registry fails behind every mirror.
func TestNoFileNamesAPackageRegistry(t *testing.T) {
	t.Parallel()
	hosts := []string{"registry." + "npmjs", "registry." + "yarnpkg", "npm" + "mirror", "proxy." + "golang", "go" + "proxy.", `"resolved": ` + `"http`}
	eachFile(t, "..", func(path, content string) {
		for _, host := range hosts {
			if strings.Contains(content, host) {
				t.Errorf("%s names a package registry: %s", path, host)
			}
		}
	})
}

// eachFile reads the folders itself: behind "go list" the test cache would not
// see that a file has changed.
func eachFile(t *testing.T, root string, visit func(path, content string)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && slices.Contains(notOurs, d.Name()) {
			return fs.SkipDir
		}
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		content, err := os.ReadFile(path)
		visit(path, string(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func parse(t *testing.T, path, content string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), path, content, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
