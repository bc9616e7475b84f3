package io.lumia.local.cli;

import io.lumia.kernel.AppException;

/** Port numbers as typed. */
final class Ports {

    private static final int HIGHEST = 65_535;

    private Ports() {}

    static void check(int port) {
        if (port < 0 || port > HIGHEST) {
            throw AppException.invalid("--port", port, "0 to " + HIGHEST);
        }
    }
}
