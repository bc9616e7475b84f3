package io.lumia.kernel.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What somebody is to us; it decides what he may do at most. From the least to the most. */
public enum Role {
    /** Somebody who looks after his own money. */
    USER(EnumSet.of(
            Scope.MARKET_READ,
            Scope.SIGNALS_READ,
            Scope.NEWS_READ,
            Scope.SENTIMENT_SCORE,
            Scope.RECOMMENDATIONS_READ,
            Scope.RECOMMENDATIONS_WRITE,
            Scope.PROFILE_READ,
            Scope.PROFILE_WRITE,
            Scope.KEYS_MANAGE,
            Scope.WEBHOOKS_MANAGE)),
    /** Somebody who advises others, and tries advice on the past. */
    ADVISOR(with(USER, Scope.BACKTESTS_RUN, Scope.COLLECTION_READ)),
    /** Who operates this installation. */
    ADMIN(with(ADVISOR, Scope.COLLECTION_WRITE, Scope.USERS_MANAGE, Scope.AUDIT_READ));

    private final Set<Scope> scopes;

    Role(EnumSet<Scope> scopes) {
        this.scopes = Collections.unmodifiableSet(scopes);
    }

    /** All that the role may do, in a fixed order. */
    public Set<Scope> scopes() {
        return scopes;
    }

    /** As tokens and documents spell it, such as {@code advisor}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }

    private static EnumSet<Scope> with(Role lesser, Scope... more) {
        EnumSet<Scope> scopes = EnumSet.copyOf(lesser.scopes);
        scopes.addAll(Arrays.asList(more));
        return scopes;
    }
}
