package io.lumia.platform.http;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the data.
 *
 * @param timestamp       when the answer was made
 * @param executionTimeMs from the request's arrival to the answer
 * @param apiVersion      {@link #API_VERSION}
 * @param asOf            the instant whose knowledge the data shows; null where the question has no time
 * @param snapshotId      the snapshot that was read, null where none was pinned
 * @param warnings        what a reader of the data should know, mostly empty
 */
@Serdeable
public record AnswerMetadata(
        Instant timestamp,
        String requestId,
        long executionTimeMs,
        String apiVersion,
        @Nullable Instant asOf,
        @Nullable String snapshotId,
        List<String> warnings) {

    public static final String API_VERSION = "v1";

    public AnswerMetadata {
        warnings = List.copyOf(warnings);
    }

    public static AnswerMetadata of(Instant timestamp, String requestId, long executionTimeMs) {
        return new AnswerMetadata(timestamp, requestId, executionTimeMs, API_VERSION, null, null, List.of());
    }

    public AnswerMetadata withAsOf(Instant instant) {
        return new AnswerMetadata(timestamp, requestId, executionTimeMs, apiVersion, instant, snapshotId, warnings);
    }

    public AnswerMetadata withSnapshotId(String id) {
        return new AnswerMetadata(timestamp, requestId, executionTimeMs, apiVersion, asOf, id, warnings);
    }

    public AnswerMetadata withWarnings(List<String> texts) {
        return new AnswerMetadata(timestamp, requestId, executionTimeMs, apiVersion, asOf, snapshotId, texts);
    }
}
