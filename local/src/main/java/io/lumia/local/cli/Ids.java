package io.lumia.local.cli;

import io.lumia.kernel.AppException;

/** Ids as typed. */
final class Ids {

    private static final String WRITTEN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Ids() {}

    static void check(String name, String id) {
        if (!id.matches(WRITTEN)) {
            throw AppException.invalid(name, id, "a UUID such as 0198b2c4-5f0a-7c3e-9d21-4a6b8c0d2e4f");
        }
    }
}
