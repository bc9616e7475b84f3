package io.lumia.infra.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.Trigger.Http;
import io.lumia.platform.lambda.Trigger.Manual;
import io.lumia.platform.lambda.Trigger.Queue;
import io.lumia.platform.lambda.Trigger.Queued;
import io.lumia.platform.lambda.Trigger.Schedule;
import io.lumia.platform.lambda.Trigger.Scheduled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.PrincipalWithConditions;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.scheduler.CfnSchedule;
import software.amazon.awscdk.services.scheduler.CfnScheduleGroup;
import software.constructs.Construct;

/**
 * The clock: a group for all schedules of the stage, the role they send as, and the fixed ones that come with functions.
 * Those of collection jobs are data and are put into the group while the stage runs.
 */
final class Ticks extends Construct {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final int MAX_RETRIES = 10;
    private static final int MAX_AGE_SECONDS = 3600;

    private final Surroundings around;

    Ticks(Construct scope, String id, List<FunctionDefinition> all, Surroundings around) {
        super(scope, id);
        this.around = around;
        checkOverrides(all);
        CfnScheduleGroup group = CfnScheduleGroup.Builder.create(this, "Group")
                .name(around.names().scheduleGroup())
                .build();
        Role role = role(all);
        for (FunctionDefinition definition : all) {
            for (Schedule schedule : definition.trigger().schedules()) {
                CfnSchedule made = schedule(schedule, target(definition, role, schedule));
                made.addResourceDependency(group);
                made.getNode().addDependency(role);
            }
        }
    }

    private void checkOverrides(List<FunctionDefinition> all) {
        List<String> known = all.stream()
                .flatMap(definition -> definition.trigger().schedules().stream())
                .map(Schedule::name)
                .toList();
        for (String name : around.settings().functions().schedules().keySet()) {
            if (!known.contains(name)) {
                throw AppException.invalid("functions.schedules", name, String.join(", ", known));
            }
        }
    }

    private Role role(List<FunctionDefinition> all) {
        Names names = around.names();
        List<PolicyStatement> statements = new ArrayList<>();
        statements.add(Permissions.allow(
                List.of("sqs:SendMessage"),
                Stream.concat(
                                all.stream()
                                        .flatMap(Ticks::queues)
                                        .flatMap(queue -> Stream.of(queue.name(), queue.deadLetterName())),
                                Stream.of(Names.FAILED_TICKS))
                        .map(names::queueArn)
                        .toList()));
        List<String> called = all.stream()
                .filter(definition -> definition.trigger() instanceof Scheduled)
                .map(definition -> names.functionArn(definition.name()))
                .toList();
        if (!called.isEmpty()) {
            statements.add(Permissions.allow(List.of("lambda:InvokeFunction"), called));
        }
        return Role.Builder.create(this, "Role")
                .roleName(names.of(KeptSchedules.ROLE))
                .description("What schedules send to")
                .assumedBy(new PrincipalWithConditions(
                        new ServicePrincipal("scheduler.amazonaws.com"),
                        Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID))))
                .inlinePolicies(Map.of(
                        "send",
                        PolicyDocument.Builder.create().statements(statements).build()))
                .build();
    }

    private static Stream<Queue> queues(FunctionDefinition definition) {
        return definition.trigger() instanceof Queued queued ? Stream.of(queued.queue()) : Stream.empty();
    }

    private CfnSchedule.TargetProperty target(FunctionDefinition definition, Role role, Schedule schedule) {
        Names names = around.names();
        return switch (definition.trigger()) {
            case Queued queued ->
                target(
                        names.queueArn(queued.queue().name()),
                        names.queueArn(queued.queue().deadLetterName()),
                        role,
                        schedule);
            case Scheduled _ ->
                target(names.functionArn(definition.name()), names.queueArn(Names.FAILED_TICKS), role, schedule);
            case Http _, Manual _ ->
                throw AppException.invalid("trigger of " + definition.name(), schedule.name(), "no schedule");
        };
    }

    private static CfnSchedule.TargetProperty target(String arn, String deadLetterArn, Role role, Schedule schedule) {
        return CfnSchedule.TargetProperty.builder()
                .arn(arn)
                .roleArn(role.getRoleArn())
                .input(json(schedule.input()))
                .retryPolicy(CfnSchedule.RetryPolicyProperty.builder()
                        .maximumRetryAttempts(MAX_RETRIES)
                        .maximumEventAgeInSeconds(MAX_AGE_SECONDS)
                        .build())
                .deadLetterConfig(CfnSchedule.DeadLetterConfigProperty.builder()
                        .arn(deadLetterArn)
                        .build())
                .build();
    }

    private CfnSchedule schedule(Schedule schedule, CfnSchedule.TargetProperty target) {
        String expression = around.settings()
                .functions()
                .schedules()
                .getOrDefault(schedule.name(), schedule.when().expression());
        return CfnSchedule.Builder.create(this, Names.id(schedule.name()))
                .name(schedule.name())
                .groupName(around.names().scheduleGroup())
                .scheduleExpression(expression)
                .scheduleExpressionTimezone(schedule.when().zone().getId())
                .flexibleTimeWindow(CfnSchedule.FlexibleTimeWindowProperty.builder()
                        .mode("OFF")
                        .build())
                .target(target)
                .build();
    }

    private static String json(Map<String, Object> input) {
        try {
            return JSON.writeValueAsString(input);
        } catch (JacksonException e) {
            throw new AppException(ErrorCode.INTERNAL, "a schedule's input cannot be written as JSON", e);
        }
    }
}
