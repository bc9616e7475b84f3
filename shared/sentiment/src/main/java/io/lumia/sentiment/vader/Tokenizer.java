package io.lumia.sentiment.vader;

/**
 * Cuts a text at white space and takes punctuation off both ends of a token, unless only two characters or fewer would
 * remain: then it is probably an emoticon, such as ":)" or ":D".
 */
final class Tokenizer {

    private static final int LONGEST_EMOTICON_CORE = 2;
    private static final int FIRST_NON_ASCII = 0x80;

    private Tokenizer() {}

    static Sentence read(char[] text, Vocabulary vocabulary) {
        Sentence sentence = new Sentence();
        int position = 0;
        while (position < text.length) {
            int end = endOfToken(text, position);
            if (end > position) {
                addToken(text, position, end, vocabulary, sentence);
            }
            position = end + 1;
        }
        return sentence;
    }

    private static int endOfToken(char[] text, int from) {
        int end = from;
        while (end < text.length && !isSpace(text[end])) {
            end++;
        }
        return end;
    }

    private static void addToken(char[] text, int from, int to, Vocabulary vocabulary, Sentence sentence) {
        int start = from;
        int end = to;
        while (start < end && isPunctuation(text[start])) {
            start++;
        }
        while (end > start && isPunctuation(text[end - 1])) {
            end--;
        }
        if (Character.codePointCount(text, start, end - start) <= LONGEST_EMOTICON_CORE) {
            start = from;
            end = to;
        }
        sentence.add(vocabulary.find(text, start, end), isInCapitals(text, start, end));
    }

    /** At least one capital, and no letter in lower or title case. */
    private static boolean isInCapitals(char[] text, int from, int to) {
        boolean capital = false;
        for (int i = from; i < to; i++) {
            char letter = text[i];
            if (letter >= FIRST_NON_ASCII) {
                return isForeignInCapitals(text, from, to);
            }
            if (letter >= 'a' && letter <= 'z') {
                return false;
            }
            capital |= letter >= 'A' && letter <= 'Z';
        }
        return capital;
    }

    private static boolean isForeignInCapitals(char[] text, int from, int to) {
        boolean capital = false;
        int width;
        for (int i = from; i < to; i += width) {
            int letter = Character.codePointAt(text, i, to);
            if (Character.isLowerCase(letter) || Character.isTitleCase(letter)) {
                return false;
            }
            capital |= Character.isUpperCase(letter);
            width = Character.charCount(letter);
        }
        return capital;
    }

    /** ASCII's only: typographic quotes and dashes stay, as the original does. */
    private static boolean isPunctuation(char c) {
        return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
    }

    /**
     * Unicode's property White_Space and the four information separators. {@link Character#isWhitespace(char)} is not
     * the same: it leaves out no-break spaces and the next-line control.
     */
    private static boolean isSpace(char c) {
        if (c < FIRST_NON_ASCII) {
            return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F);
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }
}
