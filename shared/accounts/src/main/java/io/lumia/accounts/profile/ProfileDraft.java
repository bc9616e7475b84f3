package io.lumia.accounts.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile as somebody sent it, the whole of it: what is null or empty is not said. */
public record ProfileDraft(
        @Nullable String riskTolerance,
        @Nullable String investmentHorizon,
        @Nullable List<String> preferredSectors,
        @Nullable List<String> excludedAssets) {}
