package io.lumia.functions.marketapi.price;

import io.lumia.market.Source;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Where bars came from. */
@Serdeable
@Schema(name = "Source", description = "Where bars came from, and what the source had done to its prices.")
record SourceView(
        String name,
        String provider,

        @Schema(description = "The instant up to which the source knows; splits up to it are inside adjusted prices.")
        Instant asOf,

        @Schema(allowableValues = {"raw", "split_adjusted", "fully_adjusted"})
        String priceBasis,

        String licence,
        String attribution) {

    static SourceView of(Source source) {
        return new SourceView(
                source.name(),
                source.provider(),
                source.asOf(),
                source.priceBasis().code(),
                source.licence(),
                source.attribution());
    }
}
