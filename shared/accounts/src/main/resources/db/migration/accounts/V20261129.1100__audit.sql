-- Every security-relevant act, in a chain of hashes that shows where somebody changed it.

CREATE SCHEMA IF NOT EXISTS accounts;

CREATE TABLE accounts.audit_entry (
    sequence      bigint      NOT NULL,
    at            timestamptz NOT NULL,
    actor         text        NOT NULL,
    kind          text        NOT NULL,
    subject       text        NOT NULL,
    detail_names  text[]      NOT NULL,
    detail_values text[]      NOT NULL,
    request_id    text        NOT NULL,
    previous_hash text        NOT NULL,
    hash          text        NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (sequence),
    CONSTRAINT audit_entry_details_paired CHECK (cardinality(detail_names) = cardinality(detail_values))
);
COMMENT ON TABLE accounts.audit_entry IS
    'Who did what; append-only. Ids, names of settings and keyed hashes, never personal data in clear';
COMMENT ON COLUMN accounts.audit_entry.sequence IS '1, 2, 3 … without holes';
COMMENT ON COLUMN accounts.audit_entry.actor IS 'Such as user/ID, key/ID, anonymous, program/NAME';
COMMENT ON COLUMN accounts.audit_entry.kind IS 'Such as key.revoked';
COMMENT ON COLUMN accounts.audit_entry.detail_names IS 'In ascending order; detail_values has the value of each';
COMMENT ON COLUMN accounts.audit_entry.previous_hash IS 'Of the entry before; 64 zeros for the first';
COMMENT ON COLUMN accounts.audit_entry.hash IS
    'SHA-256 in hex of previous_hash (32 bytes) and the content as netstrings, lumia-audit-1';
CREATE INDEX audit_entry_by_subject ON accounts.audit_entry (subject, sequence DESC);
CREATE INDEX audit_entry_by_actor ON accounts.audit_entry (actor, sequence DESC);

-- Whoever appends holds this row to the end of the transaction: entries have one order, and a rollback leaves no hole.
CREATE TABLE accounts.audit_head (
    one      boolean NOT NULL DEFAULT true,
    sequence bigint  NOT NULL,
    hash     text    NOT NULL,
    CONSTRAINT audit_head_pk PRIMARY KEY (one),
    CONSTRAINT audit_head_is_one CHECK (one)
);
COMMENT ON TABLE accounts.audit_head IS 'Where the chain of accounts.audit_entry stands; its row is the lock of each append';
INSERT INTO accounts.audit_head (sequence, hash) VALUES (0, repeat('0', 64));

CREATE TABLE accounts.audit_checkpoint (
    sequence       bigint      NOT NULL,
    kind           text        NOT NULL,
    hash           text        NOT NULL,
    at             timestamptz NOT NULL,
    pepper_version int         NOT NULL,
    signature      text        NOT NULL,
    CONSTRAINT audit_checkpoint_pk PRIMARY KEY (sequence, kind),
    CONSTRAINT audit_checkpoint_kind_known CHECK (kind IN ('seal', 'pruning'))
);
COMMENT ON TABLE accounts.audit_checkpoint IS
    'Where the chain stood, signed with a secret that is not in the database; append-only. Entries go only up to a pruning';
COMMENT ON COLUMN accounts.audit_checkpoint.sequence IS 'Of the last entry that it covers';
COMMENT ON COLUMN accounts.audit_checkpoint.signature IS 'HMAC-SHA-256 in hex, lumia-audit-checkpoint-1';

CREATE FUNCTION accounts.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%.% is append-only: % is refused', TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE FUNCTION accounts.refuse_removal_beyond_pruning() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM accounts.audit_checkpoint c WHERE c.kind = 'pruning' AND c.sequence >= OLD.sequence) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'accounts.audit_entry is append-only: entry % is covered by no pruning', OLD.sequence
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE OR TRUNCATE ON accounts.audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER audit_entry_kept BEFORE DELETE ON accounts.audit_entry
    FOR EACH ROW EXECUTE FUNCTION accounts.refuse_removal_beyond_pruning();
CREATE TRIGGER audit_checkpoint_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON accounts.audit_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON accounts.audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION accounts.refuse_change();
