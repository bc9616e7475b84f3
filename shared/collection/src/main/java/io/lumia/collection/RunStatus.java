package io.lumia.collection;

import io.lumia.kernel.AppException;
import java.util.Locale;

/** Where a run stands. A run succeeded only if every item did; partial is its own word. */
public enum RunStatus {
    RUNNING,
    SUCCEEDED,
    PARTIAL,
    FAILED,
    /** It was not to begin: a job that it follows did not succeed, or the run before it was still at work. */
    SKIPPED,
    /** Somebody ended it. */
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a run ended of whose items so many failed. */
    public static RunStatus ofEnded(int items, int failed) {
        if (failed == 0) {
            return SUCCEEDED;
        }
        return failed == items ? FAILED : PARTIAL;
    }

    public static RunStatus parse(String text) {
        for (RunStatus status : values()) {
            if (status.code().equals(text)) {
                return status;
            }
        }
        throw AppException.invalid("run status", text, "running, succeeded, partial, failed, skipped, cancelled");
    }
}
