package io.lumia.market.check;

import io.lumia.kernel.Symbol;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog.SymbolHolder;
import io.lumia.market.MarketFact;
import io.lumia.market.QuarantineReason;
import io.lumia.market.Rejected;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose rows they are: a symbol means the asset that held it on the row's day. A source gives the whole history of a renamed
 * company under its new symbol; where nobody held that on a day, it means the asset that does later and lived then.
 *
 * @param rows     per asset, in the order received
 * @param rejected of symbols that we do not know, or of days on which nobody held the symbol
 */
public record SymbolRouting<T>(Map<Asset, List<Row<T>>> rows, List<Rejected> rejected) {

    /** @param dateOf the day by which a row finds its asset */
    public static <T> SymbolRouting<T> route(
            List<Row<T>> rows, Map<Symbol, List<SymbolHolder>> holders, Function<T, LocalDate> dateOf) {
        Map<Asset, List<Row<T>>> routed = new LinkedHashMap<>();
        List<Rejected> rejected = new ArrayList<>();
        String symbol = "";
        List<SymbolHolder> candidates = List.of();
        for (Row<T> row : rows) {
            if (!row.symbol().equals(symbol)) {
                symbol = row.symbol();
                candidates = holders.getOrDefault(Symbol.parse(symbol), List.of());
            }
            LocalDate date = dateOf.apply(row.value());
            SymbolHolder holder = null;
            for (SymbolHolder candidate : candidates) {
                holder = candidate.holdsOn(date) ? candidate : holder;
            }
            holder = holder == null ? formerlyNamed(candidates, date) : holder;
            if (holder == null) {
                rejected.add(refused(row, date, candidates));
            } else {
                routed.computeIfAbsent(holder.asset(), asset -> new ArrayList<>())
                        .add(row);
            }
        }
        return new SymbolRouting<>(routed, rejected);
    }

    private static @Nullable SymbolHolder formerlyNamed(List<SymbolHolder> candidates, LocalDate date) {
        for (SymbolHolder candidate : candidates) {
            LocalDate born = candidate.asset().definition().firstDate();
            boolean lived = born == null || !date.isBefore(born);
            if (lived && date.isBefore(candidate.validFrom())) {
                return candidate;
            }
        }
        return null;
    }

    private static <T> Rejected refused(Row<T> row, LocalDate date, List<SymbolHolder> candidates) {
        if (candidates.isEmpty()) {
            String detail = "no asset has the symbol " + row.symbol();
            return new Rejected(
                    row.line(), row.symbol(), date, QuarantineReason.UNKNOWN_SYMBOL, row.raw(), detail, factOf(row));
        }
        String lives = candidates.stream()
                .map(holder -> holder.validFrom() + " to " + (holder.validTo() == null ? "today" : holder.validTo()))
                .collect(Collectors.joining(", "));
        String detail = "%s means an asset from %s".formatted(row.symbol(), lives);
        return new Rejected(
                row.line(), row.symbol(), date, QuarantineReason.OUTSIDE_ASSET_LIFE, row.raw(), detail, factOf(row));
    }

    private static @Nullable MarketFact factOf(Row<?> row) {
        return row.value() instanceof MarketFact fact ? fact : null;
    }
}
