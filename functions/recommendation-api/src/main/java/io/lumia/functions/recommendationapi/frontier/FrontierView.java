package io.lumia.functions.recommendationapi.frontier;

import io.lumia.recommendation.portfolio.Frontier;
import io.lumia.recommendation.record.StoredRecommendation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a recommendation was chosen from. */
@Serdeable
@Schema(
        name = "RecommendationFrontier",
        description =
                "What a recommendation was chosen from. Returns are a year's, the risk-free rate included, before costs, and volatilities a year's; all are fractions.")
record FrontierView(
        @Schema(description = "Of the recommendation.") UUID id,

        @Schema(description = "Whether it comes of the very rows that the recommendation was made from.")
        boolean snapshotIdentical,

        @Schema(
                description =
                        "From the least volatility to the greatest return, evenly spaced by return: the least volatility that the limits on assets, sectors and crypto let this return have. Empty where there is a reason.")
        List<PointView> points,

        @Schema(description = "Points that the optimiser did not finish and that are left out.")
        int unsolved,

        @Schema(
                description =
                        "The weights that were rounded to whole shares; below the frontier by what the limits on the number of positions and their size cost. Null where there is a reason.")
        @Nullable
        PointView optimum,

        @Schema(description = "Most that the request's risk allows; null where there is a reason.") @Nullable
        Double volatilityCap,

        @Schema(description = "Each candidate alone.") List<AssetView> assets,

        @Schema(description = "Why there are no points; null where there are some.") @Nullable
        String reason) {

    /** A portfolio of the whole capital. */
    @Serdeable
    @Schema(name = "FrontierPoint", description = "A portfolio of the whole capital.")
    record PointView(
            @Schema(description = "A year, a fraction.") double volatility,

            @Schema(description = "A year, a fraction, the risk-free rate included.")
            double expectedReturn) {

        static PointView of(Frontier.Point point) {
            return new PointView(point.volatility(), point.expectedReturn());
        }
    }

    /** A candidate alone. */
    @Serdeable
    @Schema(name = "FrontierAsset", description = "A candidate alone.")
    record AssetView(
            @Schema(description = "Its symbol.") String symbol,
            @Schema(description = "A year, a fraction.") double volatility,

            @Schema(description = "A year, a fraction, the risk-free rate included.")
            double expectedReturn,

            @Schema(description = "In the optimum, a fraction of the capital; 0 where it is not held.")
            double weight) {

        static AssetView of(Frontier.AssetPoint asset) {
            return new AssetView(asset.symbol(), asset.volatility(), asset.expectedReturn(), asset.weight());
        }
    }

    static FrontierView of(StoredRecommendation stored, String snapshotId, Frontier frontier) {
        return new FrontierView(
                stored.id(),
                snapshotId.equals(stored.snapshotId()),
                frontier.points().stream().map(PointView::of).toList(),
                frontier.unsolved(),
                PointView.of(frontier.optimum()),
                frontier.volatilityCap(),
                frontier.assets().stream().map(AssetView::of).toList(),
                null);
    }

    static FrontierView none(StoredRecommendation stored, String reason) {
        return new FrontierView(stored.id(), false, List.of(), 0, null, null, List.of(), reason);
    }
}
