package io.lumia.accounts.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import io.lumia.accounts.token.TokenResult.Genuine;
import io.lumia.accounts.token.TokenResult.Reason;
import io.lumia.accounts.token.TokenResult.Rejected;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final TokenFixture fixture = new TokenFixture();

    @Test
    void theFirstKeyIsMadeWhenItIsNeeded() throws ParseException {
        String kid = fixture.keys.signer().getKeyID();

        assertThat(publishedIds()).containsExactly(kid);
        assertThat(fixture.anotherProcess().signer().getKeyID()).isEqualTo(kid);
    }

    @Test
    void eachKeyIsToldOfOnce() {
        String first = fixture.keys.signer().getKeyID();
        fixture.anotherProcess().signer();
        fixture.clock.advance(KeyTimes.SIGNS_FOR);

        fixture.keys.published();
        fixture.anotherProcess().published();

        assertThat(fixture.made).hasSize(2).first().isEqualTo(first);
        assertThat(fixture.made)
                .containsExactlyElementsOf(
                        fixture.book.all().stream().map(StoredSigningKey::kid).toList());
    }

    @Test
    void whatIsPublishedHasNoPrivatePart() throws ParseException {
        String published = fixture.keys.published();

        assertThat(JWKSet.parse(published).getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
        assertThat(published).doesNotContain("\"d\"").contains("\"alg\":\"ES256\"", "\"use\":\"sig\"");
    }

    @Test
    void thePrivatePartIsKeptSealed() {
        String d = fixture.keys.signer().getD().toString();

        StoredSigningKey stored = fixture.book.all().getFirst();

        assertThat(stored.publicKey()).doesNotContain(d);
        assertThat(new String(stored.sealedPrivate(), StandardCharsets.ISO_8859_1))
                .doesNotContain(d, "kty");
    }

    @Test
    void theNextKeyIsPublishedADayBeforeItSignsAndTheOldOneUntilItsLastTokenIsOver() throws ParseException {
        String first = fixture.keys.signer().getKeyID();

        fixture.clock.advance(KeyTimes.SIGNS_FOR.minus(KeyTimes.PUBLISHED_BEFORE));
        List<String> both = publishedIds();
        assertThat(both).hasSize(2).first().isEqualTo(first);
        assertThat(fixture.keys.signer().getKeyID()).isEqualTo(first);
        assertThat(fixture.anotherProcess().signer().getKeyID()).isEqualTo(first);

        fixture.clock.advance(KeyTimes.PUBLISHED_BEFORE.minus(ONE_MINUTE));
        String late = fixture.token();
        fixture.clock.advance(ONE_MINUTE);
        String second = fixture.keys.signer().getKeyID();
        assertThat(second).isEqualTo(both.getLast());
        assertThat(fixture.check.check(late)).isInstanceOf(Genuine.class);
        assertThat(publishedIds()).containsExactly(first, second);

        fixture.clock.advance(KeyTimes.PUBLISHED_AFTER);
        assertThat(publishedIds()).containsExactly(second);
    }

    @Test
    void anOldKeyIsRemovedWithTheNextButOne() {
        for (int day = 0; day < 100; day++) {
            fixture.keys.signer();
            fixture.clock.advance(Duration.ofDays(1));
        }

        assertThat(fixture.book.all()).hasSizeBetween(1, 2);
        assertThat(fixture.book.all().getLast().generation()).isEqualTo(4);
    }

    @Test
    void anInstallationThatSleptForAYearBeginsWithAFreshKeyAfterADay() throws ParseException {
        String first = fixture.keys.signer().getKeyID();
        fixture.clock.advance(Duration.ofDays(365));

        assertThat(fixture.keys.signer().getKeyID()).isEqualTo(first);
        assertThat(publishedIds()).hasSize(2);
        fixture.clock.advance(KeyTimes.PUBLISHED_BEFORE);
        assertThat(fixture.keys.signer().getKeyID()).isNotEqualTo(first);
    }

    @Test
    void tokensOfARevokedKeyAreRefusedAtOnceAndANewKeySigns() throws ParseException {
        String token = fixture.token();
        String stolen = fixture.keys.signer().getKeyID();

        fixture.keys.revoke(stolen);

        assertThat(fixture.check.check(token)).isEqualTo(new Rejected(Reason.UNKNOWN_KEY));
        assertThat(publishedIds()).hasSize(1).doesNotContain(stolen);
        assertThat(fixture.check.check(fixture.token())).isInstanceOf(Genuine.class);
        assertThatThrownBy(() -> fixture.keys.revoke(stolen)).hasMessageContaining(stolen);
    }

    @Test
    void anotherProcessHearsOfARevokedKeyWithinAMinute() {
        String kid = fixture.keys.signer().getKeyID();
        fixture.clock.advance(Duration.ofHours(1));
        SigningKeys other = fixture.anotherProcess();
        assertThat(other.find(kid)).isPresent();

        fixture.keys.revoke(kid);
        fixture.clock.advance(KeyTimes.READ_AGAIN_AFTER);

        assertThat(other.find(kid)).isEmpty();
    }

    @Test
    void inventedKeyIdsDoNotMakeUsReadMoreOften() {
        fixture.keys.signer();
        fixture.clock.advance(Duration.ofHours(1));
        fixture.keys.find("unknown");
        int before = fixture.book.reads;

        for (int i = 0; i < 1_000; i++) {
            assertThat(fixture.keys.find("invented-" + i)).isEmpty();
        }

        assertThat(fixture.book.reads).isEqualTo(before);
    }

    private List<String> publishedIds() throws ParseException {
        return JWKSet.parse(fixture.keys.published()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
