package io.lumia.functions.recommendationapi.market;

import io.lumia.kernel.AsOf;
import io.lumia.market.ExchangeCalendar;
import io.lumia.recommendation.PreparedMarket;
import io.lumia.recommendation.configuration.EngineConfiguration;
import io.lumia.recommendation.snapshot.SnapshotTime;
import io.lumia.recommendation.snapshot.Snapshots;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Markets in memory: reading one takes seconds, a recommendation from it milliseconds. One stays good as long as nothing was
 * written to our books and, where now is meant, no further session has closed; then the instants at which it was read stand in
 * the answers. Whoever comes while one is read waits for it.
 */
@Singleton
@Requires(beans = Snapshots.class)
public final class MarketCache {

    /** A market of 4,000 assets has some 100 MB. */
    static final int MAX_MARKETS = 2;

    private final Snapshots snapshots;
    private final Clock clock;

    /** Least recently used first. */
    private final Map<Key, Kept> markets = new LinkedHashMap<>(MAX_MARKETS, 0.75f, true);

    MarketCache(Snapshots snapshots, Clock clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** @param asOf null where the newest is meant */
    private record Key(LocalDate session, @Nullable Instant asOf, String configuration) {}

    /** @param revision of our books before it was read */
    private record Kept(String revision, PreparedMarket market) {}

    /** @param asOf up to when to look; null for now */
    public synchronized PreparedMarket market(@Nullable AsOf asOf, EngineConfiguration configuration) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AsOf wanted = asOf == null ? AsOf.of(now) : asOf;
        LocalDate session = ExchangeCalendar.UNITED_STATES.lastClosedSession(wanted);
        Key key = new Key(session, asOf == null ? null : asOf.instant(), configuration.version());
        String revision = snapshots.revision();
        Kept kept = markets.get(key);
        if (kept != null && kept.revision().equals(revision)) {
            return kept.market();
        }
        makeRoom(key);
        PreparedMarket read = prepare(new SnapshotTime(wanted, now), configuration);
        markets.put(key, new Kept(revision, read));
        return read;
    }

    /** The market of a snapshot, if it is still kept. */
    public synchronized Optional<PreparedMarket> find(String snapshotId) {
        return markets.values().stream()
                .map(Kept::market)
                .filter(market -> market.snapshot().id().equals(snapshotId))
                .findFirst();
    }

    private PreparedMarket prepare(SnapshotTime time, EngineConfiguration configuration) {
        return new PreparedMarket(snapshots.read(SnapshotQuestions.of(time, configuration, null)));
    }

    /** Before reading, so that the old one does not fill the memory that the new one needs. */
    private void makeRoom(Key key) {
        markets.remove(key);
        if (markets.size() >= MAX_MARKETS) {
            markets.remove(markets.keySet().iterator().next());
        }
    }
}
