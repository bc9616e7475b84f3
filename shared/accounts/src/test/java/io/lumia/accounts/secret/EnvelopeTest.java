package io.lumia.accounts.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.FakeDataKeyBook;
import io.lumia.accounts.MovableClock;
import io.lumia.kernel.AppException;
import io.lumia.platform.time.RandomIdSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final Purpose EMAIL = Purpose.rotating("email");
    private static final Purpose OTHER = Purpose.rotating("other");
    private static final Purpose LOOKUP = Purpose.permanent("lookup");
    private static final Duration ONE_MINUTE = Duration.ofMinutes(1);

    private final Random random = new Random(3);
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-26T10:00:00Z"));
    private final FakeDataKeyBook book = new FakeDataKeyBook();
    private final String secret = secret(1);
    private final Envelope envelope = envelope(secret);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = envelope.sealText(EMAIL, "ann@example.org", "row 1");

        assertThat(envelope.openText(EMAIL, sealed, "row 1")).isEqualTo("ann@example.org");
        assertThat(envelope(secret).openText(EMAIL, sealed, "row 1")).isEqualTo("ann@example.org");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("ann");
    }

    @Test
    void theSameValueNeverLooksTheSame() {
        assertThat(envelope.sealText(EMAIL, "a", "row 1")).isNotEqualTo(envelope.sealText(EMAIL, "a", "row 1"));
    }

    @Test
    void aValueThatWasMovedToAnotherRowOrPurposeDoesNotOpen() {
        byte[] sealed = envelope.sealText(EMAIL, "ann@example.org", "row 1");

        assertThatThrownBy(() -> envelope.openText(EMAIL, sealed, "row 2")).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> envelope.openText(OTHER, sealed, "row 1")).isInstanceOf(AppException.class);
    }

    @Test
    void noBitOfASealedValueCanBeChanged() {
        byte[] sealed = envelope.sealText(EMAIL, "ann@example.org", "row 1");
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);

            assertThatThrownBy(() -> envelope.openText(EMAIL, changed, "row 1")).isInstanceOf(AppException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> envelope.openText(EMAIL, cut, "row 1")).isInstanceOf(AppException.class);
        }
    }

    @Test
    void aNewDataKeyTakesOverAfterNinetyDaysAndOldValuesStillOpen() {
        byte[] old = envelope.sealText(EMAIL, "ann@example.org", "row 1");
        clock.advance(DataKeys.SEALS_FOR.minus(ONE_MINUTE));
        envelope.sealText(EMAIL, "b", "row 2");
        assertThat(book.all()).hasSize(1);

        clock.advance(DataKeys.LOOKED_UP_FOR.plus(ONE_MINUTE));
        envelope.sealText(EMAIL, "c", "row 3");

        assertThat(book.all()).hasSize(2);
        assertThat(envelope.openText(EMAIL, old, "row 1")).isEqualTo("ann@example.org");
    }

    @Test
    void aDataKeyWhoseTransactionFailedIsNotUsedAgain() {
        envelope.sealText(EMAIL, "lost", "row 1");
        book.undoNewest();

        byte[] sealed = envelope.sealText(EMAIL, "kept", "row 2");

        assertThat(book.all()).hasSize(1);
        assertThat(envelope(secret).openText(EMAIL, sealed, "row 2")).isEqualTo("kept");
    }

    @Test
    void aNewSecretIsPutInFrontAndTheOldOneStaysForWhatItWrapped() {
        byte[] sealed = envelope.sealText(EMAIL, "ann@example.org", "row 1");
        String newer = secret(2);

        assertThat(envelope(newer, secret).openText(EMAIL, sealed, "row 1")).isEqualTo("ann@example.org");
        assertThatThrownBy(() -> envelope(newer).openText(EMAIL, sealed, "row 1"))
                .hasMessageContaining("lumia.accounts.key-encryption.secrets")
                .hasMessageNotContaining(newer);
    }

    @Test
    void aKeyedHashStaysTheSameForEverAndNeedsItsKey() {
        DataKeys keys = keys(secret);
        byte[] hash = new KeyedHash(keys).of(LOOKUP, "ann@example.org");
        clock.advance(DataKeys.SEALS_FOR.multipliedBy(5));

        assertThat(new KeyedHash(keys).of(LOOKUP, "ann@example.org"))
                .isEqualTo(hash)
                .hasSize(32);
        assertThat(new KeyedHash(keys).of(Purpose.permanent("another"), "ann@example.org"))
                .isNotEqualTo(hash);
        assertThatThrownBy(() -> new KeyedHash(keys).of(EMAIL, "a")).hasMessageContaining("changes its key");
    }

    @Test
    void aSecretOfAnotherLengthIsRefusedAndNotShown() {
        String wrong = Base64.getEncoder().encodeToString("too short".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> new LocalKeyEncryption(List.of(wrong), random))
                .hasMessageContaining("openssl rand -base64 32")
                .hasMessageNotContaining(wrong);
        assertThatThrownBy(() -> new LocalKeyEncryption(List.of(), random)).hasMessageContaining("1 to 8");
    }

    private Envelope envelope(String... secrets) {
        return new Envelope(keys(secrets), random);
    }

    private DataKeys keys(String... secrets) {
        KeyEncryption encryption = new LocalKeyEncryption(List.of(secrets), random);
        return new DataKeys(book, encryption, clock, new RandomIdSource(clock, random), random);
    }

    private static String secret(long seed) {
        byte[] bytes = new byte[LocalKeyEncryption.SECRET_BYTES];
        new Random(seed).nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
