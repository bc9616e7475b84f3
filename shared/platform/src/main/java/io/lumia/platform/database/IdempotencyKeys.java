package io.lumia.platform.database;

import java.time.Duration;
import java.time.Instant;

/**
 * Which writing requests were answered, by the key that their caller gave them, so that a request that is sent twice takes
 * effect once. Outside any transaction: a key is claimed before the work and remembered after it.
 */
public interface IdempotencyKeys {

    /** How long an answer is remembered. */
    Duration KEPT = Duration.ofHours(24);

    /** After this a claim without an answer is that of a process that died: longer than a function may run. */
    Duration MOST_IN_FLIGHT = Duration.ofSeconds(60);

    /** Takes the key for a request, or says who has it. */
    Claim claim(Key key, String fingerprint, Instant now);

    /** Remembers the answer of a claimed key. */
    void remember(Key key, int status, String body);

    /** Gives a claimed key back: the request did nothing. */
    void giveBack(Key key);

    /** Keys of one caller do not meet those of another. */
    record Key(String actor, String key) {}

    /** What came of claiming. */
    sealed interface Claim {

        /** The key is ours now. */
        record Taken() implements Claim {}

        /** The same request is being answered. */
        record InFlight() implements Claim {}

        /** The key came with another request. */
        record OtherRequest() implements Claim {}

        /** The same request was answered so. */
        record Answered(int status, String body) implements Claim {}
    }
}
