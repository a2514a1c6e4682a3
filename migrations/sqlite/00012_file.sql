-- Files (附件): bylaws, certificates, training material, kept by their hash.

-- +goose Up

CREATE TABLE files (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    sha256 text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('pdf', 'docx', 'jpeg', 'png', 'webp')),
    size integer NOT NULL,
    uploaded_by text,
    uploaded_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, sha256)
);
-- +goose StatementBegin
CREATE TRIGGER files_no_update BEFORE UPDATE ON files BEGIN SELECT RAISE(ABORT, 'sealed: files is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER files_no_delete BEFORE DELETE ON files BEGIN SELECT RAISE(ABORT, 'sealed: files is insert-only'); END;
-- +goose StatementEnd
