package io.lumia.functions.accountapi.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.functions.accountapi.ApiUnderTest;
import io.lumia.functions.accountapi.Member;
import io.lumia.platform.http.Admission;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AccountLifeTest {

    private static final ApiUnderTest API = ApiUnderTest.start();
    private static final String USERS = "/api/v1/users";
    private static final String ME = USERS + "/me";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String OTHER_PASSWORD = "another long password";

    @AfterAll
    static void close() {
        API.close();
    }

    @Test
    void anAccountFromItsBeginningToItsEnd() {
        Answer asked = API.post(USERS, ApiUnderTest.credentials(" Ann@Example.org ", ApiUnderTest.PASSWORD));
        assertThat(asked.status()).isEqualTo(202);
        assertThat(signIn("ann@example.org", ApiUnderTest.PASSWORD).status()).isEqualTo(401);

        String token = API.mailedToken("ann@example.org");
        Answer verified = API.post(USERS + "/verify", "{\"token\": \"%s\"}".formatted(token));
        assertThat(verified.status()).isEqualTo(200);
        assertThat(API.post(USERS + "/verify", "{\"token\": \"%s\"}".formatted(token))
                        .refused())
                .isEqualTo(List.of("token"));

        Member ann = API.signIn("ann@example.org", ApiUnderTest.PASSWORD);
        assertThat(ann.id()).isEqualTo(verified.at("data", "id"));
        assertThat(API.as(ann, "GET", ME).at("data", "email")).isEqualTo("ann@example.org");
        assertThat(API.as(ann, "GET", ME).at("data", "role")).isEqualTo("user");
        assertThat(API.as(ann, "GET", ME).body()).doesNotContain("argon2");

        String profile = """
                {"risk_tolerance": "moderate", "investment_horizon": "long", "preferred_sectors": ["Energy"],
                 "excluded_assets": ["aapl"]}""";
        assertThat(API.as(ann, "PUT", ME + "/profile", profile).status()).isEqualTo(200);
        Answer kept = API.as(ann, "GET", ME + "/profile");
        assertThat(kept.at("data", "risk_tolerance")).isEqualTo("moderate");
        assertThat(kept.at("data", "excluded_assets")).isEqualTo(List.of("AAPL"));

        String second = String.valueOf(refresh(ann.refreshToken()).at("data", "refresh_token"));
        assertThat(refresh(ann.refreshToken()).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);

        Member again = API.signIn("ann@example.org", ApiUnderTest.PASSWORD);
        Answer changed = API.as(again, "POST", ME + "/password", change(ApiUnderTest.PASSWORD, OTHER_PASSWORD));
        assertThat(changed.at("data", "sessions_ended")).isEqualTo(1);
        assertThat(refresh(again.refreshToken()).status()).isEqualTo(401);
        assertThat(signIn("ann@example.org", ApiUnderTest.PASSWORD).status()).isEqualTo(401);
        Member last = API.signIn("ann@example.org", OTHER_PASSWORD);

        Answer export = API.as(last, "GET", ME + "/export");
        assertThat(export.header("Cache-Control")).isEqualTo("no-store");
        assertThat(export.at("data", "email")).isEqualTo("ann@example.org");
        assertThat(export.at("data", "profile", "preferred_sectors")).isEqualTo(List.of("Energy"));
        assertThat(export.column("end_reason", "data", "sessions"))
                .containsExactlyInAnyOrder("token_reused", "password_changed", null);
        assertThat(export.at("data", "sections"))
                .isEqualTo(Map.of(
                        "backtests",
                        List.of(),
                        "partner_keys",
                        List.of(),
                        "recommendation_feedback",
                        List.of(),
                        "recommendations",
                        List.of(),
                        "webhooks",
                        List.of()));

        assertThat(delete(last, "{\"password\": \"wrong horse battery\"}").status())
                .isEqualTo(403);
        assertThat(delete(last, "{}").refused()).isEqualTo(List.of("password"));
        assertThat(delete(last, "{\"password\": \"%s\"}".formatted(OTHER_PASSWORD))
                        .at("data", "done"))
                .isEqualTo("account_deleted");
        assertThat(signIn("ann@example.org", OTHER_PASSWORD).status()).isEqualTo(401);
        assertThat(API.as(last, "GET", ME).status()).isEqualTo(404);
        assertThat(API.as(last, "GET", ME + "/export").status()).isEqualTo(404);
        assertThat(API.texts("SELECT kind FROM accounts.audit_entry WHERE subject = 'user/%s' ORDER BY sequence"
                        .formatted(ann.id())))
                .contains(
                        "account.verified",
                        "session.refresh_reused",
                        "account.password_changed",
                        "account.data_exported",
                        "account.deleted");
    }

    @Test
    void nobodyLearnsFromTheAnswerWhetherThereIsAnAccount() {
        API.member("known@example.org");

        Answer known = API.post(USERS, ApiUnderTest.credentials("known@example.org", OTHER_PASSWORD));
        Answer unknown = API.post(USERS, ApiUnderTest.credentials("unknown@example.org", OTHER_PASSWORD));

        assertThat(known.status()).isEqualTo(unknown.status()).isEqualTo(202);
        assertThat(known.at("data")).isEqualTo(unknown.at("data"));
        assertThat(known.at("message")).isEqualTo(unknown.at("message"));
        assertThat(API.mails("known@example.org")).anyMatch(mail -> mail.contains("You have an account already"));
        Answer wrong = signIn("known@example.org", "wrong horse battery");
        Answer nobody = signIn("nobody@example.org", "wrong horse battery");
        assertThat(wrong.status()).isEqualTo(nobody.status()).isEqualTo(401);
        assertThat(wrong.at("error", "message")).isEqualTo(nobody.at("error", "message"));
        assertThat(wrong.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNoSecretRepeated() {
        Member member = API.member("faults@example.org");

        assertThat(API.post(USERS, ApiUnderTest.credentials("no address", "short"))
                        .refused())
                .isEqualTo(List.of("email", "password"));
        assertThat(API.post(USERS, "{\"email\": 5, \"colour\": \"red\"}").refused())
                .containsExactlyInAnyOrder("email", "password", "colour");
        assertThat(API.post(USERS, ApiUnderTest.credentials("a.b@example.org", "xa.b@example.orgx"))
                        .refused())
                .isEqualTo(List.of("password"));
        assertThat(API.post(TOKENS, ApiUnderTest.credentials("", "")).refused())
                .isEqualTo(List.of("email", "password"));
        assertThat(API.as(member, "POST", ME + "/password", change("", "aaaaaaaaaaaaaa"))
                        .refused())
                .isEqualTo(List.of("current_password", "new_password"));
        String profile = """
                {"risk_tolerance": "brave", "investment_horizon": "for ever", "preferred_sectors": ["Energy", " "],
                 "excluded_assets": ["AAPL", "no symbol"]}""";
        assertThat(API.as(member, "PUT", ME + "/profile", profile).refused())
                .isEqualTo(
                        List.of("risk_tolerance", "investment_horizon", "preferred_sectors[1]", "excluded_assets[1]"));
        for (String body : List.of(
                "{\"refresh_token\": hunter2secret}",
                "hunter2secret",
                "{\"refresh_token\": [\"hunter2secret\"]}",
                "{\"refresh_token\": \"x\"} hunter2secret",
                "refresh_token=hunter2secret")) {
            Answer answer = API.post(TOKENS + "/refresh", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("hunter2secret");
        }
    }

    @Test
    void tooManyTriesAreToldWhenToComeAgain() {
        Member member = API.member("guessed@example.org");
        for (int i = 0; i < 10; i++) {
            assertThat(signIn("guessed@example.org", "wrong horse battery").status())
                    .isEqualTo(401);
        }

        Answer eleventh = signIn("guessed@example.org", ApiUnderTest.PASSWORD);
        Answer change = API.as(member, "POST", ME + "/password", change(ApiUnderTest.PASSWORD, OTHER_PASSWORD));

        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.header("Retry-After")).isEqualTo("900");
        assertThat(eleventh.at("error", "code")).isEqualTo("LIMIT_REACHED");
        assertThat(change.status()).isEqualTo(429);
    }

    @Test
    void whoSignsOutOrEndsASessionIsOutOfThatOneOnly() {
        Member one = API.member("sessions@example.org");
        Member two = API.signIn("sessions@example.org", ApiUnderTest.PASSWORD);
        Member three = API.signIn("sessions@example.org", ApiUnderTest.PASSWORD);
        assertThat(API.as(one, "GET", ME + "/sessions").rows("data")).hasSize(3);

        Answer out = API.post(TOKENS + "/revoke", token(two.refreshToken()));
        Answer unknown = API.post(TOKENS + "/revoke", token("none of yours"));

        assertThat(out.at("data", "done")).isEqualTo("signed_out").isEqualTo(unknown.at("data", "done"));
        assertThat(refresh(two.refreshToken()).status()).isEqualTo(401);
        List<Object> left = API.as(one, "GET", ME + "/sessions").column("id", "data");
        assertThat(left).hasSize(2);
        left.forEach(
                id -> assertThat(API.as(one, "DELETE", ME + "/sessions/" + id).status())
                        .isEqualTo(200));
        assertThat(refresh(three.refreshToken()).status()).isEqualTo(401);
        assertThat(API.as(one, "DELETE", ME + "/sessions/" + left.getFirst()).status())
                .isEqualTo(404);
    }

    @Test
    void routesWithSecretsInTheirBodiesTakeNoIdempotencyKey() {
        Answer answer = API.send(
                "POST",
                TOKENS,
                Map.of("Idempotency-Key", "one-1", "Content-Type", "application/json"),
                ApiUnderTest.credentials("ann@example.org", ApiUnderTest.PASSWORD));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.refused()).isEqualTo(List.of("Idempotency-Key"));
        assertThat(API.texts("SELECT key FROM platform.idempotency_key WHERE key = 'one-1'"))
                .isEmpty();
    }

    @Test
    void theOperatorIsToldThatHeHasNoAccount() {
        for (String path :
                List.of(ME, ME + "/profile", ME + "/sessions", ME + "/export", "/api/v1/keys", "/api/v1/webhooks")) {
            Answer answer = API.as(Admission.OPERATOR, "GET", path, null);

            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.at("error", "message")).isEqualTo("operator has no account here; sign in with one");
        }
    }

    @Test
    void anAdminGivesAnotherHisRightsAndNotHimself() {
        Member admin = API.member("admin@example.org");
        Member user = API.member("advisor@example.org");
        String rights = "{\"role\": \"advisor\", \"plan\": \"premium\"}";
        Admission asAdmin = ApiUnderTest.admin(admin);

        Answer changed = API.as(asAdmin, "PUT", USERS + "/" + user.id() + "/rights", rights);

        assertThat(changed.at("data", "role")).isEqualTo("advisor");
        assertThat(refresh(user.refreshToken()).status()).isEqualTo(401);
        Member signedIn = API.signIn("advisor@example.org", ApiUnderTest.PASSWORD);
        assertThat(API.as(signedIn, "GET", ME).at("data", "plan")).isEqualTo("premium");
        assertThat(API.as(asAdmin, "PUT", USERS + "/" + admin.id() + "/rights", rights)
                        .status())
                .isEqualTo(403);
        assertThat(API.as(user, "PUT", USERS + "/" + admin.id() + "/rights", rights)
                        .status())
                .isEqualTo(403);
        assertThat(API.as(asAdmin, "PUT", USERS + "/me/rights", "{\"role\": \"king\", \"plan\": \"gold\"}")
                        .refused())
                .isEqualTo(List.of("id", "role", "plan"));
        assertThat(API.as(asAdmin, "PUT", USERS + "/01935a1e-0000-7000-8000-00000000dead/rights", rights)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theKeySetIsForEverybodyAndHoldsNoPrivatePart() {
        API.member("keyset@example.org");

        Answer keys = API.sendUnadmitted("GET", "/.well-known/jwks.json");

        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.header("Cache-Control")).isEqualTo("public, max-age=300");
        assertThat(keys.rows("keys")).isNotEmpty().allSatisfy(key -> assertThat(key)
                .containsEntry("kty", "EC")
                .containsEntry("alg", "ES256")
                .containsKeys("kid", "x", "y")
                .doesNotContainKey("d"));
    }

    private static Answer signIn(String email, String password) {
        return API.post(TOKENS, ApiUnderTest.credentials(email, password));
    }

    private static Answer refresh(String token) {
        return API.post(TOKENS + "/refresh", token(token));
    }

    private static Answer delete(Member member, String body) {
        return API.as(member, "POST", ME + "/deletion", body);
    }

    private static String token(String token) {
        return "{\"refresh_token\": \"%s\"}".formatted(token);
    }

    private static String change(String present, String next) {
        return "{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(present, next);
    }
}
