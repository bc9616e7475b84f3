package io.lumia.market.provider.secedgar;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.CompanyFact;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebNumbers;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code companyfacts}: facts.TAXONOMY.TAG.units.UNIT[] of {start, end, val, accn, fy, fp, form, filed, frame}. A period is
 * told again by every later filing that compares with it; each telling is a fact of its own, since its accession differs.
 * {@code fy} and {@code fp} describe the filing. Rows are wanted by the day they were filed, not by the period they are
 * about: a restatement of an old period is new.
 */
final class CompanyFactsReader {

    private final ReadContext context;
    private final Cik cik;
    private final String symbol;
    private final ParsedAnswer.Builder rows = ParsedAnswer.builder();
    private final Set<Told> seen = new HashSet<>();
    private long line;

    /** A fact but for what only describes its filing: the same one twice within an accession is one. */
    private record Told(
            String concept, String unit, @Nullable LocalDate start, LocalDate end, String accession, double value) {}

    private CompanyFactsReader(ReadContext context, Cik cik) {
        this.context = context;
        this.cik = cik;
        this.symbol = cik.symbolOr(context.symbol());
    }

    static Reading read(ReadContext context, JsonNode tree) {
        Optional<Cik> cik = Cik.parse(tree.path("cik"));
        if (cik.isEmpty() || !tree.path("facts").isObject()) {
            return Reading.schemaChanged("companyfacts has no cik or no facts");
        }
        if (!cik.get().answers(context.symbol())) {
            return Reading.schemaChanged(
                    "asked for %s, got %s".formatted(context.symbol(), cik.get().symbol()));
        }
        return new CompanyFactsReader(context, cik.get()).readFacts(tree.path("facts"));
    }

    private Reading readFacts(JsonNode facts) {
        for (Map.Entry<String, JsonNode> taxonomy : facts.properties()) {
            for (Map.Entry<String, JsonNode> tag : taxonomy.getValue().properties()) {
                String concept = taxonomy.getKey() + ":" + tag.getKey();
                JsonNode units = tag.getValue().path("units");
                if (!units.isObject()) {
                    return Reading.schemaChanged(concept + " has no units");
                }
                for (Map.Entry<String, JsonNode> unit : units.properties()) {
                    if (!unit.getValue().isArray()) {
                        return Reading.schemaChanged("%s in %s is no list".formatted(concept, unit.getKey()));
                    }
                    unit.getValue().forEach(row -> readRow(concept, unit.getKey(), row));
                }
            }
        }
        return Rows.reading(rows.build(), List.of(), "companyfacts holds no fact filed in the range");
    }

    private void readRow(String concept, String unit, JsonNode row) {
        line++;
        Optional<LocalDate> end = Rows.date(Rows.text(row, "end"));
        Optional<LocalDate> filed = Rows.date(Rows.text(row, "filed"));
        Optional<LocalDate> start = Rows.date(Rows.text(row, "start"));
        String accession = Rows.text(row, "accn");
        boolean isStartBad = start.isEmpty() && row.hasNonNull("start");
        if (end.isEmpty() || filed.isEmpty() || isStartBad || !Accession.isOne(accession)) {
            String detail = concept + ": start, end and filed must be dates, accn an accession number";
            rows.rejected(Rows.malformed(line, symbol, end.orElse(null), row.toString(), detail));
            return;
        }
        if (!context.wants(filed.get())) {
            return;
        }
        OptionalDouble value = WebNumbers.parse(row.path("val"));
        if (value.isEmpty()) {
            rows.rejected(withoutValue(concept, end.get(), row));
            return;
        }
        LocalDate from = start.orElse(null);
        if (seen.add(new Told(concept, unit, from, end.get(), accession, value.getAsDouble()))) {
            CompanyFact fact = new CompanyFact(
                    cik.value(),
                    concept,
                    unit,
                    from,
                    end.get(),
                    value.getAsDouble(),
                    accession,
                    Rows.text(row, "form"),
                    filed.get(),
                    row.path("fy").isIntegralNumber() ? (Integer) row.path("fy").intValue() : null,
                    orNull(Rows.text(row, "fp")),
                    orNull(Rows.text(row, "frame")));
            rows.companyFact(new Row<>(line, symbol, fact, () -> Rows.raw(row.toString())));
        }
    }

    private Rejected withoutValue(String concept, LocalDate end, JsonNode row) {
        JsonNode value = row.path("val");
        boolean isMissing = value.isMissingNode() || value.isNull();
        return new Rejected(
                line,
                symbol,
                end,
                isMissing ? QuarantineReason.MISSING_VALUE : QuarantineReason.MALFORMED_LINE,
                Rows.raw(row.toString()),
                "%s: val is '%s'; allowed: a number".formatted(concept, value.asText()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
