-- Advice and what it rests on: which snapshots were read, and whether our books have changed since.

CREATE SCHEMA IF NOT EXISTS recommendation;

CREATE TABLE recommendation.snapshot (
    snapshot_id     text        NOT NULL,
    as_of           timestamptz NOT NULL,
    known_at        timestamptz NOT NULL,
    session         date        NOT NULL,
    sentiment_model text        NOT NULL,
    rows_total      bigint      NOT NULL,
    fingerprint     bytea       NOT NULL,
    stored_at       timestamptz NOT NULL,
    CONSTRAINT snapshot_pk PRIMARY KEY (snapshot_id)
);
COMMENT ON TABLE recommendation.snapshot IS
    'Which rows a recommendation was made of; the rows themselves stay where they are, with all their versions';
COMMENT ON COLUMN recommendation.snapshot.snapshot_id IS 'SHA-256 over all rows and when our books learned them, hexadecimal';
COMMENT ON COLUMN recommendation.snapshot.as_of IS 'Facts that were public by then; of the first reading that saw these rows';
COMMENT ON COLUMN recommendation.snapshot.known_at IS 'Nothing that our books learned later; of the same reading';
COMMENT ON COLUMN recommendation.snapshot.session IS 'The last session whose prices were public, in New York';
COMMENT ON COLUMN recommendation.snapshot.sentiment_model IS 'Version of the model whose scores are in it; empty where nothing was scored';
COMMENT ON COLUMN recommendation.snapshot.fingerprint IS
    'Per asset and kind a digest, and per row its key and 16 bits of its hash: io.lumia.recommendation.snapshot.FingerprintCodec';
ALTER TABLE recommendation.snapshot ALTER COLUMN fingerprint SET STORAGE EXTERNAL;

CREATE TABLE recommendation.book_change (
    change_number bigint GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT book_change_pk PRIMARY KEY (change_number)
);
COMMENT ON TABLE recommendation.book_change IS
    'One row per transaction that wrote to a table that snapshots are read from, whoever wrote; also where it changed no row';

-- The row comes with the transaction that it is about, so nobody sees the one without the other. Two transactions never wait for
-- each other here.
CREATE FUNCTION recommendation.note_book_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('lumia.book_change_noted_by', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        INSERT INTO recommendation.book_change DEFAULT VALUES;
        PERFORM set_config('lumia.book_change_noted_by', pg_current_xact_id()::text, true);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION recommendation.note_book_change IS 'Notes once per transaction that books were written to';

DO $$
DECLARE
    book text;
BEGIN
    FOREACH book IN ARRAY ARRAY[
        'market.asset', 'market.asset_symbol', 'market.daily_bar', 'market.daily_bar_revision', 'market.corporate_action',
        'market.corporate_action_revision', 'market.observation', 'market.observation_revision', 'market.fundamental',
        'market.fundamental_revision', 'market.filing', 'market.company_fact', 'market.company_fact_revision',
        'news.article', 'news.article_link', 'sentiment.model', 'sentiment.score'] LOOP
        EXECUTE format('CREATE TRIGGER note_book_change AFTER INSERT OR UPDATE OR DELETE ON %s '
            'FOR EACH STATEMENT EXECUTE FUNCTION recommendation.note_book_change()', book);
    END LOOP;
END
$$;
