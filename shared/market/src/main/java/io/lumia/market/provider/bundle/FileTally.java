package io.lumia.market.provider.bundle;

import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.bundle.BundleReport.FileReport;
import io.lumia.market.provider.bundle.BundleReport.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of a table's rows, and keeps the first bad ones. */
final class FileTally {

    static final int MAX_PROBLEMS = 20;

    private final FileIndex index;
    private final Map<String, Long> setAside = new TreeMap<>();
    private final TreeSet<Rejected> first = new TreeSet<>(Comparator.comparingLong(Rejected::line)
            .thenComparing(Rejected::reason)
            .thenComparing(Rejected::detail));
    private final TreeSet<String> unknownSymbols = new TreeSet<>();
    private long accepted;
    private @Nullable LocalDate firstDate;
    private @Nullable LocalDate lastDate;

    FileTally(FileIndex index) {
        this.index = index;
    }

    void accept(LocalDate date) {
        accepted++;
        firstDate = firstDate == null || date.isBefore(firstDate) ? date : firstDate;
        lastDate = lastDate == null || date.isAfter(lastDate) ? date : lastDate;
    }

    void acceptUndated(long rows) {
        accepted += rows;
    }

    void reject(Collection<Rejected> rejected) {
        rejected.forEach(this::reject);
    }

    void reject(Rejected rejected) {
        setAside.merge(rejected.reason().code(), 1L, Long::sum);
        if (rejected.reason() == QuarantineReason.UNKNOWN_SYMBOL && unknownSymbols.size() < MAX_PROBLEMS) {
            unknownSymbols.add(rejected.symbol());
        }
        first.add(rejected);
        if (first.size() > MAX_PROBLEMS) {
            first.pollLast();
        }
    }

    FileReport report() {
        List<Problem> problems = new ArrayList<>();
        first.forEach(bad ->
                problems.add(new Problem(bad.line(), bad.symbol(), bad.reason().code(), bad.detail(), bad.row())));
        return new FileReport(
                index.header().file().baseName(),
                index.rows(),
                accepted,
                setAside,
                problems,
                (int) index.symbols().stream()
                        .filter(name -> !name.equals(SymbolNames.UNREADABLE))
                        .count(),
                List.copyOf(unknownSymbols),
                firstDate == null ? null : firstDate.toString(),
                lastDate == null ? null : lastDate.toString());
    }
}
