package io.lumia.accounts.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much of a swing somebody can bear. From the least to the most. */
public enum RiskTolerance {
    CONSERVATIVE,
    MODERATE,
    AGGRESSIVE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RiskTolerance> find(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }
}
