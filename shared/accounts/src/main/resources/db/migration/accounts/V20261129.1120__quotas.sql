-- Requests within a sliding window, exactly, shared by all functions.
--
-- Each grant is a row with its number (1, 2, 3 …) and instant. A request is granted if the grant that lies limit - 1 back
-- from the newest is out of the window: then fewer than limit lie in it. One look-up decides, however large the limit is.
-- On a grant the rows that lie limit or more back are removed: they were out of the window, so they decide nothing any
-- more. A subject thus has never more than limit rows.
--
-- Those of one subject queue for its row, and each sees what the one before it did (READ COMMITTED: every statement of the
-- function has a snapshot of its own). Instants never fall: where one function's clock is behind, the newest grant counts as
-- now. Refusals need no lock: the grant that lies limit - 1 back only ever becomes a later one.
--
-- Cost: a refusal one look-up by two primary keys; a grant one row locked, inserted, deleted and updated each, and
-- log2(limit) look-ups to say how many remain (14 of 10,000).

CREATE TABLE accounts.quota_subject (
    subject_id bigint GENERATED ALWAYS AS IDENTITY,
    subject    text   NOT NULL,
    granted    bigint NOT NULL DEFAULT 0,
    newest_at  timestamptz,
    CONSTRAINT quota_subject_pk PRIMARY KEY (subject_id),
    CONSTRAINT quota_subject_unique UNIQUE (subject)
) WITH (fillfactor = 50);
COMMENT ON TABLE accounts.quota_subject IS 'Whose requests are counted together; its row is the lock of each grant';
COMMENT ON COLUMN accounts.quota_subject.subject IS 'user/ID, or anonymous/ and a keyed hash of an address';
COMMENT ON COLUMN accounts.quota_subject.granted IS 'How many there were; the number of the newest grant';
COMMENT ON COLUMN accounts.quota_subject.newest_at IS 'Of the newest grant; not indexed, so that an update stays on its page';

CREATE TABLE accounts.quota_grant (
    subject_id bigint      NOT NULL,
    sequence   bigint      NOT NULL,
    at         timestamptz NOT NULL,
    CONSTRAINT quota_grant_pk PRIMARY KEY (subject_id, sequence),
    CONSTRAINT quota_grant_subject FOREIGN KEY (subject_id) REFERENCES accounts.quota_subject ON DELETE CASCADE
);
COMMENT ON TABLE accounts.quota_grant IS 'The newest grants of each subject, at most as many as its limit; instants rise with the numbers';

CREATE FUNCTION accounts.take_quota(
    a_subject text, a_limit int, a_window interval, a_time timestamptz,
    OUT is_granted boolean, OUT used int, OUT decided_at timestamptz, OUT free_at timestamptz
) LANGUAGE plpgsql AS $$
DECLARE
    max_tries CONSTANT int := 5;
    state     accounts.quota_subject;
    nth       timestamptz;
    low       bigint;
    high      bigint;
    middle    bigint;
    middle_at timestamptz;
BEGIN
    SELECT greatest(a_time, s.newest_at), g.at INTO decided_at, nth
      FROM accounts.quota_subject s
      JOIN accounts.quota_grant g ON g.subject_id = s.subject_id AND g.sequence = s.granted - a_limit + 1
     WHERE s.subject = a_subject;
    IF nth > decided_at - a_window THEN
        is_granted := false; used := a_limit; free_at := nth + a_window; RETURN;
    END IF;

    -- Whoever is forgotten just now is begun anew.
    FOR i IN 1 .. max_tries LOOP
        SELECT s.* INTO state FROM accounts.quota_subject s WHERE s.subject = a_subject FOR UPDATE;
        EXIT WHEN FOUND;
        INSERT INTO accounts.quota_subject (subject) VALUES (a_subject) ON CONFLICT DO NOTHING;
    END LOOP;
    IF state.subject_id IS NULL THEN
        RAISE EXCEPTION 'the quota of % was forgotten % times while it was asked for', a_subject, max_tries
            USING ERRCODE = 'serialization_failure';
    END IF;

    decided_at := greatest(a_time, state.newest_at);
    SELECT g.at INTO nth FROM accounts.quota_grant g
     WHERE g.subject_id = state.subject_id AND g.sequence = state.granted - a_limit + 1;
    IF nth > decided_at - a_window THEN
        is_granted := false; used := a_limit; free_at := nth + a_window; RETURN;
    END IF;

    is_granted := true;
    high := state.granted + 1;
    INSERT INTO accounts.quota_grant (subject_id, sequence, at) VALUES (state.subject_id, high, decided_at);
    DELETE FROM accounts.quota_grant g WHERE g.subject_id = state.subject_id AND g.sequence <= high - a_limit;
    UPDATE accounts.quota_subject s SET granted = high, newest_at = decided_at WHERE s.subject_id = state.subject_id;

    -- The oldest in the window, by halving. One that was removed is out of it.
    low := greatest(high - a_limit + 1, 1);
    WHILE low < high LOOP
        middle := (low + high) / 2;
        SELECT g.at INTO middle_at FROM accounts.quota_grant g
         WHERE g.subject_id = state.subject_id AND g.sequence = middle;
        IF middle_at > decided_at - a_window THEN
            high := middle;
        ELSE
            low := middle + 1;
        END IF;
    END LOOP;
    used := state.granted + 1 - low + 1;
    SELECT g.at + a_window INTO free_at FROM accounts.quota_grant g
     WHERE g.subject_id = state.subject_id AND g.sequence = low;
END
$$;
COMMENT ON FUNCTION accounts.take_quota IS
    'Grants and counts a request, or refuses it; used of the limit, and when the oldest that counts leaves the window';
