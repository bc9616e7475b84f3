package io.lumia.accounts.webhook.delivery.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.audit.Actor;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.AuditQuery;
import io.lumia.accounts.webhook.Endpoint;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.ManageEndpoints.Sending;
import io.lumia.accounts.webhook.NewSecret;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.kernel.AppException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndpointsTest extends WebhookFixture {

    @Test
    void whoIsGoneIsNotSentToAnyMore() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        transport.answers(410);

        delivering.deliver();

        Endpoint endpoint = endpoints.find(OWNER, registered.endpoint().id()).orElseThrow();
        assertThat(endpoint.status()).isEqualTo(Endpoint.Status.DISABLED);
        assertThat(endpoint.disabledReason()).isEqualTo("gone");
        assertThat(publishing.publish(FINISHED, new Audience.Everyone())).isZero();
        let(Sending.ACTIVE, endpoint.id());
        assertThat(publishing.publish(FINISHED, new Audience.Everyone())).isEqualTo(1);
    }

    @Test
    void whoFailsForFiveDaysIsDisabledAndWhoRecoversIsNot() {
        long before = log.head().sequence();
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        transport.answers(500);
        publishAndDeliver();
        clock.move(Duration.ofDays(4));
        transport.answers(200);
        publishAndDeliver();
        transport.answers(500);
        publishAndDeliver();
        clock.move(Duration.ofDays(5).minusSeconds(1));
        publishAndDeliver();
        assertThat(status(registered)).isEqualTo(Endpoint.Status.ACTIVE);
        clock.move(Duration.ofSeconds(1));
        publishAndDeliver();

        assertThat(status(registered)).isEqualTo(Endpoint.Status.DISABLED);
        List<String> kinds = log.after(before, 1_000).stream()
                .filter(entry -> entry.content()
                        .subject()
                        .endsWith(registered.endpoint().id().toString()))
                .map(entry ->
                        entry.content().kind() + " " + entry.content().details().get("change"))
                .toList();
        assertThat(kinds).containsExactly("webhook.registered null", "webhook.changed disabled-failing");
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        NewSecret first = register(OWNER, WebhookEventType.RUN_FINISHED);
        UUID id = first.endpoint().id();
        clock.move(Duration.ofSeconds(1));
        NewSecret second = managing.rotateSecret(asker(OWNER), id);
        assertThatThrownBy(() -> managing.rotateSecret(asker(OWNER), id)).hasMessageContaining("two secrets");

        publishAndDeliver();
        clock.move(ManageEndpoints.SECRET_OVERLAP);
        publishAndDeliver();

        assertThat(signatures(0)).containsExactly(signature(0, second.secret()), signature(0, first.secret()));
        assertThat(signatures(1)).containsExactly(signature(1, second.secret()));
        managing.rotateSecret(asker(OWNER), id);
    }

    @Test
    void aTestGoesToOneEndpointWhateverItWants() {
        register(OWNER, WebhookEventType.RUN_FINISHED);
        NewSecret other = register(OWNER, WebhookEventType.SIGNAL_CROSSED);
        UUID id = other.endpoint().id();

        desk.sendTest(OWNER, id);
        delivering.deliver();

        assertThat(transport.calls()).hasSize(1);
        assertThat(transport.calls().getFirst().body()).contains("\"type\":\"webhook.test\"", id.toString());
        assertThatThrownBy(() -> desk.sendTest(STRANGER, id)).hasMessageContaining("there is no endpoint");
        let(Sending.PAUSED, id);
        assertThatThrownBy(() -> desk.sendTest(OWNER, id)).hasMessageContaining("paused");
    }

    @Test
    void aPausedEndpointWaitsAndHearsOnResuming() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        publishing.publish(FINISHED, new Audience.Everyone());
        let(Sending.PAUSED, registered.endpoint().id());

        assertThat(delivering.deliver()).isZero();
        let(Sending.ACTIVE, registered.endpoint().id());

        assertThat(delivering.deliver()).isEqualTo(1);
    }

    @Test
    void anotherOwnersEndpointIsNotThere() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        UUID id = registered.endpoint().id();
        publishAndDeliver();
        UUID delivery = delivery(registered).id();

        assertThat(endpoints.list(STRANGER)).isEmpty();
        assertThat(endpoints.find(STRANGER, id)).isEmpty();
        assertThat(endpoints.secrets(STRANGER, id, clock.instant())).isEmpty();
        assertThat(endpoints.changeStatus(STRANGER, id, Endpoint.Status.PAUSED, ""))
                .isFalse();
        assertThat(deliveries.find(STRANGER, delivery)).isEmpty();
        assertThat(deliveries.attempts(STRANGER, delivery)).isEmpty();
        assertThat(deliveries.list(STRANGER, id, 1, 10).totalItems()).isZero();
        assertThatThrownBy(() -> managing.rotateSecret(asker(STRANGER), id)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> managing.remove(asker(STRANGER), id)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> desk.list(STRANGER, id, 1, 10)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> desk.log(STRANGER, id, delivery)).isInstanceOf(AppException.class);
    }

    @Test
    void anOwnerChangesWhatHeChoseAndKeepsTheSecret() {
        NewSecret registered = register(OWNER, WebhookEventType.RUN_FINISHED);
        UUID id = registered.endpoint().id();
        EndpointWish wish = new EndpointWish(
                EndpointUrl.parse("https://hooks.example/other"), "moved", Set.of(WebhookEventType.QUOTA_NEAR));

        Endpoint changed = managing.change(asker(OWNER), id, wish, Sending.PAUSED);

        assertThat(changed).isEqualTo(endpoints.find(OWNER, id).orElseThrow());
        assertThat(changed.url()).isEqualTo(wish.url());
        assertThat(changed.types()).containsExactly(WebhookEventType.QUOTA_NEAR);
        assertThat(changed.status()).isEqualTo(Endpoint.Status.PAUSED);
        assertThat(endpoints.secrets(OWNER, id, clock.instant())).hasSize(1);
        EndpointWish inside =
                new EndpointWish(EndpointUrl.parse("https://inside.example/"), "", Set.of(WebhookEventType.QUOTA_NEAR));
        assertThatThrownBy(() -> managing.change(asker(OWNER), id, inside, Sending.ACTIVE))
                .hasMessageStartingWith("url is '");
        assertThatThrownBy(() -> managing.change(asker(STRANGER), id, wish, Sending.ACTIVE))
                .hasMessageContaining("there is no endpoint");
    }

    @Test
    void aProgramOfTheOwnersIsNamedInTheAuditLog() {
        UUID key = new UUID(3, 3);

        managing.register(
                new Asker(OWNER, new Actor.Key(key), REQUEST),
                new EndpointWish(
                        EndpointUrl.parse("https://hooks.example/"), "", Set.of(WebhookEventType.RUN_FINISHED)));

        assertThat(log.list(new AuditQuery("key/" + key, null, "webhook.registered", null, null), 1, 10)
                        .entries())
                .hasSize(1);
    }

    @Test
    void anOwnerHasTenEndpointsAtMost() throws Exception {
        int added = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = IntStream.range(0, 14)
                    .mapToObj(_ -> threads.submit(this::tryToRegister))
                    .toList();
            for (Future<Boolean> one : tries) {
                added += one.get() ? 1 : 0;
            }
        }

        assertThat(added).isEqualTo(10);
        assertThat(endpoints.list(OWNER)).hasSize(10);
        endpoints.erase(OWNER);
        assertThat(endpoints.list(OWNER)).isEmpty();
    }

    @Test
    void refusesAnEndpointThatLeadsInside() {
        EndpointWish inside =
                new EndpointWish(EndpointUrl.parse("https://inside.example/"), "", WebhookEventType.OFFERED);

        assertThatThrownBy(() -> managing.register(asker(OWNER), inside)).hasMessageStartingWith("url is '");
        assertThat(endpoints.list(OWNER)).isEmpty();
    }
}
