package advice

import (
	"zhize/api"
	"zhize/internal/platform/db"
)

// Archive is the enterprise as its papers name it; enterprise answers.
type Archive interface {
	Archive(tx *db.Tx) (api.Enterprise, error)
}
