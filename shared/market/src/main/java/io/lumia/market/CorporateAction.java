package io.lumia.market;

import java.time.LocalDate;

/**
 * A split, dividend or spin-off.
 *
 * @param exDate first trading date without the old right
 * @param value  see {@link ActionKind}; positive
 */
public record CorporateAction(LocalDate exDate, ActionKind kind, double value) implements MarketFact {

    @Override
    public LocalDate heldOn() {
        return exDate;
    }
}
