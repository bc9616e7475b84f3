package io.lumia.local.runtime;

import io.lumia.local.folder.DataFolder;
import io.lumia.local.queue.EmbeddedQueues;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the parts of a running installation are, as properties of an application context.
 *
 * @param queues SQS
 * @param bus    EventBridge
 */
record Endpoints(String jdbcUrl, String queues, String bus) {

    /** Enough for pollers and API side by side; a Lambda has one connection each. */
    private static final int POOL_SIZE = 16;

    static final String BUS_NAME = "lumia";

    Map<String, Object> properties(DataFolder folder) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("datasources.default.url", jdbcUrl);
        properties.put("datasources.default.username", "postgres");
        properties.put("datasources.default.password", "");
        properties.put("datasources.default.driver-class-name", "org.postgresql.Driver");
        properties.put("datasources.default.dialect", "POSTGRES");
        properties.put("datasources.default.maximum-pool-size", POOL_SIZE);
        properties.put("datasources.default.minimum-idle", 1);
        properties.put("aws.region", EmbeddedQueues.REGION);
        properties.put("aws.access-key-id", "local");
        properties.put("aws.secret-key", "local");
        properties.put("aws.services.sqs.endpoint-override", queues);
        properties.put("aws.services.eventbridge.endpoint-override", bus);
        properties.put("lumia.events.bus-name", BUS_NAME);
        properties.put("lumia.objects.location", folder.objects().toUri().toString());
        // The gateway listens on the loopback address: whoever reaches it is this machine's own user.
        properties.put("lumia.api.writes", "open");
        return properties;
    }
}
