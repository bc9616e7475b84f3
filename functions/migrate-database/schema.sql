
CREATE TABLE accounts.access_refusal (
    actor text NOT NULL,
    route_class text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT access_refusal_pk PRIMARY KEY (actor, route_class)
);
CREATE INDEX access_refusal_by_end ON accounts.access_refusal USING btree (expires_at);
COMMENT ON TABLE accounts.access_refusal IS 'Refusals of known callers that were written down lately: one row for each caller and class of routes';
COMMENT ON COLUMN accounts.access_refusal.actor IS 'user/… or key/…, as in the audit log';
COMMENT ON COLUMN accounts.access_refusal.expires_at IS 'From when on the next one is written down again';

CREATE TABLE accounts.attempt (
    attempt_id uuid NOT NULL,
    limit_code text NOT NULL,
    subject bytea NOT NULL,
    attempted_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT attempt_pk PRIMARY KEY (attempt_id, limit_code)
);
CREATE INDEX attempt_by_expiry ON accounts.attempt USING btree (expires_at);
CREATE INDEX attempt_by_subject ON accounts.attempt USING btree (limit_code, subject, attempted_at);
COMMENT ON TABLE accounts.attempt IS 'Tries that count against a bound: io.lumia.accounts.throttle.Limit';
COMMENT ON COLUMN accounts.attempt.subject IS 'HMAC-SHA-256 of the e-mail or network address, by data key throttle';

CREATE TABLE accounts.audit_checkpoint (
    sequence bigint NOT NULL,
    kind text NOT NULL,
    hash text NOT NULL,
    at timestamp with time zone NOT NULL,
    pepper_version integer NOT NULL,
    signature text NOT NULL,
    CONSTRAINT audit_checkpoint_kind_known CHECK ((kind = ANY (ARRAY['seal'::text, 'pruning'::text]))),
    CONSTRAINT audit_checkpoint_pk PRIMARY KEY (sequence, kind)
);
COMMENT ON TABLE accounts.audit_checkpoint IS 'Where the chain stood, signed with a secret that is not in the database; append-only. Entries go only up to a pruning';
COMMENT ON COLUMN accounts.audit_checkpoint.sequence IS 'Of the last entry that it covers';
COMMENT ON COLUMN accounts.audit_checkpoint.signature IS 'HMAC-SHA-256 in hex, lumia-audit-checkpoint-1';

CREATE TABLE accounts.audit_entry (
    sequence bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    detail_names text[] NOT NULL,
    detail_values text[] NOT NULL,
    request_id text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_entry_details_paired CHECK ((cardinality(detail_names) = cardinality(detail_values))),
    CONSTRAINT audit_entry_pk PRIMARY KEY (sequence)
);
CREATE INDEX audit_entry_by_actor ON accounts.audit_entry USING btree (actor, sequence DESC);
CREATE INDEX audit_entry_by_subject ON accounts.audit_entry USING btree (subject, sequence DESC);
CREATE INDEX audit_entry_by_time ON accounts.audit_entry USING brin (at);
COMMENT ON TABLE accounts.audit_entry IS 'Who did what; append-only. Ids, names of settings and keyed hashes, never personal data in clear';
COMMENT ON COLUMN accounts.audit_entry.sequence IS '1, 2, 3 … without holes';
COMMENT ON COLUMN accounts.audit_entry.actor IS 'Such as user/ID, key/ID, anonymous, program/NAME';
COMMENT ON COLUMN accounts.audit_entry.kind IS 'Such as key.revoked';
COMMENT ON COLUMN accounts.audit_entry.detail_names IS 'In ascending order; detail_values has the value of each';
COMMENT ON COLUMN accounts.audit_entry.previous_hash IS 'Of the entry before; 64 zeros for the first';
COMMENT ON COLUMN accounts.audit_entry.hash IS 'SHA-256 in hex of previous_hash (32 bytes) and the content as netstrings, lumia-audit-1';

CREATE TABLE accounts.audit_head (
    one boolean NOT NULL DEFAULT true,
    sequence bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT audit_head_is_one CHECK (one),
    CONSTRAINT audit_head_pk PRIMARY KEY (one)
);
COMMENT ON TABLE accounts.audit_head IS 'Where the chain of accounts.audit_entry stands; its row is the lock of each append';

CREATE TABLE accounts.data_key (
    data_key_id uuid NOT NULL,
    purpose text NOT NULL,
    generation integer NOT NULL,
    wrapped_by text NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT data_key_generation_check CHECK ((generation >= 1)),
    CONSTRAINT data_key_generation_unique UNIQUE (purpose, generation),
    CONSTRAINT data_key_pk PRIMARY KEY (data_key_id)
);
COMMENT ON TABLE accounts.data_key IS 'Keys that values are sealed or hashed by, wrapped by a key that is not in the database. Never deleted';
COMMENT ON COLUMN accounts.data_key.wrapped_by IS 'Which key-encryption key opens it: local:… or the ARN of a KMS key';

CREATE TABLE accounts.partner_key (
    key_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    name text NOT NULL,
    mode text NOT NULL,
    hint text NOT NULL,
    pepper_version integer NOT NULL,
    key_hash text NOT NULL,
    scopes text[] NOT NULL,
    addresses text[] NOT NULL,
    slot smallint,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    refused_at timestamp with time zone,
    CONSTRAINT partner_key_hash_unique UNIQUE (key_hash),
    CONSTRAINT partner_key_mode_known CHECK ((mode = ANY (ARRAY['live'::text, 'test'::text]))),
    CONSTRAINT partner_key_pk PRIMARY KEY (key_id),
    CONSTRAINT partner_key_revoked_has_no_slot CHECK (((revoked_at IS NULL) OR (slot IS NULL))),
    CONSTRAINT partner_key_slot_known CHECK ((slot = ANY (ARRAY[1, 2]))),
    CONSTRAINT partner_key_two_live UNIQUE (owner_id, mode, slot)
);
CREATE INDEX partner_key_by_owner ON accounts.partner_key USING btree (owner_id, created_at DESC);
COMMENT ON TABLE accounts.partner_key IS 'Keys of partners'' programs; the keys themselves are nowhere';
COMMENT ON COLUMN accounts.partner_key.owner_id IS 'The account that it acts for';
COMMENT ON COLUMN accounts.partner_key.hint IS 'How it begins, for its owner to recognise it';
COMMENT ON COLUMN accounts.partner_key.key_hash IS 'HMAC-SHA-256 in hex, under the pepper of pepper_version';
COMMENT ON COLUMN accounts.partner_key.addresses IS 'CIDR ranges from which it may be used; empty for everywhere';
COMMENT ON COLUMN accounts.partner_key.slot IS 'Which of the two live ones of its owner and mode it is; null once it was revoked or was found expired';
COMMENT ON COLUMN accounts.partner_key.last_used_at IS 'To within a minute';
COMMENT ON COLUMN accounts.partner_key.refused_at IS 'When a refusal was audited last, at most once an hour';

CREATE TABLE accounts.partner_key_usage (
    key_id uuid NOT NULL,
    day date NOT NULL,
    operation text NOT NULL,
    calls bigint NOT NULL,
    CONSTRAINT partner_key_usage_key FOREIGN KEY (key_id) REFERENCES accounts.partner_key(key_id) ON DELETE CASCADE,
    CONSTRAINT partner_key_usage_pk PRIMARY KEY (key_id, day, operation)
);
COMMENT ON TABLE accounts.partner_key_usage IS 'Calls by key, UTC day and operation of the API';

CREATE TABLE accounts.profile (
    user_id uuid NOT NULL,
    risk_tolerance text,
    investment_horizon text,
    preferred_sectors text[] NOT NULL,
    excluded_assets text[] NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT profile_horizon_check CHECK ((investment_horizon = ANY (ARRAY['short'::text, 'medium'::text, 'long'::text]))),
    CONSTRAINT profile_pk PRIMARY KEY (user_id),
    CONSTRAINT profile_risk_check CHECK ((risk_tolerance = ANY (ARRAY['conservative'::text, 'moderate'::text, 'aggressive'::text]))),
    CONSTRAINT profile_user_fk FOREIGN KEY (user_id) REFERENCES accounts.user_account(user_id)
);
COMMENT ON TABLE accounts.profile IS 'What somebody likes, in the words of a request for a recommendation; null where he did not say';

CREATE TABLE accounts.quota_grant (
    subject_id bigint NOT NULL,
    sequence bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT quota_grant_pk PRIMARY KEY (subject_id, sequence),
    CONSTRAINT quota_grant_subject FOREIGN KEY (subject_id) REFERENCES accounts.quota_subject(subject_id) ON DELETE CASCADE
);
COMMENT ON TABLE accounts.quota_grant IS 'The newest grants of each subject, at most as many as its limit; instants rise with the numbers';

CREATE TABLE accounts.quota_subject (
    subject_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    subject text NOT NULL,
    granted bigint NOT NULL DEFAULT 0,
    newest_at timestamp with time zone,
    near_told_at timestamp with time zone,
    used_up_told_at timestamp with time zone,
    CONSTRAINT quota_subject_pk PRIMARY KEY (subject_id),
    CONSTRAINT quota_subject_unique UNIQUE (subject)
);
COMMENT ON TABLE accounts.quota_subject IS 'Whose requests are counted together; its row is the lock of each grant';
COMMENT ON COLUMN accounts.quota_subject.subject IS 'user/ID, or anonymous/ and a keyed hash of an address';
COMMENT ON COLUMN accounts.quota_subject.granted IS 'How many there were; the number of the newest grant';
COMMENT ON COLUMN accounts.quota_subject.newest_at IS 'Of the newest grant; not indexed, so that an update stays on its page';
COMMENT ON COLUMN accounts.quota_subject.near_told_at IS 'When he was last told that most of it is used; not indexed';
COMMENT ON COLUMN accounts.quota_subject.used_up_told_at IS 'When he was last told that all of it is used; not indexed';

CREATE TABLE accounts.refresh_token (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT refresh_token_pk PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_session_fk FOREIGN KEY (session_id, user_id) REFERENCES accounts.session(session_id, user_id) ON DELETE CASCADE
);
CREATE INDEX refresh_token_by_expiry ON accounts.refresh_token USING btree (expires_at);
CREATE INDEX refresh_token_by_session ON accounts.refresh_token USING btree (session_id);
CREATE UNIQUE INDEX refresh_token_unused_unique ON accounts.refresh_token USING btree (session_id) WHERE (used_at IS NULL);
COMMENT ON TABLE accounts.refresh_token IS 'Used ones stay until they would be over, so that one that comes again is noticed';
COMMENT ON COLUMN accounts.refresh_token.token_hash IS 'SHA-256 of the token, which is kept nowhere';

CREATE TABLE accounts.registration (
    registration_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    email_lookup bytea NOT NULL,
    email_sealed bytea NOT NULL,
    password_hash text NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT registration_pk PRIMARY KEY (registration_id),
    CONSTRAINT registration_token_unique UNIQUE (token_hash)
);
CREATE INDEX registration_by_email ON accounts.registration USING btree (email_lookup);
CREATE INDEX registration_by_expiry ON accounts.registration USING btree (expires_at);
COMMENT ON TABLE accounts.registration IS 'Wishes for an account whose address is not proven yet, each with its own password; several of one address may wait';
COMMENT ON COLUMN accounts.registration.token_hash IS 'SHA-256 of the one-time token that was mailed';

CREATE TABLE accounts.session (
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    refreshed_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT session_end_check CHECK ((num_nulls(ended_at, end_reason) = ANY (ARRAY[0, 2]))),
    CONSTRAINT session_end_reason_check CHECK ((end_reason = ANY (ARRAY['signed_out'::text, 'password_changed'::text, 'token_reused'::text, 'too_many'::text, 'rights_changed'::text]))),
    CONSTRAINT session_owner_unique UNIQUE (session_id, user_id),
    CONSTRAINT session_pk PRIMARY KEY (session_id),
    CONSTRAINT session_user_fk FOREIGN KEY (user_id) REFERENCES accounts.user_account(user_id)
);
CREATE INDEX session_by_end ON accounts.session USING btree (LEAST(ended_at, ends_at));
CREATE INDEX session_by_user ON accounts.session USING btree (user_id, started_at);
COMMENT ON TABLE accounts.session IS 'Somebody signed in: a family of refresh tokens';
COMMENT ON COLUMN accounts.session.ends_at IS 'At the latest, however often it is refreshed';
COMMENT ON COLUMN accounts.session.ended_at IS 'Before that; null if it did not';

CREATE TABLE accounts.signing_key (
    kid text NOT NULL,
    generation integer NOT NULL,
    public_key text NOT NULL,
    sealed_private bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    signs_from timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT signing_key_generation_unique UNIQUE (generation),
    CONSTRAINT signing_key_pk PRIMARY KEY (kid)
);
COMMENT ON TABLE accounts.signing_key IS 'Keys of our access tokens. Each signs until the next one does, and is removed when its last token is over';
COMMENT ON COLUMN accounts.signing_key.kid IS 'Thumbprint of RFC 7638';
COMMENT ON COLUMN accounts.signing_key.public_key IS 'JWK of P-256';
COMMENT ON COLUMN accounts.signing_key.sealed_private IS 'The JWK with its private part, in an envelope';

CREATE TABLE accounts.user_account (
    user_id uuid NOT NULL,
    role text NOT NULL,
    plan text NOT NULL,
    issuer text NOT NULL,
    email_lookup bytea,
    email_sealed bytea,
    password_hash text,
    password_set_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT user_account_email_unique UNIQUE (email_lookup),
    CONSTRAINT user_account_erased_check CHECK (((erased_at IS NULL) OR (password_hash IS NULL))),
    CONSTRAINT user_account_password_check CHECK ((num_nulls(email_lookup, email_sealed, password_hash, password_set_at) = ANY (ARRAY[0, 4]))),
    CONSTRAINT user_account_pk PRIMARY KEY (user_id),
    CONSTRAINT user_account_plan_check CHECK ((plan = ANY (ARRAY['standard'::text, 'premium'::text]))),
    CONSTRAINT user_account_role_check CHECK ((role = ANY (ARRAY['user'::text, 'advisor'::text, 'admin'::text])))
);
COMMENT ON TABLE accounts.user_account IS 'Who has an account. Of who deleted it the row stays, without address and password, so that the audit trail keeps its meaning';
COMMENT ON COLUMN accounts.user_account.issuer IS 'Of the tokens that he comes with: our own address, or where he signs in';
COMMENT ON COLUMN accounts.user_account.email_lookup IS 'HMAC-SHA-256 of the normal form, by data key email_lookup: by it an account is found. Null for who signs in elsewhere';
COMMENT ON COLUMN accounts.user_account.email_sealed IS 'The normal form in an envelope: io.lumia.accounts.secret.Envelope';
COMMENT ON COLUMN accounts.user_account.password_hash IS 'Argon2id in PHC string format';

CREATE TABLE accounts.webhook_attempt (
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    status integer NOT NULL,
    took_ms bigint NOT NULL,
    detail text NOT NULL,
    CONSTRAINT webhook_attempt_delivery FOREIGN KEY (delivery_id) REFERENCES accounts.webhook_delivery(delivery_id) ON DELETE CASCADE,
    CONSTRAINT webhook_attempt_pk PRIMARY KEY (delivery_id, number)
);
COMMENT ON TABLE accounts.webhook_attempt IS 'What came of each try to deliver';
COMMENT ON COLUMN accounts.webhook_attempt.status IS 'HTTP''s; 0 without an answer';

CREATE TABLE accounts.webhook_delivery (
    delivery_id uuid NOT NULL,
    message_id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    status text NOT NULL DEFAULT 'pending'::text,
    attempts integer NOT NULL DEFAULT 0,
    round_began integer NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone,
    claimed_until timestamp with time zone,
    ended_at timestamp with time zone,
    CONSTRAINT webhook_delivery_ended_has_end CHECK (((status = 'pending'::text) = (ended_at IS NULL))),
    CONSTRAINT webhook_delivery_endpoint FOREIGN KEY (endpoint_id) REFERENCES accounts.webhook_endpoint(endpoint_id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_message FOREIGN KEY (message_id) REFERENCES accounts.webhook_message(message_id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_once UNIQUE (message_id, endpoint_id),
    CONSTRAINT webhook_delivery_pending_has_next CHECK (((status = 'pending'::text) = (next_at IS NOT NULL))),
    CONSTRAINT webhook_delivery_pk PRIMARY KEY (delivery_id),
    CONSTRAINT webhook_delivery_status_known CHECK ((status = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text])))
);
CREATE INDEX webhook_delivery_by_endpoint ON accounts.webhook_delivery USING btree (endpoint_id, created_at DESC);
CREATE INDEX webhook_delivery_due ON accounts.webhook_delivery USING btree (next_at) WHERE (status = 'pending'::text);
COMMENT ON TABLE accounts.webhook_delivery IS 'A message on its way to an endpoint';
COMMENT ON COLUMN accounts.webhook_delivery.round_began IS 'How many attempts there were when it was made or replayed';
COMMENT ON COLUMN accounts.webhook_delivery.claimed_until IS 'Somebody is sending it; after that he is believed dead';

CREATE TABLE accounts.webhook_endpoint (
    endpoint_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    url text NOT NULL,
    description text NOT NULL,
    types text[] NOT NULL,
    status text NOT NULL,
    disabled_reason text NOT NULL DEFAULT ''::text,
    failing_since timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT webhook_endpoint_pk PRIMARY KEY (endpoint_id),
    CONSTRAINT webhook_endpoint_status_known CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'disabled'::text])))
);
CREATE INDEX webhook_endpoint_by_owner ON accounts.webhook_endpoint USING btree (owner_id, created_at);
COMMENT ON TABLE accounts.webhook_endpoint IS 'Partners'' servers that are told of events';
COMMENT ON COLUMN accounts.webhook_endpoint.types IS 'What it subscribed to, such as recommendation.graded';
COMMENT ON COLUMN accounts.webhook_endpoint.failing_since IS 'First of the attempts that failed since the last that was taken; null where the last was taken';

CREATE TABLE accounts.webhook_message (
    message_id uuid NOT NULL,
    type text NOT NULL,
    at timestamp with time zone NOT NULL,
    body text NOT NULL,
    CONSTRAINT webhook_message_pk PRIMARY KEY (message_id)
);
CREATE INDEX webhook_message_oldest ON accounts.webhook_message USING btree (at);
COMMENT ON TABLE accounts.webhook_message IS 'What partners are told; kept for 30 days';
COMMENT ON COLUMN accounts.webhook_message.body IS 'JSON, as it is signed and sent, byte by byte';

CREATE TABLE accounts.webhook_secret (
    secret_id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    CONSTRAINT webhook_secret_endpoint FOREIGN KEY (endpoint_id) REFERENCES accounts.webhook_endpoint(endpoint_id) ON DELETE CASCADE,
    CONSTRAINT webhook_secret_pk PRIMARY KEY (secret_id)
);
CREATE INDEX webhook_secret_by_endpoint ON accounts.webhook_secret USING btree (endpoint_id, created_at DESC);
COMMENT ON TABLE accounts.webhook_secret IS 'What messages are signed with; two count while a partner changes over';
COMMENT ON COLUMN accounts.webhook_secret.sealed IS 'Pepper version (4 bytes), nonce (12), AES-256-GCM ciphertext and tag; the endpoint''s id is authenticated with it';

CREATE TABLE collection.alarm (
    alarm_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    subject text NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    times integer NOT NULL DEFAULT 1,
    cleared_at timestamp with time zone,
    CONSTRAINT alarm_pk PRIMARY KEY (alarm_id)
);
CREATE UNIQUE INDEX alarm_open_once ON collection.alarm USING btree (subject, kind) WHERE (cleared_at IS NULL);
COMMENT ON TABLE collection.alarm IS 'What somebody should look at; it disables nothing, and is cleared when it is well again';
COMMENT ON COLUMN collection.alarm.subject IS 'job:<name> or provider:<name>';

CREATE TABLE collection.audit_entry (
    entry_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL,
    request_id text NOT NULL,
    CONSTRAINT audit_entry_chained TRIGGER DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT audit_entry_pk PRIMARY KEY (entry_number)
);
CREATE INDEX audit_entry_of_subject ON collection.audit_entry USING btree (subject, entry_number);
COMMENT ON TABLE collection.audit_entry IS 'Who did what to collection, in full; append-only. Each row stands in accounts.audit_entry with a hash of its details';
COMMENT ON COLUMN collection.audit_entry.actor IS 'A user''s name; local on a laptop';
COMMENT ON COLUMN collection.audit_entry.action IS 'Such as quarantine.release';
COMMENT ON COLUMN collection.audit_entry.subject IS 'What it was done to, such as quarantine/42';

CREATE TABLE collection.coverage (
    job_id uuid NOT NULL,
    location text NOT NULL,
    source_name text NOT NULL,
    dataset text NOT NULL,
    symbol text NOT NULL,
    collected_to date NOT NULL,
    known boolean NOT NULL,
    CONSTRAINT coverage_job_fk FOREIGN KEY (job_id) REFERENCES collection.job(job_id),
    CONSTRAINT coverage_pk PRIMARY KEY (job_id, location, source_name, dataset, symbol)
);
COMMENT ON TABLE collection.coverage IS 'Up to which date a job has collected a symbol''s facts without a hole, per source';
COMMENT ON COLUMN collection.coverage.known IS 'False when the rows were set aside because our books did not know the symbol';

CREATE TABLE collection.item (
    item_id uuid NOT NULL,
    run_id uuid NOT NULL,
    item_number integer NOT NULL,
    stage smallint NOT NULL,
    dataset text NOT NULL,
    symbols text[] NOT NULL,
    from_date date,
    to_date date NOT NULL,
    status text NOT NULL,
    asks integer NOT NULL DEFAULT 0,
    asked_at timestamp with time zone,
    collected_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome text,
    detail text,
    rows_received bigint NOT NULL DEFAULT 0,
    rows_loaded bigint NOT NULL DEFAULT 0,
    rows_unchanged bigint NOT NULL DEFAULT 0,
    rows_quarantined jsonb NOT NULL DEFAULT '{}'::jsonb,
    expected_sessions bigint NOT NULL DEFAULT 0,
    present_sessions bigint NOT NULL DEFAULT 0,
    provider_used text,
    attempts jsonb NOT NULL DEFAULT '[]'::jsonb,
    calls integer NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    seconds double precision NOT NULL DEFAULT 0,
    not_before timestamp with time zone,
    deferrals integer NOT NULL DEFAULT 0,
    claimed_until timestamp with time zone,
    claim_id uuid,
    handed_on_id uuid,
    asset_type text,
    CONSTRAINT item_dataset_known CHECK ((dataset = ANY (ARRAY['assets'::text, 'actions'::text, 'filings'::text, 'bars'::text, 'observations'::text, 'fundamentals'::text, 'company_facts'::text, 'articles'::text]))),
    CONSTRAINT item_dates_in_order CHECK ((from_date <= to_date)),
    CONSTRAINT item_number_once UNIQUE (run_id, item_number),
    CONSTRAINT item_pk PRIMARY KEY (item_id),
    CONSTRAINT item_present_within_expected CHECK (((present_sessions >= 0) AND (present_sessions <= expected_sessions))),
    CONSTRAINT item_run_fk FOREIGN KEY (run_id) REFERENCES collection.run(run_id),
    CONSTRAINT item_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'asked'::text, 'loaded'::text, 'unchanged'::text, 'empty'::text, 'failed'::text])))
);
CREATE INDEX item_by_collection ON collection.item USING btree (dataset, collected_at);
CREATE INDEX item_by_symbol ON collection.item USING gin (symbols);
CREATE INDEX item_deferred ON collection.item USING btree (not_before) WHERE ((status = 'asked'::text) AND (not_before IS NOT NULL));
CREATE INDEX item_of_run ON collection.item USING btree (run_id, stage);
CREATE INDEX item_unanswered ON collection.item USING btree (asked_at) WHERE (status = 'asked'::text);
COMMENT ON TABLE collection.item IS 'One request of a run';
COMMENT ON COLUMN collection.item.stage IS 'Items of a stage are asked for when those of the stage before have ended: 1 assets, 2 actions, 3 all else';
COMMENT ON COLUMN collection.item.asks IS 'How often it was asked for; more than once when no answer came';
COMMENT ON COLUMN collection.item.collected_at IS 'When the provider gave the answer that was loaded; null without one';
COMMENT ON COLUMN collection.item.outcome IS 'How it ended: a provider''s answer or an error code';
COMMENT ON COLUMN collection.item.rows_quarantined IS 'Rows set aside, by reason code';
COMMENT ON COLUMN collection.item.expected_sessions IS 'Bars that a complete answer has, one per asset and session';
COMMENT ON COLUMN collection.item.present_sessions IS 'Those of them that came and were believed';
COMMENT ON COLUMN collection.item.provider_used IS 'Whose answer it is; null before the end';
COMMENT ON COLUMN collection.item.attempts IS 'Which providers were asked, in order: provider, outcome, detail, calls, bytes, seconds';
COMMENT ON COLUMN collection.item.calls IS 'To all providers together';
COMMENT ON COLUMN collection.item.not_before IS 'Asked again then and not before, because the provider wants us to wait; null otherwise';
COMMENT ON COLUMN collection.item.deferrals IS 'How often it was put off so';
COMMENT ON COLUMN collection.item.claimed_until IS 'A collector is at work on it until then at the latest';
COMMENT ON COLUMN collection.item.claim_id IS 'Of the message that it works on';
COMMENT ON COLUMN collection.item.handed_on_id IS 'The newest message whose answer the collector has handed on';
COMMENT ON COLUMN collection.item.asset_type IS 'Of all its symbols; null where it does not matter';

CREATE TABLE collection.job (
    job_id uuid NOT NULL,
    name text NOT NULL,
    provider text NOT NULL,
    location text NOT NULL,
    datasets text[] NOT NULL,
    cron text,
    zone text,
    enabled boolean NOT NULL,
    description text NOT NULL DEFAULT ''::text,
    fallbacks text[] NOT NULL DEFAULT '{}'::text[],
    asset_types text[] NOT NULL DEFAULT '{}'::text[],
    symbols text[] NOT NULL DEFAULT '{}'::text[],
    mode text NOT NULL DEFAULT 'incremental'::text,
    batch_from date,
    batch_to date,
    schedule_kind text NOT NULL DEFAULT 'cron'::text,
    every_seconds bigint,
    calendar text,
    during text,
    after_jobs text[] NOT NULL DEFAULT '{}'::text[],
    max_items integer NOT NULL DEFAULT 10000,
    max_calls integer NOT NULL DEFAULT 50000,
    max_seconds bigint NOT NULL DEFAULT 86400,
    deleted_at timestamp with time zone,
    CONSTRAINT job_datasets_known CHECK (((cardinality(datasets) > 0) AND (datasets <@ ARRAY['assets'::text, 'actions'::text, 'filings'::text, 'bars'::text, 'observations'::text, 'fundamentals'::text, 'company_facts'::text, 'articles'::text]))),
    CONSTRAINT job_gate_whole CHECK (((calendar IS NULL) = (during IS NULL))),
    CONSTRAINT job_limits_positive CHECK (((max_items > 0) AND (max_calls > 0) AND (max_seconds > 0))),
    CONSTRAINT job_mode_known CHECK ((mode = ANY (ARRAY['incremental'::text, 'batch'::text]))),
    CONSTRAINT job_pk PRIMARY KEY (job_id),
    CONSTRAINT job_schedule_whole CHECK (
CASE schedule_kind
    WHEN 'cron'::text THEN ((cron IS NOT NULL) AND (zone IS NOT NULL) AND (every_seconds IS NULL))
    WHEN 'interval'::text THEN ((cron IS NULL) AND (every_seconds > 0))
    WHEN 'on_demand'::text THEN ((cron IS NULL) AND (every_seconds IS NULL))
    ELSE false
END)
);
CREATE UNIQUE INDEX job_name_once ON collection.job USING btree (name) WHERE (deleted_at IS NULL);
COMMENT ON TABLE collection.job IS 'What to collect, from where and when';
COMMENT ON COLUMN collection.job.location IS 'Where the provider finds its source: a folder or zip of a bundle; empty for a web provider';
COMMENT ON COLUMN collection.job.cron IS 'EventBridge Scheduler expression, in the zone named beside it';
COMMENT ON COLUMN collection.job.fallbacks IS 'Providers asked in turn where the one before gives no answer';
COMMENT ON COLUMN collection.job.symbols IS 'These only, in our spelling; all assets of the types where empty';
COMMENT ON COLUMN collection.job.calendar IS 'Only ticks on trading days of this exchange calendar count';
COMMENT ON COLUMN collection.job.after_jobs IS 'Names of jobs whose runs must have succeeded first';
COMMENT ON COLUMN collection.job.deleted_at IS 'Its runs stay readable; the name is free again';

CREATE TABLE collection.job_template (
    name text NOT NULL,
    description text NOT NULL,
    job jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT job_template_pk PRIMARY KEY (name)
);
COMMENT ON TABLE collection.job_template IS 'Templates that somebody saved, as the API takes jobs; the built-in ones are in the program';

CREATE TABLE collection.provider_call (
    call_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    provider text NOT NULL,
    key_id text NOT NULL,
    item_id uuid,
    kind text NOT NULL,
    address text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    status integer NOT NULL DEFAULT 0,
    outcome text,
    bytes bigint NOT NULL DEFAULT 0,
    etag text NOT NULL DEFAULT ''::text,
    last_modified text NOT NULL DEFAULT ''::text,
    detail text NOT NULL DEFAULT ''::text,
    CONSTRAINT provider_call_ended_with_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT provider_call_pk PRIMARY KEY (call_id)
);
CREATE INDEX provider_call_by_address ON collection.provider_call USING btree (provider, md5(address), started_at DESC) WHERE (outcome = 'fetched'::text);
CREATE INDEX provider_call_by_age ON collection.provider_call USING btree (started_at);
CREATE INDEX provider_call_by_item ON collection.provider_call USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX provider_call_by_key ON collection.provider_call USING btree (provider, key_id, started_at DESC);
COMMENT ON TABLE collection.provider_call IS 'The ledger of calls to web providers, from which quotas are counted; rows older than 400 days may be pruned';
COMMENT ON COLUMN collection.provider_call.key_id IS 'A short hash of the API key, or keyless; never the key';
COMMENT ON COLUMN collection.provider_call.item_id IS 'On whose behalf; null outside a run';
COMMENT ON COLUMN collection.provider_call.address IS 'Without secrets';
COMMENT ON COLUMN collection.provider_call.ended_at IS 'Null while under way, or when the process died with it';
COMMENT ON COLUMN collection.provider_call.status IS 'HTTP''s; 0 without an answer';
COMMENT ON COLUMN collection.provider_call.outcome IS 'A provider''s answer, such as fetched, throttled, unreachable';

CREATE TABLE collection.provider_state (
    provider text NOT NULL,
    key_id text NOT NULL,
    breaker text NOT NULL DEFAULT 'closed'::text,
    consecutive_failures integer NOT NULL DEFAULT 0,
    times_opened integer NOT NULL DEFAULT 0,
    opened_at timestamp with time zone,
    open_until timestamp with time zone,
    probe_call_id bigint,
    probe_until timestamp with time zone,
    blocked_until timestamp with time zone,
    last_success_at timestamp with time zone,
    last_failure_at timestamp with time zone,
    last_failure text NOT NULL DEFAULT ''::text,
    CONSTRAINT provider_state_breaker_known CHECK ((breaker = ANY (ARRAY['closed'::text, 'open'::text, 'half_open'::text]))),
    CONSTRAINT provider_state_pk PRIMARY KEY (provider, key_id)
);
COMMENT ON TABLE collection.provider_state IS 'How it stands between us and a provider, by key; its row is the lock of each decision';
COMMENT ON COLUMN collection.provider_state.times_opened IS 'In a row without a success between; each time doubles how long it stays open';
COMMENT ON COLUMN collection.provider_state.probe_call_id IS 'The one call that goes out while half_open';
COMMENT ON COLUMN collection.provider_state.probe_until IS 'Another probe may go when this one has not ended by then';
COMMENT ON COLUMN collection.provider_state.blocked_until IS 'The provider asked us to wait so long';

CREATE TABLE collection.quarantine (
    quarantine_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    item_id uuid NOT NULL,
    dataset text NOT NULL,
    provider text NOT NULL,
    source_name text NOT NULL,
    line bigint NOT NULL,
    symbol text NOT NULL,
    row_date date,
    reason text NOT NULL,
    row_text text NOT NULL,
    row_hash uuid NOT NULL DEFAULT (md5(row_text))::uuid,
    detail text NOT NULL,
    set_aside_at timestamp with time zone NOT NULL,
    status text NOT NULL DEFAULT 'waiting'::text,
    decided_at timestamp with time zone,
    decided_by text,
    note text,
    value jsonb,
    CONSTRAINT quarantine_decided_or_waiting CHECK ((((status = 'waiting'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (note IS NULL)))),
    CONSTRAINT quarantine_item_fk FOREIGN KEY (item_id) REFERENCES collection.item(item_id),
    CONSTRAINT quarantine_pk PRIMARY KEY (quarantine_id),
    CONSTRAINT quarantine_row_once UNIQUE NULLS NOT DISTINCT (provider, source_name, dataset, symbol, row_date, reason, row_hash),
    CONSTRAINT quarantine_status_known CHECK ((status = ANY (ARRAY['waiting'::text, 'released'::text, 'rejected'::text])))
);
CREATE INDEX quarantine_by_symbol ON collection.quarantine USING btree (symbol, quarantine_id DESC);
CREATE INDEX quarantine_released ON collection.quarantine USING btree (symbol) WHERE (status = 'released'::text);
CREATE INDEX quarantine_waiting ON collection.quarantine USING btree (quarantine_id) WHERE (status = 'waiting'::text);
COMMENT ON TABLE collection.quarantine IS 'Rows that were not believed; each row of a source is kept once per reason';
COMMENT ON COLUMN collection.quarantine.item_id IS 'The item that brought it first';
COMMENT ON COLUMN collection.quarantine.line IS 'In the source''s file, header is 1; 0 where the source has no lines';
COMMENT ON COLUMN collection.quarantine.row_date IS 'As received, null where it could not be read';
COMMENT ON COLUMN collection.quarantine.reason IS 'A QuarantineReason code';
COMMENT ON COLUMN collection.quarantine.row_text IS 'As received, cut to 1,000 characters';
COMMENT ON COLUMN collection.quarantine.status IS 'What was decided; a decision is final, and collecting the row again does not change it';
COMMENT ON COLUMN collection.quarantine.decided_by IS 'Who decided, as in audit_entry';
COMMENT ON COLUMN collection.quarantine.note IS 'Why; empty where nothing was said';
COMMENT ON COLUMN collection.quarantine.value IS 'What the row says, with its source, so that it can be loaded without the provider; null where it could not be read';

CREATE TABLE collection.run (
    run_id uuid NOT NULL,
    job_id uuid NOT NULL,
    trigger text NOT NULL,
    scheduled_for timestamp with time zone NOT NULL,
    provider text NOT NULL,
    location text NOT NULL,
    source_name text NOT NULL,
    from_date date,
    to_date date NOT NULL,
    status text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    completeness double precision,
    fallbacks text[] NOT NULL DEFAULT '{}'::text[],
    note text NOT NULL DEFAULT ''::text,
    parent_run_id uuid,
    CONSTRAINT run_completeness_is_a_fraction CHECK (((completeness >= (0)::double precision) AND (completeness <= (1)::double precision))),
    CONSTRAINT run_finished_or_running CHECK (((status = 'running'::text) = (finished_at IS NULL))),
    CONSTRAINT run_job_fk FOREIGN KEY (job_id) REFERENCES collection.job(job_id),
    CONSTRAINT run_once_per_tick UNIQUE (job_id, scheduled_for),
    CONSTRAINT run_parent_fk FOREIGN KEY (parent_run_id) REFERENCES collection.run(run_id),
    CONSTRAINT run_pk PRIMARY KEY (run_id),
    CONSTRAINT run_status_known CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'partial'::text, 'failed'::text, 'skipped'::text, 'cancelled'::text]))),
    CONSTRAINT run_trigger_known CHECK ((trigger = ANY (ARRAY['schedule'::text, 'manual'::text, 'backfill'::text, 'dependency'::text])))
);
CREATE INDEX run_newest ON collection.run USING btree (scheduled_for DESC, run_id);
CREATE INDEX run_of_job ON collection.run USING btree (job_id, scheduled_for DESC);
COMMENT ON TABLE collection.run IS 'One execution of a job';
COMMENT ON COLUMN collection.run.scheduled_for IS 'The tick it answers, UTC; a doubled tick starts no second run';
COMMENT ON COLUMN collection.run.provider IS 'As the job had it when the run was planned, like location; an item asked again asks there';
COMMENT ON COLUMN collection.run.source_name IS 'The provider''s own name of the set, such as a bundle''s name';
COMMENT ON COLUMN collection.run.from_date IS 'First date asked for, null for all there is';
COMMENT ON COLUMN collection.run.started_at IS 'The planner''s clock, UTC: nothing later is collected';
COMMENT ON COLUMN collection.run.completeness IS 'Present sessions divided by expected ones, a fraction; null before the end or without bars';
COMMENT ON COLUMN collection.run.note IS 'Why it was skipped or cancelled, or what was left for the next run';
COMMENT ON COLUMN collection.run.parent_run_id IS 'The run that it followed';

CREATE TABLE market.asset (
    asset_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    public_id uuid NOT NULL DEFAULT gen_random_uuid(),
    asset_type text NOT NULL,
    name text NOT NULL,
    exchange_mic text,
    currency text NOT NULL,
    sector text,
    industry text,
    market_cap double precision,
    cik text,
    description text NOT NULL DEFAULT ''::text,
    attributes jsonb NOT NULL DEFAULT '{}'::jsonb,
    status text NOT NULL DEFAULT 'active'::text,
    source_id smallint NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    CONSTRAINT asset_pk PRIMARY KEY (asset_id),
    CONSTRAINT asset_public_id_once UNIQUE (public_id),
    CONSTRAINT asset_source_fk FOREIGN KEY (source_id) REFERENCES market.source(source_id),
    CONSTRAINT asset_status_known CHECK ((status = ANY (ARRAY['active'::text, 'delisted'::text]))),
    CONSTRAINT asset_type_known CHECK ((asset_type = ANY (ARRAY['stock'::text, 'etf'::text, 'mutual_fund'::text, 'crypto'::text, 'forex'::text, 'bond'::text, 'commodity'::text, 'economic_indicator'::text, 'index'::text])))
);
CREATE INDEX asset_type_sector ON market.asset USING btree (asset_type, sector);
COMMENT ON TABLE market.asset IS 'Instruments and series; asset_id stays inside the database, public_id is what others see';
COMMENT ON COLUMN market.asset.market_cap IS 'In the asset''s currency';

CREATE TABLE market.asset_revision (
    asset_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    superseded jsonb NOT NULL,
    CONSTRAINT asset_revision_pk PRIMARY KEY (asset_id, valid_from, valid_to)
);
COMMENT ON TABLE market.asset_revision IS 'What our books said of an asset from valid_from until valid_to';

CREATE TABLE market.asset_search (
    asset_id integer NOT NULL,
    document tsvector NOT NULL,
    CONSTRAINT asset_search_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT asset_search_pk PRIMARY KEY (asset_id)
);
CREATE INDEX asset_search_document ON market.asset_search USING gin (document);
COMMENT ON TABLE market.asset_search IS 'Full-text document: symbol and name (A), sector and industry (B), description (C)';

CREATE TABLE market.asset_symbol (
    asset_id integer NOT NULL,
    symbol text NOT NULL,
    validity daterange NOT NULL,
    CONSTRAINT asset_symbol_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT asset_symbol_one_holder EXCLUDE USING gist (symbol WITH =, validity WITH &&),
    CONSTRAINT asset_symbol_pk PRIMARY KEY (asset_id, symbol)
);
CREATE INDEX asset_symbol_by_symbol ON market.asset_symbol USING btree (symbol);
COMMENT ON TABLE market.asset_symbol IS 'Which asset a symbol means on which days; a re-used ticker has two rows of two assets';

CREATE TABLE market.company_fact (
    cik text NOT NULL,
    concept_id integer NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    filing_id integer NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT company_fact_concept_fk FOREIGN KEY (concept_id) REFERENCES market.concept(concept_id),
    CONSTRAINT company_fact_filing_fk FOREIGN KEY (filing_id) REFERENCES market.filing(filing_id),
    CONSTRAINT company_fact_period_in_order CHECK ((period_start <= period_end)),
    CONSTRAINT company_fact_pk PRIMARY KEY (cik, concept_id, period_end, period_start, unit, filing_id)
);
COMMENT ON TABLE market.company_fact IS 'Reported numbers (XBRL), public from their filing''s acceptance on; a restatement has another filing';
COMMENT ON COLUMN market.company_fact.period_start IS '0001-01-01 for a balance, which has none';
COMMENT ON COLUMN market.company_fact.fiscal_year IS 'Of the filing, not of the period; so is fiscal_period';

CREATE TABLE market.company_fact_revision (
    cik text NOT NULL,
    concept_id integer NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    filing_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text,
    source_id smallint NOT NULL,
    CONSTRAINT company_fact_revision_pk PRIMARY KEY (cik, concept_id, period_end, period_start, unit, filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.company_fact_revision IS 'Superseded values of the same telling: what the source said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.company_fact_staging (
    batch_id uuid NOT NULL,
    cik text NOT NULL,
    concept text NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    accession text NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text
);
CREATE INDEX company_fact_staging_batch ON market.company_fact_staging USING btree (batch_id);

CREATE TABLE market.concept (
    concept_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    CONSTRAINT concept_name_once UNIQUE (name),
    CONSTRAINT concept_pk PRIMARY KEY (concept_id)
);
COMMENT ON TABLE market.concept IS 'Names of reported numbers: taxonomy and tag, such as us-gaap:NetIncomeLoss';

CREATE TABLE market.corporate_action (
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    value double precision NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT corporate_action_kind_known CHECK ((kind = ANY (ARRAY['split'::text, 'dividend'::text, 'spin_off'::text]))),
    CONSTRAINT corporate_action_pk PRIMARY KEY (asset_id, ex_date, kind),
    CONSTRAINT corporate_action_value_positive CHECK ((value > (0)::double precision))
);
COMMENT ON TABLE market.corporate_action IS 'Splits (new shares per old), dividends (cash per share in the source''s price basis), spin-offs (price ratio)';

CREATE TABLE market.corporate_action_revision (
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT corporate_action_revision_pk PRIMARY KEY (asset_id, ex_date, kind, valid_from, valid_to)
);
COMMENT ON TABLE market.corporate_action_revision IS 'Superseded actions';

CREATE UNLOGGED TABLE market.corporate_action_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    value double precision NOT NULL
);
CREATE INDEX corporate_action_staging_batch ON market.corporate_action_staging USING btree (batch_id);

CREATE TABLE market.daily_bar (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    learned_at timestamp with time zone NOT NULL,
    flags integer NOT NULL DEFAULT 0,
    source_id smallint NOT NULL,
    CONSTRAINT daily_bar_pk PRIMARY KEY (asset_id, trading_date)
) PARTITION BY RANGE (trading_date);
COMMENT ON TABLE market.daily_bar IS 'One row per asset and session, prices as received in the source''s price basis';
COMMENT ON COLUMN market.daily_bar.learned_at IS 'When our books took this value in, UTC';
COMMENT ON COLUMN market.daily_bar.flags IS 'Bit mask of io.lumia.market.BarFlag';

CREATE TABLE market.daily_bar_revision (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    flags integer NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT daily_bar_revision_pk PRIMARY KEY (asset_id, trading_date, valid_from, valid_to)
);
COMMENT ON TABLE market.daily_bar_revision IS 'Superseded bars: what our books said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.daily_bar_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    flags integer NOT NULL
);
CREATE INDEX daily_bar_staging_batch ON market.daily_bar_staging USING btree (batch_id);
COMMENT ON TABLE market.daily_bar_staging IS 'Rows of a batch on their way into daily_bar; emptied in the same transaction';

CREATE TABLE market.filing (
    filing_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    accession text NOT NULL,
    cik text NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT filing_accession_once UNIQUE (accession),
    CONSTRAINT filing_pk PRIMARY KEY (filing_id)
);
CREATE INDEX filing_by_filer ON market.filing USING btree (cik, accepted_at);
COMMENT ON TABLE market.filing IS 'Documents filed with the SEC; one that we know only by numbers in it has its date and form alone';
COMMENT ON COLUMN market.filing.filing_id IS 'Stays inside the database; the accession number is what others see';
COMMENT ON COLUMN market.filing.cik IS 'Of the first filer we learned of; without leading zeros';
COMMENT ON COLUMN market.filing.accepted_at IS 'From when on it is public';
COMMENT ON COLUMN market.filing.accepted_at_assumed IS 'The source does not say so clearly; accepted_at is the latest it can be';

CREATE TABLE market.filing_revision (
    filing_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT filing_revision_pk PRIMARY KEY (filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.filing_revision IS 'What our books said of a filing from valid_from until valid_to';

CREATE UNLOGGED TABLE market.filing_staging (
    batch_id uuid NOT NULL,
    accession text NOT NULL,
    cik text NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL
);
CREATE INDEX filing_staging_batch ON market.filing_staging USING btree (batch_id);

CREATE TABLE market.fundamental (
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT fundamental_period_in_order CHECK ((period_start <= period_end)),
    CONSTRAINT fundamental_pk PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at)
);
COMMENT ON TABLE market.fundamental IS 'Reported numbers; a restatement has its own reported_at and stands beside the first report';
COMMENT ON COLUMN market.fundamental.reported_at_assumed IS 'The source gave no report date; a conservative lag was assumed';

CREATE TABLE market.fundamental_revision (
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT fundamental_revision_pk PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at, valid_from, valid_to)
);
COMMENT ON TABLE market.fundamental_revision IS 'Superseded values of the same report';

CREATE UNLOGGED TABLE market.fundamental_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL
);
CREATE INDEX fundamental_staging_batch ON market.fundamental_staging USING btree (batch_id);

CREATE TABLE market.observation (
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    value double precision NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT observation_pk PRIMARY KEY (asset_id, observation_date)
) PARTITION BY RANGE (observation_date);
COMMENT ON TABLE market.observation IS 'Rates, yields, exchange rates and economic series in their own unit; may be negative';
COMMENT ON COLUMN market.observation.observation_date IS 'The day, or first day of the period, the value is about; not its publication';

CREATE TABLE market.observation_revision (
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT observation_revision_pk PRIMARY KEY (asset_id, observation_date, valid_from, valid_to)
);
COMMENT ON TABLE market.observation_revision IS 'Superseded observations';

CREATE UNLOGGED TABLE market.observation_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    value double precision NOT NULL
);
CREATE INDEX observation_staging_batch ON market.observation_staging USING btree (batch_id);

CREATE TABLE market.reread_request (
    request_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    asset_id integer NOT NULL,
    from_date date NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT reread_request_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT reread_request_pk PRIMARY KEY (request_id)
);
CREATE UNIQUE INDEX reread_request_one_waits ON market.reread_request USING btree (asset_id) WHERE (done_at IS NULL);
COMMENT ON TABLE market.reread_request IS 'Assets whose bars must be read again after a corporate action that came later';
COMMENT ON COLUMN market.reread_request.from_date IS 'The first bar that must come again';
COMMENT ON COLUMN market.reread_request.asked_at IS 'When it was noted last; bars collected before do not settle it';

CREATE TABLE market.source (
    source_id smallint NOT NULL GENERATED ALWAYS AS IDENTITY,
    provider text NOT NULL,
    name text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    price_basis text NOT NULL,
    currency text NOT NULL,
    licence text NOT NULL,
    attribution text NOT NULL,
    CONSTRAINT source_once UNIQUE (provider, name, as_of, price_basis),
    CONSTRAINT source_pk PRIMARY KEY (source_id),
    CONSTRAINT source_price_basis_known CHECK ((price_basis = ANY (ARRAY['raw'::text, 'split_adjusted'::text, 'fully_adjusted'::text])))
);
COMMENT ON TABLE market.source IS 'Where facts came from: one provider''s answer set with one price basis';
COMMENT ON COLUMN market.source.as_of IS 'Splits up to this instant are inside adjusted prices';

CREATE TABLE market.source_disagreement (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    field text NOT NULL,
    other_provider text NOT NULL,
    kept_source_id smallint NOT NULL,
    kept_value double precision NOT NULL,
    other_source_id smallint NOT NULL,
    other_value double precision NOT NULL,
    relative_difference double precision NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    CONSTRAINT source_disagreement_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT source_disagreement_field_known CHECK ((field = 'close'::text)),
    CONSTRAINT source_disagreement_kept_source_fk FOREIGN KEY (kept_source_id) REFERENCES market.source(source_id),
    CONSTRAINT source_disagreement_other_source_fk FOREIGN KEY (other_source_id) REFERENCES market.source(source_id),
    CONSTRAINT source_disagreement_pk PRIMARY KEY (asset_id, trading_date, field, other_provider)
);
CREATE INDEX source_disagreement_open ON market.source_disagreement USING btree (seen_at) WHERE (resolved_at IS NULL);
COMMENT ON TABLE market.source_disagreement IS 'Bars about which another provider says something else, beyond the tolerance of io.lumia.market.SourceComparison';
COMMENT ON COLUMN market.source_disagreement.kept_value IS 'In daily_bar, as received';
COMMENT ON COLUMN market.source_disagreement.other_value IS 'As received, so perhaps in other share units';
COMMENT ON COLUMN market.source_disagreement.relative_difference IS 'In the same share units, divided by the larger of both; a fraction';
COMMENT ON COLUMN market.source_disagreement.resolved_at IS 'When a later bar agreed; null while they disagree';

CREATE TABLE news.article (
    article_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    public_id uuid NOT NULL,
    kind text NOT NULL,
    article_type text NOT NULL,
    provider text NOT NULL,
    publisher text NOT NULL,
    source_key text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    url text NOT NULL,
    language text NOT NULL,
    published_at timestamp with time zone NOT NULL,
    published_precision text NOT NULL,
    usable_from timestamp with time zone NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    search tsvector NOT NULL DEFAULT (setweight(to_tsvector('english'::regconfig, title), 'A'::"char") || setweight(to_tsvector('english'::regconfig, "left"(body, 20000)), 'B'::"char")),
    CONSTRAINT article_kind_known CHECK ((kind = ANY (ARRAY['news'::text, 'social'::text, 'filing'::text]))),
    CONSTRAINT article_pk PRIMARY KEY (article_id),
    CONSTRAINT article_precision_known CHECK ((published_precision = ANY (ARRAY['instant'::text, 'day'::text, 'seen'::text]))),
    CONSTRAINT article_public_id_once UNIQUE (public_id),
    CONSTRAINT article_type_known CHECK ((article_type = ANY (ARRAY['news'::text, 'analysis'::text, 'earnings'::text, 'announcement'::text, 'filing'::text, 'social'::text])))
);
CREATE INDEX article_known ON news.article USING btree (article_id) INCLUDE (collected_at);
CREATE INDEX article_published ON news.article USING btree (published_at DESC, article_id DESC);
CREATE INDEX article_search ON news.article USING gin (search) WITH (fastupdate=off);
COMMENT ON TABLE news.article IS 'One row per story: its first version that we collected; later ones are sightings of it';
COMMENT ON COLUMN news.article.article_type IS 'Told apart by rules on kind, publisher and title';
COMMENT ON COLUMN news.article.source_key IS 'The source''s own name for it; empty where it has none';
COMMENT ON COLUMN news.article.language IS 'ISO 639-1; und where it could not be told';
COMMENT ON COLUMN news.article.published_at IS 'As the source says, UTC; the beginning of the day where only the day is known';
COMMENT ON COLUMN news.article.published_precision IS 'instant: named by the publisher; day: at some time of that day; seen: somebody saw it then, it came out before';
COMMENT ON COLUMN news.article.usable_from IS 'From when a calculation may count it: published_at, or the opening of the next session where only the day is known';
COMMENT ON COLUMN news.article.collected_at IS 'When the answer with it came in: nobody here knew of it before';
COMMENT ON COLUMN news.article.search IS 'Words of the title (weight A) and of the first 20,000 characters of the body (B)';

CREATE TABLE news.article_link (
    article_id bigint NOT NULL,
    asset_id integer NOT NULL,
    method text NOT NULL,
    relevance double precision NOT NULL,
    evidence jsonb NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    linked_by text NOT NULL,
    CONSTRAINT article_link_article_fk FOREIGN KEY (article_id) REFERENCES news.article(article_id) ON DELETE CASCADE,
    CONSTRAINT article_link_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT article_link_method_known CHECK ((method = ANY (ARRAY['symbol_match'::text, 'name_match'::text, 'alias'::text, 'provider'::text, 'manual'::text]))),
    CONSTRAINT article_link_pk PRIMARY KEY (article_id, asset_id),
    CONSTRAINT article_link_relevance_range CHECK (((relevance >= (0)::double precision) AND (relevance <= (1)::double precision)))
);
CREATE INDEX article_link_asset ON news.article_link USING btree (asset_id, article_id);
COMMENT ON TABLE news.article_link IS 'Which assets an article is about, how much, and why we believe so';
COMMENT ON COLUMN news.article_link.relevance IS 'From 0 (a person said that it is not about it) to 1';
COMMENT ON COLUMN news.article_link.evidence IS 'The stretches of the text that speak of it: field, start, end (UTF-16 units), text';
COMMENT ON COLUMN news.article_link.linked_at IS 'From then on it counts';
COMMENT ON COLUMN news.article_link.linked_by IS 'linker, provider, or who said so by hand';

CREATE TABLE news.article_link_revision (
    article_id bigint NOT NULL,
    asset_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    method text NOT NULL,
    relevance double precision NOT NULL,
    evidence jsonb NOT NULL,
    linked_by text NOT NULL,
    CONSTRAINT article_link_revision_article_fk FOREIGN KEY (article_id) REFERENCES news.article(article_id) ON DELETE CASCADE,
    CONSTRAINT article_link_revision_pk PRIMARY KEY (article_id, asset_id, valid_from, valid_to)
);
COMMENT ON TABLE news.article_link_revision IS 'What our books said of a link from valid_from until valid_to';

CREATE TABLE news.sighting (
    sighting_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    article_id bigint NOT NULL,
    provider text NOT NULL,
    publisher text NOT NULL,
    title text NOT NULL,
    body_start text NOT NULL,
    url text NOT NULL,
    url_hash text,
    content_hash text NOT NULL,
    bands integer[] NOT NULL,
    published_at timestamp with time zone NOT NULL,
    collected_at timestamp with time zone NOT NULL,
    CONSTRAINT sighting_article_fk FOREIGN KEY (article_id) REFERENCES news.article(article_id) ON DELETE CASCADE,
    CONSTRAINT sighting_pk PRIMARY KEY (sighting_id)
);
CREATE INDEX sighting_article ON news.sighting USING btree (article_id);
CREATE INDEX sighting_bands ON news.sighting USING gin (bands) WITH (fastupdate=off);
CREATE INDEX sighting_content ON news.sighting USING btree (content_hash);
CREATE INDEX sighting_url ON news.sighting USING btree (url_hash) WHERE (url_hash IS NOT NULL);
COMMENT ON TABLE news.sighting IS 'A version of a story as it came in: another publisher''s, an update, a copy';
COMMENT ON COLUMN news.sighting.body_start IS 'As much of the body as is compared with other texts';
COMMENT ON COLUMN news.sighting.url_hash IS 'SHA-256 of the canonical address; null where there is none';
COMMENT ON COLUMN news.sighting.content_hash IS 'SHA-256 of title and body in the form in which they are compared';
COMMENT ON COLUMN news.sighting.bands IS 'Parts of the fingerprint: texts that are nearly the same share at least one';

CREATE TABLE platform.idempotency_key (
    actor text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    status integer,
    body text,
    effect_id uuid NOT NULL DEFAULT gen_random_uuid(),
    took_effect boolean NOT NULL DEFAULT false,
    CONSTRAINT idempotency_key_answered_wholly CHECK (((status IS NULL) = (body IS NULL))),
    CONSTRAINT idempotency_key_pk PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_oldest ON platform.idempotency_key USING btree (claimed_at);
COMMENT ON TABLE platform.idempotency_key IS 'Answers to writing requests by the key their callers gave; kept for 24 hours';
COMMENT ON COLUMN platform.idempotency_key.actor IS 'Whose key it is';
COMMENT ON COLUMN platform.idempotency_key.fingerprint IS 'A hash of method, path, query and body: the same key with another one is refused';
COMMENT ON COLUMN platform.idempotency_key.status IS 'HTTP status of the answer; null while it is being made';
COMMENT ON COLUMN platform.idempotency_key.effect_id IS 'What the request makes is called so, however often it is tried under its key';
COMMENT ON COLUMN platform.idempotency_key.took_effect IS 'Whether a transaction of the request that changed something was committed';

CREATE TABLE platform.inbox (
    consumer text NOT NULL,
    message_id uuid NOT NULL,
    accepted_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, message_id)
);
CREATE INDEX inbox_by_time ON platform.inbox USING brin (accepted_at);
COMMENT ON TABLE platform.inbox IS 'Messages that took effect; the row is written in the transaction of the effect';

CREATE TABLE platform.outbox (
    sequence_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    event_id uuid NOT NULL,
    source text NOT NULL,
    detail_type text NOT NULL,
    detail jsonb NOT NULL,
    added_at timestamp with time zone NOT NULL DEFAULT now(),
    sent_at timestamp with time zone,
    request_id text,
    traceparent text,
    CONSTRAINT outbox_event_once UNIQUE (event_id),
    CONSTRAINT outbox_pk PRIMARY KEY (sequence_number)
);
CREATE INDEX outbox_by_time ON platform.outbox USING brin (added_at);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (sequence_number) WHERE (sent_at IS NULL);
COMMENT ON TABLE platform.outbox IS 'Events to announce, stored with the facts they are about; sent_at is null while they wait';
COMMENT ON COLUMN platform.outbox.request_id IS 'The request that the event follows from, null where none began it';
COMMENT ON COLUMN platform.outbox.traceparent IS 'The trace that the event belongs to, as W3C Trace Context writes it';

CREATE TABLE platform.schedule (
    name text NOT NULL,
    expression text NOT NULL,
    zone text NOT NULL,
    queue text NOT NULL,
    input text NOT NULL,
    enabled boolean NOT NULL,
    max_retries integer NOT NULL,
    max_age_seconds integer NOT NULL,
    dead_letter_queue text NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    done_until timestamp with time zone NOT NULL,
    CONSTRAINT schedule_age_in_range CHECK (((max_age_seconds >= 60) AND (max_age_seconds <= 86400))),
    CONSTRAINT schedule_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT schedule_pk PRIMARY KEY (name),
    CONSTRAINT schedule_retries_in_range CHECK (((max_retries >= 0) AND (max_retries <= 185)))
);
COMMENT ON TABLE platform.schedule IS 'What is sent to which queue, and when; empty where EventBridge Scheduler keeps the schedules';
COMMENT ON COLUMN platform.schedule.expression IS 'cron(…), rate(…) or at(…), as EventBridge Scheduler writes them';
COMMENT ON COLUMN platform.schedule.done_until IS 'Runs due up to and including this instant were sent or given up; those of the maximum age before a start are made up for';

CREATE TABLE platform.time_series (
    table_name text NOT NULL,
    time_column text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT time_series_kind_known CHECK ((kind = ANY (ARRAY['partitions'::text, 'hypertable'::text]))),
    CONSTRAINT time_series_pk PRIMARY KEY (table_name)
);
COMMENT ON TABLE platform.time_series IS 'Tables split by date: yearly range partitions on plain PostgreSQL, hypertables where TimescaleDB is offered';

CREATE TABLE recommendation.backtest (
    backtest_id uuid NOT NULL,
    actor text NOT NULL,
    draft json NOT NULL,
    configuration text NOT NULL,
    known_at timestamp with time zone NOT NULL,
    status text NOT NULL,
    progress double precision NOT NULL DEFAULT 0,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    state json,
    report json,
    failure text,
    CONSTRAINT backtest_failure_told CHECK (((status = 'failed'::text) = (failure IS NOT NULL))),
    CONSTRAINT backtest_finished CHECK (((status = ANY (ARRAY['succeeded'::text, 'failed'::text])) = (finished_at IS NOT NULL))),
    CONSTRAINT backtest_pk PRIMARY KEY (backtest_id),
    CONSTRAINT backtest_progress_part CHECK (((progress >= (0)::double precision) AND (progress <= (1)::double precision))),
    CONSTRAINT backtest_reported CHECK (((status = 'succeeded'::text) = (report IS NOT NULL))),
    CONSTRAINT backtest_status_known CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text])))
);
CREATE INDEX backtest_by_actor ON recommendation.backtest USING btree (actor, known_at DESC, backtest_id DESC);
COMMENT ON TABLE recommendation.backtest IS 'Backtests behind the API; what is finished never changes again';
COMMENT ON COLUMN recommendation.backtest.draft IS 'As it was asked for';
COMMENT ON COLUMN recommendation.backtest.configuration IS 'Version of the engine''s numbers';
COMMENT ON COLUMN recommendation.backtest.known_at IS 'When it was asked for; nothing that our books learned later counts';
COMMENT ON COLUMN recommendation.backtest.progress IS 'Part of the decisions that were made';
COMMENT ON COLUMN recommendation.backtest.state IS 'Enough to go on after a crash; null when finished';
COMMENT ON COLUMN recommendation.backtest.report IS 'Figures, values of every session and decisions';
COMMENT ON COLUMN recommendation.backtest.failure IS 'What, which value, what is allowed';

CREATE TABLE recommendation.book_change (
    change_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT book_change_pk PRIMARY KEY (change_number)
);
COMMENT ON TABLE recommendation.book_change IS 'One row per transaction that wrote to a table that snapshots are read from, whoever wrote; also where it changed no row';

CREATE TABLE recommendation.feedback (
    feedback_id uuid NOT NULL,
    recommendation_id uuid NOT NULL,
    actor text NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    value integer,
    text text NOT NULL DEFAULT ''::text,
    CONSTRAINT feedback_bounded CHECK ((((value >= 1) AND (value <= 5)) AND (length(text) <= 1000))),
    CONSTRAINT feedback_kind_known CHECK ((kind = ANY (ARRAY['rating'::text, 'comment'::text, 'followed'::text, 'ignored'::text, 'clicked'::text]))),
    CONSTRAINT feedback_pk PRIMARY KEY (feedback_id),
    CONSTRAINT feedback_rated CHECK (((kind = 'rating'::text) = (value IS NOT NULL))),
    CONSTRAINT feedback_recommendation_fk FOREIGN KEY (recommendation_id) REFERENCES recommendation.recommendation(recommendation_id) ON DELETE CASCADE
);
CREATE INDEX feedback_by_recommendation ON recommendation.feedback USING btree (recommendation_id, at);
COMMENT ON TABLE recommendation.feedback IS 'What people did with a recommendation, or say of it';
COMMENT ON COLUMN recommendation.feedback.value IS 'Of a rating: from 1, useless, to 5';
COMMENT ON COLUMN recommendation.feedback.text IS 'A comment, or what was clicked; empty where nothing is said';

CREATE TABLE recommendation.grade (
    recommendation_id uuid NOT NULL,
    sessions smallint NOT NULL,
    graded_at timestamp with time zone NOT NULL,
    session date NOT NULL,
    portfolio_return double precision NOT NULL,
    benchmark_return double precision,
    excess double precision,
    hit boolean,
    notes text[] NOT NULL DEFAULT '{}'::text[],
    CONSTRAINT grade_compared CHECK ((num_nulls(benchmark_return, excess, hit) = ANY (ARRAY[0, 3]))),
    CONSTRAINT grade_pk PRIMARY KEY (recommendation_id, sessions),
    CONSTRAINT grade_recommendation_fk FOREIGN KEY (recommendation_id) REFERENCES recommendation.recommendation(recommendation_id) ON DELETE CASCADE,
    CONSTRAINT grade_sessions_known CHECK ((sessions = ANY (ARRAY[5, 20, 60])))
);
COMMENT ON TABLE recommendation.grade IS 'What became of a recommendation after a week, a month and a quarter; the first grade stands';
COMMENT ON COLUMN recommendation.grade.sessions IS 'So many sessions after the recommendation''s own';
COMMENT ON COLUMN recommendation.grade.session IS 'Whose closes were counted';
COMMENT ON COLUMN recommendation.grade.portfolio_return IS 'A fraction, dividends included; cash earns nothing';
COMMENT ON COLUMN recommendation.grade.benchmark_return IS 'Likewise; null where the benchmark has no prices on both days';
COMMENT ON COLUMN recommendation.grade.excess IS 'Portfolio less benchmark';
COMMENT ON COLUMN recommendation.grade.hit IS 'Whether the portfolio did better';
COMMENT ON COLUMN recommendation.grade.notes IS 'What a reader must know, such as an asset that stopped trading';

CREATE TABLE recommendation.recommendation (
    recommendation_id uuid NOT NULL,
    actor text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    request json NOT NULL,
    snapshot_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    session date NOT NULL,
    sentiment_model text NOT NULL,
    configuration text NOT NULL,
    engine text NOT NULL,
    variant text NOT NULL,
    seed bigint NOT NULL,
    outcome text NOT NULL,
    answer json NOT NULL,
    result_hash text NOT NULL,
    CONSTRAINT recommendation_outcome_known CHECK ((outcome = ANY (ARRAY['recommended'::text, 'withheld'::text]))),
    CONSTRAINT recommendation_pk PRIMARY KEY (recommendation_id)
);
CREATE INDEX recommendation_by_actor ON recommendation.recommendation USING btree (actor, created_at DESC, recommendation_id DESC);
CREATE INDEX recommendation_to_grade ON recommendation.recommendation USING btree (recommendation_id, session) WHERE (outcome = 'recommended'::text);
COMMENT ON TABLE recommendation.recommendation IS 'Answers with all that they follow from: request, snapshot, configuration, engine and seed give each of them again';
COMMENT ON COLUMN recommendation.recommendation.request IS 'In its canonical form, byte by byte: json and not jsonb, which would order its fields anew';
COMMENT ON COLUMN recommendation.recommendation.snapshot_id IS 'Hash over the rows that it was made of';
COMMENT ON COLUMN recommendation.recommendation.as_of IS 'Facts that were public by then';
COMMENT ON COLUMN recommendation.recommendation.known_at IS 'Nothing that our books learned later';
COMMENT ON COLUMN recommendation.recommendation.session IS 'Of the prices, in New York';
COMMENT ON COLUMN recommendation.recommendation.sentiment_model IS 'Version whose scores counted; empty where nothing was scored';
COMMENT ON COLUMN recommendation.recommendation.configuration IS 'Version of the engine''s numbers';
COMMENT ON COLUMN recommendation.recommendation.engine IS 'Version of the engine''s rules';
COMMENT ON COLUMN recommendation.recommendation.variant IS 'Which of the configurations on trial the actor had on that day: a for the first one';
COMMENT ON COLUMN recommendation.recommendation.seed IS 'Of the projection''s paths';
COMMENT ON COLUMN recommendation.recommendation.answer IS 'As it was given, byte by byte';
COMMENT ON COLUMN recommendation.recommendation.result_hash IS 'SHA-256 over the answer without as_of and known_at, hexadecimal: a replay has the same';

CREATE TABLE recommendation.snapshot (
    snapshot_id text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    known_at timestamp with time zone NOT NULL,
    session date NOT NULL,
    sentiment_model text NOT NULL,
    rows_total bigint NOT NULL,
    fingerprint bytea NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT snapshot_pk PRIMARY KEY (snapshot_id)
);
COMMENT ON TABLE recommendation.snapshot IS 'Which rows a recommendation was made of; the rows themselves stay where they are, with all their versions';
COMMENT ON COLUMN recommendation.snapshot.snapshot_id IS 'SHA-256 over all rows and when our books learned them, hexadecimal';
COMMENT ON COLUMN recommendation.snapshot.as_of IS 'Facts that were public by then; of the first reading that saw these rows';
COMMENT ON COLUMN recommendation.snapshot.known_at IS 'Nothing that our books learned later; of the same reading';
COMMENT ON COLUMN recommendation.snapshot.session IS 'The last session whose prices were public, in New York';
COMMENT ON COLUMN recommendation.snapshot.sentiment_model IS 'Version of the model whose scores are in it; empty where nothing was scored';
COMMENT ON COLUMN recommendation.snapshot.fingerprint IS 'Per asset and kind a digest, and per row its key and 16 bits of its hash: io.lumia.recommendation.snapshot.FingerprintCodec';

CREATE TABLE sentiment.model (
    model_id smallint NOT NULL GENERATED ALWAYS AS IDENTITY,
    model_version text NOT NULL,
    status text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    activated_at timestamp with time zone,
    CONSTRAINT model_pk PRIMARY KEY (model_id),
    CONSTRAINT model_status_known CHECK ((status = ANY (ARRAY['scoring'::text, 'active'::text, 'retired'::text]))),
    CONSTRAINT model_version_once UNIQUE (model_version)
);
CREATE UNIQUE INDEX model_one_active ON sentiment.model USING btree (status) WHERE (status = 'active'::text);
COMMENT ON TABLE sentiment.model IS 'Models that have scored; aggregates are made of the scores of the active one alone';
COMMENT ON COLUMN sentiment.model.status IS 'scoring: on its way through the articles that others have scored already';

CREATE TABLE sentiment.score (
    article_id bigint NOT NULL,
    asset_id integer NOT NULL,
    model_id smallint NOT NULL,
    p_negative double precision,
    p_neutral double precision,
    p_positive double precision,
    confidence double precision,
    abstained boolean NOT NULL,
    scored_by text NOT NULL,
    reason text NOT NULL DEFAULT ''::text,
    scored_at timestamp with time zone NOT NULL,
    CONSTRAINT score_article_fk FOREIGN KEY (article_id) REFERENCES news.article(article_id) ON DELETE CASCADE,
    CONSTRAINT score_model_fk FOREIGN KEY (model_id) REFERENCES sentiment.model(model_id),
    CONSTRAINT score_pk PRIMARY KEY (article_id, asset_id, model_id),
    CONSTRAINT score_whole CHECK ((num_nulls(p_negative, p_neutral, p_positive, confidence) = ANY (ARRAY[0, 4])))
);
COMMENT ON TABLE sentiment.score IS 'One row per article and model, and one per asset that the article''s words name';
COMMENT ON COLUMN sentiment.score.asset_id IS '0 for the article as a whole';
COMMENT ON COLUMN sentiment.score.p_negative IS 'Calibrated; null where the text was not scored';
COMMENT ON COLUMN sentiment.score.abstained IS 'Below the threshold of its kind, or not scored: it enters no aggregate';
COMMENT ON COLUMN sentiment.score.scored_by IS 'transformer, lexicon where that could not answer, or nobody';
COMMENT ON COLUMN sentiment.score.reason IS 'Why it was not scored, such as another language; empty where it was';

CREATE TABLE signals.computation (
    asset_id integer NOT NULL,
    price_basis bigint,
    benchmark_asset_id integer,
    computed_through date,
    CONSTRAINT computation_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.computation IS 'One row per asset: locked while its signals are computed, and what its stored rows rest on; NULLs before the first';
COMMENT ON COLUMN signals.computation.price_basis IS 'Fingerprint of the splits and spin-offs that the stored rows are adjusted by; another one asks for a full computation';
COMMENT ON COLUMN signals.computation.benchmark_asset_id IS 'The asset that beta was measured against, NULL where none was known';
COMMENT ON COLUMN signals.computation.computed_through IS 'Date of the newest stored row';

CREATE TABLE signals.daily_sentiment (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    avg_sentiment double precision,
    dispersion double precision,
    news_count integer NOT NULL,
    social_sentiment double precision,
    social_count integer NOT NULL,
    abstained_count integer NOT NULL,
    sentiment_momentum double precision,
    sentiment_surprise double precision,
    model_version text NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    CONSTRAINT daily_sentiment_pk PRIMARY KEY (asset_id, signal_date)
) PARTITION BY RANGE (signal_date);
COMMENT ON TABLE signals.daily_sentiment IS 'One row per asset and session with fresh texts, from those that could be used at its close; a session without a row was not measured';
COMMENT ON COLUMN signals.daily_sentiment.signal_date IS 'Exchange-local trading date';
COMMENT ON COLUMN signals.daily_sentiment.avg_sentiment IS 'Mean score of news and filings of the last two sessions, weighted by confidence, relevance, credibility and age (-1 to 1)';
COMMENT ON COLUMN signals.daily_sentiment.dispersion IS 'Weighted standard deviation of these scores around avg_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.news_count IS 'News and filings in avg_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.social_sentiment IS 'The same mean of posts (-1 to 1)';
COMMENT ON COLUMN signals.daily_sentiment.social_count IS 'Posts in social_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.abstained_count IS 'Fresh texts whose score could not be relied on: they are in no mean';
COMMENT ON COLUMN signals.daily_sentiment.sentiment_momentum IS 'Mean of 5 sessions less mean of 20, news and filings, without age';
COMMENT ON COLUMN signals.daily_sentiment.sentiment_surprise IS 'avg_sentiment less its mean of the 365 days before, in standard deviations; at least 20 rows';
COMMENT ON COLUMN signals.daily_sentiment.model_version IS 'Of the model whose scores these are; one only in a row';
COMMENT ON COLUMN signals.daily_sentiment.computed_at IS 'When these values were first computed, UTC';

CREATE TABLE signals.daily_signal (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL,
    CONSTRAINT daily_signal_pk PRIMARY KEY (asset_id, signal_date)
) PARTITION BY RANGE (signal_date);
COMMENT ON TABLE signals.daily_signal IS 'One row per asset and bar, from split-adjusted bars up to and including that day; NULL where history is too short';
COMMENT ON COLUMN signals.daily_signal.signal_date IS 'Exchange-local trading date of the bar the row ends with';
COMMENT ON COLUMN signals.daily_signal.return_1d IS 'Close against the previous session''s close (fraction)';
COMMENT ON COLUMN signals.daily_signal.return_30d IS 'Close against the last close dated at least 30 calendar days earlier (fraction)';
COMMENT ON COLUMN signals.daily_signal.return_365d IS 'Close against the last close dated at least 365 calendar days earlier (fraction)';
COMMENT ON COLUMN signals.daily_signal.volatility_30d IS 'Sample standard deviation of the last 30 daily returns times the root of the sessions per year (fraction per year)';
COMMENT ON COLUMN signals.daily_signal.sma_20 IS 'Mean of the last 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.sma_50 IS 'Mean of the last 50 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.sma_200 IS 'Mean of the last 200 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.ema_12 IS 'Exponential average, weight 2/13, seeded with the first 12 closes'' mean (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.ema_26 IS 'Exponential average, weight 2/27, seeded with the first 26 closes'' mean (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd IS '12-session less 26-session exponential average, both begun at the 26th close (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd_signal IS '9-session exponential average of the MACD (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd_histogram IS 'MACD less its signal (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.rsi_14 IS 'Wilder''s relative strength index over 14 sessions (0 to 100)';
COMMENT ON COLUMN signals.daily_signal.bollinger_middle IS 'Mean of the last 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.bollinger_upper IS 'Middle band plus 2 population deviations of 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.bollinger_lower IS 'Middle band less 2 population deviations of 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.atr_14 IS 'Wilder''s average of the true range over 14 sessions (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.position_52w IS '(close - lowest low) / (highest high - lowest low) of the last 365 calendar days (fraction)';
COMMENT ON COLUMN signals.daily_signal.max_drawdown_1y IS 'Deepest fall from a closing peak to a later close in the last 365 calendar days (fraction)';
COMMENT ON COLUMN signals.daily_signal.beta_1y IS 'Covariance with the benchmark over the benchmark''s variance, last 252 common sessions, at least 60 pairs (plain number)';
COMMENT ON COLUMN signals.daily_signal.momentum_12_1 IS 'P[t-21] / P[t-252] - 1, in sessions (fraction)';
COMMENT ON COLUMN signals.daily_signal.average_dollar_volume_20d IS 'Mean of close times volume over the last 20 sessions (asset''s currency per session)';
COMMENT ON COLUMN signals.daily_signal.bars_seen IS 'Number of bars from the asset''s first up to and including this one';
COMMENT ON COLUMN signals.daily_signal.macd_fast_ema IS 'Fast average of the MACD (asset''s currency): not a signal, kept so that the next row can be computed from this one';
COMMENT ON COLUMN signals.daily_signal.rsi_average_gain IS 'Wilder''s average rise per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.rsi_average_loss IS 'Wilder''s average fall per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.computed_at IS 'When these values were first computed, UTC';

CREATE UNLOGGED TABLE signals.daily_signal_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL
);
CREATE INDEX daily_signal_staging_batch ON signals.daily_signal_staging USING btree (batch_id);
COMMENT ON TABLE signals.daily_signal_staging IS 'Recomputed rows of a batch on their way into daily_signal; emptied in the same transaction';

CREATE TABLE signals.latest_signal (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL,
    packed bytea DEFAULT ((((((((((((((((((((((((int4send(asset_id) || date_send(signal_date)) || timestamptz_send(computed_at)) || float8send(COALESCE(return_1d, 'NaN'::double precision))) || float8send(COALESCE(return_30d, 'NaN'::double precision))) || float8send(COALESCE(return_365d, 'NaN'::double precision))) || float8send(COALESCE(volatility_30d, 'NaN'::double precision))) || float8send(COALESCE(sma_20, 'NaN'::double precision))) || float8send(COALESCE(sma_50, 'NaN'::double precision))) || float8send(COALESCE(sma_200, 'NaN'::double precision))) || float8send(COALESCE(ema_12, 'NaN'::double precision))) || float8send(COALESCE(ema_26, 'NaN'::double precision))) || float8send(COALESCE(macd, 'NaN'::double precision))) || float8send(COALESCE(macd_signal, 'NaN'::double precision))) || float8send(COALESCE(macd_histogram, 'NaN'::double precision))) || float8send(COALESCE(rsi_14, 'NaN'::double precision))) || float8send(COALESCE(bollinger_middle, 'NaN'::double precision))) || float8send(COALESCE(bollinger_upper, 'NaN'::double precision))) || float8send(COALESCE(bollinger_lower, 'NaN'::double precision))) || float8send(COALESCE(atr_14, 'NaN'::double precision))) || float8send(COALESCE(position_52w, 'NaN'::double precision))) || float8send(COALESCE(max_drawdown_1y, 'NaN'::double precision))) || float8send(COALESCE(beta_1y, 'NaN'::double precision))) || float8send(COALESCE(momentum_12_1, 'NaN'::double precision))) || float8send(COALESCE(average_dollar_volume_20d, 'NaN'::double precision))),
    CONSTRAINT latest_signal_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.latest_signal IS 'The newest row of each asset in daily_signal; columns and units as there. Never replaced by an older date';
COMMENT ON COLUMN signals.latest_signal.signal_date IS 'Exchange-local trading date of the bar the row ends with';
COMMENT ON COLUMN signals.latest_signal.packed IS 'The row again as one value in binary format: asset_id, signal_date, computed_at, the signals in table order (NULL as NaN). Thousands of rows are read at once in a quarter of the time';
