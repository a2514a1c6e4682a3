//go:build !js

package ledger

import (
	"fmt"

	"zhize/internal/platform/db"
)

// atOnce is how many links are written in one statement.
const atOnce = 100

// gathered is the key under which a transaction keeps its gathering.
type gathered struct{}

// gathering holds the links of many facts of one transaction until they are
// written together.
type gathering struct {
	begun    bool
	from, to Head
	open     []linked
}

// Together lets fn seal many facts: the chain is locked at the first, and their
// links are written in few statements when fn ends. The chain is what it would
// be had each been written by itself; fn only cannot read them back before its
// end. If fn fails none is written, and the transaction must not be kept.
func (s *Service) Together(tx *db.Tx, fn func() error) error {
	if tx.Kept(gathered{}) != nil {
		return fn()
	}
	g := &gathering{}
	tx.Keep(gathered{}, g)
	defer tx.Keep(gathered{}, nil)
	if err := fn(); err != nil {
		return err
	}
	if len(g.open) == 0 {
		return nil
	}
	for n := 0; n < len(g.open); n += atOnce {
		if err := insertLinks(tx, g.open[n:min(n+atOnce, len(g.open))]...); err != nil {
			return err
		}
		if n%(10*atOnce) == 0 {
			if err := tx.Replan(); err != nil {
				return err
			}
		}
	}
	if err := moveHead(tx, g.from, g.to); err != nil {
		return fmt.Errorf("move head to %d: %w", g.to.Seq, err)
	}
	return nil
}

func (g *gathering) append(tx *db.Tx, f Fact, key string) (Link, error) {
	if !g.begun {
		head, err := lockHead(tx)
		if err != nil {
			return Link{}, fmt.Errorf("lock chain of %s: %w", tx.Enterprise(), err)
		}
		g.begun, g.from, g.to = true, head, head
	}
	link, err := g.to.Seal(f, tx.Now(), key)
	if err != nil {
		return Link{}, err
	}
	g.to, g.open = link.Head(), append(g.open, linked{link, f.Payload})
	return link, nil
}
