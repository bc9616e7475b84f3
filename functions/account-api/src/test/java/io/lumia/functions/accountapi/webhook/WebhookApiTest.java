package io.lumia.functions.accountapi.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.functions.accountapi.ApiUnderTest;
import io.lumia.functions.accountapi.Examples;
import io.lumia.functions.accountapi.Member;
import io.lumia.kernel.access.Scope;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookApiTest {

    private static final String WEBHOOKS = Examples.WEBHOOKS;

    private final ApiUnderTest api = ApiUnderTest.start();
    private final Member ann = api.member("ann@example.org");

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aWebhookFromItsBeginningToItsEnd() {
        String order = """
                {"url": "https://hooks.example.org/lumia", "description": "our ledger",
                 "types": ["run.finished", "quota.near"]}""";

        Answer made = api.as(ann, "POST", WEBHOOKS, order);

        String id = String.valueOf(made.at("data", "webhook", "id"));
        String path = WEBHOOKS + "/" + id;
        String secret = String.valueOf(made.at("data", "secret"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(path);
        assertThat(secret).startsWith("whsec_");
        assertThat(api.as(ann, "GET", path).at("data", "types")).isEqualTo(List.of("quota.near", "run.finished"));
        assertThat(api.as(ann, "GET", WEBHOOKS).body()).contains(id).doesNotContain(secret);

        String change = """
                {"url": "https://hooks.example.org/other", "types": ["signal.crossed"], "status": "paused"}""";
        Answer changed = api.as(ann, "PUT", path, change);
        assertThat(changed.at("data", "url")).isEqualTo("https://hooks.example.org/other");
        assertThat(changed.at("data", "description")).isEqualTo("");
        assertThat(changed.at("data", "status")).isEqualTo("paused");
        assertThat(api.as(ann, "POST", path + "/test").status()).isEqualTo(409);
        assertThat(api.as(ann, "PUT", path, change.replace("paused", "active")).at("data", "status"))
                .isEqualTo("active");

        Answer rotated = api.as(ann, "POST", path + "/secret");
        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.at("data", "secret")).isNotEqualTo(secret);
        assertThat(api.as(ann, "POST", path + "/secret").status()).isEqualTo(409);

        assertThat(api.as(ann, "DELETE", path).at("data", "id")).isEqualTo(id);
        assertThat(api.as(ann, "GET", path).status()).isEqualTo(404);
        assertThat(api.as(ann, "DELETE", path).status()).isEqualTo(404);
    }

    @Test
    void showsWhatWasSentAndSendsItAgain() {
        String path = WEBHOOKS + "/" + Examples.webhook(api, ann);

        Answer test = api.as(ann, "POST", path + "/test");
        String delivery = path + "/deliveries/" + test.at("data", "id");
        assertThat(test.status()).isEqualTo(202);
        assertThat(test.at("data", "status")).isEqualTo("pending");
        assertThat(api.as(ann, "POST", delivery + "/replay").status()).isEqualTo(409);
        api.bean(DeliverWebhooks.class).deliver();

        Answer list = api.as(ann, "GET", path + "/deliveries");
        assertThat(list.column("status", "data")).containsExactly("delivered");
        assertThat(list.at("data", 0, "type")).isEqualTo("webhook.test");
        assertThat(list.at("pagination", "total_items")).isEqualTo(1);
        Answer detail = api.as(ann, "GET", delivery);
        assertThat(detail.at("data", "log", 0, "status")).isEqualTo(200);
        assertThat(detail.at("data", "delivery", "message")).isEqualTo(list.at("data", 0, "message"));
        Answer replayed = api.as(ann, "POST", delivery + "/replay");
        assertThat(replayed.status()).isEqualTo(202);
        assertThat(replayed.at("data", "status")).isEqualTo("pending");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        String order = """
                {"url": "ftp://hooks.example.org", "description": "two\\nlines", "types": ["run.finished", "webhook.test", "all"]}""";
        String inside = "{\"url\": \"https://inside.example.org/\", \"types\": [\"run.finished\"]}";
        String path = WEBHOOKS + "/" + Examples.webhook(api, ann);

        assertThat(api.as(ann, "POST", WEBHOOKS, order).refused())
                .containsExactlyInAnyOrder("url", "description", "types[1]", "types[2]");
        assertThat(api.as(ann, "POST", WEBHOOKS, "{\"url\": \"https://a.example/\", \"types\": []}")
                        .refused())
                .isEqualTo(List.of("types"));
        assertThat(api.as(ann, "POST", WEBHOOKS, inside).status()).isEqualTo(400);
        assertThat(api.as(
                                ann,
                                "PUT",
                                path,
                                "{\"url\": \"https://a.example/\", \"types\": [\"run.finished\"], \"status\": \"disabled\"}")
                        .refused())
                .isEqualTo(List.of("status"));
        assertThat(api.as(
                                ann,
                                "POST",
                                WEBHOOKS,
                                "{\"url\": \"https://ann:hunter2secret@a.example/\", \"types\": [\"run.finished\"]}")
                        .body())
                .doesNotContain("hunter2secret");
    }

    @Test
    void aProgramManagesItsOwnersWebhooksUnderItsOwnName() {
        UUID key = new UUID(3, 3);

        Answer made = api.as(
                ApiUnderTest.program(ann, key, Scope.WEBHOOKS_MANAGE),
                "POST",
                WEBHOOKS,
                "{\"url\": \"https://hooks.example.org/\", \"types\": [\"run.finished\"]}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(api.as(ann, "GET", WEBHOOKS).rows("data")).hasSize(1);
        assertThat(api.texts("SELECT actor FROM accounts.audit_entry WHERE kind = 'webhook.registered'"))
                .containsExactly("key/" + key);
    }
}
