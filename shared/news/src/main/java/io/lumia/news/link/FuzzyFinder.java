package io.lumia.news.link;

import io.lumia.news.link.Mention.Verdict;
import io.lumia.news.link.TokenizedText.Shape;
import io.lumia.news.link.TokenizedText.Style;
import io.lumia.news.link.TokenizedText.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Finds misspelt names (Citgroup, Mc Donald's) among the capitalised words that no pattern covers. Winkler's similarity
 * (W. E. Winkler, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model", 1990) of at least
 * {@link #SIMILAR} between spellings without blanks, of seven letters at least, equal in the first three, of nearly equal
 * length.
 */
final class FuzzyFinder {

    static final double SIMILAR = 0.96;
    static final int LONGEST_NAME = 3;
    static final int LONGEST_DIFFERENCE = 1;
    static final int MAXIMUM_PLACES = 64;
    static final int MAXIMUM_CANDIDATES = 64;

    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
    private final AssetIndex index;

    FuzzyFinder(AssetIndex index) {
        this.index = index;
    }

    /** At most {@link #MAXIMUM_PLACES} places of a text are compared, those first in it. */
    List<Mention> find(TokenizedText text, LocalDate day, boolean[] covered) {
        List<Mention> mentions = new ArrayList<>();
        int places = 0;
        for (int first = 0; first < text.size() && places < MAXIMUM_PLACES; first++) {
            if (!worth(text, first, covered)) {
                continue;
            }
            places++;
            Optional<Mention> mention = longestFrom(text, first, day, covered);
            if (mention.isPresent()) {
                mentions.add(mention.get());
                first = mention.get().lastToken();
            }
        }
        return mentions;
    }

    private boolean worth(TokenizedText text, int token, boolean[] covered) {
        Shape shape = text.token(token).shape();
        boolean capital = shape == Shape.CAPITALISED || shape == Shape.MIXED;
        return !covered[token] && capital && text.style() != Style.ALL_CAPS;
    }

    private Optional<Mention> longestFrom(TokenizedText text, int first, LocalDate day, boolean[] covered) {
        for (int count = LONGEST_NAME; count >= 1; count--) {
            int last = first + count - 1;
            if (fits(text, first, last, covered)) {
                Optional<Mention> mention = similar(text, first, last, day);
                if (mention.isPresent()) {
                    return mention;
                }
            }
        }
        return Optional.empty();
    }

    private boolean fits(TokenizedText text, int first, int last, boolean[] covered) {
        if (last >= text.size()) {
            return false;
        }
        boolean strange = false;
        for (int i = first; i <= last; i++) {
            Token token = text.token(i);
            boolean broken = i > first && token.breakBefore();
            if (covered[i] || broken || token.shape() == Shape.LOWER) {
                return false;
            }
            strange |= !index.isNameWord(token.word())
                    && WordLists.isDistinctive(token.word())
                    && token.word().length() >= 2;
        }
        return strange;
    }

    private Optional<Mention> similar(TokenizedText text, int first, int last, LocalDate day) {
        StringBuilder compact = new StringBuilder();
        for (int i = first; i <= last; i++) {
            compact.append(text.word(i));
        }
        return mostSimilar(text, first, last, day, compact)
                .or(() -> text.token(last).possessive()
                        ? mostSimilar(text, first, last, day, compact.append('s'))
                        : Optional.empty());
    }

    private Optional<Mention> mostSimilar(
            TokenizedText text, int first, int last, LocalDate day, StringBuilder compact) {
        if (compact.length() < AssetIndex.FUZZY_SHORTEST - LONGEST_DIFFERENCE) {
            return Optional.empty();
        }
        String best = "";
        double highest = 0;
        List<String> candidates = index.fuzzyCandidates(compact.substring(0, AssetIndex.FUZZY_PREFIX));
        for (String pattern : candidates.subList(0, Math.min(MAXIMUM_CANDIDATES, candidates.size()))) {
            String name = pattern.replace(" ", "");
            if (Math.abs(name.length() - compact.length()) <= LONGEST_DIFFERENCE) {
                double value = similarity.apply(name, compact);
                if (value > highest) {
                    highest = value;
                    best = pattern;
                }
            }
        }
        return highest >= SIMILAR && !inflected(best, compact.toString())
                ? mention(text, first, last, day, best)
                : Optional.empty();
    }

    /** Another word with the same stem rather than a slip: plural, -n, -d. */
    private static boolean inflected(String pattern, String compact) {
        String name = pattern.replace(" ", "");
        boolean longer = compact.length() == name.length() + 1 && compact.startsWith(name);
        boolean shorter = name.length() == compact.length() + 1 && name.startsWith(compact);
        return longer || shorter;
    }

    private Optional<Mention> mention(TokenizedText text, int first, int last, LocalDate day, String pattern) {
        List<NameEntry> entries = index.entries(pattern).stream()
                .filter(entry ->
                        entry.form() == NameForm.FULL && entry.validity().contains(day))
                .toList();
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        int asset = entries.getFirst().asset();
        int start = text.token(first).start();
        int end = text.token(last).end();
        return Optional.of(new Mention(asset, NameForm.FUZZY, first, last, start, end, Verdict.ACCEPTED));
    }
}
