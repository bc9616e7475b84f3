package io.lumia.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.local.text.TextTable;
import io.lumia.web.http.CsvTable;
import io.lumia.web.http.CsvWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A recommendation as text or CSV. */
public final class RecommendationText {

    private static final int NAME_CHARACTERS = 28;
    private static final int WIDTH = 110;

    private RecommendationText() {}

    /** @param answer of {@code POST /recommendations} */
    public static void show(JsonNode answer, PrintWriter out) {
        JsonNode data = answer.path("data");
        if (data.path("outcome").asText().equals("withheld")) {
            withheld(data, out);
        } else {
            positions(data, out);
            reasons(data, out);
            summary(data, out);
            projection(data.path("projection"), out);
            list("what to know before believing it", data.path("warnings"), out);
            list("in plain words", data.path("explanation"), out);
        }
        basis(data, out);
        out.println(data.path("disclaimer").asText());
    }

    private static void withheld(JsonNode data, PrintWriter out) {
        out.println("nothing is recommended:");
        for (JsonNode reason : data.path("reasons")) {
            out.println("  %s: %s"
                    .formatted(
                            reason.path("code").asText(), reason.path("message").asText()));
            out.println("    what would help: " + reason.path("fix").asText());
        }
    }

    private static void positions(JsonNode data, PrintWriter out) {
        TextTable table = new TextTable(
                "symbol",
                "name",
                "part",
                "shares",
                "price",
                "amount",
                "score",
                "sure",
                "expected",
                "volatility",
                "beta");
        for (JsonNode position : data.path("positions")) {
            JsonNode allocation = position.path("allocation");
            table.row(
                    position.path("symbol").asText(),
                    ApiCommand.line(position.path("name").asText(), NAME_CHARACTERS),
                    percent(allocation.path("percentage")),
                    allocation.path("shares").asText(),
                    money(allocation.path("price")),
                    money(allocation.path("amount")),
                    number(position.path("rationale").path("overall")),
                    number(position.path("rationale").path("confidence")),
                    percent(position.path("expected_return")),
                    percent(position.path("risk").path("volatility")),
                    number(position.path("risk").path("beta")));
        }
        JsonNode cash = data.path("summary").path("cash");
        table.row("cash", null, percent(cash.path("percentage")), null, null, money(cash.path("amount")));
        table.print(out);
        out.println("  cash: " + cash.path("reason").asText());
        for (JsonNode sale : data.path("sales")) {
            out.println("  to sell: %s %s, %s"
                    .formatted(
                            sale.path("shares").asText(),
                            sale.path("symbol").asText(),
                            sale.path("reason").asText()));
        }
    }

    private static void reasons(JsonNode data, PrintWriter out) {
        out.println();
        out.println("why, and what would change it");
        for (JsonNode position : data.path("positions")) {
            out.println("  " + position.path("symbol").asText());
            position.path("rationale").path("words").forEach(words -> wrapped(words.asText(), out));
            position.path("what_would_change")
                    .forEach(turn -> wrapped(turn.path("words").asText(), out));
        }
        for (JsonNode next : data.path("next_in_line")) {
            out.println("  next in line: %s, if %s a year or more were expected of it instead of %s"
                    .formatted(
                            next.path("symbol").asText(),
                            percent(next.path("needed")),
                            percent(next.path("expected_return"))));
        }
    }

    private static void wrapped(String words, PrintWriter out) {
        StringBuilder line = new StringBuilder("   ");
        for (String word : words.split(" ")) {
            if (line.length() + word.length() >= WIDTH) {
                out.println(line);
                line = new StringBuilder("     ");
            }
            line.append(' ').append(word);
        }
        out.println(line);
    }

    private static void summary(JsonNode data, PrintWriter out) {
        JsonNode summary = data.path("summary");
        out.println();
        TextTable table = new TextTable("the portfolio", "");
        table.row("expected return a year", percent(summary.path("expected_return")));
        table.row("volatility a year", percent(summary.path("portfolio_risk")));
        table.row("  allowed", percent(summary.path("volatility_cap")));
        table.row("Sharpe ratio", number(summary.path("sharpe_ratio")));
        table.row("diversification, 0 to 1", number(summary.path("diversification_score")));
        table.row("beta to " + summary.path("benchmark").asText(), number(summary.path("beta")));
        table.row("lost more on 1 of 20 days", percent(summary.path("value_at_risk")));
        table.row("  on average of those", percent(summary.path("conditional_value_at_risk")));
        table.row("deepest fall in the look-back", percent(summary.path("max_drawdown")));
        for (JsonNode stress : summary.path("stress")) {
            if (stress.path("covered").asBoolean()) {
                table.row(stress.path("name").asText(), percent(stress.path("total_return")));
            }
        }
        JsonNode shock = summary.path("market_shock");
        if (shock.isObject()) {
            table.row(
                    "if %s went %s"
                            .formatted(
                                    summary.path("benchmark").asText(),
                                    TextTable.percent(
                                            shock.path("benchmark_return").asDouble())),
                    percent(shock.path("portfolio_return")));
        }
        table.row("trading costs", money(summary.path("trading_cost")));
        table.print(out);
    }

    private static void projection(JsonNode projection, PrintWriter out) {
        out.println();
        TextTable table = new TextTable(
                "after months", "1 of 20 below", "1 of 4 below", "middle", "1 of 4 above", "1 of 20 above");
        for (JsonNode point : projection.path("points")) {
            table.row(
                    point.path("months").asText(),
                    whole(point.path("p5")),
                    whole(point.path("p25")),
                    whole(point.path("p50")),
                    whole(point.path("p75")),
                    whole(point.path("p95")));
        }
        table.print(out);
    }

    private static void list(String title, JsonNode lines, PrintWriter out) {
        if (!lines.isEmpty()) {
            out.println();
            out.println(title);
            lines.forEach(line -> wrapped(line.asText(), out));
        }
    }

    private static void basis(JsonNode data, PrintWriter out) {
        JsonNode basis = data.path("basis");
        JsonNode universe = basis.path("universe");
        out.println();
        out.println("of %s assets %s could be recommended"
                .formatted(
                        universe.path("considered").asText(),
                        universe.path("eligible").asText()));
        universe.path("words").forEach(words -> out.println("  " + words.asText()));
        out.println("prices of %s; snapshot %s; configuration %s; id %s"
                .formatted(
                        basis.path("session").asText(),
                        basis.path("snapshot_id").asText(),
                        basis.path("configuration").asText(),
                        data.path("id").asText()));
    }

    /** A line per position; a withheld answer has the header only. */
    static void csv(JsonNode data, PrintWriter out) {
        out.print(new String(CsvWriter.bytes(new Positions(data.path("positions"))), StandardCharsets.UTF_8));
        out.flush();
    }

    private record Positions(JsonNode positions) implements CsvTable {

        @Override
        public List<String> csvHeader() {
            return List.of(
                    "symbol",
                    "name",
                    "asset_type",
                    "sector",
                    "percentage",
                    "shares",
                    "price",
                    "price_date",
                    "amount",
                    "overall_score",
                    "confidence",
                    "expected_return",
                    "volatility",
                    "beta");
        }

        @Override
        public void writeRows(CsvWriter csv) {
            for (JsonNode position : positions) {
                JsonNode allocation = position.path("allocation");
                csv.cell(position.path("symbol").asText())
                        .cell(position.path("name").asText())
                        .cell(position.path("asset_type").asText())
                        .cell(position.path("sector").asText(""))
                        .number(allocation.path("percentage").asDouble())
                        .number(allocation.path("shares").asDouble())
                        .number(allocation.path("price").asDouble())
                        .cell(allocation.path("price_date").asText())
                        .number(allocation.path("amount").asDouble())
                        .number(position.path("rationale").path("overall").asDouble())
                        .number(position.path("rationale").path("confidence").asDouble())
                        .number(position.path("expected_return").asDouble())
                        .number(position.path("risk").path("volatility").asDouble())
                        .number(position.path("risk").path("beta").asDouble(Double.NaN))
                        .endLine();
            }
        }
    }

    private static @Nullable String percent(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f %%", value.asDouble() * 100) : null;
    }

    private static @Nullable String number(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.2f", value.asDouble()) : null;
    }

    private static @Nullable String money(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,.2f", value.asDouble()) : null;
    }

    private static @Nullable String whole(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%,.0f", value.asDouble()) : null;
    }
}
