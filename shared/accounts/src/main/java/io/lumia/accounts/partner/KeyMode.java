package io.lumia.accounts.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key is for; it says so itself, so that one is not taken for the other. */
public enum KeyMode {
    /** Real use. */
    LIVE,
    /** Trying things out. */
    TEST;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its keys begin with: {@code lum_live_}. */
    public String prefix() {
        return "lum_" + code() + "_";
    }

    public static Optional<KeyMode> find(String code) {
        return Arrays.stream(values()).filter(mode -> mode.code().equals(code)).findFirst();
    }
}
