package io.lumia.local.runtimeapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.runtimeapi.Outcome.Answered;
import io.lumia.local.runtimeapi.Outcome.DidNotStart;
import io.lumia.local.runtimeapi.Outcome.Died;
import io.lumia.local.runtimeapi.Outcome.Failed;
import io.lumia.local.runtimeapi.Outcome.TimedOut;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RuntimeApiTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:echo";
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final UUID ID = UUID.fromString("0193f000-0000-7000-8000-000000000001");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final RuntimeApi runtime = RuntimeApi.start(ARN, Clock.fixed(NOW, ZoneOffset.UTC), () -> ID, LONG);
    private final FakeFunction function = new FakeFunction(runtime.address());

    @AfterEach
    void stop() {
        runtime.close();
        threads.shutdownNow();
    }

    @Test
    void handsAnEventOverAndBringsTheAnswerBack() throws Exception {
        CompletableFuture<Outcome> outcome = invoke("\"echo\"", LONG);

        HttpResponse<String> accepted = function.handle();

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(outcome.join()).isEqualTo(new Answered("\"echo\""));
    }

    @Test
    void tellsTheFunctionItsRequestItsDeadlineAndItsName() throws Exception {
        invoke("{}", Duration.ofSeconds(29));

        HttpResponse<String> next = function.next();

        assertThat(next.body()).isEqualTo("{}");
        assertThat(FakeFunction.header(next, "lambda-runtime-aws-request-id")).isEqualTo(ID.toString());
        assertThat(FakeFunction.header(next, "lambda-runtime-deadline-ms"))
                .isEqualTo(String.valueOf(NOW.plusSeconds(29).toEpochMilli()));
        assertThat(FakeFunction.header(next, "lambda-runtime-invoked-function-arn"))
                .isEqualTo(ARN);
        assertThat(FakeFunction.header(next, "lambda-runtime-trace-id"))
                .isEqualTo("Root=1-0193f000-000070008000000000000001;Sampled=0");
    }

    @Test
    void bringsAFailureBackAndThenServesOn() throws Exception {
        CompletableFuture<Outcome> first = invoke("\"fail\"", LONG);
        function.handle();
        Outcome failed = first.join();

        CompletableFuture<Outcome> second = invoke("1", LONG);
        function.handle();

        assertThat(failed).isEqualTo(new Failed("Fake.AsTold", "{\"errorMessage\":\"as told\"}"));
        assertThat(second.join()).isEqualTo(new Answered("1"));
    }

    @Test
    void aFunctionThatDoesNotStartSaysWhy() throws Exception {
        CompletableFuture<Outcome> outcome = invoke("{}", LONG);

        HttpResponse<String> accepted = function.post("init/error", "{}", "Runtime.NoDatabase");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(outcome.join()).isEqualTo(new DidNotStart("Runtime.NoDatabase", "{}"));
        assertThat(runtime.invoke("{}", LONG)).isEqualTo(new DidNotStart("Runtime.NoDatabase", "{}"));
    }

    @Test
    void anAnswerAfterTheDeadlineIsRefused() throws Exception {
        CompletableFuture<Outcome> outcome = invoke("{}", SHORT);
        function.next();
        Outcome late = outcome.join();

        HttpResponse<String> refused = function.post("invocation/%s/response".formatted(ID), "{}", "");

        assertThat(late).isEqualTo(new TimedOut("gave no answer", SHORT));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("InvalidRequestID");
    }

    @Test
    void aProcessThatNeverAsksIsNotWaitedForBeyondItsLimit() {
        try (RuntimeApi impatient = RuntimeApi.start(ARN, Clock.systemUTC(), () -> ID, SHORT)) {
            assertThat(impatient.invoke("{}", LONG)).isEqualTo(new TimedOut("asked for no event", SHORT));
        }
    }

    @Test
    void aProcessThatEndedIsNotWaitedFor() {
        CompletableFuture<Outcome> waiting = invoke("{}", LONG);

        runtime.end(new Died(137));

        assertThat(waiting.join()).isEqualTo(new Died(137));
        assertThat(runtime.invoke("{}", LONG)).isEqualTo(new Died(137));
    }

    @Test
    void anAnswerBeyondLambdasLimitIsAFailure() throws Exception {
        CompletableFuture<Outcome> outcome = invoke("{}", LONG);
        function.next();

        HttpResponse<String> refused =
                function.post("invocation/%s/response".formatted(ID), "x".repeat(RuntimeApi.MAX_ANSWER_BYTES + 1), "");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(outcome.join())
                .isEqualTo(new Failed("Function.ResponseSizeTooLarge", "the answer has more than 6291456 bytes"));
    }

    @Test
    void anAnswerToAnUnknownRequestIsRefused() throws Exception {
        HttpResponse<String> refused = function.post("invocation/nobody/response", "{}", "");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("InvalidRequestID", "nobody");
    }

    @Test
    void otherCallsAreRefused() throws Exception {
        assertThat(function.call("POST", "invocation/next").statusCode()).isEqualTo(404);
        assertThat(function.call("GET", "restore/next").statusCode()).isEqualTo(404);
    }

    private CompletableFuture<Outcome> invoke(String event, Duration limit) {
        return CompletableFuture.supplyAsync(() -> runtime.invoke(event, limit), threads);
    }
}
