package io.lumia.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class InvocationsTest {

    private static final FunctionName LOAD = FunctionName.of(Map.of("AWS_LAMBDA_FUNCTION_NAME", "lumia-dev-load"));

    private final MetricBook book = new MetricBook();
    private final Invocations invocations = new Invocations(book);

    @Test
    void onlyTheFirstRunIsCold() {
        try (FunctionScope _ = FunctionScope.open(LOAD)) {
            invocations.measure(() -> "answer");
            invocations.measure(() -> "answer");
        }

        assertThat(book.counted(Counter.INVOCATIONS, LOAD)).isEqualTo(2);
        assertThat(book.counted(Counter.COLD_STARTS, LOAD)).isEqualTo(1);
        assertThat(book.counted(Counter.INVOCATION_ERRORS, LOAD)).isZero();
    }

    @Test
    void aFailureIsCountedAndGoesOn() {
        assertThatThrownBy(() -> invocations.measure(() -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(book.counted(Counter.INVOCATION_ERRORS, FunctionName.NONE)).isEqualTo(1);
    }

    @Test
    void aScopeBringsBackTheOneAround() {
        try (FunctionScope _ = FunctionScope.open(LOAD)) {
            try (FunctionScope _ = FunctionScope.open(FunctionName.NONE)) {
                assertThat(FunctionScope.current()).isEqualTo(FunctionName.NONE);
            }
            assertThat(FunctionScope.current()).isEqualTo(LOAD);
        }
    }
}
