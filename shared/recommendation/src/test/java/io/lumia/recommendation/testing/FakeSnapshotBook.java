package io.lumia.recommendation.testing;

import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotBook;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers snapshots in memory. */
public final class FakeSnapshotBook implements SnapshotBook {

    private final Map<String, KeptSnapshot> kept = new HashMap<>();

    @Override
    public Optional<KeptSnapshot> find(String snapshotId) {
        return Optional.ofNullable(kept.get(snapshotId));
    }

    @Override
    public void keep(MarketSnapshot snapshot) {
        kept.putIfAbsent(
                snapshot.id(),
                new KeptSnapshot(
                        snapshot.time(), snapshot.session(), snapshot.sentimentModel(), 0, snapshot.fingerprint()));
    }
}
