package io.lumia.news.link;

import io.lumia.news.link.Evidence.Field;
import io.lumia.news.link.Mention.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says which assets a text is about. The same text and index give the same links; time is linear in the text; threads may
 * share a linker.
 */
public final class EntityLinker {

    /** A text that names more is a list: those of least relevance are left out. */
    public static final int MAXIMUM_LINKS = 50;

    /** Further mentions count, but are not kept as evidence. */
    public static final int MAXIMUM_EVIDENCE = 20;

    private final AssetIndex index;
    private final NameFinder names;
    private final TickerFinder tickers;
    private final FuzzyFinder fuzzy;

    public EntityLinker(AssetIndex index) {
        this.index = index;
        this.names = new NameFinder(index);
        this.tickers = new TickerFinder(index);
        this.fuzzy = new FuzzyFinder(index);
    }

    /** A field with its mentions. */
    private record Scan(Field field, TokenizedText text, List<Mention> mentions) {}

    /** A mention that counts, and where it is. */
    private record Placed(Scan scan, Mention mention) {}

    /** The links, the most relevant first; at equal relevance in the order of the index. */
    public List<Link> link(ArticleText article) {
        List<Scan> scans =
                List.of(scan(Field.TITLE, article.title(), article), scan(Field.BODY, article.body(), article));
        Set<Integer> provided = provided(article);
        Map<Integer, List<Placed>> byAsset = group(scans, provided);
        int spans = spans(byAsset);
        boolean several = byAsset.keySet().stream()
                        .map(index::company)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        List<Ranked> links = new ArrayList<>();
        byAsset.forEach((asset, placed) ->
                links.add(new Ranked(asset, link(asset, placed, spans, several, provided.contains(asset)))));
        for (int asset : provided) {
            if (!byAsset.containsKey(asset)) {
                Link only = new Link(index.assetId(asset), Relevance.PROVIDER_ONLY, LinkMethod.PROVIDER, List.of());
                links.add(new Ranked(asset, only));
            }
        }
        return links.stream()
                .sorted(Comparator.comparingDouble(
                                (Ranked ranked) -> -ranked.link().relevance())
                        .thenComparingInt(Ranked::asset))
                .limit(MAXIMUM_LINKS)
                .map(Ranked::link)
                .toList();
    }

    private record Ranked(int asset, Link link) {}

    private Scan scan(Field field, String content, ArticleText article) {
        TokenizedText text = TokenizedText.of(content);
        boolean[] covered = new boolean[text.size()];
        List<Mention> mentions = new ArrayList<>(tickers.find(text, article.kind(), article.publishedOn()));
        boolean[] symbols = new boolean[text.size()];
        for (Mention mention : mentions) {
            for (int i = mention.firstToken(); i <= mention.lastToken(); i++) {
                symbols[i] = true;
            }
        }
        for (Mention name : names.find(text, article.kind(), article.publishedOn(), covered)) {
            if (!symbols[name.firstToken()]) {
                mentions.add(name);
            }
        }
        for (int i = 0; i < symbols.length; i++) {
            covered[i] |= symbols[i];
        }
        mentions.addAll(fuzzy.find(text, article.publishedOn(), covered));
        mentions.sort(Comparator.comparingInt(Mention::start).thenComparingInt(Mention::asset));
        return new Scan(field, text, mentions);
    }

    private Set<Integer> provided(ArticleText article) {
        Set<Integer> assets = new HashSet<>();
        for (String symbol : article.providerSymbols()) {
            assets.addAll(index.traded(symbol, article.publishedOn()));
        }
        return assets;
    }

    /** Sure mentions, and the doubtful ones of assets that a sure mention or the provider confirms. */
    private static Map<Integer, List<Placed>> group(List<Scan> scans, Set<Integer> provided) {
        Set<Integer> confirmed = new HashSet<>(provided);
        for (Scan scan : scans) {
            for (Mention mention : scan.mentions()) {
                if (mention.verdict() == Verdict.ACCEPTED) {
                    confirmed.add(mention.asset());
                }
            }
        }
        Map<Integer, List<Placed>> byAsset = new TreeMap<>();
        for (Scan scan : scans) {
            for (Mention mention : scan.mentions()) {
                if (confirmed.contains(mention.asset())) {
                    byAsset.computeIfAbsent(mention.asset(), _ -> new ArrayList<>())
                            .add(new Placed(scan, mention));
                }
            }
        }
        return byAsset;
    }

    /** Mentions of all companies; two share classes named by one word are one mention. */
    private static int spans(Map<Integer, List<Placed>> byAsset) {
        Set<Long> spans = new HashSet<>();
        for (List<Placed> placed : byAsset.values()) {
            for (Placed each : placed) {
                spans.add(((long) each.scan().field().ordinal() << Integer.SIZE)
                        + each.mention().start());
            }
        }
        return spans.size();
    }

    private Link link(int asset, List<Placed> placed, int spans, boolean others, boolean provided) {
        NameForm best = NameForm.FUZZY;
        List<Relevance.Weighed> weighed = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Placed each : placed) {
            Mention mention = each.mention();
            TokenizedText text = each.scan().text();
            Field field = each.scan().field();
            best = mention.form().ordinal() < best.ordinal() ? mention.form() : best;
            double strength = mention.form().strength() * Dampening.factor(text, mention, others);
            double place = Relevance.place(field, mention.start(), text.text().length());
            weighed.add(new Relevance.Weighed(strength, place));
            if (evidence.size() < MAXIMUM_EVIDENCE) {
                evidence.add(mention.evidence(field, text));
            }
        }
        return new Link(index.assetId(asset), Relevance.of(weighed, spans, provided), best.method(), evidence);
    }
}
