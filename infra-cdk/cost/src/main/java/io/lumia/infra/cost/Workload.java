package io.lumia.infra.cost;

import io.lumia.kernel.AppException;
import java.util.Map;

/**
 * How much a stage is used in a month, and what is assumed about it. The seconds are guesses from this repository's
 * benchmarks with the network added; nobody has measured them on Lambda.
 *
 * @param assets      collected on every session, one call each
 * @param requests    to the API in a month
 * @param assumptions the rest
 */
public record Workload(int assets, long requests, Assumptions assumptions) {

    private static final int MOST_ASSETS = 1_000_000;
    private static final long MOST_REQUESTS = 10_000_000_000L;

    public Workload {
        if (assets < 1 || assets > MOST_ASSETS) {
            throw AppException.invalid("assets", assets, "1 to " + MOST_ASSETS);
        }
        if (requests < 0 || requests > MOST_REQUESTS) {
            throw AppException.invalid("requests", requests, "0 to " + MOST_REQUESTS);
        }
    }

    public static Workload of(int assets, long requests) {
        return new Workload(assets, requests, Assumptions.usual());
    }

    /**
     * What is assumed.
     *
     * @param sessions                 trading days in a month
     * @param secondsPerAsset          by function, its time for one asset on one session; others cost by their calls only
     * @param secondsPerRequest        of an API function
     * @param bytesPerRequest          sent to a caller
     * @param collectionHours          for which the database works each session, at {@code busyCapacity}
     * @param busyCapacity             in Aurora capacity units
     * @param readingHours             of each session in which people ask
     * @param storedGigabytes          in the database
     * @param bytesPerAnswer           a raw answer as received
     * @param logBytesPerCall          written by one execution of a function
     * @param pollsPerQueue            that Lambda's pollers make in a month: five of them, each waiting 20 seconds
     * @param databaseIoPerAsset       requests to storage for one asset on one session
     */
    public record Assumptions(
            int sessions,
            Map<String, Double> secondsPerAsset,
            double secondsPerRequest,
            int bytesPerRequest,
            double collectionHours,
            double busyCapacity,
            double readingHours,
            double storedGigabytes,
            int bytesPerAnswer,
            int logBytesPerCall,
            long pollsPerQueue,
            int databaseIoPerAsset) {

        public Assumptions {
            secondsPerAsset = Map.copyOf(secondsPerAsset);
        }

        static Assumptions usual() {
            return new Assumptions(
                    21,
                    Map.of("collect", 1.5, "load", 0.1, "compute-signals", 0.05, "score-sentiment", 0.2),
                    0.05,
                    10_000,
                    1.0,
                    2.0,
                    10.0,
                    20.0,
                    20_000,
                    500,
                    5L * 3 * 60 * 24 * 30,
                    50);
        }
    }
}
