package io.lumia.news.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text says anything. What does not is kept out of scores and counts, with a reason.
 *
 * <p>The classes of empty titles are those found in 110,000 Reuters headlines ("A", ".", "-", "Delete", "Xx",
 * "TEXT-S&amp;P") and in feeds (a ticker, a link, "[Removed]", "Untitled"). A post may be short, but one of only
 * cashtags, links, user names and punctuation says nothing. An emoji is an opinion and enough for a post ("$TSLA 🚀").
 */
public final class QualityFloor {

    /** Letters that a news title needs; a sign of an unspaced script counts as {@value #LETTERS_PER_SIGN}. */
    public static final int LETTERS = 8;

    static final int LETTERS_PER_SIGN = 3;

    private static final int WORDS = 2;

    private static final Set<String> PLACEHOLDERS = Set.of(
            ("delete|deleted|[deleted]|[removed]|removed|untitled|no title|(no title)|null|none|n/a|na|tbd|tba|test|"
                            + "test headline|testing|placeholder|lorem ipsum|title|headline|error|not found|404 not found|"
                            + "page not found|access denied|403 forbidden|forbidden|undefined|nan|coming soon|please ignore|"
                            + "do not use|kill|killed|story killed|withdrawn|story withdrawn|draft|dummy|slug|untitled document|"
                            + "just a moment...|are you a robot?|attention required!|subscribe to read|page unavailable")
                    .split("\\|"));

    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+|\\bpic\\.twitter\\.com/\\S+");

    private static final Pattern TICKER =
            Pattern.compile("[$(\\[]?(?:[A-Z]{2,8}:)?[A-Z]{1,5}(?:[.=-][A-Z]{1,3})?[)\\],;:]{0,2}");

    private static final Pattern TAGS = Pattern.compile("[$@][\\p{L}\\p{N}_.=-]+|\\b[RrVv][Tt]\\b:?|URL|AT_USER");

    private QualityFloor() {}

    /** What the floor says. */
    public sealed interface Verdict {}

    public record Accepted() implements Verdict {}

    /** @param reason why this is no article, shown to people */
    public record Refused(Reason reason) implements Verdict {}

    /** Why a text is no article. */
    public enum Reason {
        EMPTY("there is no text"),
        PLACEHOLDER("the title is a placeholder"),
        ONLY_LINK("there is only a link"),
        ONLY_TICKER("there are only tickers"),
        NO_WORDS("there are only digits and punctuation"),
        TOO_SHORT("there are fewer than " + LETTERS + " letters or only one word"),
        NOTHING_SAID("there are only cashtags, links and user names");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** @param title of normal form */
    public static Verdict ofTitle(String title) {
        String bare = Desk.stripped(title);
        if (bare.isEmpty()) {
            return refused(Reason.EMPTY);
        }
        if (isPlaceholder(title) || isPlaceholder(bare)) {
            return refused(Reason.PLACEHOLDER);
        }
        String unlinked = LINK.matcher(bare).replaceAll(" ").strip();
        if (letters(unlinked) == 0) {
            return refused(unlinked.length() < bare.length() ? Reason.ONLY_LINK : Reason.NO_WORDS);
        }
        if (isOnlyTickers(unlinked)) {
            return refused(Reason.ONLY_TICKER);
        }
        return saysEnough(unlinked) ? new Accepted() : refused(Reason.TOO_SHORT);
    }

    /** @param post of normal form: title and body of a post in one */
    public static Verdict ofPost(String post) {
        if (post.isEmpty()) {
            return refused(Reason.EMPTY);
        }
        if (isPlaceholder(post)) {
            return refused(Reason.PLACEHOLDER);
        }
        String unlinked = LINK.matcher(post).replaceAll(" ");
        String said = TAGS.matcher(unlinked).replaceAll(" ");
        boolean word = letters(said) >= 2;
        boolean emoji = said.codePoints().anyMatch(Characters::isEmoji);
        if (word || emoji) {
            return new Accepted();
        }
        boolean tagged = said.length() < post.length();
        return refused(tagged ? Reason.NOTHING_SAID : Reason.NO_WORDS);
    }

    private static boolean saysEnough(String title) {
        int letters = letters(title);
        boolean unspaced = title.codePoints().anyMatch(Characters::isUnspaced);
        return letters >= LETTERS && (unspaced || Words.of(title, WORDS).size() >= WORDS);
    }

    private static int letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .map(point -> Characters.isUnspaced(point) ? LETTERS_PER_SIGN : 1)
                .limit(LETTERS)
                .sum();
    }

    /** Word by word, so that no hostile title makes a pattern try all ways to divide it. */
    private static boolean isOnlyTickers(String title) {
        for (String word : title.split(" ")) {
            if (!TICKER.matcher(word).matches() || isPlainWord(word)) {
                return false;
            }
        }
        return true;
    }

    /** Titles in capitals throughout ("FED CUTS RATES") look like tickers; a common word tells them apart. */
    private static boolean isPlainWord(String word) {
        String form = word.toLowerCase(Locale.ROOT);
        return form.length() > 1 && (Vocabulary.isFunctionWord(form) || Vocabulary.isDirection(form));
    }

    private static boolean isPlaceholder(String title) {
        return PLACEHOLDERS.contains(title.toLowerCase(Locale.ROOT));
    }

    private static Refused refused(Reason reason) {
        return new Refused(reason);
    }
}
