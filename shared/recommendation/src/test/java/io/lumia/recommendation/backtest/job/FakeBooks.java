package io.lumia.recommendation.backtest.job;

import io.lumia.kernel.AsOf;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.DailyBar;
import io.lumia.market.MergeCounts;
import io.lumia.market.PriceHistory;
import io.lumia.market.Source;
import io.lumia.market.StoredAction;
import io.lumia.market.StoredBars;
import io.lumia.recommendation.backtest.InMemoryHistory;
import io.lumia.recommendation.backtest.Known;
import io.lumia.recommendation.backtest.MarketHistory;
import io.lumia.recommendation.backtest.MarketHistory.AssetHistory;
import io.lumia.recommendation.backtest.MarketHistory.SourcedBar;
import io.lumia.recommendation.configuration.Configurations;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotQuestion;
import io.lumia.recommendation.snapshot.Snapshots;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our books, as far as a backtest reads them, over rows in memory. */
final class FakeBooks implements Snapshots, PriceHistory, AssetCatalog {

    private final MarketHistory history;
    private final InMemoryHistory market;

    FakeBooks(MarketHistory history) {
        this.history = history;
        this.market = InMemoryHistory.of(history, Configurations.CURRENT);
    }

    @Override
    public MarketSnapshot read(SnapshotQuestion question) {
        return market.snapshot(question.time().asOf());
    }

    @Override
    public String revision() {
        return "1";
    }

    @Override
    public StoredBars bars(Asset asset, LocalDate from, LocalDate to, AsOf asOf) {
        List<SourcedBar> bars = rows(asset).bars().stream()
                .map(Known::row)
                .filter(row ->
                        !row.bar().date().isBefore(from) && !row.bar().date().isAfter(to))
                .toList();
        List<DailyBar> days = bars.stream().map(SourcedBar::bar).toList();
        return new StoredBars(days, bars.stream().map(SourcedBar::source).toList(), 0);
    }

    @Override
    public List<StoredAction> actions(Asset asset, AsOf asOf) {
        return rows(asset).actions().stream().map(Known::row).toList();
    }

    private AssetHistory rows(Asset asset) {
        return history.assets().get(asset.key());
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        for (int i = 0; i < history.assets().size(); i++) {
            AssetHistory asset = history.assets().get(i);
            if (asset.id().equals(id)) {
                return Optional.of(new Asset(i, id, AssetStatus.ACTIVE, asset.definition()));
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Asset> find(Symbol symbol, @Nullable LocalDate day) {
        throw notRead();
    }

    @Override
    public Asset get(String idOrSymbol) {
        throw notRead();
    }

    @Override
    public Map<Symbol, List<SymbolHolder>> holders(Collection<Symbol> symbols) {
        throw notRead();
    }

    @Override
    public List<Asset> all(Collection<AssetType> types) {
        throw notRead();
    }

    @Override
    public AssetPage search(AssetQuery query) {
        throw notRead();
    }

    @Override
    public MergeCounts merge(List<AssetDefinition> definitions, Source source) {
        throw notRead();
    }

    @Override
    public List<Asset> liveStocksOf(String cik) {
        throw notRead();
    }

    @Override
    public boolean rename(AssetId id, Symbol old, Symbol current, LocalDate from) {
        throw notRead();
    }

    private static UnsupportedOperationException notRead() {
        return new UnsupportedOperationException("a backtest asks by id only");
    }
}
