-- What was recommended to whom, what people said of it, and what became of it.

CREATE SCHEMA IF NOT EXISTS recommendation;

CREATE TABLE recommendation.recommendation (
    recommendation_id uuid        NOT NULL,
    actor             text        NOT NULL,
    created_at        timestamptz NOT NULL,
    request           json        NOT NULL,
    snapshot_id       text        NOT NULL,
    as_of             timestamptz NOT NULL,
    known_at          timestamptz NOT NULL,
    session           date        NOT NULL,
    sentiment_model   text        NOT NULL,
    configuration     text        NOT NULL,
    engine            text        NOT NULL,
    variant           text        NOT NULL,
    seed              bigint      NOT NULL,
    outcome           text        NOT NULL,
    answer            json        NOT NULL,
    result_hash       text        NOT NULL,
    CONSTRAINT recommendation_pk PRIMARY KEY (recommendation_id),
    CONSTRAINT recommendation_outcome_known CHECK (outcome IN ('recommended', 'withheld'))
);
COMMENT ON TABLE recommendation.recommendation IS
    'Answers with all that they follow from: request, snapshot, configuration, engine and seed give each of them again';
COMMENT ON COLUMN recommendation.recommendation.request IS
    'In its canonical form, byte by byte: json and not jsonb, which would order its fields anew';
COMMENT ON COLUMN recommendation.recommendation.snapshot_id IS 'Hash over the rows that it was made of';
COMMENT ON COLUMN recommendation.recommendation.as_of IS 'Facts that were public by then';
COMMENT ON COLUMN recommendation.recommendation.known_at IS 'Nothing that our books learned later';
COMMENT ON COLUMN recommendation.recommendation.session IS 'Of the prices, in New York';
COMMENT ON COLUMN recommendation.recommendation.sentiment_model IS 'Version whose scores counted; empty where nothing was scored';
COMMENT ON COLUMN recommendation.recommendation.configuration IS 'Version of the engine''s numbers';
COMMENT ON COLUMN recommendation.recommendation.engine IS 'Version of the engine''s rules';
COMMENT ON COLUMN recommendation.recommendation.variant IS
    'Which of the configurations on trial the actor had on that day: a for the first one';
COMMENT ON COLUMN recommendation.recommendation.seed IS 'Of the projection''s paths';
COMMENT ON COLUMN recommendation.recommendation.answer IS 'As it was given, byte by byte';
COMMENT ON COLUMN recommendation.recommendation.result_hash IS
    'SHA-256 over the answer without as_of and known_at, hexadecimal: a replay has the same';
CREATE INDEX recommendation_by_actor
    ON recommendation.recommendation (actor, created_at DESC, recommendation_id DESC);
CREATE INDEX recommendation_to_grade
    ON recommendation.recommendation (recommendation_id, session) WHERE outcome = 'recommended';

CREATE TABLE recommendation.feedback (
    feedback_id       uuid        NOT NULL,
    recommendation_id uuid        NOT NULL,
    actor             text        NOT NULL,
    at                timestamptz NOT NULL,
    kind              text        NOT NULL,
    value             int,
    text              text        NOT NULL DEFAULT '',
    CONSTRAINT feedback_pk PRIMARY KEY (feedback_id),
    CONSTRAINT feedback_recommendation_fk FOREIGN KEY (recommendation_id)
        REFERENCES recommendation.recommendation ON DELETE CASCADE,
    CONSTRAINT feedback_kind_known CHECK (kind IN ('rating', 'comment', 'followed', 'ignored', 'clicked')),
    CONSTRAINT feedback_rated CHECK ((kind = 'rating') = (value IS NOT NULL)),
    CONSTRAINT feedback_bounded CHECK (value BETWEEN 1 AND 5 AND length(text) <= 1000)
);
COMMENT ON TABLE recommendation.feedback IS 'What people did with a recommendation, or say of it';
COMMENT ON COLUMN recommendation.feedback.value IS 'Of a rating: from 1, useless, to 5';
COMMENT ON COLUMN recommendation.feedback.text IS 'A comment, or what was clicked; empty where nothing is said';
CREATE INDEX feedback_by_recommendation ON recommendation.feedback (recommendation_id, at);

CREATE TABLE recommendation.grade (
    recommendation_id uuid             NOT NULL,
    sessions          smallint         NOT NULL,
    graded_at         timestamptz      NOT NULL,
    session           date             NOT NULL,
    portfolio_return  double precision NOT NULL,
    benchmark_return  double precision,
    excess            double precision,
    hit               boolean,
    notes             text[]           NOT NULL DEFAULT '{}',
    CONSTRAINT grade_pk PRIMARY KEY (recommendation_id, sessions),
    CONSTRAINT grade_recommendation_fk FOREIGN KEY (recommendation_id)
        REFERENCES recommendation.recommendation ON DELETE CASCADE,
    CONSTRAINT grade_sessions_known CHECK (sessions IN (5, 20, 60)),
    CONSTRAINT grade_compared CHECK (num_nulls(benchmark_return, excess, hit) IN (0, 3))
);
COMMENT ON TABLE recommendation.grade IS 'What became of a recommendation after a week, a month and a quarter; the first grade stands';
COMMENT ON COLUMN recommendation.grade.sessions IS 'So many sessions after the recommendation''s own';
COMMENT ON COLUMN recommendation.grade.session IS 'Whose closes were counted';
COMMENT ON COLUMN recommendation.grade.portfolio_return IS 'A fraction, dividends included; cash earns nothing';
COMMENT ON COLUMN recommendation.grade.benchmark_return IS 'Likewise; null where the benchmark has no prices on both days';
COMMENT ON COLUMN recommendation.grade.excess IS 'Portfolio less benchmark';
COMMENT ON COLUMN recommendation.grade.hit IS 'Whether the portfolio did better';
COMMENT ON COLUMN recommendation.grade.notes IS 'What a reader must know, such as an asset that stopped trading';
