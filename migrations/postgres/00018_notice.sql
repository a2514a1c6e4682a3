-- Notices: what people and enterprises are told, by which way, and the log of
-- every attempt, which is evidence for both sides.

-- +goose Up

-- The person who asks about himself; bound only where a grant is for his own account.
CREATE FUNCTION current_account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

-- A person's inbox, over all his enterprises, and the outbox at once: what has not
-- been routed has not been handed to his other ways of being told.
CREATE TABLE notices (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES accounts (id),
    dedupe text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('normal', 'urgent')),
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    read_at timestamptz,
    routed_at timestamptz
);
CREATE UNIQUE INDEX notices_once ON notices (account_id, dedupe);
CREATE INDEX notices_inbox ON notices (account_id, created_at, id);
CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;
CREATE INDEX notices_unrouted ON notices (created_at) WHERE routed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON notices TO zhize_app;
GRANT SELECT, INSERT, UPDATE ON notices TO zhize_sweep;
ALTER TABLE notices ENABLE ROW LEVEL SECURITY;
ALTER TABLE notices FORCE ROW LEVEL SECURITY;
CREATE POLICY notices_person ON notices TO zhize_app USING (account_id = (SELECT current_account())) WITH CHECK (account_id = current_account());
-- An enterprise may write to its own people, and read nothing.
CREATE POLICY notices_post ON notices FOR INSERT TO zhize_app WITH CHECK (account_id IN (SELECT account_id FROM memberships WHERE enterprise_id = current_enterprise()));
CREATE POLICY notices_sweep ON notices TO zhize_sweep USING (true) WITH CHECK (true);

-- What an enterprise's part of a notice said and to whom: a person, or the enterprise
-- itself by its own channels.
CREATE TABLE notice_tellings (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    notice_id uuid,
    recipient_id uuid NOT NULL,
    dedupe text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX notice_tellings_once ON notice_tellings (enterprise_id, recipient_id, dedupe);
CREATE INDEX notice_tellings_recipient ON notice_tellings (enterprise_id, recipient_id, at);
CREATE INDEX notice_tellings_notice ON notice_tellings (notice_id);
CREATE TRIGGER notice_tellings_sealed BEFORE UPDATE OR DELETE ON notice_tellings FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_tellings_kept BEFORE TRUNCATE ON notice_tellings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON notice_tellings TO zhize_app;
GRANT SELECT, INSERT ON notice_tellings TO zhize_sweep;
ALTER TABLE notice_tellings ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_tellings FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_tellings_enterprise ON notice_tellings TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY notice_tellings_sweep ON notice_tellings TO zhize_sweep USING (true) WITH CHECK (true);

-- The enterprise's ways out: robots and webhooks. Address and secret are sealed.
-- next_turn is when it may be used again, for all replicas together, by the
-- database's own clock in milliseconds.
CREATE TABLE notice_channels (
    enterprise_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('wecom', 'dingtalk', 'feishu', 'webhook')),
    name text NOT NULL,
    address_cipher bytea NOT NULL,
    secret_cipher bytea,
    hint text NOT NULL,
    enabled boolean NOT NULL,
    made_by uuid NOT NULL,
    made_at timestamptz NOT NULL,
    next_turn bigint NOT NULL DEFAULT 0,
    ended_at timestamptz,
    PRIMARY KEY (enterprise_id, id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_channels TO zhize_app;
GRANT SELECT, UPDATE ON notice_channels TO zhize_sweep;
ALTER TABLE notice_channels ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_channels FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_channels_enterprise ON notice_channels TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY notice_channels_sweep ON notice_channels TO zhize_sweep USING (true) WITH CHECK (true);

-- How a person wants to be told; minutes count from midnight, slots by commas.
CREATE TABLE notice_preferences (
    account_id uuid PRIMARY KEY REFERENCES accounts (id),
    email_cipher bytea,
    email boolean NOT NULL,
    sms boolean NOT NULL,
    quiet_from integer NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until integer NOT NULL CHECK (quiet_until BETWEEN 0 AND 1439),
    slots text NOT NULL,
    changed_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON notice_preferences TO zhize_app;
GRANT SELECT ON notice_preferences TO zhize_sweep;
ALTER TABLE notice_preferences ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_preferences FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_preferences_person ON notice_preferences TO zhize_app USING (account_id = (SELECT current_account())) WITH CHECK (account_id = current_account());
CREATE POLICY notice_preferences_sweep ON notice_preferences TO zhize_sweep USING (true) WITH CHECK (true);

-- One message on one way, without its content. The owner is the person or the
-- enterprise. The lease is milliseconds of the database's own clock, so that
-- replicas whose clocks differ agree on it.
CREATE TABLE notice_deliveries (
    id uuid PRIMARY KEY,
    owner_id uuid NOT NULL,
    message_id uuid NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook')),
    target_id uuid NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'dead', 'suppressed')),
    urgency text NOT NULL,
    tries integer NOT NULL,
    run_at timestamptz NOT NULL,
    lease bigint NOT NULL,
    note text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    settled_at timestamptz
);
CREATE UNIQUE INDEX notice_deliveries_once ON notice_deliveries (message_id, channel, target_id);
CREATE INDEX notice_deliveries_due ON notice_deliveries (run_at) WHERE state IN ('queued', 'sending', 'failed');
CREATE INDEX notice_deliveries_owner ON notice_deliveries (owner_id, created_at, id);
GRANT SELECT, INSERT, UPDATE ON notice_deliveries TO zhize_app;
GRANT SELECT, INSERT, UPDATE ON notice_deliveries TO zhize_sweep;
ALTER TABLE notice_deliveries ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_deliveries FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_deliveries_owner ON notice_deliveries TO zhize_app USING (owner_id IN ((SELECT current_enterprise()), (SELECT current_account()))) WITH CHECK (owner_id IN (current_enterprise(), current_account()));
-- What an enterprise had a person told it may follow, and try again.
CREATE POLICY notice_deliveries_told ON notice_deliveries FOR SELECT TO zhize_app USING (message_id IN (SELECT t.notice_id FROM notice_tellings t WHERE t.enterprise_id = (SELECT current_enterprise())));
CREATE POLICY notice_deliveries_again ON notice_deliveries FOR UPDATE TO zhize_app USING (message_id IN (SELECT t.notice_id FROM notice_tellings t WHERE t.enterprise_id = (SELECT current_enterprise())));
CREATE POLICY notice_deliveries_sweep ON notice_deliveries TO zhize_sweep USING (true) WITH CHECK (true);

CREATE TABLE notice_attempts (
    delivery_id uuid NOT NULL REFERENCES notice_deliveries (id),
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'failed')),
    answer text NOT NULL,
    took_ms integer NOT NULL,
    PRIMARY KEY (delivery_id, id)
);
CREATE TRIGGER notice_attempts_sealed BEFORE UPDATE OR DELETE ON notice_attempts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER notice_attempts_kept BEFORE TRUNCATE ON notice_attempts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
GRANT SELECT, INSERT ON notice_attempts TO zhize_app;
GRANT SELECT, INSERT ON notice_attempts TO zhize_sweep;
ALTER TABLE notice_attempts ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_attempts FORCE ROW LEVEL SECURITY;
CREATE POLICY notice_attempts_owner ON notice_attempts TO zhize_app USING (delivery_id IN (SELECT d.id FROM notice_deliveries d)) WITH CHECK (delivery_id IN (SELECT d.id FROM notice_deliveries d WHERE d.owner_id IN (current_enterprise(), current_account())));
CREATE POLICY notice_attempts_sweep ON notice_attempts TO zhize_sweep USING (true) WITH CHECK (true);

-- When an enterprise departs from the standard: hours before the deadline from which
-- a kind is recalled, hours after it when director and principal are told (-1 never),
-- and for how many hours after it anybody is.
CREATE TABLE reminder_ladders (
    enterprise_id uuid NOT NULL,
    kind text NOT NULL,
    soon integer NOT NULL,
    director integer NOT NULL,
    principal integer NOT NULL,
    until integer NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (enterprise_id, kind)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON reminder_ladders TO zhize_app;
GRANT SELECT ON reminder_ladders TO zhize_sweep;
ALTER TABLE reminder_ladders ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder_ladders FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_ladders_enterprise ON reminder_ladders TO zhize_app USING (enterprise_id = (SELECT current_enterprise())) WITH CHECK (enterprise_id = current_enterprise());
CREATE POLICY reminder_ladders_sweep ON reminder_ladders TO zhize_sweep USING (true) WITH CHECK (true);
