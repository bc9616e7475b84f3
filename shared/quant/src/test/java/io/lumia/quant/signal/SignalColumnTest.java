package io.lumia.quant.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SignalColumnTest {

    @Test
    void namesAreTheConstantsInSnakeCaseAndUniqueTogetherWithTheStates() {
        List<String> names = Arrays.stream(SignalColumn.values())
                .map(SignalColumn::columnName)
                .toList();
        List<String> states =
                Arrays.stream(StateColumn.values()).map(StateColumn::columnName).toList();

        assertThat(names).allMatch(name -> name.matches("[a-z][a-z0-9_]*")).doesNotHaveDuplicates();
        assertThat(states).doesNotContainAnyElementsOf(names).doesNotHaveDuplicates();
        for (SignalColumn column : SignalColumn.values()) {
            assertThat(column.columnName()).isEqualTo(column.name().toLowerCase(Locale.ROOT));
            assertThat(column.definition()).isNotBlank();
        }
    }

    @Test
    void theThroughputIsMeasuredOnTheSameNumbersEachTime() {
        SignalThroughput.Result once = SignalThroughput.measure(70, 300, 0, 5);
        SignalThroughput.Result again = SignalThroughput.measure(70, 300, 1, 5);

        assertThat(once.rows()).isEqualTo(21_000);
        assertThat(once.checksum()).isEqualTo(again.checksum()).isNotZero();
        assertThatThrownBy(() -> SignalThroughput.measure(0, 300, 0, 5))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("0/300/0");
    }
}
