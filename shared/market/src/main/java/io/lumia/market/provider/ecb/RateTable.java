package io.lumia.market.provider.ecb;

import io.lumia.market.provider.series.CsvTable;
import io.lumia.market.provider.series.CsvTable.CsvRow;
import io.lumia.market.provider.series.Periods;
import io.lumia.market.provider.series.Readings;
import io.lumia.market.provider.series.SeriesRows;
import io.lumia.market.provider.series.Wanted;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.platform.web.WebResponse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The bank's tables: a date and a column for each currency, and a comma behind the last. The history writes
 * {@code 2024-12-31} and comes newest first; the one-day file writes {@code 18 April 2014} with a blank before each field.
 */
final class RateTable {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final DateTimeFormatter WRITTEN_OUT = Periods.pattern("d MMMM uuuu");

    private final ReadContext context;
    private final CsvTable table;
    private final List<String> currencies;

    private RateTable(ReadContext context, CsvTable table, List<String> currencies) {
        this.context = context;
        this.table = table;
        this.currencies = currencies;
    }

    static Reading readHistory(ReadContext context, WebResponse response) {
        return read(context, response, Periods::day);
    }

    static Reading readOneDay(ReadContext context, WebResponse response) {
        return read(context, response, text -> Periods.day(text, WRITTEN_OUT));
    }

    private static Reading read(
            ReadContext context, WebResponse response, Function<String, Optional<LocalDate>> dates) {
        Optional<String> text = OneFileZip.textOf(response);
        if (text.isEmpty()) {
            return Reading.schemaChanged(
                    "not a whole ZIP with one CSV of at most %,d bytes".formatted(OneFileZip.MAX_BYTES));
        }
        Optional<CsvTable> table = CsvTable.parse(text.get());
        if (table.isEmpty() || !isRateTable(table.get().header())) {
            return Readings.unreadable(response, "a table of a date and three-letter currencies");
        }
        return new RateTable(context, table.get(), currencies(table.get().header())).read(dates);
    }

    private static boolean isRateTable(List<String> header) {
        List<String> currencies = currencies(header);
        Set<String> distinct = new HashSet<>(currencies);
        return header.getFirst().equalsIgnoreCase("Date")
                && !currencies.isEmpty()
                && distinct.size() == currencies.size()
                && currencies.stream().allMatch(name -> CURRENCY.matcher(name).matches());
    }

    /** Without the date before and the empty column behind. */
    private static List<String> currencies(List<String> header) {
        int end = header.getLast().isEmpty() ? header.size() - 1 : header.size();
        return header.subList(1, Math.max(1, end));
    }

    private Reading read(Function<String, Optional<LocalDate>> dates) {
        Wanted wanted = Wanted.of(context);
        Set<String> present = new HashSet<>();
        currencies.forEach(currency -> present.add("EUR" + currency));
        if (wanted.missesAll(present)) {
            return Readings.symbolUnknown("no column for %s; columns: %s".formatted(wanted.symbols(), currencies));
        }
        SeriesRows rows = new SeriesRows(context);
        for (CsvRow row : table.rows()) {
            Optional<LocalDate> date = dates.apply(row.fields().getFirst());
            // The empty column behind the last currency may be missing from a row, but not where the text breaks off.
            int fields = table.isOpenEnd(row) ? table.header().size() : currencies.size() + 1;
            boolean whole = row.fields().size() >= fields;
            if ((date.isEmpty() || !whole) && table.isOpenEnd(row)) {
                return Reading.schemaChanged(
                        "ends in the middle of row " + row.line().number());
            }
            if (date.isEmpty()) {
                rows.malformed(
                        row.line(),
                        "",
                        null,
                        "date is '%s'; allowed: a day".formatted(row.fields().getFirst()));
            } else if (!whole) {
                rows.malformed(
                        row.line(),
                        "",
                        date.get(),
                        "%d fields; allowed: %d".formatted(row.fields().size(), currencies.size() + 1));
            } else {
                add(row, date.get(), wanted, rows);
            }
        }
        return rows.reading();
    }

    private void add(CsvRow row, LocalDate date, Wanted wanted, SeriesRows rows) {
        for (int i = 0; i < currencies.size(); i++) {
            String pair = "EUR" + currencies.get(i);
            if (wanted.has(pair)) {
                rows.rate(row.line(), pair, date, row.fields().get(i + 1));
            }
        }
    }
}
