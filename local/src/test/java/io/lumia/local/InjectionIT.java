package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.json.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fault 11: our books after everything that somebody may try on the API. */
final class InjectionIT {

    private static final int CALLERS = 8;
    /** What no request of ours may change: facts and what follows from them. */
    private static final List<String> FACTS = List.of("market.", "signals.", "news.", "sentiment.");

    @TempDir
    private static Path temporary;

    private static LivedDay day;
    private static Injections injections;

    @BeforeAll
    static void liveTheDay() throws Exception {
        day = LivedDay.start(temporary);
        day.send("POST", LivedDay.RUN, "{}", Map.of());
        day.awaitIdle();
        // Loads the model that reads texts, so that nobody seems to sleep for it.
        day.send("POST", "/api/v1/sentiment/score", "{\"texts\": [\"Shares rose.\"]}", Map.of());
        injections = new Injections(Json.tree(day.get("/api/v1/openapi.json").body()));
    }

    @AfterAll
    static void stop() {
        if (day != null) {
            day.close();
        }
    }

    @Test
    void noParameterFieldOrPathLetsAnybodyIntoOurBooks() throws Exception {
        String before = TableHashes.of(day.functions());

        assertThat(findings(injections.attempts())).isEmpty();

        assertThat(injections.attempts()).hasSizeGreaterThan(500);
        assertThat(TableHashes.of(day.functions())).isEqualTo(before);
    }

    @Test
    void noTextOfABodyThatIsRightOtherwiseChangesAFact() throws Exception {
        String before = facts();

        assertThat(findings(injections.wholeBodies())).isEmpty();

        assertThat(injections.wholeBodies()).hasSizeGreaterThan(300);
        assertThat(facts()).isEqualTo(before);
    }

    @Test
    void noHeaderLetsAnybodyIntoOurBooks() throws Exception {
        String before = facts();

        assertThat(findings(injections.heads())).isEmpty();

        assertThat(injections.heads()).hasSizeGreaterThan(500);
        assertThat(facts()).isEqualTo(before);
    }

    private static String facts() {
        return TableHashes.of(day.functions())
                .lines()
                .filter(line -> FACTS.stream().anyMatch(line::startsWith))
                .collect(Collectors.joining("\n"));
    }

    /** Several at a time: the database and the functions have room for them. */
    private static List<String> findings(List<Injections.Attempt> attempts) throws Exception {
        List<String> findings = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Callable<String>> calls =
                    attempts.stream().map(InjectionIT::tried).toList();
            for (Future<String> finding : callers.invokeAll(calls)) {
                findings.add(finding.get());
            }
        }
        return findings.stream()
                .filter(finding -> !finding.isEmpty())
                .distinct()
                .toList();
    }

    private static Callable<String> tried(Injections.Attempt attempt) {
        return () -> {
            Map<String, String> headers = new HashMap<>();
            headers.put("Idempotency-Key", "injection-" + attempt.number());
            headers.putAll(attempt.headers());
            long start = System.nanoTime();
            HttpResponse<String> answer = attempt.shows()
                    ? day.sendAsSomebody(attempt.method(), attempt.pathAndQuery(), attempt.body(), headers)
                    : day.send(attempt.method(), attempt.pathAndQuery(), attempt.body(), headers);
            String finding = Injections.finding(attempt, answer, Duration.ofNanos(System.nanoTime() - start));
            return finding.isEmpty() ? "" : attempt + ": " + finding;
        };
    }
}
