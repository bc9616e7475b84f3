package io.lumia.recommendation.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PlainLanguageTest {

    @Test
    void doesNotCallARiskBelowTheCapThatIsAboveIt() {
        assertThat(PlainLanguage.againstTheCap(0.1399, 0.14)).isEqualTo("below the cap of");
        assertThat(PlainLanguage.againstTheCap(0.1402, 0.14)).isEqualTo("which whole shares bring above the cap of");
    }
}
