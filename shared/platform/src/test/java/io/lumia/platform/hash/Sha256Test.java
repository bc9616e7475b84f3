package io.lumia.platform.hash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Sha256Test {

    /** NIST, "Examples with Intermediate Values", SHA-256, one-block message. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void equalsThePublishedExample() {
        assertThat(Sha256.hexOf("abc".getBytes(StandardCharsets.UTF_8))).isEqualTo(OF_ABC);
    }

    @Test
    void takesPartsAsOneContent() {
        assertThat(Sha256.of("a".getBytes(StandardCharsets.UTF_8), "bc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Sha256.of("abc"));
    }
}
