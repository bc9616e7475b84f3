package io.lumia.local.runtime;

import io.lumia.local.folder.DataFolder;
import io.lumia.local.folder.LocalSecrets;
import io.lumia.local.queue.EmbeddedQueues;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where the parts of a running installation are, as properties of an application context.
 *
 * @param queues SQS
 * @param bus    EventBridge
 * @param sitePort of the web site, whose pages the links in mails open
 */
record Endpoints(String jdbcUrl, String queues, String bus, int sitePort) {

    /** Where the site is unless said otherwise, and where it may come to be while none runs. */
    static final int USUAL_SITE_PORT = 8080;

    /** Enough for pollers and API side by side; a Lambda has one connection each. */
    private static final int POOL_SIZE = 16;

    static final String BUS_NAME = "lumia";

    private static final String CONFIRM_PAGE = "lumia.accounts.mail.confirm-page";

    /** Webhooks to this very machine are let through: a laptop has no public address to try one with. */
    private static final Map<String, String> ACCOUNTS = Map.of(
            "lumia.accounts.issuer", "https://lumia.localhost",
            "lumia.webhooks.allow-loopback", "true");

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
        properties.putAll(LocalSecrets.of(folder, new SecureRandom()).settings());
        properties.putAll(ACCOUNTS);
        properties.put("lumia.accounts.mail.folder", folder.mails().toString());
        properties.put(CONFIRM_PAGE, confirmPage());
        return properties;
    }

    /**
     * The same as environment variables of one function, as a deployment sets them: what its {@code function.json} does
     * not name is not there, and its pool has one connection.
     *
     * @param queueUrls by name
     */
    Map<String, String> variables(DataFolder folder, FunctionDefinition function, Map<String, String> queueUrls) {
        Map<String, String> variables = new HashMap<>();
        variables.put("AWS_REGION", EmbeddedQueues.REGION);
        variables.put("AWS_ACCESS_KEY_ID", "local");
        variables.put("AWS_SECRET_ACCESS_KEY", "local");
        variables.put("AWS_ENDPOINT_URL_SQS", queues);
        variables.put("AWS_ENDPOINT_URL_EVENTBRIDGE", bus);
        variables.put("LUMIA_EVENTS_BUS_NAME", BUS_NAME);
        ACCOUNTS.forEach((name, value) -> variables.put(variable(name), value));
        variables.put(variable("lumia.accounts.mail.folder"), folder.mails().toString());
        variables.put(variable(CONFIRM_PAGE), confirmPage());
        LocalSecrets.of(folder, new SecureRandom())
                .settings(function.secrets())
                .forEach((name, value) -> variables.put(variable(name), value));
        if (function.database() != Access.NONE) {
            variables.put("DATASOURCES_DEFAULT_URL", jdbcUrl);
            variables.put("DATASOURCES_DEFAULT_USERNAME", "postgres");
            variables.put("DATASOURCES_DEFAULT_PASSWORD", "");
            variables.put("DATASOURCES_DEFAULT_DIALECT", "POSTGRES");
            // As in the cloud: a migration keeps one connection for its history and works on another.
            variables.put(
                    "DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE", function.name().equals("migrate-database") ? "2" : "1");
        }
        if (function.objects() != Access.NONE) {
            variables.put("LUMIA_OBJECTS_LOCATION", folder.objects().toUri().toString());
        }
        queueUrls.forEach((name, url) -> variables.put(variable("lumia.queues." + name), url));
        variables.putAll(function.environment());
        return variables;
    }

    private String confirmPage() {
        return "http://127.0.0.1:%d/confirm".formatted(sitePort);
    }

    /** As the framework reads a setting from the environment. */
    private static String variable(String setting) {
        return setting.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
