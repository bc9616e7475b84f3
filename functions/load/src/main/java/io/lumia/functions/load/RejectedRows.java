package io.lumia.functions.load;

import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The rows of one answer that were not believed. All are counted, the first {@link #MAX_KEPT} are kept. */
final class RejectedRows {

    /** More bad rows than these in one answer have one cause, which the first of them show. */
    static final int MAX_KEPT = 10_000;

    private final List<Rejected> kept = new ArrayList<>();
    private final Map<QuarantineReason, Long> counts = new EnumMap<>(QuarantineReason.class);
    private final Set<String> unknownSymbols = new HashSet<>();

    /** @param unreadable what the provider could not read */
    RejectedRows(List<Rejected> unreadable) {
        addAll(unreadable);
    }

    void add(Rejected rejected) {
        if (kept.size() < MAX_KEPT) {
            kept.add(rejected);
        }
        count(rejected.reason(), rejected.symbol());
    }

    void addAll(List<Rejected> rows) {
        rows.forEach(this::add);
    }

    /** Counts rows that are kept elsewhere. */
    void countAll(RejectedRows others) {
        others.counts.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
        unknownSymbols.addAll(others.unknownSymbols);
    }

    private void count(QuarantineReason reason, String symbol) {
        counts.merge(reason, 1L, Long::sum);
        if (reason == QuarantineReason.UNKNOWN_SYMBOL) {
            unknownSymbols.add(symbol);
        }
    }

    List<Rejected> kept() {
        return kept;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Long> byReason() {
        Map<String, Long> byReason = new TreeMap<>();
        counts.forEach((reason, count) -> byReason.put(reason.code(), count));
        return byReason;
    }

    Set<String> unknownSymbols() {
        return unknownSymbols;
    }

    /** For the item: empty unless some rows are only counted. */
    String detail() {
        return total() <= MAX_KEPT ? "" : "of %d rows set aside the first %d are kept".formatted(total(), MAX_KEPT);
    }
}
