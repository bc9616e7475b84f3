package io.lumia.local.bench;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.quota.QuotaTier;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.local.bench.ProcessorMeter.Reading;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.FunctionHost;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.IdSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Partners who ask the laptop's gateway over HTTP at a fixed rate, each beyond his quota. A request's time counts from when it
 * was due, so that a gateway that falls behind shows it; every answer is counted, so that quotas can be held to be exact.
 */
public final class GatewayBench {

    /** More at once than this are not sent: the machine has fallen behind for good. */
    private static final int MOST_WAITING = 20_000;

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int LATE = -1;

    /** Each asks for as much as an hour grants him: the compiler needs some ten thousand requests until it rests. */
    private static final int WARM_UP_PARTNERS = 15;

    private final FunctionHost functions;
    private final ProcessorMeter meter;
    private final int port;
    private final String path;
    private final Consumer<String> progress;
    private final HttpClient client;

    /** @param path what is asked for */
    public GatewayBench(FunctionHost functions, DataFolder folder, int port, String path, Consumer<String> progress) {
        this.functions = functions;
        this.meter = new ProcessorMeter(folder);
        this.port = port;
        this.path = path;
        this.progress = progress;
        this.client = HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
    }

    public Result run(int rate, int seconds, int callers) {
        List<User> owners = IntStream.range(0, callers).mapToObj(_ -> owner()).toList();
        try {
            List<String> keys = owners.stream().map(this::key).toList();
            progress.accept("warming up");
            warmUp();
            progress.accept("%,d requests a second for %d s from %d partners".formatted(rate, seconds, callers));
            return measured(rate, seconds, keys);
        } finally {
            owners.forEach(this::forget);
        }
    }

    private Result measured(int rate, int seconds, List<String> keys) {
        int requests = Math.multiplyExact(rate, seconds);
        long[] nanos = new long[requests];
        Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
        Reading begun = meter.read();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LongAdder waiting = new LongAdder();
            for (int i = 0; i < requests; i++) {
                long due = start + i * NANOS_PER_SECOND / rate;
                waitUntil(due);
                if (waiting.sum() >= MOST_WAITING) {
                    throw new AppException(
                            ErrorCode.LIMIT_REACHED,
                            "%,d requests wait for an answer: this machine does not bear %,d a second"
                                    .formatted(MOST_WAITING, rate));
                }
                waiting.increment();
                int number = i;
                threads.execute(() -> {
                    int status = ask(keys.get(number % keys.size()));
                    nanos[number] = System.nanoTime() - due;
                    statuses.computeIfAbsent(status, _ -> new LongAdder()).increment();
                    waiting.decrement();
                });
            }
        }
        Reading spent = meter.read().since(begun);
        return Result.of(rate, keys.size(), expected(requests, keys.size()), Latencies.of(nanos), statuses, spent);
    }

    /** Each partner's share of the requests, up to what an hour grants. */
    private static long expected(int requests, int callers) {
        return IntStream.range(0, callers)
                .map(caller -> requests / callers + (caller < requests % callers ? 1 : 0))
                .mapToLong(share -> Math.min(share, QuotaTier.AUTHENTICATED.requests()))
                .sum();
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        if (left > 0) {
            LockSupport.parkNanos(left);
        }
    }

    private void warmUp() {
        for (int partner = 0; partner < WARM_UP_PARTNERS; partner++) {
            User owner = owner();
            try {
                String key = key(owner);
                IntStream.range(0, QuotaTier.AUTHENTICATED.requests())
                        .parallel()
                        .forEach(_ -> ask(key));
            } finally {
                forget(owner);
            }
        }
    }

    private int ask(String key) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("X-API-Key", key)
                .timeout(LONGEST_ANSWER)
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return LATE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LATE;
        }
    }

    private User owner() {
        User owner = new User(
                new UserId(functions.bean(IdSource.class).next()),
                Role.USER,
                Plan.STANDARD,
                null,
                "https://bench.localhost",
                functions.bean(Clock.class).instant());
        functions
                .bean(Transactions.class)
                .inTransaction(() -> functions.bean(Users.class).admit(owner));
        return owner;
    }

    private String key(User owner) {
        KeyWish wish = new KeyWish("bench", KeyMode.TEST, Set.of(Scope.MARKET_READ), List.of(), null);
        return functions
                .bean(IssueKey.class)
                .issue(Asker.person(owner.id(), "bench-gateway"), owner.role().scopes(), wish)
                .text()
                .value();
    }

    private void forget(User owner) {
        functions.bean(Transactions.class).inTransaction(() -> {
            functions.bean(PartnerKeys.class).erase(owner.id());
            functions
                    .bean(Users.class)
                    .erase(owner.id(), functions.bean(Clock.class).instant());
        });
    }

    /**
     * Times in milliseconds from when a request was due.
     *
     * @param expected         how many the quotas grant
     * @param statuses         answers by status; -1 for those that never came
     * @param requestsPerSecond that were answered
     */
    public record Result(
            int rate,
            int callers,
            long requests,
            double requestsPerSecond,
            double medianMillis,
            double p95Millis,
            double p99Millis,
            long expected,
            Map<Integer, Long> statuses,
            double ourCoreSeconds,
            double postgresCoreSeconds) {

        static Result of(
                int rate,
                int callers,
                long expected,
                Latencies latencies,
                Map<Integer, LongAdder> statuses,
                Reading spent) {
            Map<Integer, Long> counted = new TreeMap<>();
            statuses.forEach((status, count) -> counted.put(status, count.sum()));
            return new Result(
                    rate,
                    callers,
                    latencies.requests(),
                    latencies.requests() / spent.wallSeconds(),
                    latencies.millis(0.5),
                    latencies.millis(0.95),
                    latencies.millis(0.99),
                    expected,
                    counted,
                    spent.ourSeconds(),
                    spent.postgresSeconds());
        }

        /**
         * Whether exactly what the quotas grant was answered, and everything else refused: as beyond them, or because the
         * gateway had too much to do, which takes nothing from a quota.
         */
        public boolean isExact() {
            return statuses.getOrDefault(200, 0L) == expected
                    && statuses.getOrDefault(429, 0L) + statuses.getOrDefault(503, 0L) == requests - expected;
        }

        public List<String> lines() {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "%,d requests at %,d a second: %,.0f answered a second  median %.2f ms  P95 %.2f ms  P99 %.2f ms",
                            requests,
                            rate,
                            requestsPerSecond,
                            medianMillis,
                            p95Millis,
                            p99Millis),
                    String.format(
                            Locale.ROOT,
                            "core-seconds: gateway, functions and client %.1f, PostgreSQL %.1f",
                            ourCoreSeconds,
                            postgresCoreSeconds),
                    String.format(
                            Locale.ROOT,
                            "%d partners: the quotas grant %,d; answers %s; %s",
                            callers,
                            expected,
                            statuses,
                            isExact() ? "exact" : "NOT EXACT"));
        }
    }
}
