package io.lumia.functions.accountapi.key;

import io.lumia.accounts.partner.IssuedKey;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A new key. */
@Serdeable
@Schema(name = "IssuedPartnerKey", description = "A new key, shown this once: we keep no copy.")
record IssuedKeyView(
        @Schema(description = "To be sent as X-API-Key. Its last six characters are a checksum.")
        String key,

        KeyView details) {

    static IssuedKeyView of(IssuedKey issued, Instant now) {
        return new IssuedKeyView(issued.text().value(), KeyView.of(issued.key(), now));
    }

    @Override
    public String toString() {
        return "IssuedKeyView[" + details.hint() + "]";
    }
}
