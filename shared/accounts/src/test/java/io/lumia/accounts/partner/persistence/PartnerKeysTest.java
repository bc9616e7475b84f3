package io.lumia.accounts.partner.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.UserId;
import io.lumia.accounts.audit.Asker;
import io.lumia.accounts.audit.AuditLog;
import io.lumia.accounts.audit.RecordAct;
import io.lumia.accounts.partner.AddressRange;
import io.lumia.accounts.partner.CheckKey;
import io.lumia.accounts.partner.IssueKey;
import io.lumia.accounts.partner.IssuedKey;
import io.lumia.accounts.partner.KeyCheck;
import io.lumia.accounts.partner.KeyMode;
import io.lumia.accounts.partner.KeyWish;
import io.lumia.accounts.partner.LiveKeys;
import io.lumia.accounts.partner.MirrorKeys;
import io.lumia.accounts.partner.PartnerKey;
import io.lumia.accounts.partner.PartnerKeys;
import io.lumia.accounts.partner.RevokeKey;
import io.lumia.accounts.partner.RotateKey;
import io.lumia.accounts.partner.testing.MovingClock;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.accounts.pepper.GivenPeppers;
import io.lumia.accounts.pepper.Peppers;
import io.lumia.kernel.AppException;
import io.lumia.kernel.access.Role;
import io.lumia.kernel.access.Scope;
import io.lumia.platform.database.Transactions;
import io.lumia.platform.time.RandomIdSource;
import io.lumia.testing.EmbeddedDatabase;
import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnerKeysTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final UserId STRANGER = new UserId(new UUID(0, 2));
    private static final String HERE = "203.0.113.7";
    private static final String REQUEST = "req-0001";

    private final EmbeddedDatabase database = EmbeddedDatabase.fresh();
    private final ApplicationContext context = ApplicationContext.run(database.properties());
    private final PartnerKeys keys = context.getBean(PartnerKeys.class);
    private final Transactions transactions = context.getBean(Transactions.class);
    private final AuditLog log = context.getBean(AuditLog.class);
    private final MovingClock clock = MovingClock.at("2026-11-29T10:00:00Z");
    private final RecordAct record = new RecordAct(log, clock);
    private final MirrorKeys mirror = new MirrorKeys(context.getBean(LiveKeys.class), Optional.empty(), clock);
    private final IssueKey issuing = issuing(TestPeppers.one());
    private final RotateKey rotation = new RotateKey(keys, issuing, record, mirror, transactions, clock);
    private final RevokeKey revocation = new RevokeKey(keys, record, mirror, transactions, clock);

    @AfterEach
    void close() {
        context.close();
        database.close();
    }

    @Test
    void aKeyIsShownOnceAndFoundAgain() throws SQLException {
        IssuedKey issued = issue("nightly job", KeyMode.LIVE);

        KeyCheck check = check(issued.text().value(), HERE);

        assertThat(check).isInstanceOfSatisfying(KeyCheck.Accepted.class, accepted -> {
            assertThat(accepted.key()).isEqualTo(issued.key());
            assertThat(accepted.key().scopes()).containsExactly(Scope.MARKET_READ);
        });
        assertThat(dump()).doesNotContain(issued.text().value());
        assertThat(dump()).contains(issued.key().hint());
        assertThat(kinds()).containsExactly("key.issued");
    }

    @Test
    void aTypoIsMalformedAndAMadeUpKeyUnknown() {
        String known = issue("nightly job", KeyMode.LIVE).text().value();
        String typo = (known.endsWith("0") ? "1" : "0");

        assertThat(check(known.substring(0, known.length() - 1) + typo, HERE)).isInstanceOf(KeyCheck.Malformed.class);
        assertThat(check("lum_live_0000000000000000000000000000000FmH8y", HERE)).isInstanceOf(KeyCheck.Unknown.class);
    }

    @Test
    void twoKeysOfAModeCountAtATime() {
        IssuedKey first = issue("one", KeyMode.LIVE);
        issue("two", KeyMode.LIVE);

        assertThatThrownBy(() -> issue("three", KeyMode.LIVE))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("allowed: 2");
        issue("test", KeyMode.TEST);
        revocation.revoke(Asker.person(OWNER, REQUEST), first.key().id());
        issue("three", KeyMode.LIVE);

        assertThat(keys.list(OWNER, 1, 10).totalItems()).isEqualTo(4);
        assertThat(kinds()).containsExactly("key.issued", "key.issued", "key.issued", "key.revoked", "key.issued");
    }

    @Test
    void neverMoreThanTwoThoughManyAskAtOnce() throws Exception {
        int[] issued = {0};

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = IntStream.range(0, 24)
                    .mapToObj(number -> threads.submit(() -> tryToIssue("key " + number)))
                    .toList();
            for (Future<Boolean> one : tries) {
                issued[0] += one.get() ? 1 : 0;
            }
        }

        assertThat(issued[0]).isEqualTo(2);
        assertThat(keys.list(OWNER, 1, 100).keys()).hasSize(2);
    }

    @Test
    void anExpiredKeyMakesRoom() {
        wish("one", KeyMode.LIVE, clock.instant().plus(Duration.ofHours(1)), List.of());
        IssuedKey second = wish("two", KeyMode.LIVE, clock.instant().plus(Duration.ofHours(1)), List.of());

        clock.move(Duration.ofHours(1));
        issue("three", KeyMode.LIVE);
        issue("four", KeyMode.LIVE);

        assertThat(check(second.text().value(), HERE))
                .isInstanceOfSatisfying(KeyCheck.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(KeyCheck.Reason.EXPIRED));
        assertThatThrownBy(() -> issue("five", KeyMode.LIVE)).isInstanceOf(AppException.class);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndItsRefusalAuditedOnceAnHour() {
        IssuedKey issued = issue("nightly job", KeyMode.LIVE);

        revocation.revoke(Asker.person(OWNER, REQUEST), issued.key().id());
        revocation.revoke(Asker.person(OWNER, REQUEST), issued.key().id());
        for (int i = 0; i < 5; i++) {
            assertThat(check(issued.text().value(), HERE))
                    .isInstanceOfSatisfying(KeyCheck.Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(KeyCheck.Reason.REVOKED));
        }
        clock.move(Duration.ofHours(1));
        check(issued.text().value(), HERE);

        assertThat(kinds()).containsExactly("key.issued", "key.revoked", "key.refused", "key.refused");
    }

    @Test
    void rotationLetsTwoOverlap() {
        IssuedKey old = wish("nightly job", KeyMode.LIVE, null, List.of(AddressRange.parse("203.0.113.0/24")));

        IssuedKey next = rotation.rotate(
                Asker.person(OWNER, REQUEST), Role.USER.scopes(), old.key().id(), Duration.ofDays(7));

        assertThat(next.key().scopes()).isEqualTo(old.key().scopes());
        assertThat(next.key().addresses()).isEqualTo(old.key().addresses());
        assertThat(check(old.text().value(), HERE)).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(check(next.text().value(), HERE)).isInstanceOf(KeyCheck.Accepted.class);
        clock.move(Duration.ofDays(7));
        assertThat(check(old.text().value(), HERE)).isInstanceOf(KeyCheck.Refused.class);
        assertThat(check(next.text().value(), HERE)).isInstanceOf(KeyCheck.Accepted.class);
        assertThatThrownBy(() -> rotation.rotate(
                        Asker.person(OWNER, REQUEST),
                        Role.USER.scopes(),
                        old.key().id(),
                        Duration.ZERO))
                .hasMessageContaining("does not count any more");
        assertThatThrownBy(() -> rotation.rotate(
                        Asker.person(OWNER, REQUEST),
                        Role.USER.scopes(),
                        next.key().id(),
                        Duration.ofDays(31)))
                .hasMessageContaining("overlap");
    }

    @Test
    void whoMayDoLessNowRotatesNoKeyThatMayDoMore() {
        PartnerKey key = issue("nightly job", KeyMode.LIVE).key();
        Asker asker = Asker.person(OWNER, REQUEST);

        assertThatThrownBy(() -> rotation.rotate(asker, Set.of(), key.id(), Duration.ZERO))
                .hasMessageStartingWith("scopes is '");

        assertThat(keys.find(OWNER, key.id())).contains(key);
    }

    @Test
    void anotherOwnersKeyIsNotThere() {
        PartnerKey key = issue("nightly job", KeyMode.LIVE).key();

        assertThat(keys.find(STRANGER, key.id())).isEmpty();
        assertThat(keys.list(STRANGER, 1, 10).totalItems()).isZero();
        assertThatThrownBy(() -> revocation.revoke(Asker.person(STRANGER, REQUEST), key.id()))
                .hasMessageContaining("there is no key");
        assertThatThrownBy(() ->
                        rotation.rotate(Asker.person(STRANGER, REQUEST), Role.USER.scopes(), key.id(), Duration.ZERO))
                .hasMessageContaining("there is no key");
        assertThat(keys.expireBy(STRANGER, key.id(), Instant.EPOCH)).isFalse();
        assertThat(keys.find(OWNER, key.id())).contains(key);
    }

    @Test
    void theAddressListDecides() {
        IssuedKey issued = wish(
                "office",
                KeyMode.LIVE,
                null,
                List.of(AddressRange.parse("198.51.100.0/24"), AddressRange.parse("2001:db8::/32")));
        String text = issued.text().value();

        assertThat(check(text, "198.51.100.200")).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(check(text, "2001:db8::5")).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(check(text, HERE)).isInstanceOf(KeyCheck.Refused.class);
        assertThat(check(text, "unknown")).isInstanceOf(KeyCheck.Refused.class);
    }

    @Test
    void aUseIsNotedOnceAMinute() {
        IssuedKey issued = issue("nightly job", KeyMode.LIVE);
        Instant first = clock.instant();

        check(issued.text().value(), HERE);
        clock.move(Duration.ofSeconds(59));
        check(issued.text().value(), HERE);
        assertThat(lastUsed(issued)).isEqualTo(first);
        clock.move(Duration.ofSeconds(1));
        check(issued.text().value(), HERE);

        assertThat(lastUsed(issued)).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void aNewPepperTakesOverWithTheNextUse() {
        IssuedKey issued = issue("nightly job", KeyMode.LIVE);
        String text = issued.text().value();

        assertThat(checking(TestPeppers.two()).check(text, HERE, REQUEST)).isInstanceOf(KeyCheck.Accepted.class);

        Peppers onlyTheNew = new GivenPeppers(List.of(TestPeppers.pepper(2)));
        assertThat(checking(onlyTheNew).check(text, HERE, REQUEST)).isInstanceOf(KeyCheck.Accepted.class);
        assertThat(checking(TestPeppers.one()).check(text, HERE, REQUEST)).isInstanceOf(KeyCheck.Unknown.class);
    }

    @Test
    void aKeyMayDoNoMoreThanItsOwner() {
        KeyWish wish = new KeyWish("n", KeyMode.LIVE, Set.of(Scope.BACKTESTS_RUN), List.of(), null);

        assertThatThrownBy(() -> issuing.issue(Asker.person(OWNER, REQUEST), Role.USER.scopes(), wish))
                .hasMessageStartingWith("scopes");
        assertThatThrownBy(() -> new KeyWish("n", KeyMode.LIVE, Set.of(Scope.KEYS_MANAGE), List.of(), null))
                .hasMessageStartingWith("scopes");
        assertThatThrownBy(() -> wish("n", KeyMode.LIVE, clock.instant(), List.of()))
                .hasMessageStartingWith("expires_at");
        assertThat(keys.list(OWNER, 1, 10).totalItems()).isZero();
    }

    @Test
    void erasesAllOfAnOwner() {
        issue("nightly job", KeyMode.LIVE);

        keys.erase(STRANGER);
        assertThat(keys.list(OWNER, 1, 10).totalItems()).isEqualTo(1);
        keys.erase(OWNER);

        assertThat(keys.list(OWNER, 1, 10).totalItems()).isZero();
    }

    private boolean tryToIssue(String name) {
        try {
            issue(name, KeyMode.LIVE);
            return true;
        } catch (AppException _) {
            return false;
        }
    }

    private IssueKey issuing(Peppers peppers) {
        Random random = new Random(1);
        return new IssueKey(
                keys, peppers, record, mirror, transactions, new RandomIdSource(clock, random), new Random(2), clock);
    }

    private CheckKey checking(Peppers peppers) {
        return new CheckKey(keys, peppers, record, transactions, clock);
    }

    private KeyCheck check(String text, String address) {
        return checking(TestPeppers.one()).check(text, address, REQUEST);
    }

    private IssuedKey issue(String name, KeyMode mode) {
        return wish(name, mode, null, List.of());
    }

    private IssuedKey wish(String name, KeyMode mode, @Nullable Instant expiresAt, List<AddressRange> addresses) {
        KeyWish wish = new KeyWish(name, mode, Set.of(Scope.MARKET_READ), addresses, expiresAt);
        return issuing.issue(Asker.person(OWNER, REQUEST), Role.USER.scopes(), wish);
    }

    private @Nullable Instant lastUsed(IssuedKey issued) {
        return keys.find(OWNER, issued.key().id()).orElseThrow().lastUsedAt();
    }

    private List<String> kinds() {
        return log.after(0, 100).stream().map(entry -> entry.content().kind()).toList();
    }

    private String dump() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                    SELECT string_agg(k::text, ' ') || (SELECT string_agg(e::text, ' ') FROM accounts.audit_entry e)
                      FROM accounts.partner_key k
                    """)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
