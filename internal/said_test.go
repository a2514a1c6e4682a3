package internal_test

import (
	"cmp"
	"encoding/json"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhize/internal/reference"
)

// english holds what the server says, in English, by code. The server itself
// speaks Chinese; a code without English would leave an English screen in two
// languages.
const english = "../frontend/src/locales/en/said.json"

var (
	slot      = regexp.MustCompile(`\{(\w+)\}`)
	chinese   = regexp.MustCompile(`\p{Han}`)
	errorName = regexp.MustCompile(`^(err|Err)[A-Z]`)
)

func TestWhatTheServerSaysHasItsEnglish(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile(english)
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(raw, &words); err != nil {
		t.Fatal(err)
	}
	translated := map[string]string{}
	flatten(translated, "", words["said"])
	said := saidByTheServer(t)
	for _, code := range slices.Sorted(maps.Keys(said)) {
		text, ok := translated[code]
		if !ok {
			t.Errorf("%s lacks %q, in Chinese: %s", english, code, said[code].text)
			continue
		}
		for _, name := range slot.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(said[code].params, name[1]) {
				t.Errorf("%s: %q quotes {%s}, which the server does not give", english, code, name[1])
			}
		}
	}
	for code := range translated {
		if _, ok := said[code]; !ok {
			t.Errorf("%s holds %q, which the server never says", english, code)
		}
	}
}

func flatten(into map[string]string, code string, at any) {
	switch at := at.(type) {
	case string:
		into[strings.TrimPrefix(code, ".")] = at
	case map[string]any:
		for key, value := range at {
			flatten(into, code+"."+key, value)
		}
	}
}

// sentence is what the source gives under a code: the Chinese, and the names of
// the values that go with it.
type sentence struct {
	text   string
	params []string
}

// saidByTheServer reads the codes from the source, so that none is forgotten.
func saidByTheServer(t *testing.T) map[string]sentence {
	t.Helper()
	said := map[string]sentence{}
	named := map[string]string{}    // the variable of a fault → its code
	values := map[string][]string{} // the variable of a fault → names of its values
	say := func(at, code, text string, params ...string) {
		one := said[code]
		if one.text != "" && text != "" && one.text != text {
			t.Errorf("%s: %q says something else elsewhere", at, code)
		}
		said[code] = sentence{cmp.Or(one.text, text), append(one.params, params...)}
	}
	eachFile(t, ".", func(path, content string) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		ast.Inspect(parse(t, path, content), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, value := range n.Values {
					if call, ok := value.(*ast.CallExpr); ok && callee(call) == "fault.New" && i < len(n.Names) {
						named[filepath.Dir(path)+n.Names[i].Name] = literal(call.Args[1])
					}
				}
			case *ast.CallExpr:
				switch callee(n) {
				case "fault.New", "problem":
					if code := literal(n.Args[1]); code != "" {
						say(path, code, literal(n.Args[2]))
						named[filepath.Dir(path)+code] = code
					}
				case "words.Say":
					say(path, literal(n.Args[0]), literal(n.Args[1]), given(t, path, n)...)
				}
				if of, name := with(n); name != "" {
					values[filepath.Dir(path)+of] = append(values[filepath.Dir(path)+of], name)
				}
			}
			return true
		})
	})
	for _, rule := range reference.StaffingRules() {
		say("reference", "appointment.staffing."+rule.ID, rule.Text)
	}
	for name, code := range named {
		say(name, code, said[code].text, values[name]...)
	}
	return said
}

// callee names the function that is called: "fault.New", "problem".
func callee(call *ast.CallExpr) string { return types.ExprString(call.Fun) }

// given reads the names of the values in words.Say(code, text, "n", 3), which
// are those that the text puts in braces.
func given(t *testing.T, path string, call *ast.CallExpr) []string {
	t.Helper()
	var names, wanted []string
	for i := 2; i < len(call.Args); i += 2 {
		names = append(names, literal(call.Args[i]))
	}
	for _, m := range slot.FindAllStringSubmatch(literal(call.Args[1]), -1) {
		wanted = append(wanted, m[1])
	}
	for _, name := range wanted {
		if !slices.Contains(names, name) {
			t.Errorf("%s: %s lacks the value {%s}", path, types.ExprString(call.Args[0]), name)
		}
	}
	return names
}

// with reads the name of a value from ErrX.With("name", …), however many follow
// one another, or from fault.New(kind, code, …).With("name", …); of is the
// fault's variable or its code.
func with(call *ast.CallExpr) (of, name string) {
	f, isMethod := call.Fun.(*ast.SelectorExpr)
	if !isMethod || f.Sel.Name != "With" || len(call.Args) != 2 {
		return "", ""
	}
	ast.Inspect(f.X, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if of == "" && errorName.MatchString(n.Name) {
				of = n.Name
			}
		case *ast.CallExpr:
			if of == "" && callee(n) == "fault.New" {
				of = literal(n.Args[1])
			}
		}
		return of == ""
	})
	return of, literal(call.Args[0])
}

func literal(n ast.Expr) string {
	l, ok := n.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(l.Value)
	return s
}

// What is said of an input in the server's own words has a code: At is for the
// fault itself and for the person's own data.
func TestFieldsAreToldInSentences(t *testing.T) {
	t.Parallel()
	eachFile(t, ".", func(path, content string) {
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return
		}
		ast.Inspect(parse(t, path, content), func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) != 2 {
				return true
			}
			if f, ok := call.Fun.(*ast.SelectorExpr); !ok || f.Sel.Name != "At" {
				return true
			}
			ast.Inspect(call.Args[1], func(n ast.Node) bool {
				if l, ok := n.(*ast.BasicLit); ok && chinese.MatchString(l.Value) {
					t.Errorf("%s: say %s with For(pointer, words.Say(code, …))", path, l.Value)
				}
				return true
			})
			return true
		})
	})
}
