package verifier_test

import (
	"bytes"
	"testing"

	"zhize/internal/verifier"
)

func TestPageAsksNothingOfTheNetwork(t *testing.T) {
	t.Parallel()
	page, err := verifier.Page()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"default-src 'none'", `id="program">H4sI`, "zhizeVerify(file"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if at := bytes.Index(page, []byte("<!-- program -->")); at >= 0 {
		t.Error("the program's place is still empty")
	}
}
