package io.lumia.functions.marketapi.correlation;

import io.lumia.kernel.AsOf;
import io.lumia.market.AdjustedPrices;
import io.lumia.market.Adjustment;
import io.lumia.market.Asset;
import io.lumia.market.PriceAdjuster;
import io.lumia.market.PricesOfMany;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.signals.SignalHistory;
import io.lumia.signals.SignalRow;
import io.lumia.web.asset.AssetInfo;
import io.lumia.web.asset.AssetReader;
import io.lumia.web.http.Decimals;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The correlation matrix of some assets as of an instant, from the bars and actions known then. */
@Singleton
final class ReadCorrelations {

    /** Fisher's z has then a standard error of 1/√57 = 0.13: below it a correlation says little. */
    static final int LEAST_PAIRS = 60;

    /** 252 sessions lie within 366 calendar days. */
    private static final double CALENDAR_DAYS_PER_SESSION = 366.0 / 252;

    /** Room for closed weeks. */
    private static final int SPARE_DAYS = 30;

    private final PricesOfMany prices;
    private final SignalHistory signals;

    ReadCorrelations(PricesOfMany prices, SignalHistory signals) {
        this.prices = prices;
        this.signals = signals;
    }

    record Answer(CorrelationView view, List<String> warnings) {}

    /** @param days returns of each pair, at most */
    Answer read(List<Asset> assets, int days, AsOf asOf) {
        Map<Integer, StoredBars> bars = prices.bars(assets, firstDay(assets, days, asOf), asOf);
        Map<Integer, List<StoredAction>> actions = prices.actions(assets, asOf);
        Matrix matrix = new Matrix(assets);
        for (Asset asset : assets) {
            matrix.add(asset, bars.get(asset.key()), actions.getOrDefault(asset.key(), List.of()));
        }
        return matrix.answer(days);
    }

    /** Back from the last session that all have, so that the pairs of an asset that ended are found too. */
    private LocalDate firstDay(List<Asset> assets, int days, AsOf asOf) {
        Map<Integer, SignalRow> newest = signals.latest(assets);
        LocalDate last = LocalDate.MAX;
        for (Asset asset : assets) {
            LocalDate closed = AssetReader.calendarOf(asset).lastClosedSession(asOf);
            SignalRow row = newest.get(asset.key());
            LocalDate ofAsset = row == null || row.date().isAfter(closed) ? closed : row.date();
            last = ofAsset.isBefore(last) ? ofAsset : last;
        }
        return last.minusDays((long) Math.ceil(days * CALENDAR_DAYS_PER_SESSION) + SPARE_DAYS);
    }

    /** One answer's. */
    private static final class Matrix {

        private final List<Asset> assets;
        private final List<CloseSeries> series = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Matrix(List<Asset> assets) {
            this.assets = assets;
        }

        void add(Asset asset, @Nullable StoredBars stored, List<StoredAction> actions) {
            if (stored == null) {
                series.add(CloseSeries.empty());
                return;
            }
            LocalDate newest = stored.bars().getLast().date();
            AdjustedPrices adjusted = PriceAdjuster.adjust(stored, actions, Adjustment.ALL, newest);
            adjusted.notes().warnings().forEach(warning -> warnings.add(symbol(asset) + ": " + warning));
            series.add(CloseSeries.of(adjusted));
        }

        Answer answer(int days) {
            int size = assets.size();
            PairCorrelation[][] cells = new PairCorrelation[size][size];
            for (int row = 0; row < size; row++) {
                for (int column = 0; column <= row; column++) {
                    cells[row][column] = PairCorrelation.of(series.get(row), series.get(column), days);
                    cells[column][row] = cells[row][column];
                    warn(row, column, cells[row][column]);
                }
            }
            return new Answer(view(cells, days), warnings);
        }

        private void warn(int row, int column, PairCorrelation cell) {
            String names = row == column
                    ? symbol(assets.get(row))
                    : symbol(assets.get(column)) + " and " + symbol(assets.get(row));
            if (cell.pairs() < LEAST_PAIRS) {
                warnings.add("%s: %d pairs of returns, needed: %d".formatted(names, cell.pairs(), LEAST_PAIRS));
            } else if (Double.isNaN(cell.value())) {
                warnings.add("%s: a price does not move".formatted(names));
            }
        }

        private CorrelationView view(PairCorrelation[][] cells, int days) {
            List<List<@Nullable Double>> correlations = new ArrayList<>();
            List<List<Integer>> pairs = new ArrayList<>();
            long first = Long.MAX_VALUE;
            long last = Long.MIN_VALUE;
            for (PairCorrelation[] row : cells) {
                List<@Nullable Double> values = new ArrayList<>();
                List<Integer> counts = new ArrayList<>();
                for (PairCorrelation cell : row) {
                    values.add(shown(cell));
                    counts.add(cell.pairs());
                    first = cell.pairs() > 0 ? Math.min(first, cell.firstDay()) : first;
                    last = cell.pairs() > 0 ? Math.max(last, cell.lastDay()) : last;
                }
                correlations.add(values);
                pairs.add(counts);
            }
            boolean any = first <= last;
            return new CorrelationView(
                    assets.stream().map(AssetInfo::of).toList(),
                    days,
                    LEAST_PAIRS,
                    Adjustment.ALL.code(),
                    any ? LocalDate.ofEpochDay(first) : null,
                    any ? LocalDate.ofEpochDay(last) : null,
                    correlations,
                    pairs);
        }

        private static @Nullable Double shown(PairCorrelation cell) {
            boolean known = cell.pairs() >= LEAST_PAIRS && !Double.isNaN(cell.value());
            return known ? Decimals.rounded(cell.value()) : null;
        }

        private static String symbol(Asset asset) {
            return asset.definition().symbol().value();
        }
    }
}
