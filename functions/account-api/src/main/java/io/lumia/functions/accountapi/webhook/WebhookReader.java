package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.functions.accountapi.Fields;
import io.lumia.kernel.AppException;
import io.lumia.web.http.ApiRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a wish of a body, noting all that is wrong with it. */
final class WebhookReader {

    /** Stands for what could not be read, so that the rest can be looked at; a request with faults goes no further. */
    private static final EndpointUrl SOMEWHERE = EndpointUrl.parse("https://example.org/");

    private WebhookReader() {}

    /** Null where something is wrong, which is noted. */
    static @Nullable EndpointWish read(ApiRequest request, WebhookBody body) {
        @Nullable EndpointUrl url = Fields.read(request, "url", body.url(), EndpointUrl::parse);
        List<WebhookEventType> types = Fields.readAll(request, "types", body.types(), WebhookReader::type);
        if (body.types().isEmpty()) {
            request.refuse("types", "types is empty; allowed: one or more of " + offered());
        }
        Set<WebhookEventType> asked = types.isEmpty() ? WebhookEventType.OFFERED : Set.copyOf(types);
        return Fields.read(
                request,
                "description",
                body.description() == null ? "" : body.description(),
                description -> new EndpointWish(url == null ? SOMEWHERE : url, description, asked));
    }

    private static WebhookEventType type(String code) {
        return WebhookEventType.find(code)
                .filter(WebhookEventType.OFFERED::contains)
                .orElseThrow(() -> AppException.invalid("types", code, "some of " + offered()));
    }

    private static String offered() {
        return WebhookEventType.OFFERED.stream()
                .map(WebhookEventType::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    static ManageEndpoints.Sending sending(String code) {
        return switch (code) {
            case "active" -> ManageEndpoints.Sending.ACTIVE;
            case "paused" -> ManageEndpoints.Sending.PAUSED;
            default -> throw AppException.invalid("status", code, "active, paused");
        };
    }
}
