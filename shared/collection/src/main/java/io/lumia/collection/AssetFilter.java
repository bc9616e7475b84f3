package io.lumia.collection;

import io.lumia.kernel.AppException;
import io.lumia.kernel.Symbol;
import io.lumia.market.AssetType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assets a job is about.
 *
 * @param types   of these types; of all where empty
 * @param symbols these only, in our spelling; all in our books where empty. One that our books do not know yet is described
 *                by the provider first: then {@code types} must name one type
 */
public record AssetFilter(Set<AssetType> types, List<String> symbols) {

    public static final AssetFilter ALL = new AssetFilter(Set.of(), List.of());

    /** More are a market, which is asked for by type. */
    public static final int MAX_SYMBOLS = 5_000;

    public AssetFilter {
        types = Set.copyOf(types);
        symbols = symbols.stream()
                .map(symbol -> Symbol.parse(symbol).value())
                .distinct()
                .toList();
        if (symbols.size() > MAX_SYMBOLS) {
            throw AppException.invalid("symbols", symbols.size() + " symbols", "at most " + MAX_SYMBOLS);
        }
    }

    public static AssetFilter of(AssetType type, String... symbols) {
        return new AssetFilter(Set.of(type), List.of(symbols));
    }

    /** The type that an unknown symbol is taken for; null where the filter leaves it open. */
    public @Nullable AssetType onlyType() {
        return types.size() == 1 ? types.iterator().next() : null;
    }
}
