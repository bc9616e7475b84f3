-- How assets were written about, session by session.

SELECT platform.create_time_series('signals.daily_sentiment', $$
    asset_id           int              NOT NULL,
    signal_date        date             NOT NULL,
    avg_sentiment      double precision,
    dispersion         double precision,
    news_count         int              NOT NULL,
    social_sentiment   double precision,
    social_count       int              NOT NULL,
    abstained_count    int              NOT NULL,
    sentiment_momentum double precision,
    sentiment_surprise double precision,
    model_version      text             NOT NULL,
    computed_at        timestamptz      NOT NULL,
    CONSTRAINT daily_sentiment_pk PRIMARY KEY (asset_id, signal_date)
$$, 'signal_date');
COMMENT ON TABLE signals.daily_sentiment IS
    'One row per asset and session with fresh texts, from those that could be used at its close; a session without a row was not measured';
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
