package io.lumia.market;

import java.time.LocalDate;

/** A fact of one asset that is checked row by row, merged by {@link FactStore}, and can be set aside with its value. */
public sealed interface MarketFact permits DailyBar, CorporateAction, Observation, Fundamental {

    /** The day by which the fact finds its asset: a symbol means whoever held it then. */
    LocalDate heldOn();
}
