package io.lumia.news.benchmark;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A story, which the source repeats for each of its tickers: rows of one title, none more than {@link #NEAR_DAYS} days after
 * the one before. Its truth is the set of all their tickers.
 */
record Story(LocalDate date, String title, String body, Set<String> symbols) {

    static final int NEAR_DAYS = 3;

    /** In the order of their first rows. */
    static List<Story> of(List<Headline> headlines) {
        Map<String, Growing> open = new HashMap<>();
        List<Growing> all = new ArrayList<>();
        List<Headline> byDate = headlines.stream()
                .sorted(java.util.Comparator.comparing(Headline::date))
                .toList();
        for (Headline headline : byDate) {
            String key = headline.title().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
            Growing story = open.get(key);
            if (story == null || ChronoUnit.DAYS.between(story.last, headline.date()) > NEAR_DAYS) {
                story = new Growing(headline);
                open.put(key, story);
                all.add(story);
            }
            story.add(headline);
        }
        return all.stream().map(Growing::story).toList();
    }

    private static final class Growing {

        private final Headline first;
        private final Set<String> symbols = new TreeSet<>();
        private LocalDate last;

        Growing(Headline first) {
            this.first = first;
            this.last = first.date();
        }

        void add(Headline headline) {
            symbols.addAll(headline.symbols());
            last = headline.date();
        }

        Story story() {
            return new Story(first.date(), first.title(), first.body(), symbols);
        }
    }
}
