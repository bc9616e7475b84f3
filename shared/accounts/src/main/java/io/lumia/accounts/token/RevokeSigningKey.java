package io.lumia.accounts.token;

import io.lumia.accounts.AccountEvent.SigningKeyRevoked;
import io.lumia.accounts.AccountEvents;
import io.lumia.accounts.Origin;
import java.time.Clock;

/**
 * For a key that got into other hands, by the operator's command: every token made by it is refused, within a minute by other
 * processes too, and another key signs. People whose token is refused refresh their session and notice nothing.
 */
public final class RevokeSigningKey {

    private final SigningKeys keys;
    private final AccountEvents events;
    private final Clock clock;

    public RevokeSigningKey(SigningKeys keys, AccountEvents events, Clock clock) {
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Fails with NOT_FOUND where there is no such key that could be revoked. */
    public void revoke(String kid, Origin origin) {
        keys.revoke(kid);
        events.announce(new SigningKeyRevoked(clock.instant(), origin, null, kid));
    }
}
