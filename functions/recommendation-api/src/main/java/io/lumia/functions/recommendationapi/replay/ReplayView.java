package io.lumia.functions.recommendationapi.replay;

import io.lumia.recommendation.record.StoredRecommendation;
import io.lumia.recommendation.record.json.JsonDifferences.Difference;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A recommendation made again. */
@Serdeable
@Schema(name = "Replay", description = "A recommendation made again: the same, or what is different and why.")
record ReplayView(
        @Schema(description = "Of the recommendation.") UUID id,

        @Schema(description = "Whether the result has the same hash.")
        boolean identical,

        @Schema(description = "Of the answer as it was given.")
        String storedHash,

        @Schema(description = "Null where it could not be made again.") @Nullable
        String replayedHash,

        @Schema(description = "Whether the very same rows were read.")
        boolean snapshotIdentical,

        @Schema(description = "Of the rows that it was made from.")
        String storedSnapshotId,

        @Schema(description = "Null where it could not be made again.") @Nullable
        String replayedSnapshotId,

        @Schema(
                description =
                        "What differs behind the answer: at most 50 rows, or the rules. Empty where nothing does.")
        List<CauseView> causes,

        @Schema(description = "Where the answers differ, at most 100 places.")
        List<DifferenceView> differences) {

    /** Something behind the answer that is not as it was. */
    @Serdeable
    @Schema(name = "ReplayCause", description = "Something behind the answer that is not as it was.")
    record CauseView(
            @Schema(
                    description =
                            "row: changed in our books; snapshot: another session, or rows that cannot be named; engine, configuration: other rules or numbers; unexplained: ours to mend.",
                    allowableValues = {"row", "snapshot", "engine", "configuration", "unexplained"})
            String kind,

            @Schema(description = "The same in words.") String message,

            @Schema(description = "Id of the asset that the row is about; null where there is no row.") @Nullable
            String asset,

            @Schema(description = "Its symbol; empty where the snapshot has no such asset now.") @Nullable
            String symbol,

            @Schema(description = "What row it is: definition, bar, action, fact, mention or observation.") @Nullable
            String input,

            @Schema(description = "Which row: of bars and observations the date; empty where that cannot be told.")
            @Nullable
            String key,

            @Schema(description = "What became of it: added, removed or changed.") @Nullable
            String change) {

        static CauseView of(String kind, String message) {
            return new CauseView(kind, message, null, null, null, null, null);
        }
    }

    /** A value that is another one. */
    @Serdeable
    @Schema(name = "ReplayDifference", description = "A value of the answer that is another one.")
    record DifferenceView(
            @Schema(description = "Such as positions[2].allocation.shares.")
            String path,

            @Schema(description = "As JSON, cut after 200 characters; null where there was none.") @Nullable
            String stored,

            @Schema(description = "Likewise; null where there is none now.") @Nullable
            String replayed) {

        static DifferenceView of(Difference difference) {
            return new DifferenceView(difference.path(), difference.first(), difference.second());
        }
    }

    static ReplayView of(
            StoredRecommendation stored,
            String snapshotId,
            String hash,
            List<CauseView> causes,
            List<DifferenceView> differences) {
        return new ReplayView(
                stored.id(),
                hash.equals(stored.resultHash()),
                stored.resultHash(),
                hash,
                snapshotId.equals(stored.snapshotId()),
                stored.snapshotId(),
                snapshotId,
                causes,
                differences);
    }

    static ReplayView impossible(StoredRecommendation stored, List<CauseView> causes) {
        return new ReplayView(
                stored.id(), false, stored.resultHash(), null, false, stored.snapshotId(), null, causes, List.of());
    }
}
