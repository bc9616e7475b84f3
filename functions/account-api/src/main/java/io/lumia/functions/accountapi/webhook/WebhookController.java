package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.Endpoints;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.NewSecret;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.functions.accountapi.Refusals;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.ShownOnce;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where partners want to hear of what, each owner's own. */
@Needs(Scope.WEBHOOKS_MANAGE)
@Controller("/api/v1/webhooks")
@Tag(name = "webhooks")
@Cached(Cached.NEVER)
final class WebhookController {

    private static final String PATH = "/api/v1/webhooks/";
    private static final String JSON = "application/json";
    private static final String ID = "UUID of the webhook.";

    private final Endpoints endpoints;
    private final ManageEndpoints managing;

    WebhookController(Endpoints endpoints, ManageEndpoints managing) {
        this.endpoints = endpoints;
        this.managing = managing;
    }

    @Get
    @Operation(operationId = "listWebhooks", summary = "One's own webhooks", description = "Oldest first, 10 at most.")
    ApiAnswer<List<WebhookView>> list(@Parameter(hidden = true) ApiRequest request) {
        request.verify();
        return request.answer(endpoints.list(Callers.user(request)).stream()
                .map(WebhookView::of)
                .toList());
    }

    @Post
    @ShownOnce
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "createWebhook",
            summary = "Make a webhook",
            description =
                    "The answer has the secret that messages are signed with, which is shown this once. The address must lead to the public Internet now and at each delivery. Ten at most; an eleventh is a 409.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = JSON, schema = @Schema(implementation = WebhookBody.class))))
    HttpResponse<ApiAnswer<WebhookSecretView>> create(@Parameter(hidden = true) ApiRequest request) {
        @Nullable WebhookBody body = request.body(WebhookBody.class);
        @Nullable EndpointWish wish = body == null ? null : WebhookReader.read(request, body);
        request.verify();
        NewSecret made = managing.register(Callers.asker(request), Fields.verified(wish));
        return HttpResponse.<ApiAnswer<WebhookSecretView>>created(request.answer(WebhookSecretView.of(made)))
                .header(HttpHeaders.LOCATION, PATH + made.endpoint().id());
    }

    @Get("/{id}")
    @Operation(
            operationId = "getWebhook",
            summary = "One webhook",
            description = "By its id; another owner's is a 404.")
    ApiAnswer<WebhookView> webhook(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID known = Fields.id(request, "id", id);
        return request.answer(WebhookView.of(get(Callers.user(request), known)));
    }

    @Put("/{id}")
    @Operation(
            operationId = "replaceWebhook",
            summary = "Change a webhook",
            description = "All that its owner chooses at once; pausing and resuming too. The secret stays.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = JSON,
                                            schema = @Schema(implementation = WebhookChangeBody.class))))
    ApiAnswer<WebhookView> replace(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        @Nullable UUID known = request.id("id", id);
        @Nullable WebhookChangeBody body = request.body(WebhookChangeBody.class);
        @Nullable EndpointWish wish = body == null ? null : WebhookReader.read(request, body.wish());
        ManageEndpoints.@Nullable Sending sending =
                body == null ? null : Fields.read(request, "status", body.status(), WebhookReader::sending);
        request.verify();
        return request.answer(WebhookView.of(managing.change(
                Callers.asker(request), Fields.verified(known), Fields.verified(wish), Fields.verified(sending))));
    }

    @Delete("/{id}")
    @Operation(
            operationId = "deleteWebhook",
            summary = "Remove a webhook",
            description =
                    "With its secrets and the log of its deliveries; what waits is not sent. Answers with what it was.")
    ApiAnswer<WebhookView> delete(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID known = Fields.id(request, "id", id);
        Asker asker = Callers.asker(request);
        Endpoint before = get(asker.owner(), known);
        managing.remove(asker, known);
        return request.answer(WebhookView.of(before));
    }

    @Post("/{id}/secret")
    @ShownOnce
    @Status(HttpStatus.CREATED)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Get a new secret",
            description =
                    "Shown this once. Messages are signed with the old one too for 24 hours, in which another new one is a 409.")
    HttpResponse<ApiAnswer<WebhookSecretView>> rotateSecret(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID known = Fields.id(request, "id", id);
        return HttpResponse.created(
                request.answer(WebhookSecretView.of(managing.rotateSecret(Callers.asker(request), known))));
    }

    private Endpoint get(UserId owner, UUID id) {
        return endpoints.find(owner, id).orElseThrow(() -> Refusals.notFound("webhook", id));
    }
}
