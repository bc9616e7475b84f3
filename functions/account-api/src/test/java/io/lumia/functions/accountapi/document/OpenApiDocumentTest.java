package io.lumia.functions.accountapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumia.accounts.partner.CountUsage;
import io.lumia.accounts.webhook.delivery.DeliverWebhooks;
import io.lumia.functions.accountapi.ApiUnderTest;
import io.lumia.functions.accountapi.Examples;
import io.lumia.functions.accountapi.Member;
import io.lumia.web.testing.DocumentRules;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest extends DocumentRules {

    private static final String ME = "/api/v1/users/me";
    private static final String TOKENS = "/api/v1/tokens";
    private static final String STEADY = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
    private static final String PROFILE = """
            {"risk_tolerance": "moderate", "investment_horizon": "long", "preferred_sectors": ["Energy"],
             "excluded_assets": ["TSLA"]}""";
    private static final String CHANGE = """
            {"url": "https://hooks.example.org/lumia", "description": "our ledger", "types": ["quota.near"],
             "status": "active"}""";

    private static final ApiUnderTest API = ApiUnderTest.start();
    private static final Member ANN = API.member("ann@example.org");
    private static final Member BOB = API.member("bob@example.org");
    private static final Member LEAVING = API.member("leaving@example.org");
    private static final String SESSION =
            String.valueOf(API.as(ANN, "GET", ME + "/sessions").at("data", 0, "id"));
    private static final String KEY = used(Examples.key(API, ANN));
    private static final String WEBHOOK = Examples.webhook(API, ANN);
    private static final String DELIVERY = delivered(Examples.delivery(API, ANN, WEBHOOK));
    private static final String WAITING = registered();

    static {
        API.as(ANN, "PUT", ME + "/profile", PROFILE);
        API.admit(ApiUnderTest.admin(ANN));
    }

    OpenApiDocumentTest() {
        super(API, "account-api");
    }

    private static String used(String key) {
        CountUsage count = API.bean(CountUsage.class);
        count.count(UUID.fromString(key), "GET /api/v1/assets/{id}/prices");
        count.count(UUID.fromString(key), "GET /api/v1/signals/{asset_id}");
        count.flush();
        return key;
    }

    private static String delivered(String delivery) {
        API.bean(DeliverWebhooks.class).deliver();
        return delivery;
    }

    /** The token of a mail. */
    private static String registered() {
        API.post("/api/v1/users", ApiUnderTest.credentials("waiting@example.org", ApiUnderTest.PASSWORD));
        return API.mailedToken("waiting@example.org");
    }

    @Override
    protected Map<String, ExampleRequest> examples() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.putAll(people());
        requests.putAll(keys());
        requests.putAll(webhooks());
        requests.put("listAuditEntries.json", ExampleRequest.get("/api/v1/audit?kind=key.issued&per_page=1"));
        requests.put("endSession.json", new ExampleRequest("DELETE", ME + "/sessions/" + SESSION, null));
        requests.put(
                "changePassword.json",
                post(
                        ME + "/password",
                        "{\"current_password\": \"%s\", \"new_password\": \"another long password\"}"
                                .formatted(ApiUnderTest.PASSWORD)));
        requests.put("deleteMe.json", post(ME + "/deletion", "{\"password\": \"another long password\"}"));
        return requests;
    }

    private static Map<String, ExampleRequest> people() {
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put(
                "register.json",
                post("/api/v1/users", ApiUnderTest.credentials("new@example.org", ApiUnderTest.PASSWORD)));
        requests.put("verifyUser.json", post("/api/v1/users/verify", "{\"token\": \"%s\"}".formatted(WAITING)));
        requests.put("getMe.json", ExampleRequest.get(ME));
        requests.put("getProfile.json", ExampleRequest.get(ME + "/profile"));
        requests.put("replaceProfile.json", new ExampleRequest("PUT", ME + "/profile", PROFILE));
        requests.put("listSessions.json", ExampleRequest.get(ME + "/sessions"));
        requests.put("exportMe.json", ExampleRequest.get(ME + "/export"));
        requests.put(
                "changeRights.json",
                new ExampleRequest(
                        "PUT",
                        "/api/v1/users/" + BOB.id() + "/rights",
                        "{\"role\": \"advisor\", \"plan\": \"premium\"}"));
        requests.put(
                "signIn.json", post(TOKENS, ApiUnderTest.credentials("leaving@example.org", ApiUnderTest.PASSWORD)));
        requests.put("refreshTokens.json", post(TOKENS + "/refresh", refreshToken(LEAVING)));
        requests.put("signOut.json", post(TOKENS + "/revoke", refreshToken(LEAVING)));
        requests.put("getKeySet.json", ExampleRequest.get("/.well-known/jwks.json"));
        return requests;
    }

    private static Map<String, ExampleRequest> keys() {
        String keys = Examples.KEYS;
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("listKeys.json", ExampleRequest.get(keys));
        requests.put(
                "createKey.json",
                post(keys, "{\"name\": \"ledger\", \"scopes\": [\"market:read\", \"signals:read\"]}"));
        requests.put("rotateKey.json", post(keys + "/" + KEY + "/rotate", "{\"overlap_hours\": 24}"));
        requests.put("getKey.json", ExampleRequest.get(keys + "/" + KEY));
        requests.put("getKeyUsage.json", ExampleRequest.get(keys + "/" + KEY + "/usage"));
        requests.put("revokeKey.json", new ExampleRequest("DELETE", keys + "/" + KEY, null));
        return requests;
    }

    private static Map<String, ExampleRequest> webhooks() {
        String webhook = Examples.WEBHOOKS + "/" + WEBHOOK;
        Map<String, ExampleRequest> requests = new LinkedHashMap<>();
        requests.put("listWebhooks.json", ExampleRequest.get(Examples.WEBHOOKS));
        requests.put("getWebhook.json", ExampleRequest.get(webhook));
        requests.put("listDeliveries.json", ExampleRequest.get(webhook + "/deliveries"));
        requests.put("getDelivery.json", ExampleRequest.get(webhook + "/deliveries/" + DELIVERY));
        requests.put("replayDelivery.json", post(webhook + "/deliveries/" + DELIVERY + "/replay", null));
        requests.put("testWebhook.json", post(webhook + "/test", null));
        requests.put("rotateWebhookSecret.json", post(webhook + "/secret", null));
        requests.put("replaceWebhook.json", new ExampleRequest("PUT", webhook, CHANGE));
        requests.put(
                "createWebhook.json",
                post(Examples.WEBHOOKS, "{\"url\": \"https://hooks.example.org/two\", \"types\": [\"run.finished\"]}"));
        requests.put("deleteWebhook.json", new ExampleRequest("DELETE", webhook, null));
        return requests;
    }

    private static ExampleRequest post(String path, @Nullable String body) {
        return new ExampleRequest("POST", path, body);
    }

    private static String refreshToken(Member member) {
        return "{\"refresh_token\": \"%s\"}".formatted(member.refreshToken());
    }

    /** What is random: ids, tokens, keys, secrets, hashes. */
    @Override
    protected String steady(String body) {
        return body.replaceAll("(?<![0-9a-f])(?!00000000)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", STEADY)
                .replaceAll("(?<=\"request_id\":\")" + STEADY, "0192a7c4-7d5e-7a10-9a3c-5b1f2d3e4f50")
                .replaceAll("eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+", "eyJraWQ…")
                .replaceAll("(?<=\"refresh_token\":\")[^\"]+", "d0p3Rw…")
                .replaceAll("(?<=\"key\":\"lum_(live|test)_)[^\"]+", "3fG9…")
                .replaceAll("(lum_(live|test)_)[0-9A-Za-z]{4}…", "$13fG9…")
                .replaceAll("(?<=\"whsec_)[^\"]+", "C2FVsBQ…")
                .replaceAll("(?<=hash\":\")(?!0{64})[0-9a-f]{64}", "9ce44e202d586416ef80c202acf34a18…")
                .replaceAll("(?<=\"(kid|x|y)\":\")[^\"]+", "uYl6…");
    }

    @Override
    protected String examplesFolder() {
        return "shared/web/src/main/resources/openapi-examples";
    }

    @Test
    void everyFieldSaysWhatItIs() {
        document().at("/components/schemas").properties().forEach(schema -> schema.getValue()
                .path("properties")
                .properties()
                .forEach(field -> assertThat(isDescribed(field.getValue()))
                        .as("%s.%s", schema.getKey(), field.getKey())
                        .isTrue()));
    }

    /** What refers to another schema is described there. */
    private static boolean isDescribed(JsonNode field) {
        return field.hasNonNull("description")
                || field.has("$ref")
                || field.path("items").has("$ref");
    }

    /** market-api serves the document of all functions and cannot look into this one. */
    @Test
    void theServedPartIsWhatWasGenerated() throws IOException {
        assertIsCommitted(
                resource("/META-INF/swagger/account-api.json"),
                "/openapi/parts/account-api.json",
                "shared/web/src/main/resources/openapi/parts/account-api.json");
    }
}
