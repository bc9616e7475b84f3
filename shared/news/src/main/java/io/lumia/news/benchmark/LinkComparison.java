package io.lumia.news.benchmark;

import io.lumia.kernel.AssetId;
import io.lumia.news.link.AssetIndex;
import io.lumia.news.link.KnownAsset;
import io.lumia.news.link.Link;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Collects the counts of all stories. */
final class LinkComparison {

    private final BenchmarkAssets assets;
    private final Set<String> filed;
    private final NamedCompanies named;
    private final RandomGenerator random;
    private final Map<String, String> companyOfSymbol = new HashMap<>();
    private final Map<AssetId, String> symbolOfAsset = new HashMap<>();
    private final Map<Integer, LinkScore> byYear = new TreeMap<>();
    private final List<LinkBenchmarkResult.Doubt> wrong = new ArrayList<>();
    private final List<LinkBenchmarkResult.Doubt> missed = new ArrayList<>();
    private long unjudged;
    private long wrongSeen;
    private long missedSeen;

    LinkComparison(
            BenchmarkAssets assets, Set<String> filed, NamedCompanies named, AssetIndex index, RandomGenerator random) {
        this.assets = assets;
        this.filed = filed;
        this.named = named;
        this.random = random;
        for (KnownAsset asset : assets.assets()) {
            String symbol = asset.tickers().getFirst().symbol();
            symbolOfAsset.put(asset.assetId(), symbol);
            companyOfSymbol.put(symbol, index.companyOf(asset.assetId()));
        }
    }

    void add(Story story, List<Link> links, int sampleSize) {
        Set<String> truth = new HashSet<>(story.symbols());
        truth.retainAll(companyOfSymbol.keySet());
        Set<String> trueCompanies = companies(truth);
        Set<String> linked = new HashSet<>();
        links.forEach(link -> linked.add(symbolOf(link)));
        int all = linked.size();
        linked.retainAll(filed);
        unjudged += all - linked.size();
        Set<String> linkedCompanies = companies(linked);
        Set<String> namedCompanies = new HashSet<>();
        for (String symbol : truth) {
            if (named.names(story.title(), symbol)) {
                namedCompanies.add(company(symbol));
                if (!linkedCompanies.contains(company(symbol))) {
                    missedSeen++;
                    sample(
                            missed,
                            missedSeen,
                            sampleSize,
                            new LinkBenchmarkResult.Doubt(story.date(), symbol, story.title(), story.symbols()));
                }
            }
        }
        for (String symbol : new TreeSet<>(linked)) {
            if (!trueCompanies.contains(company(symbol))) {
                wrongSeen++;
                sample(
                        wrong,
                        wrongSeen,
                        sampleSize,
                        new LinkBenchmarkResult.Doubt(story.date(), symbol, story.title(), story.symbols()));
            }
        }
        byYear.merge(
                story.date().getYear(),
                score(truth, trueCompanies, linked, linkedCompanies, namedCompanies),
                LinkScore::plus);
    }

    private static LinkScore score(
            Set<String> truth,
            Set<String> trueCompanies,
            Set<String> linked,
            Set<String> linkedCompanies,
            Set<String> namedCompanies) {
        return new LinkScore(
                1,
                linkedCompanies.size(),
                linkedCompanies.stream().filter(trueCompanies::contains).count(),
                linked.size(),
                linked.stream().filter(truth::contains).count(),
                trueCompanies.size(),
                namedCompanies.size(),
                namedCompanies.stream().filter(linkedCompanies::contains).count());
    }

    /** Reservoir sampling: each has the same chance (J. S. Vitter, 1985, algorithm R). */
    private void sample(List<LinkBenchmarkResult.Doubt> kept, long seen, int size, LinkBenchmarkResult.Doubt doubt) {
        if (kept.size() < size) {
            kept.add(doubt);
        } else if (size > 0) {
            long place = random.nextLong(seen);
            if (place < size) {
                kept.set((int) place, doubt);
            }
        }
    }

    private String symbolOf(Link link) {
        return symbolOfAsset.getOrDefault(link.assetId(), "");
    }

    private String company(String symbol) {
        return companyOfSymbol.getOrDefault(symbol, symbol);
    }

    private Set<String> companies(Set<String> symbols) {
        Set<String> companies = new HashSet<>();
        symbols.forEach(symbol -> companies.add(company(symbol)));
        return companies;
    }

    LinkBenchmarkResult result(double indexMillis, double headlinesPerSecond) {
        LinkScore all = byYear.values().stream().reduce(LinkScore.NOTHING, LinkScore::plus);
        return new LinkBenchmarkResult(
                assets.assets().size(),
                assets.namedByPublisher(),
                unjudged,
                all,
                byYear,
                wrong,
                missed,
                indexMillis,
                headlinesPerSecond);
    }
}
