package risklist_test

import (
	"testing"

	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// The list as it is approved and hung up.
func TestPaperOfTheList(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		if _, err := w.approve(t, w.propose(t).Revision); err != nil {
			t.Fatal(err)
		}
		printed := 0
		err := w.in(t, access.Officer, func(tx *db.Tx) error {
			return w.Leaves(tx, tx.Today(), tx.Today(), func(l paper.Leaf) error {
				f, err := l.Lay()
				if err != nil {
					return err
				}
				testkit.GoldenForm(t, "list", f)
				printed++
				return nil
			})
		})
		if err != nil || printed != 1 {
			t.Errorf("%d printed, %v", printed, err)
		}
	})
}
