package office

import "time"

// Form is one paper, from its title to its signatures. All texts may hold line
// breaks; every part may be empty.
type Form struct {
	Title    string
	Subtitle string
	// Number is printed above the grid on the right, as in "编号：RC-20261105-0417".
	Number string
	// At is the instant the paper is dated in the file's properties; zero
	// leaves it undated.
	At time.Time
	// Head is the grid of labels and values below the title, two pairs a row.
	Head       []Pair
	Sections   []Section
	Signatures []Signature
	// Footer is the small line at the foot of every page, for the digest of
	// the sealed body and where to verify it.
	Footer string
	// QR stands in the upper right corner of the first page.
	QR *QR
}

// Pair is a label and its value. A wide pair takes a row of its own.
type Pair struct {
	Label, Value string
	Wide         bool
}

// Section is a Heading, a Paragraph, a Table or Images.
type Section interface{ section() }

// Heading stays on the page of what follows it.
type Heading struct{ Text string }

// Paragraph is running text; Indent leaves two characters free at its start.
type Paragraph struct {
	Text   string
	Indent bool
	Align  Align
}

// Table repeats its header row at the top of every page. A row is never split
// unless it is taller than a page. A table right below the head or another
// table shares its ruling; a heading or an empty paragraph sets it apart.
type Table struct {
	Columns []Column
	// Rows may be shorter than Columns: the last cell then spans the rest, and
	// a row of one cell, the heading of a group, stays with the row below. A
	// row without cells prints empty; cells beyond Columns are not printed.
	Rows [][]Cell
}

// Column shares the width of the page by Weight; a weight of zero counts as 1.
// Align is that of its cells: a title is always centred.
type Column struct {
	Title  string
	Weight float64
	Align  Align
}

// Cell is one field of a table; its mark stands before its text.
type Cell struct {
	Text string
	Bold bool
	Mark Mark
}

// Images are pictures (JPEG or PNG), three a row, each with its caption.
type Images struct{ Pictures []Picture }

// Picture is one image file with the line below it.
type Picture struct {
	Data    []byte
	Caption string
}

func (Heading) section()   {}
func (Paragraph) section() {}
func (Table) section()     {}
func (Images) section()    {}

// Align places text between the left and the right edge.
type Align int

// The alignments.
const (
	Left Align = iota
	Center
	Right
)

// Mark is the sign by which an official form answers an item.
type Mark int

// The marks: ✓ (for √), ×, ○ and ／ for "does not apply".
const (
	NoMark Mark = iota
	Tick
	Cross
	Circle
	Slash
)

// Signature is one place to sign. Strokes drawn by hand stand on the line with
// Name and At in small type below; without strokes the name itself stands on
// the line; without either the line is left for a pen.
type Signature struct {
	Label, Name, At string
	Strokes         []Stroke
}

// Stroke is one line of the pen, in the order it was drawn.
type Stroke []Point

// Point lies in a box 1000 wide and 400 high whose origin is the upper left
// corner; what lies outside is pulled to the edge.
type Point struct{ X, Y int }

// QR is a code to scan and the few words below it.
type QR struct{ URL, Caption string }

// Paper is a printed form.
type Paper struct {
	PDF   []byte
	Pages int
	// Warnings say in Chinese what could not be printed as given.
	Warnings []string
}
