package io.lumia.collection;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a job has done over a stretch of time. */
public interface JobAnalytics {

    /** Of the runs of a job that began at an instant or after it; what is said to be the last is so of all time. */
    JobNumbers of(String jobName, Instant since);

    /**
     * The numbers. Those of time are of runs that ended on their own: not running, skipped or cancelled ones.
     *
     * @param runsByStatus    by {@link RunStatus} code
     * @param secondsP50      half of the runs took so long at most; between two runs the value is interpolated; null
     *                        without a run
     * @param secondsP95      so did 95 of a hundred
     * @param itemsByOutcome  items that ended, by outcome code
     * @param rowsLoaded      new or revised
     * @param rowsQuarantined set aside
     * @param bytes           of answers, decompressed
     * @param providersUsed   how many items each provider answered
     * @param lastSuccessAt   end of the newest run that succeeded; null if none did
     * @param lastLoadedAt    end of the newest item that changed our books; null if none did
     */
    record JobNumbers(
            Map<String, Integer> runsByStatus,
            @Nullable Double secondsP50,
            @Nullable Double secondsP95,
            @Nullable Double secondsMax,
            Map<String, Integer> itemsByOutcome,
            long rowsLoaded,
            long rowsUnchanged,
            long rowsQuarantined,
            long calls,
            long bytes,
            Map<String, Integer> providersUsed,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant lastLoadedAt) {

        public JobNumbers {
            runsByStatus = Map.copyOf(runsByStatus);
            itemsByOutcome = Map.copyOf(itemsByOutcome);
            providersUsed = Map.copyOf(providersUsed);
        }

        /** Succeeded ones among those that ended on their own, a fraction; null without any. */
        public @Nullable Double successRate() {
            int succeeded = runsOf(RunStatus.SUCCEEDED);
            int ended = succeeded + runsOf(RunStatus.PARTIAL) + runsOf(RunStatus.FAILED);
            return ended == 0 ? null : (double) succeeded / ended;
        }

        private int runsOf(RunStatus status) {
            return runsByStatus.getOrDefault(status.code(), 0);
        }
    }
}
