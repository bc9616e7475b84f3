package io.lumia.local.demo;

import io.lumia.collection.Run;
import io.lumia.collection.RunStatus;
import io.lumia.collection.SessionCount;
import io.lumia.local.books.Books.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a demo's results are what they must be. Every problem begins with its name. */
final class DemoVerdict {

    private static final int SHOWN_SYMBOLS = 10;

    private final List<String> problems = new ArrayList<>();

    List<String> problems() {
        return List.copyOf(problems);
    }

    DemoVerdict rows(Counts counts) {
        require(counts.assets() > 0, "no_assets: nothing with prices is in the books");
        require(counts.signals() > 0, "no_signals: no signal was computed");
        require(
                counts.articleScores() == counts.articles(),
                "unscored: %d of %d articles have no score"
                        .formatted(counts.articles() - counts.articleScores(), counts.articles()));
        require(
                counts.articleLinks() == 0 || counts.sentimentDays() > 0,
                "no_sentiment: articles are about assets and no sentiment was computed");
        return this;
    }

    DemoVerdict runs(List<Run> runs) {
        require(!runs.isEmpty(), "no_runs: nothing was collected");
        for (Run run : runs) {
            require(
                    run.status() == RunStatus.SUCCEEDED,
                    "run_not_succeeded: the run for %s is %s, failures %s"
                            .formatted(run.scheduledFor(), run.status().code(), run.failures()));
            Double completeness = run.completeness();
            require(
                    completeness == null || completeness >= SessionCount.GOAL,
                    "incomplete: the run for %s has %s of the expected sessions, the goal is %s"
                            .formatted(run.scheduledFor(), completeness, SessionCount.GOAL));
        }
        return this;
    }

    DemoVerdict advice(List<String> found) {
        problems.addAll(found);
        return this;
    }

    /** The month must be lived through to its end, on every day that has prices. */
    DemoVerdict lived(LocalDate expectedLast, LocalDate last, int sessions) {
        require(
                last.equals(expectedLast),
                "last_session_missing: the bundle's prices end on %s, ours on %s".formatted(expectedLast, last));
        require(sessions > 0, "no_sessions: no day was lived through");
        return this;
    }

    DemoVerdict withoutSignals(LocalDate day, List<String> symbols) {
        require(
                symbols.isEmpty(),
                "signals_missing: %d active assets have a price but no signals on %s: %s"
                        .formatted(
                                symbols.size(),
                                day,
                                symbols.stream().limit(SHOWN_SYMBOLS).toList()));
        return this;
    }

    DemoVerdict deadLetters(int count) {
        require(count == 0, "dead_letters: %d messages could not be handled".formatted(count));
        return this;
    }

    DemoVerdict api(List<String> failures) {
        failures.forEach(failure -> problems.add("api: " + failure));
        return this;
    }

    DemoVerdict repeated(@Nullable List<String> changedTables) {
        require(
                changedTables == null || changedTables.isEmpty(),
                "changed_by_repetition: playing it again changed rows of %s".formatted(changedTables));
        return this;
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
