package io.lumia.accounts.partner;

import io.lumia.kernel.AppException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A key as its owner keeps it: {@code lum_live_}, 30 random characters of 0-9 A-Z a-z (178 bits), and 6 that are the CRC-32
 * of all before in base 62. A mistyped or cut key is found out without the database, and secret scanners can tell a real
 * one from a random word.
 *
 * <p>{@link #toString} shows the hint only: the value must be asked for.
 */
public record KeyText(KeyMode mode, String value) {

    public static final int RANDOM_CHARACTERS = 30;
    public static final int CHECKSUM_CHARACTERS = 6;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE =
            Pattern.compile("[0-9A-Za-z]{%d}".formatted(RANDOM_CHARACTERS + CHECKSUM_CHARACTERS));
    private static final int HINT_CHARACTERS = 4;

    public KeyText {
        if (!value.startsWith(mode.prefix()) || !isWhole(mode, value)) {
            throw AppException.invalid(
                    "key", "(a secret)", mode.prefix() + "… with 36 characters of which 6 are a checksum");
        }
    }

    /** @param random unpredictable */
    static KeyText generate(KeyMode mode, RandomGenerator random) {
        StringBuilder text = new StringBuilder(mode.prefix());
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new KeyText(mode, text + checksum(text.toString()));
    }

    /** Empty where the text cannot be a key: another prefix or length, or the checksum does not fit. */
    public static Optional<KeyText> parse(String text) {
        return Arrays.stream(KeyMode.values())
                .filter(mode -> text.startsWith(mode.prefix()) && isWhole(mode, text))
                .map(mode -> new KeyText(mode, text))
                .findFirst();
    }

    private static boolean isWhole(KeyMode mode, String text) {
        int end = text.length() - CHECKSUM_CHARACTERS;
        return SHAPE.matcher(text.substring(mode.prefix().length())).matches()
                && checksum(text.substring(0, end)).equals(text.substring(end));
    }

    /** CRC-32 as of zip and PNG, in base 62 with leading zeros: 62^6 is more than 2^32. */
    static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECKSUM_CHARACTERS];
        long rest = crc.getValue();
        for (int i = CHECKSUM_CHARACTERS - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        return new String(digits);
    }

    /** By which its owner recognises it in a list: {@code lum_live_3fG9…}. */
    public String hint() {
        return value.substring(0, mode.prefix().length() + HINT_CHARACTERS) + "…";
    }

    @Override
    public String toString() {
        return hint();
    }
}
