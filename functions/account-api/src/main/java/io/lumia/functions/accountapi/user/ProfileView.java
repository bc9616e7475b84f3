package io.lumia.functions.accountapi.user;

import io.lumia.accounts.profile.Profile;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody likes, which fills in what a request for a recommendation leaves out. */
@Serdeable
@Schema(
        name = "Profile",
        description = "What somebody likes, to fill in what a request for a recommendation leaves out.")
record ProfileView(
        @Schema(description = "conservative, moderate or aggressive; null where it is not said.") @Nullable
        String riskTolerance,

        @Schema(description = "short, medium or long; null where it is not said.") @Nullable
        String investmentHorizon,

        @Schema(description = "Sectors whose assets are preferred, in alphabetical order.")
        List<String> preferredSectors,

        @Schema(description = "Symbols or ids of assets that must not be recommended, in alphabetical order.")
        List<String> excludedAssets) {

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.riskTolerance() == null ? null : profile.riskTolerance().code(),
                profile.horizon() == null ? null : profile.horizon().code(),
                List.copyOf(profile.preferredSectors()),
                List.copyOf(profile.excludedAssets()));
    }
}
