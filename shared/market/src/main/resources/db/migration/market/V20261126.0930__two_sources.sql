-- Two sources of one bar: what both said, while they disagree and after.

CREATE TABLE market.source_disagreement (
    asset_id            int              NOT NULL,
    trading_date        date             NOT NULL,
    field               text             NOT NULL,
    other_provider      text             NOT NULL,
    kept_source_id      smallint         NOT NULL,
    kept_value          double precision NOT NULL,
    other_source_id     smallint         NOT NULL,
    other_value         double precision NOT NULL,
    relative_difference double precision NOT NULL,
    seen_at             timestamptz      NOT NULL,
    resolved_at         timestamptz,
    CONSTRAINT source_disagreement_pk PRIMARY KEY (asset_id, trading_date, field, other_provider),
    CONSTRAINT source_disagreement_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset ON DELETE CASCADE,
    CONSTRAINT source_disagreement_kept_source_fk FOREIGN KEY (kept_source_id) REFERENCES market.source,
    CONSTRAINT source_disagreement_other_source_fk FOREIGN KEY (other_source_id) REFERENCES market.source,
    CONSTRAINT source_disagreement_field_known CHECK (field IN ('close'))
);
COMMENT ON TABLE market.source_disagreement IS
    'Bars about which another provider says something else, beyond the tolerance of io.lumia.market.SourceComparison';
COMMENT ON COLUMN market.source_disagreement.kept_value IS 'In daily_bar, as received';
COMMENT ON COLUMN market.source_disagreement.other_value IS 'As received, so perhaps in other share units';
COMMENT ON COLUMN market.source_disagreement.relative_difference IS
    'In the same share units, divided by the larger of both; a fraction';
COMMENT ON COLUMN market.source_disagreement.resolved_at IS 'When a later bar agreed; null while they disagree';
CREATE INDEX source_disagreement_open ON market.source_disagreement (seen_at) WHERE resolved_at IS NULL;
