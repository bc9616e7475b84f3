package io.lumia.local;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.accounts.webhook.EndpointUrl;
import io.lumia.accounts.webhook.EndpointWish;
import io.lumia.accounts.webhook.ManageEndpoints;
import io.lumia.accounts.webhook.WebhookEventType;
import io.lumia.accounts.webhook.delivery.DeliveryDesk;
import io.lumia.collection.AssetFilter;
import io.lumia.collection.Job;
import io.lumia.collection.JobLimits;
import io.lumia.collection.JobMode;
import io.lumia.collection.JobSchedule;
import io.lumia.collection.jobs.JobTemplates;
import io.lumia.collection.jobs.SaveJob;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.local.json.Json;
import io.lumia.market.AssetType;
import io.lumia.market.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Secrets and personal data, marked so that they are found wherever they turn up, go every way that we know into an installation
 * that logs all it can; then all that it logged, counted and traced is read.
 */
final class NothingSecretIT {

    private static final String CANARY = "kanarienvogel";
    private static final String ADDRESS = CANARY + "@mail.example";
    private static final Map<String, String> KEYED = Map.of("alphavantage", "-in-address", "tiingo", "-in-header");

    @TempDir
    private static Path temporary;

    private static final List<String> SECRETS = new ArrayList<>(List.of(CANARY));
    private static WatchedLines lines;
    private static EchoServer echo;
    private static LivedDay day;

    @BeforeAll
    static void start() throws Exception {
        lines = WatchedLines.from(Level.DEBUG);
        echo = new EchoServer();
        System.setProperty("lumia.providers.allow-loopback", "true");
        KEYED.forEach((provider, where) -> {
            System.setProperty("lumia.providers.%s.endpoint".formatted(provider), echo.address());
            System.setProperty("lumia.providers.%s.key".formatted(provider), CANARY + where);
        });
        day = LivedDay.start(temporary);
    }

    @AfterAll
    static void stop() {
        lines.close();
        if (day != null) {
            day.close();
        }
        echo.close();
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("lumia.providers."))
                .forEach(System::clearProperty);
    }

    @Test
    void nothingSecretOrPersonalIsInAnyLineNumberOrTrace() throws Exception {
        UserId owner = admin();
        askProviders();
        deliverWebhook(owner);
        showCredentials(owner);
        comeAsAStranger();
        plantInRequests();
        plantInMessages();
        loseTheDatabase();
        sayItPlainly();
        day.awaitIdle();

        assertThat(lines.written()).contains("MALFORMED_MESSAGE", "prices-of-alphavantage", "io.lumia.Planted");
        for (String secret : SECRETS) {
            assertThat(lines.written()).doesNotContainIgnoringCase(secret);
            assertThat(lines.all())
                    .noneMatch(line -> line.getMDCPropertyMap().toString().contains(secret));
            assertThat(day.get("/metrics").body()).doesNotContainIgnoringCase(secret);
            assertThat(logFiles()).noneMatch(text -> text.contains(secret));
        }
    }

    /** Two providers with a key, one in its address and one in a header; both refuse and repeat it. */
    private static void askProviders() throws Exception {
        int before = echo.calls();
        for (String provider : KEYED.keySet()) {
            String name = "prices-of-" + provider;
            day.functions().bean(SaveJob.class).save(job(name, provider));
            day.send("POST", "/api/v1/collection/jobs/%s/run".formatted(name), "{}", Map.of());
            day.awaitIdle();
        }
        assertThat(echo.calls() - before).as("calls of providers").isGreaterThanOrEqualTo(KEYED.size());
    }

    /** To an address with a secret in it, which refuses and repeats what it was sent. */
    private static void deliverWebhook(UserId owner) throws Exception {
        var made = day.functions()
                .bean(ManageEndpoints.class)
                .register(
                        Asker.person(owner, "request-0001"),
                        new EndpointWish(
                                EndpointUrl.parse(echo.address() + "/hooks/" + CANARY + "?token=" + CANARY),
                                CANARY,
                                Set.of(WebhookEventType.RUN_FINISHED)));
        SECRETS.add(made.secret().text());
        int before = echo.calls();
        day.functions().bean(DeliveryDesk.class).sendTest(owner, made.endpoint().id());
        day.runtime().queues().send("deliver-webhooks", "{\"scheduled_for\":\"%s\"}".formatted(day.evening()));
        day.awaitIdle();
        assertThat(echo.calls() - before).as("deliveries").isPositive();
    }

    /** Good ones, and the same spoilt. */
    private static void showCredentials(UserId owner) throws Exception {
        User user = day.functions().bean(Users.class).find(owner).orElseThrow();
        String token = day.functions()
                .bean(AccessTokens.class)
                .make(user, new UUID(8, 1))
                .value();
        KeyWish wish = new KeyWish("reader", KeyMode.LIVE, Set.of(Scope.COLLECTION_READ), List.of(), null);
        String key = day.functions()
                .bean(IssueKey.class)
                .issue(Asker.person(owner, "request-0001"), Role.ADMIN.scopes(), wish)
                .text()
                .value();
        SECRETS.addAll(List.of(token, key));
        for (String path : List.of("/api/v1/collection/jobs", "/api/v1/nothing", "/api/v1/keys")) {
            for (String spoilt : List.of("", CANARY)) {
                day.sendAsSomebody("GET", path, "", Map.of("Authorization", "Bearer " + token + spoilt));
                day.sendAsSomebody("GET", path, "", Map.of("X-API-Key", key + spoilt));
            }
        }
    }

    /** Registers, confirms, mistypes, signs in, comes back, changes, goes. */
    private static void comeAsAStranger() throws Exception {
        String password = CANARY + "-long-password";
        String both = "{\"email\": \"%s\", \"password\": \"%s\"}";
        day.sendAsSomebody("POST", "/api/v1/users", both.formatted(ADDRESS, "short"), Map.of());
        day.sendAsSomebody("POST", "/api/v1/users", both.formatted(ADDRESS, password), Map.of());
        String mailed = mailedToken();
        SECRETS.add(mailed);
        day.sendAsSomebody("POST", "/api/v1/users/verify", "{\"token\": \"%s-x\"}".formatted(CANARY), Map.of());
        day.sendAsSomebody("POST", "/api/v1/users/verify", "{\"token\": \"%s\"}".formatted(mailed), Map.of());
        day.sendAsSomebody("POST", "/api/v1/tokens", both.formatted(ADDRESS, CANARY + "-mistyped"), Map.of());
        day.sendAsSomebody("POST", "/api/v1/tokens", both.formatted("nobody-" + ADDRESS, password), Map.of());
        JsonNode tokens = Json.tree(
                        day.sendAsSomebody("POST", "/api/v1/tokens", both.formatted(ADDRESS, password), Map.of())
                                .body())
                .path("data");
        String access = tokens.path("access_token").asText();
        String refresh = tokens.path("refresh_token").asText();
        assertThat(access).as("signed in").isNotEmpty();
        SECRETS.addAll(List.of(access, refresh));
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + access);
        String again = "{\"refresh_token\": \"%s\"}";
        day.sendAsSomebody("POST", "/api/v1/tokens/refresh", again.formatted(refresh), Map.of());
        day.sendAsSomebody("POST", "/api/v1/tokens/refresh", again.formatted(refresh), Map.of());
        day.sendAsSomebody("POST", "/api/v1/tokens/revoke", again.formatted(CANARY), Map.of());
        String change = "{\"current_password\": \"%1$s\", \"new_password\": \"%1$s\"}".formatted(CANARY);
        day.sendAsSomebody("POST", "/api/v1/users/me/password", change, bearer);
        day.sendAsSomebody("GET", "/api/v1/users/me/export", "", bearer);
        day.sendAsSomebody("POST", "/api/v1/users/me/deletion", "{\"password\": \"%s\"}".formatted(CANARY), bearer);
        day.sendAsSomebody("POST", "/api/v1/users/me/deletion", "{\"password\": \"%s\"}".formatted(password), bearer);
    }

    /** Every operation with a body gets some that cannot be read, as the machine's own user and as a stranger. */
    private static void plantInRequests() throws Exception {
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + CANARY + "-bearer-token",
                "X-API-Key", "lum_live_" + CANARY + "0001",
                "Cookie", "session=" + CANARY,
                "Idempotency-Key", CANARY,
                "Accept", CANARY + "/json",
                "If-None-Match", CANARY,
                "traceparent", "00-" + CANARY);
        for (String path : List.of(
                "/api/v1/assets?q=" + ADDRESS,
                "/api/v1/assets?api_key=" + CANARY,
                "/api/v1/nothing/" + ADDRESS,
                "/api/v1/collection/runs?page_token=" + CANARY)) {
            day.send("GET", path, "", headers);
            day.sendAsSomebody("GET", path, "", headers);
        }
        JsonNode paths = Json.tree(day.get("/api/v1/openapi.json").body()).path("paths");
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("requestBody")) {
                    plantInBodies(operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey());
                }
            }
        }
    }

    private static void plantInBodies(String method, String path) throws Exception {
        String filled = path.replaceAll("\\{[a-z_]+}", UUID.randomUUID().toString());
        for (String body : List.of(
                "{\"password\": \"%1$s\", \"email\": \"%2$s\", \"token\": \"%1$s\", \"url\": \"https://%1$s@x.example/\"}",
                "{\"password\": \"%1$s\", \"email\": %2$s", "{\"password\": {\"%1$s\": [\"%2$s\"]}}", "%1$s")) {
            day.send(method, filled, body.formatted(CANARY, ADDRESS), Map.of());
        }
    }

    /** Messages that cannot be handled, so that something is said about them. */
    private static void plantInMessages() {
        String secrets = """
            {"password": "%1$s", "token": "%1$s", "secret": "whsec_%1$s", "email": "%1$s@mail.example",
             "message_id": "%1$s@mail.example"}\
            """.formatted(CANARY);
        for (String queue : day.functions().queueNames()) {
            day.runtime().queues().send(queue, secrets);
            day.runtime().queues().send(queue, "password=" + CANARY);
        }
    }

    /** A pool that cannot reach its server says why. */
    private static void loseTheDatabase() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:postgresql://127.0.0.1:9/postgres?password=" + CANARY + "-in-the-url");
        config.setUsername("postgres");
        config.setPassword(CANARY + "-of-the-database");
        config.setInitializationFailTimeout(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            throw new AssertionError("a server answered at port 9: " + pool);
        } catch (RuntimeException failure) {
            LoggerFactory.getLogger("io.lumia.Planted").error("no database", failure);
        }
    }

    /** What somebody may write in a line by mistake. */
    private static void sayItPlainly() {
        LoggerFactory.getLogger("io.lumia.Planted")
                .error(
                        "asking https://api.example/v1?apikey={}-url failed",
                        CANARY,
                        new IllegalStateException("Authorization: Bearer " + CANARY + "-in-a-failure"));
    }

    private static UserId admin() {
        return Somebody.admit(day.functions(), new UserId(new UUID(9, 1)), Role.ADMIN)
                .id();
    }

    private static Job job(String name, String provider) {
        return new Job(
                JobTemplates.idOf(name),
                name,
                "Prices of a provider that refuses",
                provider,
                List.of(),
                "",
                List.of(Dataset.ASSETS, Dataset.BARS),
                new AssetFilter(Set.of(AssetType.STOCK), List.of("ZZNEW")),
                JobMode.INCREMENTAL,
                new JobSchedule.OnDemand(),
                List.of(),
                JobLimits.USUAL,
                true);
    }

    private static String mailedToken() throws IOException {
        try (Stream<Path> mails = Files.list(day.runtime().folder().mails())) {
            for (Path mail : mails.toList()) {
                Matcher token = Pattern.compile("#token=(\\S+)").matcher(Files.readString(mail));
                if (token.find()) {
                    return token.group(1);
                }
            }
        }
        throw new AssertionError("no mail has a token");
    }

    /** PostgreSQL's own among them. */
    private static List<String> logFiles() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(day.runtime().folder().logs())) {
            for (Path file : files.toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }
}
