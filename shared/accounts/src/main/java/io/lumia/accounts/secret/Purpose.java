package io.lumia.accounts.secret;

import io.lumia.kernel.AppException;
import java.util.regex.Pattern;

/**
 * What a data key is for. A key of one purpose is never used for another.
 *
 * @param code      of lower-case letters and underscores, such as {@code email}
 * @param permanent whether one key serves for ever, as for hashes that are looked up; others make way for a new one in time
 */
public record Purpose(String code, boolean permanent) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z][a-z_]{0,39}");

    public Purpose {
        if (!ALLOWED.matcher(code).matches()) {
            throw AppException.invalid("purpose", code, "1 to 40 of a-z and _");
        }
    }

    /** For sealing: a value names its key, so that old values open after the key was replaced. */
    public static Purpose rotating(String code) {
        return new Purpose(code, false);
    }

    /** For keyed hashes: another key would find nothing again. */
    public static Purpose permanent(String code) {
        return new Purpose(code, true);
    }
}
