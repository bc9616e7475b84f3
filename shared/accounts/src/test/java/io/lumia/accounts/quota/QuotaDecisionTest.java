package io.lumia.accounts.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.accounts.pepper.Pepper;
import io.lumia.kernel.access.Plan;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaDecisionTest {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");

    /** 2026-11-29T10:00:00Z is 1795946400 seconds after 1970. */
    @Test
    void secondsAreRoundedUp() {
        QuotaDecision granted = new QuotaDecision.Granted(1_000, 999, NOW.plusMillis(1));
        QuotaDecision refused = new QuotaDecision.Refused(100, NOW.plusMillis(2_001));
        QuotaDecision sharp = new QuotaDecision.Refused(100, NOW.plusSeconds(2));

        assertThat(granted.resetSeconds()).isEqualTo(1_795_946_401);
        assertThat(granted.retryAfterSeconds(NOW)).isNull();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.resetSeconds()).isEqualTo(1_795_946_403);
        assertThat(refused.retryAfterSeconds(NOW)).isEqualTo(3);
        assertThat(sharp.retryAfterSeconds(NOW)).isEqualTo(2);
        assertThat(sharp.resetSeconds()).isEqualTo(1_795_946_402);
    }

    @Test
    void oneRequestOfTheWindowReachesNear() {
        long reaching = IntStream.rangeClosed(1, 100)
                .filter(used -> new QuotaDecision.Granted(100, 100 - used, NOW).reachesNear())
                .peek(used -> assertThat(used).isEqualTo(80))
                .count();

        assertThat(reaching).isEqualTo(1);
    }

    @Test
    void plansHaveTiers() {
        assertThat(QuotaTier.of(Plan.STANDARD).requests()).isEqualTo(1_000);
        assertThat(QuotaTier.of(Plan.PREMIUM).requests()).isEqualTo(10_000);
        assertThat(QuotaTier.ANONYMOUS.requests()).isEqualTo(100);
    }

    @Test
    void anonymousOnesAreCountedByAddressAndIpv6ByCustomer() {
        Pepper pepper = TestPeppers.pepper(1);

        QuotaSubject subject = QuotaSubject.anonymous("2001:db8:1:2::1", pepper);

        assertThat(QuotaSubject.anonymous("2001:db8:1:2:ffff::9", pepper)).isEqualTo(subject);
        assertThat(QuotaSubject.anonymous("2001:db8:1:3::1", pepper)).isNotEqualTo(subject);
        assertThat(QuotaSubject.anonymous("192.0.2.1", pepper))
                .isNotEqualTo(QuotaSubject.anonymous("192.0.2.2", pepper));
        assertThat(QuotaSubject.anonymous("::ffff:192.0.2.1", pepper))
                .isEqualTo(QuotaSubject.anonymous("192.0.2.1", pepper));
        assertThat(QuotaSubject.anonymous("192.0.2.1", TestPeppers.pepper(2)))
                .isNotEqualTo(QuotaSubject.anonymous("192.0.2.1", pepper));
        assertThat(QuotaSubject.anonymous("what", pepper)).isEqualTo(QuotaSubject.anonymous("ever", pepper));
        assertThat(subject.text()).matches("anonymous/[0-9a-f]{32}");
        assertThat(QuotaSubject.of(new UserId(new UUID(0, 1))).text())
                .isEqualTo("user/00000000-0000-0000-0000-000000000001");
    }
}
