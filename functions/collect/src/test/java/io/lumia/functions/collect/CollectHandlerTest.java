package io.lumia.functions.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.collection.ItemClaims.Claim;
import io.lumia.collection.progress.RunProgress;
import io.lumia.events.answercollected.v1.AnswerCollected;
import io.lumia.market.AssetType;
import io.lumia.market.provider.ProviderAnswer;
import io.lumia.market.provider.ProviderAnswer.BadKey;
import io.lumia.market.provider.ProviderAnswer.Blocked;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.ProviderAnswer.PlanLimit;
import io.lumia.market.provider.ProviderAnswer.SchemaChanged;
import io.lumia.market.provider.ProviderAnswer.SymbolUnknown;
import io.lumia.market.provider.ProviderAnswer.Throttled;
import io.lumia.market.provider.ProviderAnswer.Unchanged;
import io.lumia.market.provider.ProviderAnswer.Unreachable;
import io.lumia.market.provider.Providers;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.metrics.CallOutcome;
import io.lumia.platform.metrics.Counter;
import io.lumia.platform.metrics.MetricBook;
import io.lumia.platform.metrics.ProviderName;
import io.lumia.platform.queue.SqsBatch;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From an SQS event as Lambda delivers it to the object and the message it leaves; store, queue and provider are fakes. */
final class CollectHandlerTest {

    private static final ApplicationContext CONTEXT = ApplicationContext.run();
    private static final JsonCodec JSON = CONTEXT.getBean(JsonCodec.class);
    private static final JsonMapper EVENTS = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Instant NOW = Instant.parse("2015-01-09T23:00:05Z");

    private static final String MESSAGE_ID = "059f36b4-87a3-44ab-83d2-661975830a7d";

    private final FakeObjectStore objects = new FakeObjectStore();
    private final FakeMessageSender queues = new FakeMessageSender();
    private final FakeProvider provider = new FakeProvider("fake");
    private final FakeProvider second = new FakeProvider("second");
    private final FakeClaims claims = new FakeClaims();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final MetricBook metrics = new MetricBook();
    private int canariesChecked;
    private final CollectHandler handler = new CollectHandler(
            new CollectItem(
                    new AskProviders(Providers.of(List.of(provider, second)), clock, metrics),
                    claims,
                    new Answers(new RawAnswerStore(objects), clock),
                    queues,
                    JSON,
                    clock),
            () -> canariesChecked++,
            new SqsBatch(),
            JSON);
    private String fallbacks = "null";

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void aSchedulesInputChecksTheCanaries() {
        SQSMessage message = new SQSMessage();
        message.setMessageId(MESSAGE_ID);
        message.setBody("{\"check_canaries\":true,\"scheduled_for\":\"2015-01-09T11:00:00Z\"}");
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message));

        assertThat(handler.handleRequest(event, null).getBatchItemFailures()).isEmpty();

        assertThat(canariesChecked).isEqualTo(1);
        assertThat(provider.requests).isEmpty();
    }

    @Test
    void countsWhomItAskedAndWhatCameOfIt() {
        deliver(1, "2015-01-09");

        assertThat(metrics.counted(
                        Counter.PROVIDER_CALLS, ProviderName.of("fake", List.of("fake")), CallOutcome.FETCHED))
                .isEqualTo(1);
    }

    @Test
    void keepsTheRawAnswerAndHandsOnWhereItLies() {
        List<String> failed = deliver(1, "2015-01-09");

        assertThat(failed).isEmpty();
        assertThat(provider.requests).singleElement().satisfies(request -> {
            assertThat(request.symbols()).containsExactly("IBM", "SPY");
            assertThat(request.from()).isNull();
            assertThat(request.to()).isEqualTo(LocalDate.parse("2015-01-09"));
        });
        AnswerCollected message = sent().getFirst();
        assertThat(queues.queues).containsExactly("load");
        assertThat(message.outcome()).isEqualTo("fetched");
        assertThat(message.collectedAt()).isEqualTo(NOW);
        assertThat(message.source().priceBasis()).isEqualTo("raw");
        // printf 'line,symbol\n2,IBM\n' | sha256sum
        assertThat(message.object().sha256())
                .isEqualTo("7bae19e20226fe545142d2d14c6d5c140ca12d028c09418f4832d2ee02102a60");
        assertThat(message.object().key())
                .isEqualTo("raw/fake/bars/018c1b2a-0002-7000-8000-000000000002/"
                        + "018c1b2a-0003-7000-8000-000000000003-7bae19e20226fe54.csv");
        assertThat(objects.objects.get(message.object().key()))
                .isEqualTo("line,symbol\n2,IBM\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSecondDeliverySendsTheSameMessageAndKeepsOneObject() {
        deliver(1, "2015-01-09");
        deliver(2, "2015-01-09");

        assertThat(sent()).extracting(AnswerCollected::messageId).hasSize(2);
        assertThat(sent().stream().map(AnswerCollected::messageId).distinct()).hasSize(1);
        assertThat(objects.objects).hasSize(1);
    }

    @Test
    void anotherAnswerIsAnotherMessageAndDoesNotReplaceTheObject() {
        deliver(1, "2015-01-09");
        provider.answers(FakeProvider.fetched("line,symbol\n2,SPY\n"));
        deliver(2, "2015-01-09");

        assertThat(sent().stream().map(AnswerCollected::messageId).distinct()).hasSize(2);
        assertThat(objects.objects).hasSize(2);
    }

    static Stream<ProviderAnswer> outcomesThatStay() {
        return Stream.of(
                new EmptyConfirmed("no rows"), new SymbolUnknown("IBM?"), new SchemaChanged("a column is gone"));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatStay")
    void handsOnAtOnceWhatStaysAsItIs(ProviderAnswer answer) {
        provider.answers(answer);

        assertThat(deliver(1, "2015-01-09")).isEmpty();

        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.outcome()).isEqualTo(answer.code());
            assertThat(message.detail()).isNotEmpty();
            assertThat(message.object()).isNull();
            assertThat(message.source()).isNull();
        });
        assertThat(objects.objects).isEmpty();
    }

    static Stream<ProviderAnswer> outcomesThatMayPass() {
        return Stream.of(new Throttled(Duration.ofSeconds(60), "429"), new Unreachable("no route"));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatMayPass")
    void triesAgainWhatMayPassAndHandsItOnInTheEnd(ProviderAnswer answer) {
        provider.answers(answer);

        assertThat(deliver(1, "2015-01-09")).containsExactly(MESSAGE_ID);
        assertThat(sent()).isEmpty();

        assertThat(deliver(CollectHandler.MAX_RECEIVE_COUNT, "2015-01-09")).isEmpty();
        assertThat(sent()).extracting(AnswerCollected::outcome).containsExactly(answer.code());
    }

    static Stream<ProviderAnswer> outcomesThatMoveOn() {
        return Stream.of(
                new Unreachable("no route"),
                new Blocked("a wall"),
                new SchemaChanged("a column is gone"),
                new PlanLimit("25 calls a day"),
                new BadKey("no key"),
                new Throttled(Duration.ofHours(1), "429"),
                new SymbolUnknown("IBM?"));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatMoveOn")
    void asksTheNextProviderWhereTheFirstCouldNotAnswerAndTellsOfBoth(ProviderAnswer answer) {
        fallbacks = "[\"second\"]";
        provider.answers(answer);

        assertThat(deliver(1, "2015-01-09")).isEmpty();

        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.provider()).isEqualTo("second");
            assertThat(message.outcome()).isEqualTo("fetched");
            assertThat(message.object().key()).startsWith("raw/second/bars/");
            assertThat(message.attempts())
                    .extracting(attempt -> attempt.provider() + " " + attempt.outcome())
                    .containsExactly("fake " + answer.code(), "second fetched");
            assertThat(message.attempts().getFirst().detail()).contains(answer.detail());
        });
        assertThat(second.requests.getFirst().assetType()).isEqualTo(AssetType.STOCK);
    }

    static Stream<ProviderAnswer> outcomesThatAreAnswers() {
        return Stream.of(
                FakeProvider.fetched("line,symbol\n2,IBM\n"), new EmptyConfirmed("no rows"), new Unchanged("304"));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatAreAnswers")
    void asksNobodyElseOnceThereIsAnAnswer(ProviderAnswer answer) {
        fallbacks = "[\"second\"]";
        provider.answers(answer);

        deliver(1, "2015-01-09");

        assertThat(second.requests).isEmpty();
        assertThat(sent()).extracting(AnswerCollected::provider).containsExactly("fake");
    }

    @Test
    void whereNobodyAnswersTheMostHopefulSpeaksForAll() {
        fallbacks = "[\"second\"]";
        provider.answers(new SymbolUnknown("IBM?"));
        second.answers(new Throttled(Duration.ofSeconds(90), "429"));

        assertThat(deliver(1, "2015-01-09")).containsExactly(MESSAGE_ID);
        assertThat(deliver(CollectHandler.MAX_RECEIVE_COUNT, "2015-01-09")).isEmpty();

        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.provider()).isEqualTo("second");
            assertThat(message.outcome()).isEqualTo("throttled");
            assertThat(message.waitSeconds()).isEqualTo(90);
        });
    }

    @Test
    void allProvidersShareTheItemsTime() {
        fallbacks = "[\"second\"]";
        provider.answers(new Blocked("a wall"));

        deliver(1, "2015-01-09");

        assertThat(provider.requests.getFirst().deadline()).isEqualTo(NOW.plusSeconds(50));
        assertThat(second.requests.getFirst().deadline()).isEqualTo(NOW.plusSeconds(100));
    }

    @Test
    void anUnknownFallbackIsToldAtOnce() {
        fallbacks = "[\"nobody\"]";

        assertThat(deliver(CollectHandler.MAX_RECEIVE_COUNT, "2015-01-09")).containsExactly(MESSAGE_ID);

        assertThat(provider.requests).isEmpty();
        assertThat(sent().getFirst().detail()).contains("'nobody'").contains("allowed: fake, second");
    }

    @Test
    void doesNothingForWhatWasHandedOnAndComesBackToWhatIsWorkedOn() {
        claims.answer = new Claim.NothingToDo();
        assertThat(deliver(1, "2015-01-09")).isEmpty();
        claims.answer = new Claim.Held(NOW.plusSeconds(60));
        assertThat(deliver(CollectHandler.MAX_RECEIVE_COUNT, "2015-01-09")).containsExactly(MESSAGE_ID);

        assertThat(provider.requests).isEmpty();
        assertThat(sent()).isEmpty();
        assertThat(claims.notes).isEmpty();
    }

    @Test
    void notesWhatWasHandedOnAndGivesBackWhatFailed() {
        deliver(1, "2015-01-09");
        deliver(1, "2015-01-12");

        assertThat(claims.notes).containsExactly("handed on", "released");
    }

    @Test
    void givesBackWhatWasHandedOnWhereThatCannotBeNoted() {
        claims.isBroken = true;

        assertThat(deliver(1, "2015-01-09")).containsExactly(MESSAGE_ID);

        assertThat(sent()).hasSize(1);
        assertThat(claims.notes).containsExactly("released");
    }

    @Test
    void fiveItemsAndTheirClaimsFitIntoTheFunctionsTime() throws IOException {
        FunctionDefinition function =
                CONTEXT.getBean(FunctionDefinitions.class).parse("collect", Files.readString(Path.of("function.json")));
        Duration timeout = Duration.ofSeconds(function.timeoutSeconds());

        assertThat(((Queued) function.trigger()).queue().batchSize()).isEqualTo(5);
        assertThat(AskProviders.ITEM_TIME.multipliedBy(5)).isLessThan(timeout);
        assertThat(CollectItem.CLAIM_TIME)
                .isGreaterThan(AskProviders.ITEM_TIME)
                .isLessThan(
                        Duration.ofSeconds(((Queued) function.trigger()).queue().visibilityTimeoutSeconds()));
    }

    @Test
    void neverAsksForDaysAfterThePlannersClock() {
        assertThat(deliver(1, "2015-01-12")).containsExactly(MESSAGE_ID);

        assertThat(provider.requests).isEmpty();
    }

    @Test
    void theLastFailedDeliveryEndsTheItemAndStillGoesToTheDeadLetters() {
        assertThat(deliver(CollectHandler.MAX_RECEIVE_COUNT, "2015-01-12")).containsExactly(MESSAGE_ID);

        assertThat(sent()).singleElement().satisfies(message -> {
            assertThat(message.outcome()).isEqualTo("collect_failed");
            assertThat(message.detail()).contains("2015-01-12").contains("allowed: dates up to 2015-01-10");
        });
    }

    @Test
    void takesTheRequestAsTheBusDeliversItAndAsAPersonSendsIt() {
        deliverBody(request("2015-01-09"));
        deliverBody(
                "{\"version\":\"0\",\"id\":\"6a7e8feb-b491-4cf7-a9f1-bf3703467718\",\"detail-type\":\"CollectRequested\","
                        + "\"source\":\"lumia.load\",\"account\":\"000000000000\",\"time\":\"2015-01-09T23:00:01Z\","
                        + "\"region\":\"eu-west-1\",\"resources\":[],\"detail\":" + request("2015-01-09") + "}");

        assertThat(sent()).hasSize(2);
        assertThat(sent().getFirst()).isEqualTo(sent().getLast());
    }

    @Test
    void theFunctionFileSaysWhatTheCodeDoes() throws IOException {
        FunctionDefinition function =
                CONTEXT.getBean(FunctionDefinitions.class).parse("collect", Files.readString(Path.of("function.json")));

        assertThat(function.handler()).isEqualTo(CollectHandler.class.getName());
        assertThat(((Queued) function.trigger()).queue().maxReceiveCount()).isEqualTo(CollectHandler.MAX_RECEIVE_COUNT);
        assertThat(function.sends()).containsExactly(CollectItem.LOAD_QUEUE);
        assertThat(function.subscribes().getFirst().pattern()).contains(RunProgress.COLLECT_REQUESTED);
    }

    @Test
    void startsWithItsDatabase(@TempDir Path folder) {
        Map<String, Object> properties = EmbeddedDatabase.fresh().properties();
        properties.put("aws.region", "eu-west-1");
        properties.put("lumia.queues.load", "http://localhost:1/load");
        properties.put("lumia.events.bus-name", "lumia");
        properties.put("lumia.objects.location", folder.toUri().toString());

        try (ApplicationContext context = ApplicationContext.run(properties)) {
            assertThat(context.getBean(CollectHandler.class)).isNotNull();
        }
    }

    private List<String> deliver(int receiveCount, String to) {
        return deliverBody(receiveCount, request(to));
    }

    private List<String> deliverBody(String body) {
        return deliverBody(1, body);
    }

    private List<String> deliverBody(int receiveCount, String body) {
        String event = resource("sqs-event.json")
                .replace("RECEIVE_COUNT", Integer.toString(receiveCount))
                .replace("\"BODY\"", text(body));
        return handler.handleRequest(read(event), null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private String request(String to) {
        return resource("collect-requested.json").replace("TO_DATE", to).replace("FALLBACKS", fallbacks);
    }

    private static SQSEvent read(String event) {
        try {
            return EVENTS.readValue(event, SQSEvent.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(String body) {
        try {
            return EVENTS.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(CollectHandlerTest.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AnswerCollected> sent() {
        return queues.bodies.stream()
                .map(body -> JSON.read(body, AnswerCollected.class))
                .toList();
    }
}
