package io.lumia.functions.computesignals;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.kernel.AsOf;
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
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.RandomWalk;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.lumia.signals.SignalsAsOf;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The edge and the wiring: messages as SQS delivers them, the real beans, a real PostgreSQL; only the bus is a fake. */
class ComputeSignalsHandlerTest {

    private static final int SESSIONS = 300;
    private static final Source SOURCE =
            new Source("test", "raw", Instant.parse("2026-01-01T00:00:00Z"), PriceBasis.RAW, "USD", "none", "nobody");

    private final FakeEventBus bus = new FakeEventBus();
    private final ApplicationContext context = ApplicationContext.builder()
            .properties(EmbeddedDatabase.fresh().properties())
            .singletons(bus)
            .start();
    private final ComputeSignalsHandler handler = context.getBean(ComputeSignalsHandler.class);
    private Asset stock;

    @BeforeEach
    void load() {
        stock = load("AAA", 2);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void anEventFromTheBusBecomesRowsAndAnAnnouncement() {
        SQSBatchResponse response = handler.handleRequest(batch(pricesLoaded("m1", stock)), null);

        assertThat(response.getBatchItemFailures()).isEmpty();
        assertThat(rows()).hasSize(SESSIONS);
        assertThat(bus.takeSent()).singleElement().satisfies(sent -> {
            assertThat(sent.source()).isEqualTo("lumia.compute-signals");
            assertThat(sent.detailType()).isEqualTo("SignalsComputed");
            assertThat(sent.detail()).contains("\"rows_changed\": " + SESSIONS);
        });
    }

    @Test
    void onlyThePoisonOfABatchIsReportedBack() {
        SQSBatchResponse response = handler.handleRequest(
                batch(
                        message("p1", "not json"),
                        pricesLoaded("m1", stock),
                        message("p2", event("SomethingElse", "{}")),
                        message("p3", event("PricesLoaded", "{\"event_id\": 7}"))),
                null);

        assertThat(response.getBatchItemFailures())
                .extracting(BatchItemFailure::getItemIdentifier)
                .containsExactly("p1", "p2", "p3");
        assertThat(rows()).hasSize(SESSIONS);
    }

    @Test
    void aMessageDeliveredTwiceTakesEffectOnce() {
        handler.handleRequest(batch(pricesLoaded("m1", stock)), null);
        bus.takeSent();

        SQSBatchResponse response = handler.handleRequest(batch(pricesLoaded("m2", stock)), null);

        assertThat(response.getBatchItemFailures()).isEmpty();
        assertThat(bus.takeSent()).isEmpty();
    }

    @Test
    void aRequestToRecomputeIsToldToTheFunctionItself() {
        String request = "{\"message_id\": \"%s\", \"recompute\": [\"AAA\"]}".formatted(new UUID(5, 5));

        SQSBatchResponse response = handler.handleRequest(batch(message("r1", request)), null);

        assertThat(response.getBatchItemFailures()).isEmpty();
        String outdated = bus.takeSent().getFirst().detail();
        handler.handleRequest(batch(message("o1", event("SignalsOutdated", outdated))), null);
        assertThat(rows()).hasSize(SESSIONS);
    }

    @Test
    void aRequestForAnUnknownSymbolFails() {
        String request = "{\"message_id\": \"%s\", \"recompute\": [\"NOPE\"]}".formatted(new UUID(5, 6));

        SQSBatchResponse response = handler.handleRequest(batch(message("r1", request)), null);

        assertThat(response.getBatchItemFailures()).hasSize(1);
    }

    @Test
    void storedRowsAreWhatTheFactsSayAsOfNow() {
        Asset benchmark = load("SPY", 1);
        handler.handleRequest(batch(pricesLoaded("m1", stock, benchmark)), null);

        AsOf later = AsOf.of(Instant.parse("2026-06-01T00:00:00Z"));
        List<SignalRow> computed = context.getBean(SignalsAsOf.class)
                .history(stock, LocalDate.MIN, LocalDate.MAX, later, Integer.MAX_VALUE);

        assertThat(rows().getLast().knows(SignalColumn.BETA_1Y)).isTrue();
        assertThat(computed)
                .isEqualTo(rows().stream()
                        .map(row -> new SignalRow(row.date(), row.values(), later.instant()))
                        .toList());
    }

    private List<SignalRow> rows() {
        return context.getBean(SignalHistory.class).history(stock, LocalDate.MIN, LocalDate.MAX, Integer.MAX_VALUE);
    }

    private Asset load(String symbol, long seed) {
        AssetCatalog catalog = context.getBean(AssetCatalog.class);
        FactStore facts = context.getBean(FactStore.class);
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
            facts.mergeBars(new BatchStamp(UUID.randomUUID(), SOURCE, SOURCE.asOf()), Map.of(asset, bars(seed)));
            return asset;
        });
    }

    private static List<DailyBar> bars(long seed) {
        BarSeries series = RandomWalk.bars(RandomWalk.weekdays(SESSIONS), seed);
        List<DailyBar> bars = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            LocalDate date = LocalDate.ofEpochDay(series.epochDays()[i]);
            double close = series.close()[i];
            bars.add(new DailyBar(
                    date, close, series.high()[i], series.low()[i], close, series.volume()[i], Double.NaN, 0));
        }
        return bars;
    }

    private static SQSMessage pricesLoaded(String messageId, Asset... assets) {
        StringBuilder changed = new StringBuilder();
        for (Asset asset : assets) {
            changed.append(changed.isEmpty() ? "" : ",")
                    .append(
                            "{\"asset_id\": \"%s\", \"first_changed\": \"1990-01-01\", \"last_changed\": \"1991-02-22\"}"
                                    .formatted(asset.id()));
        }
        String detail =
                "{\"event_id\": \"%s\", \"run_id\": \"%s\", \"item_id\": \"%s\", \"assets\": [%s], \"loaded_at\": \"2026-01-01T00:00:00Z\"}"
                        .formatted(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3), changed);
        return message(messageId, event("PricesLoaded", detail));
    }

    /** As EventBridge puts it into a queue. */
    private static String event(String detailType, String detail) {
        return """
                {"version": "0", "id": "6a7e8feb-b491-4cf7-a9f1-bf3703467718", "detail-type": "%s", "source": "lumia.load",
                 "account": "111122223333", "time": "2026-01-01T00:00:01Z", "region": "eu-central-1", "resources": [],
                 "detail": %s}
                """.formatted(detailType, detail);
    }

    private static SQSMessage message(String messageId, String body) {
        SQSMessage message = new SQSMessage();
        message.setMessageId(messageId);
        message.setBody(body);
        return message;
    }

    private static SQSEvent batch(SQSMessage... messages) {
        SQSEvent batch = new SQSEvent();
        batch.setRecords(List.of(messages));
        return batch;
    }
}
