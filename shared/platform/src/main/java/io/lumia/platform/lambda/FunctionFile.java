package io.lumia.platform.lambda;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code function.json} as written; {@link FunctionFileReader} checks it and makes a {@link FunctionDefinition}. */
@Serdeable
record FunctionFile(
        String name,
        String description,
        String handler,
        TriggerFile trigger,
        @Nullable List<SubscriptionFile> subscribes,
        @Nullable List<String> sends,
        @Nullable List<String> emits,
        String objects,
        String database,
        int memoryMb,
        int timeoutSeconds,
        @Nullable Integer reservedConcurrency,
        @Nullable List<String> secrets,
        @Nullable Map<String, String> environment,
        @JsonProperty("$schema") @Nullable String schema) {

    @Serdeable
    record TriggerFile(
            String type,
            @Nullable List<ScheduleFile> schedules,
            @Nullable QueueFile queue,
            @Nullable List<RouteFile> routes) {}

    @Serdeable
    record ScheduleFile(
            String name, String cron, String zone, @Nullable Map<String, Object> input) {}

    @Serdeable
    record QueueFile(
            String name,
            int batchSize,
            int maxBatchingWindowSeconds,
            int visibilityTimeoutSeconds,
            int maxReceiveCount) {}

    @Serdeable
    record RouteFile(String method, String path, @Nullable Boolean authorised) {}

    @Serdeable
    record SubscriptionFile(String rule, Map<String, Object> pattern) {}
}
