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
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The data portal's {@code csvdata}: one row per observation, some thirty columns or only those that somebody left.
 * Daily spot rates against the euro become bars; everything else is an observation under its series key, since a monthly
 * average is no day's price.
 */
final class DataApi {

    private static final String SPOT = "SP00";

    private final CsvTable table;
    private final Wanted wanted;
    private final SeriesRows rows;

    private DataApi(ReadContext context, CsvTable table) {
        this.table = table;
        this.wanted = Wanted.of(context);
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<CsvTable> table = CsvTable.parse(response.text());
        boolean known = table.isPresent()
                && table.get().column("TIME_PERIOD") >= 0
                && table.get().column("OBS_VALUE") >= 0
                && (table.get().column("KEY") >= 0 || table.get().column("CURRENCY") >= 0);
        return known
                ? new DataApi(context, table.get()).read()
                : Readings.unreadable(response, "a table with TIME_PERIOD, OBS_VALUE and KEY or CURRENCY");
    }

    private Reading read() {
        Set<String> present = new HashSet<>();
        for (CsvRow row : table.rows()) {
            boolean whole = row.fields().size() == table.header().size();
            Optional<LocalDate> date = whole ? Periods.parse(field(row, "TIME_PERIOD", "")) : Optional.empty();
            if (date.isEmpty() && table.isOpenEnd(row)) {
                return Reading.schemaChanged(
                        "ends in the middle of row " + row.line().number());
            }
            if (!whole) {
                rows.malformed(
                        row.line(),
                        "",
                        null,
                        "%d fields; allowed: %d"
                                .formatted(row.fields().size(), table.header().size()));
                continue;
            }
            String symbol = symbol(row);
            present.add(symbol);
            if (wanted.has(symbol)) {
                add(row, symbol, date);
            }
        }
        return !table.rows().isEmpty() && wanted.missesAll(present)
                ? Reading.schemaChanged("%s was asked for; the answer is about %s".formatted(wanted.symbols(), present))
                : rows.reading();
    }

    private void add(CsvRow row, String symbol, Optional<LocalDate> date) {
        String value = field(row, "OBS_VALUE", "");
        if (date.isEmpty()) {
            rows.malformed(
                    row.line(),
                    symbol,
                    null,
                    "TIME_PERIOD is '%s'; allowed: a day or period".formatted(field(row, "TIME_PERIOD", "")));
        } else if (isDailyRate(row)) {
            rows.rate(row.line(), symbol, date.get(), value);
        } else {
            rows.observe(row.line(), symbol, date.get(), value);
        }
    }

    private String symbol(CsvRow row) {
        if (isDailyRate(row)) {
            return "EUR" + field(row, "CURRENCY", "");
        }
        return field(row, "KEY", "EXR.%s.%s".formatted(field(row, "FREQ", ""), field(row, "CURRENCY", "")));
    }

    private boolean isDailyRate(CsvRow row) {
        return field(row, "FREQ", "D").equals("D")
                && field(row, "CURRENCY", "").length() == 3
                && field(row, "CURRENCY_DENOM", "EUR").equals("EUR")
                && field(row, "EXR_TYPE", SPOT).equals(SPOT);
    }

    private String field(CsvRow row, String column, String without) {
        int position = table.column(column);
        return position < 0 ? without : row.fields().get(position);
    }
}
