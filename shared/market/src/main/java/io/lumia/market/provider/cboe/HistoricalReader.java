package io.lumia.market.provider.cboe;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowCells;
import io.lumia.market.provider.web.SessionEnd;
import io.lumia.market.provider.web.WebNumbers;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code {symbol, data: [{date, open, high, low, close, volume}]}}, oldest first, numbers as such or as text. Days before
 * a listing are rows of zeros: no bars. A day whose session was not over when the answer was made is left out.
 */
final class HistoricalReader {

    private HistoricalReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        JsonNode data = json.path("data");
        if (!data.isArray() || !json.path("symbol").isTextual()) {
            return Reading.schemaChanged("no symbol or no data");
        }
        String answered = json.path("symbol").asText();
        if (!context.symbol().isEmpty() && !plain(context.symbol()).equals(plain(answered))) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), answered));
        }
        String symbol = context.symbol().isEmpty() ? ours(answered) : context.symbol();
        return rows(context, symbol, data, SessionEnd.madeAt(response).orElse(response.receivedAt()));
    }

    private static Reading rows(ReadContext context, String symbol, JsonNode data, Instant madeAt) {
        boolean isIndex = symbol.startsWith("^");
        DailyRows rows = new DailyRows(context, symbol, Columns.PLAIN, DoubleUnaryOperator.identity(), isIndex);
        boolean isListed = false;
        for (int i = 0; i < data.size(); i++) {
            JsonNode row = data.get(i);
            isListed |= !isAllZero(row);
            LocalDate date = date(row.path("date").asText(""));
            if (isListed && (date == null || SessionEnd.isUsSessionOver(date, madeAt))) {
                rows.add(i + 1L, date, RowCells.of(row), row::toString);
            }
        }
        return rows.reading();
    }

    private static boolean isAllZero(JsonNode row) {
        return isZero(row.path("open"))
                && isZero(row.path("high"))
                && isZero(row.path("low"))
                && isZero(row.path("close"));
    }

    private static boolean isZero(JsonNode value) {
        return WebNumbers.parse(value).orElse(Double.NaN) == 0;
    }

    /** A date, perhaps with a time behind it. */
    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static String plain(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replaceAll("[\\^_]", "").replaceAll("[/-]", ".");
    }

    private static String ours(String theirs) {
        return theirs.startsWith("_") ? "^" + theirs.substring(1) : theirs;
    }
}
