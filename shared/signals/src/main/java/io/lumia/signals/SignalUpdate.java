package io.lumia.signals;

import io.lumia.market.Asset;
import io.lumia.platform.time.IdSource;
import io.lumia.quant.signal.RecursionState;
import io.lumia.quant.signal.SignalColumns;
import io.lumia.quant.signal.SignalEngine;
import io.lumia.signals.BenchmarkAsset.Closes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings stored signals up to what the bars in our books say: lock → read → compute → store, some assets at a time.
 *
 * <p>A row of a day depends on bars up to that day and on the benchmark's closes up to it, and on nothing else: not on
 * the clock, not on the order in which facts arrived. Whatever message comes last finds all facts there, so every order
 * of messages ends in the same rows. Where it can, a computation goes on from the state stored with the row before;
 * it starts over when a split or another benchmark changed what that row rests on. Both ways give the same bits.
 *
 * <p>Must run in a transaction. Not thread-safe: one per thread.
 */
public final class SignalUpdate {

    /** Bounds the memory of a pass: 250 assets with ten years of bars take about 25 MB. */
    static final int ASSETS_PER_PASS = 250;

    /** A little more than {@link SignalEngine#WINDOW_DAYS} and {@link SignalEngine#WINDOW_BARS} ask for. */
    private static final int WINDOW_DAYS = 440;

    private final CurrentBars currentBars;
    private final BenchmarkAsset benchmark;
    private final SignalStore store;
    private final Clock clock;
    private final IdSource ids;
    private final SignalEngine engine = new SignalEngine();
    private final SignalColumns columns = new SignalColumns();

    public SignalUpdate(
            CurrentBars currentBars, BenchmarkAsset benchmark, SignalStore store, Clock clock, IdSource ids) {
        this.currentBars = currentBars;
        this.benchmark = benchmark;
        this.store = store;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * Updates the assets that have signals; others are passed over. When the benchmark is among them it comes first, and
     * the rest begins no later than its first changed row.
     *
     * @param changes at most one per asset
     * @return what changed, in the order of the asset keys; absent where nothing did
     */
    public Map<Asset, RowsChanged> update(List<SignalChange> changes) {
        Map<Boolean, List<SignalChange>> split = changes.stream()
                .filter(change ->
                        PricedAssets.hasSignals(change.asset().definition().type()))
                .sorted(Comparator.comparingInt(change -> change.asset().key()))
                .collect(Collectors.partitioningBy(isBenchmark()));
        Map<Asset, RowsChanged> changed = new LinkedHashMap<>(pass(split.getOrDefault(true, List.of())));
        Optional<LocalDate> benchmarkSince =
                changed.values().stream().map(RowsChanged::first).findFirst();
        List<SignalChange> others = split.getOrDefault(false, List.of()).stream()
                .map(change -> benchmarkSince.map(change::since).orElse(change))
                .toList();
        for (int first = 0; first < others.size(); first += ASSETS_PER_PASS) {
            changed.putAll(pass(others.subList(first, Math.min(first + ASSETS_PER_PASS, others.size()))));
        }
        return changed;
    }

    private java.util.function.Predicate<SignalChange> isBenchmark() {
        Optional<Asset> asset = benchmark.find();
        return change ->
                asset.filter(found -> found.key() == change.asset().key()).isPresent();
    }

    private Map<Asset, RowsChanged> pass(List<SignalChange> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        Map<Integer, Computation> stored =
                store.lock(changes.stream().map(SignalChange::asset).toList());
        List<SignalChange> due =
                changes.stream().filter(change -> isDue(change, stored)).toList();
        Closes closes = due.isEmpty() ? Closes.NONE : benchmark.current(currentBars);
        List<SignalTask> tasks = tasks(due, stored, closes);
        Map<Asset, RowsChanged> changed = store(tasks, closes);
        store.complete(computations(tasks, closes));
        return changed;
    }

    private static boolean isDue(SignalChange change, Map<Integer, Computation> stored) {
        Computation computation = stored.get(change.asset().key());
        return !change.storedOnly()
                || (computation != null && !computation.computedThrough().isBefore(change.from()));
    }

    private List<SignalTask> tasks(List<SignalChange> changes, Map<Integer, Computation> stored, Closes closes) {
        Map<Integer, SignalTask> resumed = resumed(changes, stored, closes);
        List<Asset> rest = changes.stream()
                .map(SignalChange::asset)
                .filter(asset -> !resumed.containsKey(asset.key()))
                .toList();
        Map<Integer, AssetBars> histories = rest.isEmpty() ? Map.of() : currentBars.read(rest, LocalDate.MIN);
        List<SignalTask> tasks = new ArrayList<>();
        for (SignalChange change : changes) {
            int key = change.asset().key();
            SignalTask task = resumed.get(key);
            AssetBars history = histories.get(key);
            if (task != null) {
                tasks.add(task);
            } else if (history != null) {
                tasks.add(SignalTask.full(change.asset(), history, stored.get(key)));
            }
        }
        return tasks;
    }

    /** The tasks that can go on from a stored row; their bars are read only as far back as a window reaches. */
    private Map<Integer, SignalTask> resumed(
            List<SignalChange> changes, Map<Integer, Computation> stored, Closes closes) {
        Map<Integer, LocalDate> from = new HashMap<>();
        changes.forEach(
                change -> resumableFrom(change, stored.get(change.asset().key()), closes)
                        .ifPresent(day -> from.put(change.asset().key(), day)));
        Map<Integer, RecursionState> states = from.isEmpty() ? Map.of() : store.statesBefore(from);
        List<Asset> assets = changes.stream()
                .map(SignalChange::asset)
                .filter(asset -> states.containsKey(asset.key()))
                .toList();
        Map<Integer, SignalTask> resumed = new HashMap<>();
        if (!assets.isEmpty()) {
            Map<Integer, AssetBars> windows = currentBars.read(assets, windowStart(states));
            assets.forEach(
                    asset -> resumed(asset, windows, stored, states).ifPresent(task -> resumed.put(asset.key(), task)));
        }
        return resumed;
    }

    private static Optional<LocalDate> resumableFrom(SignalChange change, @Nullable Computation stored, Closes closes) {
        if (stored == null
                || change.from().equals(SignalChange.BEGINNING)
                || !java.util.Objects.equals(stored.benchmarkKey(), closes.assetKey())) {
            return Optional.empty();
        }
        LocalDate next = stored.computedThrough().plusDays(1);
        return Optional.of(change.from().isBefore(next) ? change.from() : next);
    }

    private static LocalDate windowStart(Map<Integer, RecursionState> states) {
        int earliest = states.values().stream()
                .mapToInt(RecursionState::lastEpochDay)
                .min()
                .orElseThrow();
        return LocalDate.ofEpochDay(earliest).minusDays(WINDOW_DAYS);
    }

    private static Optional<SignalTask> resumed(
            Asset asset,
            Map<Integer, AssetBars> windows,
            Map<Integer, Computation> stored,
            Map<Integer, RecursionState> states) {
        AssetBars window = windows.get(asset.key());
        Computation computation = stored.get(asset.key());
        RecursionState state = states.get(asset.key());
        return window == null || computation == null || state == null
                ? Optional.empty()
                : SignalTask.resumed(asset, window, computation, state);
    }

    private Map<Asset, RowsChanged> store(List<SignalTask> tasks, Closes closes) {
        Instant now = clock.instant();
        Map<Asset, RowsChanged> changed = new LinkedHashMap<>();
        List<SignalTask> revising = tasks.stream().filter(SignalTask::revises).toList();
        if (!revising.isEmpty()) {
            Iterator<ComputedRows> rows = revising.stream()
                    .map(task -> computed(task, closes, task.first(), Math.min(task.added(), task.size())))
                    .iterator();
            Map<Integer, RowsChanged> revised = store.revise(rows, now, ids.next());
            revising.forEach(
                    task -> note(changed, task.asset(), revised.get(task.asset().key())));
        }
        List<SignalTask> appending = tasks.stream().filter(SignalTask::appends).toList();
        if (!appending.isEmpty()) {
            store.append(
                    appending.stream()
                            .map(task -> computed(task, closes, task.added(), task.size()))
                            .iterator(),
                    now);
            appending.forEach(task -> note(changed, task.asset(), appended(task)));
        }
        return changed;
    }

    private ComputedRows computed(SignalTask task, Closes closes, int from, int until) {
        double sessionsPerYear =
                PricedAssets.sessionsPerYear(task.asset().definition().type());
        RecursionState before = task.before();
        if (before == null) {
            engine.compute(task.bars().series(), closes.series(), sessionsPerYear, columns);
        } else {
            engine.resume(before, task.bars().series(), task.first(), closes.series(), sessionsPerYear, columns);
        }
        return new ComputedRows(task.asset().key(), columns, from, until);
    }

    private static RowsChanged appended(SignalTask task) {
        return new RowsChanged(task.size() - task.added(), task.date(task.added()), task.date(task.size() - 1));
    }

    private static void note(Map<Asset, RowsChanged> changed, Asset asset, @Nullable RowsChanged rows) {
        if (rows != null) {
            changed.merge(asset, rows, RowsChanged::plus);
        }
    }

    private static Map<Integer, Computation> computations(List<SignalTask> tasks, Closes closes) {
        Map<Integer, Computation> computations = new HashMap<>();
        for (SignalTask task : tasks) {
            LocalDate through = task.date(task.size() - 1);
            computations.put(task.asset().key(), new Computation(task.bars().priceBasis(), closes.assetKey(), through));
        }
        return computations;
    }
}
