package io.lumia.functions.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.User;
import io.lumia.accounts.audit.AuditContent;
import io.lumia.accounts.audit.AuditEntry;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.personal.ForgetExpired;
import io.lumia.kernel.access.Plan;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Sql;
import io.lumia.platform.http.Admission;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is written down of those whom we know and who may not. */
class RefusedAccessTest {

    private static final String ADDRESS = "203.0.113.7";
    private static final String JOBS = "/api/v1/collection/jobs";
    private static final int AT_ONCE = 16;

    private final Gateway gateway = new Gateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aPersonWithoutTheScopeStandsInTheAuditLogWithTheRouteAndNothingThatHeWrote() {
        User user = gateway.user(Role.USER, Plan.STANDARD);

        Admission admission = gateway.askTo("DELETE", JOBS + "/{name}", bearer(user), ADDRESS);

        assertThat(admission.principal().may(Scope.COLLECTION_WRITE)).isFalse();
        assertThat(refusals()).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("user/" + user.id());
            assertThat(entry.subject()).isEqualTo("routes/collection");
            assertThat(entry.details())
                    .isEqualTo(Map.of(
                            "method", "DELETE", "route", JOBS + "/{name}", "scope", Scope.COLLECTION_WRITE.code()));
            assertThat(entry.requestId()).isEqualTo(Gateway.REQUEST_ID);
        });
    }

    @Test
    void onceAnHourForEachClassOfRoutesHoweverOftenItIsTried() {
        Map<String, String> bearer = bearer(gateway.user(Role.USER, Plan.STANDARD));

        IntStream.range(0, 20).forEach(_ -> gateway.askTo("GET", JOBS, bearer, ADDRESS));
        gateway.askTo("POST", JOBS, bearer, ADDRESS);
        gateway.askTo("GET", "/api/v1/audit", bearer, ADDRESS);
        assertThat(subjects()).containsExactlyInAnyOrder("routes/collection", "routes/account");

        gateway.pass(Duration.ofMinutes(14));
        gateway.askTo("GET", JOBS, bearer, ADDRESS);
        assertThat(subjects()).hasSize(2);
        gateway.pass(Duration.ofMinutes(47));
        gateway.askTo("HEAD", JOBS, bearer(gateway.user(Role.USER, Plan.STANDARD)), ADDRESS);
        assertThat(subjects()).containsExactlyInAnyOrder("routes/collection", "routes/account", "routes/collection");
    }

    @Test
    void ofManyAtOnceOneIsWrittenDown() throws Exception {
        Map<String, String> bearer = bearer(gateway.user(Role.USER, Plan.STANDARD));
        Callable<Admission> ask = () -> gateway.askTo("GET", JOBS, bearer, ADDRESS);

        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Admission> asked : threads.invokeAll(Collections.nCopies(4 * AT_ONCE, ask))) {
                asked.get();
            }
        }

        assertThat(refusals()).hasSize(1);
    }

    @Test
    void aKeyIsNamedByItselfAndNotByItsOwner() {
        User owner = gateway.user(Role.ADMIN, Plan.STANDARD);
        IssuedKey key = gateway.key(owner, Set.of(Scope.MARKET_READ));

        gateway.askTo("GET", JOBS, Map.of("X-API-Key", key.text().value()), ADDRESS);
        gateway.askTo("GET", JOBS, bearer(owner), ADDRESS);

        assertThat(refusals())
                .extracting(AuditContent::actor)
                .containsExactly("key/" + key.key().id());
    }

    @Test
    void whatIsAllowedUnknownOrOfNobodyIsNotWrittenDown() {
        gateway.askTo("GET", "/api/v1/assets", bearer(gateway.user(Role.USER, Plan.STANDARD)), ADDRESS);
        gateway.askTo("PATCH", "/api/v1/nosuch", bearer(gateway.user(Role.USER, Plan.STANDARD)), ADDRESS);
        gateway.askTo("GET", JOBS, ADDRESS);
        assertThatThrownBy(() -> gateway.askTo("GET", JOBS, Map.of("Authorization", "Bearer x.y.z"), ADDRESS))
                .hasMessage("Unauthorized");

        assertThat(refusals()).isEmpty();
    }

    /** Which is a 429, whatever his scopes. */
    @Test
    void whoeverHasUsedUpHisHourIsNotRefusedForHisScope() {
        User user = gateway.user(Role.USER, Plan.STANDARD);
        Map<String, String> bearer = bearer(user);
        IntStream.range(0, 1_000).forEach(_ -> gateway.askTo("GET", "/api/v1/assets", bearer, ADDRESS));

        assertThat(gateway.askTo("GET", JOBS, bearer, ADDRESS).quota().isUsedUp())
                .isTrue();

        assertThat(refusals()).isEmpty();
    }

    @Test
    void whatWasNotedIsForgottenWithTheHour() {
        gateway.askTo("GET", JOBS, bearer(gateway.user(Role.USER, Plan.STANDARD)), ADDRESS);
        assertThat(notes()).isEqualTo(1);

        gateway.pass(Duration.ofMinutes(61));
        gateway.bean(ForgetExpired.class).forget();

        assertThat(notes()).isZero();
        assertThat(refusals()).hasSize(1);
    }

    private Map<String, String> bearer(User user) {
        return Map.of("Authorization", "Bearer " + gateway.token(user));
    }

    private List<String> subjects() {
        return refusals().stream().map(AuditContent::subject).toList();
    }

    private List<AuditContent> refusals() {
        return gateway.bean(AuditLog.class).after(0, AuditLog.MAX_ENTRIES_AT_ONCE).stream()
                .map(AuditEntry::content)
                .filter(content -> content.kind().equals("access.refused"))
                .toList();
    }

    private int notes() {
        return gateway.bean(Sql.class).prepare("SELECT count(*) FROM accounts.access_refusal", statement -> Sql.list(
                        statement, row -> row.getInt(1))
                .getFirst());
    }
}
