package io.lumia.local.cli;

import io.lumia.kernel.AppException;

/** How much of a list is shown, as typed. */
final class Limits {

    private static final int MOST = 10_000;

    private Limits() {}

    static void check(String option, int limit) {
        if (limit < 1 || limit > MOST) {
            throw AppException.invalid(option, limit, "1 to " + MOST);
        }
    }
}
