package io.lumia.accounts.oidc;

import io.lumia.accounts.token.TokenRules;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import java.net.URI;
import java.util.Map;

/**
 * An issuer whose access tokens we accept, and what they mean here. What is not mapped means nothing: somebody whose token says
 * nothing that we know is a user who may do what strangers may.
 *
 * @param name       of the configuration, such as {@code cognito}
 * @param rules      what its tokens must be like
 * @param keySet     where it publishes its keys, by https
 * @param required   claims that a token must have with these very values, such as {@code token_use=access}
 * @param roleClaim  where groups stand, a text or a list of them, such as {@code cognito:groups}
 * @param roles      which of these means which role here; of several the highest counts
 * @param scopeClaim where scopes stand, a list or a text with blanks between
 * @param scopes     which of these means which scope here
 */
public record ExternalIssuer(
        String name,
        TokenRules rules,
        URI keySet,
        Map<String, String> required,
        String roleClaim,
        Map<String, Role> roles,
        String scopeClaim,
        Map<String, Scope> scopes) {

    public ExternalIssuer {
        required = Map.copyOf(required);
        roles = Map.copyOf(roles);
        scopes = Map.copyOf(scopes);
        if (!"https".equals(keySet.getScheme()) && !isLoopback(keySet)) {
            throw AppException.invalid("lumia.accounts.issuers.%s.key-set".formatted(name), keySet, "an https address");
        }
    }

    /** A stub of ours; whether such addresses are asked at all, {@code lumia.providers.allow-loopback} says. */
    private static boolean isLoopback(URI address) {
        return "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
    }
}
