-- Schedules that are data, where no EventBridge Scheduler keeps them: the local program's engine.

CREATE TABLE platform.schedule (
    name              text        NOT NULL,
    expression        text        NOT NULL,
    zone              text        NOT NULL,
    queue             text        NOT NULL,
    input             text        NOT NULL,
    enabled           boolean     NOT NULL,
    max_retries       int         NOT NULL,
    max_age_seconds   int         NOT NULL,
    dead_letter_queue text        NOT NULL,
    starts_at         timestamptz,
    ends_at           timestamptz,
    done_until        timestamptz NOT NULL,
    CONSTRAINT schedule_pk PRIMARY KEY (name),
    CONSTRAINT schedule_retries_in_range CHECK (max_retries BETWEEN 0 AND 185),
    CONSTRAINT schedule_age_in_range CHECK (max_age_seconds BETWEEN 60 AND 86400),
    CONSTRAINT schedule_ends_after_start CHECK (ends_at > starts_at)
);
COMMENT ON TABLE platform.schedule IS
    'What is sent to which queue, and when; empty where EventBridge Scheduler keeps the schedules';
COMMENT ON COLUMN platform.schedule.expression IS 'cron(…), rate(…) or at(…), as EventBridge Scheduler writes them';
COMMENT ON COLUMN platform.schedule.done_until IS
    'Runs due up to and including this instant were sent or given up; those of the maximum age before a start are made up for';
