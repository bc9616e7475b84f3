package io.lumia.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.AuditContent;
import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.local.Somebody;
import io.lumia.local.folder.DataFolder;
import io.lumia.local.json.Json;
import io.lumia.local.runtime.Admitting;
import io.lumia.local.runtime.LocalRuntime;
import io.lumia.local.time.Clocks;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The laptop's gateway with its authoriser, over HTTP. */
final class AuthorisedGatewayIT {

    private static final int AT_ONCE = 32;
    private static final String JOBS = "/api/v1/collection/jobs";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path temporary;

    private static LocalRuntime runtime;
    private static int port;

    @BeforeAll
    static void start() {
        System.setProperty(
                "lumia.programs",
                Path.of("target", "postgres-programs").toAbsolutePath().toString());
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        runtime = LocalRuntime.start(new LocalRuntime.Setting(folder, "test", Clocks.real(), null, null));
        port = runtime.startGateway(0, Admitting.AUTHORISED).port();
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @Test
    void withoutCredentialsOnlyTheMarketIsShown() throws Exception {
        HttpResponse<String> assets = get("/api/v1/assets");
        HttpResponse<String> jobs = get(JOBS);

        assertThat(assets.statusCode()).isEqualTo(200);
        assertThat(assets.headers().firstValue("X-RateLimit-Limit")).contains("100");
        assertThat(jobs.statusCode()).isEqualTo(401);
        assertThat(jobs.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"lumia\"");
        assertThat(Json.tree(jobs.body()).at("/error/code").asText()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void whatTheApiSaysOfItselfIsNotCounted() throws Exception {
        HttpResponse<String> health = get("/api/v1/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.headers().firstValue("X-RateLimit-Limit")).isEmpty();
    }

    @Test
    void credentialsThatDoNotCountAreRefusedByTheGateway() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/assets", "Authorization", "Bearer x.y.z");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Json.tree(answer.body()).at("/error/message").asText())
                .isEqualTo("these credentials are not accepted");
    }

    @Test
    void rolesDecideWhatATokenMayDo() throws Exception {
        User user = user(Role.USER, 1);
        User admin = user(Role.ADMIN, 2);

        assertThat(send("GET", JOBS, "Authorization", bearer(user)).statusCode())
                .isEqualTo(403);
        assertThat(send("GET", JOBS, "Authorization", bearer(admin)).statusCode())
                .isEqualTo(200);
        assertThat(send("DELETE", JOBS + "/nosuch", "Authorization", bearer(admin))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send("DELETE", JOBS + "/nosuch", "Authorization", bearer(user))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPartnersKeyDoesWhatItsScopesSay() throws Exception {
        User owner = user(Role.ADMIN, 3);
        KeyWish wish = new KeyWish("job reader", KeyMode.TEST, Set.of(Scope.COLLECTION_READ), List.of(), null);
        String key = runtime.functions()
                .bean(IssueKey.class)
                .issue(Asker.person(owner.id(), "request-0001"), Role.ADMIN.scopes(), wish)
                .text()
                .value();

        assertThat(send("GET", JOBS, "X-API-Key", key).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/api/v1/assets", "X-API-Key", key).statusCode()).isEqualTo(403);
        assertThat(send("DELETE", JOBS + "/nosuch", "X-API-Key", key).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aKeysEntriesInTheAuditLogHaveTheIdOfTheAnswerThoughTheCallerSentNone() throws Exception {
        User owner = user(Role.USER, 5);
        HttpResponse<String> issued = HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/keys"))
                        .header("Authorization", bearer(owner))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("""
                                {"name":"elsewhere","scopes":["market:read"],"addresses":["192.0.2.0/24"]}"""))
                        .build(),
                BodyHandlers.ofString());
        String key = Json.tree(issued.body()).at("/data/key").asText();

        HttpResponse<String> refused = send("GET", "/api/v1/assets", "X-API-Key", key);

        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(kinds(requestId(issued))).containsExactly("key.issued");
        assertThat(kinds(requestId(refused))).containsExactly("key.refused");
        assertThat(Json.tree(refused.body()).at("/error/request_id").asText()).isEqualTo(requestId(refused));
    }

    @Test
    void aRefusalForAScopeStandsInTheAuditLogUnderTheAnswersId() throws Exception {
        String bearer = bearer(user(Role.USER, 6));

        HttpResponse<String> first = send("DELETE", JOBS + "/nosuch", "Authorization", bearer);
        HttpResponse<String> second = send("GET", JOBS, "Authorization", bearer);

        assertThat(first.statusCode()).isEqualTo(403);
        assertThat(second.statusCode()).isEqualTo(403);
        assertThat(kinds(requestId(first))).containsExactly("access.refused");
        assertThat(kinds(requestId(second))).as("within the hour").isEmpty();
    }

    @Test
    void theHourIsExactUnderConcurrency() throws Exception {
        String bearer = bearer(user(Role.USER, 4));
        List<Integer> statuses;
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Callable<Integer> one = () -> send("GET", "/api/v1/assets/NOSUCH", "Authorization", bearer)
                    .statusCode();
            statuses = threads.invokeAll(Collections.nCopies(1_050, one)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(statuses.stream().filter(status -> status == 404)).hasSize(1_000);
        assertThat(statuses.stream().filter(status -> status == 429)).hasSize(50);
        HttpResponse<String> next = send("GET", "/api/v1/assets", "Authorization", bearer);
        assertThat(next.statusCode()).isEqualTo(429);
        assertThat(next.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(3_000L, 3_600L);
    }

    @Test
    void nobodyMakesHimselfTheOperator() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + JOBS));
        for (String name : List.of("kind", "actor", "scopes", "X-Authorizer-Kind", "requestContext")) {
            request.header(name, "operator");
        }

        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    private static String requestId(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Request-ID").orElseThrow();
    }

    /** Of the entries of a request. */
    private static List<String> kinds(String requestId) {
        return runtime.functions().bean(AuditLog.class).after(0, AuditLog.MAX_ENTRIES_AT_ONCE).stream()
                .map(AuditEntry::content)
                .filter(content -> content.requestId().equals(requestId))
                .map(AuditContent::kind)
                .toList();
    }

    private static User user(Role role, int number) {
        return Somebody.admit(runtime.functions(), new UserId(new UUID(9, number)), role);
    }

    private static String bearer(User user) {
        return "Bearer "
                + runtime.functions()
                        .bean(AccessTokens.class)
                        .make(user, new UUID(8, 1))
                        .value();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> send(String method, String path, String header, String value)
            throws IOException, InterruptedException {
        return HTTP.send(request(method, path, header, value), BodyHandlers.ofString());
    }

    private static HttpRequest request(String method, String path, String header, String value) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .header(header, value)
                .build();
    }
}
