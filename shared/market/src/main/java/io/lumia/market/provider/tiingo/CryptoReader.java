package io.lumia.market.provider.tiingo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.kernel.AppException;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Quote;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.ProviderAnswer.EmptyConfirmed;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.DailyRows.Columns;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowCells;
import io.lumia.market.provider.web.RowText;
import io.lumia.platform.web.WebResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Candles of one or more pairs, from all exchanges together; what single exchanges say ({@code exchangeData}) is left
 * alone. Candles that all begin at midnight UTC, a day apart or more, are days; others become quotes. The day that still
 * runs is left out.
 */
final class CryptoReader {

    private CryptoReader() {}

    static Reading read(ReadContext context, JsonNode json, WebResponse response) {
        if (!json.isArray()) {
            return Reading.schemaChanged("no list of pairs");
        }
        if (json.isEmpty()) {
            return Reading.none(new EmptyConfirmed("no pair with candles in the range"));
        }
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        boolean isAsked = false;
        for (JsonNode pair : json) {
            if (!pair.path("priceData").isArray() || !pair.path("baseCurrency").isTextual()) {
                return Reading.schemaChanged("a pair without baseCurrency or priceData");
            }
            String symbol = symbol(context, pair);
            if (symbol != null) {
                isAsked = true;
                pair(context, symbol, pair, response.receivedAt(), answer);
            }
        }
        return isAsked
                ? DailyRows.reading(answer.build())
                : Reading.schemaChanged("no pair is any of " + context.symbols());
    }

    /** Null for a pair that nobody asked for. */
    private static @Nullable String symbol(ReadContext context, JsonNode pair) {
        String ours = (pair.path("baseCurrency").asText() + "-"
                        + pair.path("quoteCurrency").asText())
                .toUpperCase(Locale.ROOT);
        if (context.symbols().isEmpty()) {
            return ours;
        }
        return context.symbols().stream()
                .filter(symbol -> TiingoSymbols.agree(symbol, ours))
                .findFirst()
                .orElse(null);
    }

    private static void pair(
            ReadContext context, String symbol, JsonNode pair, Instant now, ParsedAnswer.Builder answer) {
        JsonNode candles = pair.path("priceData");
        boolean isDaily = isDaily(candles);
        DailyRows bars = new DailyRows(context, symbol, Columns.PLAIN);
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        String currency = pair.path("quoteCurrency").asText().toUpperCase(Locale.ROOT);
        for (int i = 0; i < candles.size(); i++) {
            JsonNode candle = candles.get(i);
            Instant time = time(candle);
            LocalDate date = time == null ? null : time.atZone(ZoneOffset.UTC).toLocalDate();
            if (time == null || (isDaily && date != null && date.isBefore(today))) {
                bars.add(i + 1L, date, RowCells.of(candle), candle::toString);
            } else if (!isDaily && date != null && context.wants(date)) {
                quote(i + 1L, symbol, time, candle, currency, answer);
            }
        }
        bars.into(answer);
    }

    private static void quote(
            long line, String symbol, Instant time, JsonNode candle, String currency, ParsedAnswer.Builder answer) {
        RowCells cells = RowCells.of(candle);
        String raw = RowText.shown(candle.toString());
        try {
            double close = DailyRows.number("close", cells);
            if (Double.isNaN(close)) {
                throw AppException.invalid("close", cells.cell("close"), "a number");
            }
            Quote quote = new Quote(
                    time,
                    DailyRows.number("open", cells),
                    DailyRows.number("high", cells),
                    DailyRows.number("low", cells),
                    close,
                    DailyRows.number("volume", cells),
                    currency);
            answer.quote(new Row<>(line, symbol, quote, raw));
        } catch (AppException e) {
            answer.rejected(new Rejected(
                    line, symbol, null, QuarantineReason.MALFORMED_LINE, raw, RowText.shown(e.getMessage())));
        }
    }

    private static boolean isDaily(JsonNode candles) {
        LocalDate last = null;
        for (JsonNode candle : candles) {
            Instant time = time(candle);
            if (time != null) {
                LocalDate date = time.atZone(ZoneOffset.UTC).toLocalDate();
                if (!time.atZone(ZoneOffset.UTC).toLocalTime().equals(LocalTime.MIDNIGHT) || date.equals(last)) {
                    return false;
                }
                last = date;
            }
        }
        return true;
    }

    private static @Nullable Instant time(JsonNode candle) {
        try {
            return OffsetDateTime.parse(candle.path("date").asText("")).toInstant();
        } catch (DateTimeException _) {
            return null;
        }
    }
}
