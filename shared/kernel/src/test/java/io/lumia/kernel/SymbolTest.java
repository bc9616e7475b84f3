package io.lumia.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SymbolTest {

    @ParameterizedTest
    @ValueSource(strings = {"AAPL", "BRK.B", "BTC-USD", "GC=F", "^GSPC", "0P000071W8.TO", "DGS10", "EUR/USD"})
    void takesWhatProvidersUse(String text) {
        assertThat(Symbol.parse(text).value()).isEqualTo(text);
    }

    @Test
    void readsAsTyped() {
        assertThat(Symbol.parse(" aapl ")).isEqualTo(new Symbol("AAPL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A A", "A;B", "../X", "'", "ÄÖ", "A\u0000", "=CMD", "-A"})
    void refusesTheRestNamingTheValue(String text) {
        assertThat(Symbol.isValid(text)).isFalse();
        assertThatThrownBy(() -> Symbol.parse(text))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("symbol is '")
                .hasMessageContaining("1 to 32 characters");
    }

    @Test
    void refusesMoreThanThirtyTwoCharacters() {
        assertThat(Symbol.isValid("A".repeat(32))).isTrue();
        assertThat(Symbol.isValid("A".repeat(33))).isFalse();
    }
}
