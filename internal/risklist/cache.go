package risklist

import (
	"container/list"
	"sync"

	"zhize/api"
	"zhize/internal/platform/id"
)

// cacheSize is the number of lists whose daily items stay in memory, some 5 kB
// each.
const cacheSize = 10_000

// cacheKey names the enterprise too, so that a list is found only by those
// whose row it is.
type cacheKey struct{ enterprise, list id.ID }

type cached struct {
	key     cacheKey
	items   []api.RiskItem
	version int
}

// cache holds the daily items of approved lists, which never change; the one
// used longest ago goes first.
type cache struct {
	mu    sync.Mutex
	size  int
	order *list.List // of cached, newest first
	at    map[cacheKey]*list.Element
}

func newCache(size int) *cache {
	return &cache{size: size, order: list.New(), at: map[cacheKey]*list.Element{}}
}

func (c *cache) get(key cacheKey) (cached, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.at[key]
	if !ok {
		return cached{}, false
	}
	c.order.MoveToFront(e)
	v, ok := e.Value.(cached)
	return v, ok
}

func (c *cache) put(v cached) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.at[v.key]; ok {
		return
	}
	c.at[v.key] = c.order.PushFront(v)
	if c.order.Len() <= c.size {
		return
	}
	last := c.order.Back()
	if old, ok := c.order.Remove(last).(cached); ok {
		delete(c.at, old.key)
	}
}
