package io.lumia.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.collection.CollectionLog;
import io.lumia.collection.Run;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.books.Books;
import io.lumia.local.collect.BundleJob;
import io.lumia.local.collect.Recovery;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.runtime.Pipeline;
import io.lumia.local.schedule.Timetable.Tick;
import io.lumia.local.text.Progress;
import io.lumia.local.time.Clocks;
import io.lumia.local.time.SimulatedClock;
import io.lumia.market.ExchangeCalendar;
import io.lumia.market.provider.bundle.BundleProvider;
import io.lumia.platform.database.Transactions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Plays a bundle: its history up to a month before its end in one go, then that month tick by tick, as the scheduler
 * would. Nothing is done past the pipeline: what the report shows came out of the database and the API.
 */
public final class Demo {

    private static final Period LIVED = Period.ofMonths(1);
    private static final Duration HISTORY_WAIT = Duration.ofMinutes(30);
    private static final Duration DAY_WAIT = Duration.ofMinutes(5);
    private static final int MOST_RUNS = 1_000;
    private static final int MOVERS = 5;
    private static final int STORY_ARTICLES = 5;

    private final LocalRuntime runtime;
    private final SimulatedClock clock;
    private final Path bundle;
    private final BundleJob job;
    private final Pipeline pipeline;
    private final Books books;
    private final BundleEnd end;
    private final Stopwatch stopwatch;

    /** @param clock the runtime's own */
    public Demo(LocalRuntime runtime, SimulatedClock clock, Path bundle, Stopwatch stopwatch) {
        this.runtime = runtime;
        this.clock = clock;
        this.bundle = bundle;
        this.job = new BundleJob(runtime.functions());
        this.pipeline = runtime.pipeline();
        this.books = runtime.functions().bean(Books.class);
        this.end = new BundleEnd(runtime.functions().bean(BundleProvider.class), bundle);
        this.stopwatch = stopwatch;
    }

    /** Plays it on a runtime that is started and has nothing at work yet. */
    public DemoReport play(int apiPort) {
        LocalDate lastDay = end.lastDay();
        LocalDate historyUpTo = ExchangeCalendar.UNITED_STATES.previousSession(
                lastDay.minus(LIVED).plusDays(1));
        Optional<DemoMark> before = mark();
        clock.set(Clocks.evening(historyUpTo));
        new Recovery(runtime.functions(), pipeline, clock).recover();
        runtime.startPollers();
        job.register(bundle);
        stopwatch.lap("start");
        loadHistory(historyUpTo);
        stopwatch.lap("history");
        liveThrough(historyUpTo, lastDay);
        stopwatch.lap("month");
        return report(apiPort, historyUpTo, lastDay, before);
    }

    private void loadHistory(LocalDate upTo) {
        try (Progress progress = Progress.of("history up to " + upTo, 1)) {
            job.plan("backfill", Clocks.evening(upTo))
                    .ifPresent(run -> job.await(run, pipeline, progress, HISTORY_WAIT));
        }
    }

    private void liveThrough(LocalDate after, LocalDate lastDay) {
        Instant last = Clocks.evening(lastDay);
        List<Tick> ticks = runtime.timetable().between(Clocks.evening(after), last).stream()
                .filter(tick -> tick.schedule().spec().isPresent()) // a job's; nothing is overdue in a played month
                .toList();
        try (Progress progress = Progress.of("living through a month", ticks.size())) {
            for (int number = 0; number < ticks.size(); number++) {
                Tick tick = ticks.get(number);
                clock.set(tick.at());
                runtime.fire(tick);
                pipeline.awaitIdle(DAY_WAIT, () -> {});
                progress.at(
                        number + 1,
                        ticks.size(),
                        tick.at().atZone(Clocks.NEW_YORK).toLocalDate().toString());
            }
        }
        clock.set(last);
    }

    private DemoReport report(int apiPort, LocalDate historyUpTo, LocalDate lastDay, Optional<DemoMark> before) {
        LocalDate lastSession = books.lastSession()
                .orElseThrow(() -> new AppException(ErrorCode.INTERNAL, "no_bars: no price was loaded from " + bundle));
        String symbol = books.exampleSymbol(lastSession).orElse("");
        List<Run> runs = runs();
        int lived = books.sessions(historyUpTo, lastSession).size();
        ApiAnswers answers = askApi(apiPort, symbol, books.lastWrittenAbout(symbol, lastSession));
        stopwatch.lap("api");
        AdviceStory advice = AdviceStory.tell(runtime.functions(), pipeline, lastDay);
        stopwatch.lap("advice");
        SortedMap<String, Books.TableState> tables = books.state();
        @Nullable
        List<String> changed = before.map(mark -> mark.differences(tables)).orElse(null);
        List<String> problems = new DemoVerdict()
                .rows(books.counts())
                .runs(runs)
                .lived(lastDay, lastSession, lived)
                .withoutSignals(lastSession, books.withoutSignals(lastSession))
                .deadLetters(deadLetters())
                .api(answers.failures())
                .repeated(changed)
                .advice(advice.problems())
                .problems();
        if (problems.isEmpty()) {
            newMark(tables).write(runtime.folder());
        }
        stopwatch.lap("report");
        return new DemoReport(
                problems.isEmpty(),
                problems,
                runtime.folder().root(),
                bundle,
                end.catalog().source().name(),
                historyUpTo,
                lastSession,
                lived,
                books.counts(),
                books.quarantinedByReason(),
                runs,
                lowestCompleteness(runs),
                books.movers(lastSession, MOVERS),
                symbol,
                answers.signalRow(),
                answers.story(),
                advice,
                answers.answered(),
                before.isPresent(),
                changed,
                tables,
                stopwatch.seconds());
    }

    private ApiAnswers askApi(int port, String symbol, Optional<LocalDate> writtenAbout) {
        List<String> failures = new ArrayList<>();
        JsonNode signals = Json.tree("{}");
        SentimentStory story = new SentimentStory(null, Json.tree("{}"), List.of());
        try (ApiCheck api = new ApiCheck(port)) {
            try {
                api.data("/health");
                api.data("/health/detailed");
                api.data("/assets?per_page=5");
                api.data("/assets/" + ApiCheck.encoded(symbol));
                api.data("/assets/%s/prices?limit=5".formatted(ApiCheck.encoded(symbol)));
                api.data("/collection/runs");
                signals = api.data("/signals/" + ApiCheck.encoded(symbol)).path("latest_signals");
                api.data("/news?per_page=5&assets=" + ApiCheck.encoded(symbol));
                if (writtenAbout.isPresent()) {
                    story = story(api, symbol, writtenAbout.get());
                }
            } catch (AppException e) {
                failures.add(e.getMessage());
            }
            return new ApiAnswers(signals, story, api.answered(), failures);
        }
    }

    private static SentimentStory story(ApiCheck api, String symbol, LocalDate day) {
        JsonNode answer =
                api.data("/assets/%s/sentiment?start=%s&end=%s".formatted(ApiCheck.encoded(symbol), day, day));
        List<SentimentStory.Part> parts = new ArrayList<>();
        for (JsonNode part : answer.path("articles")) {
            if (parts.size() < STORY_ARTICLES) {
                JsonNode article = api.data("/news/" + part.path("article_id").asText());
                parts.add(new SentimentStory.Part(
                        article.path("published_at").asText(),
                        article.path("title").asText(),
                        part.path("score").asDouble(),
                        part.path("share").asDouble()));
            }
        }
        return new SentimentStory(day, answer.path("points").path(0), parts);
    }

    /** Oldest first. */
    private List<Run> runs() {
        CollectionLog log = runtime.functions().bean(CollectionLog.class);
        List<Run> runs = new ArrayList<>(runtime.functions()
                .bean(Transactions.class)
                .inTransaction(() -> log.runs(BundleJob.NAME, 0, MOST_RUNS)));
        Collections.reverse(runs);
        return runs;
    }

    private int deadLetters() {
        return runtime.deadLetters().counts().stream()
                .mapToInt(depth -> depth.waiting())
                .sum();
    }

    private static @Nullable Double lowestCompleteness(List<Run> runs) {
        return runs.stream()
                .map(Run::completeness)
                .filter(java.util.Objects::nonNull)
                .min(Double::compareTo)
                .orElse(null);
    }

    private Optional<DemoMark> mark() {
        return DemoMark.read(
                runtime.folder(),
                bundle.toString(),
                end.catalog().source().name(),
                end.catalog().source().asOf().toString());
    }

    private DemoMark newMark(SortedMap<String, Books.TableState> tables) {
        return new DemoMark(
                bundle.toString(),
                end.catalog().source().name(),
                end.catalog().source().asOf().toString(),
                tables);
    }

    private record ApiAnswers(
            JsonNode signalRow, SentimentStory story, List<ApiCheck.Answered> answered, List<String> failures) {}
}
