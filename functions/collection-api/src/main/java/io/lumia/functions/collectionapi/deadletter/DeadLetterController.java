package io.lumia.functions.collectionapi.deadletter;

import io.lumia.functions.collectionapi.deadletter.DeadLettersView.LetterView;
import io.lumia.functions.collectionapi.deadletter.DeadLettersView.QueueCount;
import io.lumia.functions.collectionapi.deadletter.DeadLettersView.ReplayBody;
import io.lumia.functions.collectionapi.deadletter.DeadLettersView.ReplayView;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.http.ApiAnswer;
import io.lumia.web.access.Needs;
import io.lumia.web.http.ApiRequest;
import io.lumia.web.http.Cached;
import io.lumia.web.http.Limits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that no function could handle. They are shown as they are, so only to whoever operates the installation. */
@Needs(Scope.COLLECTION_WRITE)
@Controller("/api/v1/collection/dead-letters")
@Tag(name = "collection")
@Cached(Cached.NEVER)
final class DeadLetterController {

    /** Of each queue in one answer. */
    private static final int MAX_LISTED = 50;

    /** Of each queue by one request, which takes some ten seconds. */
    private static final int MAX_REPLAYED = 100;

    private final DeadLetterBox box;

    DeadLetterController(DeadLetterBox box) {
        this.box = box;
    }

    @Get
    @Operation(
            operationId = "listDeadLetters",
            summary = "Messages that no function could handle",
            description =
                    "How many lie where, and up to 50 of each queue as they are. Looking hides a message from others for some seconds.")
    ApiAnswer<DeadLettersView> letters(
            @Parameter(hidden = true) ApiRequest request,
            @QueryValue("queue")
                    @Parameter(
                            description = "Only those of this queue.",
                            schema = @Schema(type = "string", maxLength = Limits.MAX_TEXT_CHARACTERS))
                    @Nullable
                    String queue) {
        List<String> queues = request.parsed("queue", queue, box.queues(), this::known);
        request.verify();
        List<QueueCount> counts = counts(queues);
        List<LetterView> letters = counts.stream()
                .filter(count -> count.deadLetters() > 0)
                .flatMap(count -> box.list(count.queue(), MAX_LISTED).stream())
                .map(LetterView::of)
                .toList();
        return request.answer(new DeadLettersView(counts, letters));
    }

    @Post("/replay")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Send dead letters again",
            description =
                    "To the queue they died in, as after a repair: at most 100 of each queue at once; the answer counts those that were sent and those that lie there still.",
            requestBody =
                    @RequestBody(
                            required = false,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ReplayBody.class))))
    ApiAnswer<ReplayView> replay(@Parameter(hidden = true) ApiRequest request) {
        @Nullable ReplayBody body = request.body(ReplayBody.class, new ReplayBody(null));
        @Nullable String queue = body == null ? null : body.queue();
        List<String> queues = request.parsed("queue", queue, box.queues(), this::known);
        request.verify();
        int replayed = counts(queues).stream()
                .filter(count -> count.deadLetters() > 0)
                .mapToInt(count -> box.replay(count.queue(), Math.min(count.deadLetters(), MAX_REPLAYED)))
                .sum();
        return request.answer(new ReplayView(replayed, counts(queues)));
    }

    private List<QueueCount> counts(List<String> queues) {
        return queues.stream()
                .map(queue -> new QueueCount(queue, box.count(queue)))
                .toList();
    }

    private List<String> known(String queue) {
        if (!box.queues().contains(queue)) {
            throw AppException.invalid("queue", queue, String.join(", ", box.queues()));
        }
        return List.of(queue);
    }
}
