-- Every call to a provider: how often, how it ended, and whether the next one may go. And what items tell of it.

CREATE TABLE collection.provider_call (
    call_id       bigint GENERATED ALWAYS AS IDENTITY,
    provider      text        NOT NULL,
    key_id        text        NOT NULL,
    item_id       uuid,
    kind          text        NOT NULL,
    address       text        NOT NULL,
    started_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    status        int         NOT NULL DEFAULT 0,
    outcome       text,
    bytes         bigint      NOT NULL DEFAULT 0,
    etag          text        NOT NULL DEFAULT '',
    last_modified text        NOT NULL DEFAULT '',
    detail        text        NOT NULL DEFAULT '',
    CONSTRAINT provider_call_pk PRIMARY KEY (call_id),
    CONSTRAINT provider_call_ended_with_outcome CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE collection.provider_call IS 'The ledger of calls to web providers, from which quotas are counted; rows older than 400 days may be pruned';
COMMENT ON COLUMN collection.provider_call.key_id IS 'A short hash of the API key, or keyless; never the key';
COMMENT ON COLUMN collection.provider_call.item_id IS 'On whose behalf; null outside a run';
COMMENT ON COLUMN collection.provider_call.address IS 'Without secrets';
COMMENT ON COLUMN collection.provider_call.ended_at IS 'Null while under way, or when the process died with it';
COMMENT ON COLUMN collection.provider_call.status IS 'HTTP''s; 0 without an answer';
COMMENT ON COLUMN collection.provider_call.outcome IS 'A provider''s answer, such as fetched, throttled, unreachable';
CREATE INDEX provider_call_by_key ON collection.provider_call (provider, key_id, started_at DESC);
CREATE INDEX provider_call_by_address ON collection.provider_call (provider, md5(address), started_at DESC)
    WHERE outcome = 'fetched';
CREATE INDEX provider_call_by_item ON collection.provider_call (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX provider_call_by_age ON collection.provider_call (started_at);

CREATE TABLE collection.provider_state (
    provider             text        NOT NULL,
    key_id               text        NOT NULL,
    breaker              text        NOT NULL DEFAULT 'closed',
    consecutive_failures int         NOT NULL DEFAULT 0,
    times_opened         int         NOT NULL DEFAULT 0,
    opened_at            timestamptz,
    open_until           timestamptz,
    probe_call_id        bigint,
    probe_until          timestamptz,
    blocked_until        timestamptz,
    last_success_at      timestamptz,
    last_failure_at      timestamptz,
    last_failure         text        NOT NULL DEFAULT '',
    CONSTRAINT provider_state_pk PRIMARY KEY (provider, key_id),
    CONSTRAINT provider_state_breaker_known CHECK (breaker IN ('closed', 'open', 'half_open'))
);
COMMENT ON TABLE collection.provider_state IS 'How it stands between us and a provider, by key; its row is the lock of each decision';
COMMENT ON COLUMN collection.provider_state.times_opened IS 'In a row without a success between; each time doubles how long it stays open';
COMMENT ON COLUMN collection.provider_state.probe_call_id IS 'The one call that goes out while half_open';
COMMENT ON COLUMN collection.provider_state.probe_until IS 'Another probe may go when this one has not ended by then';
COMMENT ON COLUMN collection.provider_state.blocked_until IS 'The provider asked us to wait so long';

-- One statement is one decision, so that it can be asked for through a stateless API as well. Within any stretch of a
-- quota's length at most its number of calls reaches the provider: the newest but (number - 1) must be older than that. A
-- call arrives between its grant and its end, and within arrival of its grant; the later of what is possible counts. All
-- of one key queue for the state's row, so no two decide on the same count.
CREATE FUNCTION collection.begin_call(
    a_provider text, a_key_id text, an_item_id uuid, a_kind text, an_address text,
    quota_calls int[], quota_lengths interval[], budget_from interval, probe_patience interval, a_time timestamptz,
    OUT verdict text, OUT call_id bigint, OUT wait_until timestamptz, OUT why text
) LANGUAGE plpgsql AS $$
DECLARE
    arrival CONSTANT interval := interval '1 second';
    state   collection.provider_state;
    nth     timestamptz;
    free    timestamptz;
BEGIN
    INSERT INTO collection.provider_state (provider, key_id) VALUES (a_provider, a_key_id) ON CONFLICT DO NOTHING;
    SELECT s.* INTO STRICT state FROM collection.provider_state s
     WHERE s.provider = a_provider AND s.key_id = a_key_id FOR UPDATE;
    why := '';

    IF state.breaker = 'open' AND state.open_until > a_time THEN
        verdict := 'breaker_open'; wait_until := state.open_until; RETURN;
    END IF;
    IF state.breaker = 'half_open' AND state.probe_until > a_time THEN
        verdict := 'breaker_open'; wait_until := state.probe_until; RETURN;
    END IF;
    IF state.blocked_until > a_time THEN
        verdict := 'wait'; wait_until := state.blocked_until; why := 'the provider asked us to wait'; RETURN;
    END IF;

    FOR i IN 1 .. coalesce(array_length(quota_calls, 1), 0) LOOP
        SELECT least(coalesce(c.ended_at, a_time), c.started_at + arrival) INTO nth FROM collection.provider_call c
         WHERE c.provider = a_provider AND c.key_id = a_key_id
         ORDER BY c.started_at DESC OFFSET quota_calls[i] - 1 LIMIT 1;
        free := nth + quota_lengths[i];
        IF free > a_time AND (wait_until IS NULL OR free > wait_until) THEN
            verdict := CASE WHEN quota_lengths[i] >= budget_from THEN 'budget_used' ELSE 'wait' END;
            wait_until := free;
            why := format('%s calls per %s s are used', quota_calls[i], extract(epoch FROM quota_lengths[i])::bigint);
        END IF;
    END LOOP;
    IF verdict IS NOT NULL THEN
        RETURN;
    END IF;

    INSERT INTO collection.provider_call AS c (provider, key_id, item_id, kind, address, started_at)
    VALUES (a_provider, a_key_id, an_item_id, a_kind, an_address, a_time)
    RETURNING c.call_id INTO call_id;
    verdict := 'granted';
    IF state.breaker <> 'closed' THEN
        UPDATE collection.provider_state s
           SET breaker = 'half_open', probe_call_id = begin_call.call_id, probe_until = a_time + probe_patience
         WHERE s.provider = a_provider AND s.key_id = a_key_id;
    END IF;
END
$$;
COMMENT ON FUNCTION collection.begin_call IS 'Grants and counts a call, or says until when to wait: granted, wait, breaker_open or budget_used';

-- A success, or an answer that shows the provider alive, closes the breaker. While a probe is out only its end counts.
CREATE FUNCTION collection.end_call(
    a_call_id bigint, a_time timestamptz, a_status int, an_outcome text, some_bytes bigint,
    an_etag text, a_last_modified text, a_detail text, a_wait interval,
    failures_to_open int, first_open interval, longest_open interval
) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    ended   collection.provider_call;
    state   collection.provider_state;
    failed  boolean := an_outcome IN ('unreachable', 'blocked', 'schema_changed', 'bad_key');
    neutral boolean := an_outcome IN ('throttled', 'plan_limit');
BEGIN
    SELECT c.* INTO ended FROM collection.provider_call c WHERE c.call_id = a_call_id;
    IF NOT FOUND THEN
        RETURN 'no_such_call';
    END IF;
    -- The state's row first, as begin_call does, so that the two never wait for each other.
    SELECT s.* INTO STRICT state FROM collection.provider_state s
     WHERE s.provider = ended.provider AND s.key_id = ended.key_id FOR UPDATE;
    UPDATE collection.provider_call c
       SET ended_at = a_time, status = a_status, outcome = an_outcome, bytes = some_bytes,
           etag = an_etag, last_modified = a_last_modified, detail = a_detail
     WHERE c.call_id = a_call_id AND c.ended_at IS NULL;
    IF NOT FOUND THEN
        RETURN 'ended_before';
    END IF;

    IF an_outcome = 'throttled' THEN
        state.blocked_until := greatest(state.blocked_until, a_time + a_wait);
    END IF;
    IF failed THEN
        state.last_failure_at := a_time;
        state.last_failure := left(an_outcome || ': ' || a_detail, 300);
    ELSIF NOT neutral THEN
        state.last_success_at := a_time;
    END IF;

    IF state.breaker = 'closed' OR state.probe_call_id = a_call_id THEN
        IF failed THEN
            state.consecutive_failures := state.consecutive_failures + 1;
            IF state.breaker <> 'closed' OR state.consecutive_failures >= failures_to_open THEN
                state.breaker := 'open';
                state.opened_at := a_time;
                state.open_until := a_time + least(longest_open, first_open * power(2, least(state.times_opened, 20)));
                state.times_opened := state.times_opened + 1;
                state.probe_call_id := NULL;
                state.probe_until := NULL;
            END IF;
        ELSIF NOT neutral OR state.breaker <> 'closed' THEN
            state.breaker := 'closed';
            state.consecutive_failures := 0;
            state.times_opened := CASE WHEN neutral THEN state.times_opened ELSE 0 END;
            state.opened_at := NULL;
            state.open_until := NULL;
            state.probe_call_id := NULL;
            state.probe_until := NULL;
        END IF;
    END IF;

    UPDATE collection.provider_state s
       SET breaker = state.breaker, consecutive_failures = state.consecutive_failures,
           times_opened = state.times_opened, opened_at = state.opened_at, open_until = state.open_until,
           probe_call_id = state.probe_call_id, probe_until = state.probe_until, blocked_until = state.blocked_until,
           last_success_at = state.last_success_at, last_failure_at = state.last_failure_at,
           last_failure = state.last_failure
     WHERE s.provider = state.provider AND s.key_id = state.key_id;
    RETURN state.breaker;
END
$$;
COMMENT ON FUNCTION collection.end_call IS 'Ends a call in the ledger and moves its provider''s breaker; ending it twice changes nothing';

-- What became of an item, and who is at work on it.
ALTER TABLE collection.item
    ADD COLUMN provider_used text,
    ADD COLUMN attempts      jsonb            NOT NULL DEFAULT '[]',
    ADD COLUMN calls         int              NOT NULL DEFAULT 0,
    ADD COLUMN bytes         bigint           NOT NULL DEFAULT 0,
    ADD COLUMN seconds       double precision NOT NULL DEFAULT 0,
    ADD COLUMN not_before    timestamptz,
    ADD COLUMN deferrals     int              NOT NULL DEFAULT 0,
    ADD COLUMN claimed_until timestamptz,
    ADD COLUMN claim_id      uuid,
    ADD COLUMN handed_on_id  uuid;
COMMENT ON COLUMN collection.item.provider_used IS 'Whose answer it is; null before the end';
COMMENT ON COLUMN collection.item.attempts IS 'Which providers were asked, in order: provider, outcome, detail, calls, bytes, seconds';
COMMENT ON COLUMN collection.item.calls IS 'To all providers together';
COMMENT ON COLUMN collection.item.not_before IS 'Asked again then and not before, because the provider wants us to wait; null otherwise';
COMMENT ON COLUMN collection.item.deferrals IS 'How often it was put off so';
COMMENT ON COLUMN collection.item.claimed_until IS 'A collector is at work on it until then at the latest';
COMMENT ON COLUMN collection.item.claim_id IS 'Of the message that it works on';
COMMENT ON COLUMN collection.item.handed_on_id IS 'The newest message whose answer the collector has handed on';
CREATE INDEX item_deferred ON collection.item (not_before) WHERE status = 'asked' AND not_before IS NOT NULL;

ALTER TABLE collection.item DROP CONSTRAINT item_dataset_known, ADD CONSTRAINT item_dataset_known CHECK (dataset IN
    ('assets', 'actions', 'filings', 'bars', 'observations', 'fundamentals', 'company_facts'));
ALTER TABLE collection.job DROP CONSTRAINT job_datasets_known, ADD CONSTRAINT job_datasets_known CHECK (cardinality(datasets) > 0
    AND datasets <@ ARRAY['assets', 'actions', 'filings', 'bars', 'observations', 'fundamentals', 'company_facts']);
