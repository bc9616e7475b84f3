package io.lumia.functions.load;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.events.answercollected.v1.AnswerCollected.AnswerSource;
import io.lumia.events.answercollected.v1.AnswerCollected.StoredObject;
import io.lumia.events.collectrequested.v1.CollectRequested;
import io.lumia.functions.plancollection.PlanCollection;
import io.lumia.functions.plancollection.PlanOutcome;
import io.lumia.functions.plancollection.PlanRequest;
import io.lumia.functions.plancollection.RegisterJob;
import io.lumia.market.Dataset;
import io.lumia.market.Source;
import io.lumia.market.provider.MarketDataProvider;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.Fetched;
import io.lumia.market.provider.ProviderRequest;
import io.lumia.market.provider.bundle.BundleProvider;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.object.ObjectStore;
import io.lumia.platform.time.NamedIds;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A database, an object store, a bundle and the functions around {@code load}, with short words for what tests do. The
 * collector is played here: it asks the real bundle provider and makes the message that the collector would send.
 */
final class Workplace implements AutoCloseable {

    static final String JOB = "daily";
    private static final int MAX_ROUNDS = 20;

    final MutableClock clock = new MutableClock("2015-01-09T23:00:00Z");
    final FakeEventBus bus = new FakeEventBus();
    final Path bundle;
    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context;

    /** @param more further singletons, such as providers */
    Workplace(Path folder, Object... more) {
        bundle = folder.resolve("bundle");
        Map<String, Object> properties = database.properties();
        properties.put(
                "lumia.objects.location", folder.resolve("objects").toUri().toString());
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .properties(properties)
                .singletons(clock, bus)
                .singletons(more)
                .start();
        try {
            Files.createDirectories(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** Adds a provider; before the first answer is loaded. */
    void provide(MarketDataProvider provider) {
        context.registerSingleton(MarketDataProvider.class, provider);
    }

    void write(String file, String... lines) {
        try {
            Files.writeString(bundle.resolve(file), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeManifest(String asOf) {
        write("bundle.json", """
            {"name": "test", "as_of": "%s", "price_basis": "raw", "currency": "USD", "licence": "CC0-1.0",
             "source": "made for a test"}\
            """.formatted(asOf));
    }

    void register() {
        get(RegisterJob.class).registerDaily(JOB, BundleProvider.NAME, bundle.toString());
    }

    /** Plans as the schedule does at an instant, which the clock shows from then on. */
    PlanOutcome tick(String instant) {
        clock.set(instant);
        return get(PlanCollection.class)
                .plan(PlanRequest.tick(Instant.parse(instant)))
                .getFirst();
    }

    /** Ticks and does all that follows, in order. */
    Run day(String instant) {
        PlanOutcome outcome = tick(instant);
        deliverAll();
        return get(CollectionLog.class)
                .findRun(((PlanOutcome.Planned) outcome).runId())
                .orElseThrow();
    }

    /** The same by hand, which a run that is still open does not hold up. */
    void dayByHand(String instant) {
        clock.set(instant);
        get(PlanCollection.class).plan(PlanRequest.manual(JOB, Instant.parse(instant)));
        deliverAll();
    }

    /** Ticks and does all that follows; returns the messages that were loaded. */
    List<AnswerCollected> loadAll(String instant) {
        tick(instant);
        return deliverAll();
    }

    List<AnswerCollected> deliverAll() {
        List<AnswerCollected> delivered = new ArrayList<>();
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<AnswerCollected> answers = collected();
            if (answers.isEmpty()) {
                return delivered;
            }
            answers.forEach(this::deliver);
            delivered.addAll(answers);
        }
        throw new IllegalStateException("items are asked for without end");
    }

    /** What the collector makes of the requests that wait. */
    List<AnswerCollected> collected() {
        return bus.take("CollectRequested").stream()
                .map(detail -> get(JsonCodec.class).read(detail, CollectRequested.class))
                .map(this::collect)
                .toList();
    }

    void deliver(AnswerCollected message) {
        get(LoadAnswer.class).load(message, false);
    }

    SQSBatchResponse deliver(List<String> bodies, int receiveCount) {
        SQSEvent event = new SQSEvent();
        List<SQSMessage> records = new ArrayList<>();
        for (String body : bodies) {
            SQSMessage message = new SQSMessage();
            message.setMessageId("sqs-" + records.size());
            message.setBody(body);
            message.setAttributes(Map.of("ApproximateReceiveCount", Integer.toString(receiveCount)));
            records.add(message);
        }
        event.setRecords(records);
        return get(LoadHandler.class).handleRequest(event, null);
    }

    String json(Object message) {
        return get(JsonCodec.class).write(message);
    }

    private AnswerCollected collect(CollectRequested request) {
        ProviderAnswer answer = get(BundleProvider.class)
                .fetch(new ProviderRequest(
                        request.location(),
                        Dataset.parse(request.dataset()),
                        request.symbols(),
                        request.from(),
                        request.to()));
        return answer instanceof Fetched fetched
                ? fetched(request, fetched)
                : message(request, answer.code(), answer.toString(), null, null);
    }

    private AnswerCollected fetched(CollectRequested request, Fetched fetched) {
        byte[] content = fetched.answer().content();
        String sha256 = sha256(content);
        String key = "raw/bundle/%s/%s/%s-%s.csv"
                .formatted(request.dataset(), request.runId(), request.itemId(), sha256.substring(0, 16));
        get(ObjectStore.class).put(key, content, "text/csv");
        Source source = fetched.answer().source();
        return message(
                request,
                "fetched",
                "",
                new StoredObject(key, sha256, content.length, "text/csv"),
                new AnswerSource(
                        source.provider(),
                        source.name(),
                        source.asOf(),
                        source.priceBasis().code(),
                        source.currency(),
                        source.licence(),
                        source.attribution()));
    }

    private AnswerCollected message(
            CollectRequested request, String outcome, String detail, StoredObject object, AnswerSource source) {
        UUID id = NamedIds.of(request.itemId(), outcome + (object == null ? "" : object.sha256()));
        return new AnswerCollected(
                id,
                request.runId(),
                request.itemId(),
                request.provider(),
                request.dataset(),
                request.symbols(),
                request.from(),
                request.to(),
                outcome,
                detail,
                object,
                source,
                clock.instant(),
                null,
                null);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** First column of all rows, joined by "; ". */
    String query(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return String.join("; ", values);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What our books say, in one value that does not depend on surrogate keys or on when rows were learned. */
    String hashOfFacts() {
        return query("""
            SELECT md5(string_agg(fact, '|' ORDER BY fact)) FROM (
                SELECT concat_ws(',', 'bar', symbol, trading_date, open, high, low, close, volume, flags) AS fact
                  FROM market.daily_bar JOIN market.asset_symbol USING (asset_id)
                 UNION ALL
                SELECT concat_ws(',', 'action', symbol, ex_date, kind, value)
                  FROM market.corporate_action JOIN market.asset_symbol USING (asset_id)
                 UNION ALL
                SELECT concat_ws(',', 'observation', symbol, observation_date, value)
                  FROM market.observation JOIN market.asset_symbol USING (asset_id)
                 UNION ALL
                SELECT concat_ws(',', 'quarantine', dataset, symbol, row_date, reason, row_text)
                  FROM collection.quarantine) facts
            """);
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
