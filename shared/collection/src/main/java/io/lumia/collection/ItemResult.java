package io.lumia.collection;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an item ended.
 *
 * @param outcome        a {@code ProviderAnswer} code, {@code no_answer}, {@code not_asked}, {@code collect_failed}, or an {@code ErrorCode}
 *                       name in lower case when collecting or loading failed
 * @param detail         for a person; empty when there is nothing to say
 * @param rowsLoaded     new or revised
 * @param quarantined    rows set aside, by reason code
 * @param sessions       how complete its bars are; {@link SessionCount#NONE} for other datasets
 * @param unknownSymbols symbols whose rows were set aside because our books do not know them
 * @param collecting     who was asked and what it took
 * @param collectedAt    when the provider gave the answer that was loaded; null without one
 */
public record ItemResult(
        ItemStatus status,
        String outcome,
        String detail,
        long rowsReceived,
        long rowsLoaded,
        long rowsUnchanged,
        Map<String, Long> quarantined,
        SessionCount sessions,
        Set<String> unknownSymbols,
        @Nullable Instant collectedAt,
        Collecting collecting) {

    /** Before it is known who was asked. */
    public ItemResult(
            ItemStatus status,
            String outcome,
            String detail,
            long rowsReceived,
            long rowsLoaded,
            long rowsUnchanged,
            Map<String, Long> quarantined,
            SessionCount sessions,
            Set<String> unknownSymbols,
            @Nullable Instant collectedAt) {
        this(
                status,
                outcome,
                detail,
                rowsReceived,
                rowsLoaded,
                rowsUnchanged,
                quarantined,
                sessions,
                unknownSymbols,
                collectedAt,
                Collecting.NONE);
    }

    public ItemResult {
        quarantined = Map.copyOf(quarantined);
        unknownSymbols = Set.copyOf(unknownSymbols);
    }

    public ItemResult by(Collecting who) {
        return new ItemResult(
                status,
                outcome,
                detail,
                rowsReceived,
                rowsLoaded,
                rowsUnchanged,
                quarantined,
                sessions,
                unknownSymbols,
                collectedAt,
                who);
    }

    /** An end without rows. */
    public static ItemResult withoutRows(ItemStatus status, String outcome, String detail, SessionCount sessions) {
        return new ItemResult(status, outcome, detail, 0, 0, 0, Map.of(), sessions, Set.of(), null);
    }

    public static ItemResult failed(String outcome, String detail) {
        return withoutRows(ItemStatus.FAILED, outcome, detail, SessionCount.NONE);
    }
}
