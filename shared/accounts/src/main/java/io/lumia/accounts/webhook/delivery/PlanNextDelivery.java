package io.lumia.accounts.webhook.delivery;

import io.lumia.platform.queue.NudgeSender;
import java.time.Clock;

/** Asks to be woken for the delivery that is due next: another attempt, or what one tick was too short for. */
public final class PlanNextDelivery {

    private final Deliveries deliveries;
    private final WakeDelivery wake;
    private final Clock clock;

    public PlanNextDelivery(Deliveries deliveries, WakeDelivery wake, Clock clock) {
        this.deliveries = deliveries;
        this.wake = wake;
        this.clock = clock;
    }

    /** What is due later than a queue can wait is left to the schedule. */
    public void plan() {
        deliveries.findNextDue(clock.instant().plus(NudgeSender.LONGEST_DELAY)).ifPresent(wake::at);
    }
}
