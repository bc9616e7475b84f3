package io.lumia.accounts.token;

import java.time.Duration;

/** How long tokens and keys live. */
public final class KeyTimes {

    /** An access token, from when it was made. What was revoked meanwhile is noticed only by who asks for the session. */
    public static final Duration ACCESS_LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of issuer and checker may be apart. */
    public static final Duration CLOCK_SKEW = Duration.ofSeconds(30);

    /** A key signs for this long. */
    static final Duration SIGNS_FOR = Duration.ofDays(30);

    /** A key is published this long before it signs, so that who keeps a copy of our key set has it in time. */
    static final Duration PUBLISHED_BEFORE = Duration.ofDays(1);

    /** And this long after it signed last, when the last token made by it is over. */
    static final Duration PUBLISHED_AFTER =
            ACCESS_LIFETIME.plus(CLOCK_SKEW.multipliedBy(2)).plusHours(1);

    /** Keys are read again from the book after this long, and a revoked one counts no longer. */
    static final Duration READ_AGAIN_AFTER = Duration.ofMinutes(1);

    /** An unknown key id makes us read at once, but no oftener than this: ids cost a stranger nothing. */
    static final Duration READ_AT_MOST_EVERY = Duration.ofSeconds(5);

    private KeyTimes() {}
}
