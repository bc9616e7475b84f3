package io.lumia.market.check;

import io.lumia.market.AssetType;
import io.lumia.market.CorporateAction;
import io.lumia.market.DailyBar;
import io.lumia.market.Dataset;
import io.lumia.market.PriceBasis;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.market.provider.RawAnswer;
import io.lumia.market.provider.bundle.BundleProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of {@code nasties}, read as a bundle's bars are and checked as one asset's. */
final class Nasty {

    private static final LocalDate LAST_CLOSED = LocalDate.of(2024, 12, 31);

    private final AssetType type;
    private final PriceBasis basis;
    private final List<Row<DailyBar>> rows;
    private final List<Rejected> unreadable;
    private final List<CorporateAction> actions = new ArrayList<>();
    private @Nullable LocalDate firstDate;

    private Nasty(AssetType type, PriceBasis basis, List<Row<DailyBar>> rows, List<Rejected> unreadable) {
        this.type = type;
        this.basis = basis;
        this.rows = rows;
        this.unreadable = unreadable;
    }

    static Nasty read(String name, AssetType type, PriceBasis basis) {
        ParsedAnswer answer = parse(name, Dataset.BARS, basis);
        return new Nasty(type, basis, answer.bars(), answer.rejected());
    }

    /** The file with line numbers in front, as a raw answer has them. */
    static ParsedAnswer parse(String name, Dataset dataset, PriceBasis basis) {
        try (InputStream resource = Nasty.class.getResourceAsStream("/nasties/" + name + ".csv")) {
            List<String> lines = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            StringBuilder raw = new StringBuilder("line,").append(lines.get(1)).append('\n');
            for (int i = 2; i < lines.size(); i++) {
                raw.append(i + 1).append(',').append(lines.get(i)).append('\n');
            }
            byte[] content = raw.toString().getBytes(StandardCharsets.UTF_8);
            try (BundleProvider provider = new BundleProvider()) {
                return provider.read(
                        new RawAnswer(dataset, RealPrices.source(basis, "2024-12-31T00:00:00Z"), "text/csv", content));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Nasty livingFrom(String date) {
        firstDate = LocalDate.parse(date);
        return this;
    }

    Nasty with(CorporateAction action) {
        actions.add(action);
        return this;
    }

    Nasty from(LocalDate first) {
        List<Row<DailyBar>> later =
                rows.stream().filter(row -> !row.value().date().isBefore(first)).toList();
        return new Nasty(type, basis, later, unreadable);
    }

    List<Rejected> unreadable() {
        return unreadable;
    }

    LocalDate lastDate() {
        return rows.getLast().value().date();
    }

    boolean isFlat(long line) {
        return rows.stream().filter(row -> row.line() == line).map(Row::value).anyMatch(bar -> bar.low() == bar.high());
    }

    Checked<DailyBar> check() {
        return BarChecks.check(batch());
    }

    Checked<DailyBar> dayByDay() {
        return RealPrices.dayByDay(batch());
    }

    private BarBatch batch() {
        List<Row<DailyBar>> own = rows.stream()
                .filter(row -> row.symbol().equals(rows.getFirst().symbol()))
                .toList();
        return new BarBatch(
                RealPrices.asset(rows.getFirst().symbol(), type, firstDate, null),
                own,
                List.of(),
                0,
                actions,
                RealPrices.source(basis, "2024-12-31T00:00:00Z"),
                LAST_CLOSED);
    }
}
