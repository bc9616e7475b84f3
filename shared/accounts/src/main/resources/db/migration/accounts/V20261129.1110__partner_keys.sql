-- Keys of partners' programs, and how often each was used for what.

CREATE TABLE accounts.partner_key (
    key_id         uuid        NOT NULL,
    owner_id       uuid        NOT NULL,
    name           text        NOT NULL,
    mode           text        NOT NULL,
    hint           text        NOT NULL,
    pepper_version int         NOT NULL,
    key_hash       text        NOT NULL,
    scopes         text[]      NOT NULL,
    addresses      text[]      NOT NULL,
    slot           smallint,
    created_at     timestamptz NOT NULL,
    expires_at     timestamptz,
    revoked_at     timestamptz,
    last_used_at   timestamptz,
    refused_at     timestamptz,
    CONSTRAINT partner_key_pk PRIMARY KEY (key_id),
    CONSTRAINT partner_key_hash_unique UNIQUE (key_hash),
    CONSTRAINT partner_key_two_live UNIQUE (owner_id, mode, slot),
    CONSTRAINT partner_key_mode_known CHECK (mode IN ('live', 'test')),
    CONSTRAINT partner_key_slot_known CHECK (slot IN (1, 2)),
    CONSTRAINT partner_key_revoked_has_no_slot CHECK (revoked_at IS NULL OR slot IS NULL)
);
COMMENT ON TABLE accounts.partner_key IS 'Keys of partners'' programs; the keys themselves are nowhere';
COMMENT ON COLUMN accounts.partner_key.owner_id IS 'The account that it acts for';
COMMENT ON COLUMN accounts.partner_key.hint IS 'How it begins, for its owner to recognise it';
COMMENT ON COLUMN accounts.partner_key.key_hash IS 'HMAC-SHA-256 in hex, under the pepper of pepper_version';
COMMENT ON COLUMN accounts.partner_key.addresses IS 'CIDR ranges from which it may be used; empty for everywhere';
COMMENT ON COLUMN accounts.partner_key.slot IS
    'Which of the two live ones of its owner and mode it is; null once it was revoked or was found expired';
COMMENT ON COLUMN accounts.partner_key.last_used_at IS 'To within a minute';
COMMENT ON COLUMN accounts.partner_key.refused_at IS 'When a refusal was audited last, at most once an hour';
CREATE INDEX partner_key_by_owner ON accounts.partner_key (owner_id, created_at DESC);

CREATE TABLE accounts.partner_key_usage (
    key_id    uuid   NOT NULL,
    day       date   NOT NULL,
    operation text   NOT NULL,
    calls     bigint NOT NULL,
    CONSTRAINT partner_key_usage_pk PRIMARY KEY (key_id, day, operation),
    CONSTRAINT partner_key_usage_key FOREIGN KEY (key_id) REFERENCES accounts.partner_key ON DELETE CASCADE
);
COMMENT ON TABLE accounts.partner_key_usage IS 'Calls by key, UTC day and operation of the API';
