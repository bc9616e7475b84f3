package io.lumia.local.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What {@link Inventory} made through APIs, which no stack knows and takes down. */
final class Leftovers {

    private static final String GATEWAY = "apigateway";

    private Leftovers() {}

    /** @param prefix of all names */
    static void delete(EmulatorCalls calls, String prefix) {
        String group = prefix.substring(0, prefix.length() - 1);
        for (JsonNode schedule :
                calls.get("scheduler", "/schedules?ScheduleGroup=" + group).path("Schedules")) {
            String name = schedule.path("Name").asText();
            calls.delete("scheduler", "/schedules/%s?groupName=%s".formatted(name, group));
        }
        deleteNamed(calls, "/apikeys", prefix);
        deleteNamed(calls, "/usageplans", prefix);
        for (JsonNode secret : calls.call("secretsmanager", "secretsmanager.ListSecrets", Map.of("MaxResults", 100))
                .path("SecretList")) {
            if (secret.path("Name").asText().startsWith(group.replace('-', '/') + "/")) {
                calls.call(
                        "secretsmanager",
                        "secretsmanager.DeleteSecret",
                        Map.of("SecretId", secret.path("ARN").asText(), "ForceDeleteWithoutRecovery", true));
            }
        }
    }

    private static void deleteNamed(EmulatorCalls calls, String path, String prefix) {
        for (JsonNode item : calls.get(GATEWAY, path + "?limit=500").path("item")) {
            if (item.path("name").asText().startsWith(prefix)) {
                calls.delete(GATEWAY, path + "/" + item.path("id").asText());
            }
        }
    }
}
