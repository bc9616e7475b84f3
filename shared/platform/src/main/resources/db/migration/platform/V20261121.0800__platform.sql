-- What every domain needs: time-series tables on plain PostgreSQL and on TimescaleDB alike, and the inbox and outbox
-- that turn at-least-once delivery into exactly-once effect.

CREATE SCHEMA IF NOT EXISTS platform;

CREATE TABLE platform.time_series (
    table_name  text NOT NULL,
    time_column text NOT NULL,
    kind        text NOT NULL,
    CONSTRAINT time_series_pk PRIMARY KEY (table_name),
    CONSTRAINT time_series_kind_known CHECK (kind IN ('partitions', 'hypertable'))
);
COMMENT ON TABLE platform.time_series IS
    'Tables split by date: yearly range partitions on plain PostgreSQL, hypertables where TimescaleDB is offered';

-- The server decides once, in the first migration, and the choice stays with the database.
CREATE FUNCTION platform.offers_timescale() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM pg_available_extensions WHERE name = 'timescaledb')
       AND current_setting('shared_preload_libraries') LIKE '%timescaledb%'
$$;

DO $$
BEGIN
    IF platform.offers_timescale() THEN
        CREATE EXTENSION IF NOT EXISTS timescaledb;
    END IF;
END
$$;

-- Yearly partitions of one table from 1990 up to and including a year; all before 1990 is one partition.
CREATE FUNCTION platform.ensure_partitions_of(series text, through_year int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    created int := 0;
    partition_name text;
BEGIN
    FOR y IN 1990 .. through_year LOOP
        partition_name := series || '_y' || y;
        IF to_regclass(partition_name) IS NULL THEN
            EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (%L) TO (%L)',
                partition_name, series, make_date(y, 1, 1), make_date(y + 1, 1, 1));
            created := created + 1;
        END IF;
    END LOOP;
    RETURN created;
END
$$;
COMMENT ON FUNCTION platform.ensure_partitions_of IS 'Creates missing yearly partitions; returns how many';

CREATE FUNCTION platform.ensure_partitions(through_year int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
    created int := 0;
    series record;
BEGIN
    -- One caller at a time: two concurrent CREATE TABLE of one partition would fail the second.
    PERFORM pg_advisory_xact_lock(hashtext('platform.ensure_partitions'));
    FOR series IN SELECT table_name FROM platform.time_series WHERE kind = 'partitions' ORDER BY table_name LOOP
        created := created + platform.ensure_partitions_of(series.table_name, through_year);
    END LOOP;
    RETURN created;
END
$$;
COMMENT ON FUNCTION platform.ensure_partitions IS
    'Creates the yearly partitions of all time-series tables up to a year, ahead of need; returns how many were missing';

-- Creates a table that is split by a date column. The primary key must contain that column.
CREATE FUNCTION platform.create_time_series(table_name text, columns_ddl text, time_column text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF platform.offers_timescale() THEN
        EXECUTE format('CREATE TABLE %s (%s)', table_name, columns_ddl);
        EXECUTE format('SELECT create_hypertable(%L, by_range(%L, INTERVAL ''1 year''), create_default_indexes => false)',
            table_name, time_column);
        INSERT INTO platform.time_series VALUES (table_name, time_column, 'hypertable');
    ELSE
        EXECUTE format('CREATE TABLE %s (%s) PARTITION BY RANGE (%I)', table_name, columns_ddl, time_column);
        EXECUTE format('CREATE TABLE %s PARTITION OF %s FOR VALUES FROM (MINVALUE) TO (%L)',
            table_name || '_before_1990', table_name, make_date(1990, 1, 1));
        INSERT INTO platform.time_series VALUES (table_name, time_column, 'partitions');
        PERFORM platform.ensure_partitions_of(table_name, extract(year FROM now())::int + 2);
    END IF;
END
$$;
COMMENT ON FUNCTION platform.create_time_series IS
    'CREATE TABLE for a time series: a hypertable on TimescaleDB, yearly range partitions elsewhere';

-- Compression and retention exist only under TimescaleDB''s own licence; with the Apache build this does nothing.
CREATE FUNCTION platform.compress_after(series text, segment_by text, after interval) RETURNS boolean
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM platform.time_series t WHERE t.table_name = series AND t.kind = 'hypertable')
       OR coalesce(current_setting('timescaledb.license', true), 'apache') <> 'timescale' THEN
        RETURN false;
    END IF;
    EXECUTE format('ALTER TABLE %s SET (timescaledb.compress, timescaledb.compress_segmentby = %L)', series, segment_by);
    EXECUTE format('SELECT add_compression_policy(%L, %L::interval, if_not_exists => true)', series, after);
    RETURN true;
END
$$;
COMMENT ON FUNCTION platform.compress_after IS
    'Compresses chunks older than an interval where TimescaleDB''s licence has compression; says whether it does';

CREATE TABLE platform.inbox (
    consumer    text        NOT NULL,
    message_id  uuid        NOT NULL,
    accepted_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, message_id)
);
COMMENT ON TABLE platform.inbox IS 'Messages that took effect; the row is written in the transaction of the effect';

CREATE TABLE platform.outbox (
    sequence_number bigint GENERATED ALWAYS AS IDENTITY,
    event_id        uuid        NOT NULL,
    source          text        NOT NULL,
    detail_type     text        NOT NULL,
    detail          jsonb       NOT NULL,
    added_at        timestamptz NOT NULL DEFAULT now(),
    sent_at         timestamptz,
    CONSTRAINT outbox_pk PRIMARY KEY (sequence_number),
    CONSTRAINT outbox_event_once UNIQUE (event_id)
);
COMMENT ON TABLE platform.outbox IS 'Events to announce, stored with the facts they are about; sent_at is null while they wait';
CREATE INDEX outbox_waiting ON platform.outbox (sequence_number) WHERE sent_at IS NULL;
