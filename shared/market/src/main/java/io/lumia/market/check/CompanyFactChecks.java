package io.lumia.market.check;

import io.lumia.market.CompanyFact;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Judges reported numbers: finite; the period begins before it ends, ended when it was reported and lies after
 * {@link FundamentalChecks#FIRST_YEAR}; not filed in the future. Unlike fundamentals a period may be of any length: some
 * companies report sums since they were founded. Each (cik, concept, unit, period, accession) once: the first is kept.
 */
public final class CompanyFactChecks {

    private CompanyFactChecks() {}

    private record Key(
            String cik,
            String concept,
            String unit,
            @Nullable LocalDate start,
            LocalDate end,
            String accession) {}

    /** @param today the last day on which something can have been filed */
    public static Checked<CompanyFact> check(List<Row<CompanyFact>> rows, LocalDate today) {
        Map<Key, CompanyFact> accepted = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Row<CompanyFact> row : rows) {
            CompanyFact fact = row.value();
            Key key = new Key(fact.cik(), fact.concept(), fact.unit(), fact.start(), fact.end(), fact.accession());
            CompanyFact known = accepted.get(key);
            String trouble = periodTrouble(fact);
            if (trouble != null) {
                rejected.add(reject(row, QuarantineReason.INVALID_PERIOD, trouble));
            } else if (!Double.isFinite(fact.value())) {
                rejected.add(reject(row, QuarantineReason.NON_FINITE_PRICE, "value is " + fact.value()));
            } else if (fact.filed().isAfter(today)) {
                String detail = "filed %s: after %s".formatted(fact.filed(), today);
                rejected.add(reject(row, QuarantineReason.FUTURE_DATE, detail));
            } else if (known != null) {
                String detail = "%s of %s in %s is there already, with %s"
                        .formatted(fact.concept(), fact.end(), fact.accession(), known.value());
                rejected.add(reject(row, QuarantineReason.DUPLICATE, detail));
            } else {
                accepted.put(key, fact);
            }
        }
        return new Checked<>(List.copyOf(accepted.values()), rejected, List.of());
    }

    private static @Nullable String periodTrouble(CompanyFact fact) {
        LocalDate start = fact.start();
        if (start != null && start.isAfter(fact.end())) {
            return "start %s is after end %s".formatted(start, fact.end());
        }
        LocalDate first = start == null ? fact.end() : start;
        if (first.getYear() < FundamentalChecks.FIRST_YEAR) {
            return "%s is before %d".formatted(first, FundamentalChecks.FIRST_YEAR);
        }
        if (fact.filed().isBefore(fact.end())) {
            return "filed %s is before end %s".formatted(fact.filed(), fact.end());
        }
        return null;
    }

    private static Rejected reject(Row<CompanyFact> row, QuarantineReason reason, String detail) {
        return new Rejected(row.line(), row.symbol(), row.value().end(), reason, row.raw(), detail);
    }
}
