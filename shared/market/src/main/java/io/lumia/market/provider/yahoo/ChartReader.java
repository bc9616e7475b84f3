package io.lumia.market.provider.yahoo;

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
import java.time.Instant;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * v8 chart answers: parallel arrays beside a list of timestamps (session opens, UTC), events and a description of the
 * instrument. Daily rows become bars dated in the exchange's zone, candles of any other interval become quotes.
 */
final class ChartReader {

    private static final Columns COLUMNS = new Columns("open", "high", "low", "close", "volume", "adjclose");

    private final ReadContext context;
    private final WebResponse response;
    private final boolean metadataOnly;

    ChartReader(ReadContext context, WebResponse response, boolean metadataOnly) {
        this.context = context;
        this.response = response;
        this.metadataOnly = metadataOnly;
    }

    Reading read(JsonNode json) {
        JsonNode result = json.path("chart").path("result").path(0);
        Optional<String> trouble =
                result.isObject() ? ChartMeta.trouble(result.path("meta")) : Optional.of("no chart.result[0]");
        if (trouble.isPresent()) {
            return Reading.schemaChanged(trouble.get());
        }
        ChartMeta meta = ChartMeta.of(result.path("meta"));
        if (!context.symbol().isEmpty() && !YahooSymbols.agree(context.symbol(), meta.symbol(), context.assetType())) {
            return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), meta.symbol()));
        }
        return read(meta, result);
    }

    private Reading read(ChartMeta meta, JsonNode result) {
        String symbol = context.symbol().isEmpty() ? YahooSymbols.ours(meta.symbol()) : context.symbol();
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        meta.asset(symbol, context.assetType()).ifPresent(answer::asset);
        if (metadataOnly) {
            ParsedAnswer assets = answer.build();
            return assets.isEmpty()
                    ? Reading.none(
                            new EmptyConfirmed("an instrument of a kind we don't keep: " + meta.instrumentType()))
                    : Reading.rows(assets);
        }
        Optional<String> trouble = troubleInArrays(result);
        if (trouble.isPresent()) {
            return Reading.schemaChanged(trouble.get());
        }
        rows(meta, symbol, result, answer);
        new ChartEvents(context, meta, symbol).read(result.path("events"), answer);
        return DailyRows.reading(answer.build());
    }

    /**
     * An empty window has no timestamps and an empty quote. Old answers and funds may have a close only. Arrays of another
     * length than the timestamps are cut ones.
     */
    private static Optional<String> troubleInArrays(JsonNode result) {
        JsonNode quote = result.path("indicators").path("quote").path(0);
        int rows = result.path("timestamp").size();
        if (!result.path("indicators").isObject()) {
            return Optional.of("chart.result[0] has no indicators");
        }
        if (rows > 0 && !quote.path("close").isArray()) {
            return Optional.of("chart.result[0].indicators.quote[0] has no close");
        }
        for (String name : new String[] {"open", "high", "low", "close", "volume"}) {
            JsonNode values = quote.path(name);
            if (values.isArray() && values.size() != rows) {
                return Optional.of("%d timestamps, but %d values of %s".formatted(rows, values.size(), name));
            }
        }
        return Optional.empty();
    }

    private void rows(ChartMeta meta, String symbol, JsonNode result, ParsedAnswer.Builder answer) {
        DoubleUnaryOperator price = YahooNumbers.price(meta.currency());
        boolean noVolume = YahooMarkets.isWithoutVolume(meta.instrumentType());
        DailyRows bars = new DailyRows(context, symbol, COLUMNS, price, noVolume);
        ChartClock clock = new ChartClock(meta, response);
        boolean isDaily = meta.interval().equals("1d");
        JsonNode times = result.path("timestamp");
        for (int i = 0; i < times.size(); i++) {
            int row = i;
            RowCells cells = column -> cell(result, column, row);
            if (!times.get(i).canConvertToLong()) {
                bars.add(i + 1L, null, cells, () -> raw(times.get(row), cells));
            } else if (isDaily && clock.isDayFinished(times.get(i).longValue())) {
                bars.add(i + 1L, meta.date(times.get(i).longValue()), cells, () -> raw(times.get(row), cells));
            } else if (!isDaily && clock.isCandleFinished(times.get(i).longValue(), meta.interval())) {
                candle(i + 1L, times.get(i).longValue(), meta, symbol, cells, answer);
            }
        }
        bars.into(answer);
    }

    private void candle(
            long line, long time, ChartMeta meta, String symbol, RowCells cells, ParsedAnswer.Builder answer) {
        if (!context.wants(meta.date(time))) {
            return;
        }
        DoubleUnaryOperator price = YahooNumbers.price(meta.currency());
        String raw = RowText.shown(time + " " + cells.cell("close"));
        try {
            Quote quote = new Quote(
                    Instant.ofEpochSecond(time),
                    price("open", cells, price),
                    price("high", cells, price),
                    price("low", cells, price),
                    price("close", cells, price),
                    DailyRows.number("volume", cells),
                    YahooNumbers.currency(meta.currency()));
            if (Double.isNaN(quote.price())) {
                answer.rejected(new Rejected(
                        line, symbol, meta.date(time), QuarantineReason.MISSING_VALUE, raw, "close is missing"));
            } else {
                answer.quote(new Row<>(line, symbol, quote, raw));
            }
        } catch (AppException e) {
            answer.rejected(new Rejected(
                    line,
                    symbol,
                    meta.date(time),
                    QuarantineReason.MALFORMED_LINE,
                    raw,
                    RowText.shown(e.getMessage())));
        }
    }

    private static double price(String column, RowCells cells, DoubleUnaryOperator rule) {
        double value = DailyRows.number(column, cells);
        return Double.isNaN(value) ? value : rule.applyAsDouble(value);
    }

    private static String cell(JsonNode result, String column, int row) {
        JsonNode indicators = result.path("indicators");
        JsonNode group = indicators.path(column.equals("adjclose") ? "adjclose" : "quote");
        return RowCells.text(group.path(0).path(column).path(row));
    }

    private static String raw(JsonNode time, RowCells cells) {
        return "timestamp %s open %s high %s low %s close %s volume %s adjclose %s"
                .formatted(
                        time.asText(),
                        cells.cell("open"),
                        cells.cell("high"),
                        cells.cell("low"),
                        cells.cell("close"),
                        cells.cell("volume"),
                        cells.cell("adjclose"));
    }
}
