-- A letter whose term runs out before it is answered lapses: the bell looks for it.

-- +goose Up

CREATE INDEX appointment_letters_until ON appointment_letters (until_day) WHERE until_day IS NOT NULL;
GRANT SELECT ON appointment_letters, appointment_answers TO zhize_sweep;
CREATE POLICY appointment_letters_sweep ON appointment_letters FOR SELECT TO zhize_sweep USING (true);
CREATE POLICY appointment_answers_sweep ON appointment_answers FOR SELECT TO zhize_sweep USING (true);
