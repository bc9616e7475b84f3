package io.lumia.kernel.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much somebody may ask for: which quota a token is counted against. Independent of the {@link Role}. */
public enum Plan {
    STANDARD,
    PREMIUM;

    /** As tokens and documents spell it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Plan> find(String code) {
        return Arrays.stream(values()).filter(plan -> plan.code().equals(code)).findFirst();
    }
}
