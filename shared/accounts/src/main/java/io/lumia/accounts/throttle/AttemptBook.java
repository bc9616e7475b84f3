package io.lumia.accounts.throttle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where tries are counted, exactly and for all functions together. */
public interface AttemptBook {

    /** @param subject a keyed hash of who is counted: no address is kept */
    record Counted(Limit limit, byte[] subject) {}

    /** @param freeAt when the oldest try leaves the window */
    record Reached(Limit limit, Instant freeAt) {}

    /** Counts a try against all limits, or against none where one of them is reached: then says which. */
    Optional<Reached> count(UUID attempt, List<Counted> against, Instant now);

    /** The try does not count after all. */
    void takeBack(UUID attempt);

    /** All earlier tries of that subject do not count any more. */
    void clear(Counted counted);
}
