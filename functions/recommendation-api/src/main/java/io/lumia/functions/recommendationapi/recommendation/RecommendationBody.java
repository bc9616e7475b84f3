package io.lumia.functions.recommendationapi.recommendation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.lumia.recommendation.request.RequestDraft;
import io.lumia.recommendation.request.RequestDraft.HoldingDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody wants to know. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "RecommendationOrder",
        description =
                "What to hold for this capital, risk and horizon? capital, risk_tolerance and investment_horizon must be there.")
public record RecommendationBody(
        @Schema(
                description =
                        "To hold in all, in currency, present holdings included: 1 to 1000000000000, at most 8 decimals.")
        @Nullable
        BigDecimal capital,

        @Schema(
                description = "How much of a swing is bearable; each level has its volatility cap.",
                allowableValues = {"conservative", "moderate", "aggressive"})
        @Nullable
        String riskTolerance,

        @Schema(
                description = "For how long the money can stay: about half a year, three years, ten years.",
                allowableValues = {"short", "medium", "long"})
        @Nullable
        String investmentHorizon,

        @Schema(description = "Sectors whose assets score a little higher, as our books spell them, in any case.")
        @Nullable
        List<String> preferredSectors,

        @Schema(description = "Symbols or ids of assets that must not be held.") @Nullable
        List<String> excludedAssets,

        @Schema(description = "Sectors none of whose assets must be held.") @Nullable
        List<String> excludedSectors,

        @Schema(description = "What may be held: stock, etf, mutual_fund, crypto. Default: stock and etf.") @Nullable
        List<String> assetTypes,

        @Schema(
                description = "How far to spread.",
                allowableValues = {"low", "medium", "high"},
                defaultValue = "medium")
        @Nullable
        String diversificationPreference,

        @Schema(
                description = "Whether an asset's ESG score counts; where our sources give none, the answer says so.",
                allowableValues = {"none", "prefer", "require"},
                defaultValue = "none")
        @Nullable
        String esgPreference,

        @Schema(description = "What is owned already, at most 500 lines; trading costs are weighed against it.")
        @Nullable
        List<HeldBody> currentHoldings,

        @Schema(description = "ISO 4217; only assets priced in it are considered.", defaultValue = "USD") @Nullable
        String currency,

        @Schema(description = "Symbol or id of what to compare with.", defaultValue = "SPY") @Nullable
        String benchmark,

        @Schema(
                description =
                        "Up to when to look: an RFC 3339 instant, or a day, which means its end in New York. Default: now.")
        @Nullable
        String asOf) {

    /** What somebody owns of an asset. */
    @Serdeable
    @Schema(name = "CurrentHolding", description = "What is owned of an asset.")
    public record HeldBody(
            @Schema(description = "Symbol or id.") @Nullable String asset,

            @Schema(description = "Above 0.") @Nullable BigDecimal shares) {

        HoldingDraft draft() {
            return new HoldingDraft(asset, shares);
        }

        static HeldBody of(HoldingDraft draft) {
            return new HeldBody(draft.asset(), draft.shares());
        }
    }

    public RequestDraft draft() {
        return new RequestDraft(
                capital,
                riskTolerance,
                investmentHorizon,
                preferredSectors,
                excludedAssets,
                excludedSectors,
                assetTypes,
                diversificationPreference,
                esgPreference,
                currentHoldings == null
                        ? null
                        : currentHoldings.stream().map(HeldBody::draft).toList(),
                currency,
                benchmark,
                asOf);
    }

    /** As it was asked for. */
    public static RecommendationBody of(RequestDraft draft) {
        return new RecommendationBody(
                draft.capital(),
                draft.riskTolerance(),
                draft.investmentHorizon(),
                draft.preferredSectors(),
                draft.excludedAssets(),
                draft.excludedSectors(),
                draft.assetTypes(),
                draft.diversificationPreference(),
                draft.esgPreference(),
                draft.currentHoldings() == null
                        ? null
                        : draft.currentHoldings().stream().map(HeldBody::of).toList(),
                draft.currency(),
                draft.benchmark(),
                draft.asOf());
    }
}
