package io.lumia.functions.computesignals;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.events.pricesloaded.v1.PricesLoaded;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.FactStore;
import io.lumia.market.FactStore.BatchStamp;
import io.lumia.market.PriceBasis;
import io.lumia.market.Source;
import io.lumia.platform.database.Transactions;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Thirty closes that each fall by 1, so that Wilder's index is 0, then one that rises by 30: his average rise is 30 / 14, his
 * average fall 13 / 14, the index 100 × 30 / 43 = 69.767: over 30 and not over 70.
 */
class TellCrossingsTest {

    private static final UserId SUBSCRIBER = new UserId(new UUID(0, 11));
    private static final LocalDate NEWEST = LocalDate.parse("2026-11-25");
    private static final Source SOURCE =
            new Source("test", "raw", Instant.parse("2026-11-25T22:00:00Z"), PriceBasis.RAW, "USD", "none", "nobody");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(database.properties())
            .singletons(new FakeEventBus(), Clock.fixed(Instant.parse("2026-11-25T22:30:00Z"), ZoneOffset.UTC))
            .start();

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void tellsASubscriberOnceOfTheNewestDay() throws SQLException {
        subscribe();
        Asset asset = load("AAA", NEWEST);

        compute(asset, 1);
        compute(asset, 2);

        assertThat(told()).hasSize(1);
        assertThat(told().getFirst())
                .contains(
                        "\"symbol\":\"AAA\"",
                        "\"signal\":\"rsi_14\"",
                        "\"session\":\"2026-11-25\"",
                        "\"before\":0,",
                        "\"value\":69.767",
                        "\"threshold\":30,",
                        "\"direction\":\"up\"");
    }

    @Test
    void historyIsNoNews() throws SQLException {
        subscribe();

        compute(load("OLD", NEWEST.minusDays(TellCrossings.NEWS_DAYS + 1)), 1);

        assertThat(told()).isEmpty();
    }

    private void compute(Asset asset, int event) {
        context.getBean(ComputeSignals.class)
                .pricesLoaded(new PricesLoaded(
                        new UUID(7, event),
                        new UUID(7, 100),
                        new UUID(7, 101),
                        List.of(new PricesLoaded.ChangedAsset(asset.id().value(), LocalDate.EPOCH, NEWEST)),
                        SOURCE.asOf()));
    }

    private Asset load(String symbol, LocalDate newest) {
        AssetCatalog catalog = context.getBean(AssetCatalog.class);
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol,
                AssetType.STOCK,
                null,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        return context.getBean(Transactions.class).inTransaction(() -> {
            catalog.merge(List.of(definition), SOURCE);
            Asset asset = catalog.get(symbol);
            context.getBean(FactStore.class)
                    .mergeBars(new BatchStamp(new UUID(8, 8), SOURCE, SOURCE.asOf()), Map.of(asset, bars(newest)));
            return asset;
        });
    }

    private static List<DailyBar> bars(LocalDate newest) {
        List<LocalDate> days = newest.minusDays(60)
                .datesUntil(newest.plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .toList();
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            double close = i < days.size() - 1 ? 200 - i : 200 - (i - 1) + 30;
            bars.add(new DailyBar(days.get(i), close, close, close, close, 1_000, Double.NaN, 0));
        }
        return bars;
    }

    private void subscribe() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                INSERT INTO accounts.user_account (user_id, role, plan, issuer, created_at)
                VALUES ('%s', 'user', 'standard', 'a test', now())\
                """.formatted(SUBSCRIBER));
        }
        Endpoint endpoint = new Endpoint(
                SUBSCRIBER.value(),
                SUBSCRIBER,
                EndpointUrl.parse("https://hooks.example/"),
                "",
                Set.of(WebhookEventType.SIGNAL_CROSSED),
                Endpoint.Status.ACTIVE,
                "",
                Instant.EPOCH);
        context.getBean(Endpoints.class)
                .add(endpoint, new Endpoints.SealedSecret(SUBSCRIBER.value(), new byte[1], Instant.EPOCH));
    }

    private List<String> told() throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT m.body FROM accounts.webhook_delivery d
                      JOIN accounts.webhook_message m USING (message_id)\
                    """)) {
            while (rows.next()) {
                told.add(rows.getString(1));
            }
        }
        return told;
    }
}
