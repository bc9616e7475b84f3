package io.lumia.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.web.CsvTable;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowCells;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebStatus;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Brings both forms of a time series to rows with the same column names, and checks that it is the one asked for. */
final class SeriesReader {

    private final ReadContext context;
    private final WebResponse response;
    private final Series series;

    SeriesReader(ReadContext context, WebResponse response, Series series) {
        this.context = context;
        this.response = response;
        this.series = series;
    }

    /** One row, newest first as received. */
    record Line(long number, String time, RowCells cells, String text) {}

    Reading read(Optional<JsonNode> json) {
        return json.isPresent() ? readJson(json.get()) : readCsv();
    }

    private Reading readCsv() {
        Optional<CsvTable> table = CsvTable.parse(response.text())
                .filter(csv -> csv.hasAll("timestamp", "open", "high", "low", "close"))
                .filter(csv -> csv.isEnded() && !csv.isCut());
        if (table.isEmpty()) {
            return Reading.schemaChanged("no JSON and no whole CSV; " + WebStatus.seen(response));
        }
        if (series.isAdjusted() && !table.get().hasAll("adjusted close")) {
            return Reading.schemaChanged(
                    "no adjusted close; columns are " + table.get().header());
        }
        List<Line> lines = new ArrayList<>();
        for (CsvTable.Row row : table.get().rows()) {
            lines.add(new Line(row.line(), row.isWhole() ? row.cell("timestamp") : "", row, row.text()));
        }
        return new SeriesTable(context, context.symbol(), series, SessionEnd.NEW_YORK, response.receivedAt())
                .read(lines, "");
    }

    private Reading readJson(JsonNode json) {
        JsonNode meta = json.path("Meta Data");
        Optional<Map.Entry<String, JsonNode>> section = section(json);
        if (section.isEmpty() || !meta.isObject()) {
            return Reading.schemaChanged("no %s; %s".formatted(series.kind(), WebStatus.seen(response)));
        }
        String answered = value(meta, "symbol");
        if (!context.symbol().isEmpty() && !context.symbol().equalsIgnoreCase(answered)) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), answered));
        }
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<String, JsonNode> row : section.get().getValue().properties()) {
            RowCells cells = column -> value(row.getValue(), column);
            lines.add(new Line(lines.size() + 1L, row.getKey(), cells, row.getKey() + " " + row.getValue()));
        }
        if (series.isAdjusted()
                && !lines.isEmpty()
                && lines.getFirst().cells().cell("adjusted close").isEmpty()) {
            return Reading.schemaChanged("no adjusted close");
        }
        String symbol = context.symbol().isEmpty() ? answered.toUpperCase(Locale.ROOT) : context.symbol();
        return new SeriesTable(context, symbol, series, zone(value(meta, "time zone")), response.receivedAt())
                .read(withoutRunning(lines, value(meta, "last refreshed")), value(meta, "interval"));
    }

    private Optional<Map.Entry<String, JsonNode>> section(JsonNode json) {
        return json.properties().stream()
                .filter(property -> series.isSection(property.getKey()))
                .filter(property -> property.getValue().isObject())
                .findFirst();
    }

    /** "Last Refreshed" with a time of day before the close: the newest day was still running, and is left out. */
    private List<Line> withoutRunning(List<Line> lines, String refreshed) {
        if (!series.isDaily()
                || refreshed.length() <= 10
                || !isBeforeClose(refreshed.substring(10).strip())) {
            return lines;
        }
        String running = refreshed.substring(0, 10);
        return lines.stream().filter(line -> !line.time().equals(running)).toList();
    }

    private static boolean isBeforeClose(String time) {
        try {
            return LocalTime.parse(time).isBefore(LocalTime.of(16, 0));
        } catch (DateTimeException _) {
            return false;
        }
    }

    /** By the name behind the number: {@code 4. close}, {@code 2. Symbol}. */
    static String value(JsonNode object, String name) {
        Iterator<Map.Entry<String, JsonNode>> properties = object.properties().iterator();
        while (properties.hasNext()) {
            Map.Entry<String, JsonNode> property = properties.next();
            String plain = property.getKey().replaceFirst("^\\d{1,2}[.:] ", "").toLowerCase(Locale.ROOT);
            if (plain.equals(name)) {
                return RowCells.text(property.getValue());
            }
        }
        return "";
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return SessionEnd.NEW_YORK;
        }
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
