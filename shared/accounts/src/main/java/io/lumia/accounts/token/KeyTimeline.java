package io.lumia.accounts.token;

import io.lumia.accounts.secret.DataKeys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which key does what when. A key signs from its instant until the next one does; the rules are in {@link KeyTimes}.
 *
 * @param keys by generation
 */
record KeyTimeline(List<StoredSigningKey> keys) {

    static final KeyTimeline EMPTY = new KeyTimeline(List.of());

    KeyTimeline {
        keys = List.copyOf(keys);
    }

    Optional<StoredSigningKey> signer(Instant now) {
        return keys.stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .reduce((_, later) -> later)
                .filter(key -> key.revokedAt() == null);
    }

    List<StoredSigningKey> published(Instant now) {
        return keys.stream().filter(key -> isPublished(key, now)).toList();
    }

    Optional<StoredSigningKey> find(String kid, Instant now) {
        return published(now).stream().filter(key -> key.kid().equals(kid)).findFirst();
    }

    /** At once where no key signs; else a day before the newest has signed for long enough. */
    boolean isNextDue(Instant now) {
        if (signer(now).isEmpty()) {
            return true;
        }
        Instant end = keys.getLast().signsFrom().plus(KeyTimes.SIGNS_FOR);
        return !now.isBefore(end.minus(KeyTimes.PUBLISHED_BEFORE));
    }

    /** At once where no key signs; else when others can have heard of it. */
    Instant nextSignsFrom(Instant now) {
        if (signer(now).isEmpty()) {
            return now;
        }
        Instant end = keys.getLast().signsFrom().plus(KeyTimes.SIGNS_FOR);
        Instant heard = now.plus(KeyTimes.PUBLISHED_BEFORE);
        return heard.isAfter(end) ? heard : end;
    }

    int nextGeneration() {
        return keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
    }

    /** Below it no key is published any more. */
    int oldestNeeded(Instant now) {
        return keys.stream()
                .filter(key -> isPublished(key, now))
                .mapToInt(StoredSigningKey::generation)
                .min()
                .orElse(0);
    }

    /** Whether one is so new that the transaction which wrote it may yet fail: what was read then does not last. */
    boolean isUnsettled(Instant now) {
        return keys.stream().anyMatch(key -> now.isBefore(key.createdAt().plus(DataKeys.SETTLED_AFTER)));
    }

    private boolean isPublished(StoredSigningKey key, Instant now) {
        boolean needed = successor(key)
                .map(next -> now.isBefore(next.signsFrom().plus(KeyTimes.PUBLISHED_AFTER)))
                .orElse(true);
        return needed && key.revokedAt() == null;
    }

    private Optional<StoredSigningKey> successor(StoredSigningKey key) {
        return keys.stream()
                .filter(other -> other.generation() > key.generation())
                .findFirst();
    }
}
