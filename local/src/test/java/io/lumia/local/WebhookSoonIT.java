package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.kernel.access.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message reaches its receiver by the nudge of whoever made it: here no schedule ticks, and nobody sends one. */
final class WebhookSoonIT {

    private static final String LOOPBACK = "lumia.providers.allow-loopback";
    private static final UserId OWNER = new UserId(new UUID(9, 2));
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final long PAUSE_MILLISECONDS = 100;

    @TempDir
    private static Path temporary;

    private static EchoServer receiver;
    private static LivedDay day;

    @BeforeAll
    static void start() throws Exception {
        receiver = new EchoServer();
        System.setProperty(LOOPBACK, "true");
        day = LivedDay.start(temporary);
    }

    @AfterAll
    static void stop() {
        if (day != null) {
            day.close();
        }
        receiver.close();
        System.clearProperty(LOOPBACK);
    }

    @Test
    void theFirstAttemptFollowsWithinAMinuteWithoutATick() throws Exception {
        Somebody.admit(day.functions(), OWNER, Role.ADMIN);
        var endpoint = day.functions()
                .bean(ManageEndpoints.class)
                .register(
                        Asker.person(OWNER, "request-0001"),
                        new EndpointWish(
                                EndpointUrl.parse(receiver.address() + "/hooks"),
                                "soon",
                                Set.of(WebhookEventType.RUN_FINISHED)))
                .endpoint();

        day.functions().bean(DeliveryDesk.class).sendTest(OWNER, endpoint.id());

        assertThat(comes(() -> receiver.calls() > 0))
                .as("a call within a minute")
                .isTrue();
    }

    private static boolean comes(BooleanSupplier what) throws InterruptedException {
        long deadline = System.nanoTime() + A_MINUTE.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        return true;
    }
}
