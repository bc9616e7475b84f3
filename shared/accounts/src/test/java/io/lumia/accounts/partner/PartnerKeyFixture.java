package io.lumia.accounts.partner;

import io.lumia.accounts.UserId;
import io.lumia.kernel.access.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Keys to begin a test with. */
final class PartnerKeyFixture {

    static final UserId OWNER = new UserId(new UUID(0, 1));
    static final UserId STRANGER = new UserId(new UUID(0, 2));
    static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

    private PartnerKeyFixture() {}

    static PartnerKey key(long number) {
        return new PartnerKey(
                new UUID(1, number),
                OWNER,
                "nightly job",
                KeyMode.LIVE,
                "lum_live_abcd…",
                Set.of(Scope.MARKET_READ),
                List.of(),
                START,
                null,
                null,
                null);
    }
}
