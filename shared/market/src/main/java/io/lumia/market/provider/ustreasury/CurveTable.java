package io.lumia.market.provider.ustreasury;

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

/** The table: {@code Date}, month first, and a column for each maturity, {@code 1 Mo} to {@code 30 Yr}. Newest first. */
final class CurveTable {

    private static final DateTimeFormatter MONTH_FIRST = Periods.pattern("M/d/uuuu");

    private final ReadContext context;
    private final CsvTable table;
    private final Wanted wanted;
    private final SeriesRows rows;

    private CurveTable(ReadContext context, CsvTable table) {
        this.context = context;
        this.table = table;
        this.wanted = Wanted.of(context);
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<CsvTable> table = CsvTable.parse(response.text()).filter(CurveTable::isCurve);
        return table.isPresent()
                ? new CurveTable(context, table.get()).read()
                : Readings.unreadable(response, "a table of Date and maturities");
    }

    private static boolean isCurve(CsvTable table) {
        List<String> columns = table.header().subList(1, table.header().size());
        return table.header().getFirst().equalsIgnoreCase("Date")
                && columns.stream().allMatch(Tenor::looksLikeColumn)
                && new HashSet<>(columns).size() == columns.size();
    }

    private Reading read() {
        if (!wanted.isEverything() && wanted.symbols().stream().noneMatch(Tenor::isSymbol)) {
            return Readings.symbolUnknown("no maturity of the curve: " + wanted.symbols());
        }
        if (table.endsInsideNumber()) {
            return Reading.schemaChanged(
                    "ends inside a number, in row " + table.rows().size());
        }
        for (CsvRow row : table.rows()) {
            Optional<LocalDate> date = date(row.fields().getFirst());
            boolean whole = row.fields().size() == table.header().size();
            if ((date.isEmpty() || !whole) && table.isOpenEnd(row)) {
                return Reading.schemaChanged(
                        "ends in the middle of row " + row.line().number());
            }
            if (date.isEmpty() || !whole) {
                rows.malformed(
                        row.line(),
                        "",
                        date.orElse(null),
                        "date is '%s' with %d fields; allowed: a day with %d"
                                .formatted(
                                        row.fields().getFirst(),
                                        row.fields().size(),
                                        table.header().size()));
            } else {
                add(row, date.get());
            }
        }
        return rows.reading();
    }

    private static Optional<LocalDate> date(String text) {
        return Periods.day(text, MONTH_FIRST).or(() -> Periods.day(text));
    }

    private void add(CsvRow row, LocalDate date) {
        for (int i = 1; i < table.header().size(); i++) {
            String name = table.header().get(i);
            String value = row.fields().get(i);
            Optional<Tenor> tenor = Tenor.ofColumn(name);
            if (tenor.isPresent()) {
                if (wanted.has(tenor.get().symbol())) {
                    rows.observe(row.line(), tenor.get().symbol(), date, value);
                }
            } else if (context.wants(date) && !SeriesRows.isMissing(value)) {
                rows.malformed(row.line(), name, date, "maturity is '%s'; allowed: those of Tenor".formatted(name));
            }
        }
    }
}
