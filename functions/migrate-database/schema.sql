
CREATE TABLE collection.alarm (
    alarm_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    subject text NOT NULL,
    kind text NOT NULL,
    detail text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    times integer NOT NULL DEFAULT 1,
    cleared_at timestamp with time zone,
    CONSTRAINT alarm_pk PRIMARY KEY (alarm_id)
);
CREATE UNIQUE INDEX alarm_open_once ON collection.alarm USING btree (subject, kind) WHERE (cleared_at IS NULL);
COMMENT ON TABLE collection.alarm IS 'What somebody should look at; it disables nothing, and is cleared when it is well again';
COMMENT ON COLUMN collection.alarm.subject IS 'job:<name> or provider:<name>';

CREATE TABLE collection.audit_entry (
    entry_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    details jsonb NOT NULL,
    request_id text NOT NULL,
    CONSTRAINT audit_entry_pk PRIMARY KEY (entry_number)
);
CREATE INDEX audit_entry_of_subject ON collection.audit_entry USING btree (subject, entry_number);
COMMENT ON TABLE collection.audit_entry IS 'Who did what to collection; rows are never changed';
COMMENT ON COLUMN collection.audit_entry.actor IS 'A user''s name; local on a laptop';
COMMENT ON COLUMN collection.audit_entry.action IS 'Such as quarantine.release';
COMMENT ON COLUMN collection.audit_entry.subject IS 'What it was done to, such as quarantine/42';

CREATE TABLE collection.coverage (
    job_id uuid NOT NULL,
    location text NOT NULL,
    source_name text NOT NULL,
    dataset text NOT NULL,
    symbol text NOT NULL,
    collected_to date NOT NULL,
    known boolean NOT NULL,
    CONSTRAINT coverage_job_fk FOREIGN KEY (job_id) REFERENCES collection.job(job_id),
    CONSTRAINT coverage_pk PRIMARY KEY (job_id, location, source_name, dataset, symbol)
);
COMMENT ON TABLE collection.coverage IS 'Up to which date a job has collected a symbol''s facts without a hole, per source';
COMMENT ON COLUMN collection.coverage.known IS 'False when the rows were set aside because our books did not know the symbol';

CREATE TABLE collection.item (
    item_id uuid NOT NULL,
    run_id uuid NOT NULL,
    item_number integer NOT NULL,
    stage smallint NOT NULL,
    dataset text NOT NULL,
    symbols text[] NOT NULL,
    from_date date,
    to_date date NOT NULL,
    status text NOT NULL,
    asks integer NOT NULL DEFAULT 0,
    asked_at timestamp with time zone,
    collected_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome text,
    detail text,
    rows_received bigint NOT NULL DEFAULT 0,
    rows_loaded bigint NOT NULL DEFAULT 0,
    rows_unchanged bigint NOT NULL DEFAULT 0,
    rows_quarantined jsonb NOT NULL DEFAULT '{}'::jsonb,
    expected_sessions bigint NOT NULL DEFAULT 0,
    present_sessions bigint NOT NULL DEFAULT 0,
    provider_used text,
    attempts jsonb NOT NULL DEFAULT '[]'::jsonb,
    calls integer NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    seconds double precision NOT NULL DEFAULT 0,
    not_before timestamp with time zone,
    deferrals integer NOT NULL DEFAULT 0,
    claimed_until timestamp with time zone,
    claim_id uuid,
    handed_on_id uuid,
    asset_type text,
    CONSTRAINT item_dataset_known CHECK ((dataset = ANY (ARRAY['assets'::text, 'actions'::text, 'filings'::text, 'bars'::text, 'observations'::text, 'fundamentals'::text, 'company_facts'::text, 'articles'::text]))),
    CONSTRAINT item_dates_in_order CHECK ((from_date <= to_date)),
    CONSTRAINT item_number_once UNIQUE (run_id, item_number),
    CONSTRAINT item_pk PRIMARY KEY (item_id),
    CONSTRAINT item_present_within_expected CHECK (((present_sessions >= 0) AND (present_sessions <= expected_sessions))),
    CONSTRAINT item_run_fk FOREIGN KEY (run_id) REFERENCES collection.run(run_id),
    CONSTRAINT item_status_known CHECK ((status = ANY (ARRAY['planned'::text, 'asked'::text, 'loaded'::text, 'unchanged'::text, 'empty'::text, 'failed'::text])))
);
CREATE INDEX item_by_collection ON collection.item USING btree (dataset, collected_at);
CREATE INDEX item_by_symbol ON collection.item USING gin (symbols);
CREATE INDEX item_deferred ON collection.item USING btree (not_before) WHERE ((status = 'asked'::text) AND (not_before IS NOT NULL));
CREATE INDEX item_of_run ON collection.item USING btree (run_id, stage);
CREATE INDEX item_unanswered ON collection.item USING btree (asked_at) WHERE (status = 'asked'::text);
COMMENT ON TABLE collection.item IS 'One request of a run';
COMMENT ON COLUMN collection.item.stage IS 'Items of a stage are asked for when those of the stage before have ended: 1 assets, 2 actions, 3 all else';
COMMENT ON COLUMN collection.item.asks IS 'How often it was asked for; more than once when no answer came';
COMMENT ON COLUMN collection.item.collected_at IS 'When the provider gave the answer that was loaded; null without one';
COMMENT ON COLUMN collection.item.outcome IS 'How it ended: a provider''s answer or an error code';
COMMENT ON COLUMN collection.item.rows_quarantined IS 'Rows set aside, by reason code';
COMMENT ON COLUMN collection.item.expected_sessions IS 'Bars that a complete answer has, one per asset and session';
COMMENT ON COLUMN collection.item.present_sessions IS 'Those of them that came and were believed';
COMMENT ON COLUMN collection.item.provider_used IS 'Whose answer it is; null before the end';
COMMENT ON COLUMN collection.item.attempts IS 'Which providers were asked, in order: provider, outcome, detail, calls, bytes, seconds';
COMMENT ON COLUMN collection.item.calls IS 'To all providers together';
COMMENT ON COLUMN collection.item.not_before IS 'Asked again then and not before, because the provider wants us to wait; null otherwise';
COMMENT ON COLUMN collection.item.deferrals IS 'How often it was put off so';
COMMENT ON COLUMN collection.item.claimed_until IS 'A collector is at work on it until then at the latest';
COMMENT ON COLUMN collection.item.claim_id IS 'Of the message that it works on';
COMMENT ON COLUMN collection.item.handed_on_id IS 'The newest message whose answer the collector has handed on';
COMMENT ON COLUMN collection.item.asset_type IS 'Of all its symbols; null where it does not matter';

CREATE TABLE collection.job (
    job_id uuid NOT NULL,
    name text NOT NULL,
    provider text NOT NULL,
    location text NOT NULL,
    datasets text[] NOT NULL,
    cron text,
    zone text,
    enabled boolean NOT NULL,
    description text NOT NULL DEFAULT ''::text,
    fallbacks text[] NOT NULL DEFAULT '{}'::text[],
    asset_types text[] NOT NULL DEFAULT '{}'::text[],
    symbols text[] NOT NULL DEFAULT '{}'::text[],
    mode text NOT NULL DEFAULT 'incremental'::text,
    batch_from date,
    batch_to date,
    schedule_kind text NOT NULL DEFAULT 'cron'::text,
    every_seconds bigint,
    calendar text,
    during text,
    after_jobs text[] NOT NULL DEFAULT '{}'::text[],
    max_items integer NOT NULL DEFAULT 10000,
    max_calls integer NOT NULL DEFAULT 50000,
    max_seconds bigint NOT NULL DEFAULT 86400,
    deleted_at timestamp with time zone,
    CONSTRAINT job_datasets_known CHECK (((cardinality(datasets) > 0) AND (datasets <@ ARRAY['assets'::text, 'actions'::text, 'filings'::text, 'bars'::text, 'observations'::text, 'fundamentals'::text, 'company_facts'::text, 'articles'::text]))),
    CONSTRAINT job_gate_whole CHECK (((calendar IS NULL) = (during IS NULL))),
    CONSTRAINT job_limits_positive CHECK (((max_items > 0) AND (max_calls > 0) AND (max_seconds > 0))),
    CONSTRAINT job_mode_known CHECK ((mode = ANY (ARRAY['incremental'::text, 'batch'::text]))),
    CONSTRAINT job_pk PRIMARY KEY (job_id),
    CONSTRAINT job_schedule_whole CHECK (
CASE schedule_kind
    WHEN 'cron'::text THEN ((cron IS NOT NULL) AND (zone IS NOT NULL) AND (every_seconds IS NULL))
    WHEN 'interval'::text THEN ((cron IS NULL) AND (every_seconds > 0))
    WHEN 'on_demand'::text THEN ((cron IS NULL) AND (every_seconds IS NULL))
    ELSE false
END)
);
CREATE UNIQUE INDEX job_name_once ON collection.job USING btree (name) WHERE (deleted_at IS NULL);
COMMENT ON TABLE collection.job IS 'What to collect, from where and when';
COMMENT ON COLUMN collection.job.location IS 'Where the provider finds its source: a folder or zip of a bundle; empty for a web provider';
COMMENT ON COLUMN collection.job.cron IS 'EventBridge Scheduler expression, in the zone named beside it';
COMMENT ON COLUMN collection.job.fallbacks IS 'Providers asked in turn where the one before gives no answer';
COMMENT ON COLUMN collection.job.symbols IS 'These only, in our spelling; all assets of the types where empty';
COMMENT ON COLUMN collection.job.calendar IS 'Only ticks on trading days of this exchange calendar count';
COMMENT ON COLUMN collection.job.after_jobs IS 'Names of jobs whose runs must have succeeded first';
COMMENT ON COLUMN collection.job.deleted_at IS 'Its runs stay readable; the name is free again';

CREATE TABLE collection.job_template (
    name text NOT NULL,
    description text NOT NULL,
    job jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT job_template_pk PRIMARY KEY (name)
);
COMMENT ON TABLE collection.job_template IS 'Templates that somebody saved, as the API takes jobs; the built-in ones are in the program';

CREATE TABLE collection.provider_call (
    call_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    provider text NOT NULL,
    key_id text NOT NULL,
    item_id uuid,
    kind text NOT NULL,
    address text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    status integer NOT NULL DEFAULT 0,
    outcome text,
    bytes bigint NOT NULL DEFAULT 0,
    etag text NOT NULL DEFAULT ''::text,
    last_modified text NOT NULL DEFAULT ''::text,
    detail text NOT NULL DEFAULT ''::text,
    CONSTRAINT provider_call_ended_with_outcome CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT provider_call_pk PRIMARY KEY (call_id)
);
CREATE INDEX provider_call_by_address ON collection.provider_call USING btree (provider, md5(address), started_at DESC) WHERE (outcome = 'fetched'::text);
CREATE INDEX provider_call_by_age ON collection.provider_call USING btree (started_at);
CREATE INDEX provider_call_by_item ON collection.provider_call USING btree (item_id) WHERE (item_id IS NOT NULL);
CREATE INDEX provider_call_by_key ON collection.provider_call USING btree (provider, key_id, started_at DESC);
COMMENT ON TABLE collection.provider_call IS 'The ledger of calls to web providers, from which quotas are counted; rows older than 400 days may be pruned';
COMMENT ON COLUMN collection.provider_call.key_id IS 'A short hash of the API key, or keyless; never the key';
COMMENT ON COLUMN collection.provider_call.item_id IS 'On whose behalf; null outside a run';
COMMENT ON COLUMN collection.provider_call.address IS 'Without secrets';
COMMENT ON COLUMN collection.provider_call.ended_at IS 'Null while under way, or when the process died with it';
COMMENT ON COLUMN collection.provider_call.status IS 'HTTP''s; 0 without an answer';
COMMENT ON COLUMN collection.provider_call.outcome IS 'A provider''s answer, such as fetched, throttled, unreachable';

CREATE TABLE collection.provider_state (
    provider text NOT NULL,
    key_id text NOT NULL,
    breaker text NOT NULL DEFAULT 'closed'::text,
    consecutive_failures integer NOT NULL DEFAULT 0,
    times_opened integer NOT NULL DEFAULT 0,
    opened_at timestamp with time zone,
    open_until timestamp with time zone,
    probe_call_id bigint,
    probe_until timestamp with time zone,
    blocked_until timestamp with time zone,
    last_success_at timestamp with time zone,
    last_failure_at timestamp with time zone,
    last_failure text NOT NULL DEFAULT ''::text,
    CONSTRAINT provider_state_breaker_known CHECK ((breaker = ANY (ARRAY['closed'::text, 'open'::text, 'half_open'::text]))),
    CONSTRAINT provider_state_pk PRIMARY KEY (provider, key_id)
);
COMMENT ON TABLE collection.provider_state IS 'How it stands between us and a provider, by key; its row is the lock of each decision';
COMMENT ON COLUMN collection.provider_state.times_opened IS 'In a row without a success between; each time doubles how long it stays open';
COMMENT ON COLUMN collection.provider_state.probe_call_id IS 'The one call that goes out while half_open';
COMMENT ON COLUMN collection.provider_state.probe_until IS 'Another probe may go when this one has not ended by then';
COMMENT ON COLUMN collection.provider_state.blocked_until IS 'The provider asked us to wait so long';

CREATE TABLE collection.quarantine (
    quarantine_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    item_id uuid NOT NULL,
    dataset text NOT NULL,
    provider text NOT NULL,
    source_name text NOT NULL,
    line bigint NOT NULL,
    symbol text NOT NULL,
    row_date date,
    reason text NOT NULL,
    row_text text NOT NULL,
    row_hash uuid NOT NULL DEFAULT (md5(row_text))::uuid,
    detail text NOT NULL,
    set_aside_at timestamp with time zone NOT NULL,
    status text NOT NULL DEFAULT 'waiting'::text,
    decided_at timestamp with time zone,
    decided_by text,
    note text,
    value jsonb,
    CONSTRAINT quarantine_decided_or_waiting CHECK ((((status = 'waiting'::text) = (decided_at IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (note IS NULL)))),
    CONSTRAINT quarantine_item_fk FOREIGN KEY (item_id) REFERENCES collection.item(item_id),
    CONSTRAINT quarantine_pk PRIMARY KEY (quarantine_id),
    CONSTRAINT quarantine_row_once UNIQUE NULLS NOT DISTINCT (provider, source_name, dataset, symbol, row_date, reason, row_hash),
    CONSTRAINT quarantine_status_known CHECK ((status = ANY (ARRAY['waiting'::text, 'released'::text, 'rejected'::text])))
);
CREATE INDEX quarantine_by_symbol ON collection.quarantine USING btree (symbol, quarantine_id DESC);
CREATE INDEX quarantine_released ON collection.quarantine USING btree (symbol) WHERE (status = 'released'::text);
CREATE INDEX quarantine_waiting ON collection.quarantine USING btree (quarantine_id) WHERE (status = 'waiting'::text);
COMMENT ON TABLE collection.quarantine IS 'Rows that were not believed; each row of a source is kept once per reason';
COMMENT ON COLUMN collection.quarantine.item_id IS 'The item that brought it first';
COMMENT ON COLUMN collection.quarantine.line IS 'In the source''s file, header is 1; 0 where the source has no lines';
COMMENT ON COLUMN collection.quarantine.row_date IS 'As received, null where it could not be read';
COMMENT ON COLUMN collection.quarantine.reason IS 'A QuarantineReason code';
COMMENT ON COLUMN collection.quarantine.row_text IS 'As received, cut to 1,000 characters';
COMMENT ON COLUMN collection.quarantine.status IS 'What was decided; a decision is final, and collecting the row again does not change it';
COMMENT ON COLUMN collection.quarantine.decided_by IS 'Who decided, as in audit_entry';
COMMENT ON COLUMN collection.quarantine.note IS 'Why; empty where nothing was said';
COMMENT ON COLUMN collection.quarantine.value IS 'What the row says, with its source, so that it can be loaded without the provider; null where it could not be read';

CREATE TABLE collection.run (
    run_id uuid NOT NULL,
    job_id uuid NOT NULL,
    trigger text NOT NULL,
    scheduled_for timestamp with time zone NOT NULL,
    provider text NOT NULL,
    location text NOT NULL,
    source_name text NOT NULL,
    from_date date,
    to_date date NOT NULL,
    status text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    completeness double precision,
    fallbacks text[] NOT NULL DEFAULT '{}'::text[],
    note text NOT NULL DEFAULT ''::text,
    parent_run_id uuid,
    CONSTRAINT run_completeness_is_a_fraction CHECK (((completeness >= (0)::double precision) AND (completeness <= (1)::double precision))),
    CONSTRAINT run_finished_or_running CHECK (((status = 'running'::text) = (finished_at IS NULL))),
    CONSTRAINT run_job_fk FOREIGN KEY (job_id) REFERENCES collection.job(job_id),
    CONSTRAINT run_once_per_tick UNIQUE (job_id, scheduled_for),
    CONSTRAINT run_parent_fk FOREIGN KEY (parent_run_id) REFERENCES collection.run(run_id),
    CONSTRAINT run_pk PRIMARY KEY (run_id),
    CONSTRAINT run_status_known CHECK ((status = ANY (ARRAY['running'::text, 'succeeded'::text, 'partial'::text, 'failed'::text, 'skipped'::text, 'cancelled'::text]))),
    CONSTRAINT run_trigger_known CHECK ((trigger = ANY (ARRAY['schedule'::text, 'manual'::text, 'backfill'::text, 'dependency'::text])))
);
CREATE INDEX run_newest ON collection.run USING btree (scheduled_for DESC, run_id);
CREATE INDEX run_of_job ON collection.run USING btree (job_id, scheduled_for DESC);
COMMENT ON TABLE collection.run IS 'One execution of a job';
COMMENT ON COLUMN collection.run.scheduled_for IS 'The tick it answers, UTC; a doubled tick starts no second run';
COMMENT ON COLUMN collection.run.provider IS 'As the job had it when the run was planned, like location; an item asked again asks there';
COMMENT ON COLUMN collection.run.source_name IS 'The provider''s own name of the set, such as a bundle''s name';
COMMENT ON COLUMN collection.run.from_date IS 'First date asked for, null for all there is';
COMMENT ON COLUMN collection.run.started_at IS 'The planner''s clock, UTC: nothing later is collected';
COMMENT ON COLUMN collection.run.completeness IS 'Present sessions divided by expected ones, a fraction; null before the end or without bars';
COMMENT ON COLUMN collection.run.note IS 'Why it was skipped or cancelled, or what was left for the next run';
COMMENT ON COLUMN collection.run.parent_run_id IS 'The run that it followed';

CREATE TABLE market.asset (
    asset_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    public_id uuid NOT NULL DEFAULT gen_random_uuid(),
    asset_type text NOT NULL,
    name text NOT NULL,
    exchange_mic text,
    currency text NOT NULL,
    sector text,
    industry text,
    market_cap double precision,
    cik text,
    description text NOT NULL DEFAULT ''::text,
    attributes jsonb NOT NULL DEFAULT '{}'::jsonb,
    status text NOT NULL DEFAULT 'active'::text,
    source_id smallint NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    CONSTRAINT asset_pk PRIMARY KEY (asset_id),
    CONSTRAINT asset_public_id_once UNIQUE (public_id),
    CONSTRAINT asset_source_fk FOREIGN KEY (source_id) REFERENCES market.source(source_id),
    CONSTRAINT asset_status_known CHECK ((status = ANY (ARRAY['active'::text, 'delisted'::text]))),
    CONSTRAINT asset_type_known CHECK ((asset_type = ANY (ARRAY['stock'::text, 'etf'::text, 'mutual_fund'::text, 'crypto'::text, 'forex'::text, 'bond'::text, 'commodity'::text, 'economic_indicator'::text, 'index'::text])))
);
CREATE INDEX asset_type_sector ON market.asset USING btree (asset_type, sector);
COMMENT ON TABLE market.asset IS 'Instruments and series; asset_id stays inside the database, public_id is what others see';
COMMENT ON COLUMN market.asset.market_cap IS 'In the asset''s currency';

CREATE TABLE market.asset_revision (
    asset_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    superseded jsonb NOT NULL,
    CONSTRAINT asset_revision_pk PRIMARY KEY (asset_id, valid_from, valid_to)
);
COMMENT ON TABLE market.asset_revision IS 'What our books said of an asset from valid_from until valid_to';

CREATE TABLE market.asset_search (
    asset_id integer NOT NULL,
    document tsvector NOT NULL,
    CONSTRAINT asset_search_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT asset_search_pk PRIMARY KEY (asset_id)
);
CREATE INDEX asset_search_document ON market.asset_search USING gin (document);
COMMENT ON TABLE market.asset_search IS 'Full-text document: symbol and name (A), sector and industry (B), description (C)';

CREATE TABLE market.asset_symbol (
    asset_id integer NOT NULL,
    symbol text NOT NULL,
    validity daterange NOT NULL,
    CONSTRAINT asset_symbol_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT asset_symbol_one_holder EXCLUDE USING gist (symbol WITH =, validity WITH &&),
    CONSTRAINT asset_symbol_pk PRIMARY KEY (asset_id, symbol)
);
CREATE INDEX asset_symbol_by_symbol ON market.asset_symbol USING btree (symbol);
COMMENT ON TABLE market.asset_symbol IS 'Which asset a symbol means on which days; a re-used ticker has two rows of two assets';

CREATE TABLE market.company_fact (
    cik text NOT NULL,
    concept_id integer NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    filing_id integer NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT company_fact_concept_fk FOREIGN KEY (concept_id) REFERENCES market.concept(concept_id),
    CONSTRAINT company_fact_filing_fk FOREIGN KEY (filing_id) REFERENCES market.filing(filing_id),
    CONSTRAINT company_fact_period_in_order CHECK ((period_start <= period_end)),
    CONSTRAINT company_fact_pk PRIMARY KEY (cik, concept_id, period_end, period_start, unit, filing_id)
);
COMMENT ON TABLE market.company_fact IS 'Reported numbers (XBRL), public from their filing''s acceptance on; a restatement has another filing';
COMMENT ON COLUMN market.company_fact.period_start IS '0001-01-01 for a balance, which has none';
COMMENT ON COLUMN market.company_fact.fiscal_year IS 'Of the filing, not of the period; so is fiscal_period';

CREATE TABLE market.company_fact_revision (
    cik text NOT NULL,
    concept_id integer NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    filing_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text,
    source_id smallint NOT NULL,
    CONSTRAINT company_fact_revision_pk PRIMARY KEY (cik, concept_id, period_end, period_start, unit, filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.company_fact_revision IS 'Superseded values of the same telling: what the source said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.company_fact_staging (
    batch_id uuid NOT NULL,
    cik text NOT NULL,
    concept text NOT NULL,
    unit text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    accession text NOT NULL,
    value double precision NOT NULL,
    fiscal_year integer,
    fiscal_period text,
    frame text
);
CREATE INDEX company_fact_staging_batch ON market.company_fact_staging USING btree (batch_id);

CREATE TABLE market.concept (
    concept_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    name text NOT NULL,
    CONSTRAINT concept_name_once UNIQUE (name),
    CONSTRAINT concept_pk PRIMARY KEY (concept_id)
);
COMMENT ON TABLE market.concept IS 'Names of reported numbers: taxonomy and tag, such as us-gaap:NetIncomeLoss';

CREATE TABLE market.corporate_action (
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    value double precision NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT corporate_action_kind_known CHECK ((kind = ANY (ARRAY['split'::text, 'dividend'::text, 'spin_off'::text]))),
    CONSTRAINT corporate_action_pk PRIMARY KEY (asset_id, ex_date, kind),
    CONSTRAINT corporate_action_value_positive CHECK ((value > (0)::double precision))
);
COMMENT ON TABLE market.corporate_action IS 'Splits (new shares per old), dividends (cash per share in the source''s price basis), spin-offs (price ratio)';

CREATE TABLE market.corporate_action_revision (
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT corporate_action_revision_pk PRIMARY KEY (asset_id, ex_date, kind, valid_from, valid_to)
);
COMMENT ON TABLE market.corporate_action_revision IS 'Superseded actions';

CREATE UNLOGGED TABLE market.corporate_action_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    ex_date date NOT NULL,
    kind text NOT NULL,
    value double precision NOT NULL
);
CREATE INDEX corporate_action_staging_batch ON market.corporate_action_staging USING btree (batch_id);

CREATE TABLE market.daily_bar (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    learned_at timestamp with time zone NOT NULL,
    flags integer NOT NULL DEFAULT 0,
    source_id smallint NOT NULL,
    CONSTRAINT daily_bar_pk PRIMARY KEY (asset_id, trading_date)
) PARTITION BY RANGE (trading_date);
COMMENT ON TABLE market.daily_bar IS 'One row per asset and session, prices as received in the source''s price basis';
COMMENT ON COLUMN market.daily_bar.learned_at IS 'When our books took this value in, UTC';
COMMENT ON COLUMN market.daily_bar.flags IS 'Bit mask of io.lumia.market.BarFlag';

CREATE TABLE market.daily_bar_revision (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    flags integer NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT daily_bar_revision_pk PRIMARY KEY (asset_id, trading_date, valid_from, valid_to)
);
COMMENT ON TABLE market.daily_bar_revision IS 'Superseded bars: what our books said from valid_from until valid_to';

CREATE UNLOGGED TABLE market.daily_bar_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    open double precision NOT NULL,
    high double precision NOT NULL,
    low double precision NOT NULL,
    close double precision NOT NULL,
    volume double precision,
    adj_close double precision,
    flags integer NOT NULL
);
CREATE INDEX daily_bar_staging_batch ON market.daily_bar_staging USING btree (batch_id);
COMMENT ON TABLE market.daily_bar_staging IS 'Rows of a batch on their way into daily_bar; emptied in the same transaction';

CREATE TABLE market.filing (
    filing_id integer NOT NULL GENERATED ALWAYS AS IDENTITY,
    accession text NOT NULL,
    cik text NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT filing_accession_once UNIQUE (accession),
    CONSTRAINT filing_pk PRIMARY KEY (filing_id)
);
CREATE INDEX filing_by_filer ON market.filing USING btree (cik, accepted_at);
COMMENT ON TABLE market.filing IS 'Documents filed with the SEC; one that we know only by numbers in it has its date and form alone';
COMMENT ON COLUMN market.filing.filing_id IS 'Stays inside the database; the accession number is what others see';
COMMENT ON COLUMN market.filing.cik IS 'Of the first filer we learned of; without leading zeros';
COMMENT ON COLUMN market.filing.accepted_at IS 'From when on it is public';
COMMENT ON COLUMN market.filing.accepted_at_assumed IS 'The source does not say so clearly; accepted_at is the latest it can be';

CREATE TABLE market.filing_revision (
    filing_id integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT filing_revision_pk PRIMARY KEY (filing_id, valid_from, valid_to)
);
COMMENT ON TABLE market.filing_revision IS 'What our books said of a filing from valid_from until valid_to';

CREATE UNLOGGED TABLE market.filing_staging (
    batch_id uuid NOT NULL,
    accession text NOT NULL,
    cik text NOT NULL,
    form text NOT NULL,
    filed date NOT NULL,
    accepted_at timestamp with time zone NOT NULL,
    accepted_at_assumed boolean NOT NULL,
    report_date date,
    primary_document text NOT NULL,
    description text NOT NULL,
    items text NOT NULL
);
CREATE INDEX filing_staging_batch ON market.filing_staging USING btree (batch_id);

CREATE TABLE market.fundamental (
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT fundamental_period_in_order CHECK ((period_start <= period_end)),
    CONSTRAINT fundamental_pk PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at)
);
COMMENT ON TABLE market.fundamental IS 'Reported numbers; a restatement has its own reported_at and stands beside the first report';
COMMENT ON COLUMN market.fundamental.reported_at_assumed IS 'The source gave no report date; a conservative lag was assumed';

CREATE TABLE market.fundamental_revision (
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT fundamental_revision_pk PRIMARY KEY (asset_id, metric, period_start, period_end, reported_at, valid_from, valid_to)
);
COMMENT ON TABLE market.fundamental_revision IS 'Superseded values of the same report';

CREATE UNLOGGED TABLE market.fundamental_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    metric text NOT NULL,
    period_start date NOT NULL,
    period_end date NOT NULL,
    reported_at date NOT NULL,
    reported_at_assumed boolean NOT NULL,
    value double precision NOT NULL,
    currency text NOT NULL
);
CREATE INDEX fundamental_staging_batch ON market.fundamental_staging USING btree (batch_id);

CREATE TABLE market.observation (
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    value double precision NOT NULL,
    learned_at timestamp with time zone NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT observation_pk PRIMARY KEY (asset_id, observation_date)
) PARTITION BY RANGE (observation_date);
COMMENT ON TABLE market.observation IS 'Rates, yields, exchange rates and economic series in their own unit; may be negative';
COMMENT ON COLUMN market.observation.observation_date IS 'The day, or first day of the period, the value is about; not its publication';

CREATE TABLE market.observation_revision (
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    value double precision NOT NULL,
    source_id smallint NOT NULL,
    CONSTRAINT observation_revision_pk PRIMARY KEY (asset_id, observation_date, valid_from, valid_to)
);
COMMENT ON TABLE market.observation_revision IS 'Superseded observations';

CREATE UNLOGGED TABLE market.observation_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    observation_date date NOT NULL,
    value double precision NOT NULL
);
CREATE INDEX observation_staging_batch ON market.observation_staging USING btree (batch_id);

CREATE TABLE market.reread_request (
    request_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    asset_id integer NOT NULL,
    from_date date NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT reread_request_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT reread_request_pk PRIMARY KEY (request_id)
);
CREATE UNIQUE INDEX reread_request_one_waits ON market.reread_request USING btree (asset_id) WHERE (done_at IS NULL);
COMMENT ON TABLE market.reread_request IS 'Assets whose bars must be read again after a corporate action that came later';
COMMENT ON COLUMN market.reread_request.from_date IS 'The first bar that must come again';
COMMENT ON COLUMN market.reread_request.asked_at IS 'When it was noted last; bars collected before do not settle it';

CREATE TABLE market.source (
    source_id smallint NOT NULL GENERATED ALWAYS AS IDENTITY,
    provider text NOT NULL,
    name text NOT NULL,
    as_of timestamp with time zone NOT NULL,
    price_basis text NOT NULL,
    currency text NOT NULL,
    licence text NOT NULL,
    attribution text NOT NULL,
    CONSTRAINT source_once UNIQUE (provider, name, as_of, price_basis),
    CONSTRAINT source_pk PRIMARY KEY (source_id),
    CONSTRAINT source_price_basis_known CHECK ((price_basis = ANY (ARRAY['raw'::text, 'split_adjusted'::text, 'fully_adjusted'::text])))
);
COMMENT ON TABLE market.source IS 'Where facts came from: one provider''s answer set with one price basis';
COMMENT ON COLUMN market.source.as_of IS 'Splits up to this instant are inside adjusted prices';

CREATE TABLE market.source_disagreement (
    asset_id integer NOT NULL,
    trading_date date NOT NULL,
    field text NOT NULL,
    other_provider text NOT NULL,
    kept_source_id smallint NOT NULL,
    kept_value double precision NOT NULL,
    other_source_id smallint NOT NULL,
    other_value double precision NOT NULL,
    relative_difference double precision NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    CONSTRAINT source_disagreement_asset_fk FOREIGN KEY (asset_id) REFERENCES market.asset(asset_id) ON DELETE CASCADE,
    CONSTRAINT source_disagreement_field_known CHECK ((field = 'close'::text)),
    CONSTRAINT source_disagreement_kept_source_fk FOREIGN KEY (kept_source_id) REFERENCES market.source(source_id),
    CONSTRAINT source_disagreement_other_source_fk FOREIGN KEY (other_source_id) REFERENCES market.source(source_id),
    CONSTRAINT source_disagreement_pk PRIMARY KEY (asset_id, trading_date, field, other_provider)
);
CREATE INDEX source_disagreement_open ON market.source_disagreement USING btree (seen_at) WHERE (resolved_at IS NULL);
COMMENT ON TABLE market.source_disagreement IS 'Bars about which another provider says something else, beyond the tolerance of io.lumia.market.SourceComparison';
COMMENT ON COLUMN market.source_disagreement.kept_value IS 'In daily_bar, as received';
COMMENT ON COLUMN market.source_disagreement.other_value IS 'As received, so perhaps in other share units';
COMMENT ON COLUMN market.source_disagreement.relative_difference IS 'In the same share units, divided by the larger of both; a fraction';
COMMENT ON COLUMN market.source_disagreement.resolved_at IS 'When a later bar agreed; null while they disagree';

CREATE TABLE platform.idempotency_key (
    actor text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    status integer,
    body text,
    CONSTRAINT idempotency_key_answered_wholly CHECK (((status IS NULL) = (body IS NULL))),
    CONSTRAINT idempotency_key_pk PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_key_oldest ON platform.idempotency_key USING btree (claimed_at);
COMMENT ON TABLE platform.idempotency_key IS 'Answers to writing requests by the key their callers gave; kept for 24 hours';
COMMENT ON COLUMN platform.idempotency_key.actor IS 'Whose key it is';
COMMENT ON COLUMN platform.idempotency_key.fingerprint IS 'A hash of method, path, query and body: the same key with another one is refused';
COMMENT ON COLUMN platform.idempotency_key.status IS 'HTTP status of the answer; null while it is being made';

CREATE TABLE platform.inbox (
    consumer text NOT NULL,
    message_id uuid NOT NULL,
    accepted_at timestamp with time zone NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, message_id)
);
COMMENT ON TABLE platform.inbox IS 'Messages that took effect; the row is written in the transaction of the effect';

CREATE TABLE platform.outbox (
    sequence_number bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    event_id uuid NOT NULL,
    source text NOT NULL,
    detail_type text NOT NULL,
    detail jsonb NOT NULL,
    added_at timestamp with time zone NOT NULL DEFAULT now(),
    sent_at timestamp with time zone,
    CONSTRAINT outbox_event_once UNIQUE (event_id),
    CONSTRAINT outbox_pk PRIMARY KEY (sequence_number)
);
CREATE INDEX outbox_waiting ON platform.outbox USING btree (sequence_number) WHERE (sent_at IS NULL);
COMMENT ON TABLE platform.outbox IS 'Events to announce, stored with the facts they are about; sent_at is null while they wait';

CREATE TABLE platform.schedule (
    name text NOT NULL,
    expression text NOT NULL,
    zone text NOT NULL,
    queue text NOT NULL,
    input text NOT NULL,
    enabled boolean NOT NULL,
    max_retries integer NOT NULL,
    max_age_seconds integer NOT NULL,
    dead_letter_queue text NOT NULL,
    starts_at timestamp with time zone,
    ends_at timestamp with time zone,
    done_until timestamp with time zone NOT NULL,
    CONSTRAINT schedule_age_in_range CHECK (((max_age_seconds >= 60) AND (max_age_seconds <= 86400))),
    CONSTRAINT schedule_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT schedule_pk PRIMARY KEY (name),
    CONSTRAINT schedule_retries_in_range CHECK (((max_retries >= 0) AND (max_retries <= 185)))
);
COMMENT ON TABLE platform.schedule IS 'What is sent to which queue, and when; empty where EventBridge Scheduler keeps the schedules';
COMMENT ON COLUMN platform.schedule.expression IS 'cron(…), rate(…) or at(…), as EventBridge Scheduler writes them';
COMMENT ON COLUMN platform.schedule.done_until IS 'Runs due up to and including this instant were sent or given up; those of the maximum age before a start are made up for';

CREATE TABLE platform.time_series (
    table_name text NOT NULL,
    time_column text NOT NULL,
    kind text NOT NULL,
    CONSTRAINT time_series_kind_known CHECK ((kind = ANY (ARRAY['partitions'::text, 'hypertable'::text]))),
    CONSTRAINT time_series_pk PRIMARY KEY (table_name)
);
COMMENT ON TABLE platform.time_series IS 'Tables split by date: yearly range partitions on plain PostgreSQL, hypertables where TimescaleDB is offered';

CREATE TABLE signals.computation (
    asset_id integer NOT NULL,
    price_basis bigint,
    benchmark_asset_id integer,
    computed_through date,
    CONSTRAINT computation_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.computation IS 'One row per asset: locked while its signals are computed, and what its stored rows rest on; NULLs before the first';
COMMENT ON COLUMN signals.computation.price_basis IS 'Fingerprint of the splits and spin-offs that the stored rows are adjusted by; another one asks for a full computation';
COMMENT ON COLUMN signals.computation.benchmark_asset_id IS 'The asset that beta was measured against, NULL where none was known';
COMMENT ON COLUMN signals.computation.computed_through IS 'Date of the newest stored row';

CREATE TABLE signals.daily_sentiment (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    avg_sentiment double precision,
    dispersion double precision,
    news_count integer NOT NULL,
    social_sentiment double precision,
    social_count integer NOT NULL,
    abstained_count integer NOT NULL,
    sentiment_momentum double precision,
    sentiment_surprise double precision,
    model_version text NOT NULL,
    computed_at timestamp with time zone NOT NULL,
    CONSTRAINT daily_sentiment_pk PRIMARY KEY (asset_id, signal_date)
) PARTITION BY RANGE (signal_date);
COMMENT ON TABLE signals.daily_sentiment IS 'One row per asset and session with fresh texts, from those that could be used at its close; a session without a row was not measured';
COMMENT ON COLUMN signals.daily_sentiment.signal_date IS 'Exchange-local trading date';
COMMENT ON COLUMN signals.daily_sentiment.avg_sentiment IS 'Mean score of news and filings of the last two sessions, weighted by confidence, relevance, credibility and age (-1 to 1)';
COMMENT ON COLUMN signals.daily_sentiment.dispersion IS 'Weighted standard deviation of these scores around avg_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.news_count IS 'News and filings in avg_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.social_sentiment IS 'The same mean of posts (-1 to 1)';
COMMENT ON COLUMN signals.daily_sentiment.social_count IS 'Posts in social_sentiment';
COMMENT ON COLUMN signals.daily_sentiment.abstained_count IS 'Fresh texts whose score could not be relied on: they are in no mean';
COMMENT ON COLUMN signals.daily_sentiment.sentiment_momentum IS 'Mean of 5 sessions less mean of 20, news and filings, without age';
COMMENT ON COLUMN signals.daily_sentiment.sentiment_surprise IS 'avg_sentiment less its mean of the 365 days before, in standard deviations; at least 20 rows';
COMMENT ON COLUMN signals.daily_sentiment.model_version IS 'Of the model whose scores these are; one only in a row';
COMMENT ON COLUMN signals.daily_sentiment.computed_at IS 'When these values were first computed, UTC';

CREATE TABLE signals.daily_signal (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL,
    CONSTRAINT daily_signal_pk PRIMARY KEY (asset_id, signal_date)
) PARTITION BY RANGE (signal_date);
COMMENT ON TABLE signals.daily_signal IS 'One row per asset and bar, from split-adjusted bars up to and including that day; NULL where history is too short';
COMMENT ON COLUMN signals.daily_signal.signal_date IS 'Exchange-local trading date of the bar the row ends with';
COMMENT ON COLUMN signals.daily_signal.return_1d IS 'Close against the previous session''s close (fraction)';
COMMENT ON COLUMN signals.daily_signal.return_30d IS 'Close against the last close dated at least 30 calendar days earlier (fraction)';
COMMENT ON COLUMN signals.daily_signal.return_365d IS 'Close against the last close dated at least 365 calendar days earlier (fraction)';
COMMENT ON COLUMN signals.daily_signal.volatility_30d IS 'Sample standard deviation of the last 30 daily returns times the root of the sessions per year (fraction per year)';
COMMENT ON COLUMN signals.daily_signal.sma_20 IS 'Mean of the last 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.sma_50 IS 'Mean of the last 50 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.sma_200 IS 'Mean of the last 200 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.ema_12 IS 'Exponential average, weight 2/13, seeded with the first 12 closes'' mean (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.ema_26 IS 'Exponential average, weight 2/27, seeded with the first 26 closes'' mean (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd IS '12-session less 26-session exponential average, both begun at the 26th close (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd_signal IS '9-session exponential average of the MACD (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.macd_histogram IS 'MACD less its signal (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.rsi_14 IS 'Wilder''s relative strength index over 14 sessions (0 to 100)';
COMMENT ON COLUMN signals.daily_signal.bollinger_middle IS 'Mean of the last 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.bollinger_upper IS 'Middle band plus 2 population deviations of 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.bollinger_lower IS 'Middle band less 2 population deviations of 20 closes (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.atr_14 IS 'Wilder''s average of the true range over 14 sessions (asset''s currency)';
COMMENT ON COLUMN signals.daily_signal.position_52w IS '(close - lowest low) / (highest high - lowest low) of the last 365 calendar days (fraction)';
COMMENT ON COLUMN signals.daily_signal.max_drawdown_1y IS 'Deepest fall from a closing peak to a later close in the last 365 calendar days (fraction)';
COMMENT ON COLUMN signals.daily_signal.beta_1y IS 'Covariance with the benchmark over the benchmark''s variance, last 252 common sessions, at least 60 pairs (plain number)';
COMMENT ON COLUMN signals.daily_signal.momentum_12_1 IS 'P[t-21] / P[t-252] - 1, in sessions (fraction)';
COMMENT ON COLUMN signals.daily_signal.average_dollar_volume_20d IS 'Mean of close times volume over the last 20 sessions (asset''s currency per session)';
COMMENT ON COLUMN signals.daily_signal.bars_seen IS 'Number of bars from the asset''s first up to and including this one';
COMMENT ON COLUMN signals.daily_signal.macd_fast_ema IS 'Fast average of the MACD (asset''s currency): not a signal, kept so that the next row can be computed from this one';
COMMENT ON COLUMN signals.daily_signal.rsi_average_gain IS 'Wilder''s average rise per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.rsi_average_loss IS 'Wilder''s average fall per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.computed_at IS 'When these values were first computed, UTC';

CREATE UNLOGGED TABLE signals.daily_signal_staging (
    batch_id uuid NOT NULL,
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL
);
CREATE INDEX daily_signal_staging_batch ON signals.daily_signal_staging USING btree (batch_id);
COMMENT ON TABLE signals.daily_signal_staging IS 'Recomputed rows of a batch on their way into daily_signal; emptied in the same transaction';

CREATE TABLE signals.latest_signal (
    asset_id integer NOT NULL,
    signal_date date NOT NULL,
    return_1d double precision,
    return_30d double precision,
    return_365d double precision,
    volatility_30d double precision,
    sma_20 double precision,
    sma_50 double precision,
    sma_200 double precision,
    ema_12 double precision,
    ema_26 double precision,
    macd double precision,
    macd_signal double precision,
    macd_histogram double precision,
    rsi_14 double precision,
    bollinger_middle double precision,
    bollinger_upper double precision,
    bollinger_lower double precision,
    atr_14 double precision,
    position_52w double precision,
    max_drawdown_1y double precision,
    beta_1y double precision,
    momentum_12_1 double precision,
    average_dollar_volume_20d double precision,
    bars_seen integer NOT NULL,
    macd_fast_ema double precision,
    rsi_average_gain double precision,
    rsi_average_loss double precision,
    computed_at timestamp with time zone NOT NULL,
    packed bytea DEFAULT ((((((((((((((((((((((((int4send(asset_id) || date_send(signal_date)) || timestamptz_send(computed_at)) || float8send(COALESCE(return_1d, 'NaN'::double precision))) || float8send(COALESCE(return_30d, 'NaN'::double precision))) || float8send(COALESCE(return_365d, 'NaN'::double precision))) || float8send(COALESCE(volatility_30d, 'NaN'::double precision))) || float8send(COALESCE(sma_20, 'NaN'::double precision))) || float8send(COALESCE(sma_50, 'NaN'::double precision))) || float8send(COALESCE(sma_200, 'NaN'::double precision))) || float8send(COALESCE(ema_12, 'NaN'::double precision))) || float8send(COALESCE(ema_26, 'NaN'::double precision))) || float8send(COALESCE(macd, 'NaN'::double precision))) || float8send(COALESCE(macd_signal, 'NaN'::double precision))) || float8send(COALESCE(macd_histogram, 'NaN'::double precision))) || float8send(COALESCE(rsi_14, 'NaN'::double precision))) || float8send(COALESCE(bollinger_middle, 'NaN'::double precision))) || float8send(COALESCE(bollinger_upper, 'NaN'::double precision))) || float8send(COALESCE(bollinger_lower, 'NaN'::double precision))) || float8send(COALESCE(atr_14, 'NaN'::double precision))) || float8send(COALESCE(position_52w, 'NaN'::double precision))) || float8send(COALESCE(max_drawdown_1y, 'NaN'::double precision))) || float8send(COALESCE(beta_1y, 'NaN'::double precision))) || float8send(COALESCE(momentum_12_1, 'NaN'::double precision))) || float8send(COALESCE(average_dollar_volume_20d, 'NaN'::double precision))),
    CONSTRAINT latest_signal_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.latest_signal IS 'The newest row of each asset in daily_signal; columns and units as there. Never replaced by an older date';
COMMENT ON COLUMN signals.latest_signal.signal_date IS 'Exchange-local trading date of the bar the row ends with';
COMMENT ON COLUMN signals.latest_signal.packed IS 'The row again as one value in binary format: asset_id, signal_date, computed_at, the signals in table order (NULL as NaN). Thousands of rows are read at once in a quarter of the time';
