package io.lumia.functions.computesignals;

import io.lumia.market.Asset;
import io.lumia.quant.signal.RecursionState;
import io.lumia.quant.signal.SignalColumn;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.signals.Computation;
import io.lumia.signals.ComputedRows;
import io.lumia.signals.RowsChanged;
import io.lumia.signals.SignalStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The store in memory. */
final class FakeSignalStore implements SignalStore {

    private final Map<Integer, Computation> computations = new HashMap<>();
    private final Map<Integer, TreeMap<LocalDate, Row>> rows = new TreeMap<>();

    private record Row(String values, RecursionState state) {}

    /** All values of all rows, as text that can be compared. */
    String content() {
        return rows.entrySet().stream()
                .flatMap(asset -> asset.getValue().entrySet().stream()
                        .map(row -> asset.getKey() + " " + row.getKey() + " "
                                + row.getValue().values()))
                .collect(Collectors.joining("\n"));
    }

    int count(Asset asset) {
        return rows.getOrDefault(asset.key(), new TreeMap<>()).size();
    }

    @Override
    public Map<Integer, Computation> lock(Collection<Asset> assets) {
        Map<Integer, Computation> found = new HashMap<>(computations);
        found.keySet().retainAll(assets.stream().map(Asset::key).toList());
        return found;
    }

    @Override
    public Map<Integer, RecursionState> statesBefore(Map<Integer, LocalDate> dates) {
        Map<Integer, RecursionState> states = new HashMap<>();
        dates.forEach((key, date) -> {
            Map.Entry<LocalDate, Row> before =
                    rows.getOrDefault(key, new TreeMap<>()).lowerEntry(date);
            if (before != null) {
                states.put(key, before.getValue().state());
            }
        });
        return states;
    }

    @Override
    public void append(Iterator<ComputedRows> computed, Instant computedAt) {
        computed.forEachRemaining(this::put);
    }

    @Override
    public Map<Integer, RowsChanged> revise(Iterator<ComputedRows> computed, Instant computedAt, UUID batchId) {
        Map<Integer, RowsChanged> changed = new HashMap<>();
        computed.forEachRemaining(asset -> {
            RowsChanged rowsChanged = put(asset);
            if (rowsChanged != null) {
                changed.put(asset.assetKey(), rowsChanged);
            }
        });
        return changed;
    }

    private RowsChanged put(ComputedRows computed) {
        TreeMap<LocalDate, Row> stored = rows.computeIfAbsent(computed.assetKey(), _ -> new TreeMap<>());
        RowsChanged changed = null;
        for (int i = computed.from(); i < computed.until(); i++) {
            LocalDate date = LocalDate.ofEpochDay(computed.columns().epochDay(i));
            Row row = new Row(values(computed.columns(), i), computed.columns().stateAfter(i));
            if (!row.equals(stored.put(date, row))) {
                RowsChanged one = new RowsChanged(1, date, date);
                changed = changed == null ? one : changed.plus(one);
            }
        }
        return changed;
    }

    private static String values(SignalColumns columns, int position) {
        return Arrays.stream(SignalColumn.values())
                .map(column -> Double.toString(columns.get(column)[position]))
                .collect(Collectors.joining(","));
    }

    @Override
    public void complete(Map<Integer, Computation> done) {
        computations.putAll(done);
    }
}
