-- Facts about what is traded, as received, with every superseded value.

CREATE SCHEMA IF NOT EXISTS market;

CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE market.source (
    source_id   smallint GENERATED ALWAYS AS IDENTITY,
    provider    text        NOT NULL,
    name        text        NOT NULL,
    as_of       timestamptz NOT NULL,
    price_basis text        NOT NULL,
    currency    text        NOT NULL,
    licence     text        NOT NULL,
    attribution text        NOT NULL,
    CONSTRAINT source_pk PRIMARY KEY (source_id),
    CONSTRAINT source_once UNIQUE (provider, name, as_of, price_basis),
    CONSTRAINT source_price_basis_known CHECK (price_basis IN ('raw', 'split_adjusted', 'fully_adjusted'))
);
COMMENT ON TABLE market.source IS 'Where facts came from: one provider''s answer set with one price basis';
COMMENT ON COLUMN market.source.as_of IS 'Splits up to this instant are inside adjusted prices';

CREATE TABLE market.asset (
    asset_id     int  GENERATED ALWAYS AS IDENTITY,
    public_id    uuid NOT NULL DEFAULT gen_random_uuid(),
    asset_type   text NOT NULL,
    name         text NOT NULL,
    exchange_mic text,
    currency     text NOT NULL,
    sector       text,
    industry     text,
    market_cap   double precision,
    cik          text,
    description  text NOT NULL DEFAULT '',
    attributes   jsonb NOT NULL DEFAULT '{}',
    status       text NOT NULL DEFAULT 'active',
    source_id    smallint NOT NULL,
    learned_at   timestamptz NOT NULL,
    CONSTRAINT asset_pk PRIMARY KEY (asset_id),
    CONSTRAINT asset_public_id_once UNIQUE (public_id),
    CONSTRAINT asset_source_fk FOREIGN KEY (source_id) REFERENCES market.source,
    CONSTRAINT asset_status_known CHECK (status IN ('active', 'delisted')),
    CONSTRAINT asset_type_known CHECK (asset_type IN ('stock', 'etf', 'mutual_fund', 'crypto', 'forex', 'bond',
        'commodity', 'economic_indicator', 'index'))
);
COMMENT ON TABLE market.asset IS 'Instruments and series; asset_id stays inside the database, public_id is what others see';
COMMENT ON COLUMN market.asset.market_cap IS 'In the asset''s currency';
CREATE INDEX asset_type_sector ON market.asset (asset_type, sector);

CREATE TABLE market.asset_revision (
    asset_id   int         NOT NULL,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL,
    superseded jsonb       NOT NULL,
    CONSTRAINT asset_revision_pk PRIMARY KEY (asset_id, valid_from, valid_to)
);
COMMENT ON TABLE market.asset_revision IS 'What our books said of an asset from valid_from until valid_to';

CREATE TABLE market.asset_symbol (
    asset_id   int       NOT NULL,
    symbol     text      NOT NULL,
    validity   daterange NOT NULL,
    CONSTRAINT asset_symbol_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset ON DELETE CASCADE,
    CONSTRAINT asset_symbol_pk PRIMARY KEY (asset_id, symbol),
    CONSTRAINT asset_symbol_one_holder EXCLUDE USING gist (symbol WITH =, validity WITH &&)
);
COMMENT ON TABLE market.asset_symbol IS 'Which asset a symbol means on which days; a re-used ticker has two rows of two assets';
CREATE INDEX asset_symbol_by_symbol ON market.asset_symbol (symbol);

-- A search document per asset: words of symbol and name weigh most.
CREATE TABLE market.asset_search (
    asset_id int      NOT NULL,
    document tsvector NOT NULL,
    CONSTRAINT asset_search_pk PRIMARY KEY (asset_id),
    CONSTRAINT asset_search_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset ON DELETE CASCADE
);
COMMENT ON TABLE market.asset_search IS 'Full-text document: symbol and name (A), sector and industry (B), description (C)';
CREATE INDEX asset_search_document ON market.asset_search USING gin (document);

SELECT platform.create_time_series('market.daily_bar', $$
    asset_id     int              NOT NULL,
    trading_date date             NOT NULL,
    open         double precision NOT NULL,
    high         double precision NOT NULL,
    low          double precision NOT NULL,
    close        double precision NOT NULL,
    volume       double precision,
    adj_close    double precision,
    learned_at   timestamptz      NOT NULL,
    flags        int              NOT NULL DEFAULT 0,
    source_id    smallint         NOT NULL,
    CONSTRAINT daily_bar_pk PRIMARY KEY (asset_id, trading_date)
$$, 'trading_date');
COMMENT ON TABLE market.daily_bar IS 'One row per asset and session, prices as received in the source''s price basis';
COMMENT ON COLUMN market.daily_bar.flags IS 'Bit mask of io.lumia.market.BarFlag';
COMMENT ON COLUMN market.daily_bar.learned_at IS 'When our books took this value in, UTC';
SELECT platform.compress_after('market.daily_bar', 'asset_id', INTERVAL '2 years');

CREATE TABLE market.daily_bar_revision (
    asset_id     int              NOT NULL,
    trading_date date             NOT NULL,
    valid_from   timestamptz      NOT NULL,
    valid_to     timestamptz      NOT NULL,
    open         double precision NOT NULL,
    high         double precision NOT NULL,
    low          double precision NOT NULL,
    close        double precision NOT NULL,
    volume       double precision,
    adj_close    double precision,
    flags        int              NOT NULL,
    source_id    smallint         NOT NULL,
    CONSTRAINT daily_bar_revision_pk PRIMARY KEY (asset_id, trading_date, valid_from, valid_to)
);
COMMENT ON TABLE market.daily_bar_revision IS 'Superseded bars: what our books said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.daily_bar_staging (
    batch_id     uuid             NOT NULL,
    asset_id     int              NOT NULL,
    trading_date date             NOT NULL,
    open         double precision NOT NULL,
    high         double precision NOT NULL,
    low          double precision NOT NULL,
    close        double precision NOT NULL,
    volume       double precision,
    adj_close    double precision,
    flags        int              NOT NULL
);
COMMENT ON TABLE market.daily_bar_staging IS 'Rows of a batch on their way into daily_bar; emptied in the same transaction';
CREATE INDEX daily_bar_staging_batch ON market.daily_bar_staging (batch_id);

CREATE TABLE market.corporate_action (
    asset_id   int              NOT NULL,
    ex_date    date             NOT NULL,
    kind       text             NOT NULL,
    value      double precision NOT NULL,
    learned_at timestamptz      NOT NULL,
    source_id  smallint         NOT NULL,
    CONSTRAINT corporate_action_pk PRIMARY KEY (asset_id, ex_date, kind),
    CONSTRAINT corporate_action_kind_known CHECK (kind IN ('split', 'dividend', 'spin_off')),
    CONSTRAINT corporate_action_value_positive CHECK (value > 0)
);
COMMENT ON TABLE market.corporate_action IS
    'Splits (new shares per old), dividends (cash per share in the source''s price basis), spin-offs (price ratio)';

CREATE TABLE market.corporate_action_revision (
    asset_id   int              NOT NULL,
    ex_date    date             NOT NULL,
    kind       text             NOT NULL,
    valid_from timestamptz      NOT NULL,
    valid_to   timestamptz      NOT NULL,
    value      double precision NOT NULL,
    source_id  smallint         NOT NULL,
    CONSTRAINT corporate_action_revision_pk PRIMARY KEY (asset_id, ex_date, kind, valid_from, valid_to)
);
COMMENT ON TABLE market.corporate_action_revision IS 'Superseded actions';

CREATE UNLOGGED TABLE market.corporate_action_staging (
    batch_id uuid             NOT NULL,
    asset_id int              NOT NULL,
    ex_date  date             NOT NULL,
    kind     text             NOT NULL,
    value    double precision NOT NULL
);
CREATE INDEX corporate_action_staging_batch ON market.corporate_action_staging (batch_id);

SELECT platform.create_time_series('market.observation', $$
    asset_id         int              NOT NULL,
    observation_date date             NOT NULL,
    value            double precision NOT NULL,
    learned_at       timestamptz      NOT NULL,
    source_id        smallint         NOT NULL,
    CONSTRAINT observation_pk PRIMARY KEY (asset_id, observation_date)
$$, 'observation_date');
COMMENT ON TABLE market.observation IS 'Rates, yields, exchange rates and economic series in their own unit; may be negative';
COMMENT ON COLUMN market.observation.observation_date IS 'The day, or first day of the period, the value is about; not its publication';

CREATE TABLE market.observation_revision (
    asset_id         int              NOT NULL,
    observation_date date             NOT NULL,
    valid_from       timestamptz      NOT NULL,
    valid_to         timestamptz      NOT NULL,
    value            double precision NOT NULL,
    source_id        smallint         NOT NULL,
    CONSTRAINT observation_revision_pk PRIMARY KEY (asset_id, observation_date, valid_from, valid_to)
);
COMMENT ON TABLE market.observation_revision IS 'Superseded observations';

CREATE UNLOGGED TABLE market.observation_staging (
    batch_id         uuid             NOT NULL,
    asset_id         int              NOT NULL,
    observation_date date             NOT NULL,
    value            double precision NOT NULL
);
CREATE INDEX observation_staging_batch ON market.observation_staging (batch_id);

CREATE TABLE market.fundamental (
    asset_id            int              NOT NULL,
    metric              text             NOT NULL,
    period_start        date             NOT NULL,
    period_end          date             NOT NULL,
    reported_at         date             NOT NULL,
    reported_at_assumed boolean          NOT NULL,
    value               double precision NOT NULL,
    currency            text             NOT NULL,
    learned_at          timestamptz      NOT NULL,
    source_id           smallint         NOT NULL,
    CONSTRAINT fundamental_pk PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at),
    CONSTRAINT fundamental_period_in_order CHECK (period_start <= period_end)
);
COMMENT ON TABLE market.fundamental IS 'Reported numbers; a restatement has its own reported_at and stands beside the first report';
COMMENT ON COLUMN market.fundamental.reported_at_assumed IS 'The source gave no report date; a conservative lag was assumed';

CREATE TABLE market.fundamental_revision (
    asset_id            int              NOT NULL,
    metric              text             NOT NULL,
    period_start        date             NOT NULL,
    period_end          date             NOT NULL,
    reported_at         date             NOT NULL,
    valid_from          timestamptz      NOT NULL,
    valid_to            timestamptz      NOT NULL,
    reported_at_assumed boolean          NOT NULL,
    value               double precision NOT NULL,
    currency            text             NOT NULL,
    source_id           smallint         NOT NULL,
    CONSTRAINT fundamental_revision_pk
        PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at, valid_from, valid_to)
);
COMMENT ON TABLE market.fundamental_revision IS 'Superseded values of the same report';

CREATE UNLOGGED TABLE market.fundamental_staging (
    batch_id            uuid             NOT NULL,
    asset_id            int              NOT NULL,
    metric              text             NOT NULL,
    period_start        date             NOT NULL,
    period_end          date             NOT NULL,
    reported_at         date             NOT NULL,
    reported_at_assumed boolean          NOT NULL,
    value               double precision NOT NULL,
    currency            text             NOT NULL
);
CREATE INDEX fundamental_staging_batch ON market.fundamental_staging (batch_id);
