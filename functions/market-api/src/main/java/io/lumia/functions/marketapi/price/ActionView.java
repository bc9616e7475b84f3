package io.lumia.functions.marketapi.price;

import io.lumia.market.CorporateAction;
import io.lumia.web.document.Numbers;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A corporate action that moved prices. */
@Serdeable
@Schema(name = "CorporateAction", description = "A split, dividend or spin-off that moved at least one price.")
record ActionView(
        @Schema(description = "First trading date without the old right.")
        LocalDate exDate,

        @Schema(allowableValues = {"split", "dividend", "spin_off"})
        String kind,

        @Schema(
                description =
                        "Split: new shares per old share (4 for 4:1). Dividend: cash per share in the asset's currency. Spin-off: old price divided by the price without the part.",
                format = Numbers.EXACT)
        double value) {

    static ActionView of(CorporateAction action) {
        return new ActionView(action.exDate(), action.kind().code(), action.value());
    }
}
