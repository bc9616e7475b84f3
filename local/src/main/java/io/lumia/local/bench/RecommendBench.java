package io.lumia.local.bench;

import io.lumia.local.runtime.FunctionHost;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** How fast a recommendation is made from thousands of assets, at the handler: event in, answer stored and out, one caller. */
public final class RecommendBench {

    private static final String PATH = "/api/v1/recommendations";
    private static final int SESSIONS = 800;
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final int WARM_UP = 40;

    private final FunctionHost functions;
    private final SyntheticUniverse universe;
    private final Consumer<String> progress;

    public RecommendBench(FunctionHost functions, SyntheticUniverse universe, Consumer<String> progress) {
        this.functions = functions;
        this.universe = universe;
        this.progress = progress;
    }

    /** @param requests after a warm-up, each another question than the one before */
    public Result run(int assets, int requests) {
        progress.accept("writing %,d assets with %,d sessions".formatted(assets, SESSIONS));
        universe.write(assets, SESSIONS, LAST);
        progress.accept("asking, the first time cold");
        long cold = ask(0);
        for (int i = 0; i < WARM_UP; i++) {
            ask(i);
        }
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            nanos[i] = ask(i);
        }
        return new Result(assets, Latencies.of(new long[] {cold}), Latencies.of(nanos));
    }

    private long ask(int number) {
        List<String> risks = List.of("moderate", "aggressive", "conservative");
        List<String> horizons = List.of("medium", "short", "long");
        List<String> spreads = List.of("medium", "high", "low");
        Map<String, Object> body = Map.of(
                "capital", 10_000 + 1_000 * number,
                "risk_tolerance", risks.get(number % 3),
                "investment_horizon", horizons.get(number / 3 % 3),
                "diversification_preference", spreads.get(number / 9 % 3),
                "excluded_sectors", List.of("Sector " + number % 10),
                "as_of", LAST.toString());
        long started = System.nanoTime();
        functions.post(PATH, body);
        return System.nanoTime() - started;
    }

    /** @param cold the first request, which reads the snapshot */
    public record Result(int assets, Latencies cold, Latencies warm) {

        public String line() {
            return String.format(
                    Locale.ROOT,
                    "%,d assets, %,d requests: median %.0f ms  P95 %.0f ms  slowest %.0f ms; the first, with the snapshot, %.0f ms",
                    assets,
                    warm.requests(),
                    warm.millis(0.5),
                    warm.millis(0.95),
                    warm.millis(1),
                    cold.millis(1));
        }
    }
}
