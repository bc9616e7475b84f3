package io.lumia.news.benchmark;

import io.lumia.kernel.AppException;
import io.lumia.news.link.AliasFile;
import io.lumia.news.link.ArticleText;
import io.lumia.news.link.AssetIndex;
import io.lumia.news.link.EntityLinker;
import io.lumia.news.link.Link;
import io.lumia.news.link.TextKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Links headlines whose tickers are known and hidden, and compares. The files may be gzip.
 *
 * <ul>
 *   <li>headlines: columns {@code date} or {@code published_at}, {@code symbol} or {@code symbols}, {@code title}, and
 *       optionally {@code body}, {@code company};
 *   <li>assets: columns {@code symbol} or {@code Symbol}, one of {@code name}, {@code name_2017}, {@code name_2026},
 *       {@code name_nasdaq}, {@code Security}, and optionally {@code cik}, {@code exchange}.
 * </ul>
 */
public final class LinkBenchmark {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final AliasFile aliases;
    private final RandomGenerator random;

    /** Chance picks the samples only. */
    public LinkBenchmark(AliasFile aliases, RandomGenerator random) {
        this.aliases = aliases;
        this.random = random;
    }

    /**
     * What to read, and how.
     *
     * @param bodies     whether the linker reads the bodies too; the headline decides in any case what is "named"
     * @param sampleSize how many of the wrong and of the missed to keep
     */
    public record Settings(List<Path> headlines, List<Path> assets, boolean bodies, int sampleSize) {

        public Settings {
            headlines = List.copyOf(headlines);
            assets = List.copyOf(assets);
            if (sampleSize < 0) {
                throw AppException.invalid("sample size", sampleSize, "0 or more");
            }
        }
    }

    public LinkBenchmarkResult run(Settings settings) {
        List<Headline> headlines = Headline.read(settings.headlines());
        BenchmarkAssets assets = BenchmarkAssets.read(settings.assets(), headlines);
        AssetIndex.build(assets.assets(), aliases);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        AssetIndex index = AssetIndex.build(assets.assets(), aliases);
        double indexMillis = (threads.getCurrentThreadCpuTime() - begin) / NANOS_PER_MILLI;
        List<ArticleText> texts = new ArrayList<>();
        List<Story> stories = Story.of(headlines);
        stories.forEach(story -> texts.add(text(story, settings.bodies())));
        EntityLinker linker = new EntityLinker(index);
        List<List<Link>> links = texts.stream().map(linker::link).toList();
        Set<String> filed = new HashSet<>();
        stories.forEach(story -> filed.addAll(story.symbols()));
        LinkComparison comparison =
                new LinkComparison(assets, filed, new NamedCompanies(assets, headlines), index, random);
        for (int i = 0; i < stories.size(); i++) {
            comparison.add(stories.get(i), links.get(i), settings.sampleSize());
        }
        return comparison.result(indexMillis, speed(linker, texts));
    }

    private static ArticleText text(Story story, boolean bodies) {
        return new ArticleText(story.title(), bodies ? story.body() : "", story.date(), TextKind.EDITORIAL, List.of());
    }

    /** A second pass over all of them, the JVM being warm, in processor time: others may use the machine. */
    private static double speed(EntityLinker linker, List<ArticleText> texts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long links = 0;
        for (ArticleText text : texts) {
            links += linker.link(text).size();
        }
        double seconds = (threads.getCurrentThreadCpuTime() - begin) / NANOS_PER_SECOND;
        return links < 0 || seconds <= 0 ? 0 : texts.size() / seconds;
    }
}
