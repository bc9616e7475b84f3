package io.lumia.accounts.secret;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.time.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Opened data keys, kept in memory so that the key-encryption key is asked once per process and key, not once per value. Nobody waits
 * for a lock here while another reads the book: who seals inside a transaction holds a connection, and the other may be waiting for one.
 */
public final class DataKeys {

    /** A key seals new values for this long. GCM with random nonces allows 2^32 values (NIST SP 800-38D, 2007, 8.3). */
    static final Duration SEALS_FOR = Duration.ofDays(90);

    /** For how long the newest key is taken for the newest without looking. */
    static final Duration LOOKED_UP_FOR = Duration.ofMinutes(5);

    /**
     * Longer than any transaction: a key that is younger may have been written by one that fails yet, and is looked up each time
     * instead of remembered. What it sealed is undone with it.
     */
    public static final Duration SETTLED_AFTER = Duration.ofMinutes(15);

    static final int MOST_IN_MEMORY = 64;
    static final int KEY_BYTES = 32;

    private static final int MOST_TRIES_TO_ADD = 3;

    private final DataKeyBook book;
    private final KeyEncryption encryption;
    private final Clock clock;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Map<UUID, DataKey> opened = new ConcurrentHashMap<>();
    private final Map<Purpose, Current> current = new ConcurrentHashMap<>();

    /** @param random unpredictable: keys are made of it */
    public DataKeys(DataKeyBook book, KeyEncryption encryption, Clock clock, IdSource ids, RandomGenerator random) {
        this.book = book;
        this.encryption = encryption;
        this.clock = clock;
        this.ids = ids;
        this.random = random;
    }

    /** An opened key. Its text shows no bytes. */
    record DataKey(UUID id, byte[] bytes) {
        @Override
        public String toString() {
            return "DataKey[" + id + "]";
        }
    }

    private record Current(DataKey key, Instant lookedUpAt) {}

    /** The key for new values; made where there is none yet, or where it has sealed for long enough. */
    DataKey current(Purpose purpose) {
        Instant now = clock.instant();
        Current known = current.get(purpose);
        if (known != null && now.isBefore(known.lookedUpAt().plus(LOOKED_UP_FOR))) {
            return known.key();
        }
        StoredDataKey stored = usable(purpose, now);
        DataKey key = opened(stored, purpose);
        if (now.isAfter(stored.createdAt().plus(SETTLED_AFTER))) {
            current.put(purpose, new Current(key, now));
        }
        return key;
    }

    /** The key that a value names. */
    DataKey get(UUID id, Purpose purpose) {
        DataKey known = opened.get(id);
        if (known != null) {
            return known;
        }
        StoredDataKey stored = book.find(id)
                .filter(key -> key.purpose().equals(purpose.code()))
                .orElseThrow(() -> new AppException(
                        ErrorCode.INTERNAL, "no data key %s for purpose '%s'".formatted(id, purpose.code())));
        return opened(stored, purpose);
    }

    private StoredDataKey usable(Purpose purpose, Instant now) {
        for (int attempt = 1; attempt <= MOST_TRIES_TO_ADD; attempt++) {
            var newest = book.findNewest(purpose.code());
            if (newest.isPresent() && (purpose.permanent() || isYoung(newest.get(), now))) {
                return newest.get();
            }
            StoredDataKey made =
                    make(purpose, newest.map(StoredDataKey::generation).orElse(0) + 1, now);
            if (book.add(made)) {
                return made;
            }
        }
        throw new AppException(
                ErrorCode.INTERNAL,
                "no data key for purpose '%s' after %d tries".formatted(purpose.code(), MOST_TRIES_TO_ADD));
    }

    private static boolean isYoung(StoredDataKey key, Instant now) {
        return now.isBefore(key.createdAt().plus(SEALS_FOR));
    }

    private StoredDataKey make(Purpose purpose, int generation, Instant now) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return new StoredDataKey(ids.next(), purpose.code(), generation, encryption.wrap(bytes, purpose), now);
    }

    private DataKey opened(StoredDataKey stored, Purpose purpose) {
        DataKey known = opened.get(stored.id());
        if (known != null) {
            return known;
        }
        if (opened.size() >= MOST_IN_MEMORY) {
            opened.clear();
        }
        DataKey key = new DataKey(stored.id(), encryption.unwrap(stored.wrapped(), purpose));
        opened.put(stored.id(), key);
        return key;
    }
}
