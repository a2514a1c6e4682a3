-- The whole loop of a hazard: its plan, whose it is, where it comes from, what
-- was contained, and what the authority ordered.

-- +goose Up

ALTER TABLE hazards DROP CONSTRAINT hazards_state_check;
ALTER TABLE hazards ADD CONSTRAINT hazards_state_check CHECK (state IN ('found', 'measured', 'planned', 'rectified', 'verified', 'closed'));
ALTER TABLE hazards ADD COLUMN source text NOT NULL DEFAULT 'check' CHECK (source IN ('check', 'weekly', 'spot', 'order', 'complaint', 'spot_check_failed'));
ALTER TABLE hazards ADD COLUMN source_number text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN batch text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN basis text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN cause text NOT NULL DEFAULT '' CHECK (cause IN ('', 'man', 'machine', 'material', 'method', 'environment', 'management'));
ALTER TABLE hazards ADD COLUMN planned boolean NOT NULL DEFAULT false;
ALTER TABLE hazards ADD COLUMN owner_id uuid;
ALTER TABLE hazards ADD COLUMN owner_name text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN to_report boolean NOT NULL DEFAULT false;
ALTER TABLE hazards ADD COLUMN rectified_at timestamptz;
ALTER TABLE hazards ADD COLUMN rectified_by uuid;
ALTER TABLE hazards ADD COLUMN found_again integer NOT NULL DEFAULT 0;
ALTER TABLE hazards ADD COLUMN recurrence_of uuid;
ALTER TABLE hazards ADD COLUMN recurrences integer NOT NULL DEFAULT 0;
ALTER TABLE hazards ADD COLUMN contained integer NOT NULL DEFAULT 0;
ALTER TABLE hazards ADD COLUMN photo_before text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN photo_after text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN agency_id uuid;
ALTER TABLE hazards ADD COLUMN agency_name text NOT NULL DEFAULT '';
ALTER TABLE hazards ADD COLUMN officer_id uuid;
ALTER TABLE hazards ADD COLUMN officer_name text NOT NULL DEFAULT '';
CREATE INDEX hazards_item ON hazards (enterprise_id, item_id);
CREATE INDEX hazards_day ON hazards (enterprise_id, day);

ALTER TABLE hazard_steps DROP CONSTRAINT hazard_steps_kind_check;
ALTER TABLE hazard_steps ADD CONSTRAINT hazard_steps_kind_check CHECK (kind IN ('found', 'found_again', 'measure', 'reported', 'planned', 'extended', 'rectified', 'sent_back', 'verified', 'closed', 'reopened', 'contained', 'notified', 'receipted', 'recall_progress', 'lifted', 'assigned'));
ALTER TABLE hazard_steps ADD COLUMN detail text NOT NULL DEFAULT '';
ALTER TABLE hazard_steps ADD COLUMN record_id uuid;
ALTER TABLE hazard_steps ADD COLUMN about_id uuid;
ALTER TABLE hazard_steps ADD COLUMN about_name text NOT NULL DEFAULT '';
CREATE INDEX hazard_steps_record ON hazard_steps (enterprise_id, record_id) WHERE record_id IS NOT NULL;
