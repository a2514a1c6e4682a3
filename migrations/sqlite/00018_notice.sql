-- Notices: what people and enterprises are told, by which way, and the log of
-- every attempt, which is evidence for both sides.

-- +goose Up

-- A person's inbox, over all his enterprises, and the outbox at once: what has not
-- been routed has not been handed to his other ways of being told.
CREATE TABLE notices (
    id text NOT NULL PRIMARY KEY,
    account_id text NOT NULL REFERENCES accounts (id),
    dedupe text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    urgency text NOT NULL CHECK (urgency IN ('normal', 'urgent')),
    created_at datetime NOT NULL,
    expires_at datetime NOT NULL,
    read_at datetime,
    routed_at datetime
);
CREATE UNIQUE INDEX notices_once ON notices (account_id, dedupe);
CREATE INDEX notices_inbox ON notices (account_id, created_at, id);
CREATE INDEX notices_unread ON notices (account_id) WHERE read_at IS NULL;
CREATE INDEX notices_unrouted ON notices (created_at) WHERE routed_at IS NULL;

-- What an enterprise's part of a notice said and to whom: a person, or the enterprise
-- itself by its own channels.
CREATE TABLE notice_tellings (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    notice_id text,
    recipient_id text NOT NULL,
    dedupe text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    at datetime NOT NULL,
    expires_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, id)
);
CREATE UNIQUE INDEX notice_tellings_once ON notice_tellings (enterprise_id, recipient_id, dedupe);
CREATE INDEX notice_tellings_recipient ON notice_tellings (enterprise_id, recipient_id, at);
CREATE INDEX notice_tellings_notice ON notice_tellings (notice_id);
-- +goose StatementBegin
CREATE TRIGGER notice_tellings_no_update BEFORE UPDATE ON notice_tellings BEGIN SELECT RAISE(ABORT, 'sealed: notice_tellings is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER notice_tellings_no_delete BEFORE DELETE ON notice_tellings BEGIN SELECT RAISE(ABORT, 'sealed: notice_tellings is insert-only'); END;
-- +goose StatementEnd

-- The enterprise's ways out: robots and webhooks. Address and secret are sealed.
-- next_turn is when it may be used again, for all replicas together, by the
-- database's own clock in milliseconds.
CREATE TABLE notice_channels (
    enterprise_id text NOT NULL,
    id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('wecom', 'dingtalk', 'feishu', 'webhook')),
    name text NOT NULL,
    address_cipher blob NOT NULL,
    secret_cipher blob,
    hint text NOT NULL,
    enabled boolean NOT NULL,
    made_by text NOT NULL,
    made_at datetime NOT NULL,
    next_turn integer NOT NULL DEFAULT 0,
    ended_at datetime,
    PRIMARY KEY (enterprise_id, id)
);

-- How a person wants to be told; minutes count from midnight, slots by commas.
CREATE TABLE notice_preferences (
    account_id text NOT NULL PRIMARY KEY REFERENCES accounts (id),
    email_cipher blob,
    email boolean NOT NULL,
    sms boolean NOT NULL,
    quiet_from integer NOT NULL CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until integer NOT NULL CHECK (quiet_until BETWEEN 0 AND 1439),
    slots text NOT NULL,
    changed_at datetime NOT NULL
);

-- One message on one way, without its content. The owner is the person or the
-- enterprise. The lease is milliseconds of the database's own clock, so that
-- replicas whose clocks differ agree on it.
CREATE TABLE notice_deliveries (
    id text NOT NULL PRIMARY KEY,
    owner_id text NOT NULL,
    message_id text NOT NULL,
    channel text NOT NULL CHECK (channel IN ('email', 'sms', 'wecom', 'dingtalk', 'feishu', 'webhook')),
    target_id text NOT NULL,
    state text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'dead', 'suppressed')),
    urgency text NOT NULL,
    tries integer NOT NULL,
    run_at datetime NOT NULL,
    lease integer NOT NULL,
    note text NOT NULL DEFAULT '',
    created_at datetime NOT NULL,
    expires_at datetime NOT NULL,
    settled_at datetime
);
CREATE UNIQUE INDEX notice_deliveries_once ON notice_deliveries (message_id, channel, target_id);
CREATE INDEX notice_deliveries_due ON notice_deliveries (run_at) WHERE state IN ('queued', 'sending', 'failed');
CREATE INDEX notice_deliveries_owner ON notice_deliveries (owner_id, created_at, id);

CREATE TABLE notice_attempts (
    delivery_id text NOT NULL REFERENCES notice_deliveries (id),
    id text NOT NULL,
    at datetime NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused', 'failed')),
    answer text NOT NULL,
    took_ms integer NOT NULL,
    PRIMARY KEY (delivery_id, id)
);
-- +goose StatementBegin
CREATE TRIGGER notice_attempts_no_update BEFORE UPDATE ON notice_attempts BEGIN SELECT RAISE(ABORT, 'sealed: notice_attempts is insert-only'); END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER notice_attempts_no_delete BEFORE DELETE ON notice_attempts BEGIN SELECT RAISE(ABORT, 'sealed: notice_attempts is insert-only'); END;
-- +goose StatementEnd

-- When an enterprise departs from the standard: hours before the deadline from which
-- a kind is recalled, hours after it when director and principal are told (-1 never),
-- and for how many hours after it anybody is.
CREATE TABLE reminder_ladders (
    enterprise_id text NOT NULL,
    kind text NOT NULL,
    soon integer NOT NULL,
    director integer NOT NULL,
    principal integer NOT NULL,
    until integer NOT NULL,
    changed_by text NOT NULL,
    changed_at datetime NOT NULL,
    PRIMARY KEY (enterprise_id, kind)
);
