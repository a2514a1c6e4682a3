package document

import (
	"archive/zip"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
)

// folders are those of a pack, in the order of 附件3, by the item that a paper
// answers. What answers none stands behind.
var folders = []struct{ item, name string }{
	{"1.1", "1.1 质量安全管理制度"},
	{"1.2", "1.2 质量安全总监和质量安全员"},
	{"1.3", "1.3 总监职责和安全员守则"},
	{"1.4", "1.4 风险管控清单"},
	{"1.5", "1.5 日管控周排查月调度制度"},
	{"1.6", "1.6 检查验收等制度"},
	{"2.1", "2.1 每日检查记录"},
	{"2.2", "2.2 每周排查治理报告"},
	{"2.3", "2.3 每月调度会议纪要"},
	{"2.4", "2.4 隐患整改"},
	{"2.5", "2.5 培训考核"},
	{"licence", "3 证照"},
	{"book", "4 进货出厂台账"},
	{"duty", "5 履职记录"},
	{"other", "6 其他"},
}

const (
	folderData     = "7 数据"
	folderEvidence = "8 证据"
)

// folderOf is where a paper of the item lies. What answers the items from 3.1 on
// are the books of goods.
func folderOf(item string) string {
	if strings.HasPrefix(item, "3.") || strings.HasPrefix(item, "4.") {
		item = "book"
	}
	other := ""
	for _, f := range folders {
		if f.item == item {
			return f.name
		}
		other = f.name
	}
	return other
}

// entry is a file of the pack.
type entry struct {
	folder, name string
	size         int64
	pages        int    // 0 where nobody counts them
	holds        string // what is in it, where the name does not say so
	sum          string
}

func (e entry) path() string {
	if e.folder == "" {
		return e.name
	}
	return e.folder + "/" + e.name
}

// archive writes a pack file by file and remembers the hash of each.
type archive struct {
	zip     *zip.Writer
	at      time.Time
	entries []entry
	taken   map[string]bool
}

func newArchive(out io.Writer, at time.Time) *archive {
	return &archive{zip: zip.NewWriter(out), at: at, taken: map[string]bool{}}
}

// name makes a name that no other file of the folder has, and that every system
// takes.
func (a *archive) name(folder, text string, endings ...string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		default:
			return r
		}
	}, text)
	clean = strings.Trim(strings.Join(strings.Fields(clean), " "), ". ")
	if r := []rune(clean); len(r) > 80 {
		clean = strings.TrimSpace(string(r[:80]))
	}
	clean = cmp.Or(clean, "未命名")
	for n := 1; ; n++ {
		one := clean
		if n > 1 {
			one = fmt.Sprintf("%s（%d）", clean, n)
		}
		// Some systems do not tell A from a.
		free := !slices.ContainsFunc(endings, func(end string) bool { return a.taken[strings.ToLower(folder+"/"+one+end)] })
		if free {
			for _, end := range endings {
				a.taken[strings.ToLower(folder+"/"+one+end)] = true
			}
			return one
		}
	}
}

// packed files are not packed again.
var packed = []string{".pdf", ".docx", ".xlsx", ".zip"}

// stream writes a file as it is made.
func (a *archive) stream(e entry, write func(io.Writer) error) error {
	h := &zip.FileHeader{Name: e.path(), Method: zip.Deflate, Modified: a.at}
	if slices.ContainsFunc(packed, func(end string) bool { return strings.HasSuffix(e.name, end) }) {
		h.Method = zip.Store
	}
	w, err := a.zip.CreateHeader(h)
	if err != nil {
		return fmt.Errorf("begin %s: %w", e.path(), err)
	}
	sum := &summing{to: w, sum: sha256.New()}
	if err := write(sum); err != nil {
		return fmt.Errorf("write %s: %w", e.path(), err)
	}
	e.size, e.sum = sum.size, hex.EncodeToString(sum.sum.Sum(nil))
	a.entries = append(a.entries, e)
	return nil
}

func (a *archive) add(e entry, content []byte) error {
	return a.stream(e, func(w io.Writer) error {
		_, err := w.Write(content)
		return err
	})
}

// summing takes the hash of what passes.
type summing struct {
	to   io.Writer
	sum  hash.Hash
	size int64
}

func (s *summing) Write(b []byte) (int, error) {
	n, err := s.to.Write(b)
	s.sum.Write(b[:n])
	s.size += int64(n)
	return n, err
}

// sorted are the files in the order of the folders.
func (a *archive) sorted() []entry {
	all := slices.Clone(a.entries)
	slices.SortStableFunc(all, func(x, y entry) int { return cmp.Compare(x.folder, y.folder) })
	return all
}

// close writes the sums of all files, as sha256sum reads them, and ends.
func (a *archive) close() error {
	var b strings.Builder
	for _, e := range a.entries {
		fmt.Fprintf(&b, "%s  %s\n", e.sum, e.path())
	}
	return errors.Join(a.add(entry{name: "SHA256SUMS"}, []byte(b.String())), a.zip.Close())
}
