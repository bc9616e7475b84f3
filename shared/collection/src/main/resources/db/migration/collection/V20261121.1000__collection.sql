-- What was asked of providers and what came of it.

CREATE SCHEMA IF NOT EXISTS collection;

CREATE TABLE collection.job (
    job_id   uuid    NOT NULL,
    name     text    NOT NULL,
    provider text    NOT NULL,
    location text    NOT NULL,
    datasets text[]  NOT NULL,
    cron     text    NOT NULL,
    zone     text    NOT NULL,
    enabled  boolean NOT NULL,
    CONSTRAINT job_pk PRIMARY KEY (job_id),
    CONSTRAINT job_name_once UNIQUE (name),
    CONSTRAINT job_datasets_known CHECK (cardinality(datasets) > 0
        AND datasets <@ ARRAY['assets', 'actions', 'bars', 'observations', 'fundamentals'])
);
COMMENT ON TABLE collection.job IS 'What to collect, from where and when';
COMMENT ON COLUMN collection.job.location IS 'Where the provider finds its source: a folder or zip of a bundle; empty for a web provider';
COMMENT ON COLUMN collection.job.cron IS 'EventBridge Scheduler expression, in the zone named beside it';

CREATE TABLE collection.run (
    run_id        uuid        NOT NULL,
    job_id        uuid        NOT NULL,
    trigger       text        NOT NULL,
    scheduled_for timestamptz NOT NULL,
    provider      text        NOT NULL,
    location      text        NOT NULL,
    source_name   text        NOT NULL,
    from_date     date,
    to_date       date        NOT NULL,
    status        text        NOT NULL,
    started_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    completeness  double precision,
    CONSTRAINT run_pk PRIMARY KEY (run_id),
    CONSTRAINT run_job_fk FOREIGN KEY (job_id) REFERENCES collection.job,
    CONSTRAINT run_once_per_tick UNIQUE (job_id, scheduled_for),
    CONSTRAINT run_trigger_known CHECK (trigger IN ('schedule', 'manual', 'backfill')),
    CONSTRAINT run_status_known CHECK (status IN ('running', 'succeeded', 'partial', 'failed')),
    CONSTRAINT run_finished_or_running CHECK ((status = 'running') = (finished_at IS NULL)),
    CONSTRAINT run_completeness_is_a_fraction CHECK (completeness BETWEEN 0 AND 1)
);
COMMENT ON TABLE collection.run IS 'One execution of a job';
COMMENT ON COLUMN collection.run.scheduled_for IS 'The tick it answers, UTC; a doubled tick starts no second run';
COMMENT ON COLUMN collection.run.provider IS 'As the job had it when the run was planned, like location; an item asked again asks there';
COMMENT ON COLUMN collection.run.source_name IS 'The provider''s own name of the set, such as a bundle''s name';
COMMENT ON COLUMN collection.run.from_date IS 'First date asked for, null for all there is';
COMMENT ON COLUMN collection.run.started_at IS 'The planner''s clock, UTC: nothing later is collected';
COMMENT ON COLUMN collection.run.completeness IS 'Present sessions divided by expected ones, a fraction; null before the end or without bars';
CREATE INDEX run_newest ON collection.run (scheduled_for DESC, run_id);

CREATE TABLE collection.item (
    item_id           uuid     NOT NULL,
    run_id            uuid     NOT NULL,
    item_number       int      NOT NULL,
    stage             smallint NOT NULL,
    dataset           text     NOT NULL,
    symbols           text[]   NOT NULL,
    from_date         date,
    to_date           date     NOT NULL,
    status            text     NOT NULL,
    asks              int      NOT NULL DEFAULT 0,
    asked_at          timestamptz,
    collected_at      timestamptz,
    ended_at          timestamptz,
    outcome           text,
    detail            text,
    rows_received     bigint   NOT NULL DEFAULT 0,
    rows_loaded       bigint   NOT NULL DEFAULT 0,
    rows_unchanged    bigint   NOT NULL DEFAULT 0,
    rows_quarantined  jsonb    NOT NULL DEFAULT '{}',
    expected_sessions bigint   NOT NULL DEFAULT 0,
    present_sessions  bigint   NOT NULL DEFAULT 0,
    CONSTRAINT item_pk PRIMARY KEY (item_id),
    CONSTRAINT item_run_fk FOREIGN KEY (run_id) REFERENCES collection.run,
    CONSTRAINT item_number_once UNIQUE (run_id, item_number),
    CONSTRAINT item_dataset_known CHECK (dataset IN ('assets', 'actions', 'bars', 'observations', 'fundamentals')),
    CONSTRAINT item_status_known CHECK (status IN ('planned', 'asked', 'loaded', 'unchanged', 'empty', 'failed')),
    CONSTRAINT item_dates_in_order CHECK (from_date <= to_date),
    CONSTRAINT item_present_within_expected CHECK (present_sessions BETWEEN 0 AND expected_sessions)
);
COMMENT ON TABLE collection.item IS 'One request of a run';
COMMENT ON COLUMN collection.item.stage IS 'Items of a stage are asked for when those of the stage before have ended: 1 assets, 2 actions, 3 all else';
COMMENT ON COLUMN collection.item.asks IS 'How often it was asked for; more than once when no answer came';
COMMENT ON COLUMN collection.item.collected_at IS 'When the provider gave the answer that was loaded; null without one';
COMMENT ON COLUMN collection.item.outcome IS 'How it ended: a provider''s answer or an error code';
COMMENT ON COLUMN collection.item.rows_quarantined IS 'Rows set aside, by reason code';
COMMENT ON COLUMN collection.item.expected_sessions IS 'Bars that a complete answer has, one per asset and session';
COMMENT ON COLUMN collection.item.present_sessions IS 'Those of them that came and were believed';
CREATE INDEX item_of_run ON collection.item (run_id, stage);
CREATE INDEX item_by_collection ON collection.item (dataset, collected_at);
CREATE INDEX item_unanswered ON collection.item (asked_at) WHERE status = 'asked';

CREATE TABLE collection.coverage (
    job_id       uuid    NOT NULL,
    location     text    NOT NULL,
    source_name  text    NOT NULL,
    dataset      text    NOT NULL,
    symbol       text    NOT NULL,
    collected_to date    NOT NULL,
    known        boolean NOT NULL,
    CONSTRAINT coverage_pk PRIMARY KEY (job_id, location, source_name, dataset, symbol),
    CONSTRAINT coverage_job_fk FOREIGN KEY (job_id) REFERENCES collection.job
);
COMMENT ON TABLE collection.coverage IS 'Up to which date a job has collected a symbol''s facts without a hole, per source';
COMMENT ON COLUMN collection.coverage.known IS 'False when the rows were set aside because our books did not know the symbol';

CREATE TABLE collection.quarantine (
    quarantine_id bigint GENERATED ALWAYS AS IDENTITY,
    item_id       uuid        NOT NULL,
    dataset       text        NOT NULL,
    provider      text        NOT NULL,
    source_name   text        NOT NULL,
    line          bigint      NOT NULL,
    symbol        text        NOT NULL,
    row_date      date,
    reason        text        NOT NULL,
    row_text      text        NOT NULL,
    row_hash      uuid        NOT NULL GENERATED ALWAYS AS (CAST(md5(row_text) AS uuid)) STORED,
    detail        text        NOT NULL,
    set_aside_at  timestamptz NOT NULL,
    CONSTRAINT quarantine_pk PRIMARY KEY (quarantine_id),
    CONSTRAINT quarantine_item_fk FOREIGN KEY (item_id) REFERENCES collection.item,
    CONSTRAINT quarantine_row_once
        UNIQUE NULLS NOT DISTINCT (provider, source_name, dataset, symbol, row_date, reason, row_hash)
);
COMMENT ON TABLE collection.quarantine IS 'Rows that were not believed; each row of a source is kept once per reason';
COMMENT ON COLUMN collection.quarantine.item_id IS 'The item that brought it first';
COMMENT ON COLUMN collection.quarantine.line IS 'In the source''s file, header is 1; 0 where the source has no lines';
COMMENT ON COLUMN collection.quarantine.row_date IS 'As received, null where it could not be read';
COMMENT ON COLUMN collection.quarantine.reason IS 'A QuarantineReason code';
COMMENT ON COLUMN collection.quarantine.row_text IS 'As received, cut to 1,000 characters';
CREATE INDEX quarantine_by_symbol ON collection.quarantine (symbol, quarantine_id DESC);
