package io.lumia.signals;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetPage;
import io.lumia.market.AssetQuery;
import io.lumia.market.AssetType;
import io.lumia.market.MergeCounts;
import io.lumia.market.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows one asset by its symbol. */
record OneAssetCatalog(Asset asset) implements AssetCatalog {

    @Override
    public Optional<Asset> find(AssetId id) {
        return Optional.of(asset).filter(known -> known.id().equals(id));
    }

    @Override
    public Optional<Asset> find(Symbol symbol, LocalDate day) {
        return Optional.of(asset).filter(known -> known.definition().symbol().equals(symbol));
    }

    @Override
    public Asset get(String idOrSymbol) {
        return find(Symbol.parse(idOrSymbol), null)
                .orElseThrow(() -> AppException.invalid("symbol", idOrSymbol, "known"));
    }

    @Override
    public List<Asset> all(Collection<AssetType> types) {
        return List.of(asset);
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
