package io.lumia.functions.collectionapi.deadletter;

import io.lumia.functions.collectionapi.deadletter.DeadLetterBox.DeadLetter;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages that no function could handle. */
@Serdeable
@Schema(name = "DeadLetters", description = "Messages that failed as often as their queue allows.")
record DeadLettersView(
        @Schema(description = "How many lie where, roughly as SQS counts; queues without any are listed too.")
        List<QueueCount> queues,

        @Schema(description = "Some of them, at most 50 of a queue; they stay where they are.")
        List<LetterView> letters) {

    /** How many. */
    @Serdeable
    @Schema(name = "DeadLetterCount")
    record QueueCount(
            @Schema(description = "The queue they died in.") String queue, int deadLetters) {}

    /** One message. */
    @Serdeable
    @Schema(name = "DeadLetter")
    record LetterView(
            @Schema(description = "The queue it died in.") String queue,

            String messageId,

            @Schema(description = "When it was sent.") Instant sentAt,

            @Schema(description = "How often it was handed out, looking at it included.")
            int receives,

            @Schema(description = "What it says, at most 4,000 characters.")
            String body,

            @Schema(description = "Whether it says more.") boolean cut) {

        private static final int SHOWN_CHARACTERS = 4_000;

        static LetterView of(DeadLetter letter) {
            boolean cut = letter.body().length() > SHOWN_CHARACTERS;
            return new LetterView(
                    letter.queue(),
                    letter.messageId(),
                    letter.sentAt(),
                    letter.receives(),
                    cut ? letter.body().substring(0, SHOWN_CHARACTERS) : letter.body(),
                    cut);
        }
    }

    /** Which are sent again. */
    @Serdeable
    @Schema(name = "DeadLetterReplay")
    record ReplayBody(
            @Schema(description = "Only those of this queue; left out: of all.") @Nullable
            String queue) {}

    /** What became of it. */
    @Serdeable
    @Schema(name = "DeadLetterReplayResult")
    record ReplayView(
            @Schema(description = "Messages that were sent to their queue again.")
            int replayed,

            @Schema(description = "How many lie where now, roughly as SQS counts.")
            List<QueueCount> queues) {}
}
