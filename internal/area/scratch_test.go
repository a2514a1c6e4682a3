package area_test

import (
	"os"
	"testing"
	"zhize/internal/testkit"
)

func BenchmarkScratch(b *testing.B) {
	_, owner, err := testkit.NewPostgres(os.Getenv("ZHIZE_TEST_POSTGRES"))
	if err != nil {
		b.Fatal(err)
	}
	load(b, owner, 10000)
	b.Log(owner)
}
