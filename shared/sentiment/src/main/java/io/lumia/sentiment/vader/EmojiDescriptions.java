package io.lumia.sentiment.vader;

import java.util.Arrays;
import java.util.Map;

/**
 * Writes emoji as words, so that the lexicon can rate them: "hi😂" becomes "hi face with tears of joy". Emoji are taken
 * code point by code point, as the original does: of a sequence (flags, families, skin tones) each part is spelled out
 * by itself, and a variation selector stays at the last word, which the lexicon then doesn't know.
 */
final class EmojiDescriptions {

    private final int[] codePoints;
    private final String[] descriptions;
    private final int first;

    EmojiDescriptions(Map<String, String> descriptionOfEmoji) {
        codePoints = descriptionOfEmoji.keySet().stream()
                .filter(emoji -> emoji.codePointCount(0, emoji.length()) == 1)
                .mapToInt(emoji -> emoji.codePointAt(0))
                .sorted()
                .toArray();
        descriptions = Arrays.stream(codePoints)
                .mapToObj(codePoint -> descriptionOfEmoji.get(Character.toString(codePoint)))
                .toArray(String[]::new);
        first = codePoints.length == 0 ? Character.MAX_CODE_POINT + 1 : codePoints[0];
    }

    /** The text itself where it has no emoji. */
    String spellOut(String text) {
        int position = nextEmoji(text, 0);
        return position == text.length() ? text : spellOutFrom(position, text);
    }

    private String spellOutFrom(int firstEmoji, String text) {
        StringBuilder spelledOut = new StringBuilder(text.length() + 64);
        int copied = 0;
        int position = firstEmoji;
        while (position < text.length()) {
            spelledOut.append(text, copied, position);
            startNewWord(spelledOut);
            int codePoint = text.codePointAt(position);
            spelledOut.append(descriptions[find(codePoint)]);
            copied = position + Character.charCount(codePoint);
            position = nextEmoji(text, copied);
        }
        return spelledOut.append(text, copied, text.length()).toString();
    }

    /** Only before a description: what follows it is glued to it, as the original does. */
    private static void startNewWord(StringBuilder words) {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }

    /** Its index, or the text's length if there is none. */
    private int nextEmoji(String text, int from) {
        int position = from;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            if (codePoint >= first && find(codePoint) >= 0) {
                return position;
            }
            position += Character.charCount(codePoint);
        }
        return position;
    }

    private int find(int codePoint) {
        return Arrays.binarySearch(codePoints, codePoint);
    }
}
