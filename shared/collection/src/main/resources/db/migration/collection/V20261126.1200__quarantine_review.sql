-- Somebody decides about rows that were set aside, and it is written down who did what.

ALTER TABLE collection.quarantine
    ADD COLUMN status     text NOT NULL DEFAULT 'waiting',
    ADD COLUMN decided_at timestamptz,
    ADD COLUMN decided_by text,
    ADD COLUMN note       text,
    ADD COLUMN value      jsonb,
    ADD CONSTRAINT quarantine_status_known CHECK (status IN ('waiting', 'released', 'rejected')),
    ADD CONSTRAINT quarantine_decided_or_waiting
        CHECK ((status = 'waiting') = (decided_at IS NULL)
           AND (decided_at IS NULL) = (decided_by IS NULL)
           AND (decided_at IS NULL) = (note IS NULL));
COMMENT ON COLUMN collection.quarantine.status IS 'What was decided; a decision is final, and collecting the row again does not change it';
COMMENT ON COLUMN collection.quarantine.decided_by IS 'Who decided, as in audit_entry';
COMMENT ON COLUMN collection.quarantine.note IS 'Why; empty where nothing was said';
COMMENT ON COLUMN collection.quarantine.value IS 'What the row says, with its source, so that it can be loaded without the provider; null where it could not be read';
CREATE INDEX quarantine_waiting ON collection.quarantine (quarantine_id) WHERE status = 'waiting';
CREATE INDEX quarantine_released ON collection.quarantine (symbol) WHERE status = 'released';

CREATE TABLE collection.audit_entry (
    entry_number bigint GENERATED ALWAYS AS IDENTITY,
    at           timestamptz NOT NULL,
    actor        text        NOT NULL,
    action       text        NOT NULL,
    subject      text        NOT NULL,
    details      jsonb       NOT NULL,
    request_id   text        NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (entry_number)
);
COMMENT ON TABLE collection.audit_entry IS 'Who did what to collection; rows are never changed';
COMMENT ON COLUMN collection.audit_entry.actor IS 'A user''s name; local on a laptop';
COMMENT ON COLUMN collection.audit_entry.action IS 'Such as quarantine.release';
COMMENT ON COLUMN collection.audit_entry.subject IS 'What it was done to, such as quarantine/42';
CREATE INDEX audit_entry_of_subject ON collection.audit_entry (subject, entry_number);
