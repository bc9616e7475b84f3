-- Where partners want to hear from us, what they are told, and what came of each attempt.

CREATE TABLE accounts.webhook_endpoint (
    endpoint_id     uuid        NOT NULL,
    owner_id        uuid        NOT NULL,
    url             text        NOT NULL,
    description     text        NOT NULL,
    types           text[]      NOT NULL,
    status          text        NOT NULL,
    disabled_reason text        NOT NULL DEFAULT '',
    failing_since   timestamptz,
    created_at      timestamptz NOT NULL,
    CONSTRAINT webhook_endpoint_pk PRIMARY KEY (endpoint_id),
    CONSTRAINT webhook_endpoint_status_known CHECK (status IN ('active', 'paused', 'disabled'))
);
COMMENT ON TABLE accounts.webhook_endpoint IS 'Partners'' servers that are told of events';
COMMENT ON COLUMN accounts.webhook_endpoint.types IS 'What it subscribed to, such as recommendation.graded';
COMMENT ON COLUMN accounts.webhook_endpoint.failing_since IS
    'First of the attempts that failed since the last that was taken; null where the last was taken';
CREATE INDEX webhook_endpoint_by_owner ON accounts.webhook_endpoint (owner_id, created_at);

CREATE TABLE accounts.webhook_secret (
    secret_id   uuid        NOT NULL,
    endpoint_id uuid        NOT NULL,
    sealed      bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    expires_at  timestamptz,
    CONSTRAINT webhook_secret_pk PRIMARY KEY (secret_id),
    CONSTRAINT webhook_secret_endpoint FOREIGN KEY (endpoint_id) REFERENCES accounts.webhook_endpoint ON DELETE CASCADE
);
COMMENT ON TABLE accounts.webhook_secret IS 'What messages are signed with; two count while a partner changes over';
COMMENT ON COLUMN accounts.webhook_secret.sealed IS
    'Pepper version (4 bytes), nonce (12), AES-256-GCM ciphertext and tag; the endpoint''s id is authenticated with it';
CREATE INDEX webhook_secret_by_endpoint ON accounts.webhook_secret (endpoint_id, created_at DESC);

CREATE TABLE accounts.webhook_message (
    message_id uuid        NOT NULL,
    type       text        NOT NULL,
    at         timestamptz NOT NULL,
    body       text        NOT NULL,
    CONSTRAINT webhook_message_pk PRIMARY KEY (message_id)
);
COMMENT ON TABLE accounts.webhook_message IS 'What partners are told; kept for 30 days';
COMMENT ON COLUMN accounts.webhook_message.body IS 'JSON, as it is signed and sent, byte by byte';
CREATE INDEX webhook_message_oldest ON accounts.webhook_message (at);

CREATE TABLE accounts.webhook_delivery (
    delivery_id   uuid        NOT NULL,
    message_id    uuid        NOT NULL,
    endpoint_id   uuid        NOT NULL,
    owner_id      uuid        NOT NULL,
    status        text        NOT NULL DEFAULT 'pending',
    attempts      int         NOT NULL DEFAULT 0,
    round_began   int         NOT NULL DEFAULT 0,
    created_at    timestamptz NOT NULL,
    next_at       timestamptz,
    claimed_until timestamptz,
    ended_at      timestamptz,
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT webhook_delivery_once UNIQUE (message_id, endpoint_id),
    CONSTRAINT webhook_delivery_message FOREIGN KEY (message_id) REFERENCES accounts.webhook_message ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_endpoint FOREIGN KEY (endpoint_id) REFERENCES accounts.webhook_endpoint ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_status_known CHECK (status IN ('pending', 'delivered', 'failed')),
    CONSTRAINT webhook_delivery_pending_has_next CHECK ((status = 'pending') = (next_at IS NOT NULL)),
    CONSTRAINT webhook_delivery_ended_has_end CHECK ((status = 'pending') = (ended_at IS NULL))
);
COMMENT ON TABLE accounts.webhook_delivery IS 'A message on its way to an endpoint';
COMMENT ON COLUMN accounts.webhook_delivery.round_began IS 'How many attempts there were when it was made or replayed';
COMMENT ON COLUMN accounts.webhook_delivery.claimed_until IS 'Somebody is sending it; after that he is believed dead';
CREATE INDEX webhook_delivery_due ON accounts.webhook_delivery (next_at) WHERE status = 'pending';
CREATE INDEX webhook_delivery_by_endpoint ON accounts.webhook_delivery (endpoint_id, created_at DESC);

CREATE TABLE accounts.webhook_attempt (
    delivery_id uuid        NOT NULL,
    number      int         NOT NULL,
    at          timestamptz NOT NULL,
    outcome     text        NOT NULL,
    status      int         NOT NULL,
    took_ms     bigint      NOT NULL,
    detail      text        NOT NULL,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (delivery_id, number),
    CONSTRAINT webhook_attempt_delivery FOREIGN KEY (delivery_id) REFERENCES accounts.webhook_delivery ON DELETE CASCADE
);
COMMENT ON TABLE accounts.webhook_attempt IS 'What came of each try to deliver';
COMMENT ON COLUMN accounts.webhook_attempt.status IS 'HTTP''s; 0 without an answer';
