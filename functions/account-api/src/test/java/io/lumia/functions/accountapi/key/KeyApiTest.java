package io.lumia.functions.accountapi.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.partner.CheckKey;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.partner.KeyCheck;
import io.lumia.functions.accountapi.ApiUnderTest;
import io.lumia.functions.accountapi.Examples;
import io.lumia.functions.accountapi.Member;
import io.lumia.kernel.access.Scope;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeyApiTest {

    private static final String KEYS = Examples.KEYS;

    private final ApiUnderTest api = ApiUnderTest.start();
    private final Member ann = api.member("ann@example.org");

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aKeyIsShownOnceAndCounts() {
        String body = """
                {"name": "nightly job", "scopes": ["market:read", "signals:read"], "addresses": ["203.0.113.0/24"],
                 "expires_at": "2015-06-30T00:00:00Z"}""";

        Answer made = api.as(ann, "POST", KEYS, body);

        assertThat(made.status()).isEqualTo(201);
        String key = String.valueOf(made.at("data", "key"));
        String id = String.valueOf(made.at("data", "details", "id"));
        assertThat(key).startsWith("lum_live_");
        assertThat(made.header("Location")).isEqualTo(KEYS + "/" + id);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(check(key)).isInstanceOf(KeyCheck.Accepted.class);
        Answer shown = api.as(ann, "GET", KEYS + "/" + id);
        assertThat(shown.at("data", "scopes")).isEqualTo(List.of("market:read", "signals:read"));
        assertThat(shown.at("data", "addresses")).isEqualTo(List.of("203.0.113.0/24"));
        assertThat(shown.at("data", "status")).isEqualTo("live");
        assertThat(shown.body() + api.as(ann, "GET", KEYS).body()).doesNotContain(key);
        api.clock().advance(Duration.ofDays(365));
        assertThat(api.as(ann, "GET", KEYS + "/" + id).at("data", "status")).isEqualTo("expired");
    }

    @Test
    void aKeyDoesNoMoreThanWhoMakesIt() {
        String body = """
                {"name": " ", "mode": "real", "scopes": ["market:read", "collection:read", "keys:manage", "all"],
                 "addresses": ["203.0.113.0/24", "203.0.113.1/24"], "expires_at": "2014-06-30T00:00:00Z"}""";

        assertThat(api.as(ann, "POST", KEYS, body).refused())
                .containsExactlyInAnyOrder(
                        "mode", "scopes[1]", "scopes[2]", "scopes[3]", "addresses[1]", "expires_at", "name");
        assertThat(api.as(ann, "POST", KEYS, "{\"name\": \"none\", \"scopes\": []}")
                        .refused())
                .isEqualTo(List.of("scopes"));
        assertThat(api.as(
                                ApiUnderTest.admin(ann),
                                "POST",
                                KEYS,
                                "{\"name\": \"runs\", \"scopes\": [\"collection:read\"]}")
                        .status())
                .isEqualTo(201);
        assertThat(api.as(
                                ApiUnderTest.program(ann, new UUID(3, 3), Scope.MARKET_READ),
                                "POST",
                                KEYS,
                                "{\"name\": \"more\", \"scopes\": [\"market:read\"]}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aKeyThatMayDoMoreThanItsOwnerNowIsNotRotated() {
        Answer made = api.as(
                ApiUnderTest.admin(ann), "POST", KEYS, "{\"name\": \"runs\", \"scopes\": [\"collection:read\"]}");
        String id = String.valueOf(made.at("data", "details", "id"));

        assertThat(api.as(ann, "POST", KEYS + "/" + id + "/rotate").status()).isEqualTo(400);
        assertThat(api.as(ann, "GET", KEYS).rows("data")).hasSize(1);
    }

    @Test
    void twoOfAModeCountAndARotatedOneForSomeTimeYet() {
        String first = Examples.key(api, ann);

        Answer rotated = api.as(ann, "POST", KEYS + "/" + first + "/rotate", "{\"overlap_hours\": 24}");
        Answer third =
                api.as(ann, "POST", KEYS, "{\"name\": \"third\", \"mode\": \"test\", \"scopes\": [\"market:read\"]}");

        assertThat(rotated.status()).isEqualTo(201);
        assertThat(rotated.at("data", "details", "name")).isEqualTo("nightly job");
        assertThat(third.status()).isEqualTo(409);
        assertThat(api.as(ann, "GET", KEYS + "/" + first).at("data", "expires_at"))
                .isEqualTo("2015-01-03T12:00:00Z");
        assertThat(api.as(ann, "POST", KEYS + "/" + first + "/rotate", "{\"overlap_hours\": 721}")
                        .refused())
                .isEqualTo(List.of("overlap_hours"));
        String next = String.valueOf(rotated.at("data", "details", "id"));
        Answer revoked = api.as(ann, "DELETE", KEYS + "/" + next);
        assertThat(revoked.at("data", "status")).isEqualTo("revoked");
        assertThat(api.as(ann, "DELETE", KEYS + "/" + next).status()).isEqualTo(200);
        assertThat(check(String.valueOf(rotated.at("data", "key")))).isInstanceOf(KeyCheck.Refused.class);
        assertThat(api.as(ann, "POST", KEYS + "/" + next + "/rotate").status()).isEqualTo(409);
    }

    @Test
    void showsCallsByDayAndOperation() {
        String id = Examples.key(api, ann);
        CountUsage count = api.bean(CountUsage.class);
        count.count(UUID.fromString(id), "GET /api/v1/assets/{id}/prices");
        count.count(UUID.fromString(id), "GET /api/v1/assets/{id}/prices");
        api.clock().advance(Duration.ofDays(1));
        count.count(UUID.fromString(id), "GET /api/v1/signals/{asset_id}");
        count.flush();

        Answer usage = api.as(ann, "GET", KEYS + "/" + id + "/usage");

        assertThat(usage.at("data", "calls")).isEqualTo(3);
        assertThat(usage.at("data", "start")).isEqualTo("2014-12-05");
        assertThat(usage.at("data", "end")).isEqualTo("2015-01-03");
        assertThat(usage.column("operation", "data", "lines"))
                .containsExactly("GET /api/v1/assets/{id}/prices", "GET /api/v1/signals/{asset_id}");
        assertThat(usage.at("data", "lines", 0, "calls")).isEqualTo(2);
        assertThat(api.as(ann, "GET", KEYS + "/" + id + "/usage?start=2015-01-03")
                        .at("data", "calls"))
                .isEqualTo(1);
        assertThat(api.as(ann, "GET", KEYS + "/" + id + "/usage?start=2013-11-29&end=2015-01-03")
                        .refused())
                .isEqualTo(List.of("start"));
        assertThat(api.as(ann, "GET", KEYS + "/" + id + "/usage?start=2015-01-03&end=2015-01-02")
                        .refused())
                .isEqualTo(List.of("start"));
    }

    @Test
    void aSecondRequestWithTheSameIdempotencyKeyMakesNoneAndShowsNone() {
        String body = "{\"name\": \"nightly job\", \"scopes\": [\"market:read\"]}";
        Map<String, String> headers = Map.of("Idempotency-Key", "order-1", "Content-Type", "application/json");

        Answer first = api.sendAs(ann.admission(), "POST", KEYS, headers, body);
        Answer second = api.sendAs(ann.admission(), "POST", KEYS, headers, body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(409);
        assertThat(api.as(ann, "GET", KEYS).rows("data")).hasSize(1);
        String secret = String.valueOf(first.at("data", "key"));
        assertThat(String.join("\n", api.texts("SELECT row_to_json(k)::text FROM platform.idempotency_key k")))
                .contains("order-1")
                .doesNotContain(secret);
    }

    private KeyCheck check(String key) {
        return api.bean(CheckKey.class).check(key, "203.0.113.7", "request-1");
    }
}
