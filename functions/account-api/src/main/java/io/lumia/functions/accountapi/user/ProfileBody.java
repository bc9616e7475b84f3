package io.lumia.functions.accountapi.user;

import io.lumia.accounts.profile.ProfileDraft;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole profile; what is left out is not said any more. */
@Serdeable
@Schema(name = "ProfileChange", description = "The whole profile; what is left out is not said any more.")
record ProfileBody(
        @Schema(
                description = "How much of a swing is bearable.",
                allowableValues = {"conservative", "moderate", "aggressive"})
        @Nullable
        String riskTolerance,

        @Schema(
                description = "For how long the money can stay.",
                allowableValues = {"short", "medium", "long"})
        @Nullable
        String investmentHorizon,

        @Schema(description = "Sectors whose assets are preferred, as our books spell them; 500 at most.") @Nullable
        List<String> preferredSectors,

        @Schema(description = "Symbols or ids of assets that must not be recommended; 500 at most.") @Nullable
        List<String> excludedAssets) {

    ProfileDraft draft() {
        return new ProfileDraft(riskTolerance, investmentHorizon, preferredSectors, excludedAssets);
    }
}
