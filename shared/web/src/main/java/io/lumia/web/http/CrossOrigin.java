package io.lumia.web.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Which web sites may read the API in their visitors' browsers.
 *
 * @param allowedOrigins origins such as {@code https://example.org}, or {@code *} for all: the API is public and takes no
 *     cookies
 * @param maxAgeSeconds how long a browser may remember the permission
 */
@ConfigurationProperties("lumia.api.cross-origin")
public record CrossOrigin(
        @Bindable(defaultValue = "*") List<String> allowedOrigins,
        @Bindable(defaultValue = "86400") int maxAgeSeconds) {

    static final String ANY = "*";

    public CrossOrigin {
        allowedOrigins = List.copyOf(allowedOrigins);
    }

    boolean allowsAny() {
        return allowedOrigins.contains(ANY);
    }

    boolean allows(String origin) {
        return allowsAny() || allowedOrigins.contains(origin);
    }
}
