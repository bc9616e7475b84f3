-- Opinions derived from prices: the signals of an asset on a day, and what is needed to compute them.

CREATE SCHEMA IF NOT EXISTS signals;

SELECT platform.create_time_series('signals.daily_signal', $$
    asset_id                  int              NOT NULL,
    signal_date               date             NOT NULL,
    return_1d                 double precision,
    return_30d                double precision,
    return_365d               double precision,
    volatility_30d            double precision,
    sma_20                    double precision,
    sma_50                    double precision,
    sma_200                   double precision,
    ema_12                    double precision,
    ema_26                    double precision,
    macd                      double precision,
    macd_signal               double precision,
    macd_histogram            double precision,
    rsi_14                    double precision,
    bollinger_middle          double precision,
    bollinger_upper           double precision,
    bollinger_lower           double precision,
    atr_14                    double precision,
    position_52w              double precision,
    max_drawdown_1y           double precision,
    beta_1y                   double precision,
    momentum_12_1             double precision,
    average_dollar_volume_20d double precision,
    bars_seen                 int              NOT NULL,
    macd_fast_ema             double precision,
    rsi_average_gain          double precision,
    rsi_average_loss          double precision,
    computed_at               timestamptz      NOT NULL,
    CONSTRAINT daily_signal_pk PRIMARY KEY (asset_id, signal_date)
$$, 'signal_date');
COMMENT ON TABLE signals.daily_signal IS
    'One row per asset and bar, from split-adjusted bars up to and including that day; NULL where history is too short';
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
COMMENT ON COLUMN signals.daily_signal.macd_fast_ema IS
    'Fast average of the MACD (asset''s currency): not a signal, kept so that the next row can be computed from this one';
COMMENT ON COLUMN signals.daily_signal.rsi_average_gain IS
    'Wilder''s average rise per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.rsi_average_loss IS
    'Wilder''s average fall per session (asset''s currency): kept like macd_fast_ema';
COMMENT ON COLUMN signals.daily_signal.computed_at IS 'When these values were first computed, UTC';
SELECT platform.compress_after('signals.daily_signal', 'asset_id', INTERVAL '2 years');

CREATE TABLE signals.latest_signal (
    asset_id                  int              NOT NULL,
    signal_date               date             NOT NULL,
    return_1d                 double precision,
    return_30d                double precision,
    return_365d               double precision,
    volatility_30d            double precision,
    sma_20                    double precision,
    sma_50                    double precision,
    sma_200                   double precision,
    ema_12                    double precision,
    ema_26                    double precision,
    macd                      double precision,
    macd_signal               double precision,
    macd_histogram            double precision,
    rsi_14                    double precision,
    bollinger_middle          double precision,
    bollinger_upper           double precision,
    bollinger_lower           double precision,
    atr_14                    double precision,
    position_52w              double precision,
    max_drawdown_1y           double precision,
    beta_1y                   double precision,
    momentum_12_1             double precision,
    average_dollar_volume_20d double precision,
    bars_seen                 int              NOT NULL,
    macd_fast_ema             double precision,
    rsi_average_gain          double precision,
    rsi_average_loss          double precision,
    computed_at               timestamptz      NOT NULL,
    packed                    bytea GENERATED ALWAYS AS (
        int4send(asset_id) || date_send(signal_date) || timestamptz_send(computed_at) ||
        float8send(coalesce(return_1d, 'NaN')) ||
        float8send(coalesce(return_30d, 'NaN')) ||
        float8send(coalesce(return_365d, 'NaN')) ||
        float8send(coalesce(volatility_30d, 'NaN')) ||
        float8send(coalesce(sma_20, 'NaN')) ||
        float8send(coalesce(sma_50, 'NaN')) ||
        float8send(coalesce(sma_200, 'NaN')) ||
        float8send(coalesce(ema_12, 'NaN')) ||
        float8send(coalesce(ema_26, 'NaN')) ||
        float8send(coalesce(macd, 'NaN')) ||
        float8send(coalesce(macd_signal, 'NaN')) ||
        float8send(coalesce(macd_histogram, 'NaN')) ||
        float8send(coalesce(rsi_14, 'NaN')) ||
        float8send(coalesce(bollinger_middle, 'NaN')) ||
        float8send(coalesce(bollinger_upper, 'NaN')) ||
        float8send(coalesce(bollinger_lower, 'NaN')) ||
        float8send(coalesce(atr_14, 'NaN')) ||
        float8send(coalesce(position_52w, 'NaN')) ||
        float8send(coalesce(max_drawdown_1y, 'NaN')) ||
        float8send(coalesce(beta_1y, 'NaN')) ||
        float8send(coalesce(momentum_12_1, 'NaN')) ||
        float8send(coalesce(average_dollar_volume_20d, 'NaN'))) STORED,
    CONSTRAINT latest_signal_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.latest_signal IS
    'The newest row of each asset in daily_signal; columns and units as there. Never replaced by an older date';
COMMENT ON COLUMN signals.latest_signal.packed IS
    'The row again as one value in binary format: asset_id, signal_date, computed_at, the signals in table order (NULL as NaN). '
    'Thousands of rows are read at once in a quarter of the time';
COMMENT ON COLUMN signals.latest_signal.signal_date IS 'Exchange-local trading date of the bar the row ends with';

CREATE TABLE signals.computation (
    asset_id           int NOT NULL,
    price_basis        bigint,
    benchmark_asset_id int,
    computed_through   date,
    CONSTRAINT computation_pk PRIMARY KEY (asset_id)
);
COMMENT ON TABLE signals.computation IS
    'One row per asset: locked while its signals are computed, and what its stored rows rest on; NULLs before the first';
COMMENT ON COLUMN signals.computation.price_basis IS
    'Fingerprint of the splits and spin-offs that the stored rows are adjusted by; another one asks for a full computation';
COMMENT ON COLUMN signals.computation.benchmark_asset_id IS 'The asset that beta was measured against, NULL where none was known';
COMMENT ON COLUMN signals.computation.computed_through IS 'Date of the newest stored row';

CREATE UNLOGGED TABLE signals.daily_signal_staging (
    batch_id                  uuid             NOT NULL,
    asset_id                  int              NOT NULL,
    signal_date               date             NOT NULL,
    return_1d                 double precision,
    return_30d                double precision,
    return_365d               double precision,
    volatility_30d            double precision,
    sma_20                    double precision,
    sma_50                    double precision,
    sma_200                   double precision,
    ema_12                    double precision,
    ema_26                    double precision,
    macd                      double precision,
    macd_signal               double precision,
    macd_histogram            double precision,
    rsi_14                    double precision,
    bollinger_middle          double precision,
    bollinger_upper           double precision,
    bollinger_lower           double precision,
    atr_14                    double precision,
    position_52w              double precision,
    max_drawdown_1y           double precision,
    beta_1y                   double precision,
    momentum_12_1             double precision,
    average_dollar_volume_20d double precision,
    bars_seen                 int              NOT NULL,
    macd_fast_ema             double precision,
    rsi_average_gain          double precision,
    rsi_average_loss          double precision,
    computed_at               timestamptz      NOT NULL
);
COMMENT ON TABLE signals.daily_signal_staging IS
    'Recomputed rows of a batch on their way into daily_signal; emptied in the same transaction';
CREATE INDEX daily_signal_staging_batch ON signals.daily_signal_staging (batch_id);
