package io.lumia.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumia.kernel.AppException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTableTest {

    private static final String TABLE = """
            # Written down on 2026-11-26.
            # Source: a test.
            item,dollars,unit,free
            alarm.month,0.10,alarm,10
            """;

    @Test
    void theTableThatShipsSaysItsDateAndThatItMustBeChecked() {
        PriceTable prices = PriceTable.ofUsEast1();

        assertThat(prices.region()).isEqualTo("us-east-1");
        assertThat(prices.writtenOn()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(prices.source()).contains("from memory", "never held against AWS's own pages");
        assertThat(prices.prices().values()).allMatch(price -> price.dollars() > 0);
    }

    @Test
    void whatIsFreeCostsNothingAndWhatIsBeyondIsPaid() {
        PriceTable.Price alarms = PriceTable.parse("x", TABLE).get("alarm.month");

        assertThat(alarms.of(10)).isZero();
        assertThat(alarms.of(45)).isEqualTo(3.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "item,dollars,unit,free\nalarm.month,0.10,alarm,10",
                "# Source: a test.\nitem,dollars,unit,free\nalarm.month,0.10,alarm,10",
                "# Written down on 2026-11-26.\nitem,dollars,unit,free\nalarm.month,0.10,alarm,10",
                "# Written down on 2026-11-26.\n# Source: a test.\nitem,dollars\n",
                "# Written down on 2026-11-26.\n# Source: a test.\n",
                "# Written down on 2026-11-26.\n# Source: a test.\nitem,dollars,unit,free\nalarm.month,cheap,alarm,10",
                "# Written down on 2026-11-26.\n# Source: a test.\nitem,dollars,unit,free\nalarm.month,0.10,alarm",
                "# Written down on 2026-11-26.\n# Source: a test.\nitem,dollars,unit,free\na,1,b,0\na,2,b,0"
            })
    void refusesATableWithoutDateOrSourceOrWithAMalformedLine(String text) {
        assertThatThrownBy(() -> PriceTable.parse("x", text)).isInstanceOf(AppException.class);
    }

    @Test
    void refusesAnItemThatHasNoPrice() {
        assertThatThrownBy(() -> PriceTable.parse("x", TABLE).get("nat.hour"))
                .isInstanceOf(AppException.class)
                .hasMessageContaining("nat.hour");
    }
}
