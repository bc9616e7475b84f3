package io.lumia.market.provider.bundle;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What strangers' text may be, and how it is shown. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /** Bytes for a person and for the database: cut, and without characters that neither can take. */
    static String shown(byte[] bytes, int start, int end) {
        int length = Math.min(end - start, 4 * BundleLimits.SHOWN_CHARACTERS);
        return shown(new String(bytes, start, length, StandardCharsets.UTF_8));
    }

    static String shown(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), BundleLimits.SHOWN_CHARACTERS));
        for (int i = 0; i < text.length() && shown.length() < BundleLimits.SHOWN_CHARACTERS; i++) {
            char character = text.charAt(i);
            shown.append(isHidden(character) ? REPLACEMENT : character);
        }
        int last = shown.length() - 1;
        if (last >= 0 && Character.isHighSurrogate(shown.charAt(last))) {
            shown.setLength(last);
        }
        return shown.toString();
    }

    /** Why a name or description is refused, or null. */
    static @Nullable String refusal(String text) {
        if (text.length() > BundleLimits.MAX_TEXT_CHARACTERS) {
            return "longer than %,d characters".formatted(BundleLimits.MAX_TEXT_CHARACTERS);
        }
        if (startsLikeFormula(text)) {
            return "begins like a spreadsheet formula: '" + text.charAt(0) + "'";
        }
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text.charAt(i)) && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                return "holds the control character U+%04X".formatted((int) text.charAt(i));
            }
        }
        return null;
    }

    private static boolean startsLikeFormula(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        boolean sign = first == '+' || first == '-';
        return first == '=' || first == '@' || (sign && text.length() > 1 && text.charAt(1) != ' ');
    }

    /** Control characters but the tabulator, line and paragraph separators, direction overrides, and what is no character. */
    private static boolean isHidden(char character) {
        return (Character.isISOControl(character) && character != '\t')
                || character == '\u2028'
                || character == '\u2029'
                || (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069')
                || character == '\uFFFE'
                || character == '\uFFFF';
    }
}
