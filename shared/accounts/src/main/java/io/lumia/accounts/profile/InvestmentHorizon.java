package io.lumia.accounts.profile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** For how long the money can stay. From the shortest to the longest. */
public enum InvestmentHorizon {
    SHORT,
    MEDIUM,
    LONG;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InvestmentHorizon> find(String code) {
        return Arrays.stream(values())
                .filter(choice -> choice.code().equals(code))
                .findFirst();
    }
}
