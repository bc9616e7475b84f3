package io.lumia.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.market.Fundamental;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.ReportingLag;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.web.DailyRows;
import io.lumia.market.provider.web.ReadContext;
import io.lumia.market.provider.web.Reading;
import io.lumia.market.provider.web.RowText;
import io.lumia.market.provider.web.WebNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * fundamentals-timeseries: one result per type ({@code annualNetIncome}), whose series may hold nulls; a type without a
 * series has no values. Trailing twelve months are left out, they repeat the quarters. The answer does not say when a
 * number was reported: {@link ReportingLag} stands for it.
 */
final class FundamentalsReader {

    private FundamentalsReader() {}

    static Reading read(ReadContext context, JsonNode json) {
        JsonNode results = json.path("timeseries").path("result");
        if (!results.isArray()) {
            return Reading.schemaChanged("no timeseries.result");
        }
        List<Row<Fundamental>> rows = new ArrayList<>();
        ParsedAnswer.Builder answer = ParsedAnswer.builder();
        for (JsonNode result : results) {
            String symbol = result.path("meta").path("symbol").path(0).asText("");
            String type = result.path("meta").path("type").path(0).asText("");
            if (symbol.isEmpty() || type.isEmpty()) {
                return Reading.schemaChanged("a result without meta.symbol or meta.type");
            }
            if (!context.symbol().isEmpty() && !YahooSymbols.agree(context.symbol(), symbol, context.assetType())) {
                return Reading.schemaChanged("asked for %s, answered about %s".formatted(context.symbol(), symbol));
            }
            String ours = context.symbol().isEmpty() ? YahooSymbols.ours(symbol) : context.symbol();
            YahooMetrics.parse(type)
                    .ifPresent(metric -> series(context, ours, metric, result.path(type), rows, answer));
        }
        rows.stream()
                .sorted(Comparator.comparing(row -> row.value().periodEnd()))
                .forEach(answer::fundamental);
        return DailyRows.reading(answer.build());
    }

    private static void series(
            ReadContext context,
            String symbol,
            YahooMetrics.Metric metric,
            JsonNode series,
            List<Row<Fundamental>> rows,
            ParsedAnswer.Builder answer) {
        long line = 0;
        for (JsonNode entry : series) {
            line++;
            if (entry.isNull()) {
                continue;
            }
            LocalDate end = date(entry.path("asOfDate").asText(""));
            Optional<Fundamental> fundamental = end == null ? Optional.empty() : fundamental(metric, end, entry);
            String raw = RowText.shown(metric.name() + " " + entry);
            if (fundamental.isEmpty()) {
                String detail = "asOfDate, reportedValue.raw or currencyCode is none";
                answer.rejected(new Rejected(line, symbol, end, QuarantineReason.MALFORMED_LINE, raw, detail));
            } else if (context.wants(fundamental.get().periodEnd())) {
                rows.add(new Row<>(line, symbol, fundamental.get(), raw));
            }
        }
    }

    private static Optional<Fundamental> fundamental(YahooMetrics.Metric metric, LocalDate end, JsonNode entry) {
        double value = WebNumbers.orNaN(entry.path("reportedValue").path("raw"));
        String currency = entry.path("currencyCode").asText("USD");
        if (Double.isNaN(value) || !currency.matches("[A-Z]{3}")) {
            return Optional.empty();
        }
        LocalDate start = metric.start(end);
        LocalDate reportedAt = metric.lag().reportedAt(end);
        return Optional.of(new Fundamental(metric.name(), start, end, reportedAt, true, value, currency));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
