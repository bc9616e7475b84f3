package io.lumia.quant.optimise;

import io.lumia.kernel.AppException;

/** Refuses numbers that no problem can have. */
final class Checks {

    private Checks() {}

    static void requireFinite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw AppException.invalid(field, value, "a finite number");
        }
    }

    static void requirePositive(String field, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw AppException.invalid(field, value, "a positive number");
        }
    }
}
