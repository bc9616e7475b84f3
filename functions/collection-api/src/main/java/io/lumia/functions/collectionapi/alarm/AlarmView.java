package io.lumia.functions.collectionapi.alarm;

import io.lumia.collection.Alarms.Alarm;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that somebody should look at. */
@Serdeable
@Schema(
        name = "CollectionAlarm",
        description = "Something that somebody should look at. It disables nothing, and closes when it is well again.")
public record AlarmView(
        @Schema(description = "What it is about, such as job:daily-prices or provider:yahoo.")
        String subject,

        @Schema(description = "Such as repeated_failure or canary_failed.")
        String kind,

        @Schema(description = "For a person.") String detail,
        Instant raisedAt,
        @Schema(description = "When it was raised last.") Instant lastAt,

        @Schema(description = "How often it was raised while open.")
        int times,

        @Schema(description = "Null while it is open.") @Nullable
        Instant clearedAt) {

    public static AlarmView of(Alarm alarm) {
        return new AlarmView(
                alarm.subject(),
                alarm.kind(),
                alarm.detail(),
                alarm.raisedAt(),
                alarm.lastAt(),
                alarm.times(),
                alarm.clearedAt());
    }
}
