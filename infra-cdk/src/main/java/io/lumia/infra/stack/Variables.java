package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.FunctionRuntime;
import io.lumia.infra.stack.NetworkStack.FunctionNetwork;
import io.lumia.kernel.AppException;
import io.lumia.platform.lambda.Access;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.secret.SecretVariables;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awscdk.Stack;

/** What a function is told: the environment variables that {@code application.properties} of the platform names. */
final class Variables {

    private static final String HEALTH_QUEUES = "LUMIA_HEALTH_QUEUES";
    private static final String DEAD_LETTER_QUEUES = "LUMIA_COLLECTION_DEAD_LETTER_QUEUES";

    /** The sentiment model runs in a native library; a function's start matters more than its speed after hours. */
    private static final String JVM_OPTIONS = "--enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1";

    private Variables() {}

    static Map<String, String> of(FunctionDefinition function, Surroundings around, Stack stack) {
        Names names = around.names();
        Map<String, String> variables = new TreeMap<>();
        for (String queue : queues(function)) {
            variables.put("LUMIA_QUEUES_" + Names.variable(queue), names.queueUrl(queue));
        }
        if (!function.emits().isEmpty()) {
            variables.put("LUMIA_EVENTS_BUS_NAME", names.bus());
        }
        if (function.objects() != Access.NONE) {
            variables.put(
                    "LUMIA_OBJECTS_LOCATION", Names.join("s3://", around.kept().bucketName(), "/raw"));
        }
        for (String secret : KeyEncryptionKey.secrets(function, around.settings())) {
            variables.put(
                    SecretVariables.variable(secret),
                    around.kept().secretArns(List.of(secret)).getFirst());
        }
        variables.putAll(KeyEncryptionKey.variables(function, around.kept()));
        if (KeyEncryptionKey.isUsedBy(function)) {
            // Whoever may open signing keys makes or checks our tokens, and must know the name that stands in them.
            variables.put("LUMIA_ACCOUNTS_ISSUER", "urn:lumia:" + names.stage());
        }
        variables.putAll(StageVariables.issuers(function, around.settings()));
        if (function.database() != Access.NONE) {
            variables.putAll(around.database().variables(stack, function.name(), function.database()));
            if (around.network().filter(FunctionNetwork::dualStack).isPresent()) {
                variables.put("AWS_USE_DUALSTACK_ENDPOINT", "true");
            }
        }
        if (KeptSchedules.areKeptBy(function)) {
            variables.putAll(KeptSchedules.variables(names));
        }
        if (SentMails.areSentBy(function)) {
            variables.putAll(SentMails.variables(around.settings()));
        }
        if (MirroredKeys.areMirroredBy(function, around.settings())) {
            variables.putAll(MirroredKeys.variables(names));
        }
        if (around.settings().functions().of(function.name()).runtime() == FunctionRuntime.JVM) {
            variables.put("JAVA_TOOL_OPTIONS", JVM_OPTIONS);
        }
        addOwn(function, around.settings(), variables);
        return variables;
    }

    /** Queues that it looks at without receiving from or sending to them. */
    static List<String> watchedQueues(FunctionDefinition function) {
        return named(function, HEALTH_QUEUES);
    }

    /** Queues whose dead letters it shows and sends to them again. */
    static List<String> repairedQueues(FunctionDefinition function) {
        return named(function, DEAD_LETTER_QUEUES);
    }

    private static List<String> named(FunctionDefinition function, String variable) {
        String names = function.environment().getOrDefault(variable, "");
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(",")).map(String::strip).toList();
    }

    private static Set<String> queues(FunctionDefinition function) {
        Set<String> queues = new LinkedHashSet<>(function.sends());
        queues.addAll(watchedQueues(function));
        queues.addAll(repairedQueues(function));
        return queues;
    }

    /** What has no value is as good as not said. */
    private static void addOwn(FunctionDefinition function, StageSettings settings, Map<String, String> variables) {
        function.environment().forEach((name, own) -> {
            String value = StageVariables.valueOf(name, own, settings);
            if (!value.isEmpty() && variables.putIfAbsent(name, value) != null) {
                throw AppException.invalid(
                        "environment of function '%s'".formatted(function.name()),
                        name,
                        "a variable that the stack does not set itself");
            }
        });
    }
}
