-- What companies filed and the numbers in it, as reported, with every superseded value.

CREATE TABLE market.filing (
    filing_id           int GENERATED ALWAYS AS IDENTITY,
    accession           text        NOT NULL,
    cik                 text        NOT NULL,
    form                text        NOT NULL,
    filed               date        NOT NULL,
    accepted_at         timestamptz NOT NULL,
    accepted_at_assumed boolean     NOT NULL,
    report_date         date,
    primary_document    text        NOT NULL,
    description         text        NOT NULL,
    items               text        NOT NULL,
    learned_at          timestamptz NOT NULL,
    source_id           smallint    NOT NULL,
    CONSTRAINT filing_pk PRIMARY KEY (filing_id),
    CONSTRAINT filing_accession_once UNIQUE (accession)
);
COMMENT ON TABLE market.filing IS 'Documents filed with the SEC; one that we know only by numbers in it has its date and form alone';
COMMENT ON COLUMN market.filing.filing_id IS 'Stays inside the database; the accession number is what others see';
COMMENT ON COLUMN market.filing.cik IS 'Of the first filer we learned of; without leading zeros';
COMMENT ON COLUMN market.filing.accepted_at IS 'From when on it is public';
COMMENT ON COLUMN market.filing.accepted_at_assumed IS 'The source does not say so clearly; accepted_at is the latest it can be';
CREATE INDEX filing_by_filer ON market.filing (cik, accepted_at);

CREATE TABLE market.filing_revision (
    filing_id           int         NOT NULL,
    valid_from          timestamptz NOT NULL,
    valid_to            timestamptz NOT NULL,
    form                text        NOT NULL,
    filed               date        NOT NULL,
    accepted_at         timestamptz NOT NULL,
    accepted_at_assumed boolean     NOT NULL,
    report_date         date,
    primary_document    text        NOT NULL,
    description         text        NOT NULL,
    items               text        NOT NULL,
    source_id           smallint    NOT NULL,
    CONSTRAINT filing_revision_pk PRIMARY KEY (filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.filing_revision IS 'What our books said of a filing from valid_from until valid_to';

CREATE UNLOGGED TABLE market.filing_staging (
    batch_id            uuid        NOT NULL,
    accession           text        NOT NULL,
    cik                 text        NOT NULL,
    form                text        NOT NULL,
    filed               date        NOT NULL,
    accepted_at         timestamptz NOT NULL,
    accepted_at_assumed boolean     NOT NULL,
    report_date         date,
    primary_document    text        NOT NULL,
    description         text        NOT NULL,
    items               text        NOT NULL
);
CREATE INDEX filing_staging_batch ON market.filing_staging (batch_id);

CREATE TABLE market.concept (
    concept_id int GENERATED ALWAYS AS IDENTITY,
    name       text NOT NULL,
    CONSTRAINT concept_pk PRIMARY KEY (concept_id),
    CONSTRAINT concept_name_once UNIQUE (name)
);
COMMENT ON TABLE market.concept IS 'Names of reported numbers: taxonomy and tag, such as us-gaap:NetIncomeLoss';

-- One row per telling of a number: what a later filing says of the same period stands beside it.
CREATE TABLE market.company_fact (
    cik           text             NOT NULL,
    concept_id    int              NOT NULL,
    unit          text             NOT NULL,
    period_start  date             NOT NULL,
    period_end    date             NOT NULL,
    filing_id     int              NOT NULL,
    value         double precision NOT NULL,
    fiscal_year   int,
    fiscal_period text,
    frame         text,
    learned_at    timestamptz      NOT NULL,
    source_id     smallint         NOT NULL,
    CONSTRAINT company_fact_pk PRIMARY KEY (cik, concept_id, period_end, period_start, unit, filing_id),
    CONSTRAINT company_fact_concept_fk FOREIGN KEY (concept_id) REFERENCES market.concept,
    CONSTRAINT company_fact_filing_fk FOREIGN KEY (filing_id) REFERENCES market.filing,
    CONSTRAINT company_fact_period_in_order CHECK (period_start <= period_end)
);
COMMENT ON TABLE market.company_fact IS 'Reported numbers (XBRL), public from their filing''s acceptance on; a restatement has another filing';
COMMENT ON COLUMN market.company_fact.period_start IS '0001-01-01 for a balance, which has none';
COMMENT ON COLUMN market.company_fact.fiscal_year IS 'Of the filing, not of the period; so is fiscal_period';

CREATE TABLE market.company_fact_revision (
    cik           text             NOT NULL,
    concept_id    int              NOT NULL,
    unit          text             NOT NULL,
    period_start  date             NOT NULL,
    period_end    date             NOT NULL,
    filing_id     int              NOT NULL,
    valid_from    timestamptz      NOT NULL,
    valid_to      timestamptz      NOT NULL,
    value         double precision NOT NULL,
    fiscal_year   int,
    fiscal_period text,
    frame         text,
    source_id     smallint         NOT NULL,
    CONSTRAINT company_fact_revision_pk PRIMARY KEY
        (cik, concept_id, period_end, period_start, unit, filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.company_fact_revision IS 'Superseded values of the same telling: what the source said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.company_fact_staging (
    batch_id      uuid             NOT NULL,
    cik           text             NOT NULL,
    concept       text             NOT NULL,
    unit          text             NOT NULL,
    period_start  date             NOT NULL,
    period_end    date             NOT NULL,
    accession     text             NOT NULL,
    value         double precision NOT NULL,
    fiscal_year   int,
    fiscal_period text,
    frame         text
);
CREATE INDEX company_fact_staging_batch ON market.company_fact_staging (batch_id);
