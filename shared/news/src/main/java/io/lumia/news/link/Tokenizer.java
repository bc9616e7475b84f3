package io.lumia.news.link;

import io.lumia.news.link.TokenizedText.Shape;
import io.lumia.news.link.TokenizedText.Token;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One pass over the text. */
final class Tokenizer {

    private static final int MAXIMUM_INITIALS = 5;
    private static final String SYMBOL_OPENERS = "<([$";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private boolean prefixZone = true;

    Tokenizer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        int position = 0;
        int previousEnd = 0;
        while (position < text.length()) {
            int codePoint = text.codePointAt(position);
            if (codePoint == '&') {
                add(previousEnd, position, position + 1, "and", Shape.LOWER, false);
                position++;
                previousEnd = position;
            } else if (Character.isLetterOrDigit(codePoint)) {
                int end = wordEnd(position);
                int resume = addWord(previousEnd, position, end);
                position = resume;
                previousEnd = resume;
            } else {
                position += Character.charCount(codePoint);
            }
        }
        return tokens;
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            boolean inside = Character.isLetterOrDigit(codePoint)
                    || (end > start && Character.getType(codePoint) == Character.NON_SPACING_MARK);
            if (!inside) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    /** Adds the word, initials joined; answers where reading goes on. */
    private int addWord(int previousEnd, int start, int firstEnd) {
        int end = firstEnd;
        StringBuilder word = new StringBuilder(text.substring(start, end));
        while (word.length() < MAXIMUM_INITIALS && isInitial(end) && nextInitial(end) > 0) {
            int next = nextInitial(end);
            word.append(text.charAt(next));
            end = next + 1;
        }
        boolean possessive = isPossessive(end);
        boolean plural = !possessive && isPluralPossessive(end);
        String written = word.toString();
        add(previousEnd, start, end, fold(written), shape(written), possessive || plural);
        return possessive ? end + 2 : end;
    }

    /** One capital alone that ends here. */
    private boolean isInitial(int end) {
        return end >= 1
                && Character.isUpperCase(text.charAt(end - 1))
                && (end < 2 || !Character.isLetterOrDigit(text.charAt(end - 2)));
    }

    /** Where the next initial stands ("J.P.", "J. P.", "J P"), or -1. A symbol in brackets, (F.N), is none. */
    private int nextInitial(int end) {
        int next = end;
        boolean dot = next < text.length() && text.charAt(next) == '.';
        next += dot ? 1 : 0;
        next += next < text.length() && text.charAt(next) == ' ' ? 1 : 0;
        boolean alone = next > end
                && next < text.length()
                && Character.isUpperCase(text.charAt(next))
                && (next + 1 >= text.length() || !isWordUnit(text.charAt(next + 1)));
        boolean symbol = alone
                && dot
                && end >= 2
                && SYMBOL_OPENERS.indexOf(text.charAt(end - 2)) >= 0
                && (next + 1 >= text.length() || text.charAt(next + 1) != '.');
        boolean joined = alone && !symbol && (dot || next + 1 < text.length() && text.charAt(next + 1) == ' ');
        return joined ? next : -1;
    }

    private static boolean isWordUnit(char unit) {
        return Character.isLetterOrDigit(unit) || unit == '\'' || unit == '’' || unit == '&';
    }

    private boolean isPossessive(int end) {
        return end + 1 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '’')
                && (text.charAt(end + 1) == 's' || text.charAt(end + 1) == 'S')
                && (end + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(end + 2)));
    }

    /** Travelers' notes. */
    private boolean isPluralPossessive(int end) {
        return end >= 1
                && text.charAt(end - 1) == 's'
                && end + 1 < text.length()
                && (text.charAt(end) == '\'' || text.charAt(end) == '’')
                && text.charAt(end + 1) == ' ';
    }

    private void add(int previousEnd, int start, int end, String word, Shape shape, boolean possessive) {
        Gap gap = tokens.isEmpty() ? Gap.SENTENCE : gap(previousEnd, start);
        boolean prefixEnds = gap == Gap.HYPHEN && prefixZone && !tokens.isEmpty();
        boolean initial = gap == Gap.SENTENCE || prefixEnds;
        prefixZone &= shape == Shape.UPPER || shape == Shape.DIGITS || (word.equals("and"));
        tokens.add(new Token(start, end, word, shape, possessive, initial || gap == Gap.BREAK, initial));
    }

    private enum Gap {
        JOINED,
        HYPHEN,
        BREAK,
        SENTENCE
    }

    private Gap gap(int from, int to) {
        if (to - from == 1 && text.charAt(from) == '-') {
            return Gap.HYPHEN;
        }
        Gap strongest = Gap.JOINED;
        for (int i = from; i < to; i++) {
            Gap here = gapAt(i, from, to);
            strongest = here.compareTo(strongest) > 0 ? here : strongest;
        }
        return strongest;
    }

    private Gap gapAt(int i, int from, int to) {
        char unit = text.charAt(i);
        boolean blankBehind = i + 1 < to && Character.isWhitespace(text.charAt(i + 1));
        boolean blankBefore = i > from && Character.isWhitespace(text.charAt(i - 1));
        return switch (unit) {
            case ' ' -> blankBehind ? Gap.BREAK : Gap.JOINED;
            case '\'', '’' -> Gap.JOINED;
            case '.' -> blankBehind && !afterAbbreviation() ? Gap.SENTENCE : Gap.JOINED;
            case '-', '–', '—' -> blankBehind || blankBefore ? Gap.SENTENCE : unit == '-' ? Gap.JOINED : Gap.SENTENCE;
            case '?', ':', '\n', '\r', '|', '*' -> Gap.SENTENCE;
            case '!' -> blankBehind ? Gap.SENTENCE : Gap.JOINED;
            default -> Gap.BREAK;
        };
    }

    private boolean afterAbbreviation() {
        Token last = tokens.getLast();
        return last.word().length() <= 2
                || WordLists.SUFFIXES.contains(last.word())
                || (last.shape() == Shape.UPPER && last.word().length() <= 3);
    }

    private static Shape shape(String written) {
        boolean lower = false;
        boolean upper = false;
        boolean digit = false;
        for (int i = 0; i < written.length(); i++) {
            char unit = written.charAt(i);
            lower |= Character.isLowerCase(unit);
            upper |= Character.isUpperCase(unit);
            digit |= Character.isDigit(unit);
        }
        if (!upper) {
            return !digit || !Character.isDigit(written.charAt(0)) ? Shape.LOWER : Shape.DIGITS;
        }
        if (!lower) {
            return Shape.UPPER;
        }
        boolean first = Character.isUpperCase(written.charAt(0));
        return first && written.substring(1).equals(written.substring(1).toLowerCase(Locale.ROOT))
                ? Shape.CAPITALISED
                : Shape.MIXED;
    }

    private static String fold(String written) {
        boolean ascii = true;
        for (int i = 0; i < written.length() && ascii; i++) {
            ascii = written.charAt(i) < 128;
        }
        String lower = written.toLowerCase(Locale.ROOT);
        if (ascii) {
            return lower;
        }
        String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char unit = decomposed.charAt(i);
            if (Character.getType(unit) != Character.NON_SPACING_MARK) {
                plain.append(unit);
            }
        }
        return plain.toString();
    }
}
