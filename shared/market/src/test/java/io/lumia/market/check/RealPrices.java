package io.lumia.market.check;

import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.PriceBasis;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Price files of the shared data ({@code Symbol,Date,Open,High,Low,Close[,Adj Close],Volume}) as rows per symbol. */
final class RealPrices {

    private final Map<String, List<Row<DailyBar>>> rows = new TreeMap<>();
    private int empty;

    RealPrices add(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> header = List.of(lines.readLine().split(",", -1));
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                add(header, line.split(",", -1), number, line);
            }
        }
        return this;
    }

    Map<String, List<Row<DailyBar>>> rows() {
        return rows;
    }

    /** Rows without a price, which never become bars. */
    int empty() {
        return empty;
    }

    private void add(List<String> header, String[] fields, long number, String line) {
        double close = number(header, fields, "Close");
        if (Double.isNaN(close)) {
            empty++;
            return;
        }
        DailyBar bar = new DailyBar(
                LocalDate.parse(fields[1]),
                number(header, fields, "Open"),
                number(header, fields, "High"),
                number(header, fields, "Low"),
                close,
                number(header, fields, "Volume"),
                number(header, fields, "Adj Close"),
                0);
        rows.computeIfAbsent(fields[0], symbol -> new ArrayList<>()).add(new Row<>(number, fields[0], bar, line));
    }

    private static double number(List<String> header, String[] fields, String column) {
        int position = header.indexOf(column);
        return position < 0 || fields[position].isEmpty() ? Double.NaN : Double.parseDouble(fields[position]);
    }

    static Source source(PriceBasis basis, String asOf) {
        return new Source("bundle", "test", Instant.parse(asOf), basis, "USD", "CC0-1.0", "test");
    }

    static Asset asset(String symbol, AssetType type, @Nullable LocalDate first, @Nullable LocalDate last) {
        String safe = Symbol.isValid(symbol) ? symbol : "X";
        return new Asset(
                1,
                new AssetId(new UUID(0, 1)),
                AssetStatus.ACTIVE,
                new AssetDefinition(
                        new Symbol(safe),
                        symbol,
                        type,
                        null,
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        first,
                        last,
                        "",
                        Map.of()));
    }

    static BarBatch batch(AssetType type, PriceBasis basis, List<CorporateAction> actions, List<Row<DailyBar>> rows) {
        return new BarBatch(
                asset(rows.isEmpty() ? "X" : rows.getFirst().symbol(), type, null, null),
                rows,
                List.of(),
                0,
                actions,
                source(basis, "2024-12-31T00:00:00Z"),
                LocalDate.of(2024, 12, 31));
    }

    /** One row per call, with the accepted bars so far as context: a history lived day by day. */
    static Checked<DailyBar> dayByDay(BarBatch all) {
        List<DailyBar> books = new ArrayList<>(all.context());
        List<DailyBar> accepted = new ArrayList<>();
        List<Rejected> rejected = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int waiting = 0;
        for (Row<DailyBar> row : all.rows()) {
            List<DailyBar> context = books.stream()
                    .filter(bar -> bar.date().isBefore(row.value().date()))
                    .toList();
            List<DailyBar> newest =
                    context.subList(Math.max(0, context.size() - BarChecks.CONTEXT_BARS), context.size());
            Checked<DailyBar> checked = BarChecks.check(new BarBatch(
                    all.asset(), List.of(row), newest, waiting, all.actions(), all.source(), all.lastClosed()));
            books.addAll(checked.accepted());
            accepted.addAll(checked.accepted());
            rejected.addAll(checked.rejected());
            findings.addAll(checked.findings());
            boolean jumped =
                    checked.rejected().stream().anyMatch(bad -> bad.reason() == QuarantineReason.UNEXPLAINED_JUMP);
            waiting = jumped ? waiting + 1 : checked.accepted().isEmpty() ? waiting : 0;
        }
        return new Checked<>(accepted, rejected, findings);
    }
}
