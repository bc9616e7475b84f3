package io.lumia.functions.computesignals;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.ErrorCode;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetStatus;
import io.lumia.market.AssetType;
import io.lumia.market.MergeCounts;
import io.lumia.market.Source;
import io.lumia.quant.series.BarSeries;
import io.lumia.quant.series.RandomWalk;
import io.lumia.signals.AssetBars;
import io.lumia.signals.CurrentBars;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Assets with seeded random walks of which only the first sessions are in the books yet. */
final class FakeMarket implements AssetCatalog, CurrentBars {

    private static final int SESSIONS = 700;

    private final int[] epochDays = RandomWalk.weekdays(SESSIONS);
    private final Map<Integer, Asset> assets = new LinkedHashMap<>();
    private final Map<Integer, BarSeries> histories = new HashMap<>();
    private final Map<Integer, Integer> loaded = new HashMap<>();

    Asset add(String symbol) {
        int key = assets.size() + 1;
        AssetDefinition definition = new AssetDefinition(
                Symbol.parse(symbol),
                symbol,
                AssetType.STOCK,
                null,
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
        Asset asset = new Asset(key, new AssetId(new UUID(0, key)), AssetStatus.ACTIVE, definition);
        assets.put(key, asset);
        histories.put(key, RandomWalk.bars(epochDays, key));
        return asset;
    }

    void load(Asset asset, int sessions) {
        loaded.put(asset.key(), sessions);
    }

    /** Doubles one close, from which on its signals are other ones. */
    void correct(Asset asset, int session) {
        BarSeries bars = histories.get(asset.key());
        double[] close = bars.close().clone();
        double[] high = bars.high().clone();
        close[session] *= 1.05;
        high[session] *= 1.05;
        histories.put(asset.key(), BarSeries.of(bars.epochDays(), high, bars.low(), close, bars.volume()));
    }

    LocalDate day(int session) {
        return LocalDate.ofEpochDay(epochDays[session]);
    }

    @Override
    public Map<Integer, AssetBars> read(Collection<Asset> wanted, LocalDate from) {
        Map<Integer, AssetBars> bars = new HashMap<>();
        for (Asset asset : wanted) {
            int until = loaded.getOrDefault(asset.key(), 0);
            int at = from.equals(LocalDate.MIN) ? 0 : Arrays.binarySearch(epochDays, (int) from.toEpochDay());
            int first = at < 0 ? -at - 1 : at;
            if (first < until) {
                bars.put(
                        asset.key(),
                        AssetBars.asReceived(histories.get(asset.key()).slice(first, until)));
            }
        }
        return bars;
    }

    @Override
    public Optional<Asset> find(AssetId id) {
        return assets.values().stream().filter(asset -> asset.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Asset> find(Symbol symbol, @Nullable LocalDate day) {
        return assets.values().stream()
                .filter(asset -> asset.definition().symbol().equals(symbol))
                .findFirst();
    }

    @Override
    public Asset get(String idOrSymbol) {
        return find(Symbol.parse(idOrSymbol), null)
                .orElseThrow(() -> new AppException(ErrorCode.NOT_FOUND, "no asset '" + idOrSymbol + "'"));
    }

    @Override
    public List<Asset> all(Collection<AssetType> types) {
        return List.copyOf(assets.values());
    }

    @Override
    public Map<Symbol, List<SymbolHolder>> holders(Collection<Symbol> symbols) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public AssetPage search(AssetQuery query) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public List<Asset> liveStocksOf(String cik) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public boolean rename(AssetId id, Symbol old, Symbol current, LocalDate from) {
        throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public MergeCounts merge(List<AssetDefinition> definitions, Source source) {
        throw new UnsupportedOperationException("not asked here");
    }
}
