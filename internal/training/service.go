package training

import (
	"encoding/json"
	"fmt"
	"slices"

	"zhize/api"
	"zhize/internal/access"
	"zhize/internal/enterprise"
	"zhize/internal/file"
	"zhize/internal/ledger"
	"zhize/internal/paper"
	"zhize/internal/platform/clock"
	"zhize/internal/platform/db"
	"zhize/internal/platform/id"
)

// Ports are the neighbours of equal rank, and those who answer for others.
type Ports struct {
	Posts        Posts
	Duties       Duties
	Examinations Examinations
}

// Service keeps plans, sessions, self-study and tests.
type Service struct {
	db          *db.DB
	ledger      *ledger.Service
	files       *file.Service
	papers      *paper.Service
	enterprises *enterprise.Service
	on          Ports
}

// New makes the service.
func New(d *db.DB, l *ledger.Service, files *file.Service, papers *paper.Service, enterprises *enterprise.Service, on Ports) *Service {
	return &Service{db: d, ledger: l, files: files, papers: papers, enterprises: enterprises, on: on}
}

// person is somebody in office, with his posts in their order.
type person struct {
	account id.ID
	name    string
	posts   []string
}

// people lists those in office, in the order of posts; deputies count as what
// they deputise for.
func (s *Service) people(tx *db.Tx) ([]person, error) {
	holders, err := s.on.Posts.Holders(tx)
	if err != nil {
		return nil, fmt.Errorf("read posts: %w", err)
	}
	var all []person
	for _, h := range holders {
		n := slices.IndexFunc(all, func(p person) bool { return p.account == id.ID(h.Account) })
		if n < 0 {
			n, all = len(all), append(all, person{account: id.ID(h.Account), name: h.PersonName})
		}
		if !slices.Contains(all[n].posts, h.Post) {
			all[n].posts = append(all[n].posts, h.Post)
		}
	}
	return all, nil
}

// chosen returns the people of the accounts; all must be in office.
func (s *Service) chosen(tx *db.Tx, accounts []string) ([]person, error) {
	people, err := s.people(tx)
	if err != nil {
		return nil, err
	}
	var all []person
	for n, a := range accounts {
		k := slices.IndexFunc(people, func(p person) bool { return string(p.account) == a })
		if k < 0 {
			return nil, ErrNotInOffice.At(fmt.Sprintf("body.accounts[%d]", n), "")
		}
		if !slices.ContainsFunc(all, func(p person) bool { return p.account == people[k].account }) {
			all = append(all, people[k])
		}
	}
	return all, nil
}

// organises reports whether the caller may note and hold the session.
func organises(tx *db.Tx, organiser id.ID) bool {
	a := tx.Actor()
	return a.Enterprise == tx.Enterprise() && (a.Account == organiser || a.Is(access.Director) || a.Is(access.Principal))
}

// seal appends the fact to the chain, which says its place, and writes its row.
// Names, signatures and the names of files stand apart from the body.
func (s *Service) seal(tx *db.Tx, r *factRow, content any, declaration api.Declaration) error {
	body, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("encode %s: %w", r.Kind, err)
	}
	files, err := parse[[]api.FileRef](r.Files)
	if err != nil {
		return err
	}
	personal, err := json.Marshal(struct {
		By          id.ID            `json:"by"`
		ByName      string           `json:"byName"`
		Name        string           `json:"name,omitempty"`
		Declaration *api.Declaration `json:"declaration,omitempty"`
		Files       []api.FileRef    `json:"files,omitempty"`
	}{r.ByID, r.ByName, r.PersonName, given(declaration), files})
	if err != nil {
		return fmt.Errorf("encode people of %s: %w", r.Kind, err)
	}
	evidence, err := s.files.Evidence(tx, hashes(files)...)
	if err != nil {
		return err
	}
	link, err := s.ledger.Append(tx, ledger.Fact{
		Kind: "training." + r.Kind, Subject: r.SubjectID, Day: r.Day,
		Payload: ledger.Payload{Body: body, Personal: personal, Photos: evidence},
	})
	if err != nil {
		return fmt.Errorf("seal %s %s: %w", r.Kind, r.SubjectID, err)
	}
	r.FactSeq = int64(link.Seq)
	return insertFact(tx, *r)
}

func given(d api.Declaration) *api.Declaration {
	if d.Text == "" && len(d.Signature) == 0 {
		return nil
	}
	return &d
}

func hashes(files []api.FileRef) []string {
	var all []string
	for _, f := range files {
		all = append(all, f.SHA256)
	}
	return all
}

// kept refuses material that has not reached us.
func (s *Service) kept(tx *db.Tx, files []api.FileRef) error {
	_, err := s.files.Evidence(tx, hashes(files)...)
	return err
}

// repeated reports whether the fact's id was used already: for the same, and
// then the answer is repeated, or for something else.
func repeated(tx *db.Tx, fact id.ID, kind string, subject id.ID) (bool, error) {
	r, ok, err := findFact(tx, fact)
	if err != nil || !ok {
		return false, err
	}
	if r.Kind != kind || r.SubjectID != subject {
		return false, ErrIDTaken
	}
	return true, nil
}

// factOf begins the next version after the last of the rows.
func factOf(tx *db.Tx, fact id.ID, kind string, subject id.ID, day clock.Day, before int, reason string) (factRow, error) {
	if before > 0 && reason == "" {
		return factRow{}, ErrReason.At("body.reason", "")
	}
	if before == 0 {
		reason = ""
	}
	by := tx.Actor()
	return factRow{ID: fact, Kind: kind, SubjectID: subject, Day: day, Version: before + 1, Reason: reason, ByID: by.Account, ByName: by.Name, At: tx.Now()}, nil
}

// latest keeps of the rows, which are ordered by version, the last about each
// subject and person.
func latest(rows []factRow) []factRow {
	type about struct{ subject, account id.ID }
	at := map[about]int{}
	var all []factRow
	for _, r := range rows {
		k := about{r.SubjectID, r.AccountID}
		n, ok := at[k]
		if !ok {
			at[k], all = len(all), append(all, r)
			continue
		}
		all[n] = r
	}
	return all
}
