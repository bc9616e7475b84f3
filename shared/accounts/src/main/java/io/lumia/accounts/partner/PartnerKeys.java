package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All keys. Whoever asks for one by its id says whose it should be; another's is not there. */
public interface PartnerKeys {

    /** Of one owner and mode at a time: one in use, and one to change over to. */
    int MAX_LIVE = 2;

    /** A use is noted no more often than this, so that a busy key does not write with each request. */
    Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** A refusal is worth an audit entry no more often than this: whoever tries on must not fill the log. */
    Duration REFUSAL_NOTED_EVERY = Duration.ofHours(1);

    /** Adds it unless its owner has {@link #MAX_LIVE} of this mode that count at its creation; then false. */
    boolean add(PartnerKey key, KeyHash hash);

    /** Newest first. */
    Page list(UserId owner, int page, int perPage);

    Optional<PartnerKey> find(UserId owner, UUID keyId);

    /** The key that has one of these hashes, whoever's it is: before it is known whose request this is. */
    Optional<Found> findByHash(List<KeyHash> candidates);

    /** Whether it was there and not revoked before. */
    boolean revoke(UserId owner, UUID keyId, Instant at);

    /** Lets it expire then, or earlier where it would anyway. Whether it was there and not revoked. */
    boolean expireBy(UserId owner, UUID keyId, Instant at);

    /** Notes a use, unless one was noted within {@link #USE_NOTED_EVERY}. */
    void used(PartnerKey key, Instant at);

    /** Notes a refusal; whether none was noted within {@link #REFUSAL_NOTED_EVERY}. */
    boolean refused(PartnerKey key, Instant at);

    /** Stores the hash by another pepper. */
    void rehash(PartnerKey key, KeyHash hash);

    /** Removes all keys of an owner whose account is erased, and their usage. */
    void erase(UserId owner);

    /** A key and the hash it was found by. */
    record Found(PartnerKey key, int pepperVersion) {}

    /** A page of keys, and how many there are in all. */
    record Page(List<PartnerKey> keys, long totalItems) {
        public Page {
            keys = List.copyOf(keys);
        }
    }
}
