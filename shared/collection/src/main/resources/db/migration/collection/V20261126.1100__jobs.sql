-- Jobs are data: of which assets, when, after what, how much at most. Runs may be skipped, cancelled, and follow others.

ALTER TABLE collection.job
    ADD COLUMN description   text        NOT NULL DEFAULT '',
    ADD COLUMN fallbacks     text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN asset_types   text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN symbols       text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN mode          text        NOT NULL DEFAULT 'incremental',
    ADD COLUMN batch_from    date,
    ADD COLUMN batch_to      date,
    ADD COLUMN schedule_kind text        NOT NULL DEFAULT 'cron',
    ADD COLUMN every_seconds bigint,
    ADD COLUMN calendar      text,
    ADD COLUMN during        text,
    ADD COLUMN after_jobs    text[]      NOT NULL DEFAULT '{}',
    ADD COLUMN max_items     int         NOT NULL DEFAULT 10000,
    ADD COLUMN max_calls     int         NOT NULL DEFAULT 50000,
    ADD COLUMN max_seconds   bigint      NOT NULL DEFAULT 86400,
    ADD COLUMN deleted_at    timestamptz,
    ALTER COLUMN cron DROP NOT NULL,
    ALTER COLUMN zone DROP NOT NULL,
    DROP CONSTRAINT job_name_once,
    DROP CONSTRAINT job_datasets_known,
    ADD CONSTRAINT job_datasets_known CHECK (cardinality(datasets) > 0
        AND datasets <@ ARRAY['assets', 'actions', 'filings', 'bars', 'observations', 'fundamentals', 'company_facts']),
    ADD CONSTRAINT job_mode_known CHECK (mode IN ('incremental', 'batch')),
    ADD CONSTRAINT job_schedule_whole CHECK (
        CASE schedule_kind
            WHEN 'cron' THEN cron IS NOT NULL AND zone IS NOT NULL AND every_seconds IS NULL
            WHEN 'interval' THEN cron IS NULL AND every_seconds > 0
            WHEN 'on_demand' THEN cron IS NULL AND every_seconds IS NULL
            ELSE false
        END),
    ADD CONSTRAINT job_gate_whole CHECK ((calendar IS NULL) = (during IS NULL)),
    ADD CONSTRAINT job_limits_positive CHECK (max_items > 0 AND max_calls > 0 AND max_seconds > 0);
CREATE UNIQUE INDEX job_name_once ON collection.job (name) WHERE deleted_at IS NULL;
COMMENT ON COLUMN collection.job.fallbacks IS 'Providers asked in turn where the one before gives no answer';
COMMENT ON COLUMN collection.job.symbols IS 'These only, in our spelling; all assets of the types where empty';
COMMENT ON COLUMN collection.job.calendar IS 'Only ticks on trading days of this exchange calendar count';
COMMENT ON COLUMN collection.job.after_jobs IS 'Names of jobs whose runs must have succeeded first';
COMMENT ON COLUMN collection.job.deleted_at IS 'Its runs stay readable; the name is free again';

ALTER TABLE collection.run
    ADD COLUMN fallbacks     text[] NOT NULL DEFAULT '{}',
    ADD COLUMN note          text   NOT NULL DEFAULT '',
    ADD COLUMN parent_run_id uuid,
    ADD CONSTRAINT run_parent_fk FOREIGN KEY (parent_run_id) REFERENCES collection.run,
    DROP CONSTRAINT run_trigger_known,
    ADD CONSTRAINT run_trigger_known CHECK (trigger IN ('schedule', 'manual', 'backfill', 'dependency')),
    DROP CONSTRAINT run_status_known,
    ADD CONSTRAINT run_status_known
        CHECK (status IN ('running', 'succeeded', 'partial', 'failed', 'skipped', 'cancelled'));
COMMENT ON COLUMN collection.run.note IS 'Why it was skipped or cancelled, or what was left for the next run';
COMMENT ON COLUMN collection.run.parent_run_id IS 'The run that it followed';
CREATE INDEX run_of_job ON collection.run (job_id, scheduled_for DESC);

ALTER TABLE collection.item ADD COLUMN asset_type text;
CREATE INDEX item_by_symbol ON collection.item USING gin (symbols);
COMMENT ON COLUMN collection.item.asset_type IS 'Of all its symbols; null where it does not matter';

CREATE TABLE collection.alarm (
    alarm_id   bigint GENERATED ALWAYS AS IDENTITY,
    subject    text        NOT NULL,
    kind       text        NOT NULL,
    detail     text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    last_at    timestamptz NOT NULL,
    times      int         NOT NULL DEFAULT 1,
    cleared_at timestamptz,
    CONSTRAINT alarm_pk PRIMARY KEY (alarm_id)
);
CREATE UNIQUE INDEX alarm_open_once ON collection.alarm (subject, kind) WHERE cleared_at IS NULL;
COMMENT ON TABLE collection.alarm IS 'What somebody should look at; it disables nothing, and is cleared when it is well again';
COMMENT ON COLUMN collection.alarm.subject IS 'job:<name> or provider:<name>';

CREATE TABLE collection.job_template (
    name        text        NOT NULL,
    description text        NOT NULL,
    job         jsonb       NOT NULL,
    created_at  timestamptz NOT NULL,
    CONSTRAINT job_template_pk PRIMARY KEY (name)
);
COMMENT ON TABLE collection.job_template IS 'Templates that somebody saved, as the API takes jobs; the built-in ones are in the program';
