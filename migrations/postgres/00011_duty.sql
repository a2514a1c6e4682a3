-- Whose duty an obligation is and what it asks in words, so that home pages and
-- reminders need no second list of due things.

-- +goose Up

ALTER TABLE obligations ADD COLUMN post text NOT NULL DEFAULT '';
ALTER TABLE obligations ADD COLUMN account_id uuid;
ALTER TABLE obligations ADD COLUMN title text NOT NULL DEFAULT '';
CREATE INDEX obligations_due ON obligations (enterprise_id, due_until) WHERE fulfilled_at IS NULL AND excused_at IS NULL;
