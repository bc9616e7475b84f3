package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.Sql;
import io.lumia.signals.sentiment.SentimentDay;
import io.lumia.signals.sentiment.SentimentHistory;
import io.lumia.signals.sentiment.SentimentStore;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;

/** {@link SentimentStore} and {@link SentimentHistory} in {@code signals.daily_sentiment}. NaN is NULL there. */
@Singleton
@Requires(beans = DataSource.class)
class JdbcSentimentStore implements SentimentStore, SentimentHistory {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('signals.daily_sentiment'), ?)";

    private static final String REPLACE = """
            WITH given AS (
                SELECT * FROM unnest(?::date[], ?::float8[], ?::float8[], ?::int[], ?::float8[], ?::int[], ?::int[], ?::float8[], ?::float8[])
                    AS g (signal_date, avg_sentiment, dispersion, news_count, social_sentiment, social_count, abstained_count,
                          sentiment_momentum, sentiment_surprise)),
            gone AS (
                DELETE FROM signals.daily_sentiment d
                 WHERE d.asset_id = ? AND d.signal_date >= ? AND d.signal_date NOT IN (SELECT signal_date FROM given)
                RETURNING 1),
            written AS (
                INSERT INTO signals.daily_sentiment AS d (asset_id, signal_date, avg_sentiment, dispersion, news_count, social_sentiment,
                       social_count, abstained_count, sentiment_momentum, sentiment_surprise, model_version, computed_at)
                SELECT ?, signal_date, avg_sentiment, dispersion, news_count, social_sentiment, social_count, abstained_count,
                       sentiment_momentum, sentiment_surprise, ?, ?
                  FROM given
                ON CONFLICT (asset_id, signal_date) DO UPDATE
                   SET avg_sentiment = excluded.avg_sentiment, dispersion = excluded.dispersion, news_count = excluded.news_count,
                       social_sentiment = excluded.social_sentiment, social_count = excluded.social_count,
                       abstained_count = excluded.abstained_count, sentiment_momentum = excluded.sentiment_momentum,
                       sentiment_surprise = excluded.sentiment_surprise, model_version = excluded.model_version,
                       computed_at = excluded.computed_at
                 WHERE (d.avg_sentiment, d.dispersion, d.news_count, d.social_sentiment, d.social_count, d.abstained_count,
                        d.sentiment_momentum, d.sentiment_surprise, d.model_version)
                    IS DISTINCT FROM
                       (excluded.avg_sentiment, excluded.dispersion, excluded.news_count, excluded.social_sentiment,
                        excluded.social_count, excluded.abstained_count, excluded.sentiment_momentum, excluded.sentiment_surprise,
                        excluded.model_version)
                RETURNING 1)
            SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM written)
            """;

    private static final String HISTORY = """
            SELECT signal_date, avg_sentiment, dispersion, news_count, social_sentiment, social_count, abstained_count,
                   sentiment_momentum, sentiment_surprise
              FROM signals.daily_sentiment
             WHERE asset_id = ? AND signal_date BETWEEN ? AND ?
             ORDER BY signal_date
             LIMIT ?
            """;

    private final Sql sql;

    JdbcSentimentStore(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void lock(Asset asset) {
        sql.prepare(LOCK, statement -> {
            statement.setInt(1, asset.key());
            return statement.execute();
        });
    }

    @Override
    public int replace(Asset asset, LocalDate from, List<SentimentDay> rows, String modelVersion, Instant computedAt) {
        return sql.prepare(REPLACE, statement -> {
            Sql.setArray(statement, 1, "date", rows, day -> java.sql.Date.valueOf(day.date()));
            doubles(statement, 2, rows, SentimentDay::averageSentiment);
            doubles(statement, 3, rows, SentimentDay::dispersion);
            Sql.setArray(statement, 4, "int4", rows, SentimentDay::newsCount);
            doubles(statement, 5, rows, SentimentDay::socialSentiment);
            Sql.setArray(statement, 6, "int4", rows, SentimentDay::socialCount);
            Sql.setArray(statement, 7, "int4", rows, SentimentDay::abstainedCount);
            doubles(statement, 8, rows, SentimentDay::momentum);
            doubles(statement, 9, rows, SentimentDay::surprise);
            statement.setInt(10, asset.key());
            statement.setObject(11, from);
            statement.setInt(12, asset.key());
            statement.setString(13, modelVersion);
            statement.setObject(14, Sql.utc(computedAt));
            return Sql.list(statement, row -> row.getInt(1)).getFirst();
        });
    }

    private static void doubles(
            PreparedStatement statement, int position, List<SentimentDay> rows, ToDoubleFunction<SentimentDay> column)
            throws SQLException {
        Sql.setArray(statement, position, "float8", rows, day -> {
            double value = column.applyAsDouble(day);
            return Double.isNaN(value) ? null : value;
        });
    }

    @Override
    public List<SentimentDay> history(Asset asset, LocalDate from, LocalDate to, int limit) {
        return sql.prepare(HISTORY, statement -> {
            statement.setInt(1, asset.key());
            statement.setObject(2, from);
            statement.setObject(3, to);
            statement.setInt(4, limit);
            return Sql.list(statement, JdbcSentimentStore::day);
        });
    }

    static SentimentDay day(ResultSet row) throws SQLException {
        return new SentimentDay(
                row.getObject("signal_date", LocalDate.class),
                Sql.orNaN(row, "avg_sentiment"),
                Sql.orNaN(row, "dispersion"),
                row.getInt("news_count"),
                Sql.orNaN(row, "social_sentiment"),
                row.getInt("social_count"),
                row.getInt("abstained_count"),
                Sql.orNaN(row, "sentiment_momentum"),
                Sql.orNaN(row, "sentiment_surprise"));
    }
}
