package io.lumia.accounts.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.accounts.partner.testing.TestPeppers;
import io.lumia.accounts.pepper.GivenPeppers;
import io.lumia.kernel.AppException;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SecretSealerTest {

    private static final UUID ENDPOINT = new UUID(1, 1);
    private static final WebhookSecret SECRET =
            WebhookSecret.parse("whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

    /** Python, cryptography: AESGCM(key).encrypt(bytes(12), bytes(range(32)), endpoint), with the key of PepperTest's kind. */
    @Test
    void sealsAsAnyOtherAesGcmDoes() {
        RandomGenerator zeros = () -> 0;

        byte[] sealed = new SecretSealer(TestPeppers.one(), zeros).seal(SECRET, ENDPOINT);

        assertThat(HexFormat.of().formatHex(sealed))
                .isEqualTo("00000001" + "000000000000000000000000"
                        + "2b631e20b56a3b11e6707d9a207f7521577e359f791c9479b1e6671dcd76bce0"
                        + "d9d8ea4eade046501b569be13950ddde");
    }

    @Test
    void opensWhatItSealedAlsoAfterANewPepper() {
        byte[] sealed = new SecretSealer(TestPeppers.one(), new Random(1)).seal(SECRET, ENDPOINT);

        SecretSealer later = new SecretSealer(TestPeppers.two(), new Random(2));

        assertThat(later.open(sealed, ENDPOINT).text()).isEqualTo(SECRET.text());
    }

    @Test
    void doesNotOpenWhatWasChangedOrBelongsToAnotherEndpoint() {
        SecretSealer sealer = new SecretSealer(TestPeppers.one(), new Random(1));
        byte[] sealed = sealer.seal(SECRET, ENDPOINT);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> sealer.open(changed, ENDPOINT)).isInstanceOf(AppException.class);
        assertThatThrownBy(() -> sealer.open(sealed, new UUID(1, 2))).isInstanceOf(AppException.class);
    }

    @Test
    void saysWhichPepperIsMissing() {
        byte[] sealed = new SecretSealer(TestPeppers.one(), new Random(1)).seal(SECRET, ENDPOINT);
        SecretSealer other = new SecretSealer(new GivenPeppers(List.of(TestPeppers.pepper(2))), new Random(1));

        assertThatThrownBy(() -> other.open(sealed, ENDPOINT)).hasMessageContaining("pepper version 1");
    }
}
