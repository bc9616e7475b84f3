package io.lumia.news.link;

import java.util.Arrays;
import java.util.List;

/**
 * A text as words with their places. A word is a run of letters and digits, folded to lower case without accents; "&amp;" is
 * the word "and"; a possessive 's belongs to its word without being part of it; initials with dots are one word (J.P. is jp).
 * Between two words there may be a break (comma, bracket, double blank, dash between blanks): no name reaches over one.
 * Reading is linear in the text.
 */
final class TokenizedText {

    /** How a word is written. */
    enum Shape {
        LOWER,
        CAPITALISED,
        UPPER,
        MIXED,
        DIGITS
    }

    /** How the text uses capitals: where every word has one, a capital proves nothing. */
    enum Style {
        SENTENCE,
        TITLE_CASE,
        ALL_CAPS
    }

    private final String text;
    private final List<Token> tokens;
    private final Style style;
    private final String joined;
    private final int[] joinedStarts;

    /**
     * @param start       first unit
     * @param end         one behind the last, without a possessive 's
     * @param breakBefore no name reaches from the word before into this one
     * @param initial     begins a sentence, so that its capital proves little
     */
    record Token(
            int start, int end, String word, Shape shape, boolean possessive, boolean breakBefore, boolean initial) {}

    private TokenizedText(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.style = styleOf(tokens);
        StringBuilder words = new StringBuilder(text.length() + 2).append(' ');
        this.joinedStarts = new int[tokens.size()];
        for (int i = 0; i < joinedStarts.length; i++) {
            joinedStarts[i] = words.length();
            words.append(tokens.get(i).word()).append(' ');
        }
        this.joined = words.toString();
    }

    static TokenizedText of(String text) {
        return new TokenizedText(text, new Tokenizer(text).tokens());
    }

    String text() {
        return text;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    String word(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).word() : "";
    }

    Style style() {
        return style;
    }

    /** All words with one blank before, between and behind: what the automaton reads. */
    String joined() {
        return joined;
    }

    /** The word that begins at this place of {@link #joined}, which must be a beginning. */
    int tokenAtJoined(int position) {
        return Arrays.binarySearch(joinedStarts, position);
    }

    List<String> words() {
        return tokens.stream().map(Token::word).toList();
    }

    private static Style styleOf(List<Token> tokens) {
        int upper = 0;
        int lettered = 0;
        int capitals = 0;
        for (Token token : tokens) {
            boolean telling = token.word().length() >= 3 && token.shape() != Shape.DIGITS;
            if (telling && token.shape() == Shape.LOWER && !WordLists.FUNCTION.contains(token.word())) {
                return Style.SENTENCE;
            }
            lettered += telling ? 1 : 0;
            upper += telling && token.shape() == Shape.UPPER ? 1 : 0;
            capitals += telling && token.shape() != Shape.LOWER ? 1 : 0;
        }
        if (lettered >= 2 && upper == lettered) {
            return Style.ALL_CAPS;
        }
        return capitals >= 1 ? Style.TITLE_CASE : Style.SENTENCE;
    }
}
