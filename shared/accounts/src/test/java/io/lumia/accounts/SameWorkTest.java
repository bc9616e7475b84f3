package io.lumia.accounts;

import static io.lumia.accounts.Installation.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.registration.Register;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Whether an address has an account must not show in how long an answer takes. Measured is the processor's time of this thread, which
 * does not depend on what else the machine does; hashing is made to cost enough to dwarf the rest.
 */
class SameWorkTest {

    private static final int TRIES = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Test
    void signingInAndRegisteringCostTheSameForKnownAndUnknownAddresses() {
        try (Installation lumia = new Installation(Map.of("lumia.accounts.argon2.memory-kib", 16_384))) {
            lumia.member("known@example.org");
            median(() -> lumia.trySignIn("warm@example.org", "wrong horse battery"));
            lumia.clock.advance(Duration.ofDays(1));

            double known = median(() -> lumia.trySignIn("known@example.org", "wrong horse battery"));
            double unknown = median(() -> lumia.trySignIn("unknown@example.org", "wrong horse battery"));
            assertThat(unknown / known).isBetween(0.6, 1.7);

            Register register = lumia.get(Register.class);
            double again = median(() -> registerWithRoom(lumia, register, "known@example.org"));
            double fresh = median(() -> registerWithRoom(lumia, register, "fresh@example.org"));
            assertThat(fresh / again).isBetween(0.6, 1.7);
        }
    }

    private static void registerWithRoom(Installation lumia, Register register, String email) {
        lumia.clock.advance(Duration.ofHours(2));
        register.register(email, "another long password", ORIGIN);
    }

    private static double median(Runnable work) {
        long[] nanoseconds = new long[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long before = THREADS.getCurrentThreadCpuTime();
            work.run();
            nanoseconds[i] = THREADS.getCurrentThreadCpuTime() - before;
        }
        Arrays.sort(nanoseconds);
        return nanoseconds[TRIES / 2];
    }
}
