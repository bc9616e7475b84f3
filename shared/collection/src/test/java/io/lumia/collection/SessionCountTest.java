package io.lumia.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SessionCountTest {

    @Test
    void addsUpAndDivides() {
        SessionCount sum = new SessionCount(6, 5).plus(new SessionCount(6, 6));

        assertThat(sum.fraction()).hasValue(11.0 / 12);
    }

    @Test
    void hasNoFractionWhereNothingIsExpected() {
        assertThat(SessionCount.NONE.fraction()).isEmpty();
    }

    @Test
    void refusesMorePresentThanExpected() {
        assertThatThrownBy(() -> new SessionCount(1, 2)).hasMessageContaining("2 sessions present of 1 expected");
    }
}
