package io.lumia.local.runtime;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What somebody who waits for the pipeline bears of a database that is away: one that was killed is started again, and what
 * failed meanwhile is delivered again. For one waiting, by one thread.
 */
public final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    /** A start of a database that has much to recover. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private long since;
    private boolean underWay;

    /** What a look returns, or {@code otherwise} where it fails for want of the database, which it may for two minutes. */
    public <T> T bear(Supplier<T> look, T otherwise) {
        try {
            T seen = look.get();
            underWay = false;
            return seen;
        } catch (AppException e) {
            if (e.code() != ErrorCode.DATABASE_UNAVAILABLE || isTooLong()) {
                throw e;
            }
            LOG.warn("the database is away, which is borne for {} s: {}", LONGEST.toSeconds(), e.getMessage());
            return otherwise;
        }
    }

    private boolean isTooLong() {
        if (!underWay) {
            underWay = true;
            since = System.nanoTime();
        }
        return System.nanoTime() - since > LONGEST.toNanos();
    }
}
