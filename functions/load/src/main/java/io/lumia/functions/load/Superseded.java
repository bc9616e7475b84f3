package io.lumia.functions.load;

import io.lumia.collection.LaterAnswer;
import io.lumia.market.Asset;
import io.lumia.market.provider.ParsedAnswer.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Leaves out what a later answer has brought already: a message that waited among the dead letters, or was overtaken on
 * its way, must not undo a correction. What only the older answer has is kept.
 */
final class Superseded {

    private final Map<String, List<LaterAnswer>> bySymbol = new HashMap<>();
    private long rows;

    Superseded(List<LaterAnswer> later) {
        for (LaterAnswer answer : later) {
            bySymbol.computeIfAbsent(answer.symbol(), _ -> new ArrayList<>()).add(answer);
        }
    }

    /** Usually nothing is. */
    boolean isEmpty() {
        return bySymbol.isEmpty();
    }

    boolean covers(String symbol, LocalDate date) {
        return bySymbol.getOrDefault(symbol, List.of()).stream().anyMatch(answer -> answer.covers(date));
    }

    boolean coversAnyOf(String symbol) {
        return bySymbol.containsKey(symbol);
    }

    /** @param isInBooks whether our books have a fact of the asset on a day */
    <T> Map<Asset, List<Row<T>>> without(
            Map<Asset, List<Row<T>>> routed, Function<T, LocalDate> dateOf, BiPredicate<Asset, LocalDate> isInBooks) {
        Map<Asset, List<Row<T>>> left = new LinkedHashMap<>();
        routed.forEach((asset, ofAsset) -> {
            List<Row<T>> kept = ofAsset.stream()
                    .filter(row -> {
                        LocalDate date = dateOf.apply(row.value());
                        return !(covers(row.symbol(), date) && isInBooks.test(asset, date));
                    })
                    .toList();
            rows += ofAsset.size() - kept.size();
            if (!kept.isEmpty()) {
                left.put(asset, kept);
            }
        });
        return left;
    }

    /** Of rows that belong to no asset. */
    <T> List<Row<T>> without(List<Row<T>> given, Function<T, LocalDate> dateOf) {
        if (isEmpty()) {
            return given;
        }
        List<Row<T>> kept = given.stream()
                .filter(row -> !covers(row.symbol(), dateOf.apply(row.value())))
                .toList();
        rows += given.size() - kept.size();
        return kept;
    }

    void countOne() {
        rows++;
    }

    /** Rows left out so far. */
    long rows() {
        return rows;
    }

    /** For the item; empty if nothing was left out. */
    String remark() {
        return rows == 0 ? "" : "%d rows are superseded by a later answer".formatted(rows);
    }
}
