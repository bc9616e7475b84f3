package io.lumia.platform.database;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Which writing requests were answered, by the key that their caller gave them, so that a request that is sent twice takes
 * effect once. A key is claimed before the work and its answer remembered after it, both outside the work's transaction;
 * in between, each transaction that changes something notes in itself that the request took effect ({@link ClaimScope}).
 * So of a process that died it is known whether it did anything.
 */
public interface IdempotencyKeys {

    /** How long an answer is remembered. */
    Duration KEPT = Duration.ofHours(24);

    /** After this a claim without an answer is that of a process that died: longer than a function may run. */
    Duration MOST_IN_FLIGHT = Duration.ofSeconds(60);

    /** Takes the key for a request, or says who has it. */
    Claim claim(Key key, String fingerprint, Instant now);

    /**
     * Notes in the current transaction that the request takes effect, if the transaction changed anything. Fails with
     * CONFLICT where the key is no longer this claim's, so that of two processes that took it only the last one commits.
     */
    void noteEffect(Claimed claimed);

    /** Remembers the answer of a claimed key. */
    void remember(Claimed claimed, int status, String body);

    /** Gives a claimed key back: the request was refused and did nothing. */
    void giveBack(Claimed claimed);

    /** Gives it back where the request failed before it took effect; else it stays claimed, as that of a process that died. */
    void giveUp(Claimed claimed);

    /** Keys of one caller do not meet those of another. */
    record Key(String actor, String key) {}

    /**
     * A key that a request has.
     *
     * @param effectId   what the request makes is called so; the same each time it is tried again
     * @param claimedAt  by which this try is told from others
     * @param tookEffect whether an earlier try, whose answer was lost, changed something
     */
    record Claimed(Key key, UUID effectId, Instant claimedAt, boolean tookEffect) {}

    /** What came of claiming. */
    sealed interface Claim {

        /** The key is ours now. */
        record Taken(Claimed claimed) implements Claim {}

        /** The same request is being answered. */
        record InFlight() implements Claim {}

        /** The key came with another request. */
        record OtherRequest() implements Claim {}

        /** The same request was answered so. */
        record Answered(int status, String body) implements Claim {}
    }
}
