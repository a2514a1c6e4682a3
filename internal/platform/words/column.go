package words

import (
	"bytes"
	"database/sql/driver"
	"encoding/json"
	"fmt"
)

// A sentence is kept in a text column: with its code as JSON, what somebody wrote
// as it is. What was kept before sentences had codes is read as if written.

// Value implements driver.Valuer.
func (s Sentence) Value() (driver.Value, error) {
	if s.Code == "" {
		return s.Text, nil
	}
	b, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode sentence %s: %w", s.Code, err)
	}
	return string(b), nil
}

// Scan implements sql.Scanner.
func (s *Sentence) Scan(from any) error {
	*s = Sentence{}
	switch from := from.(type) {
	case nil:
		return nil
	case string:
		return s.read([]byte(from))
	case []byte:
		return s.read(from)
	}
	return fmt.Errorf("a sentence cannot be read from %T", from)
}

func (s *Sentence) read(b []byte) error {
	if !bytes.HasPrefix(b, []byte(`{"code":`)) {
		s.Text = string(b)
		return nil
	}
	return s.UnmarshalJSON(b)
}

// UnmarshalJSON reads a sentence, or a bare string as what somebody wrote.
func (s *Sentence) UnmarshalJSON(b []byte) error {
	*s = Sentence{}
	if bytes.HasPrefix(b, []byte(`"`)) {
		return json.Unmarshal(b, &s.Text) //nolint:wrapcheck // nothing to add
	}
	type plain Sentence
	return json.Unmarshal(b, (*plain)(s)) //nolint:wrapcheck // nothing to add
}
