package io.lumia.local.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.local.books.Books.Outgoing;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuietTest {

    private static final Outgoing NONE_YET = new Outgoing(0, null);
    private static final Outgoing ONE = new Outgoing(0, Instant.parse("2017-11-10T23:00:00.000001Z"));
    private static final Outgoing LATER = new Outgoing(0, Instant.parse("2017-11-10T23:00:00.000002Z"));

    @Test
    void isQuietWhereNothingLiesAnywhereAndNothingLeaves() {
        assertThat(isQuiet(List.of(true), List.of(ONE, ONE))).isTrue();
        assertThat(isQuiet(List.of(true), List.of(NONE_YET, NONE_YET))).isTrue();
    }

    @Test
    void isNotWhileAQueueHoldsAMessage() {
        assertThat(isQuiet(List.of(false), List.of(ONE))).isFalse();
    }

    @Test
    void isNotWhileAnEventWaits() {
        assertThat(isQuiet(List.of(true), List.of(new Outgoing(1, ONE.newest()))))
                .isFalse();
        assertThat(isQuiet(List.of(true), List.of(ONE, new Outgoing(1, ONE.newest()))))
                .isFalse();
    }

    /** The second wave of a run: what is loaded asks for what is collected next, into a queue that was just empty. */
    @Test
    void isNotWhereAnEventWentBackToAQueueThatWasLookedAt() {
        assertThat(isQuiet(List.of(true), List.of(ONE, LATER))).isFalse();
        assertThat(isQuiet(List.of(true), List.of(NONE_YET, ONE))).isFalse();
    }

    private static boolean isQuiet(List<Boolean> queues, List<Outgoing> events) {
        Iterator<Boolean> looks = queues.iterator();
        Iterator<Outgoing> outgoing = events.iterator();
        return Quiet.isNow(outgoing::next, looks::next);
    }
}
