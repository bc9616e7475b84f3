package io.lumia.platform.schedule;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import io.lumia.platform.aws.AwsFailures;
import io.lumia.platform.retry.Backoff;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

/**
 * {@link ScheduleEngine} on EventBridge Scheduler, all schedules in one group. Each sends to an SQS queue by a role that
 * may do that. Throttled calls are tried again by the SDK; what fails after that is TRANSPORT_UNAVAILABLE.
 */
@Singleton
@Requires(classes = SchedulerClient.class)
@Requires(property = ScheduleTargets.ROLE_ARN)
@Requires(property = ScheduleTargets.QUEUE_ARN_PREFIX)
public final class EventBridgeScheduleEngine implements ScheduleEngine {

    /** Schedules that are created, replaced and deleted by others meanwhile settle within this many rounds. */
    private static final int MAX_ROUNDS = 4;

    /** Made with the first schedule that is asked for. */
    private final Supplier<SchedulerClient> client;

    private final ScheduleTargets targets;
    private final Clock clock;
    private final Backoff backoff;

    @Inject
    EventBridgeScheduleEngine(BeanProvider<SchedulerClient> client, ScheduleTargets targets, Clock clock) {
        this(client::get, targets, clock, Backoff.standard());
    }

    EventBridgeScheduleEngine(Supplier<SchedulerClient> client, ScheduleTargets targets, Clock clock, Backoff backoff) {
        this.client = client;
        this.targets = targets;
        this.clock = clock;
        this.backoff = backoff;
    }

    @Override
    public void put(ScheduleSpec schedule) {
        ScheduleSpec kept = schedule.asPutAt(clock.instant());
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            if (isCreated(kept) || isReplaced(kept)) {
                return;
            }
            backoff.waitAfter(round);
        }
        throw new AppException(
                ErrorCode.TRANSPORT_UNAVAILABLE,
                "schedule %s was changed by others in each of %d attempts to put it"
                        .formatted(schedule.name(), MAX_ROUNDS));
    }

    @Override
    public boolean delete(String name) {
        return call("deleting schedule " + name, () -> {
            try {
                client.get().deleteSchedule(request -> request.groupName(targets.group())
                        .name(name));
                return true;
            } catch (ResourceNotFoundException _) {
                return false;
            }
        });
    }

    @Override
    public Optional<ScheduleSpec> find(String name) {
        return call("reading schedule " + name, () -> {
            try {
                return Optional.of(targets.spec(client.get().getSchedule(request -> request.groupName(targets.group())
                        .name(name))));
            } catch (ResourceNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    /** One call a page and one a schedule: the list itself does not tell when they fire. */
    @Override
    public List<ScheduleSpec> list(String prefix) {
        return names(prefix).stream().flatMap(name -> find(name).stream()).toList();
    }

    private List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        @Nullable String token = null;
        do {
            ListSchedulesResponse page = page(prefix, token);
            page.schedules().stream().map(ScheduleSummary::name).forEach(names::add);
            token = page.nextToken();
            if (names.size() > MAX_LISTED || (token != null && names.size() == MAX_LISTED)) {
                throw new AppException(
                        ErrorCode.LIMIT_REACHED,
                        "more than %d schedules in group %s begin with '%s'"
                                .formatted(MAX_LISTED, targets.group(), prefix));
            }
        } while (token != null);
        names.sort(Comparator.naturalOrder());
        return names;
    }

    private ListSchedulesResponse page(String prefix, @Nullable String token) {
        return call("listing schedules of group " + targets.group(), () -> client.get()
                .listSchedules(request -> request.groupName(targets.group())
                        .namePrefix(prefix.isEmpty() ? null : prefix)
                        .maxResults(PAGE_SIZE)
                        .nextToken(token)));
    }

    private boolean isCreated(ScheduleSpec schedule) {
        return call("creating schedule " + schedule.name(), () -> {
            try {
                client.get().createSchedule(targets.create(schedule));
                return true;
            } catch (ConflictException _) {
                return false;
            }
        });
    }

    private boolean isReplaced(ScheduleSpec schedule) {
        return call("replacing schedule " + schedule.name(), () -> {
            try {
                client.get().updateSchedule(targets.update(schedule));
                return true;
            } catch (ResourceNotFoundException | ConflictException _) {
                return false;
            }
        });
    }

    private static <T> T call(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (ValidationException e) {
            throw new AppException(ErrorCode.INVALID_INPUT, "%s was refused: %s".formatted(what, e.getMessage()), e);
        } catch (ServiceQuotaExceededException e) {
            throw new AppException(ErrorCode.LIMIT_REACHED, "%s failed: %s".formatted(what, e.getMessage()), e);
        } catch (SdkException e) {
            throw AwsFailures.translated(what, e);
        }
    }
}
