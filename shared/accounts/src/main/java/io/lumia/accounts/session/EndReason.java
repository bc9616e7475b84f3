package io.lumia.accounts.session;

import java.util.Arrays;
import java.util.Locale;

/** Why a session ended before its time. */
public enum EndReason {
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /** A refresh token came a second time. */
    TOKEN_REUSED,
    /** The user opened more than he may have at once; this was the oldest. */
    TOO_MANY,
    /** Role or plan changed: the next token says the new one. */
    RIGHTS_CHANGED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static EndReason get(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no end of a session is called '%s'".formatted(code)));
    }
}
