package io.lumia.accounts.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import io.lumia.accounts.Caller;
import io.lumia.accounts.UserId;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Our own tokens: what they must be like and what they say. */
public final class OwnTokens implements TrustedIssuer {

    private final TokenRules rules;
    private final SigningKeys keys;

    public OwnTokens(OwnIssuer own, SigningKeys keys) {
        this.rules = new TokenRules(
                own.issuer(),
                Set.of(own.audience()),
                "aud",
                Set.of("ES256"),
                Set.of(AccessTokens.TYPE.getType()),
                KeyTimes.ACCESS_LIFETIME);
        this.keys = keys;
    }

    @Override
    public TokenRules rules() {
        return rules;
    }

    @Override
    public Optional<JWK> findKey(String kid) {
        return keys.find(kid).map(key -> key);
    }

    @Override
    public Optional<Caller> caller(JWTClaimsSet claims) {
        try {
            UserId user = UserId.parse(text(claims, "sub"));
            UUID session = UUID.fromString(text(claims, AccessTokens.SESSION));
            Role role = Role.find(text(claims, AccessTokens.ROLE)).orElseThrow();
            Plan plan = Plan.find(text(claims, AccessTokens.PLAN)).orElseThrow();
            Set<Scope> scopes = scopes(text(claims, AccessTokens.SCOPE));
            return Optional.of(new Caller(user, session, role, plan, scopes, rules.issuer()));
        } catch (ParseException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static String text(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim(name)).orElseThrow();
    }

    private static Set<Scope> scopes(String joined) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String code : joined.split(" ")) {
            scopes.add(Scope.find(code).orElseThrow());
        }
        return scopes;
    }
}
