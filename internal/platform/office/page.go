package office

// The sheet, in points: A4, margins 20 mm above and below, 22 mm beside.
const (
	mm          = 72 / 25.4
	sheetWidth  = 595.28
	sheetHeight = 841.89
	marginX     = 22 * mm
	marginY     = 20 * mm
	innerWidth  = sheetWidth - 2*marginX
	innerHeight = sheetHeight - 2*marginY
)

// block is a strip of the page as wide as the text.
type block struct {
	height float64
	// draw prints the block with its upper edge at y.
	draw func(p *pen, y float64)
	// keep holds the block on the page of the next one.
	keep bool
	// space marks a strip without ink.
	space bool
	// head is printed again above the block when it begins a page.
	head *block
	// cut parts a block taller than a page so that the upper part is at most
	// room high, or holds one line if that is higher.
	cut func(room float64) (upper, lower block)
}

// placed is a block on its page.
type placed struct {
	block block
	y     float64
}

// gap is white space above the next block; it vanishes at the top of a page.
func gap(height float64) block {
	return block{height: height, keep: true, draw: func(*pen, float64) {}, space: true}
}

// paginate lays blocks on pages. There is always at least one page.
func paginate(blocks []block) [][]placed {
	pages := [][]placed{nil}
	y, fresh := 0.0, true
	put := func(b block) {
		pages[len(pages)-1] = append(pages[len(pages)-1], placed{b, y})
		y += b.height
	}
	turn := func() {
		pages = append(pages, nil)
		y, fresh = 0, true
	}
	for i := 0; i < len(blocks); {
		b := blocks[i]
		if fresh && b.space && len(pages) > 1 {
			i++
			continue
		}
		if fresh && b.head != nil {
			put(*b.head)
		}
		room, full := innerHeight-y, innerHeight
		if b.head != nil {
			full -= b.head.height
		}
		chain := chainHeight(blocks[i:])
		switch {
		case chain <= room || (b.height <= room && (fresh || chain > full)):
			put(b)
			fresh = false
			i++
		case b.height > full && b.cut != nil && (fresh || room > innerHeight/4):
			upper, lower := b.cut(room)
			put(upper)
			blocks[i] = lower
			turn()
		case fresh:
			put(b)
			fresh = false
			i++
		default:
			turn()
		}
	}
	return pages
}

// chainHeight is the height of the first block and those it is kept with.
func chainHeight(blocks []block) float64 {
	h := 0.0
	for _, b := range blocks {
		h += b.height
		if !b.keep {
			break
		}
	}
	return h
}
