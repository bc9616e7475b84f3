package io.lumia.news.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The comparison form of a text: its words, levelled so that two spellings of the same thing are equal.
 *
 * <p>Case, punctuation, typographic quotes and dashes are gone; {@code 1,200} is {@code 1200}, {@code U.S.} is
 * {@code us}, {@code Apple's} is {@code apple}, {@code $3.2B} is {@code $3.2 bln}, {@code 5%} is {@code 5 pct}. A minus
 * and a currency stay with their number: they change what it says. Texts written without blanks give a word per sign.
 */
final class Words {

    private static final String CURRENCIES = "$€£¥₹₩";
    private static final String TAGS = "$#@";
    private static final String APOSTROPHES = "'’‘ʼ";

    private final String text;
    private final int limit;
    private final List<Word> words = new ArrayList<>();
    private int at;

    private Words(String text, int limit) {
        this.text = text;
        this.limit = limit;
    }

    /**
     * @param text  of normal form
     * @param limit no more words than this are read; the caller says what that means
     */
    static List<Word> of(String text, int limit) {
        Words reader = new Words(text, limit);
        while (reader.at < text.length() && reader.words.size() < limit) {
            reader.readNext();
        }
        return reader.words.size() > limit ? reader.words.subList(0, limit) : reader.words;
    }

    static String joined(List<Word> words) {
        return words.stream().map(Word::form).collect(Collectors.joining(" "));
    }

    private void readNext() {
        int point = text.codePointAt(at);
        if (isWordPart(point) && !Characters.isUnspaced(point)) {
            readWord(at);
        } else if (Characters.isUnspaced(point) || Characters.isEmoji(point)) {
            words.add(new Word(Character.toString(point), Word.Weight.NAME));
            at += Character.charCount(point);
        } else if (point == '%') {
            words.add(new Word("pct", Word.Weight.SOFT));
            at++;
        } else if (opensWord(point)) {
            int start = at++;
            readWord(start);
        } else {
            at += Character.charCount(point);
        }
    }

    private static boolean isWordPart(int point) {
        return Character.isLetterOrDigit(point) || (Characters.isMark(point) && point != 0xFE0F);
    }

    /** A currency or minus before a digit, a tag before a letter. A minus stands free: in F-35 it is a hyphen. */
    private boolean opensWord(int point) {
        if (at + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        if (Character.isDigit(next)) {
            boolean minus = (point == '-' || point == '−') && (at == 0 || text.charAt(at - 1) == ' ');
            return minus || CURRENCIES.indexOf(point) >= 0 || point == '#';
        }
        return TAGS.indexOf(point) >= 0 && Character.isLetter(next);
    }

    private void readWord(int start) {
        StringBuilder form = new StringBuilder();
        form.append(text, start, at);
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (isWordPart(point) && !Characters.isUnspaced(point)) {
                form.appendCodePoint(point);
                at += Character.charCount(point);
            } else if (isInner(point, form)) {
                at++;
            } else {
                break;
            }
        }
        add(text.codePointAt(start), form.toString());
    }

    /** Signs within a word: {@code 1.25} and {@code AT&T} keep them, {@code U.S}, {@code don't}, {@code 1,200} lose them. */
    private boolean isInner(int point, StringBuilder form) {
        if (form.isEmpty() || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        boolean digits = Character.isDigit(before) && Character.isDigit(after);
        boolean letters = Character.isLetter(before) && Character.isLetter(after);
        if ((point == '.' && digits) || (point == '&' && letters)) {
            form.append((char) point);
            return true;
        }
        boolean possessive = APOSTROPHES.indexOf(point) >= 0 && isPossessive(after);
        return (point == '.' && letters)
                || (point == ',' && digits)
                || (APOSTROPHES.indexOf(point) >= 0 && letters && !possessive)
                || (possessive && skipPossessive());
    }

    private boolean isPossessive(char after) {
        boolean ends = at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2));
        return (after == 's' || after == 'S') && ends;
    }

    private boolean skipPossessive() {
        at++;
        return true;
    }

    private void add(int first, String written) {
        String form = lower(written);
        int digits = Vocabulary.numberLength(form);
        if (digits > 0 && digits < form.length()) {
            String unit = Vocabulary.unitOf(form.substring(digits), CURRENCIES.indexOf(first) >= 0);
            if (!unit.isEmpty()) {
                words.add(new Word(form.substring(0, digits), Word.Weight.NUMBER));
                words.add(new Word(unit, Word.Weight.NUMBER));
                return;
            }
        }
        String levelled = Vocabulary.levelled(form);
        words.add(new Word(levelled, weightOf(first, levelled)));
    }

    private static String lower(String written) {
        boolean ascii = written.chars().allMatch(unit -> unit < 0x80);
        return (ascii ? written : Normalizer.normalize(written, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    private static Word.Weight weightOf(int first, String form) {
        if (form.chars().anyMatch(Character::isDigit) || Vocabulary.isUnit(form)) {
            return Word.Weight.NUMBER;
        }
        if (Vocabulary.isFunctionWord(form)) {
            return Word.Weight.SOFT;
        }
        if (Vocabulary.isDirection(form)) {
            return Word.Weight.DIRECTION;
        }
        return Character.isLowerCase(first) ? Word.Weight.SOFT : Word.Weight.NAME;
    }
}
