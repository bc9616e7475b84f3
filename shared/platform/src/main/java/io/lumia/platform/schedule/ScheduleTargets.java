package io.lumia.platform.schedule;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindow;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** Our schedules in Scheduler's words and back. */
@Singleton
@Requires(classes = CreateScheduleRequest.class)
@Requires(property = ScheduleTargets.ROLE_ARN)
@Requires(property = ScheduleTargets.QUEUE_ARN_PREFIX)
final class ScheduleTargets {

    static final String ROLE_ARN = "lumia.schedules.role-arn";
    static final String QUEUE_ARN_PREFIX = "lumia.schedules.queue-arn-prefix";
    static final String GROUP = "lumia.schedules.group";

    private final String roleArn;
    private final String queueArnPrefix;
    private final String group;

    /** @param queueArnPrefix a queue's ARN up to the name that {@code function.json} gives it */
    ScheduleTargets(
            @Value("${" + ROLE_ARN + "}") String roleArn,
            @Value("${" + QUEUE_ARN_PREFIX + "}") String queueArnPrefix,
            @Value("${" + GROUP + ":default}") String group) {
        this.roleArn = roleArn;
        this.queueArnPrefix = queueArnPrefix;
        this.group = group;
    }

    String group() {
        return group;
    }

    CreateScheduleRequest create(ScheduleSpec schedule) {
        return CreateScheduleRequest.builder()
                .groupName(group)
                .name(schedule.name())
                .scheduleExpression(schedule.when().expression())
                .scheduleExpressionTimezone(schedule.zone())
                .startDate(schedule.start())
                .endDate(schedule.end())
                .state(state(schedule))
                .flexibleTimeWindow(exactly())
                .actionAfterCompletion(afterCompletion(schedule))
                .target(target(schedule))
                .build();
    }

    /** Everything anew: Scheduler resets what an update leaves out. */
    UpdateScheduleRequest update(ScheduleSpec schedule) {
        return UpdateScheduleRequest.builder()
                .groupName(group)
                .name(schedule.name())
                .scheduleExpression(schedule.when().expression())
                .scheduleExpressionTimezone(schedule.zone())
                .startDate(schedule.start())
                .endDate(schedule.end())
                .state(state(schedule))
                .flexibleTimeWindow(exactly())
                .actionAfterCompletion(afterCompletion(schedule))
                .target(target(schedule))
                .build();
    }

    ScheduleSpec spec(GetScheduleResponse found) {
        Target target = found.target();
        return new ScheduleSpec(
                found.name(),
                When.parse(found.scheduleExpression()),
                found.scheduleExpressionTimezone(),
                queue(found.name(), target.arn()),
                target.input(),
                found.state() == ScheduleState.ENABLED,
                new RetryPolicy(
                        target.retryPolicy().maximumRetryAttempts(),
                        Duration.ofSeconds(target.retryPolicy().maximumEventAgeInSeconds())),
                queue(found.name(), target.deadLetterConfig().arn()),
                found.startDate(),
                found.endDate());
    }

    private Target target(ScheduleSpec schedule) {
        return Target.builder()
                .arn(queueArnPrefix + schedule.queue())
                .roleArn(roleArn)
                .input(schedule.input())
                .retryPolicy(
                        policy -> policy.maximumRetryAttempts(schedule.retry().maxRetries())
                                .maximumEventAgeInSeconds(Math.toIntExact(
                                        schedule.retry().maxAge().toSeconds())))
                .deadLetterConfig(config -> config.arn(queueArnPrefix + schedule.deadLetterQueue()))
                .build();
    }

    private String queue(String schedule, String arn) {
        if (!arn.startsWith(queueArnPrefix)) {
            throw new AppException(
                    ErrorCode.INTERNAL,
                    "schedule %s in group %s sends to '%s'; expected: %s…"
                            .formatted(schedule, group, arn, queueArnPrefix));
        }
        return arn.substring(queueArnPrefix.length());
    }

    private static ScheduleState state(ScheduleSpec schedule) {
        return schedule.enabled() ? ScheduleState.ENABLED : ScheduleState.DISABLED;
    }

    private static FlexibleTimeWindow exactly() {
        return FlexibleTimeWindow.builder().mode(FlexibleTimeWindowMode.OFF).build();
    }

    private static ActionAfterCompletion afterCompletion(ScheduleSpec schedule) {
        return switch (schedule.when()) {
            case When.At _ -> ActionAfterCompletion.DELETE;
            case When.Cron _, When.Rate _ -> ActionAfterCompletion.NONE;
        };
    }
}
