package io.lumia.accounts.token;

import io.lumia.kernel.AppException;
import java.time.Duration;
import java.util.Set;

/**
 * What a token of one issuer must be like.
 *
 * @param issuer        claim {@code iss}, letter by letter
 * @param audiences     one of them must be among the token's
 * @param audienceClaim {@code aud}, or another where an issuer puts it elsewhere
 * @param algorithms    allowed ones by name; asymmetric ones only
 * @param types         allowed header {@code typ}, in lower case; an empty text allows a token without one
 * @param mostLifetime  from when it was made until it expires
 */
public record TokenRules(
        String issuer,
        Set<String> audiences,
        String audienceClaim,
        Set<String> algorithms,
        Set<String> types,
        Duration mostLifetime) {

    /** Signatures whose checker cannot make them: no {@code none}, and no HS256 to which a public key would be the secret. */
    public static final Set<String> ASYMMETRIC =
            Set.of("ES256", "ES384", "ES512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512");

    public TokenRules {
        audiences = Set.copyOf(audiences);
        algorithms = Set.copyOf(algorithms);
        types = Set.copyOf(types);
        if (issuer.isBlank() || audiences.isEmpty() || audiences.stream().anyMatch(String::isBlank)) {
            throw AppException.invalid("issuer and audiences", issuer + " " + audiences, "an issuer and an audience");
        }
        if (algorithms.isEmpty() || !ASYMMETRIC.containsAll(algorithms)) {
            throw AppException.invalid("algorithms", algorithms, "some of " + ASYMMETRIC);
        }
    }
}
