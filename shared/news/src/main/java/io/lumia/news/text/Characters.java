package io.lumia.news.text;

/** Questions about one Unicode code point that {@link Character} does not answer directly. */
final class Characters {

    static final int JOINER = 0x200D;
    static final int NON_JOINER = 0x200C;
    private static final int EMOJI_STYLE = 0xFE0F;
    private static final int LAST_OF_LATIN_1 = 0xFF;
    private static final int NEXT_LINE = 0x85;

    private Characters() {}

    /** Any white space, no-break spaces and line separators included. */
    static boolean isBlank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == NEXT_LINE;
    }

    static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    static boolean isNoncharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    /** A picture on its own. The signs © and ®, digits and skin tones are none. */
    static boolean isEmoji(int point) {
        return point > LAST_OF_LATIN_1
                && (Character.isExtendedPictographic(point) || Character.isEmojiPresentation(point))
                && !Character.isEmojiModifier(point);
    }

    static boolean isEmojiPart(int point) {
        return isEmoji(point) || Character.isEmojiModifier(point) || point == EMOJI_STYLE;
    }

    /** Letters whose shape a joiner changes. */
    static boolean isJoiningLetter(int point) {
        if (!Character.isLetter(point) && !isMark(point)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case ARABIC, SYRIAC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM ->
                true;
            case SINHALA, KHMER, MYANMAR, MONGOLIAN -> true;
            default -> false;
        };
    }

    /** Writing without blanks between words: every sign counts as a word. */
    static boolean isUnspaced(int point) {
        if (point <= LAST_OF_LATIN_1) {
            return false;
        }
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(point);
            default -> false;
        };
    }
}
