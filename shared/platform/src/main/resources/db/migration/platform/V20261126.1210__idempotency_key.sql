-- Writing requests that were answered, so that one that is sent twice takes effect once.

CREATE TABLE platform.idempotency_key (
    actor       text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    claimed_at  timestamptz NOT NULL,
    status      int,
    body        text,
    CONSTRAINT idempotency_key_pk PRIMARY KEY (actor, key),
    CONSTRAINT idempotency_key_answered_wholly CHECK ((status IS NULL) = (body IS NULL))
);
COMMENT ON TABLE platform.idempotency_key IS 'Answers to writing requests by the key their callers gave; kept for 24 hours';
COMMENT ON COLUMN platform.idempotency_key.actor IS 'Whose key it is';
COMMENT ON COLUMN platform.idempotency_key.fingerprint IS 'A hash of method, path, query and body: the same key with another one is refused';
COMMENT ON COLUMN platform.idempotency_key.status IS 'HTTP status of the answer; null while it is being made';
CREATE INDEX idempotency_key_oldest ON platform.idempotency_key (claimed_at);
