package io.lumia.news.link;

import io.lumia.news.link.Mention.Verdict;
import io.lumia.news.link.TokenizedText.Shape;
import io.lumia.news.link.TokenizedText.Style;
import io.lumia.news.link.TokenizedText.Token;

/**
 * Whether a match means the company, judged by the words beside it. Names of a word that is no word of the language need
 * little; "Target", "Gap" and "Best" need a capital that means something and no contradiction, or a neighbour such as
 * "shares" or "reports". Each rule is told with an example in docs/linking.md.
 */
final class ContextRules {

    private final AssetIndex index;

    ContextRules(AssetIndex index) {
        this.index = index;
    }

    /** How much a name means by itself. */
    private enum Trust {
        SURE,
        GUARDED,
        WEAK
    }

    Verdict judge(TokenizedText text, int first, int last, NameEntry entry) {
        if (contradicted(text, first, last) || anotherCompany(text, first, last, entry)) {
            return Verdict.REJECTED;
        }
        Trust trust = trust(text, first, last, entry);
        if (personBefore(text, first, last, entry)) {
            return Verdict.REJECTED;
        }
        if (trust == Trust.SURE && entry.form() != NameForm.SHORT || hasSuffix(text, last)) {
            return Verdict.ACCEPTED;
        }
        if (partOfOtherName(text, first, last, trust, entry)) {
            return Verdict.REJECTED;
        }
        boolean telling = trust == Trust.SURE
                || text.style() == Style.SENTENCE && !text.token(first).initial();
        if (telling || supported(text, first, last)) {
            return Verdict.ACCEPTED;
        }
        boolean enough = trust == Trust.GUARDED && (text.style() == Style.SENTENCE || standsAlone(text, first, last));
        return enough ? Verdict.ACCEPTED : Verdict.NEEDS_SUPPORT;
    }

    private static Trust trust(TokenizedText text, int first, int last, NameEntry entry) {
        if (first < last) {
            return severalWords(text, first, last);
        }
        String word = text.word(first);
        boolean shape = entry.upperOnly() && text.style() != Style.ALL_CAPS && word.length() > 1;
        if (shape || entry.lowerCase()) {
            return Trust.SURE;
        }
        if (WordLists.isCommon(word) || WordLists.DESCRIPTORS.contains(word) || WordLists.FUNCTION.contains(word)) {
            return entry.possessiveToken() >= 0 ? Trust.GUARDED : Trust.WEAK;
        }
        if (WordLists.isGuarded(word)) {
            return entry.form() == NameForm.SHORT ? Trust.WEAK : Trust.GUARDED;
        }
        return entry.upperOnly() && word.length() <= 4 ? Trust.WEAK : Trust.SURE;
    }

    /** Best Buy, Public Storage: words of the language all of them, and written like any other headline's. */
    private static Trust severalWords(TokenizedText text, int first, int last) {
        if (text.style() == Style.SENTENCE) {
            return Trust.SURE;
        }
        for (int i = first; i <= last; i++) {
            if (last - first >= 2
                    || !WordLists.isCommon(text.word(i)) && !WordLists.CONNECTORS.contains(text.word(i))) {
                return Trust.SURE;
            }
        }
        return Trust.GUARDED;
    }

    private static boolean contradicted(TokenizedText text, int first, int last) {
        if (first < last) {
            return false;
        }
        String word = text.word(first);
        return !text.token(first).possessive()
                        && follows(text, last)
                        && WordLists.contradicts(word, "after", text.word(last + 1))
                || first > 0
                        && !text.token(first).breakBefore()
                        && WordLists.contradicts(word, "before", text.word(first - 1));
    }

    /** Merck KGaA is not Merck and Co; Devon Bank is another than Devon, the EA-18G no game. */
    private boolean anotherCompany(TokenizedText text, int first, int last, NameEntry entry) {
        if (!follows(text, last) || text.token(last).possessive()) {
            return false;
        }
        Token next = text.token(last + 1);
        if (next.shape() == Shape.LOWER || entry.asset() == NameEntry.NO_ASSET) {
            return false;
        }
        boolean foreign = WordLists.FOREIGN_FORMS.contains(next.word())
                && next.word().length() > 2
                && !index.legalForms(entry.asset()).contains(next.word());
        boolean extended = first == last
                && text.style() == Style.SENTENCE
                && next.shape() == Shape.CAPITALISED
                && extendsName(text, first, last, entry, next.word())
                && !WordLists.SUFFIXES.contains(next.word())
                && !index.nameWords(entry.asset()).contains(next.word());
        boolean model = first == last
                && entry.upperOnly()
                && Character.isDigit(next.word().charAt(0))
                && next.start() == text.token(last).end() + 1
                && text.text().charAt(text.token(last).end()) == '-';
        return foreign || model || extended && entry.form() != NameForm.PRODUCT;
    }

    /** Any general word after a weak name; after one that is also a surname or place only what companies are called. */
    private static boolean extendsName(TokenizedText text, int first, int last, NameEntry entry, String next) {
        Trust trust = trust(text, first, last, entry);
        boolean weak = entry.form() == NameForm.SHORT || trust == Trust.WEAK;
        return weak && WordLists.DESCRIPTORS.contains(next)
                || trust == Trust.GUARDED && WordLists.CORPORATE_DESCRIPTORS.contains(next);
    }

    /** Norfolk Southern, Harrison Ford, Target Hospitality: a capital right beside makes another name of it. */
    private boolean partOfOtherName(TokenizedText text, int first, int last, Trust trust, NameEntry entry) {
        if (text.style() != Style.SENTENCE || first < last) {
            return false;
        }
        boolean before = first > 0
                && !text.token(first).breakBefore()
                && text.token(first - 1).shape() == Shape.CAPITALISED
                && !text.token(first - 1).possessive()
                && !WordLists.AFTER.contains(text.word(first - 1))
                && !WordLists.FUNCTION.contains(text.word(first - 1))
                && !WordLists.DEMONYMS.contains(text.word(first - 1))
                && !hyphenBefore(text, first)
                && !(text.token(first - 1).initial() && isPlain(text.word(first - 1)));
        boolean after = (trust == Trust.WEAK || entry.form() == NameForm.SHORT)
                && follows(text, last)
                && !text.token(last).possessive()
                && text.token(last + 1).shape() == Shape.CAPITALISED
                && !index.nameWords(entry.asset()).contains(text.word(last + 1));
        return before || after;
    }

    private static boolean isPlain(String word) {
        return WordLists.isPlain(word) || WordLists.BEFORE.contains(word);
    }

    /** Virgin-Delta talks. */
    private static boolean hyphenBefore(TokenizedText text, int first) {
        return text.text().charAt(text.token(first).start() - 1) == '-';
    }

    /** Michael Abbott, Harrison Ford. */
    private boolean personBefore(TokenizedText text, int first, int last, NameEntry entry) {
        return first == last
                && first > 0
                && !entry.upperOnly()
                && !text.token(first).breakBefore()
                && text.token(first - 1).shape() != Shape.LOWER
                && WordLists.GIVEN_NAMES.contains(text.word(first - 1))
                && !text.token(first - 1).possessive()
                && entry.form() != NameForm.PERSON;
    }

    private static boolean supported(TokenizedText text, int first, int last) {
        boolean sentence = text.style() == Style.SENTENCE;
        boolean possessive = text.style() != Style.ALL_CAPS && text.token(last).possessive();
        String next = follows(text, last) ? text.word(last + 1) : "";
        boolean after = WordLists.AFTER.contains(next) && (sentence || !WordLists.FUNCTION.contains(next));
        String previous = first > 0 && !text.token(first).breakBefore() ? text.word(first - 1) : "";
        boolean before = WordLists.BEFORE.contains(previous) && !WordLists.FUNCTION.contains(previous);
        return possessive || after || before;
    }

    /** An item of a list: "Apple, Pandora, Sarepta". */
    private static boolean standsAlone(TokenizedText text, int first, int last) {
        return text.size() > last - first + 1
                && text.token(first).breakBefore()
                && (last + 1 == text.size() || text.token(last + 1).breakBefore());
    }

    private static boolean hasSuffix(TokenizedText text, int last) {
        return last + 1 < text.size()
                && WordLists.SUFFIXES.contains(text.word(last + 1))
                && text.token(last + 1).shape() != Shape.LOWER
                && !text.token(last + 1).initial();
    }

    private static boolean follows(TokenizedText text, int last) {
        return last + 1 < text.size() && !text.token(last + 1).breakBefore();
    }
}
