package io.lumia.market.provider.series;

import java.math.BigDecimal;
import java.math.MathContext;

/** Rates that are quoted for more than one unit. */
public final class Units {

    private Units() {}

    /** The rate for one unit, divided in decimal: 11.485 for 10 is 1.1485 and not 1.1484999999999999. */
    public static double perOne(double rate, double units) {
        return BigDecimal.valueOf(rate)
                .divide(BigDecimal.valueOf(units), MathContext.DECIMAL64)
                .doubleValue();
    }
}
