package io.lumia.signals.persistence;

import io.lumia.market.Asset;
import io.lumia.platform.database.Sql;
import io.lumia.signals.sentiment.NewestSentiment;
import io.lumia.signals.sentiment.SentimentDay;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** {@link NewestSentiment} in {@code signals.daily_sentiment}: the few rows of the last days, not a look-up per asset. */
@Singleton
@Requires(beans = DataSource.class)
final class JdbcNewestSentiment implements NewestSentiment {

    private static final String NEWEST = """
            SELECT DISTINCT ON (k.asset_id)
                   k.asset_id, d.signal_date, d.avg_sentiment, d.dispersion, d.news_count, d.social_sentiment, d.social_count,
                   d.abstained_count, d.sentiment_momentum, d.sentiment_surprise
              FROM unnest(?::int[], ?::date[]) AS k (asset_id, up_to)
              JOIN signals.daily_sentiment d ON d.asset_id = k.asset_id AND d.signal_date <= k.up_to
             WHERE d.signal_date > k.up_to - ? AND d.signal_date > ? AND d.signal_date <= ?
             ORDER BY k.asset_id, d.signal_date DESC
            """;

    private final Sql sql;

    JdbcNewestSentiment(Sql sql) {
        this.sql = sql;
    }

    /** The outermost dates are given besides, so that only their partitions are opened. */
    @Override
    public Map<Integer, SentimentDay> newest(Map<Asset, LocalDate> upTo, int days) {
        if (upTo.isEmpty()) {
            return Map.of();
        }
        List<Map.Entry<Asset, LocalDate>> wanted = List.copyOf(upTo.entrySet());
        LocalDate first = upTo.values().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = upTo.values().stream().max(LocalDate::compareTo).orElseThrow();
        return sql.prepareForValues(NEWEST, statement -> {
            Sql.setArray(statement, 1, "int4", wanted, day -> day.getKey().key());
            Sql.setArray(statement, 2, "date", wanted, day -> java.sql.Date.valueOf(day.getValue()));
            statement.setInt(3, days);
            statement.setObject(4, first.minusDays(days));
            statement.setObject(5, last);
            Map<Integer, SentimentDay> newest = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    newest.put(row.getInt("asset_id"), JdbcSentimentStore.day(row));
                }
            }
            return newest;
        });
    }
}
