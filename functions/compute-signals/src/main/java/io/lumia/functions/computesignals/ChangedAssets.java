package io.lumia.functions.computesignals;

import io.lumia.kernel.AppException;
import io.lumia.kernel.AssetId;
import io.lumia.kernel.ErrorCode;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.signals.BenchmarkAsset;
import io.lumia.signals.PricedAssets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the public ids and names in messages to assets. */
public final class ChangedAssets {

    /** Above this, one reading of the whole catalog costs less than a question per asset. */
    private static final int MOST_SINGLE_READS = 20;

    private final AssetCatalog catalog;
    private final BenchmarkAsset benchmark;

    public ChangedAssets(AssetCatalog catalog, BenchmarkAsset benchmark) {
        this.catalog = catalog;
        this.benchmark = benchmark;
    }

    /** Fails with NOT_FOUND naming the first unknown id: events follow the commit of their facts, so it must be there. */
    List<Asset> get(Set<UUID> ids) {
        Function<UUID, Optional<Asset>> find = ids.size() > MOST_SINGLE_READS ? inWholeCatalog() : this::findOne;
        return ids.stream()
                .map(id -> find.apply(id)
                        .orElseThrow(() -> new AppException(
                                ErrorCode.NOT_FOUND, "asset '%s' of the message is not in our books".formatted(id))))
                .toList();
    }

    /** By symbol or public id. */
    Asset named(String idOrSymbol) {
        return catalog.get(idOrSymbol);
    }

    /** All assets that have signals, in the order of their keys, but not these. */
    List<Asset> pricedExcept(Set<UUID> ids) {
        return catalog.all(PricedAssets.TYPES).stream()
                .filter(asset -> !ids.contains(asset.id().value()))
                .sorted(Comparator.comparingInt(Asset::key))
                .toList();
    }

    Optional<Asset> benchmark() {
        return benchmark.find();
    }

    private Optional<Asset> findOne(UUID id) {
        return catalog.find(new AssetId(id));
    }

    private Function<UUID, Optional<Asset>> inWholeCatalog() {
        Map<UUID, Asset> byId = catalog.all(List.of()).stream()
                .collect(Collectors.toMap(asset -> asset.id().value(), Function.identity()));
        return id -> Optional.ofNullable(byId.get(id));
    }
}
