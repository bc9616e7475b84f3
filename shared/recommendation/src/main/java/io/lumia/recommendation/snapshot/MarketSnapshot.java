package io.lumia.recommendation.snapshot;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What our books knew at an instant, and nothing later. Assets are ordered by id, so that the order in which they were read changes
 * nothing.
 */
public final class MarketSnapshot {

    private final SnapshotTime time;
    private final LocalDate session;
    private final List<SnapshotAsset> assets;
    private final RiskFree riskFree;
    private final String sentimentModel;
    private final Fingerprint fingerprint;
    private final Map<String, SnapshotAsset> byName = new HashMap<>();

    /**
     * @param session        the last one whose prices were public
     * @param assets         all that can have a price, dead ones too
     * @param sentimentModel version of the model whose scores count; empty where nothing was scored
     */
    public MarketSnapshot(
            SnapshotTime time,
            LocalDate session,
            List<SnapshotAsset> assets,
            RiskFree riskFree,
            String sentimentModel,
            Fingerprint fingerprint) {
        this.time = time;
        this.session = session;
        this.assets = assets.stream()
                .sorted(Comparator.comparing(asset -> asset.id().toString()))
                .toList();
        this.riskFree = riskFree;
        this.sentimentModel = sentimentModel;
        this.fingerprint = fingerprint;
        this.assets.forEach(this::name);
    }

    /** Of two holders of a symbol the one that lives on the session's day is meant. */
    private void name(SnapshotAsset asset) {
        byName.put(asset.id().toString(), asset);
        byName.merge(asset.symbol(), asset, (a, b) -> b.livesOn(session) ? b : a);
    }

    public SnapshotTime time() {
        return time;
    }

    public LocalDate session() {
        return session;
    }

    public List<SnapshotAsset> assets() {
        return assets;
    }

    public RiskFree riskFree() {
        return riskFree;
    }

    public String sentimentModel() {
        return sentimentModel;
    }

    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /** SHA-256 over every row, with when our books learned it. */
    public String id() {
        return fingerprint.snapshotId();
    }

    /** By symbol or id, in any case. */
    public Optional<SnapshotAsset> find(String symbolOrId) {
        SnapshotAsset byId = byName.get(symbolOrId.toLowerCase(Locale.ROOT));
        return Optional.ofNullable(byId == null ? byName.get(symbolOrId.toUpperCase(Locale.ROOT)) : byId);
    }
}
