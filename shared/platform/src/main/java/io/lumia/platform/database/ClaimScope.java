package io.lumia.platform.database;

import io.lumia.platform.database.IdempotencyKeys.Claimed;
import io.lumia.platform.time.IdSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency key that the request on this thread has claimed. Every transaction meanwhile notes under it that the
 * request took effect, in itself: neither is there without the other.
 */
public final class ClaimScope implements AutoCloseable {

    private static final ThreadLocal<@Nullable Claimed> CURRENT = new ThreadLocal<>();

    private ClaimScope() {}

    /** Of one request at a time: it takes the place of one that was not closed. */
    public static ClaimScope open(Claimed claimed) {
        CURRENT.set(claimed);
        return new ClaimScope();
    }

    public static Optional<Claimed> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** For the one thing that a request makes: the same each time the request is sent with its key, new where it has none. */
    public static UUID effectId(IdSource ids) {
        return current().map(Claimed::effectId).orElseGet(ids::next);
    }

    /** Whether an earlier try of this request changed something, so that what it made is to be looked for. */
    public static boolean tookEffectBefore() {
        return current().filter(Claimed::tookEffect).isPresent();
    }

    /** Forgets what a request before left, if it left anything. */
    public static void clear() {
        CURRENT.remove();
    }

    @Override
    public void close() {
        clear();
    }
}
