-- People: who has an account, how they sign in, what they like. Addresses and private keys are sealed, tokens and network addresses
-- are hashed, so that a copy of these tables tells nobody who the people are or lets him in.

CREATE SCHEMA IF NOT EXISTS accounts;

CREATE TABLE accounts.data_key (
    data_key_id uuid        NOT NULL,
    purpose     text        NOT NULL,
    generation  integer     NOT NULL,
    wrapped_by  text        NOT NULL,
    wrapped     bytea       NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT data_key_pk PRIMARY KEY (data_key_id),
    CONSTRAINT data_key_generation_unique UNIQUE (purpose, generation),
    CONSTRAINT data_key_generation_check CHECK (generation >= 1)
);
COMMENT ON TABLE accounts.data_key IS
    'Keys that values are sealed or hashed by, wrapped by a key that is not in the database. Never deleted';
COMMENT ON COLUMN accounts.data_key.wrapped_by IS 'Which key-encryption key opens it: local:… or the ARN of a KMS key';

CREATE TABLE accounts.user_account (
    user_id         uuid        NOT NULL,
    role            text        NOT NULL,
    plan            text        NOT NULL,
    issuer          text        NOT NULL,
    email_lookup    bytea,
    email_sealed    bytea,
    password_hash   text,
    password_set_at timestamptz,
    created_at      timestamptz NOT NULL,
    erased_at       timestamptz,
    CONSTRAINT user_account_pk PRIMARY KEY (user_id),
    CONSTRAINT user_account_email_unique UNIQUE (email_lookup),
    CONSTRAINT user_account_role_check CHECK (role IN ('user', 'advisor', 'admin')),
    CONSTRAINT user_account_plan_check CHECK (plan IN ('standard', 'premium')),
    CONSTRAINT user_account_password_check CHECK (
        num_nulls(email_lookup, email_sealed, password_hash, password_set_at) IN (0, 4)),
    CONSTRAINT user_account_erased_check CHECK (erased_at IS NULL OR password_hash IS NULL)
);
COMMENT ON TABLE accounts.user_account IS
    'Who has an account. Of who deleted it the row stays, without address and password, so that the audit trail keeps its meaning';
COMMENT ON COLUMN accounts.user_account.issuer IS 'Of the tokens that he comes with: our own address, or where he signs in';
COMMENT ON COLUMN accounts.user_account.email_lookup IS
    'HMAC-SHA-256 of the normal form, by data key email_lookup: by it an account is found. Null for who signs in elsewhere';
COMMENT ON COLUMN accounts.user_account.email_sealed IS 'The normal form in an envelope: io.lumia.accounts.secret.Envelope';
COMMENT ON COLUMN accounts.user_account.password_hash IS 'Argon2id in PHC string format';

CREATE TABLE accounts.registration (
    registration_id uuid        NOT NULL,
    token_hash      bytea       NOT NULL,
    email_lookup    bytea       NOT NULL,
    email_sealed    bytea       NOT NULL,
    password_hash   text        NOT NULL,
    requested_at    timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    CONSTRAINT registration_pk PRIMARY KEY (registration_id),
    CONSTRAINT registration_token_unique UNIQUE (token_hash)
);
CREATE INDEX registration_by_email ON accounts.registration (email_lookup);
CREATE INDEX registration_by_expiry ON accounts.registration (expires_at);
COMMENT ON TABLE accounts.registration IS
    'Wishes for an account whose address is not proven yet, each with its own password; several of one address may wait';
COMMENT ON COLUMN accounts.registration.token_hash IS 'SHA-256 of the one-time token that was mailed';

CREATE TABLE accounts.session (
    session_id   uuid        NOT NULL,
    user_id      uuid        NOT NULL,
    started_at   timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    ended_at     timestamptz,
    end_reason   text,
    CONSTRAINT session_pk PRIMARY KEY (session_id),
    CONSTRAINT session_user_fk FOREIGN KEY (user_id) REFERENCES accounts.user_account,
    CONSTRAINT session_owner_unique UNIQUE (session_id, user_id),
    CONSTRAINT session_end_check CHECK (num_nulls(ended_at, end_reason) IN (0, 2)),
    CONSTRAINT session_end_reason_check CHECK (
        end_reason IN ('signed_out', 'password_changed', 'token_reused', 'too_many', 'rights_changed'))
);
CREATE INDEX session_by_user ON accounts.session (user_id, started_at);
CREATE INDEX session_by_end ON accounts.session (least(ended_at, ends_at));
COMMENT ON TABLE accounts.session IS 'Somebody signed in: a family of refresh tokens';
COMMENT ON COLUMN accounts.session.ends_at IS 'At the latest, however often it is refreshed';
COMMENT ON COLUMN accounts.session.ended_at IS 'Before that; null if it did not';

CREATE TABLE accounts.refresh_token (
    token_hash bytea       NOT NULL,
    session_id uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    issued_at  timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz,
    CONSTRAINT refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_session_fk FOREIGN KEY (session_id, user_id)
        REFERENCES accounts.session (session_id, user_id) ON DELETE CASCADE
);
CREATE INDEX refresh_token_by_session ON accounts.refresh_token (session_id);
CREATE INDEX refresh_token_by_expiry ON accounts.refresh_token (expires_at);
-- A session has one token that was not used yet, never two.
CREATE UNIQUE INDEX refresh_token_unused_unique ON accounts.refresh_token (session_id) WHERE used_at IS NULL;
COMMENT ON TABLE accounts.refresh_token IS 'Used ones stay until they would be over, so that one that comes again is noticed';
COMMENT ON COLUMN accounts.refresh_token.token_hash IS 'SHA-256 of the token, which is kept nowhere';

CREATE TABLE accounts.attempt (
    attempt_id   uuid        NOT NULL,
    limit_code   text        NOT NULL,
    subject      bytea       NOT NULL,
    attempted_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT attempt_pk PRIMARY KEY (attempt_id, limit_code)
);
CREATE INDEX attempt_by_subject ON accounts.attempt (limit_code, subject, attempted_at);
CREATE INDEX attempt_by_expiry ON accounts.attempt (expires_at);
COMMENT ON TABLE accounts.attempt IS 'Tries that count against a bound: io.lumia.accounts.throttle.Limit';
COMMENT ON COLUMN accounts.attempt.subject IS 'HMAC-SHA-256 of the e-mail or network address, by data key throttle';

CREATE TABLE accounts.profile (
    user_id            uuid        NOT NULL,
    risk_tolerance     text,
    investment_horizon text,
    preferred_sectors  text[]      NOT NULL,
    excluded_assets    text[]      NOT NULL,
    changed_at         timestamptz NOT NULL,
    CONSTRAINT profile_pk PRIMARY KEY (user_id),
    CONSTRAINT profile_user_fk FOREIGN KEY (user_id) REFERENCES accounts.user_account,
    CONSTRAINT profile_risk_check CHECK (risk_tolerance IN ('conservative', 'moderate', 'aggressive')),
    CONSTRAINT profile_horizon_check CHECK (investment_horizon IN ('short', 'medium', 'long'))
);
COMMENT ON TABLE accounts.profile IS 'What somebody likes, in the words of a request for a recommendation; null where he did not say';

CREATE TABLE accounts.signing_key (
    kid            text        NOT NULL,
    generation     integer     NOT NULL,
    public_key     text        NOT NULL,
    sealed_private bytea       NOT NULL,
    created_at     timestamptz NOT NULL,
    signs_from     timestamptz NOT NULL,
    revoked_at     timestamptz,
    CONSTRAINT signing_key_pk PRIMARY KEY (kid),
    CONSTRAINT signing_key_generation_unique UNIQUE (generation)
);
COMMENT ON TABLE accounts.signing_key IS
    'Keys of our access tokens. Each signs until the next one does, and is removed when its last token is over';
COMMENT ON COLUMN accounts.signing_key.kid IS 'Thumbprint of RFC 7638';
COMMENT ON COLUMN accounts.signing_key.public_key IS 'JWK of P-256';
COMMENT ON COLUMN accounts.signing_key.sealed_private IS 'The JWK with its private part, in an envelope';
