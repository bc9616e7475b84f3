package io.lumia.functions.accountapi.webhook;

import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.functions.accountapi.Callers;
import io.lumia.functions.accountapi.Fields;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.platform.http.Pagination;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of telling partners. */
@Needs(Scope.WEBHOOKS_MANAGE)
@Controller("/api/v1/webhooks/{id}")
@Tag(name = "webhooks")
@Cached(Cached.NEVER)
final class DeliveryController {

    private static final String ID = "UUID of the webhook.";
    private static final String DELIVERY = "UUID of the delivery.";

    private final DeliveryDesk desk;

    DeliveryController(DeliveryDesk desk) {
        this.desk = desk;
    }

    @Post("/test")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "testWebhook",
            summary = "Send a test",
            description =
                    "A message of the type webhook.test, which says nothing but that messages arrive, whatever was subscribed to. Sent within a minute or two: the answer is how its delivery stands. A webhook that is paused or disabled is a 409.")
    ApiAnswer<DeliveryView> test(
            @Parameter(hidden = true) ApiRequest request, @PathVariable("id") @Parameter(description = ID) String id) {
        UUID webhook = Fields.id(request, "id", id);
        return request.answer(DeliveryView.of(desk.sendTest(Callers.user(request), webhook)));
    }

    @Get("/deliveries")
    @Operation(
            operationId = "listDeliveries",
            summary = "What was sent to a webhook",
            description = "Newest first, of the last 30 days.")
    ApiAnswer<List<DeliveryView>> list(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = ID) String id,
            @QueryValue("page")
                    @Parameter(
                            description = "Page of the list, from 1.",
                            schema = @Schema(type = "integer", minimum = "1", defaultValue = "1"))
                    @Nullable
                    String page,
            @QueryValue("per_page")
                    @Parameter(
                            description = "Deliveries on a page.",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @Nullable
                    String perPage) {
        @Nullable UUID webhook = request.id("id", id);
        int number = request.whole("page", page, 1, 1, Limits.MAX_PAGE);
        int size = request.whole("per_page", perPage, Pagination.DEFAULT_PER_PAGE, 1, Pagination.MAX_PER_PAGE);
        request.verify();
        Deliveries.Page found = desk.list(Callers.user(request), Fields.verified(webhook), number, size);
        return request.answer(
                found.deliveries().stream().map(DeliveryView::of).toList(),
                Pagination.ofPages(number, size, found.totalItems()));
    }

    @Get("/deliveries/{delivery_id}")
    @Operation(
            operationId = "getDelivery",
            summary = "One delivery",
            description = "With each attempt: when, what the receiver answered, how long it took.")
    ApiAnswer<DeliveryDetailView> delivery(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = ID) String id,
            @PathVariable("delivery_id") @Parameter(description = DELIVERY) String deliveryId) {
        Place place = place(request, id, deliveryId);
        return request.answer(
                DeliveryDetailView.of(desk.log(Callers.user(request), place.webhook(), place.delivery())));
    }

    @Post("/deliveries/{delivery_id}/replay")
    @Status(HttpStatus.ACCEPTED)
    @Operation(
            operationId = "replayDelivery",
            summary = "Send a message again",
            description =
                    "The same message under the same webhook-id, with a new round of attempts. One that is pending is a 409.")
    ApiAnswer<DeliveryView> replay(
            @Parameter(hidden = true) ApiRequest request,
            @PathVariable("id") @Parameter(description = ID) String id,
            @PathVariable("delivery_id") @Parameter(description = DELIVERY) String deliveryId) {
        Place place = place(request, id, deliveryId);
        Asker asker = Callers.asker(request);
        desk.replay(asker, place.webhook(), place.delivery());
        return request.answer(DeliveryView.of(desk.get(asker.owner(), place.webhook(), place.delivery())));
    }

    /** A delivery and whose it should be. */
    private record Place(UUID webhook, UUID delivery) {}

    private static Place place(ApiRequest request, String id, String deliveryId) {
        @Nullable UUID webhook = request.id("id", id);
        @Nullable UUID delivery = request.id("delivery_id", deliveryId);
        request.verify();
        return new Place(Fields.verified(webhook), Fields.verified(delivery));
    }
}
