package io.lumia.functions.accountapi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import io.lumia.web.testing.ApiCalls.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A canary: whatever secret is sent or shown, no log has it, and no answer but the one that shows it. */
class NothingLeaksTest {

    private static final String EMAIL = "canary.bird@canary-mail.example";
    private static final String PASSWORD = "canary password one";
    private static final String OTHER = "canary password two";

    private final List<String> said = new ArrayList<>();
    private final List<String> secrets = new ArrayList<>(List.of(EMAIL, PASSWORD, OTHER));

    @Test
    void noSecretComesOut() {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Logger ours = (Logger) LoggerFactory.getLogger("io.lumia");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        @Nullable Level before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        ApiUnderTest api = ApiUnderTest.start();
        try {
            live(api);
        } finally {
            api.close();
            ours.setLevel(before);
            root.detachAppender(log);
        }
        log.list.forEach(event -> said.add(event.getFormattedMessage() + thrown(event.getThrowableProxy())));

        String all = said.stream().collect(Collectors.joining("\n"));
        assertThat(said).hasSizeGreaterThan(20);
        for (String secret : secrets) {
            assertThat(all.contains(secret)).as("'%s' in what was said", secret).isFalse();
        }
    }

    private void live(ApiUnderTest api) {
        say(api.post("/api/v1/users", ApiUnderTest.credentials(EMAIL, PASSWORD)));
        String token = api.mailedToken(EMAIL);
        secrets.add(token);
        String verification = "{\"token\": \"%s\"}".formatted(token);
        say(api.post("/api/v1/users/verify", verification));
        say(api.post("/api/v1/users/verify", verification));
        Member member = api.signIn(EMAIL, PASSWORD);
        secrets.add(member.accessToken());
        secrets.add(member.refreshToken());
        broken(api);
        say(api.post("/api/v1/tokens", ApiUnderTest.credentials(EMAIL, OTHER)));
        String refresh = "{\"refresh_token\": \"%s\"}".formatted(member.refreshToken());
        Answer refreshed = api.post("/api/v1/tokens/refresh", refresh);
        secrets.add(String.valueOf(refreshed.at("data", "access_token")));
        secrets.add(String.valueOf(refreshed.at("data", "refresh_token")));
        say(api.post("/api/v1/tokens/refresh", refresh));
        keysAndWebhooks(api, member);
        String change = "{\"current_password\": \"%s\", \"new_password\": \"%s\"}";
        say(api.as(member, "POST", "/api/v1/users/me/password", change.formatted(OTHER, OTHER)));
        say(api.as(member, "POST", "/api/v1/users/me/password", change.formatted(PASSWORD, EMAIL)));
        say(api.as(member, "POST", "/api/v1/users/me/password", change.formatted(PASSWORD, OTHER)));
        say(api.as(member, "POST", "/api/v1/users/me/deletion", "{\"password\": \"%s\"}".formatted(PASSWORD)));
        say(api.as(member, "POST", "/api/v1/users/me/deletion", "{\"password\": \"%s\"}".formatted(OTHER)));
        said.addAll(api.texts("SELECT row_to_json(e)::text FROM accounts.audit_entry e"));
        said.addAll(api.texts("SELECT row_to_json(k)::text FROM platform.idempotency_key k"));
    }

    /** Bodies that programs get wrong. */
    private void broken(ApiUnderTest api) {
        for (String path :
                List.of("/api/v1/users", "/api/v1/tokens", "/api/v1/tokens/refresh", "/api/v1/users/verify")) {
            say(api.post(path, "{\"email\": \"%s\", \"password\": %s}".formatted(EMAIL, PASSWORD)));
            say(api.post(path, PASSWORD));
            say(api.post(path, "\"" + PASSWORD + "\""));
            say(api.post(path, "{\"email\": [\"%s\"], \"password\": {\"a\": \"%s\"}}".formatted(EMAIL, PASSWORD)));
            say(api.post(path, "{\"token\": 5, \"refresh_token\": 7, \"colour\": \"%s\"}".formatted(PASSWORD)));
            say(api.post(path, "{} " + PASSWORD));
            say(api.post(path, "{\"email\": \"%s\", \"password\": \"%s".formatted(EMAIL, PASSWORD)));
        }
    }

    private void keysAndWebhooks(ApiUnderTest api, Member member) {
        Answer key = api.as(member, "POST", "/api/v1/keys", "{\"name\": \"job\", \"scopes\": [\"market:read\"]}");
        secrets.add(String.valueOf(key.at("data", "key")));
        Answer webhook = api.as(
                member,
                "POST",
                "/api/v1/webhooks",
                "{\"url\": \"https://hooks.example.org/\", \"types\": [\"run.finished\"]}");
        secrets.add(String.valueOf(webhook.at("data", "secret")));
        say(api.as(member, "GET", "/api/v1/keys"));
        say(api.as(member, "GET", "/api/v1/webhooks"));
    }

    private void say(Answer answer) {
        said.add(answer.status() + " " + answer.body());
    }

    private static String thrown(@Nullable IThrowableProxy thrown) {
        return thrown == null
                ? ""
                : " " + thrown.getClassName() + " " + thrown.getMessage() + thrown(thrown.getCause());
    }
}
