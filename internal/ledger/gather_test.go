package ledger_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"zhize/internal/ledger"
	"zhize/internal/platform/db"
)

// Facts that are sealed together make the chain that they make one by one, and
// none of it if one is refused.
func TestFactsSealedTogether(t *testing.T) {
	t.Parallel()
	benches(t, func(t *testing.T, b bench) {
		mine := b.NewID()
		b.seal(mine, "before")
		refused := errors.New("refused")
		together := func(n int, end error) error {
			return b.DB.Write(context.Background(), of(mine), func(tx *db.Tx) error {
				return b.s.Together(tx, func() error {
					for i := range n {
						note := fmt.Sprintf("%d of %d", i, n)
						f := ledger.Fact{Kind: "record.daily.submitted", Subject: tx.NewID(), Day: day1, Payload: ledger.Payload{Body: []byte(note), Personal: []byte(note)}}
						link, err := b.s.Append(tx, f)
						if err != nil {
							return err
						}
						if n == 250 && link.Seq != uint64(i)+2 {
							t.Errorf("fact %d is link %d", i, link.Seq)
						}
					}
					return end
				})
			})
		}
		if err := together(3, refused); !errors.Is(err, refused) {
			t.Fatal(err)
		}
		for _, n := range []int{250, 0} { // more than go into one statement, and none
			if err := together(n, nil); err != nil {
				t.Fatal(err)
			}
		}
		b.seal(mine, "after")
		b.checkpoint()
		if r := b.verify(mine, day1, day1, nil); r.ExitCode() != 0 || r.Last != 252 || r.Facts != 252 {
			t.Errorf("got %+v\n%v", r, r)
		}
	})
}
