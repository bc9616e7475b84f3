package io.lumia.accounts.password;

import io.lumia.accounts.EmailAddress;
import io.lumia.kernel.AppException;
import java.util.Locale;
import java.util.Set;

/**
 * Which passwords may be chosen: long ones, whatever they are made of (NIST SP 800-63B-4, 2025, section 3.1.1.2, asks for
 * length and against composition rules), except those that everybody tries first.
 *
 * @param leastCharacters of the normal form, counted as code points
 */
public record PasswordPolicy(int leastCharacters) {

    public static final PasswordPolicy USUAL = new PasswordPolicy(12);

    static final int SHORTEST_MINIMUM = 8;
    static final int LONGEST_MINIMUM = 64;
    static final int LEAST_DIFFERENT_CHARACTERS = 5;

    /** Beginnings of long passwords that lists of broken ones are full of; such a one with a few more characters is as bad. */
    private static final Set<String> TOO_COMMON = Set.of(
            "123456789012",
            "1234567890",
            "password1234",
            "passwordpassword",
            "qwertyuiop",
            "qwerty123456",
            "iloveyou1234",
            "letmeinletmein",
            "welcome12345",
            "administrator",
            "abcdefghijkl",
            "abc123abc123",
            "1q2w3e4r5t6y",
            "1qaz2wsx3edc",
            "changemechangeme");

    private static final int MOST_ADDED_TO_COMMON = 3;

    public PasswordPolicy {
        if (leastCharacters < SHORTEST_MINIMUM || leastCharacters > LONGEST_MINIMUM) {
            throw AppException.invalid(
                    "lumia.accounts.password.least-characters",
                    leastCharacters,
                    "%d to %d".formatted(SHORTEST_MINIMUM, LONGEST_MINIMUM));
        }
    }

    /** Refuses with INVALID_INPUT, saying what is wrong with it but not what it is. */
    public void check(Password password, EmailAddress email) {
        check(password);
        if (password.value().toLowerCase(Locale.ROOT).contains(email.value())) {
            throw easyToGuess();
        }
    }

    /** The same for whose address is not known. */
    public void check(Password password) {
        String value = password.value();
        if (value.codePointCount(0, value.length()) < leastCharacters) {
            throw refused("too short", "at least %d characters".formatted(leastCharacters));
        }
        if (value.codePoints().distinct().count() < LEAST_DIFFERENT_CHARACTERS) {
            throw refused("too uniform", "at least %d different characters".formatted(LEAST_DIFFERENT_CHARACTERS));
        }
        if (isCommon(value.toLowerCase(Locale.ROOT))) {
            throw easyToGuess();
        }
    }

    private static AppException easyToGuess() {
        return refused("easy to guess", "neither your e-mail address nor one that many people use");
    }

    private static boolean isCommon(String folded) {
        return TOO_COMMON.stream()
                .anyMatch(common ->
                        folded.startsWith(common) && folded.length() <= common.length() + MOST_ADDED_TO_COMMON);
    }

    private static AppException refused(String what, String allowed) {
        return AppException.invalid("password", "(hidden, %s)".formatted(what), allowed);
    }
}
