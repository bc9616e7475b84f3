package io.lumia.infra.settings;

import io.lumia.kernel.AppException;
import io.lumia.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, so that a person mends a file once instead of once per fault. */
final class Faults {

    private final String file;
    private final List<String> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(String field, Object value, String allowed) {
        found.add("%s is '%s'; allowed: %s".formatted(field, value, allowed));
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new AppException(
                    ErrorCode.INVALID_INPUT,
                    "%s has %d fault(s): %s".formatted(file, found.size(), String.join("; ", found)));
        }
    }
}
