package io.lumia.infra.stack;

import io.lumia.platform.lambda.FunctionDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * Schedules that are data: people make and change them through a function, which keeps them in EventBridge Scheduler. That
 * a function does so is not in {@code function.json}, which has no word for it yet, so it stands here.
 */
final class KeptSchedules {

    /** What the scheduler sends as. */
    static final String ROLE = "scheduler";

    private static final Set<String> KEEPERS = Set.of("collection-api");

    private KeptSchedules() {}

    static boolean areKeptBy(FunctionDefinition function) {
        return KEEPERS.contains(function.name());
    }

    static String roleArn(Names names) {
        return Names.join("arn:", Aws.PARTITION, ":iam::", Aws.ACCOUNT_ID, ":role/", names.of(ROLE));
    }

    /** As {@code ScheduleTargets} of the platform reads them. */
    static Map<String, String> variables(Names names) {
        return Map.of(
                "LUMIA_SCHEDULES_GROUP", names.scheduleGroup(),
                "LUMIA_SCHEDULES_ROLE_ARN", roleArn(names),
                "LUMIA_SCHEDULES_QUEUE_ARN_PREFIX", names.queueArn(""));
    }

    static List<PolicyStatement> statements(Names names) {
        return List.of(
                Permissions.allow(
                        List.of(
                                "scheduler:CreateSchedule",
                                "scheduler:UpdateSchedule",
                                "scheduler:DeleteSchedule",
                                "scheduler:GetSchedule"),
                        List.of(Names.arn("scheduler", "schedule/" + names.scheduleGroup() + "/*"))),
                Permissions.allow(List.of("scheduler:ListSchedules"), List.of(Names.arn("scheduler", "schedule/*/*"))),
                PolicyStatement.Builder.create()
                        .effect(Effect.ALLOW)
                        .actions(List.of("iam:PassRole"))
                        .resources(List.of(roleArn(names)))
                        .conditions(Map.of("StringEquals", Map.of("iam:PassedToService", "scheduler.amazonaws.com")))
                        .build());
    }
}
