package io.lumia.accounts.partner;

import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key that somebody wants.
 *
 * @param name      1 to 60 characters on one line
 * @param scopes    one or more of {@link #GRANTABLE}
 * @param addresses 20 ranges at most; empty for everywhere
 * @param expiresAt null for never
 */
public record KeyWish(
        String name,
        KeyMode mode,
        Set<Scope> scopes,
        List<AddressRange> addresses,
        @Nullable Instant expiresAt) {

    public static final int MAX_ADDRESSES = 20;

    /** What a program may be given. Making further keys, changing the account and managing others stay with people. */
    public static final Set<Scope> GRANTABLE = Set.copyOf(EnumSet.complementOf(EnumSet.of(
            Scope.KEYS_MANAGE, Scope.PROFILE_READ, Scope.PROFILE_WRITE, Scope.USERS_MANAGE, Scope.AUDIT_READ)));

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Zl}\\p{Zp}]{1,60}");

    public KeyWish {
        if (!NAME.matcher(name).matches() || name.isBlank()) {
            throw AppException.invalid("name", name, "1 to 60 characters on one line");
        }
        if (scopes.isEmpty() || !GRANTABLE.containsAll(scopes)) {
            throw AppException.invalid("scopes", Scope.join(scopes), "one or more of " + Scope.join(GRANTABLE));
        }
        if (addresses.size() > MAX_ADDRESSES) {
            throw AppException.invalid("addresses", addresses.size() + " ranges", "at most " + MAX_ADDRESSES);
        }
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
    }
}
