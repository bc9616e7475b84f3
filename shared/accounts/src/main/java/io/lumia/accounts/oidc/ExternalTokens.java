package io.lumia.accounts.oidc;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.lumia.accounts.Caller;
import io.lumia.accounts.UserId;
import io.lumia.accounts.token.TokenRules;
import io.lumia.accounts.token.TrustedIssuer;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.time.NamedIds;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens of another issuer's. */
public final class ExternalTokens implements TrustedIssuer {

    /** The namespace of addresses (RFC 9562, 2024, section 6.6): a user's id here follows from his issuer and his id there. */
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final int MOST_SUBJECT_CHARACTERS = 255;

    /** Claims that only ID tokens have (OpenID Connect Core 1.0, 2014, sections 2 and 3.3.2.11): they are not for calling APIs. */
    private static final Set<String> OF_ID_TOKENS = Set.of("nonce", "at_hash", "c_hash", "s_hash");

    private final ExternalIssuer issuer;
    private final CachedKeySet keys;

    public ExternalTokens(ExternalIssuer issuer, CachedKeySet keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    @Override
    public TokenRules rules() {
        return issuer.rules();
    }

    @Override
    public Optional<JWK> findKey(String kid) {
        return keys.find(kid);
    }

    @Override
    public Optional<Caller> caller(JWTClaimsSet claims) {
        String subject = claims.getSubject();
        boolean named = subject != null && !subject.isBlank() && subject.length() <= MOST_SUBJECT_CHARACTERS;
        boolean isIdToken = OF_ID_TOKENS.stream().anyMatch(name -> claims.getClaim(name) != null);
        if (!named || isIdToken || !hasRequired(claims)) {
            return Optional.empty();
        }
        UserId user = userId(issuer.rules().issuer(), subject);
        Role role = role(claims.getClaim(issuer.roleClaim()));
        Set<Scope> scopes = scopes(claims.getClaim(issuer.scopeClaim()));
        return Optional.of(new Caller(
                user, null, role, Plan.STANDARD, scopes, issuer.rules().issuer()));
    }

    /** The same person gets the same id, and nobody else does: one subject of two issuers is two people. */
    static UserId userId(String issuer, String subject) {
        return new UserId(NamedIds.of(NamedIds.of(ADDRESSES, issuer), subject));
    }

    private boolean hasRequired(JWTClaimsSet claims) {
        return issuer.required().entrySet().stream()
                .allMatch(claim -> claim.getValue().equals(claims.getClaim(claim.getKey())));
    }

    private Role role(@Nullable Object claim) {
        return texts(claim).stream()
                .map(issuer.roles()::get)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Role.USER);
    }

    private Set<Scope> scopes(@Nullable Object claim) {
        Map<String, Scope> known = issuer.scopes();
        Set<Scope> scopes = EnumSet.copyOf(Scope.ANONYMOUS);
        texts(claim).stream()
                .flatMap(text -> Stream.of(text.split(" ")))
                .map(known::get)
                .filter(Objects::nonNull)
                .forEach(scopes::add);
        return scopes;
    }

    /** A text, or the texts of a list; nothing else is a name of something. */
    private static List<String> texts(@Nullable Object claim) {
        Collection<?> values = claim instanceof Collection<?> several
                ? several
                : Optional.ofNullable(claim).stream().toList();
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }
}
