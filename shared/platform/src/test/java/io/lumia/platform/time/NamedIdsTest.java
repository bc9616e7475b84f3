package io.lumia.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class NamedIdsTest {

    /** The name-space of domain names (RFC 9562, 2024, table 3). */
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void makesTheIdOfTheStandardsExample() {
        // RFC 9562, 2024, appendix A.4.
        assertThat(NamedIds.of(DNS, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void staysTheSameAndDiffersByNameAndNamespace() {
        UUID other = UUID.fromString("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");

        assertThat(NamedIds.of(DNS, "a")).isEqualTo(NamedIds.of(DNS, "a"));
        assertThat(NamedIds.of(DNS, "a")).isNotEqualTo(NamedIds.of(DNS, "b"));
        assertThat(NamedIds.of(DNS, "a")).isNotEqualTo(NamedIds.of(other, "a"));
    }

    @Test
    void isVersionFiveOfTheIetfVariant() {
        UUID id = NamedIds.of(DNS, "ü");

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
    }
}
