-- Backtests that somebody asked for: how far they have come, and what they came to.

CREATE SCHEMA IF NOT EXISTS recommendation;

CREATE TABLE recommendation.backtest (
    backtest_id   uuid             NOT NULL,
    actor         text             NOT NULL,
    draft         json             NOT NULL,
    configuration text             NOT NULL,
    known_at      timestamptz      NOT NULL,
    status        text             NOT NULL,
    progress      double precision NOT NULL DEFAULT 0,
    started_at    timestamptz,
    finished_at   timestamptz,
    state         json,
    report        json,
    failure       text,
    CONSTRAINT backtest_pk PRIMARY KEY (backtest_id),
    CONSTRAINT backtest_status_known CHECK (status IN ('queued', 'running', 'succeeded', 'failed')),
    CONSTRAINT backtest_progress_part CHECK (progress BETWEEN 0 AND 1),
    CONSTRAINT backtest_reported CHECK ((status = 'succeeded') = (report IS NOT NULL)),
    CONSTRAINT backtest_failure_told CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CONSTRAINT backtest_finished CHECK ((status IN ('succeeded', 'failed')) = (finished_at IS NOT NULL))
);
COMMENT ON TABLE recommendation.backtest IS 'Backtests behind the API; what is finished never changes again';
COMMENT ON COLUMN recommendation.backtest.draft IS 'As it was asked for';
COMMENT ON COLUMN recommendation.backtest.configuration IS 'Version of the engine''s numbers';
COMMENT ON COLUMN recommendation.backtest.known_at IS 'When it was asked for; nothing that our books learned later counts';
COMMENT ON COLUMN recommendation.backtest.progress IS 'Part of the decisions that were made';
COMMENT ON COLUMN recommendation.backtest.state IS 'Enough to go on after a crash; null when finished';
COMMENT ON COLUMN recommendation.backtest.report IS 'Figures, values of every session and decisions';
COMMENT ON COLUMN recommendation.backtest.failure IS 'What, which value, what is allowed';
CREATE INDEX backtest_by_actor ON recommendation.backtest (actor, known_at DESC, backtest_id DESC);
