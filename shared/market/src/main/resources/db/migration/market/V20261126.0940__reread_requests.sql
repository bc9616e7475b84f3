-- Which assets' bars must be asked for again, since their source has adjusted them anew.

CREATE TABLE market.reread_request (
    request_id bigint      GENERATED ALWAYS AS IDENTITY,
    asset_id   int         NOT NULL,
    from_date  date        NOT NULL,
    reason     text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    done_at    timestamptz,
    CONSTRAINT reread_request_pk PRIMARY KEY (request_id),
    CONSTRAINT reread_request_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset ON DELETE CASCADE
);
COMMENT ON TABLE market.reread_request IS 'Assets whose bars must be read again after a corporate action that came later';
COMMENT ON COLUMN market.reread_request.from_date IS 'The first bar that must come again';
COMMENT ON COLUMN market.reread_request.asked_at IS 'When it was noted last; bars collected before do not settle it';
CREATE UNIQUE INDEX reread_request_one_waits ON market.reread_request (asset_id) WHERE done_at IS NULL;
