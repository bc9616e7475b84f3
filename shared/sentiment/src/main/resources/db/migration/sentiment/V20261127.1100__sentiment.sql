-- Opinions about texts: how positive an article is, as a whole and for each asset that it names.

CREATE SCHEMA IF NOT EXISTS sentiment;

CREATE TABLE sentiment.model (
    model_id      smallint GENERATED ALWAYS AS IDENTITY,
    model_version text        NOT NULL,
    status        text        NOT NULL,
    begun_at      timestamptz NOT NULL,
    activated_at  timestamptz,
    CONSTRAINT model_pk PRIMARY KEY (model_id),
    CONSTRAINT model_version_once UNIQUE (model_version),
    CONSTRAINT model_status_known CHECK (status IN ('scoring', 'active', 'retired'))
);
COMMENT ON TABLE sentiment.model IS 'Models that have scored; aggregates are made of the scores of the active one alone';
COMMENT ON COLUMN sentiment.model.status IS 'scoring: on its way through the articles that others have scored already';
CREATE UNIQUE INDEX model_one_active ON sentiment.model (status) WHERE status = 'active';

CREATE TABLE sentiment.score (
    article_id  bigint      NOT NULL,
    asset_id    int         NOT NULL,
    model_id    smallint    NOT NULL,
    p_negative  double precision,
    p_neutral   double precision,
    p_positive  double precision,
    confidence  double precision,
    abstained   boolean     NOT NULL,
    scored_by   text        NOT NULL,
    reason      text        NOT NULL DEFAULT '',
    scored_at   timestamptz NOT NULL,
    CONSTRAINT score_pk PRIMARY KEY (article_id, asset_id, model_id),
    CONSTRAINT score_article_fk FOREIGN KEY (article_id) REFERENCES news.article ON DELETE CASCADE,
    CONSTRAINT score_model_fk FOREIGN KEY (model_id) REFERENCES sentiment.model,
    CONSTRAINT score_whole CHECK (num_nulls(p_negative, p_neutral, p_positive, confidence) IN (0, 4))
);
COMMENT ON TABLE sentiment.score IS 'One row per article and model, and one per asset that the article''s words name';
COMMENT ON COLUMN sentiment.score.asset_id IS '0 for the article as a whole';
COMMENT ON COLUMN sentiment.score.p_negative IS 'Calibrated; null where the text was not scored';
COMMENT ON COLUMN sentiment.score.abstained IS 'Below the threshold of its kind, or not scored: it enters no aggregate';
COMMENT ON COLUMN sentiment.score.scored_by IS 'transformer, lexicon where that could not answer, or nobody';
COMMENT ON COLUMN sentiment.score.reason IS 'Why it was not scored, such as another language; empty where it was';
