package io.lumia.kernel.access;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, as the gateway's authoriser found out.
 *
 * @param actor  whose things the request may see and change: a user's id, for a partner that of the key's owner; a fixed word
 *     where there is none
 * @param role   what bounds the scopes; null where there is no account behind it
 * @param scopes what this request may do
 * @param keyId  the partner key's; null for everybody else
 */
public record Principal(
        Kind kind,
        String actor,
        @Nullable Role role,
        Set<Scope> scopes,
        @Nullable UUID keyId) {

    /** Whoever sends no credentials. */
    public static final Principal ANONYMOUS = new Principal(Kind.ANONYMOUS, "anonymous", null, Scope.ANONYMOUS, null);

    /** Nobody has said who it is, not even that it is nobody: such a request may do nothing that needs a scope. */
    public static final Principal UNKNOWN = new Principal(Kind.ANONYMOUS, "unknown", null, Set.of(), null);

    /** Whoever sits at the machine that an installation runs on, by command or where its loopback address is open. */
    public static final Principal OPERATOR =
            new Principal(Kind.OPERATOR, "local", Role.ADMIN, Role.ADMIN.scopes(), null);

    public Principal {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }

    /** What sort of caller it is. */
    public enum Kind {
        ANONYMOUS,
        /** Somebody with an access token. */
        PERSON,
        /** A program with a key. */
        PARTNER,
        OPERATOR;

        /** As the authoriser's context and logs spell it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst();
        }
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether credentials were shown and found good. */
    public boolean isAuthenticated() {
        return kind != Kind.ANONYMOUS;
    }

    /** The account behind the request; empty where there is none. */
    public Optional<UUID> userId() {
        return switch (kind) {
            case PERSON, PARTNER -> Optional.of(UUID.fromString(actor));
            case ANONYMOUS, OPERATOR -> Optional.empty();
        };
    }

    /** Fails with UNAUTHENTICATED or FORBIDDEN where the request may not. */
    public void require(Scope scope) {
        if (may(scope)) {
            return;
        }
        if (!isAuthenticated()) {
            throw new AppException(
                    ErrorCode.UNAUTHENTICATED,
                    ("scope %s is needed, so say who you are: Authorization: Bearer with an access token, or X-API-Key"
                                    + " with a partner key")
                            .formatted(scope.code()));
        }
        throw new AppException(
                ErrorCode.FORBIDDEN,
                "scope %s is needed; this caller has: %s".formatted(scope.code(), Scope.join(scopes)));
    }
}
