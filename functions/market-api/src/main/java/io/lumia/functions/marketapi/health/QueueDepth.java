package io.lumia.functions.marketapi.health;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How many messages a queue holds; approximate, as SQS counts. */
@Serdeable
@Schema(name = "QueueDepth", description = "How many messages a queue holds; approximate.")
public record QueueDepth(
        String name,
        @Schema(allowableValues = {"up", "down"}) String status,

        @Schema(description = "Waiting; null where the queue did not answer.") @Nullable
        Long waiting,

        @Schema(description = "Being worked on.") @Nullable Long inFlight,

        @Schema(description = "Waiting for their time.") @Nullable
        Long delayed,

        @Schema(description = "In its dead-letter queue: failed as often as the queue allows.") @Nullable
        Long deadLetters,

        @Schema(description = "Why the queue did not answer.") @Nullable
        String reason) {

    public static QueueDepth of(String name, long waiting, long inFlight, long delayed, long deadLetters) {
        return new QueueDepth(name, Status.UP, waiting, inFlight, delayed, deadLetters, null);
    }

    public static QueueDepth silent(String name, String reason) {
        return new QueueDepth(name, Status.DOWN, null, null, null, null, reason);
    }

    boolean isUp() {
        return status.equals(Status.UP);
    }

    boolean hasDeadLetters() {
        return deadLetters != null && deadLetters > 0;
    }
}
