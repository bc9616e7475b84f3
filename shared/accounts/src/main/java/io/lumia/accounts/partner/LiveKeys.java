package io.lumia.accounts.partner;

import io.lumia.accounts.quota.QuotaTier;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys that count, whoever's they are, for who mirrors them elsewhere. */
public interface LiveKeys {

    /** Oldest first. */
    List<Live> all(Instant now, int most);

    /** Empty if it is not there or does not count. */
    Optional<Live> find(UUID keyId, Instant now);

    /** @param tier by its owner's plan */
    record Live(UUID keyId, QuotaTier tier) {}
}
