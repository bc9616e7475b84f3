package io.lumia.functions.recommendationapi.replay;

import io.lumia.functions.recommendationapi.replay.ReplayView.CauseView;
import io.lumia.recommendation.RecommendationEngine;
import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.snapshot.Fingerprint.RowChange;
import io.lumia.recommendation.snapshot.MarketSnapshot;
import io.lumia.recommendation.snapshot.SnapshotAsset;
import io.lumia.recommendation.snapshot.SnapshotBook;
import io.lumia.recommendation.snapshot.SnapshotBook.KeptSnapshot;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a replay can say something else than the recommendation did. */
@Singleton
@Requires(beans = SnapshotBook.class)
final class ReplayCauses {

    /** Rows; more are not shown. */
    static final int MAX_ROWS = 50;

    private final SnapshotBook snapshotBook;

    ReplayCauses(SnapshotBook snapshotBook) {
        this.snapshotBook = snapshotBook;
    }

    static List<CauseView> noConfiguration(StoredRecommendation stored) {
        return List.of(CauseView.of(
                "configuration",
                "configuration %s is not known to this release, so nothing could be computed"
                        .formatted(stored.configuration())));
    }

    /** @param replayedHash of the answer that was computed again */
    List<CauseView> of(StoredRecommendation stored, MarketSnapshot snapshot, String replayedHash) {
        List<CauseView> causes = new ArrayList<>();
        if (!snapshot.id().equals(stored.snapshotId())) {
            causes.addAll(rows(stored, snapshot));
        }
        boolean same = replayedHash.equals(stored.resultHash());
        if (!stored.engine().equals(RecommendationEngine.VERSION)) {
            causes.add(CauseView.of(
                    "engine",
                    "engine %s made it, engine %s made it again"
                            .formatted(stored.engine(), RecommendationEngine.VERSION)));
        }
        if (!same && causes.isEmpty()) {
            causes.add(CauseView.of(
                    "unexplained", "the same rows, rules and seed gave another answer, which is ours to mend"));
        }
        return causes;
    }

    private List<CauseView> rows(StoredRecommendation stored, MarketSnapshot snapshot) {
        Optional<KeptSnapshot> kept = snapshotBook.find(stored.snapshotId());
        if (kept.isEmpty()) {
            return List.of(CauseView.of(
                    "snapshot", "rows changed, and the snapshot's fingerprint, which would say which, is not kept"));
        }
        List<RowChange> changes = kept.get().fingerprint().changesIn(snapshot.fingerprint(), MAX_ROWS);
        if (changes.isEmpty()) {
            return List.of(CauseView.of(
                    "snapshot",
                    "session %s with scores of model '%s' became session %s with model '%s'"
                            .formatted(
                                    stored.session(),
                                    stored.sentimentModel(),
                                    snapshot.session(),
                                    snapshot.sentimentModel())));
        }
        return changes.stream().map(change -> row(change, snapshot)).toList();
    }

    private static CauseView row(RowChange change, MarketSnapshot snapshot) {
        String symbol = snapshot.find(change.asset()).map(SnapshotAsset::symbol).orElse("");
        String what = change.change().name().toLowerCase(Locale.ROOT);
        String about = symbol.isEmpty() ? change.asset() : symbol;
        String message = "%s: the %s %s was %s after the recommendation, behind our books' back"
                .formatted(about, change.kind().code(), change.key(), what);
        return new CauseView(
                "row", message, change.asset(), symbol, change.kind().code(), change.key(), what);
    }
}
