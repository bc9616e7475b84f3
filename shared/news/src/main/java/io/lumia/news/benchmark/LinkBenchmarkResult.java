package io.lumia.news.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What {@link LinkBenchmark} measured.
 *
 * @param namedByPublisher   assets that no file names: the publisher's own name was used
 * @param unjudged           links to assets under which no headline of the files is filed: nobody can say, they do not count
 * @param byYear             scores by year, ascending
 * @param wrong              a sample of links that the publisher does not have, to be judged by a person
 * @param missed             a sample of named companies that were not linked
 * @param indexMillis        processor time for building the index, the second time
 * @param headlinesPerSecond linked per second of processor time, one thread, warm
 */
public record LinkBenchmarkResult(
        int assets,
        int namedByPublisher,
        long unjudged,
        LinkScore all,
        Map<Integer, LinkScore> byYear,
        List<Doubt> wrong,
        List<Doubt> missed,
        double indexMillis,
        double headlinesPerSecond) {

    public LinkBenchmarkResult {
        wrong = List.copyOf(wrong);
        missed = List.copyOf(missed);
    }

    /** A headline where linker and publisher disagree about a ticker. */
    public record Doubt(LocalDate date, String symbol, String title, Set<String> filedUnder) {

        public Doubt {
            filedUnder = Set.copyOf(filedUnder);
        }
    }

    /** For a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%,d assets (%d named by the publisher), index built in %.0f ms; %,d links to assets without headlines",
                assets,
                namedByPublisher,
                indexMillis,
                unjudged));
        lines.add("period       stories      links  precision  by ticker      named     recall");
        byYear.forEach((year, score) -> lines.add(line(String.valueOf(year), score)));
        lines.add(line("all", all));
        lines.add(String.format(Locale.ROOT, "%,.0f headlines per processor-second", headlinesPerSecond));
        return lines;
    }

    private static String line(String period, LinkScore score) {
        return String.format(
                Locale.ROOT,
                "%-8s %,11d %,10d %10.4f %10.4f %,10d %10.4f",
                period,
                score.stories(),
                score.links(),
                score.precision(),
                score.strictPrecision(),
                score.named(),
                score.recall());
    }
}
