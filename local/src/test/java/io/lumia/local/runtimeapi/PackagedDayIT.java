package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.lumia.local.TestBundle;
import io.lumia.local.books.Books;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.queue.QueuePoller;
import io.lumia.local.runtime.Installation;
import io.lumia.local.runtime.Quiet;
import io.lumia.local.runtimeapi.PackagedFunction.Kind;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger;
import io.lumia.platform.time.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A day in which what is shipped works: planning, collecting, loading and computing signals by the packaged programs, each a
 * process of its own behind its queue. The messages are those that the functions themselves send, so objects are stored and read,
 * rows copied and merged, and signals computed by the programs. Skipped, saying so, where they are not built.
 */
final class PackagedDayIT {

    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final List<String> WORKING = List.of("plan-collection", "collect", "load", "compute-signals");
    private static final int ASSETS = 2;
    private static final int AVERAGED = 20;
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final Duration PAUSE = Duration.ofMillis(200);

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theProgramsCollectLoadAndComputeADay(Kind kind) throws Exception {
        for (String function : WORKING) {
            assumeTrue(
                    PackagedFunction.find(HOME, function, kind).isPresent(),
                    () -> "%s has no %s package; to build it: %s"
                            .formatted(function, kind.word(), PackagedFunction.howToBuild(function, kind)));
        }
        TestBundle bundle = TestBundle.in(temporary.resolve("bundle"), ASSETS);
        List<AutoCloseable> started = new ArrayList<>();
        try (Installation installation = Installation.openOrCreate(new DataFolder(temporary.resolve("data")), "test")) {
            try {
                for (FunctionDefinition definition : installation.functions().definitions()) {
                    if (definition.trigger() instanceof Trigger.Queued queued) {
                        started.addAll(work(installation, definition, queued.queue(), kind));
                    }
                }
                new BundleJob(installation.functions()).register(bundle.folder());
                installation
                        .queues()
                        .send(
                                "plan-collection",
                                Json.writeCompact(Map.of(
                                        "job",
                                        BundleJob.NAME,
                                        "scheduled_for",
                                        "2021-03-11T23:00:00Z",
                                        "trigger",
                                        "manual")));

                awaitQuiet(installation);

                assertBooks(installation.functions().bean(Books.class), bundle);
            } finally {
                for (AutoCloseable one : started.reversed()) {
                    one.close();
                }
            }
        }
    }

    /** The averages are those of the bundle's closes, calculated here. */
    private static void assertBooks(Books books, TestBundle bundle) {
        assertThat(books.lastSession()).contains(bundle.lastDay());
        assertThat(books.quarantinedByReason()).isEmpty();
        assertThat(books.withoutSignals(bundle.lastDay())).isEmpty();
        for (int asset = 0; asset < ASSETS; asset++) {
            List<Double> closes = List.copyOf(bundle.adjustedCloses(asset).values());
            double average = closes.subList(closes.size() - AVERAGED, closes.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
            assertThat(((Number) books.latestSignals(TestBundle.symbol(asset)).get("sma_20")).doubleValue())
                    .isEqualTo(average, org.assertj.core.data.Offset.offset(1e-9));
        }
    }

    private static List<AutoCloseable> work(
            Installation installation, FunctionDefinition definition, Trigger.Queue queue, Kind kind) {
        List<AutoCloseable> started = new ArrayList<>();
        QueuePoller poller;
        if (WORKING.contains(definition.name())) {
            FunctionProcess process = FunctionProcess.start(
                    PackagedFunction.find(HOME, definition.name(), kind)
                            .orElseThrow()
                            .command(definition, installation.variables(definition), List.of()),
                    definition,
                    Clock.systemUTC(),
                    installation.functions().bean(IdSource.class));
            started.add(process);
            poller = poller(definition, queue, installation, event -> invoke(process, definition, event));
        } else {
            poller = poller(
                    definition,
                    queue,
                    installation,
                    event -> QueueEvents.failures(
                            installation.functions().invoke(definition.name(), QueueEvents.json(event))));
        }
        started.add(poller);
        poller.start();
        return started;
    }

    private static QueuePoller poller(
            FunctionDefinition definition,
            Trigger.Queue queue,
            Installation installation,
            java.util.function.Function<SQSEvent, SQSBatchResponse> handler) {
        return new QueuePoller(
                new QueuePoller.Subscription(
                        definition.name(),
                        queue.name(),
                        Math.min(queue.batchSize(), QueuePoller.MAX_BATCH),
                        1,
                        handler::apply),
                installation.queues());
    }

    private static SQSBatchResponse invoke(FunctionProcess process, FunctionDefinition definition, SQSEvent event) {
        Outcome outcome = process.invoke(QueueEvents.json(event), Duration.ofSeconds(definition.timeoutSeconds()));
        if (outcome instanceof Outcome.Answered answered) {
            return QueueEvents.failures(answered.answer());
        }
        throw new AssertionError("%s %s%n%s".formatted(definition.name(), outcome.words(), process.output()));
    }

    private static void awaitQuiet(Installation installation) throws InterruptedException {
        Books books = installation.functions().bean(Books.class);
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!Quiet.isNow(
                books::outgoing,
                () -> installation.queues().areEmpty(installation.functions().queueNames()))) {
            assertThat(System.nanoTime())
                    .as("the day is done within " + LONGEST)
                    .isLessThan(deadline);
            Thread.sleep(PAUSE);
        }
        assertThat(installation.deadLetters().counts()).isEmpty();
    }
}
