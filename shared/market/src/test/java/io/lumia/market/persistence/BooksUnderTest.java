package io.lumia.market.persistence;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.FactStore.Merged;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The market's tables in a database of their own, with short words for what tests do to them. */
final class BooksUnderTest implements AutoCloseable {

    static final Source RAW = source("books", PriceBasis.RAW, "2020-12-31T00:00:00Z");
    static final Instant MONDAY_EVENING = Instant.parse("2015-01-05T23:00:00Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());

    static Source source(String name, PriceBasis basis, String asOf) {
        return new Source("bundle", name, Instant.parse(asOf), basis, "USD", "CC0-1.0", "a test");
    }

    static AssetDefinition stock(String symbol, @Nullable String first, @Nullable String last) {
        return new AssetDefinition(
                new Symbol(symbol),
                symbol + " Incorporated",
                AssetType.STOCK,
                "XNYS",
                "USD",
                "Industrials",
                "Machinery",
                1.5e9,
                "320193",
                first == null ? null : LocalDate.parse(first),
                last == null ? null : LocalDate.parse(last),
                "makes things",
                Map.of("country", "US"));
    }

    static DailyBar bar(String date, double close) {
        return new DailyBar(LocalDate.parse(date), close, close + 1, close - 1, close, 1000, Double.NaN, 0);
    }

    AssetCatalog catalog() {
        return context.getBean(AssetCatalog.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    Asset given(AssetDefinition definition) {
        inTransaction(() -> catalog().merge(List.of(definition), RAW));
        return catalog().get(definition.symbol().value());
    }

    Merged load(Asset asset, Instant learnedAt, DailyBar... bars) {
        var stamp = new BatchStamp(UUID.randomUUID(), RAW, learnedAt);
        return inTransaction(() -> get(FactStore.class).mergeBars(stamp, Map.of(asset, List.of(bars))));
    }

    <T> T inTransaction(java.util.function.Supplier<T> work) {
        return get(Transactions.class).inTransaction(work);
    }

    String query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            StringBuilder text = new StringBuilder();
            while (rows.next()) {
                text.append(text.isEmpty() ? "" : "; ").append(rows.getString(1));
            }
            return text.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
