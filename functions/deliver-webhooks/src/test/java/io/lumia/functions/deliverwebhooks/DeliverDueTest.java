package io.lumia.functions.deliverwebhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliverDueTest {

    private static final Duration TICKS_APART = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock();
    private final AtomicInteger planned = new AtomicInteger();

    @Test
    void stopsWhereABatchIsNotFull() {
        AtomicInteger due = new AtomicInteger(45);
        DeliverDue delivering = new DeliverDue(
                () -> {
                    int now = Math.min(due.get(), DeliverWebhooks.AT_ONCE);
                    due.addAndGet(-now);
                    return now;
                },
                planned::incrementAndGet,
                clock);

        assertThat(delivering.deliver()).isEqualTo(45);
        assertThat(due).hasValue(0);
        assertThat(planned).as("it asks to be woken for what is due next, once").hasValue(1);
    }

    @Test
    void isOverBeforeTheNextTickHoweverSlowReceiversAre() {
        Instant began = clock.now;
        DeliverDue delivering = new DeliverDue(() -> slowly(DeliverDue.LONGEST_BATCH), planned::incrementAndGet, clock);

        int sent = delivering.deliver();

        assertThat(sent).isEqualTo(2 * DeliverWebhooks.AT_ONCE);
        assertThat(planned).as("and for what is left").hasValue(1);
        assertThat(Duration.between(began, clock.now)).isLessThan(TICKS_APART);
        assertThat(DeliverDue.BEGIN_WITHIN.plus(DeliverDue.LONGEST_BATCH)).isLessThan(TICKS_APART);
    }

    @Test
    void endsUnderAClockThatStands() {
        DeliverDue delivering = new DeliverDue(() -> slowly(Duration.ZERO), planned::incrementAndGet, clock);

        assertThat(delivering.deliver()).isEqualTo(DeliverDue.MAX_BATCHES * DeliverWebhooks.AT_ONCE);
    }

    private int slowly(Duration took) {
        clock.now = clock.now.plus(took);
        return DeliverWebhooks.AT_ONCE;
    }

    /** Says what it is told. */
    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-11-29T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
