package io.lumia.accounts.partner.personal;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.accounts.personal.OwnedData;
import io.lumia.accounts.webhook.EndpointCheck;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.NewSecret;
import io.lumia.accounts.webhook.WebhookEvent;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.Audience;
import io.lumia.accounts.webhook.delivery.FakeTransport;
import io.lumia.accounts.webhook.delivery.PublishWebhook;
import io.lumia.accounts.webhook.delivery.WebhookTransport;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OwnedDataTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final UserId STRANGER = new UserId(new UUID(0, 2));

    private final ApplicationContext context =
            ApplicationContext.builder(EmbeddedDatabase.fresh().properties()).build();

    OwnedDataTest() {
        EndpointCheck everywhere = _ -> Optional.empty();
        context.registerSingleton(Clock.class, MovingClock.at("2026-11-29T10:00:00Z"));
        context.registerSingleton(Peppers.class, TestPeppers.one());
        context.registerSingleton(WebhookTransport.class, new FakeTransport());
        context.registerSingleton(EndpointCheck.class, everywhere);
        context.start();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void exportsKeysWithTheirUsageButWithoutTheKeys() {
        IssuedKey issued = issue(OWNER);
        context.getBean(CountUsage.class).count(issued.key().id(), "getPrices");
        context.getBean(CountUsage.class).flush();

        List<String> documents = context.getBean(OwnedKeys.class).export(OWNER);

        assertThat(documents)
                .containsExactly(("{\"key_id\":\"%s\",\"name\":\"nightly job\",\"mode\":\"live\",\"hint\":\"%s\","
                                + "\"scopes\":[\"market:read\"],\"addresses\":[\"203.0.113.0/24\"],"
                                + "\"created_at\":\"2026-11-29T10:00:00Z\",\"expires_at\":null,\"revoked_at\":null,"
                                + "\"last_used_at\":null,"
                                + "\"usage\":[{\"day\":\"2026-11-29\",\"operation\":\"getPrices\",\"calls\":1}]}")
                        .formatted(issued.key().id(), issued.key().hint()));
        assertThat(context.getBean(OwnedKeys.class).export(STRANGER)).isEmpty();
    }

    @Test
    void exportsEndpointsWithWhatTheyWereTold() {
        NewSecret registered = register(OWNER);
        WebhookEvent event = new WebhookEvent.RunFinished(new UUID(5, 5), "j", "failed", null, Instant.EPOCH);
        context.getBean(PublishWebhook.class).publish(new UUID(7, 7), event, new Audience.Owner(OWNER));

        List<String> documents = context.getBean(OwnedWebhooks.class).export(OWNER);

        assertThat(documents)
                .containsExactly(
                        ("{\"endpoint_id\":\"%s\",\"url\":\"https://hooks.example/\",\"description\":\"ledger\","
                                        + "\"types\":[\"run.finished\"],\"status\":\"active\","
                                        + "\"created_at\":\"2026-11-29T10:00:00Z\",\"messages\":["
                                        + "{\"message_id\":\"00000000-0000-0007-0000-000000000007\",\"type\":\"run.finished\","
                                        + "\"status\":\"pending\",\"attempts\":0,\"created_at\":\"2026-11-29T10:00:00Z\"}]}")
                                .formatted(registered.endpoint().id()));
        assertThat(documents.getFirst()).doesNotContain("whsec_");
    }

    @Test
    void erasesOnlyTheOwners() {
        issue(OWNER);
        issue(STRANGER);
        register(OWNER);
        register(STRANGER);

        for (OwnedData owned : List.of(context.getBean(OwnedKeys.class), context.getBean(OwnedWebhooks.class))) {
            owned.erase(OWNER);

            assertThat(owned.export(OWNER)).isEmpty();
            assertThat(owned.export(STRANGER)).hasSize(1);
        }
    }

    @Test
    void everySectionHasANameOfItsOwn() {
        assertThat(context.getBeansOfType(OwnedData.class))
                .extracting(OwnedData::section)
                .contains("partner_keys", "webhooks")
                .doesNotHaveDuplicates();
    }

    private IssuedKey issue(UserId owner) {
        List<AddressRange> office = List.of(AddressRange.parse("203.0.113.0/24"));
        KeyWish wish = new KeyWish("nightly job", KeyMode.LIVE, Set.of(Scope.MARKET_READ), office, null);
        return context.getBean(IssueKey.class).issue(Asker.person(owner, "req-0001"), Role.USER.scopes(), wish);
    }

    private NewSecret register(UserId owner) {
        EndpointUrl url = EndpointUrl.parse("https://hooks.example/");
        EndpointWish wish = new EndpointWish(url, "ledger", Set.of(WebhookEventType.RUN_FINISHED));
        return context.getBean(ManageEndpoints.class).register(Asker.person(owner, "req-0001"), wish);
    }
}
