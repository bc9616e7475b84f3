package io.lumia.collection.progress;

import io.lumia.collection.Alarms;
import io.lumia.events.collectionalarmraised.v1.CollectionAlarmRaised;
import io.lumia.platform.event.EventBus.Announcement;
import io.lumia.platform.event.Outbox;
import io.lumia.platform.json.JsonCodec;
import io.lumia.platform.time.NamedIds;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Raises alarms so that they are heard: noted, announced once, logged. Inside the caller's transaction, as {@link RunProgress}. */
@Singleton
@Requires(beans = Alarms.class)
public final class AlarmBell {

    private static final UUID NAMESPACE = UUID.fromString("0d1b1b52-6f1c-5d3e-9a53-6d6f62730002");
    private static final String ALARM_RAISED = "CollectionAlarmRaised";
    private static final Logger LOG = LoggerFactory.getLogger(AlarmBell.class);

    private final Alarms alarms;
    private final Outbox outbox;
    private final JsonCodec json;
    private final Clock clock;

    public AlarmBell(Alarms alarms, Outbox outbox, JsonCodec json, Clock clock) {
        this.alarms = alarms;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Raises an alarm; one that is open already counts one more and is not told again.
     *
     * @param announcer event source, such as {@code lumia.plan-collection}
     * @param subject   {@code job:<name>} or {@code provider:<name>}
     */
    public void ring(String announcer, String subject, String kind, String detail) {
        Instant now = clock.instant();
        if (alarms.raise(subject, kind, detail, now)) {
            UUID eventId = NamedIds.of(NAMESPACE, "%s %s %s".formatted(subject, kind, now));
            CollectionAlarmRaised event = new CollectionAlarmRaised(eventId, subject, kind, detail, now);
            outbox.add(eventId, new Announcement(announcer, ALARM_RAISED, json.write(event)));
            LOG.error("alarm: {}", detail);
        }
    }

    /** What it told of is well again. */
    public void silence(String subject, String kind) {
        if (alarms.clear(subject, kind, clock.instant())) {
            LOG.info("{} is well again: {} is cleared", subject, kind);
        }
    }
}
