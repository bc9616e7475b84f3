package io.lumia.functions.recommendationapi.recommendation;

import io.lumia.recommendation.advice.Withheld.Reason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** Why nothing is recommended. */
@Serdeable
@Schema(name = "WithheldReason", description = "Why nothing is recommended, and what would change that.")
record ReasonView(
        @Schema(
                description = "For programs.",
                allowableValues = {
                    "no_prices",
                    "data_health",
                    "too_few_assets",
                    "too_few_common_days",
                    "limits_conflict",
                    "volatility_cap_unattainable",
                    "capital_too_small",
                    "not_converged"
                })
        String code,

        @Schema(description = "What was found and what is needed.")
        String message,

        @Schema(description = "What would change the answer.")
        String fix) {

    static ReasonView of(Reason reason) {
        return new ReasonView(reason.code().name().toLowerCase(Locale.ROOT), reason.message(), reason.fix());
    }
}
