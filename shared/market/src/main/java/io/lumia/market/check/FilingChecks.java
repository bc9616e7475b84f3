package io.lumia.market.check;

import io.lumia.market.AcceptanceTime;
import io.lumia.market.Filing;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges filings: not filed or accepted in the future, after {@link FundamentalChecks#FIRST_YEAR}, each accession number once
 * (the first is kept; one that says the same again is nothing to look at). The date that a filing is about may lie ahead: a
 * proxy statement's is the day of the meeting.
 */
public final class FilingChecks {

    private FilingChecks() {}

    /** @param today the last day on which something can have been filed */
    public static Checked<Filing> check(List<Row<Filing>> rows, LocalDate today) {
        Map<String, Filing> accepted = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        for (Row<Filing> row : rows) {
            Filing filing = row.value();
            Filing known = accepted.get(filing.accession());
            LocalDate acceptedOn =
                    filing.acceptedAt().atZone(AcceptanceTime.NEW_YORK).toLocalDate();
            if (filing.filed().isAfter(today) || acceptedOn.isAfter(today)) {
                String detail = "filed %s, accepted %s: after %s".formatted(filing.filed(), filing.acceptedAt(), today);
                rejected.add(reject(row, QuarantineReason.FUTURE_DATE, detail));
            } else if (filing.filed().getYear() < FundamentalChecks.FIRST_YEAR) {
                String detail = "filed %s is before %d".formatted(filing.filed(), FundamentalChecks.FIRST_YEAR);
                rejected.add(reject(row, QuarantineReason.INVALID_PERIOD, detail));
            } else if (known == null) {
                accepted.put(filing.accession(), filing);
            } else if (!known.equals(filing)) {
                String detail = "%s is there already, as form %s of %s"
                        .formatted(filing.accession(), known.form(), known.filed());
                rejected.add(reject(row, QuarantineReason.DUPLICATE, detail));
            }
        }
        return new Checked<>(List.copyOf(accepted.values()), rejected, List.of());
    }

    private static Rejected reject(Row<Filing> row, QuarantineReason reason, String detail) {
        return new Rejected(row.line(), row.symbol(), row.value().filed(), reason, row.raw(), detail);
    }
}
