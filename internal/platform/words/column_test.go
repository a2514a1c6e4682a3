package words

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSentenceIsKeptInATextColumn(t *testing.T) {
	t.Parallel()
	inner := Say("x.post", "总监")
	for name, one := range map[string]struct {
		in   Sentence
		kept string
		out  Sentence
	}{
		"written":       {Own("老王说：{\"code\"}"), `老王说：{"code"}`, Own("老王说：{\"code\"}")},
		"said":          {Say("x.none", "没有。"), `{"code":"x.none","text":"没有。"}`, Say("x.none", "没有。")},
		"with a value":  {Say("x.n", "{n}人", "n", "12"), `{"code":"x.n","text":"12人","params":{"n":"12"}}`, Say("x.n", "{n}人", "n", "12")},
		"with sentence": {Say("x.p", "{p}在任", "p", inner), `{"code":"x.p","text":"总监在任","params":{"p":{"code":"x.post","text":"总监"}}}`, Sentence{Code: "x.p", Text: "总监在任", Params: map[string]any{"p": map[string]any{"code": "x.post", "text": "总监"}}}},
		"nothing":       {Sentence{}, "", Sentence{}},
	} {
		kept, err := one.in.Value()
		if err != nil || kept != one.kept {
			t.Errorf("%s is kept as %v, %v; want %s", name, kept, err, one.kept)
		}
		for _, from := range []any{one.kept, []byte(one.kept)} {
			var got Sentence
			if err := got.Scan(from); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if diff := cmp.Diff(one.out, got); diff != "" {
				t.Errorf("%s is read back (-want +got):\n%s", name, diff)
			}
		}
	}
	for _, bad := range []any{7, `{"code":`, `{"code":1}`} {
		if err := new(Sentence).Scan(bad); err == nil {
			t.Errorf("%v is read as a sentence", bad)
		}
	}
	if err := new(Sentence).Scan(nil); err != nil {
		t.Errorf("nothing kept: %v", err)
	}
}

// What was stored as a bare string before sentences had codes is still read.
func TestSentenceReadsABareString(t *testing.T) {
	t.Parallel()
	var got struct{ Title, Note Sentence }
	if err := json.Unmarshal([]byte(`{"title":"整改隐患","note":{"code":"x.n","text":"3"}}`), &got); err != nil {
		t.Fatal(err)
	}
	if got.Title.Text != "整改隐患" || got.Title.Code != "" || got.Note.Code != "x.n" {
		t.Errorf("read as %+v", got)
	}
}
