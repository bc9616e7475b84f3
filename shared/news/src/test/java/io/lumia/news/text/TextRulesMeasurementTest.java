package io.lumia.news.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import io.lumia.market.ArticleKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Prints the figures that package-info cites. Needs the Reuters and SEntFiN files beside the project; skips without. */
final class TextRulesMeasurementTest {

    private static final Path REUTERS = Path.of("../../../shared/data/news/reuters_headlines_2011_2017.csv.gz");
    private static final Path SENTFIN = Path.of("../../../shared/data/sentiment/sentfin_entity_headlines.train.csv.gz");
    private static final Path TWEETS = Path.of("../../../shared/data/news/stocknet_tweets_2014_2015Q3.csv.gz");

    @Test
    void measuresNearDuplicatesOfADay() throws IOException {
        int equal = 0;
        int near = 0;
        int found = 0;
        long candidates = 0;
        Map<String, List<String>> days = titlesByDay();
        for (List<String> day : days.values()) {
            Keyed[] titles = day.stream().map(Keyed::of).toArray(Keyed[]::new);
            for (int one = 0; one < titles.length; one++) {
                for (int other = one + 1; other < titles.length; other++) {
                    boolean shared = titles[one].sharesBand(titles[other]);
                    boolean same = titles[one].form().equals(titles[other].form());
                    boolean duplicate = titles[one].isNear(titles[other]);
                    candidates += shared ? 1 : 0;
                    equal += same ? 1 : 0;
                    near += duplicate && !same ? 1 : 0;
                    found += duplicate && !same && shared ? 1 : 0;
                }
            }
        }
        int articles = days.values().stream().mapToInt(List::size).sum();
        System.out.printf(
                "near-duplicates: %d titles of a day, %d pairs equal in comparison form, %d more near, %d of them share a band;"
                        + " %.2f candidates per title and day%n",
                articles, equal, near, found, 2.0 * candidates / articles);
        assertThat(found).isGreaterThan((int) (0.98 * near));
    }

    @Test
    void aChangedNumberOrNameIsNoDuplicate() throws IOException {
        int numbers = 0;
        int names = 0;
        int merged = 0;
        for (String title : distinct(REUTERS, "title")) {
            String number = title.replaceFirst("(\\d)(?=\\D|$)", "$17");
            String name = title.replaceFirst("(?<= )[A-Z][a-z]{5,}", "Zyxel");
            numbers += number.equals(title) ? 0 : 1;
            names += name.equals(title) ? 0 : 1;
            boolean desk = Desk.stripped(number).equals(Desk.stripped(title));
            merged += !number.equals(title) && !desk && Keyed.of(title).isNear(Keyed.of(number)) ? 1 : 0;
            boolean tail = Desk.stripped(name).equals(Desk.stripped(title));
            merged += !name.equals(title) && !tail && Keyed.of(title).isNear(Keyed.of(name)) ? 1 : 0;
        }
        System.out.printf("changed: %d numbers, %d names, %d taken for the same story%n", numbers, names, merged);
        assertThat(merged).isLessThan((numbers + names) / 1_000);
    }

    @Test
    void measuresLanguages() throws IOException {
        Languages languages = Languages.load();
        for (Path file : List.of(REUTERS, SENTFIN)) {
            Set<String> titles = distinct(file, file.equals(REUTERS) ? "title" : "Title");
            for (String stated : List.of(Languages.UNDECIDED, Languages.ENGLISH)) {
                Map<String, Long> counts = titles.stream()
                        .collect(Collectors.groupingBy(
                                title -> languages.detect(title, stated), TreeMap::new, Collectors.counting()));
                System.out.printf("languages: %s, stated %s: %s%n", file.getFileName(), stated, counts);
                assertThat(counts.get(Languages.ENGLISH)).isGreaterThan((long) (0.99 * titles.size()));
            }
        }
    }

    @Test
    void measuresTheFloor() throws IOException {
        List<String> refused = distinct(REUTERS, "title").stream()
                .filter(title -> QualityFloor.ofTitle(title) instanceof QualityFloor.Refused)
                .toList();
        List<String> posts = column(TWEETS, "text");
        long silent = posts.stream()
                .filter(post -> QualityFloor.ofPost(post) instanceof QualityFloor.Refused)
                .count();
        System.out.printf("floor: refused titles %s; refused posts %d of %d%n", refused, silent, posts.size());
        assertThat(refused).contains("A", ".", "Delete").hasSizeLessThan(20);
    }

    @Test
    void measuresSpeed() throws IOException {
        Languages languages = Languages.load();
        List<String> titles = new ArrayList<>(distinct(REUTERS, "title")).subList(0, 40_000);
        int checked = 0;
        long start = 0;
        for (int round = 0; round < 2; round++) {
            start = System.nanoTime();
            for (String title : titles) {
                checked += passes(languages, title) ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("speed: %.0f articles/s through all rules on one thread%n", titles.size() / seconds);
        assertThat(checked).isPositive();
    }

    private static boolean passes(Languages languages, String raw) {
        String title = clean(raw);
        return QualityFloor.ofTitle(title) instanceof QualityFloor.Accepted
                && languages.detect(title, Languages.ENGLISH).equals(Languages.ENGLISH)
                && ArticleTypes.of(ArticleKind.NEWS, "Reuters", title) != null
                && ContentHash.of(title, "").length()
                        == NearDuplicates.bands(NearDuplicates.fingerprint(title, "")).length * 16
                && CanonicalUrl.parse("https://www.example.com/article/" + title.hashCode() + "?utm_source=rss&id=1")
                        .isPresent();
    }

    private record Keyed(String title, String form, int[] bands) {

        static Keyed of(String title) {
            String form = Words.joined(Words.of(Desk.stripped(title), NormalText.TITLE_CHARACTERS));
            return new Keyed(title, form, NearDuplicates.bands(NearDuplicates.fingerprint(title, "")));
        }

        boolean sharesBand(Keyed other) {
            for (int band = 0; band < bands.length; band++) {
                if (bands[band] == other.bands[band]) {
                    return true;
                }
            }
            return false;
        }

        /** Cheap questions first: no two titles without three common words of four can be near. */
        boolean isNear(Keyed other) {
            Set<String> ours = Set.copyOf(Arrays.asList(form.split(" ")));
            long shared =
                    Arrays.stream(other.form.split(" ")).filter(ours::contains).count();
            return shared >= 3
                    && NearDuplicates.isNearDuplicate(
                            new NearDuplicates.Text(title, ""), new NearDuplicates.Text(other.title, ""));
        }
    }

    private static Map<String, List<String>> titlesByDay() throws IOException {
        List<String> dates = column(REUTERS, "date");
        List<String> titles = column(REUTERS, "title");
        Map<String, Set<String>> days = new LinkedHashMap<>();
        for (int row = 0; row < dates.size(); row++) {
            days.computeIfAbsent(dates.get(row), date -> new LinkedHashSet<>()).add(titles.get(row));
        }
        return days.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
    }

    private static Set<String> distinct(Path file, String field) throws IOException {
        return new LinkedHashSet<>((Collection<String>) column(file, field));
    }

    private static List<String> column(Path file, String field) throws IOException {
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file.getFileName() + " beside the project");
        try (var input = new GZIPInputStream(Files.newInputStream(file));
                var reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(input, StandardCharsets.UTF_8))) {
            return reader.stream().map(row -> clean(row.getField(field))).toList();
        }
    }

    private static String clean(String raw) {
        return ((NormalText.Clean) NormalText.title(raw)).text();
    }
}
