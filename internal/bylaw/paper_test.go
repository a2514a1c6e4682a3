package bylaw_test

import (
	"testing"

	"zhize/internal/access"
	"zhize/internal/paper"
	"zhize/internal/platform/db"
	"zhize/internal/testkit"
)

// A document as it hangs on the wall and the sheet of those who read it.
func TestPapersOfABylaw(t *testing.T) {
	t.Parallel()
	engines(t, func(t *testing.T, w world) {
		b := w.inForce(t, "purchase")
		if _, err := w.confirm(t, access.Officer, "purchase", b.Current.Version, b.Current.Request); err != nil {
			t.Fatal(err)
		}
		names := []string{"bylaw", "readers"}
		err := w.DB.Read(t.Context(), w.As(t, access.Principal, "bylaw.read"), func(tx *db.Tx) error {
			return w.Leaves(tx, tx.Today(), tx.Today(), func(l paper.Leaf) error {
				f, err := l.Lay()
				if err != nil {
					return err
				}
				testkit.GoldenForm(t, names[0], f)
				names = names[1:]
				return nil
			})
		})
		if err != nil || len(names) > 0 {
			t.Errorf("%v; not printed: %v", err, names)
		}
	})
}
