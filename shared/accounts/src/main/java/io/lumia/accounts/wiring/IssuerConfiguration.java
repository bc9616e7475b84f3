package io.lumia.accounts.wiring;

import io.lumia.accounts.oidc.ExternalIssuer;
import io.lumia.accounts.token.TokenRules;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.micronaut.context.annotation.ConfigurationInject;
import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code lumia.accounts.issuers.<name>.…}: another issuer. Mappings are written {@code theirs=ours} in lists, since the framework would
 * change upper case in keys.
 */
@EachProperty("lumia.accounts.issuers")
final class IssuerConfiguration {

    private static final int MOST_LIFETIME_HOURS = 24;

    private final ExternalIssuer issuer;

    /**
     * @param types        allowed header {@code typ}, in lower case; the word {@code none} allows a token without one. Usually only what
     *     is marked as an access token; for an issuer that does not mark them, add a required claim that tells them from ID tokens
     * @param mostLifetime of a token, at most a day
     */
    @ConfigurationInject
    IssuerConfiguration(
            @Parameter String name,
            String issuer,
            List<String> audiences,
            String keySet,
            @Bindable(defaultValue = "aud") String audienceClaim,
            @Bindable(defaultValue = "RS256,ES256") List<String> algorithms,
            @Bindable(defaultValue = "at+jwt") List<String> types,
            @Bindable(defaultValue = "24h") Duration mostLifetime,
            @Nullable List<String> required,
            @Bindable(defaultValue = "groups") String roleClaim,
            @Nullable List<String> roles,
            @Bindable(defaultValue = "scope") String scopeClaim,
            @Nullable List<String> scopes) {
        if (mostLifetime.isNegative() || mostLifetime.isZero() || mostLifetime.toHours() > MOST_LIFETIME_HOURS) {
            throw refused(name, "most-lifetime", mostLifetime, "more than nothing and at most 24h");
        }
        Set<String> allowedTypes = new TreeSet<>();
        types.forEach(type -> allowedTypes.add(type.equals("none") ? "" : type));
        this.issuer = new ExternalIssuer(
                name,
                new TokenRules(
                        issuer,
                        Set.copyOf(audiences),
                        audienceClaim,
                        Set.copyOf(algorithms),
                        allowedTypes,
                        mostLifetime),
                URI.create(keySet),
                mapping(name, "required", required, Optional::of),
                roleClaim,
                mapping(name, "roles", roles, Role::find),
                scopeClaim,
                mapping(name, "scopes", scopes, Scope::find));
    }

    ExternalIssuer issuer() {
        return issuer;
    }

    private static <T> Map<String, T> mapping(
            String name, String key, @Nullable List<String> entries, Function<String, Optional<T>> meaning) {
        Map<String, T> mapping = new HashMap<>();
        for (String entry : entries == null ? List.<String>of() : entries) {
            int equals = entry.lastIndexOf('=');
            Optional<T> ours = equals < 1
                    ? Optional.empty()
                    : meaning.apply(entry.substring(equals + 1).strip());
            T value = ours.orElseThrow(() -> refused(name, key, entry, "theirs=ours, with a word of ours"));
            mapping.put(entry.substring(0, equals).strip(), value);
        }
        return mapping;
    }

    private static AppException refused(String name, String key, Object value, String allowed) {
        return AppException.invalid("lumia.accounts.issuers.%s.%s".formatted(name, key), value, allowed);
    }
}
