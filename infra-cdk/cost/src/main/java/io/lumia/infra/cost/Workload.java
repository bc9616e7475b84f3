package io.lumia.infra.cost;

import io.lumia.kernel.AppException;
import java.util.Map;

/**
 * How much a stage is used in a month, and what is assumed about it. The seconds are guesses from this repository's
 * benchmarks with the network added; nobody has measured them on Lambda.
 *
 * @param assets      collected on every session, one call each
 * @param requests    to the API in a month
 * @param asking      when they come, on which it depends how long the database sleeps
 * @param assumptions the rest
 */
public record Workload(int assets, long requests, Asking asking, Assumptions assumptions) {

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

    /** With people who ask in the daytime of weekdays. */
    public static Workload of(int assets, long requests) {
        return new Workload(assets, requests, Asking.DAYTIME, Assumptions.usual());
    }

    /** The same requests, spread over all hours of all days: the dearest way in which they can come. */
    public Workload aroundTheClock() {
        return new Workload(assets, requests, Asking.AROUND_THE_CLOCK, assumptions);
    }

    long requestsPerHour() {
        return Math.round(requests / Math.max(1, asking.days(assumptions) * asking.hours()));
    }

    /**
     * When people ask.
     *
     * @param hours of a day, from 8 o'clock in New York
     */
    public record Asking(double hours, boolean onWeekends) {

        static final double WHOLE_DAY = 24;

        /** Ten hours of each weekday. */
        public static final Asking DAYTIME = new Asking(10, false);

        /** All hours of all days. */
        public static final Asking AROUND_THE_CLOCK = new Asking(WHOLE_DAY, true);

        private int days(Assumptions assumptions) {
            return onWeekends ? SampleMonth.DAYS : assumptions.sessions();
        }
    }

    /**
     * What is assumed.
     *
     * @param sessions                 trading days in a month
     * @param secondsPerAsset          by function, its time for one asset on one session; others cost by their calls only
     * @param secondsPerTick           by function, its time for what the clock asks of it
     * @param secondsPerOtherTick      of a function that the one before does not name
     * @param secondsPerRequest        of an API function
     * @param bytesPerRequest          sent to a caller
     * @param siteFilesPerRequest      that a page asks of the site for each request to the API
     * @param bytesPerSiteFile         sent by the site
     * @param collectionHours          for which the database works each session, at {@code busyCapacity}
     * @param busyCapacity             in Aurora capacity units
     * @param storedGigabytes          in the database
     * @param changedGigabytesPerDay   of it, which backups keep beside the newest state
     * @param bytesPerAnswer           a raw answer as received
     * @param bytesPerEvent            in the events' archive
     * @param logBytesPerCall          written by one execution of a function
     * @param pollsPerQueue            that Lambda's pollers make in a month: five of them, each waiting 20 seconds
     * @param databaseIoPerAsset       requests to storage for one asset on one session
     */
    public record Assumptions(
            int sessions,
            Map<String, Double> secondsPerAsset,
            Map<String, Double> secondsPerTick,
            double secondsPerOtherTick,
            double secondsPerRequest,
            int bytesPerRequest,
            double siteFilesPerRequest,
            int bytesPerSiteFile,
            double collectionHours,
            double busyCapacity,
            double storedGigabytes,
            double changedGigabytesPerDay,
            int bytesPerAnswer,
            int bytesPerEvent,
            int logBytesPerCall,
            long pollsPerQueue,
            int databaseIoPerAsset) {

        public Assumptions {
            secondsPerAsset = Map.copyOf(secondsPerAsset);
            secondsPerTick = Map.copyOf(secondsPerTick);
        }

        static Assumptions usual() {
            return new Assumptions(
                    21,
                    Map.of("collect", 1.5, "load", 0.1, "compute-signals", 0.05, "score-sentiment", 0.2),
                    Map.of("keep-accounts", 60.0, "grade-recommendations", 60.0, "collect", 10.0),
                    2.0,
                    0.05,
                    10_000,
                    0.5,
                    30_000,
                    1.0,
                    2.0,
                    20.0,
                    0.2,
                    20_000,
                    1_000,
                    500,
                    5L * 3 * 60 * 24 * 30,
                    50);
        }
    }
}
