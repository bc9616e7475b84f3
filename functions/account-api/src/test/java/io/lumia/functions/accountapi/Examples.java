package io.lumia.functions.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.web.testing.ApiCalls.Answer;

/** Things of a member's that tests begin with. */
public final class Examples {

    public static final String KEYS = "/api/v1/keys";
    public static final String WEBHOOKS = "/api/v1/webhooks";

    private Examples() {}

    /** The id of a new key. */
    public static String key(ApiUnderTest api, Member member) {
        String body = "{\"name\": \"nightly job\", \"mode\": \"test\", \"scopes\": [\"market:read\"]}";
        Answer answer = api.as(member, "POST", KEYS, body);
        assertThat(answer.status()).isEqualTo(201);
        return String.valueOf(answer.at("data", "details", "id"));
    }

    /** The id of a new webhook. */
    public static String webhook(ApiUnderTest api, Member member) {
        String body = "{\"url\": \"https://hooks.example.org/lumia\", \"types\": [\"run.finished\"]}";
        Answer answer = api.as(member, "POST", WEBHOOKS, body);
        assertThat(answer.status()).isEqualTo(201);
        return String.valueOf(answer.at("data", "webhook", "id"));
    }

    /** The id of a new delivery. */
    public static String delivery(ApiUnderTest api, Member member, String webhook) {
        Answer answer = api.as(member, "POST", WEBHOOKS + "/" + webhook + "/test");
        assertThat(answer.status()).isEqualTo(202);
        return String.valueOf(answer.at("data", "id"));
    }
}
