package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.text.TextTable;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A backtest as text. */
final class BacktestText {

    private BacktestText() {}

    /** @param data of {@code GET /backtests/{id}} */
    static void show(JsonNode data, PrintWriter out) {
        JsonNode report = data.path("report");
        if (!report.isObject()) {
            out.println("backtest %s".formatted(data.path("status").asText("was not made")));
            return;
        }
        out.println("would that advice have worked? %s to %s, %d decisions, traded at the %s"
                .formatted(
                        report.path("from").asText(),
                        report.path("to").asText(),
                        report.path("decisions").size(),
                        report.path("execution").asText().replace('_', ' ')));
        TextTable table =
                new TextTable("", "return a year", "volatility", "Sharpe", "Sortino", "deepest fall", "costs");
        row(table, "the advice", report.path("portfolio"));
        row(table, report.path("benchmark").asText(), report.path("benchmark_figures"));
        row(table, "all in equal amounts", report.path("equal_weight"));
        table.print(out);
        for (JsonNode words : report.path("words")) {
            out.println("  " + words.asText());
        }
    }

    private static void row(TextTable table, String name, JsonNode figures) {
        table.row(
                name,
                percent(figures.path("annual_return")),
                percent(figures.path("volatility")),
                number(figures.path("sharpe"), "%.2f"),
                number(figures.path("sortino"), "%.2f"),
                percent(figures.path("max_drawdown")),
                number(figures.path("costs"), "%,.0f"));
    }

    private static @Nullable String percent(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.1f %%", value.asDouble() * 100) : null;
    }

    private static @Nullable String number(JsonNode value, String format) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble()) : null;
    }
}
