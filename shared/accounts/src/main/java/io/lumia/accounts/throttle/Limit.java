package io.lumia.accounts.throttle;

import java.time.Duration;
import java.util.Locale;

/** A bound on tries, in any window of a length. Who is counted is in the name: an account (its e-mail address) or a network address. */
public enum Limit {
    /** Wrong passwords for one address; a right one clears them. Also for changing the password and deleting the account. */
    PASSWORD_ACCOUNT(10, Duration.ofMinutes(15)),
    /** Wrong passwords from one network address, of whatever accounts. */
    PASSWORD_ADDRESS(100, Duration.ofMinutes(15)),
    /** Mails about registering to one address, whoever asked for them. */
    MAIL_ACCOUNT(5, Duration.ofHours(1)),
    /** Registrations from one network address. */
    REGISTER_ADDRESS(20, Duration.ofHours(1));

    private final int most;
    private final Duration window;

    Limit(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    public int most() {
        return most;
    }

    public Duration window() {
        return window;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
