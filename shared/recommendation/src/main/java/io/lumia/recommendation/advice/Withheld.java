package io.lumia.recommendation.advice;

import java.util.List;

/**
 * Nothing is recommended, rather than something that the data or the limits do not bear.
 *
 * @param reasons at least one
 */
public record Withheld(Basis basis, List<Reason> reasons, String disclaimer) implements Advice {

    public Withheld {
        reasons = List.copyOf(reasons);
    }

    /**
     * @param code    for programs
     * @param message what was found and what is needed
     * @param fix     what would change the answer
     */
    public record Reason(Code code, String message, String fix) {}

    /** Why nothing is recommended. */
    public enum Code {
        NO_PRICES,
        DATA_HEALTH,
        TOO_FEW_ASSETS,
        TOO_FEW_COMMON_DAYS,
        LIMITS_CONFLICT,
        VOLATILITY_CAP_UNATTAINABLE,
        CAPITAL_TOO_SMALL,
        NOT_CONVERGED
    }
}
