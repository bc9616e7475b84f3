package io.lumia.functions.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.User;
import io.lumia.accounts.Users;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.partner.RevokeKey;
import io.lumia.accounts.webhook.delivery.WakeDelivery;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Principal;
import io.lumia.kernel.access.Principal.Kind;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.http.Admission;
import io.lumia.platform.lambda.FunctionDefinition;
import io.lumia.platform.lambda.FunctionDefinitions;
import io.lumia.platform.lambda.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizeTest {

    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void whoeverShowsNothingMayReadTheMarketAHundredTimesAnHour() {
        Admission first = gateway.ask(Map.of());

        assertThat(first.principal()).isEqualTo(Principal.ANONYMOUS);
        assertThat(first.quota())
                .isEqualTo(new Admission.Quota(
                        100, 99, Gateway.START.plus(Duration.ofHours(1)).getEpochSecond(), null));
        IntStream.range(0, 99).forEach(_ -> gateway.ask(Map.of()));
        gateway.pass(Duration.ofMinutes(20));
        Admission last = gateway.ask(Map.of());
        assertThat(last.quota().isUsedUp()).isTrue();
        assertThat(last.quota().retryAfter()).isEqualTo(2_400);
        assertThat(gateway.ask(Map.of(), "203.0.113.8").quota().remaining()).isEqualTo(99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tokens", "/api/v1/tokens/refresh"})
    void whoeverHasReadHisHoursWorthMaySignInNevertheless(String route) {
        IntStream.range(0, 101).forEach(_ -> gateway.ask(Map.of()));

        Admission signingIn = gateway.askTo("POST", route, "203.0.113.7");

        assertThat(gateway.ask(Map.of()).quota().isUsedUp()).isTrue();
        assertThat(signingIn.quota().remaining()).isEqualTo(99);
        IntStream.range(0, 99).forEach(_ -> gateway.askTo("POST", route, "203.0.113.7"));
        assertThat(gateway.askTo("POST", route, "203.0.113.7").quota().isUsedUp())
                .isTrue();
        assertThat(gateway.askTo("GET", route, "203.0.113.8").quota().remaining())
                .isEqualTo(99);
    }

    @Test
    void aTokenSaysWhoItIs() {
        User advisor = gateway.user(Role.ADVISOR, Plan.PREMIUM);

        Admission admission = gateway.ask(Map.of("authorization", "bearer " + gateway.token(advisor)));

        assertThat(admission.principal())
                .isEqualTo(
                        new Principal(Kind.PERSON, advisor.id().toString(), Role.ADVISOR, Role.ADVISOR.scopes(), null));
        assertThat(admission.quota().limit()).isEqualTo(10_000);
    }

    @Test
    void aTokenEndsAfterAQuarterOfAnHour() {
        Map<String, String> bearer =
                Map.of("Authorization", "Bearer " + gateway.token(gateway.user(Role.USER, Plan.STANDARD)));

        gateway.pass(Duration.ofMinutes(14));
        assertThat(gateway.ask(bearer).principal().kind()).isEqualTo(Kind.PERSON);
        gateway.pass(Duration.ofMinutes(2));
        assertThatThrownBy(() -> gateway.ask(bearer)).hasMessage("Unauthorized");
    }

    @Test
    void aKeyActsForItsOwnerWithItsOwnScopes() {
        User owner = gateway.user(Role.ADMIN, Plan.STANDARD);
        IssuedKey key = gateway.key(owner, Set.of(Scope.MARKET_READ, Scope.COLLECTION_WRITE));

        Admission admission = gateway.ask(Map.of("x-api-key", key.text().value()));

        assertThat(admission.principal())
                .isEqualTo(new Principal(
                        Kind.PARTNER,
                        owner.id().toString(),
                        Role.ADMIN,
                        Set.of(Scope.MARKET_READ, Scope.COLLECTION_WRITE),
                        key.key().id()));
        assertThat(admission.quota().remaining()).isEqualTo(999);
        assertThat(gateway.ask(Map.of("Authorization", "Bearer " + gateway.token(owner)))
                        .quota()
                        .remaining())
                .as("a person and his keys count together")
                .isEqualTo(998);
    }

    @Test
    void aKeyLosesWhatItsOwnerLost() {
        User owner = gateway.user(Role.ADMIN, Plan.STANDARD);
        IssuedKey key = gateway.key(owner, Set.of(Scope.MARKET_READ, Scope.COLLECTION_WRITE));
        gateway.bean(Transactions.class).inTransaction(() -> {
            gateway.bean(Users.class).setRights(owner.id(), Role.USER, Plan.STANDARD);
        });

        assertThat(gateway.ask(Map.of("X-API-Key", key.text().value()))
                        .principal()
                        .scopes())
                .containsExactly(Scope.MARKET_READ);
    }

    @Test
    void aRefusedKeyIsWrittenDownUnderTheIdByWhichTheGatewayKnowsTheRequest() {
        IssuedKey key = gateway.key(gateway.user(Role.USER, Plan.STANDARD), Set.of(Scope.MARKET_READ), "192.0.2.0/24");

        assertThatThrownBy(() -> gateway.ask(
                        Map.of("X-API-Key", key.text().value(), "X-Request-ID", "not an id"), "203.0.113.7"))
                .hasMessage("Unauthorized");

        assertThat(gateway.bean(AuditLog.class).after(0, 10))
                .filteredOn(entry -> entry.content().kind().equals("key.refused"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content().requestId()).isEqualTo(Gateway.REQUEST_ID));
    }

    @Test
    void aRevokedKeyEndsAtOnceAndAnExpiredOneToo() {
        User owner = gateway.user(Role.USER, Plan.STANDARD);
        IssuedKey revoked = gateway.key(owner, Set.of(Scope.MARKET_READ));
        IssuedKey expiring = gateway.key(owner, Set.of(Scope.MARKET_READ));
        gateway.bean(RevokeKey.class)
                .revoke(Asker.person(owner.id(), "request-0002"), revoked.key().id());

        assertThatThrownBy(() -> gateway.ask(Map.of("X-API-Key", revoked.text().value())))
                .hasMessage("Unauthorized");
        assertThat(gateway.ask(Map.of("X-API-Key", expiring.text().value()))
                        .principal()
                        .isAuthenticated())
                .isTrue();
        gateway.pass(Duration.ofDays(1));
        assertThatThrownBy(() -> gateway.ask(Map.of("X-API-Key", expiring.text().value())))
                .hasMessage("Unauthorized");
    }

    @Test
    void aKeyCountsOnlyFromWhereItsListAllows() {
        IssuedKey key =
                gateway.key(gateway.user(Role.USER, Plan.STANDARD), Set.of(Scope.MARKET_READ), "198.51.100.0/24");
        Map<String, String> headers = Map.of("X-API-Key", key.text().value());

        assertThat(gateway.ask(headers, "198.51.100.9").principal().kind()).isEqualTo(Kind.PARTNER);
        assertThatThrownBy(() -> gateway.ask(headers, "203.0.113.7")).hasMessage("Unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer a.b.c",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "Basic dXNlcjpwYXNz",
                "lum_live_abc",
                "Bearer lum_live_abc"
            })
    void refusesOtherCredentials(String authorization) {
        assertThatThrownBy(() -> gateway.ask(Map.of("Authorization", authorization)))
                .isInstanceOf(AuthorizeHandler.Unauthorized.class)
                .hasMessage("Unauthorized");
    }

    @Test
    void refusesTwoCredentialsAtOnce() {
        User user = gateway.user(Role.USER, Plan.STANDARD);
        Map<String, String> both = Map.of(
                "Authorization",
                "Bearer " + gateway.token(user),
                "X-API-Key",
                gateway.key(user, Set.of(Scope.MARKET_READ)).text().value());

        assertThatThrownBy(() -> gateway.ask(both)).hasMessage("Unauthorized");
    }

    @Test
    void guessingIsBoundedByTheAddressesQuota() {
        Map<String, String> guess = Map.of("X-API-Key", "lum_live_" + "a".repeat(36));
        IntStream.range(0, 100)
                .forEach(_ -> assertThatThrownBy(() -> gateway.ask(guess)).hasMessage("Unauthorized"));

        Admission next = gateway.ask(guess);

        assertThat(next.principal()).isEqualTo(Principal.UNKNOWN);
        assertThat(next.quota().isUsedUp()).isTrue();
    }

    @Test
    void countsExactlyUnderConcurrency() {
        User user = gateway.user(Role.USER, Plan.STANDARD);
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + gateway.token(user));
        IntStream.range(0, 960).forEach(_ -> gateway.ask(bearer));

        List<Integer> left = IntStream.range(0, 60)
                .parallel()
                .mapToObj(_ -> gateway.ask(bearer))
                .filter(admission -> !admission.quota().isUsedUp())
                .map(admission -> admission.quota().remaining())
                .toList();

        assertThat(new HashSet<>(left)).hasSize(40);
        assertThat(left).hasSize(40).contains(39, 0);
    }

    @Test
    void thePolicyIsAboutTheMethodAsked() {
        Map<String, Object> answer =
                gateway.bean(AuthorizeHandler.class).handleRequest(gateway.event(Map.of(), "2001:db8::1"), null);

        assertThat(answer).containsEntry("principalId", "anonymous");
        assertThat(answer.get("policyDocument").toString())
                .contains("execute-api:Invoke", "Allow", "a1b2c3d4e5/v1/GET/api/v1/assets");
    }

    @Test
    void itsFunctionJsonNamesTheHandlerTheSecretsAndWhomItNudges() throws IOException {
        FunctionDefinition definition =
                gateway.bean(FunctionDefinitions.class).parse("authorize", Files.readString(Path.of("function.json")));

        assertThat(definition.handler()).isEqualTo(AuthorizeHandler.class.getName());
        assertThat(definition.trigger()).isInstanceOf(Trigger.Manual.class);
        assertThat(definition.secrets()).containsExactly("accounts-peppers", "accounts-key-encryption-secrets");
        assertThat(definition.sends()).containsExactly(WakeDelivery.QUEUE);
    }
}
