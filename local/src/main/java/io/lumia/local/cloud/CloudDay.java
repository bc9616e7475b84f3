package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.books.Books;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.json.Json;
import io.lumia.local.queue.QueuePoller;
import io.lumia.local.runtime.Quiet;
import io.lumia.local.time.Clocks;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.lambda.Trigger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A day on a deployed stage: some months of a bundle go the whole way, from a message on the emulator's queue to an answer of
 * the deployed API. Says of each step what it shows.
 */
public final class CloudDay {

    private static final Duration DAY_WAIT = Duration.ofMinutes(20);
    private static final Duration LETTER_WAIT = Duration.ofMinutes(3);
    private static final Duration ANSWER_WAIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String POISON = "this is no message";
    private static final String DEAD = Trigger.Queue.DEAD_LETTER_SUFFIX;
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;
    private static final int NOT_FOUND = 404;

    private final HostedStage stage;
    private final Path bundle;
    private final LocalDate from;
    private final LocalDate to;
    private final Consumer<String> progress;
    private final List<Step> steps = new ArrayList<>();
    private final Books books;

    /**
     * @param from first date that is collected
     * @param to   last one, on or before the bundle's end
     */
    public CloudDay(HostedStage stage, Path bundle, LocalDate from, LocalDate to, Consumer<String> progress) {
        this.stage = stage;
        this.bundle = bundle;
        this.from = from;
        this.to = to;
        this.progress = progress;
        this.books = stage.books().bean(Books.class);
    }

    /** @param shown what it found, in words */
    public record Step(String what, boolean proved, String shown) {}

    /** Plays it; a step that fails is told and the rest goes on. */
    public List<Step> play() {
        step("a run goes from queue to signals", this::collect);
        step("raw answers are objects of the emulator", this::objects);
        step("a schedule as the emulator holds it reaches its function", this::tick);
        step("a message that nobody can read ends in the dead-letter queue", this::poison);
        step(
                "anybody may read market data through route, authoriser and function",
                () -> answers(OK, "/assets?per_page=5", ""));
        step("the API says how it is", () -> answers(OK, "/health", ""));
        step("what is not for everybody asks who it is", () -> answers(UNAUTHENTICATED, "/collection/runs", ""));
        step("credentials that do not count are refused", () -> answers(UNAUTHENTICATED, "/assets", "Bearer x.y.z"));
        step("a route that was not deployed is none", () -> answers(NOT_FOUND, "/nothing", ""));
        return List.copyOf(steps);
    }

    /** What shows its own result; fails with an AppException. */
    private interface Shown {
        String show();
    }

    private void step(String what, Shown shown) {
        progress.accept(what + " …");
        try {
            steps.add(new Step(what, true, shown.show()));
        } catch (AppException | HostedFunctions.FunctionFailed e) {
            steps.add(new Step(what, false, String.valueOf(e.getMessage())));
        }
    }

    private String collect() {
        new BundleJob(stage.books()).register(bundle);
        // A tick of its own: one that came before starts no run, and that day's would be taken for this one's.
        Instant tick = stage.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        stage.queues()
                .send(
                        CloudDeployment.PREFIX + "plan-collection",
                        Json.writeCompact(Map.of(
                                "job", BundleJob.NAME,
                                "scheduled_for", tick.toString(),
                                "from", from.toString(),
                                "to", to.toString(),
                                "trigger", "backfill")));
        await(
                "the run",
                DAY_WAIT,
                () -> run(tick).filter(run -> run.finishedAt() != null).isPresent() && isIdle());
        Run run = run(tick).orElseThrow();
        if (run.status() != RunStatus.SUCCEEDED) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "the run ended as %s: items %s, failures %s %s"
                            .formatted(run.status().code(), run.itemsByStatus(), run.failures(), run.note()));
        }
        LocalDate last = books.lastSession()
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "no price was loaded from " + bundle));
        List<String> without = books.withoutSignals(last);
        if (!without.isEmpty()) {
            throw new AppException(ErrorCode.INTERNAL, "no signals of %s on %s".formatted(without, last));
        }
        return "%d items, %,d rows (%,d were there already), %,d bars and %,d signals up to %s%s"
                .formatted(
                        run.asked(),
                        run.rowsLoaded(),
                        run.rowsUnchanged(),
                        books.counts().bars(),
                        books.counts().signals(),
                        last,
                        run.rowsLoaded() == 0 ? "; nothing was new, so none was computed today" : "");
    }

    private String objects() {
        try (EmulatedObjects objects = new EmulatedObjects(stage.emulator())) {
            return objects.shown("raw/");
        }
    }

    private String tick() {
        String group = CloudDeployment.PREFIX.substring(0, CloudDeployment.PREFIX.length() - 1);
        JsonNode schedule = stage.calls().get("scheduler", "/schedules/keep-house?groupName=" + group);
        String arn = schedule.at("/Target/Arn").asText();
        String queue = arn.substring(arn.lastIndexOf(':') + 1);
        String input = schedule.at("/Target/Input")
                .asText()
                .replace("<aws.scheduler.scheduled-time>", Clocks.evening(to).toString());
        stage.queues().send(queue, input);
        await("the tick", ANSWER_WAIT, this::isIdle);
        return "%s, sent to %s by us"
                .formatted(schedule.path("ScheduleExpression").asText(), queue);
    }

    private String poison() {
        String queue = CloudDeployment.PREFIX + "load";
        int before = stage.queues().depth(queue + DEAD).waiting();
        stage.queues().send(queue, POISON);
        // Not by the watch over dead letters, since here one is wanted.
        until(
                "the dead letter",
                LETTER_WAIT,
                () -> stage.queues().depth(queue + DEAD).waiting() > before);
        stage.queues()
                .delete(
                        queue + DEAD,
                        stage.queues().receive(queue + DEAD, QueuePoller.MAX_BATCH, 1).stream()
                                .filter(letter -> letter.body().equals(POISON))
                                .toList());
        return "after as many tries as the deployed queue allows; the queue goes on";
    }

    private String answers(int wanted, String path, String authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/v1%s".formatted(stage.port(), path)))
                .timeout(ANSWER_WAIT);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() != wanted) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "%s was answered with %d, not %d: %s"
                            .formatted(path, response.statusCode(), wanted, response.body()));
        }
        return "%s: %d".formatted(path, response.statusCode());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AppException(ErrorCode.TRANSPORT_UNAVAILABLE, "the gateway did not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted", e);
        }
    }

    private Optional<Run> run(Instant tick) {
        CollectionLog log = stage.books().bean(CollectionLog.class);
        return stage.books().bean(Transactions.class).inTransaction(() -> log.findRun(BundleJob.NAME, tick));
    }

    private boolean isIdle() {
        return Quiet.isNow(books::outgoing, () -> stage.queues()
                .areEmpty(stage.books().queueNames().stream()
                        .map(CloudDeployment.PREFIX::concat)
                        .toList()));
    }

    /** Ends early where a message is given up. */
    private void await(String what, Duration atMost, BooleanSupplier done) {
        DeadLetterWatch watch = stage.deadLetters();
        until(what, atMost, () -> {
            watch.check();
            return done.getAsBoolean();
        });
    }

    private static void until(String what, Duration atMost, BooleanSupplier done) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED, "%s is not done after %d s".formatted(what, atMost.toSeconds()));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.LIMIT_REACHED, "interrupted while the day was at work", e);
        }
    }
}
