package io.lumia.accounts.password;

import io.lumia.kernel.AppException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A password as somebody typed it, in Unicode normal form NFKC, so that two keyboards give the same one (NIST SP 800-63B-4,
 * 2025, section 3.1.1.2). Its text never shows.
 */
public final class Password {

    /** Bounds the work of normalising and hashing what a stranger sends. */
    public static final int MOST_CHARACTERS = 256;

    private final String value;

    private Password(String value) {
        this.value = value;
    }

    public static Password of(String typed) {
        if (typed.isEmpty() || typed.length() > MOST_CHARACTERS) {
            throw AppException.invalid(
                    "password",
                    "(hidden, %d characters)".formatted(typed.length()),
                    "1 to %d characters".formatted(MOST_CHARACTERS));
        }
        return new Password(Normalizer.normalize(typed, Normalizer.Form.NFKC));
    }

    String value() {
        return value;
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
