package io.lumia.web.http;

import io.lumia.kernel.AppException;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Set;

/**
 * Whether requests may change anything. There are no users yet who could be let in, so writing is open only where nobody
 * but the machine's own user can reach the API.
 *
 * @param writes open or closed
 */
@ConfigurationProperties("lumia.api")
public record WriteRules(@Bindable(defaultValue = "closed") String writes) {

    /** Who writes where writing is open. */
    public static final String LOCAL_ACTOR = "local";

    private static final String OPEN = "open";

    public WriteRules {
        if (!Set.of(OPEN, "closed").contains(writes)) {
            throw AppException.invalid("lumia.api.writes", writes, "open, closed");
        }
    }

    boolean areOpen() {
        return writes.equals(OPEN);
    }
}
