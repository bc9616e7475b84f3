package io.lumia.accounts.access;

import io.lumia.accounts.audit.Actor;
import java.time.Instant;

/** Remembers which refusals were written down lately. */
public interface Refusals {

    /**
     * Notes a refusal until an instant; of many at once one is told that it is the first.
     *
     * @return whether none was noted that lasts beyond {@code now}
     */
    boolean note(Actor actor, String routeClass, Instant now, Instant until);
}
