package io.lumia.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumia.kernel.ErrorCategory;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class FailureHandlingTest {

    @Test
    void wakesSomebodyOnlyForOurOwnFaults() {
        assertThat(FailureHandling.of(ErrorCategory.OURS)).isEqualTo(new FailureHandling(false, Level.ERROR, true));
        assertThat(FailureHandling.of(ErrorCategory.CALLER).alarms()).isFalse();
        assertThat(FailureHandling.of(ErrorCategory.UPSTREAM).alarms()).isFalse();
    }

    @Test
    void expectsOnlyOthersTroubleAndShortageToPass() {
        assertThat(FailureHandling.of(ErrorCategory.UPSTREAM).canSucceedLater()).isTrue();
        assertThat(FailureHandling.of(ErrorCategory.CAPACITY).canSucceedLater()).isTrue();
        assertThat(FailureHandling.of(ErrorCategory.CALLER).canSucceedLater()).isFalse();
    }
}
