package io.lumia.functions.collectionapi.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.functions.collectionapi.ApiUnderTest;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Role;
import io.lumia.platform.database.ClaimScope;
import io.lumia.platform.database.IdempotencyKeys;
import io.lumia.platform.database.IdempotencyKeys.Claim;
import io.lumia.platform.database.IdempotencyKeys.Claimed;
import io.lumia.platform.database.IdempotencyKeys.Key;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.http.Admission;
import io.lumia.web.testing.ApiCalls;
import io.lumia.web.testing.ApiCalls.Answer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is the same for every writing route: who may, and how often it takes effect. */
class WritesTest {

    private static final String REJECT = "/api/v1/collection/quarantine/1/reject";

    private ApiUnderTest api;

    @BeforeEach
    void aRowWaits() {
        api = ApiUnderTest.writable();
        TestQuarantine.fill(api.context());
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aKeyMakesARequestTakeEffectOnce() {
        Answer first = post("key-1", "{\"note\": \"a\"}");
        Answer second = post("key-1", "{\"note\": \"a\"}");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.header("ETag")).isNull();
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void aKeyBelongsToOneRequest() {
        post("key-1", "{\"note\": \"a\"}");

        Answer other = post("key-1", "{\"note\": \"b\"}");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.at("error", "code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void whatWasRefusedMayBeSentAgainWithItsKey() {
        assertThat(post("key-1", "{\"colour\": \"a\"}").status()).isEqualTo(400);

        assertThat(post("key-1", "{\"note\": \"a\"}").status()).isEqualTo(200);
    }

    @Test
    void aRequestThatIsBeingAnsweredIsAConflict() {
        IdempotencyKeys keys = api.bean(IdempotencyKeys.class);
        Key key = new Key("local", "key-2");
        Instant now = ApiCalls.NOW;

        Claimed first = taken(keys.claim(key, "a", now));
        assertThat(keys.claim(key, "a", now.plusSeconds(59))).isEqualTo(new Claim.InFlight());
        assertThat(keys.claim(key, "b", now.plusSeconds(59))).isEqualTo(new Claim.OtherRequest());
        Claimed again = taken(keys.claim(key, "a", now.plusSeconds(61)));
        assertThat(again.effectId()).isEqualTo(first.effectId());
        keys.remember(first, 200, "{\"late\": true}");
        keys.remember(again, 200, "{}");
        assertThat(keys.claim(key, "a", now.plusSeconds(62))).isEqualTo(new Claim.Answered(200, "{}"));
        assertThat(taken(keys.claim(key, "a", now.plusSeconds(24 * 3600 + 62))).effectId())
                .isNotEqualTo(first.effectId());
    }

    @Test
    void aKeyWhoseRequestDiedBeforeItDidAnythingMayBeUsedForAnother() {
        IdempotencyKeys keys = api.bean(IdempotencyKeys.class);
        Key key = new Key("local", "key-3");
        taken(keys.claim(key, "a", ApiCalls.NOW));

        assertThat(keys.claim(key, "b", ApiCalls.NOW.plusSeconds(61))).isInstanceOf(Claim.Taken.class);
    }

    @Test
    void ofTwoThatTookAKeyOnlyTheLastOneTakesEffect() {
        IdempotencyKeys keys = api.bean(IdempotencyKeys.class);
        Key key = new Key("local", "key-4");
        Claimed slow = taken(keys.claim(key, "a", ApiCalls.NOW));
        Claimed next = taken(keys.claim(key, "a", ApiCalls.NOW.plusSeconds(61)));

        assertThatThrownBy(() -> changeFor(slow, "slow")).hasMessageContaining("was sent again");
        changeFor(next, "next");

        assertThat(api.texts("SELECT detail FROM collection.quarantine WHERE detail IN ('slow', 'next')"))
                .containsExactly("next");
        assertThat(taken(keys.claim(key, "a", ApiCalls.NOW.plusSeconds(122))).tookEffect())
                .isTrue();
    }

    private void changeFor(Claimed claimed, String note) {
        try (ClaimScope _ = ClaimScope.open(claimed)) {
            api.bean(Transactions.class)
                    .inTransaction(() -> api.execute(
                            "UPDATE collection.quarantine SET detail = '" + note + "' WHERE quarantine_id = 1"));
        }
    }

    private static Claimed taken(Claim claim) {
        assertThat(claim).isInstanceOf(Claim.Taken.class);
        return ((Claim.Taken) claim).claimed();
    }

    @Test
    void refusesKeysThatAreNone() {
        assertThat(post("two words", "{}").refused()).isEqualTo(List.of("Idempotency-Key"));
        assertThat(post("k".repeat(256), "{}").refused()).isEqualTo(List.of("Idempotency-Key"));
        assertThat(post("k".repeat(255), "{}").status()).isEqualTo(200);
    }

    @Test
    void pagesOfOtherSitesMayNotWrite() {
        Map<String, String> foreign = Map.of("Origin", "https://example.org", "Host", "api.example.net");

        Answer answer = api.send("POST", REJECT, foreign);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("https://example.org");
    }

    @Test
    void pagesOfOtherSitesMayWriteForWhoeverGivesThemHisToken() {
        Principal admin = new Principal(
                Principal.Kind.PERSON, "01935a1e-0000-7000-8000-000000000001", Role.ADMIN, Role.ADMIN.scopes(), null);
        Map<String, String> foreign = Map.of("Origin", "https://example.org", "Host", "api.example.net");

        Answer answer = api.sendAs(new Admission(admin, null), "POST", REJECT, foreign, "{\"note\": \"a\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void preflightsNameTheMethodsOfTheirPath() {
        Answer answer = api.send(
                "OPTIONS",
                REJECT,
                Map.of(
                        "Origin",
                        "https://example.org",
                        "Host",
                        "api.example.net",
                        "Access-Control-Request-Method",
                        "POST"));

        assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST, OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Headers")).contains("Idempotency-Key", "Content-Type");
    }

    private Answer post(String key, String body) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json"));
        headers.put("Idempotency-Key", key);
        return api.send("POST", REJECT, headers, body);
    }
}
