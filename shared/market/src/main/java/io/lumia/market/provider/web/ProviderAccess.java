package io.lumia.market.provider.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How this installation may ask a provider.
 *
 * @param endpoint scheme and host (and path before the provider's own), without a slash at the end
 * @param key      null where none is configured
 * @param contact  of the operator, for providers that want one in the User-Agent; null where none is configured
 * @param today    by the planner's clock, UTC
 */
public record ProviderAccess(
        String endpoint, @Nullable String key, @Nullable String contact, LocalDate today) {

    /** Never prints the key. */
    @Override
    public String toString() {
        return "%s %s key".formatted(endpoint, key == null ? "without" : "with");
    }
}
