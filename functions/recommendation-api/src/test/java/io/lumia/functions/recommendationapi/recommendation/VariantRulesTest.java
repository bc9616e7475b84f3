package io.lumia.functions.recommendationapi.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import io.lumia.recommendation.configuration.Configurations;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VariantRulesTest {

    private static final LocalDate DAY = LocalDate.parse("2015-01-02");
    private static final String CURRENT = Configurations.CURRENT.version();

    @Test
    void isTheCurrentConfigurationWhereNoneIsNamed() {
        assertThat(new VariantRules(null).of("ann", DAY).configuration()).isSameAs(Configurations.CURRENT);
        assertThat(new VariantRules(List.of()).of("ann", DAY).name()).isEqualTo("a");
    }

    @Test
    void staysForADayAndIsSharedOutAmongActors() {
        VariantRules rules = new VariantRules(List.of(CURRENT, CURRENT));

        assertThat(rules.of("ann", DAY)).isEqualTo(rules.of("ann", DAY));
        long first = IntStream.range(0, 1_000)
                .filter(i -> rules.of("actor " + i, DAY).name().equals("a"))
                .count();
        assertThat(first).isBetween(440L, 560L);
        assertThat(IntStream.range(0, 30)
                        .mapToObj(i -> rules.of("ann", DAY.plusDays(i)).name())
                        .distinct())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void refusesVersionsThatThereAreNot() {
        assertThatThrownBy(() -> new VariantRules(List.of(CURRENT, "1999-01")))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("1999-01");
    }
}
