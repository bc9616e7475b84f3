package io.lumia.market.provider.nasdaq;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowCells;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code data.tradesTable.rows}, newest first: {@code 09/25/2026}, {@code "$341.07"}, {@code "30,002,510"}, {@code "--"}.
 * A day whose session was not over when the answer was made is left out.
 */
final class HistoricalReader {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private HistoricalReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode data = json.path("data");
        JsonNode table = data.path("tradesTable");
        String answered = data.path("symbol").asText("");
        if (!table.isObject() || answered.isEmpty()) {
            return Reading.schemaChanged("no data.tradesTable or no data.symbol");
        }
        if (!context.symbol().isEmpty() && !NasdaqSymbols.agree(context.symbol(), answered)) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), answered));
        }
        JsonNode rows = table.path("rows");
        if (rows.isNull() || (rows.isArray() && rows.isEmpty())) {
            return Reading.none(new EmptyConfirmed("no rows for %s in the range and asset class".formatted(answered)));
        }
        if (!rows.isArray()) {
            return Reading.schemaChanged("no data.tradesTable.rows");
        }
        String symbol = context.symbol().isEmpty() ? NasdaqSymbols.ours(answered) : context.symbol();
        return rows(context, symbol, rows, SessionEnd.madeAt(response).orElse(response.receivedAt()));
    }

    private static Reading rows(ReadContext context, String symbol, JsonNode rows, Instant madeAt) {
        DailyRows bars = new DailyRows(context, symbol, Columns.PLAIN);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            LocalDate date = date(row.path("date").asText(""));
            if (date == null || SessionEnd.isUsSessionOver(date, madeAt)) {
                bars.add(i + 1L, date, RowCells.of(row), row::toString);
            }
        }
        return bars.reading();
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DATE);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
