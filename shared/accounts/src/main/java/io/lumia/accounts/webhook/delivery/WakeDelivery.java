package io.lumia.accounts.webhook.delivery;

import io.lumia.platform.database.Transactions;
import io.lumia.platform.queue.NudgeSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Has messages sent when they are due, and not when the schedule comes round, which may be an hour where the database shall
 * sleep. A nudge comes a little late on purpose: one is enough for all that happens until then. One that is lost is made up
 * for by the schedule.
 */
public final class WakeDelivery {

    /** The queue of the function that delivers, as its {@code function.json} calls it. */
    public static final String QUEUE = "deliver-webhooks";

    /** So late a nudge may come; as many messages as are due by then go with it. */
    static final Duration GATHERED_FOR = Duration.ofSeconds(5);

    /** For a clock that is a little ahead of the queue's. */
    static final Duration MARGIN = Duration.ofSeconds(1);

    private static final String TICK = "{}";

    private final NudgeSender nudges;
    private final Transactions transactions;
    private final Clock clock;

    /** When the nudge that was sent last comes. */
    private Instant onItsWay = Instant.MIN;

    public WakeDelivery(NudgeSender nudges, Transactions transactions, Clock clock) {
        this.nudges = nudges;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** For what this thread has just made due: once it is committed. */
    public void soon() {
        transactions.afterCommit(() -> at(clock.instant()));
    }

    /** For what will be due; what is due later than a queue can wait is left to the schedule. */
    public void at(Instant due) {
        Instant now = clock.instant();
        Instant earliest = due.isAfter(now) ? due : now.plus(MARGIN);
        Instant latest = (due.isAfter(now) ? due : now).plus(GATHERED_FOR);
        Duration delay = Duration.between(now, latest);
        if (delay.compareTo(NudgeSender.LONGEST_DELAY) > 0 || !isNews(earliest, latest)) {
            return;
        }
        if (!nudges.send(QUEUE, TICK, delay)) {
            forget();
        }
    }

    private synchronized boolean isNews(Instant earliest, Instant latest) {
        if (!onItsWay.isBefore(earliest) && !onItsWay.isAfter(latest)) {
            return false;
        }
        onItsWay = latest;
        return true;
    }

    private synchronized void forget() {
        onItsWay = Instant.MIN;
    }
}
