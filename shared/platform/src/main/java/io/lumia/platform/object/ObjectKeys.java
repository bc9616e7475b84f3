package io.lumia.platform.object;

import io.lumia.kernel.AppException;
import java.util.regex.Pattern;

/** What a key may look like, the same in a folder and in S3: parts of letters, digits and {@code . _ = -}, joined by {@code /}. */
final class ObjectKeys {

    private static final int MAX_CHARACTERS = 900;

    /** No part begins with a dot: that rules out {@code ..} and the store's own temporary files. */
    private static final Pattern ALLOWED =
            Pattern.compile("[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,199}(/[A-Za-z0-9_=-][A-Za-z0-9._=-]{0,199})*");

    private ObjectKeys() {}

    static String checked(String key) {
        if (key.length() > MAX_CHARACTERS || !ALLOWED.matcher(key).matches()) {
            throw AppException.invalid(
                    "object key",
                    key,
                    "parts of 1 to 200 of A-Z a-z 0-9 . _ = - not beginning with a dot, joined by /, %d characters in all"
                            .formatted(MAX_CHARACTERS));
        }
        return key;
    }
}
