package io.lumia.local.bench;

import io.lumia.local.runtime.FunctionHost;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** How fast articles are found among many, at the handler: event in, answer out, no network, one caller. */
public final class SearchBench {

    private static final String NEWS = "/api/v1/news";
    private static final int WARM_UP = 20;

    /** From rare to words that are in many titles. */
    private static final List<Map<String, String>> QUESTIONS = List.of(
            Map.of("q", "quarterly earnings"),
            Map.of("q", "profit"),
            Map.of("q", "\"interest rates\" -oil"),
            Map.of("q", "merger", "types", "news"),
            Map.of("q", "company shares market"),
            Map.of("q", "zebra"),
            Map.of("min_score", "0.5"),
            Map.of());

    private final FunctionHost functions;
    private final SyntheticArticles articles;
    private final Consumer<String> progress;

    public SearchBench(FunctionHost functions, SyntheticArticles articles, Consumer<String> progress) {
        this.functions = functions;
        this.articles = articles;
        this.progress = progress;
    }

    /** @param count of articles; {@code requests} of each question, after a warm-up */
    public Result run(int count, int requests) {
        progress.accept("writing %,d synthetic articles".formatted(count));
        articles.write(count);
        return new Result(
                count,
                QUESTIONS.stream().map(question -> measure(question, requests)).toList());
    }

    private Answered measure(Map<String, String> question, int requests) {
        progress.accept("asking " + question);
        long found = functions
                .get(NEWS, question)
                .path("pagination")
                .path("total_items")
                .asLong();
        for (int i = 0; i < WARM_UP; i++) {
            functions.get(NEWS, question);
        }
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            long started = System.nanoTime();
            functions.get(NEWS, question);
            nanos[i] = System.nanoTime() - started;
        }
        Latencies latencies = Latencies.of(nanos);
        return new Answered(question.toString(), found, latencies.millis(0.5), latencies.millis(0.95));
    }

    /** @param articles among which was searched */
    public record Result(int articles, List<Answered> questions) {

        public List<String> lines() {
            return questions.stream().map(Answered::line).toList();
        }
    }

    /**
     * Times are those of one request, in milliseconds.
     *
     * @param found articles that match
     */
    public record Answered(String question, long found, double medianMillis, double p95Millis) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-44s %,8d found  median %6.1f ms  P95 %6.1f ms",
                    question,
                    found,
                    medianMillis,
                    p95Millis);
        }
    }
}
