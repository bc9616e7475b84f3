package io.lumia.news.link;

import io.lumia.news.link.Mention.Verdict;
import io.lumia.news.link.TokenizedText.Shape;
import io.lumia.news.link.TokenizedText.Style;
import io.lumia.news.link.TokenizedText.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds names: Aho-Corasick over the words, then the leftmost longest match that does not reach over a break, is written
 * with the capitals that the name asks for and was valid on the day.
 */
final class NameFinder {

    private final AssetIndex index;
    private final ContextRules rules;

    NameFinder(AssetIndex index) {
        this.index = index;
        this.rules = new ContextRules(index);
    }

    /** Words that match a pattern, with what the pattern may mean that day. */
    private record Match(int first, int last, List<NameEntry> entries) {}

    /** In the order of the text; {@code covered[i]} is set where word i belongs to a match, accepted or not. */
    List<Mention> find(TokenizedText text, TextKind kind, LocalDate day, boolean[] covered) {
        List<Mention> mentions = new ArrayList<>();
        for (Match match : longest(text, kind, day)) {
            for (int i = match.first(); i <= match.last(); i++) {
                covered[i] = true;
            }
            addMentions(text, match, mentions);
        }
        return mentions;
    }

    private void addMentions(TokenizedText text, Match match, List<Mention> mentions) {
        List<NameEntry> best = best(match.entries());
        boolean ambiguous = best.stream()
                        .map(entry -> index.company(entry.asset()))
                        .distinct()
                        .count()
                > 1;
        for (NameEntry entry : best) {
            Verdict verdict = rules.judge(text, match.first(), match.last(), entry);
            if (verdict == Verdict.ACCEPTED && ambiguous) {
                verdict = Verdict.NEEDS_SUPPORT;
            }
            if (verdict != Verdict.REJECTED) {
                mentions.add(new Mention(
                        entry.asset(),
                        entry.form(),
                        match.first(),
                        match.last(),
                        text.token(match.first()).start(),
                        text.token(match.last()).end(),
                        verdict));
            }
        }
    }

    /** A company's full name goes before another's nickname or short form; words that stand for nothing drop out. */
    private static List<NameEntry> best(List<NameEntry> entries) {
        List<NameEntry> assets = entries.stream()
                .filter(entry -> entry.asset() != NameEntry.NO_ASSET)
                .toList();
        int rank =
                assets.stream().mapToInt(entry -> entry.form().ordinal()).min().orElse(Integer.MAX_VALUE);
        List<NameEntry> best = new ArrayList<>();
        for (NameEntry entry : assets) {
            boolean seen = best.stream().anyMatch(other -> other.asset() == entry.asset());
            if (entry.form().ordinal() == rank && !seen) {
                best.add(entry);
            }
        }
        return best;
    }

    private List<Match> longest(TokenizedText text, TextKind kind, LocalDate day) {
        Match[] longestFrom = new Match[text.size()];
        index.trie().parseText(text.joined(), emit -> {
            int first = text.tokenAtJoined(emit.getStart() + 1);
            String pattern = emit.getKeyword().substring(1, emit.getKeyword().length() - 1);
            int last = first + (int) pattern.chars().filter(unit -> unit == ' ').count();
            Match known = longestFrom[first];
            if (known == null || last > known.last()) {
                List<NameEntry> entries = possible(text, kind, day, first, last, pattern);
                if (!entries.isEmpty()) {
                    longestFrom[first] = new Match(first, last, entries);
                }
            }
            return true;
        });
        List<Match> matches = new ArrayList<>();
        int next = 0;
        for (Match match : longestFrom) {
            if (match != null && match.first() >= next) {
                matches.add(match);
                next = match.last() + 1;
            }
        }
        return matches;
    }

    private List<NameEntry> possible(
            TokenizedText text, TextKind kind, LocalDate day, int first, int last, String pattern) {
        for (int i = first + 1; i <= last; i++) {
            if (text.token(i).breakBefore()) {
                return List.of();
            }
        }
        return index.entries(pattern).stream()
                .filter(entry -> entry.validity().contains(day))
                .filter(entry -> entry.possessiveToken() < 0
                        || text.token(first + entry.possessiveToken()).possessive())
                .filter(entry -> capitalsFit(text, kind, first, last, entry))
                .toList();
    }

    private static boolean capitalsFit(TokenizedText text, TextKind kind, int first, int last, NameEntry entry) {
        for (int i = first; i <= last; i++) {
            Token token = text.token(i);
            boolean connector = i > first && WordLists.CONNECTORS.contains(token.word());
            if (!connector && !capitalFits(text, kind, token, entry, first == last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean capitalFits(
            TokenizedText text, TextKind kind, Token token, NameEntry entry, boolean single) {
        boolean posted = kind == TextKind.SOCIAL
                && (!single
                        || WordLists.isDistinctive(token.word()) && token.word().length() > 3);
        return switch (token.shape()) {
            case LOWER -> posted && !entry.upperOnly();
            case CAPITALISED -> !entry.upperOnly();
            case MIXED -> !entry.upperOnly() && (entry.lowerCase() || startsUpper(text, token));
            case UPPER ->
                !(entry.upperOnly() && text.style() == Style.ALL_CAPS && WordLists.NO_TICKER.contains(token.word()));
            case DIGITS -> true;
        };
    }

    private static boolean startsUpper(TokenizedText text, Token token) {
        char unit = text.text().charAt(token.start());
        return Character.isUpperCase(unit)
                || Character.isDigit(unit)
                || token.shape() == Shape.UPPER
                || Character.isUpperCase(text.text().charAt(Math.min(token.start() + 1, token.end() - 1)));
    }
}
