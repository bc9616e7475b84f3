package io.lumia.functions.load;

import io.lumia.kernel.Symbol;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The assets that the symbols of one answer mean, and ever meant. */
record SymbolHolders(Map<Symbol, List<SymbolHolder>> bySymbol) {

    /** Of the symbols that were asked for and of those that came. */
    static SymbolHolders of(AssetCatalog catalog, Collection<String> asked, List<? extends Row<?>> rows) {
        Set<String> names = new HashSet<>(asked);
        String previous = "";
        for (Row<?> row : rows) {
            if (!row.symbol().equals(previous)) {
                previous = row.symbol();
                names.add(previous);
            }
        }
        List<Symbol> symbols = names.stream()
                .filter(Symbol::isValid)
                .map(Symbol::parse)
                .distinct()
                .toList();
        return new SymbolHolders(catalog.holders(symbols));
    }

    List<SymbolHolder> of(String symbol) {
        return Symbol.isValid(symbol) ? bySymbol.getOrDefault(Symbol.parse(symbol), List.of()) : List.of();
    }
}
