package io.lumia.local.cli;

import io.lumia.kernel.AppException;

/** How much is asked for, as typed. */
final class Limits {

    private static final int MOST = 10_000;

    private Limits() {}

    static void check(String option, int limit) {
        check(option, limit, MOST);
    }

    static void check(String option, int limit, int most) {
        if (limit < 1 || limit > most) {
            throw AppException.invalid(option, limit, "1 to " + most);
        }
    }
}
