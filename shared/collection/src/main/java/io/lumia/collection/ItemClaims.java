package io.lumia.collection;

import java.time.Instant;
import java.util.UUID;

/** Lets one collector at a time work on an item, so that nobody asks a provider twice for the same. */
public interface ItemClaims {

    /**
     * Claims an item for a message until an instant, at which the claim of a collector that crashed ends.
     *
     * @param messageId of the request that is worked on
     */
    Claim claim(UUID itemId, UUID messageId, Instant at, Instant until);

    /** Gives the item back: the work failed, and the next delivery may begin at once. */
    void release(UUID itemId, UUID messageId);

    /** Notes that what the message asked for was handed on: further deliveries have nothing to do. */
    void handedOn(UUID itemId, UUID messageId);

    /** What came of claiming. */
    sealed interface Claim {

        /** The caller works on it. Also where our books have no such item, as when a person sent the request. */
        record Ours() implements Claim {}

        /** What this message asks for was handed on, or the item has come to a good end. */
        record NothingToDo() implements Claim {}

        /** Somebody else works on it. */
        record Held(Instant until) implements Claim {}
    }
}
