package io.lumia.kernel.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One thing that a caller may do. A route needs one scope; who has it, {@link Role} and a partner key's list say. */
public enum Scope {
    /** Assets, prices, corporate actions, calendars: what is public anyway. */
    MARKET_READ("market:read"),
    /** Computed signals. */
    SIGNALS_READ("signals:read"),
    /** Articles, and how positive they are. */
    NEWS_READ("news:read"),
    /** Scoring texts that the caller sends. */
    SENTIMENT_SCORE("sentiment:score"),
    /** The caller's own recommendations and their grades. */
    RECOMMENDATIONS_READ("recommendations:read"),
    /** Asking for recommendations, and saying what one thinks of them. */
    RECOMMENDATIONS_WRITE("recommendations:write"),
    /** Walk-forward backtests, which cost minutes of computing. */
    BACKTESTS_RUN("backtests:run"),
    /** The caller's own account and profile. */
    PROFILE_READ("profile:read"),
    /** Changing, exporting and deleting them. */
    PROFILE_WRITE("profile:write"),
    /** The caller's own partner keys and their usage. */
    KEYS_MANAGE("keys:manage"),
    /** The caller's own webhooks. */
    WEBHOOKS_MANAGE("webhooks:manage"),
    /** Jobs, runs, gaps, quarantine. */
    COLLECTION_READ("collection:read"),
    /** Starting and changing them. */
    COLLECTION_WRITE("collection:write"),
    /** Other people's accounts: role and plan, never their data. */
    USERS_MANAGE("users:manage"),
    /** The audit trail. */
    AUDIT_READ("audit:read");

    /** What somebody may do of whom we know nothing. */
    public static final Set<Scope> ANONYMOUS = Set.of(MARKET_READ);

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As tokens and documents spell it, such as {@code market:read}. */
    public String code() {
        return code;
    }

    public static Optional<Scope> find(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }

    /** As the claim {@code scope} spells several (RFC 8693, 2020, section 4.2): divided by blanks, in a fixed order. */
    public static String join(Collection<Scope> scopes) {
        return new TreeSet<>(scopes).stream().map(Scope::code).collect(Collectors.joining(" "));
    }
}
