package io.lumia.infra.stack;

import io.lumia.infra.settings.StageSettings;
import io.lumia.infra.settings.StageSettings.Plan;
import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Partners' keys that functions make known to the gateway, and the plans that they put them into. Like
 * {@link KeptSchedules} it is none of what {@code function.json} has a word for, so it stands here.
 */
final class MirroredKeys {

    /** Who issues keys, and who looks every day whether the gateway has them. */
    private static final Set<String> KEEPERS = Set.of("account-api", "keep-accounts");

    /** Plans of people and programs that have keys of their own. */
    private static final List<String> PLANS = List.of("authenticated", "premium");

    private MirroredKeys() {}

    /** Only where the stage has the plans. */
    static boolean areMirroredBy(FunctionDefinition function, StageSettings settings) {
        return KEEPERS.contains(function.name())
                && settings.api().plans().stream().map(Plan::name).toList().containsAll(PLANS);
    }

    /** As {@code GatewayFactory} of the accounts reads it. */
    static Map<String, String> variables(Names names) {
        return Map.of("LUMIA_GATEWAY_KEYS_PREFIX", names.prefix());
    }

    /** API Gateway knows no finer resource for keys than all of them; plans are found by their names. */
    static List<PolicyStatement> statements() {
        return List.of(
                Permissions.allow(List.of("apigateway:GET"), List.of(arn("apikeys"), arn("usageplans"))),
                Permissions.allow(List.of("apigateway:POST"), List.of(arn("apikeys"))),
                Permissions.allow(List.of("apigateway:DELETE"), List.of(arn("apikeys/*"))),
                Permissions.allow(List.of("apigateway:GET", "apigateway:POST"), List.of(arn("usageplans/*/keys"))));
    }

    private static String arn(String path) {
        return Names.join("arn:", Aws.PARTITION, ":apigateway:", Aws.REGION, "::/", path);
    }
}
