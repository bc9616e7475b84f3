package io.lumia.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.schedule.EventBridgeScheduleEngine;
import io.lumia.platform.schedule.ScheduleEngine;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The cloud's engine against a service of the same interface, which evaluates expressions by itself. */
final class EventBridgeScheduleEngineTest extends ScheduleEngineContract {

    private final SettableClock clock = new SettableClock();
    private final SchedulerService service = new SchedulerService(clock, queues);
    private final ApplicationContext context = ApplicationContext.builder()
            .deduceEnvironment(false)
            .properties(Map.of(
                    "aws.region",
                    "eu-central-1",
                    "aws.access-key-id",
                    "local",
                    "aws.secret-key",
                    "local",
                    "aws.services.scheduler.endpoint-override",
                    service.endpoint(),
                    "lumia.schedules.group",
                    SchedulerService.GROUP,
                    "lumia.schedules.role-arn",
                    SchedulerService.ROLE_ARN,
                    "lumia.schedules.queue-arn-prefix",
                    SchedulerService.QUEUE_ARN_PREFIX))
            .singletons(clock)
            .start();

    @AfterEach
    void close() {
        context.close();
        service.close();
    }

    @Override
    ScheduleEngine engine() {
        return context.getBean(EventBridgeScheduleEngine.class);
    }

    @Override
    void setClock(Instant now) {
        clock.set(now);
    }

    @Override
    void runUntil(Instant to) {
        service.runUntil(to);
    }

    @Test
    void isTriedAgainWhenThrottled() {
        service.failNext(2, 429, "ThrottlingException");

        engine().put(spec("job.a", "rate(1 days)", "UTC"));

        assertThat(engine().find("job.a")).isPresent();
    }

    @Test
    void saysThatTheServiceDoesNotAnswer() {
        service.failNext(100, 503, "InternalServerException");

        assertThatThrownBy(() -> engine().delete("job.a"))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TRANSPORT_UNAVAILABLE))
                .hasMessageContaining("deleting schedule job.a");
    }

    @Test
    void handsOnWhatTheServiceRefuses() {
        service.failNext(1, 400, "ValidationException");

        assertThatThrownBy(() -> engine().put(spec("job.a", "rate(1 days)", "UTC")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("creating schedule job.a was refused");
    }

    @Test
    void saysThatTheGroupIsFull() {
        service.failNext(1, 402, "ServiceQuotaExceededException");

        assertThatThrownBy(() -> engine().put(spec("job.a", "rate(1 days)", "UTC")))
                .isInstanceOfSatisfying(
                        AppException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED));
    }
}
