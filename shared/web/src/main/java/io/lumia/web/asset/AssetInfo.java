package io.lumia.web.asset;

import io.lumia.market.Asset;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which asset an answer is about. */
@Serdeable
@Schema(name = "AssetInfo", description = "Which asset an answer is about.")
public record AssetInfo(
        UUID id,
        String symbol,
        String name,
        String assetType,

        @Schema(description = "Market identifier of the primary listing (ISO 10383).") @Nullable
        String exchange,

        @Schema(description = "Currency of its prices (ISO 4217).")
        String currency,

        @Nullable String sector) {

    public static AssetInfo of(Asset asset) {
        return new AssetInfo(
                asset.id().value(),
                asset.definition().symbol().value(),
                asset.definition().name(),
                asset.definition().type().code(),
                asset.definition().exchangeMic(),
                asset.definition().currency(),
                asset.definition().sector());
    }
}
