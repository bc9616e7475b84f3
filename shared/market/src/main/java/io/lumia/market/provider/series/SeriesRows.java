package io.lumia.market.provider.series;

import io.lumia.market.BarFlag;
import io.lumia.market.DailyBar;
import io.lumia.market.Observation;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.WebCall;
import io.lumia.market.provider.web.WebNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the dated values of one answer, in any order, and says at the end what the answer was. Keeps what was asked
 * for; a value that is marked as missing is neither a row nor an error; one that is no number is rejected.
 */
public final class SeriesRows {

    private static final int SHOWN_CHARACTERS = 1_000;

    /** How providers write "no value": a holiday, a currency that is gone. Compared in upper case. */
    private static final Set<String> MISSING =
            Set.of("", ".", "-", "--", "N/A", "NA", "ND", "N.A.", "NAN", "NULL", "NONE");

    private final ReadContext context;
    private final List<Row<DailyBar>> bars = new ArrayList<>();
    private final List<Row<Observation>> observations = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private long readable;

    public SeriesRows(ReadContext context) {
        this.context = context;
    }

    /** Whether a text says that there is no value. */
    public static boolean isMissing(String text) {
        return MISSING.contains(text.strip().toUpperCase(java.util.Locale.ROOT));
    }

    /** A value of a series, as the provider wrote it. */
    public void observe(Line line, String symbol, LocalDate date, String value) {
        if (isMissing(value)) {
            missing();
            return;
        }
        OptionalDouble number = WebNumbers.parse(value);
        if (number.isEmpty()) {
            malformed(line, symbol, date, notANumber("value", value));
            return;
        }
        observe(line, symbol, date, number.getAsDouble());
    }

    public void observe(Line line, String symbol, LocalDate date, double value) {
        readable++;
        if (context.wants(date)) {
            observations.add(new Row<>(line.number(), symbol, new Observation(date, value), shown(line.raw())));
        }
    }

    /** A day's reference rate of a pair, as the provider wrote it. */
    public void rate(Line line, String pair, LocalDate date, String value) {
        if (isMissing(value)) {
            missing();
            return;
        }
        OptionalDouble number = WebNumbers.parse(value);
        if (number.isEmpty()) {
            malformed(line, pair, date, notANumber("rate", value));
            return;
        }
        rate(line, pair, date, number.getAsDouble());
    }

    /** A day's reference rate of a pair: the price of one unit of the first currency in the second. */
    public void rate(Line line, String pair, LocalDate date, double rate) {
        readable++;
        if (context.wants(date)) {
            DailyBar bar = new DailyBar(date, rate, rate, rate, rate, Double.NaN, Double.NaN, BarFlag.CLOSE_ONLY.bit());
            bars.add(new Row<>(line.number(), pair, bar, shown(line.raw())));
        }
    }

    /** The provider says that there is no value. */
    public void missing() {
        readable++;
    }

    /** A row that is none, or a value that is no number. */
    public void malformed(Line line, String symbol, @Nullable LocalDate date, String detail) {
        reject(line, symbol, date, QuarantineReason.MALFORMED_LINE, detail);
    }

    public void reject(Line line, String symbol, @Nullable LocalDate date, QuarantineReason reason, String detail) {
        rejected.add(new Rejected(line.number(), symbol, date, reason, shown(line.raw()), detail));
    }

    /** What the answer was: rows, nothing for what was asked, or nothing that could be read. */
    public Reading reading() {
        return reading(List.of());
    }

    /** The same, with further pages to ask for. */
    public Reading reading(List<WebCall> more) {
        if (readable == 0 && !rejected.isEmpty()) {
            return Reading.schemaChanged("none of %d rows could be read; the first: %s"
                    .formatted(rejected.size(), rejected.getFirst().detail()));
        }
        ParsedAnswer answer = sorted();
        if (answer.isEmpty() && more.isEmpty()) {
            return Reading.none(new EmptyConfirmed(
                    readable == 0 ? "no rows" : "%d values, none of them asked for and present".formatted(readable)));
        }
        return Reading.rows(answer, more);
    }

    private ParsedAnswer sorted() {
        bars.sort(Comparator.comparing(row -> row.value().date()));
        observations.sort(Comparator.comparing(row -> row.value().date()));
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        bars.forEach(answer::bar);
        observations.forEach(answer::observation);
        rejected.forEach(answer::rejected);
        return answer.build();
    }

    private static String notANumber(String field, String value) {
        return "%s is '%s'; allowed: a number".formatted(field, shown(value));
    }

    private static String shown(String raw) {
        return raw.length() <= SHOWN_CHARACTERS ? raw : raw.substring(0, SHOWN_CHARACTERS);
    }

    /**
     * Where a value stood.
     *
     * @param number 1 for the answer's first row
     * @param raw    the row as received
     */
    public record Line(long number, String raw) {}
}
