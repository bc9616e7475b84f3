package io.lumia.news.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether two articles tell the same story in nearly the same words.
 *
 * <p>Two stages. Candidates share one of the four 16-bit {@link #bands} of their {@link #fingerprint}, which a table
 * can look up; {@link #isNearDuplicate} decides on the texts. The caller compares within a window of time (three days
 * are plenty): recurring titles ("Target declares quarterly dividend") are the same text of another story.
 *
 * <p><b>The decision</b> errs on the side of two stories, because a wrong merge hides news and a wrong split counts it
 * twice. Titles are compared without the desk's prefixes and origins ({@link Desk}), so a later version (UPDATE,
 * CORRECTED, RPT) is the same story. They are near-duplicates if
 *
 * <ul>
 *   <li>their comparison forms are equal and have at least {@value #TITLE_WORDS} words (fewer: if the bodies are equal
 *       too), or
 *   <li>the Jaccard similarity of their sets of words is at least {@value #TITLE_SIMILARITY} and every decisive word
 *       (number, unit, name, direction: {@link Word.Weight}) is in both, in the same order, or
 *   <li>one of at least {@value #PREFIX_WORDS} words is the beginning of the other, and what follows has neither number
 *       nor name ("…; shares rise"), or
 *   <li>both bodies have {@value #BODY_WORDS} words and their beginnings are {@value #BODY_SIMILARITY} similar in
 *       shingles of three, and neither title has a number that contradicts the other.
 * </ul>
 *
 * <p><b>The fingerprint</b> is MinHash (Broder 1997), not SimHash: a headline has too few words for SimHash, where one
 * changed word of ten flips about ten of 64 bits. Three bands are minima over the title's words that are no function words, mixed with its
 * numbers (which must be equal anyway, so nothing is lost and the buckets shrink). The fourth
 * comes from the body where it is long enough, else from the title.
 */
public final class NearDuplicates {

    public static final double TITLE_SIMILARITY = 0.7;
    public static final double BODY_SIMILARITY = 0.8;
    static final int TITLE_WORDS = 4;
    static final int PREFIX_WORDS = 6;
    static final int BODY_WORDS = 50;
    private static final int COMPARED_TITLE_WORDS = 100;
    private static final int COMPARED_BODY_WORDS = 200;
    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;

    private NearDuplicates() {}

    /**
     * @param title of normal form; its first 100 words count
     * @param body  of normal form, perhaps empty; its first 200 words count
     */
    public static long fingerprint(String title, String body) {
        List<Word> words = titleWords(title);
        List<Word> bodyWords = Words.of(body, COMPARED_BODY_WORDS);
        long seed = numbers(words).hashCode();
        Set<String> single = Shingles.of(contentWords(words), 1);
        long fingerprint = 0;
        for (int band = 0; band < BANDS; band++) {
            boolean ofBody = band == BANDS - 1 && bodyWords.size() >= BODY_WORDS;
            long minimum = ofBody
                    ? Shingles.minimum(Shingles.of(bodyWords, 3), band, 0)
                    : Shingles.minimum(single, band, seed);
            fingerprint = fingerprint << BAND_BITS | minimum >>> (Long.SIZE - BAND_BITS);
        }
        return fingerprint;
    }

    /** Four keys of 20 bits: the number of the band (0 to 3) and its 16 bits, so that one index serves all bands. */
    public static int[] bands(long fingerprint) {
        int[] keys = new int[BANDS];
        for (int band = 0; band < BANDS; band++) {
            int shift = (BANDS - 1 - band) * BAND_BITS;
            keys[band] = band << BAND_BITS | (int) (fingerprint >>> shift & 0xFFFF);
        }
        return keys;
    }

    /** Whether the texts are the same story; see the rules above. The order of the two does not matter. */
    public static boolean isNearDuplicate(Text left, Text right) {
        List<Word> a = titleWords(left.title());
        List<Word> b = titleWords(right.title());
        return titlesAgree(a, b, left, right) || bodiesAgree(a, b, left, right);
    }

    /** An article's title and body, both of normal form; the body may be empty. */
    public record Text(String title, String body) {}

    private static boolean titlesAgree(List<Word> a, List<Word> b, Text left, Text right) {
        if (Words.joined(a).equals(Words.joined(b))) {
            return !a.isEmpty() && (a.size() >= TITLE_WORDS || left.body().equals(right.body()));
        }
        if (Math.min(a.size(), b.size()) < TITLE_WORDS) {
            return false;
        }
        return isExtension(a, b)
                || isExtension(b, a)
                || (Shingles.jaccard(Shingles.of(a, 1), Shingles.of(b, 1)) >= TITLE_SIMILARITY && decisiveEqual(a, b));
    }

    private static boolean isExtension(List<Word> start, List<Word> whole) {
        return start.size() >= PREFIX_WORDS
                && start.size() < whole.size()
                && forms(start).equals(forms(whole.subList(0, start.size())))
                && whole.subList(start.size(), whole.size()).stream().noneMatch(Word::isHard);
    }

    /** A word is decisive for the pair if it is in one of them: the other may be written in capitals throughout. */
    private static boolean decisiveEqual(List<Word> a, List<Word> b) {
        Set<String> decisive = new HashSet<>();
        addDecisive(a, decisive);
        addDecisive(b, decisive);
        return forms(a).stream()
                .filter(decisive::contains)
                .toList()
                .equals(forms(b).stream().filter(decisive::contains).toList());
    }

    private static void addDecisive(List<Word> words, Set<String> decisive) {
        for (Word word : words) {
            if (word.weight() != Word.Weight.SOFT) {
                decisive.add(word.form());
            }
        }
    }

    private static boolean bodiesAgree(List<Word> a, List<Word> b, Text left, Text right) {
        List<Word> first = Words.of(left.body(), COMPARED_BODY_WORDS);
        List<Word> second = Words.of(right.body(), COMPARED_BODY_WORDS);
        return Math.min(first.size(), second.size()) >= BODY_WORDS
                && Shingles.jaccard(Shingles.of(first, 3), Shingles.of(second, 3)) >= BODY_SIMILARITY
                && (numbers(a).containsAll(numbers(b)) || numbers(b).containsAll(numbers(a)));
    }

    /** Without the words that half of all titles share; they would fill a bucket each. */
    private static List<Word> contentWords(List<Word> words) {
        List<Word> content = words.stream()
                .filter(word -> !Vocabulary.isFunctionWord(word.form()))
                .toList();
        return content.isEmpty() ? words : content;
    }

    private static List<Word> titleWords(String title) {
        return Words.of(Desk.stripped(title), COMPARED_TITLE_WORDS);
    }

    private static Set<String> numbers(List<Word> words) {
        return words.stream()
                .filter(word -> word.weight() == Word.Weight.NUMBER)
                .map(Word::form)
                .collect(Collectors.toSet());
    }

    private static List<String> forms(List<Word> words) {
        return words.stream().map(Word::form).toList();
    }
}
