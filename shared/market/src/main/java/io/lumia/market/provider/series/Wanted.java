package io.lumia.market.provider.series;

import io.lumia.market.provider.web.ReadContext;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which of an answer's symbols were asked for.
 *
 * @param symbols in our spelling; empty for whatever the answer holds
 */
public record Wanted(Set<String> symbols) {

    public Wanted {
        symbols = Set.copyOf(symbols);
    }

    public static Wanted of(ReadContext context) {
        Set<String> symbols = new TreeSet<>(context.symbols());
        if (!context.symbol().isEmpty()) {
            symbols.clear();
            symbols.add(context.symbol());
        }
        return new Wanted(symbols);
    }

    public boolean has(String symbol) {
        return symbols.isEmpty() || symbols.contains(symbol);
    }

    public boolean isEverything() {
        return symbols.isEmpty();
    }

    /** Whether something was asked for by name and none of it is there. */
    public boolean missesAll(Set<String> present) {
        return !symbols.isEmpty() && symbols.stream().noneMatch(present::contains);
    }
}
