package io.lumia.functions.marketapi.benchmark;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.signals.PricedAssets;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How fast the warm handler reads from a filled database: asset, signal and price requests for symbols in turn, by some
 * callers at once, as a gateway would hand them over. Every answer must be a 200; others end the benchmark.
 */
public final class ReadBenchmark {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler;
    private final List<String> symbols;

    /** @param symbols of assets with signals, asked for in turn */
    public ReadBenchmark(
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler, List<String> symbols) {
        if (symbols.isEmpty()) {
            throw new AppException(ErrorCode.INVALID_INPUT, "the database has no priced assets; load a bundle first");
        }
        this.handler = handler;
        this.symbols = List.copyOf(symbols);
    }

    /** Over all assets that have signals. */
    public static ReadBenchmark of(
            RequestHandler<APIGatewayProxyRequestEvent, APIGatewayProxyResponseEvent> handler, AssetCatalog catalog) {
        List<String> symbols = catalog.all(PricedAssets.TYPES).stream()
                .map(Asset::definition)
                .map(definition -> definition.symbol().value())
                .distinct()
                .toList();
        return new ReadBenchmark(handler, symbols);
    }

    /** What is read. */
    public enum Read {
        ASSET("/api/v1/assets/%s"),
        SIGNALS("/api/v1/signals/%s"),
        /** All prices of an asset, split-adjusted. */
        PRICES("/api/v1/assets/%s/prices");

        private final String path;

        Read(String path) {
            this.path = path;
        }
    }

    /**
     * What was measured.
     *
     * @param requestsPerSecond  by all callers together
     * @param cpuMillisPerRequest processor time of this process per request; the database's is not in it
     */
    public record Result(
            Read read,
            int callers,
            int requests,
            double seconds,
            double requestsPerSecond,
            double p50Millis,
            double p95Millis,
            double p99Millis,
            double cpuMillisPerRequest,
            double bytesPerAnswer) {}

    /** Warms up with the same number of requests, then measures. */
    public Result measure(Read read, int requests, int callers) {
        run(read, requests, callers);
        long cpuBefore = processNanos();
        long before = System.nanoTime();
        Timings timings = run(read, requests, callers);
        double seconds = (System.nanoTime() - before) / NANOS_PER_SECOND;
        double cpuMillis = (processNanos() - cpuBefore) / NANOS_PER_MILLI;
        Arrays.sort(timings.nanos);
        return new Result(
                read,
                callers,
                requests,
                seconds,
                requests / seconds,
                timings.percentileMillis(0.50),
                timings.percentileMillis(0.95),
                timings.percentileMillis(0.99),
                cpuMillis / requests,
                (double) timings.bytes() / requests);
    }

    /** One time per request, and the answers' sizes. */
    private record Timings(long[] nanos, int[] sizes) {

        double percentileMillis(double share) {
            int index = (int) Math.ceil(share * nanos.length) - 1;
            return nanos[Math.max(0, index)] / NANOS_PER_MILLI;
        }

        long bytes() {
            return Arrays.stream(sizes).asLongStream().sum();
        }
    }

    private Timings run(Read read, int requests, int callers) {
        Timings timings = new Timings(new long[requests], new int[requests]);
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                running.add(threads.submit(() -> call(read, timings, next)));
            }
            for (Future<?> caller : running) {
                caller.get(LONGEST_RUN.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
            }
            return timings;
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AppException(ErrorCode.INTERNAL, "the benchmark broke off: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException(ErrorCode.INTERNAL, "the benchmark was interrupted", e);
        }
    }

    private void call(Read read, Timings timings, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < timings.nanos.length; i = next.getAndIncrement()) {
            APIGatewayProxyRequestEvent event = event(read.path.formatted(symbols.get(i % symbols.size())));
            long before = System.nanoTime();
            APIGatewayProxyResponseEvent answer = handler.handleRequest(event, null);
            timings.nanos[i] = System.nanoTime() - before;
            timings.sizes[i] = checked(event, answer).length();
        }
    }

    private static String checked(APIGatewayProxyRequestEvent event, APIGatewayProxyResponseEvent answer) {
        @Nullable String body = answer.getBody();
        if (answer.getStatusCode() != 200 || body == null) {
            throw new AppException(
                    ErrorCode.INTERNAL, "%s answered %d: %s".formatted(event.getPath(), answer.getStatusCode(), body));
        }
        return body;
    }

    private static APIGatewayProxyRequestEvent event(String path) {
        Map<String, String> headers = Map.of("Accept", "application/json", "Host", "api.example.net");
        return new APIGatewayProxyRequestEvent()
                .withHttpMethod("GET")
                .withPath(path.replace("^", "%5E"))
                .withResource("/{proxy+}")
                .withHeaders(headers)
                .withMultiValueHeaders(
                        Map.of("Accept", List.of("application/json"), "Host", List.of("api.example.net")));
    }

    private static long processNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
