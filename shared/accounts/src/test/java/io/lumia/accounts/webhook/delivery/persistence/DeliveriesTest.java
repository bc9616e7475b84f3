package io.lumia.accounts.webhook.delivery.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.quota.QuotaDecision;
import io.lumia.accounts.quota.QuotaSubject;
import io.lumia.accounts.quota.Quotas;
import io.lumia.accounts.quota.TakeQuota;
import io.lumia.accounts.webhook.ManageEndpoints.Sending;
import io.lumia.accounts.webhook.NewSecret;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.WebhookSignature;
import io.lumia.accounts.webhook.delivery.Attempt;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.accounts.webhook.delivery.Deliveries;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.accounts.webhook.delivery.DeliveryStatus;
import io.lumia.accounts.webhook.delivery.FakeTransport;
import io.lumia.accounts.webhook.delivery.RetrySchedule;
import io.lumia.accounts.webhook.delivery.Sent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest extends WebhookFixture {

    @Test
    void tellsASubscriberWhatHappenedInSignedBytes() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);

        publishing.publish(new UUID(7, 7), FINISHED, new Audience.Everyone());
        assertThat(delivering.deliver()).isEqualTo(1);

        FakeTransport.Call call = transport.calls().getFirst();
        assertThat(call.url()).isEqualTo("https://hooks.example/lumia");
        assertThat(call.body())
                .isEqualTo("{\"type\":\"run.finished\",\"timestamp\":\"2026-11-29T10:00:00Z\",\"data\":"
                        + "{\"run_id\":\"00000000-0000-0005-0000-000000000005\",\"job\":\"daily-prices\","
                        + "\"status\":\"succeeded\",\"completeness\":0.998,\"finished_at\":\"2026-11-29T09:59:00Z\"}}");
        Map<String, String> expected = WebhookSignature.headers(
                "msg_00000000-0000-0007-0000-000000000007",
                clock.instant(),
                call.body().getBytes(UTF_8),
                List.of(registered.secret()));
        assertThat(call.headers()).containsAllEntriesOf(expected).containsEntry("Content-Type", "application/json");
        assertThat(delivery(registered).status()).isEqualTo(DeliveryStatus.DELIVERED);
        assertThat(deliveries.attempts(OWNER, delivery(registered).id()))
                .containsExactly(new Attempt(1, clock.instant(), "delivered", 200, Duration.ZERO, ""));
        assertThat(delivering.deliver()).isZero();
    }

    @Test
    void onlyThoseWhomItConcernsHearOfIt() {
        register(OWNER, WebhookEventType.RECOMMENDATION_GRADED);
        register(OWNER, WebhookEventType.SIGNAL_CROSSED);
        register(STRANGER, WebhookEventType.RECOMMENDATION_GRADED);
        NewSecret paused = register(OWNER, WebhookEventType.RECOMMENDATION_GRADED);
        let(Sending.PAUSED, paused.endpoint().id());

        WebhookEvent graded =
                new WebhookEvent.RecommendationGraded(new UUID(6, 6), 20, LocalDate.parse("2026-11-27"), 0.012, null);
        assertThat(publishing.publish(graded, new Audience.Owner(OWNER))).isEqualTo(1);
        assertThat(publishing.publish(graded, new Audience.Everyone())).isEqualTo(2);
        assertThat(publishing.publish(FINISHED, new Audience.Everyone())).isZero();
    }

    @Test
    void theSameHappeningIsToldOnce() {
        register(OWNER, WebhookEventType.RUN_FINISHED);

        assertThat(publishing.publish(new UUID(7, 7), FINISHED, new Audience.Everyone()))
                .isEqualTo(1);
        assertThat(publishing.publish(new UUID(7, 7), FINISHED, new Audience.Everyone()))
                .isZero();
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        register(OWNER, WebhookEventType.RUN_FINISHED);

        assertThatThrownBy(() -> transactions.inTransaction((Runnable) () -> {
                    publishing.publish(FINISHED, new Audience.Everyone());
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessageContaining("the step failed");

        assertThat(delivering.deliver()).isZero();
        assertThat(nudges).isEmpty();
    }

    @Test
    void whoeverIsToHearOfItHearsSoon() {
        publishing.publish(FINISHED, new Audience.Everyone());
        assertThat(nudges).as("nobody is to hear of it").isEmpty();

        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        transactions.inTransaction(() -> {
            publishing.publish(FINISHED, new Audience.Everyone());
            assertThat(nudges).as("it may still be undone").isEmpty();
        });
        assertThat(nudges).containsExactly(Duration.ofSeconds(5));

        delivering.deliver();
        clock.set(clock.instant().plusSeconds(60));
        desk.replay(
                asker(OWNER), registered.endpoint().id(), delivery(registered).id());
        assertThat(nudges).hasSize(2);
    }

    /** After 5 seconds and 5 minutes by nudges; half an hour is more than a queue can wait. */
    @Test
    void earlyAttemptsAreNotLeftToTheSchedule() {
        register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        transport.answers(500);
        nudges.clear();

        for (int attempt = 1; attempt <= 3; attempt++) {
            clock.set(clock.instant().plus(Duration.ofMinutes(6)));
            assertThat(delivering.deliver()).isEqualTo(1);
            planning.plan();
        }

        assertThat(nudges).hasSize(2);
        assertThat(nudges.get(0)).isBetween(Duration.ofMillis(9_500), Duration.ofMillis(10_500));
        assertThat(nudges.get(1)).isBetween(Duration.ofSeconds(275), Duration.ofSeconds(335));
    }

    @Test
    void theNextOneDueIsOfAnActiveEndpointAndNobodysClaim() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        Instant now = clock.instant();
        assertThat(deliveries.findNextDue(now)).isEmpty();

        publishing.publish(FINISHED, new Audience.Everyone());
        assertThat(deliveries.findNextDue(now.minusSeconds(1))).isEmpty();
        assertThat(deliveries.findNextDue(now)).hasValue(now);

        deliveries.claim(now, DeliverWebhooks.LEASE, 1);
        assertThat(deliveries.findNextDue(now)).hasValue(now.plus(DeliverWebhooks.LEASE));

        let(Sending.PAUSED, registered.endpoint().id());
        assertThat(deliveries.findNextDue(now)).isEmpty();
    }

    @Test
    void triesAgainByTheScheduleAndThenGivesUp() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        transport.answers(500);

        List<Duration> waits = new ArrayList<>();
        Instant last = clock.instant();
        while (delivery(registered).status() == DeliveryStatus.PENDING) {
            Instant due = delivery(registered).nextAt();
            assertThat(due).isNotNull();
            waits.add(Duration.between(last, due));
            clock.set(due.minusMillis(1));
            assertThat(delivering.deliver()).isZero();
            clock.set(due);
            assertThat(delivering.deliver()).isEqualTo(1);
            last = due;
        }

        assertThat(waits).hasSize(9);
        for (int i = 1; i < 9; i++) {
            double listed = RetrySchedule.STANDARD.waits().get(i - 1).toMillis();
            assertThat(waits.get(i).toMillis() / listed).isBetween(0.9, 1.1);
        }
        assertThat(delivery(registered).status()).isEqualTo(DeliveryStatus.FAILED);
        assertThat(deliveries.attempts(OWNER, delivery(registered).id()))
                .hasSize(9)
                .allMatch(attempt -> attempt.outcome().equals("refused") && attempt.status() == 500);
        assertThat(transport.calls())
                .extracting(call -> call.headers().get("webhook-id"))
                .containsOnly("msg_" + delivery(registered).messageId());
        assertThat(transport.calls())
                .extracting(call -> call.headers().get("webhook-timestamp"))
                .doesNotHaveDuplicates();
    }

    @Test
    void aReplayBeginsANewRoundWithTheSameMessage() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        UUID endpoint = registered.endpoint().id();
        UUID id = delivery(registered).id();
        assertThatThrownBy(() -> desk.replay(asker(OWNER), endpoint, id)).hasMessageContaining("still pending");
        delivering.deliver();

        assertThatThrownBy(() -> desk.replay(asker(STRANGER), endpoint, id))
                .hasMessageContaining("there is no delivery");
        desk.replay(asker(OWNER), endpoint, id);
        transport.answers(new Sent.Unanswered("timed_out", "not complete within 15000 ms"));
        delivering.deliver();
        clock.move(Duration.ofSeconds(6));
        transport.answers(200);
        delivering.deliver();

        assertThat(desk.log(OWNER, endpoint, id).attempts())
                .extracting(Attempt::outcome)
                .containsExactly("delivered", "timed_out", "delivered");
        assertThat(transport.calls())
                .extracting(FakeTransport.Call::body)
                .hasSize(3)
                .containsOnly(transport.calls().getFirst().body());
    }

    @Test
    void twoWorkersSendEachMessageOnce() throws Exception {
        register(OWNER, WebhookEventType.RUN_FINISHED);
        IntStream.range(0, 100).forEach(_ -> publishing.publish(FINISHED, new Audience.Everyone()));

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> workers = IntStream.range(0, 4)
                    .mapToObj(_ -> threads.submit(() -> {
                        int all = 0;
                        for (int sent = delivering.deliver(); sent > 0; sent = delivering.deliver()) {
                            all += sent;
                        }
                        return all;
                    }))
                    .toList();
            int sent = 0;
            for (Future<Integer> worker : workers) {
                sent += worker.get();
            }
            assertThat(sent).isEqualTo(100);
        }

        assertThat(transport.calls())
                .extracting(call -> call.headers().get("webhook-id"))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatADeadWorkerTookIsSentByAnother() {
        register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        List<Deliveries.Due> taken = deliveries.claim(clock.instant(), DeliverWebhooks.LEASE, 10);

        assertThat(delivering.deliver()).isZero();
        clock.move(DeliverWebhooks.LEASE);
        assertThat(delivering.deliver()).isEqualTo(1);

        Attempt late = new Attempt(1, clock.instant(), "delivered", 200, Duration.ZERO, "");
        assertThat(deliveries.note(taken.getFirst(), late, new Deliveries.Next.Done()))
                .isFalse();
    }

    /** 8 of 10 and 10 of 10; and again where an hour has passed since, however often it is reached meanwhile. */
    @Test
    void tellsOnceAnHourThatAQuotaIsNearItsEndAndThatItIsUsedUp() {
        register(OWNER, WebhookEventType.QUOTA_NEAR);
        register(STRANGER, WebhookEventType.QUOTA_NEAR);

        assertThat(takeAndNotice(7)).isZero();
        assertThat(takeAndNotice(1)).isEqualTo(1);
        assertThat(takeAndNotice(1)).isZero();
        assertThat(takeAndNotice(1)).isEqualTo(1);
        assertThat(takeAndNotice(3)).isZero();
        clock.move(Duration.ofMinutes(59));
        assertThat(noticing.notice(OWNER, new QuotaDecision.Granted(10, 2, clock.instant())))
                .isZero();
        clock.move(Duration.ofMinutes(1));
        assertThat(takeAndNotice(10)).isEqualTo(2);

        delivering.deliver();
        assertThat(transport.calls())
                .extracting(call -> remaining(call.body()))
                .containsExactlyInAnyOrder("2", "0", "2", "0");
    }

    private int takeAndNotice(int requests) {
        int told = 0;
        for (int i = 0; i < requests; i++) {
            Quotas.Taken taken = quotas.take(QuotaSubject.of(OWNER), 10, TakeQuota.WINDOW, clock.instant());
            QuotaDecision decision = taken.granted()
                    ? new QuotaDecision.Granted(10, 10 - taken.used(), taken.freeAt())
                    : new QuotaDecision.Refused(10, taken.freeAt());
            told += noticing.notice(OWNER, decision);
        }
        return told;
    }

    private static String remaining(String body) {
        return body.replaceAll(".*\"remaining\":(\\d+).*", "$1");
    }

    /** What everybody is told goes to whom the API would tell it too: a user reads no runs. */
    @Test
    void tellsOfRunsOnlyWhoMayReadThem() {
        NewSecret admins = register(OWNER, WebhookEventType.RUN_FINISHED);
        register(STRANGER, WebhookEventType.RUN_FINISHED);

        assertThat(publishing.publish(FINISHED, new Audience.Everyone())).isEqualTo(1);

        assertThat(delivery(admins).status()).isEqualTo(DeliveryStatus.PENDING);
    }

    @Test
    void forgetsAfterThirtyDays() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        publishAndDeliver();
        clock.move(DeliveryDesk.KEPT);
        publishAndDeliver();
        clock.move(Duration.ofSeconds(1));

        assertThat(desk.forgetOld()).isEqualTo(1);
        assertThat(deliveries.list(OWNER, registered.endpoint().id(), 1, 10).deliveries())
                .hasSize(1);
    }
}
