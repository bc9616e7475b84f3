package io.lumia.market.persistence;

import io.lumia.market.DailyBar;
import io.lumia.market.Source;
import io.lumia.market.StoredBars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A bar as our books had it, and whether they learned it only after the as-of. */
record BarVersion(DailyBar bar, Source source, boolean late) {

    /** Puts the older version where the current one was learned too late. Both lists are ordered by date. */
    static List<BarVersion> overlaid(List<BarVersion> current, List<BarVersion> superseded) {
        List<BarVersion> seen = new ArrayList<>(current.size());
        int next = 0;
        for (BarVersion version : current) {
            LocalDate date = version.bar().date();
            while (next < superseded.size() && superseded.get(next).bar().date().isBefore(date)) {
                next++;
            }
            boolean replaced = version.late()
                    && next < superseded.size()
                    && superseded.get(next).bar().date().equals(date);
            seen.add(replaced ? superseded.get(next) : version);
        }
        return seen;
    }

    static StoredBars stored(List<BarVersion> seen) {
        return new StoredBars(
                seen.stream().map(BarVersion::bar).toList(),
                seen.stream().map(BarVersion::source).toList(),
                (int) seen.stream().filter(BarVersion::late).count());
    }
}
