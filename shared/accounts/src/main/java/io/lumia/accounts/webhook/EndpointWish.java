package io.lumia.accounts.webhook;

import io.lumia.kernel.AppException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An endpoint that somebody wants.
 *
 * @param description up to 100 characters on one line
 * @param types       one or more of {@link WebhookEventType#OFFERED}
 */
public record EndpointWish(EndpointUrl url, String description, Set<WebhookEventType> types) {

    private static final Pattern DESCRIPTION = Pattern.compile("[^\\p{Cntrl}\\p{Zl}\\p{Zp}]{0,100}");

    public EndpointWish {
        if (!DESCRIPTION.matcher(description).matches()) {
            throw AppException.invalid("description", description, "at most 100 characters on one line");
        }
        if (types.isEmpty() || !WebhookEventType.OFFERED.containsAll(types)) {
            throw AppException.invalid("types", codes(types), "one or more of " + codes(WebhookEventType.OFFERED));
        }
        types = Set.copyOf(types);
    }

    private static String codes(Set<WebhookEventType> types) {
        return types.stream().map(WebhookEventType::code).sorted().collect(Collectors.joining(", "));
    }
}
