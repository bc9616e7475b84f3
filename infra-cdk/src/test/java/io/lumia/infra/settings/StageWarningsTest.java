package io.lumia.infra.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StageWarningsTest {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod", "alwayson"})
    void saysThatNobodyCanRegisterWhereNoMailsAreSent(String stage) {
        assertThat(StageWarnings.of(StageReader.read(Path.of("stages"), stage)))
                .hasSize(2)
                .anySatisfy(warning -> assertThat(warning)
                        .contains("nobody can register on stage '" + stage + "'", "stages/" + stage + ".json"))
                .anySatisfy(warning -> assertThat(warning).contains("providers.contact"));
    }

    @Test
    void saysNothingOfAStageThatLacksNothing() {
        assertThat(StageWarnings.of(StageReader.read(Path.of("src/test/resources/sample-stages"), "full")))
                .isEmpty();
    }
}
