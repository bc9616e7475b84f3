package io.lumia.sentiment;

import io.lumia.kernel.AppException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what a person types into a PostgreSQL {@code tsquery}: all words must be there, {@code "words in quotes"} one after
 * the other, a word with a minus in front not at all. A word or phrase of {@code financial-synonyms.txt} also finds those
 * that mean the same to people who ask about markets. In quotes it means only itself.
 */
public final class SearchWords {

    public static final int MAX_WORDS = 20;

    private static final String FILE = "financial-synonyms.txt";
    private static final int LONGEST_PHRASE = 4;
    private static final Pattern PART = Pattern.compile("(-?)\"([^\"]*)\"|(\\S+)");
    private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<List<String>, List<List<String>>> synonyms;

    private SearchWords(Map<List<String>, List<List<String>>> synonyms) {
        this.synonyms = Map.copyOf(synonyms);
    }

    /** With the list that ships. */
    public static SearchWords builtIn() {
        try (InputStream file = SearchWords.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return of(new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines each a group of words and phrases with one meaning, separated by commas; # begins a remark */
    static SearchWords of(List<String> lines) {
        Map<List<String>, List<List<String>>> synonyms = new HashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                List<List<String>> group =
                        Arrays.stream(line.split(",")).map(SearchWords::words).toList();
                group.forEach(phrase -> synonyms.put(phrase, group));
            }
        }
        return new SearchWords(synonyms);
    }

    /** Fails with INVALID_INPUT where there is no word, or more than {@link #MAX_WORDS}. */
    public String query(String typed) {
        List<String> parts = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int words = 0;
        Matcher matcher = PART.matcher(typed);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            String plain = matcher.group(3);
            boolean not = quoted == null
                    ? plain.length() > 1 && plain.startsWith("-")
                    : !matcher.group(1).isEmpty();
            List<String> found = words(quoted == null ? plain : quoted);
            words += found.size();
            if (quoted == null && !not) {
                run.addAll(found);
            } else if (!found.isEmpty()) {
                parts.addAll(expanded(run));
                run.clear();
                parts.add((not ? "!" : "") + phrase(found));
            }
        }
        parts.addAll(expanded(run));
        if (words == 0 || words > MAX_WORDS || parts.stream().allMatch(part -> part.startsWith("!"))) {
            throw AppException.invalid("q", typed, "1 to %d words to find, such as earnings".formatted(MAX_WORDS));
        }
        return String.join(" & ", parts);
    }

    /** The longest phrase that begins at each word is looked up first. */
    private List<String> expanded(List<String> run) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < run.size(); ) {
            int length = Math.min(LONGEST_PHRASE, run.size() - at);
            while (length > 1 && !synonyms.containsKey(run.subList(at, at + length))) {
                length--;
            }
            List<String> phrase = List.copyOf(run.subList(at, at + length));
            parts.add(synonyms.getOrDefault(phrase, List.of(phrase)).stream()
                    .map(SearchWords::phrase)
                    .collect(Collectors.joining(" | ", "(", ")")));
            at += length;
        }
        return parts;
    }

    private static String phrase(List<String> words) {
        return words.stream().collect(Collectors.joining(" <-> ", "(", ")"));
    }

    private static List<String> words(String text) {
        return Arrays.stream(SEPARATOR.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
