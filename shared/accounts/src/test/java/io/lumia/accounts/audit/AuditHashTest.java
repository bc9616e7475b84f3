package io.lumia.accounts.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.AccountEvent;
import io.lumia.accounts.Origin;
import io.lumia.accounts.UserId;
import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.kernel.AppException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The expected hashes are from Python, not from this code:
 *
 * <pre>{@code
 * def ns(*f): return b"".join(str(len(str(x).encode())).encode() + b":" + str(x).encode() + b"," for x in f)
 * hashlib.sha256(bytes(32) + ns("lumia-audit-1", 1, "2026-11-29T10:15:30.123456Z", "user/…", …)).hexdigest()
 * }</pre>
 */
class AuditHashTest {

    private static final UserId OWNER = new UserId(new UUID(0, 1));
    private static final Instant AT = Instant.parse("2026-11-29T10:15:30.123456Z");

    @Test
    void theChainIsWhatAnybodyCanComputeAgain() {
        SecurityAct issued = new PartnerAct.KeyIssued(new UUID(0, 2), OWNER, "live", "market:read");
        SecurityAct rotated = new PartnerAct.SecretRotated(new UUID(0, 3));

        AuditHash first = AuditHash.NONE.next(1, content(AT, new Actor.User(OWNER), issued, "req-0001"));
        AuditHash second =
                first.next(2, content(Instant.parse("2026-11-29T10:15:31Z"), new Actor.Anonymous(), rotated, ""));

        assertThat(first).hasToString("9ce44e202d586416ef80c202acf34a1897be1722065391487b985d9c584a2558");
        assertThat(second).hasToString("c6fd5b9216c87176ff000bd264392880d0690d981d4e4527fca96d1a0a5e0ecf");
    }

    /** Python: hmac(hmac(bytes(range(32)), b"lumia.audit-checkpoint.1"), ns("lumia-audit-checkpoint-1", "seal", 2, …, 1)). */
    @Test
    void aCheckpointIsSignedWithThePepper() {
        AuditHash hash = new AuditHash("c6fd5b9216c87176ff000bd264392880d0690d981d4e4527fca96d1a0a5e0ecf");

        Checkpoint seal = Checkpoint.signed(
                Checkpoint.Kind.SEAL, 2, hash, Instant.parse("2026-11-30T00:00:00Z"), TestPeppers.pepper(1));

        assertThat(seal.signature()).isEqualTo("55f8c4f14c4e08252677f3f781203ce0433acee6d2ee40cf32a6914e91e42dc5");
        assertThat(seal.isSignedWith(TestPeppers.pepper(1))).isTrue();
        assertThat(seal.isSignedWith(TestPeppers.pepper(2))).isFalse();
        assertThat(new Checkpoint(Checkpoint.Kind.PRUNING, 2, hash, seal.at(), 1, seal.signature())
                        .isSignedWith(TestPeppers.pepper(1)))
                .isFalse();
    }

    @Test
    void noTwoContentsGiveTheSameBytes() {
        byte[] one = new Netstrings().add("ab").add("c").toBytes();
        byte[] other = new Netstrings().add("a").add("bc").toBytes();

        assertThat(one).isEqualTo("2:ab,1:c,".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void refusesWhatLooksLikeAPersonsData() {
        Actor actor = new Actor.Program("test");

        assertThatThrownBy(() -> AuditContent.of(AT, actor, "a.b", "user/ann@example.org", Map.of(), ""))
                .isInstanceOf(AppException.class)
                .hasMessageStartingWith("audit.subject");
        assertThatThrownBy(() -> AuditContent.of(AT, actor, "a.b", "user/1", Map.of("name", "Ann Smith"), ""))
                .isInstanceOf(AppException.class)
                .hasMessageStartingWith("audit.details.name");
    }

    @Test
    void retentionCountsCalendarYears() {
        assertThat(Retention.STANDARD.keptFrom(Instant.parse("2028-02-29T12:00:00Z")))
                .isEqualTo("2021-02-28T12:00:00Z");
        assertThatThrownBy(() -> new Retention(0)).hasMessageContaining("1 to 100");
    }

    @Test
    void anAddressIsKeptAsAKeyedHashOnly() {
        FakeAuditLog log = new FakeAuditLog();
        RecordAccountEvent events = new RecordAccountEvent(log, TestPeppers.one());

        events.announce(new AccountEvent.SignInRefused(AT, new Origin("203.0.113.7", "req-0002"), null));
        events.announce(new AccountEvent.SignInRefused(AT, new Origin("203.0.113.8", "req-0003"), OWNER));

        assertThat(log.entries().getFirst().content().subject()).isEqualTo("user/unknown");
        assertThat(log.entries().getFirst().content().actor()).isEqualTo("anonymous");
        assertThat(log.entries().toString()).doesNotContain("203.0.113");
        assertThat(log.entries())
                .extracting(entry -> entry.content().details().get("address_hash"))
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("1:[0-9a-f]{32}"));
    }

    private static AuditContent content(Instant at, Actor actor, SecurityAct act, String requestId) {
        return AuditContent.of(at, actor, act.kind(), act.subject(), act.details(), requestId);
    }
}
