package io.lumia.market;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.Symbol;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The instruments in our books. */
public interface AssetCatalog {

    Optional<Asset> find(AssetId id);

    /** The asset that a symbol means on a day; the current or else the last holder of the symbol when no day is given. */
    Optional<Asset> find(Symbol symbol, @Nullable LocalDate day);

    /** By public id or symbol, as they stand in a URL. Fails with NOT_FOUND, or INVALID_INPUT if it is neither. */
    Asset get(String idOrSymbol) throws AppException;

    /** All assets that any of the symbols ever meant, with the days on which it did. */
    Map<Symbol, List<SymbolHolder>> holders(Collection<Symbol> symbols);

    /** All assets of these types, ordered by symbol; all types where empty. */
    List<Asset> all(Collection<AssetType> types);

    /** One page of a search. */
    AssetPage search(AssetQuery query);

    /**
     * Inserts or updates by (symbol, life). A definition whose life does not touch that of an existing holder of the
     * symbol is another asset: a re-used ticker.
     *
     * @return how many were new, changed and unchanged
     */
    MergeCounts merge(List<AssetDefinition> definitions, Source source);

    /** Stocks that trade today of the company with this SEC central index key, by symbol. */
    List<Asset> liveStocksOf(String cik);

    /**
     * Gives an asset another symbol from a day on: the same company under a new ticker. The old symbol means it up to the day
     * before. Doing it twice changes nothing. Fails with INVALID_INPUT where the asset does not hold the old symbol
     * then, or another asset holds the new one from that day on.
     *
     * @return whether anything changed
     */
    boolean rename(AssetId id, Symbol old, Symbol current, LocalDate from);

    /** An asset and the days on which a symbol means it. */
    record SymbolHolder(
            Asset asset, LocalDate validFrom, @Nullable LocalDate validTo) {

        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
        }
    }
}
