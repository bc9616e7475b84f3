package io.lumia.functions.deliverwebhooks;

import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.accounts.webhook.delivery.PlanNextDelivery;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The use case: what is due → sent, batch after batch, over before the next minute's tick comes; then it asks to be woken for
 * what is left and for attempts that are due soon. Were two at work all the same, neither would take what the other has claimed.
 */
@Singleton
@Requires(beans = {DeliverWebhooks.class, PlanNextDelivery.class})
public final class DeliverDue {

    /** After that no batch is begun. */
    static final Duration BEGIN_WITHIN = Duration.ofSeconds(35);

    /** A batch sends all of its messages at once, so it takes no longer than one; the rest is for the database. */
    static final Duration LONGEST_BATCH = WebhookTransport.TIMEOUT.plusSeconds(5);

    /** For a clock that stands. */
    static final int MAX_BATCHES = 500;

    private static final Logger LOG = LoggerFactory.getLogger(DeliverDue.class);

    private final IntSupplier deliverBatch;
    private final Runnable planNext;
    private final Clock clock;

    @Inject
    DeliverDue(DeliverWebhooks delivering, PlanNextDelivery planning, Clock clock) {
        this(delivering::deliver, planning::plan, clock);
    }

    /** @param deliverBatch sends at most {@link DeliverWebhooks#AT_ONCE} and says how many */
    DeliverDue(IntSupplier deliverBatch, Runnable planNext, Clock clock) {
        this.deliverBatch = deliverBatch;
        this.planNext = planNext;
        this.clock = clock;
    }

    /** @return how many were sent, taken or not */
    public int deliver() {
        int sent = deliverInBatches();
        planNext.run();
        return sent;
    }

    private int deliverInBatches() {
        Instant lastBegin = clock.instant().plus(BEGIN_WITHIN);
        int sent = 0;
        for (int batch = 0; batch < MAX_BATCHES && !clock.instant().isAfter(lastBegin); batch++) {
            int now = deliverBatch.getAsInt();
            sent += now;
            if (now < DeliverWebhooks.AT_ONCE) {
                return told(sent);
            }
        }
        LOG.warn("{} messages sent; more are due and go with the next nudge", sent);
        return sent;
    }

    private static int told(int sent) {
        if (sent > 0) {
            LOG.info("{} messages sent to partners", sent);
        }
        return sent;
    }
}
