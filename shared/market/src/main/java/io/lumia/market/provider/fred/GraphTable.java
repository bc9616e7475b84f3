package io.lumia.market.provider.fred;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code fredgraph.csv}: {@code observation_date}, {@code DATE} in older downloads, and a column for each series. A day
 * without a value has an empty field or a dot. A column named otherwise than the series, as of a transformed one
 * ({@code CPIAUCSL_PC1}), is another series.
 */
final class GraphTable {

    private static final Set<String> DATE_NAMES = Set.of("OBSERVATION_DATE", "DATE");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.]{1,40}");

    private final CsvTable table;
    private final SeriesRows rows;
    private final Map<Integer, String> symbolByColumn = new HashMap<>();

    private GraphTable(ReadContext context, CsvTable table) {
        this.table = table;
        this.rows = new SeriesRows(context);
    }

    static Reading read(ReadContext context, WebResponse response) {
        Optional<CsvTable> table = CsvTable.parse(response.text()).filter(GraphTable::isGraph);
        return table.isPresent()
                ? new GraphTable(context, table.get()).read(Wanted.of(context))
                : Readings.unreadable(response, "a table of observation_date and series");
    }

    private static boolean isGraph(CsvTable table) {
        List<String> ids = table.header().subList(1, table.header().size());
        return DATE_NAMES.contains(table.header().getFirst().toUpperCase(Locale.ROOT))
                && ids.stream().allMatch(id -> ID.matcher(id).matches())
                && new HashSet<>(ids).size() == ids.size();
    }

    private Reading read(Wanted wanted) {
        for (int i = 1; i < table.header().size(); i++) {
            String id = table.header().get(i);
            if (wanted.isEverything()) {
                symbolByColumn.put(i, id);
            }
            for (String symbol : wanted.symbols()) {
                if (FredAdapter.fredId(symbol).orElse(symbol).equals(id)) {
                    symbolByColumn.put(i, symbol);
                }
            }
        }
        if (table.endsInsideNumber()) {
            return Reading.schemaChanged(
                    "ends inside a number, in row " + table.rows().size());
        }
        if (symbolByColumn.isEmpty()) {
            return Reading.schemaChanged(
                    "%s was asked for; the answer is about %s".formatted(wanted.symbols(), table.header()));
        }
        for (CsvRow row : table.rows()) {
            Optional<LocalDate> date = Periods.day(row.fields().getFirst());
            boolean whole = row.fields().size() == table.header().size();
            if ((date.isEmpty() || !whole) && table.isOpenEnd(row)) {
                return Reading.schemaChanged(
                        "ends in the middle of row " + row.line().number());
            }
            add(row, date, whole);
        }
        return rows.reading();
    }

    private void add(CsvRow row, Optional<LocalDate> date, boolean whole) {
        String symbol =
                symbolByColumn.size() == 1 ? symbolByColumn.values().iterator().next() : "";
        if (date.isEmpty()) {
            rows.malformed(
                    row.line(),
                    symbol,
                    null,
                    "date is '%s'; allowed: a day".formatted(row.fields().getFirst()));
        } else if (!whole) {
            rows.malformed(
                    row.line(),
                    symbol,
                    date.get(),
                    "%d fields; allowed: %d"
                            .formatted(row.fields().size(), table.header().size()));
        } else {
            symbolByColumn.forEach((column, series) ->
                    rows.observe(row.line(), series, date.get(), row.fields().get(column)));
        }
    }
}
