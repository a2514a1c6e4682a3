-- How many days after the end of a week or month its report or meeting may still
-- be done in time; an enterprise that says nothing has the product's own terms.

-- +goose Up

CREATE TABLE obligation_terms (
    enterprise_id text NOT NULL REFERENCES enterprises (enterprise_id),
    week_grace integer NOT NULL CHECK (week_grace BETWEEN 0 AND 6),
    month_grace integer NOT NULL CHECK (month_grace BETWEEN 0 AND 15),
    changed_by text,
    changed_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id)
);
