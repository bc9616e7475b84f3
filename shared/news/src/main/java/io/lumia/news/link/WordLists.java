package io.lumia.news.link;

import io.lumia.kernel.AppException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The word lists beside this class. All words are folded: lower case, no accents. */
final class WordLists {

    private static final Map<String, Set<String>> CONTEXT = sections("context-words.txt");
    private static final Set<String> COMMON = all("common-words.txt");
    private static final Set<String> LESS_COMMON = all("less-common-words.txt");
    private static final Set<String> GUARDED = all("guarded-words.txt");
    private static final Map<String, Set<String>> CONTRADICTIONS = contradictions();

    static final Set<String> AFTER = section("after");
    static final Set<String> BEFORE = section("before");
    static final Set<String> SUFFIXES = section("suffixes");
    static final Set<String> FOREIGN_FORMS = section("foreign-forms");
    static final Set<String> DESCRIPTORS = section("descriptors");
    static final Set<String> RATINGS = section("ratings");
    static final Set<String> RATING_WORDS = section("rating-words");
    static final Set<String> BROKERS = section("brokers");
    static final Set<String> TICKER_AFTER = section("ticker-after");
    static final Set<String> TICKER_BEFORE = section("ticker-before");
    static final Set<String> VENUE_BEFORE = section("venue-before");
    static final Set<String> GIVEN_NAMES = section("given-names");
    static final Set<String> CORPORATE_DESCRIPTORS = section("corporate-descriptors");
    static final Set<String> DEMONYMS = section("demonyms");
    static final Set<String> VENUES = section("venues");
    static final Set<String> NO_TICKER = section("no-ticker");
    static final Set<String> CURRENCIES = section("currencies");
    static final Set<String> FUNCTION = section("function");
    static final Set<String> CONNECTORS = section("connectors");

    private WordLists() {}

    /** A word of the language: target, gap, best. */
    static boolean isCommon(String word) {
        return COMMON.contains(word);
    }

    /** A word that is also a place, a person, a plant: delta, ford, apple. */
    static boolean isGuarded(String word) {
        return GUARDED.contains(word) || LESS_COMMON.contains(word);
    }

    /** A word that stands at the beginning of a sentence like any other, being no part of a name: early, fake. */
    static boolean isPlain(String word) {
        return COMMON.contains(word)
                || LESS_COMMON.contains(word) && !GUARDED.contains(word)
                || DEMONYMS.contains(word);
    }

    /** May stand for a company whose name it begins; adobe may, delta and target may not. */
    static boolean isPossibleShortName(String word) {
        return !isCommon(word) && !GUARDED.contains(word) && !DESCRIPTORS.contains(word) && !FUNCTION.contains(word);
    }

    static boolean isDistinctive(String word) {
        return !isCommon(word) && !isGuarded(word) && !DESCRIPTORS.contains(word) && !FUNCTION.contains(word);
    }

    /** Whether the neighbour on that side ("before", "after") shows that the name is not the company. */
    static boolean contradicts(String name, String side, String neighbour) {
        return CONTRADICTIONS.getOrDefault(name + ' ' + side, Set.of()).contains(neighbour);
    }

    private static Set<String> section(String name) {
        return Objects.requireNonNull(CONTEXT.get(name), name);
    }

    private static Map<String, Set<String>> sections(String resource) {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : lines(resource)) {
            if (line.startsWith("[")) {
                current = sections.computeIfAbsent(line.substring(1, line.length() - 1), _ -> new HashSet<>());
            } else {
                current.addAll(List.of(line.split(" ")));
            }
        }
        return sections;
    }

    private static Set<String> all(String resource) {
        Set<String> words = new HashSet<>();
        for (String line : lines(resource)) {
            if (!line.startsWith("[")) {
                words.addAll(List.of(line.split(" ")));
            }
        }
        return words;
    }

    private static Map<String, Set<String>> contradictions() {
        Map<String, Set<String>> found = new HashMap<>();
        List<String> lines = lines("contradictions.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            if (cells.length != 3) {
                throw AppException.invalid("contradictions.csv", line, "name,side,words");
            }
            found.computeIfAbsent(cells[0] + ' ' + cells[1], _ -> new HashSet<>())
                    .addAll(List.of(cells[2].split(" ")));
        }
        return found;
    }

    private static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordLists.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
