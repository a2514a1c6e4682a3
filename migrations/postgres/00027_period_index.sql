-- The rows of one enterprise in a range of days: the sweep asks for them batch by
-- batch, and without it the engine reads the days of everybody each time.

-- +goose Up

DROP INDEX obligations_site;
CREATE INDEX obligations_period ON obligations (enterprise_id, kind, period_start, site_id);
