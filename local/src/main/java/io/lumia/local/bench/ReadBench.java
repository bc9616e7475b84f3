package io.lumia.local.bench;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.bench.ProcessorMeter.Reading;
import io.lumia.local.books.Books;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.FunctionHost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** How fast the API's handler answers, warm, from as many threads as there are cores: event in, answer out, no network. */
public final class ReadBench {

    private final FunctionHost functions;
    private final ProcessorMeter meter;
    private final Consumer<String> progress;

    public ReadBench(FunctionHost functions, DataFolder folder, Consumer<String> progress) {
        this.functions = functions;
        this.meter = new ProcessorMeter(folder);
        this.progress = progress;
    }

    /** @param requests per route; half as many warm it up */
    public Result run(int requests) {
        String symbol = functions
                .bean(Books.class)
                .lastSession()
                .flatMap(functions.bean(Books.class)::exampleSymbol)
                .orElseThrow(() ->
                        new AppException(ErrorCode.NOT_FOUND, "the data folder has no signals; play the demo first"));
        List<Route> routes = List.of(
                route("/api/v1/assets/" + symbol, Map.of(), requests),
                route("/api/v1/signals/" + symbol, Map.of(), requests),
                route("/api/v1/assets", Map.of("per_page", "50"), requests),
                route("/api/v1/assets/%s/prices".formatted(symbol), Map.of("limit", "250"), requests));
        return new Result(routes);
    }

    private Route route(String path, Map<String, String> query, int requests) {
        progress.accept("asking " + path);
        ask(path, query, Math.max(1, requests / 2));
        Reading started = meter.read();
        Latencies latencies = Latencies.of(ask(path, query, requests));
        Reading spent = meter.read().since(started);
        return new Route(
                path,
                latencies.requests(),
                latencies.requests() / spent.wallSeconds(),
                latencies.requests() / (spent.ourSeconds() + spent.postgresSeconds()),
                latencies.millis(0.5),
                latencies.millis(0.95),
                latencies.millis(0.99));
    }

    private long[] ask(String path, Map<String, String> query, int requests) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                parts.add(executor.submit(() -> askInTurn(path, query, Math.ceilDiv(requests, threads))));
            }
            return parts.stream()
                    .flatMapToLong(part -> Arrays.stream(result(part)))
                    .toArray();
        }
    }

    private static long[] result(Future<long[]> part) {
        try {
            return part.get();
        } catch (ExecutionException e) {
            throw new AppException(ErrorCode.INTERNAL, "a request failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "interrupted", e);
        }
    }

    private long[] askInTurn(String path, Map<String, String> query, int requests) {
        long[] nanos = new long[requests];
        for (int request = 0; request < requests; request++) {
            long started = System.nanoTime();
            functions.get(path, query);
            nanos[request] = System.nanoTime() - started;
        }
        return nanos;
    }

    public record Result(List<Route> routes) {

        public List<String> lines() {
            return routes.stream().map(Route::line).toList();
        }
    }

    /**
     * Times are those of one request, in milliseconds.
     *
     * @param requestsPerCoreSecond by processor time of this process and PostgreSQL
     */
    public record Route(
            String path,
            int requests,
            double requestsPerSecond,
            double requestsPerCoreSecond,
            double medianMillis,
            double p95Millis,
            double p99Millis) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%-32s %,8.0f requests/s  %,8.0f per core-second  median %6.2f ms  P95 %6.2f ms  P99 %6.2f ms",
                    path,
                    requestsPerSecond,
                    requestsPerCoreSecond,
                    medianMillis,
                    p95Millis,
                    p99Millis);
        }
    }
}
