package io.lumia.functions.authorize;

import io.lumia.accounts.User;
import io.lumia.accounts.UserId;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.token.AccessTokens;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.http.Admission;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** API Gateway's side: its event, made from the sample, with other headers. */
final class Gateway implements AutoCloseable {

    static final String ISSUER = "https://lumia.example.org";
    /** As the sample has it. */
    static final String REQUEST_ID = "0b2f6a4e-7c1d-4e57-9f43-6f2f5b1d8a90";

    static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final MovingClock clock = new MovingClock();
    private final ApplicationContext context;

    Gateway() {
        Map<String, Object> properties = database.properties();
        properties.put("lumia.accounts.issuer", ISSUER);
        properties.put("lumia.accounts.peppers", "1:" + Base64.getEncoder().encodeToString(new byte[32]));
        properties.put(
                "lumia.accounts.key-encryption.secrets", Base64.getEncoder().encodeToString(new byte[32]));
        context = ApplicationContext.builder()
                .properties(properties)
                .singletons(clock)
                .start();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** What the function is told. */
    Admission ask(Map<String, String> headers) {
        return ask(headers, "203.0.113.7");
    }

    Admission ask(Map<String, String> headers, String address) {
        return told(event(headers, address));
    }

    /** Without credentials. */
    Admission askTo(String method, String route, String address) {
        return askTo(method, route, Map.of(), address);
    }

    Admission askTo(String method, String route, Map<String, String> headers, String address) {
        Map<String, @Nullable Object> event = event(headers, address);
        event.put("httpMethod", method);
        event.put("resource", route);
        event.put("path", route);
        return told(event);
    }

    private Admission told(Map<String, @Nullable Object> event) {
        Map<String, Object> answer = bean(AuthorizeHandler.class).handleRequest(event, null);
        Map<String, Object> told = new HashMap<>();
        ((Map<?, ?>) answer.get("context")).forEach((name, value) -> told.put(name.toString(), value));
        return Admission.read(told);
    }

    Map<String, @Nullable Object> event(Map<String, String> headers, String address) {
        Map<String, @Nullable Object> event = new HashMap<>(sample());
        Map<String, Object> requestContext = new HashMap<>(asMap(event.get("requestContext")));
        requestContext.put("identity", Map.of("sourceIp", address));
        Map<String, Object> several = new HashMap<>();
        headers.forEach((name, value) -> several.put(name, List.of(value)));
        event.put("headers", headers);
        event.put("multiValueHeaders", several);
        event.put("requestContext", requestContext);
        return event;
    }

    /** A new account. */
    User user(Role role, Plan plan) {
        UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) role.ordinal(), (byte) plan.ordinal()});
        User user = new User(new UserId(id), role, plan, null, ISSUER, START);
        bean(Transactions.class).inTransaction(() -> bean(Users.class).admit(user));
        return user;
    }

    String token(User user) {
        return bean(AccessTokens.class)
                .make(user, UUID.nameUUIDFromBytes(new byte[] {1}))
                .value();
    }

    IssuedKey key(User owner, Set<Scope> scopes, String... addresses) {
        KeyWish wish = new KeyWish(
                "nightly job",
                KeyMode.LIVE,
                scopes,
                List.of(addresses).stream().map(AddressRange::parse).toList(),
                START.plus(Duration.ofDays(1)));
        return bean(IssueKey.class)
                .issue(Asker.person(owner.id(), "request-0001"), owner.role().scopes(), wish);
    }

    private Map<String, @Nullable Object> sample() {
        try {
            return bean(JsonMapper.class)
                    .readValue(
                            Files.readString(Path.of("sample-event.json")), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(@Nullable Object value) {
        return (Map<String, Object>) value;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** Stands until it is moved. */
    private static final class MovingClock extends Clock {

        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
