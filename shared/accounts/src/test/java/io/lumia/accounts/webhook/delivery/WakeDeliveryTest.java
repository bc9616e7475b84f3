package io.lumia.accounts.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.platform.database.Transactions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WakeDeliveryTest {

    private final MovingClock clock = MovingClock.at("2026-11-29T10:00:00Z");
    private final List<String> sent = new ArrayList<>();
    private final HeldTransactions transactions = new HeldTransactions();
    private boolean isTaken = true;
    private final WakeDelivery wake = new WakeDelivery(this::send, transactions, clock);

    @Test
    void nudgesTheFunctionThatDeliversOnceTheWorkIsCommitted() {
        wake.soon();
        assertThat(sent).isEmpty();

        transactions.commit();
        assertThat(sent).containsExactly("deliver-webhooks {} PT5S");
    }

    @Test
    void oneNudgeIsEnoughForAllThatHappensUntilItComes() {
        soon(Duration.ZERO);
        soon(Duration.ofSeconds(2));
        soon(Duration.ofSeconds(2));
        assertThat(sent).hasSize(1);

        soon(Duration.ofMillis(1));
        assertThat(sent).as("the first is about to come").hasSize(2);
    }

    @Test
    void aNudgeForLaterKeepsNothingOfNowWaiting() {
        wake.at(clock.instant().plus(Duration.ofMinutes(5)));
        soon(Duration.ZERO);

        assertThat(sent).containsExactly("deliver-webhooks {} PT5M5S", "deliver-webhooks {} PT5S");
    }

    @Test
    void whatIsDueLaterThanAQueueCanWaitIsLeftToTheSchedule() {
        wake.at(clock.instant().plus(Duration.ofMinutes(15)).minusSeconds(5));
        wake.at(clock.instant().plus(Duration.ofMinutes(15)));

        assertThat(sent).containsExactly("deliver-webhooks {} PT15M");
    }

    @Test
    void aNudgeThatWasNotTakenIsTriedAgainAtTheNextOccasion() {
        isTaken = false;
        soon(Duration.ZERO);
        isTaken = true;
        soon(Duration.ZERO);

        assertThat(sent).hasSize(2);
    }

    private void soon(Duration later) {
        clock.set(clock.instant().plus(later));
        wake.soon();
        transactions.commit();
    }

    private boolean send(String queue, String body, Duration delay) {
        sent.add("%s %s %s".formatted(queue, body, delay));
        return isTaken;
    }

    /** Keeps what comes after the commit until a test says so. */
    private static final class HeldTransactions implements Transactions {

        private final List<Runnable> afterwards = new ArrayList<>();

        @Override
        public <T> T inTransaction(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable work) {
            afterwards.add(work);
        }

        void commit() {
            afterwards.forEach(Runnable::run);
            afterwards.clear();
        }
    }
}
