package io.lumia.platform.request;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Goes on with the trace that came with a piece of work, or begins one. Each piece is a span of its own. */
@Singleton
public final class Traces {

    private final Clock clock;
    private final RandomGenerator random;

    @Inject
    public Traces(Clock clock) {
        this(clock, new SecureRandom());
    }

    public Traces(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * A trace given with the work goes before the one that this thread is in already.
     *
     * @param traceparent W3C's header
     * @param xray        X-Ray's header
     */
    public TraceScope open(@Nullable String traceparent, @Nullable String xray) {
        TraceContext trace = TraceContext.parse(traceparent, xray)
                .or(TraceScope::current)
                .map(given -> given.next(random))
                .orElseGet(() -> TraceContext.begin(clock.instant().getEpochSecond(), random));
        return TraceScope.open(trace);
    }
}
