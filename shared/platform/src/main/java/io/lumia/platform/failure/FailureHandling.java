package io.lumia.platform.failure;

import io.lumia.kernel.ErrorCategory;
import org.slf4j.event.Level;

/**
 * How a failure of one category is treated at an edge.
 *
 * @param canSucceedLater whether another try of the same work makes sense
 * @param level           of its single log line
 * @param alarms          whether one occurrence wakes somebody
 */
public record FailureHandling(boolean canSucceedLater, Level level, boolean alarms) {

    public static FailureHandling of(ErrorCategory category) {
        return switch (category) {
            case CALLER -> new FailureHandling(false, Level.INFO, false);
            case UPSTREAM, CAPACITY -> new FailureHandling(true, Level.WARN, false);
            case OURS -> new FailureHandling(false, Level.ERROR, true);
        };
    }
}
