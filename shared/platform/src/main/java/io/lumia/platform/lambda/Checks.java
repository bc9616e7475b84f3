package io.lumia.platform.lambda;

import io.lumia.kernel.AppException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Refusals that name the function and the field. */
final class Checks {

    /** Of functions, queues, rules and schedules: short enough that the cloud's names, which get a prefix, still fit. */
    static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,47}");

    private final String function;

    Checks(String function) {
        this.function = function;
    }

    String matches(String field, String value, Pattern allowed) {
        if (!allowed.matcher(value).matches()) {
            throw invalid(field, value, allowed.pattern());
        }
        return value;
    }

    int within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw invalid(field, value, "%d to %d".formatted(least, most));
        }
        return value;
    }

    void unique(String field, Collection<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw invalid(field, value, "each once");
            }
        }
    }

    AppException invalid(String field, Object value, String allowed) {
        return AppException.invalid("%s of function '%s'".formatted(field, function), value, allowed);
    }
}
