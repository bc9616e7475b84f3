package io.lumia.market.check;

import io.lumia.market.Observation;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Judges the observations of one series: finite, not of the future, each day once (the first is kept). Any sign is
 * allowed, and any day of the week: a month is dated by its first day.
 */
public final class ObservationChecks {

    private ObservationChecks() {}

    /** @param today the last day that a value can be about */
    public static Checked<Observation> check(List<Row<Observation>> rows, LocalDate today) {
        TreeMap<LocalDate, Observation> accepted = new TreeMap<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Row<Observation> row : rows) {
            Observation observation = row.value();
            Observation known = accepted.get(observation.date());
            if (observation.date().isAfter(today)) {
                rejected.add(reject(
                        row, QuarantineReason.FUTURE_DATE, "%s is after %s".formatted(observation.date(), today)));
            } else if (!Double.isFinite(observation.value())) {
                rejected.add(reject(row, QuarantineReason.NON_FINITE_PRICE, "value is " + observation.value()));
            } else if (known != null) {
                String detail = "%s is there already, with %s".formatted(observation.date(), known.value());
                rejected.add(reject(row, QuarantineReason.DUPLICATE, detail));
            } else {
                accepted.put(observation.date(), observation);
            }
        }
        return new Checked<>(List.copyOf(accepted.values()), rejected, List.of());
    }

    private static Rejected reject(Row<Observation> row, QuarantineReason reason, String detail) {
        return new Rejected(row.line(), row.symbol(), row.value().date(), reason, row.raw(), detail, row.value());
    }
}
