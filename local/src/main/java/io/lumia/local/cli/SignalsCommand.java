package io.lumia.local.cli;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.runtime.Installation;
import io.lumia.local.text.TextTable;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One asset's signals. */
@Command(
        name = "signals",
        description = "Show the newest signals of an asset, with the days before where --days asks for them.",
        mixinStandardHelpOptions = true)
final class SignalsCommand extends LumiaCommand {

    private static final int MOST_DAYS = 10_000;
    private static final MathContext SHOWN = new MathContext(7);

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "SYMBOL", description = "Symbol or public id, such as AAPL.")
    private String symbol = "";

    @Option(names = "--days", defaultValue = "1", description = "How many days to show, newest last (default 1).")
    private int days = 1;

    @Override
    int run() {
        if (days < 1 || days > MOST_DAYS) {
            throw AppException.invalid("--days", days, "1 to " + MOST_DAYS);
        }
        DataFolder folder = data.folder(this);
        try (Installation installation = Installation.open(folder, "signals")) {
            Asset asset = installation.functions().bean(AssetCatalog.class).get(symbol);
            Signals signals = signals(asset, installation.functions().bean(SignalHistory.class));
            print(signals, () -> show(signals));
        }
        return ExitCodes.DONE;
    }

    private Signals signals(Asset asset, SignalHistory history) {
        List<SignalRow> all =
                history.history(asset, LocalDate.EPOCH.minusYears(100), LocalDate.of(9999, 1, 1), Integer.MAX_VALUE);
        if (all.isEmpty()) {
            throw new AppException(
                    ErrorCode.NOT_FOUND,
                    "%s has no signals: it has no prices"
                            .formatted(asset.definition().symbol()));
        }
        List<Day> shown = all.subList(Math.max(0, all.size() - days), all.size()).stream()
                .map(row -> new Day(row.date(), values(row), row.computedAt()))
                .toList();
        return new Signals(
                asset.id().toString(),
                asset.definition().symbol().value(),
                asset.definition().name(),
                all.size(),
                shown);
    }

    private static Map<String, @Nullable Double> values(SignalRow row) {
        Map<String, @Nullable Double> values = new LinkedHashMap<>();
        for (SignalColumn column : SignalColumn.values()) {
            values.put(column.columnName(), row.knows(column) ? row.value(column) : null);
        }
        return values;
    }

    private void show(Signals signals) {
        out().println("%s  %s  (%s rows)".formatted(signals.symbol(), signals.name(), TextTable.count(signals.rows())));
        for (Day day : signals.days()) {
            out().println();
            TextTable table = new TextTable("signal", day.date().toString());
            day.signals()
                    .forEach((name, value) -> table.row(
                            name,
                            value == null
                                    ? null
                                    : new BigDecimal(value)
                                            .round(SHOWN)
                                            .stripTrailingZeros()
                                            .toPlainString()));
            table.print(out());
        }
    }

    /** @param rows how many days are stored */
    record Signals(String assetId, String symbol, String name, int rows, List<Day> days) {}

    record Day(LocalDate date, Map<String, @Nullable Double> signals, Instant computedAt) {}
}
