package io.lumia.functions.newsapi;

import io.lumia.kernel.Symbol;
import io.lumia.market.ArticleKind;
import io.lumia.market.Asset;
import io.lumia.market.AssetCatalog;
import io.lumia.market.AssetDefinition;
import io.lumia.market.AssetType;
import io.lumia.market.PriceBasis;
import io.lumia.market.Published;
import io.lumia.market.ReceivedArticle;
import io.lumia.market.Source;
import io.lumia.market.provider.ParsedAnswer.Row;
import io.lumia.news.TakeInArticles;
import io.lumia.platform.database.Sql;
import io.lumia.platform.database.Transactions;
import io.lumia.sentiment.NotScored;
import io.lumia.sentiment.Probabilities;
import io.lumia.sentiment.ScoreBook;
import io.lumia.sentiment.ScoreBook.ArticleScore;
import io.lumia.sentiment.ScoreBook.KnownModel;
import io.lumia.sentiment.Scoring;
import io.lumia.sentiment.Sentiment;
import io.lumia.signals.sentiment.Mentions;
import io.lumia.signals.sentiment.SentimentRules;
import io.lumia.signals.sentiment.SentimentStore;
import io.lumia.signals.sentiment.SentimentUpdate;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A few stories about Apple and Boeing in December 2014, taken in and scored; numbers made up so that they can be recomputed. */
public final class NewsBooks {

    public static final Instant COLLECTED = Instant.parse("2014-12-31T22:00:00Z");
    static final Instant COLLECTED_LATE = Instant.parse("2015-01-01T22:00:00Z");

    private final ApplicationContext context;

    private NewsBooks(ApplicationContext context) {
        this.context = context;
    }

    static void fill(ApplicationContext context) {
        new NewsBooks(context).fill();
    }

    private void fill() {
        Transactions transactions = context.getBean(Transactions.class);
        transactions.inTransaction(() -> {
            // TestBooks' AAPL has no name that a text could have.
            context.getBean(Sql.class)
                    .prepare(
                            "UPDATE market.asset SET name = 'Apple Inc.' WHERE asset_id = (SELECT asset_id FROM market.asset_symbol WHERE symbol = 'AAPL')",
                            statement -> statement.executeUpdate());
            context.getBean(AssetCatalog.class).merge(List.of(boeing()), source());
            take(COLLECTED, early());
            take(COLLECTED_LATE, late());
            score();
            update("AAPL");
            update("BA");
        });
    }

    private static AssetDefinition boeing() {
        return new AssetDefinition(
                Symbol.parse("BA"),
                "Boeing Co",
                AssetType.STOCK,
                "XNYS",
                "USD",
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                Map.of());
    }

    private static Source source() {
        return new Source("test", "news", COLLECTED, PriceBasis.RAW, "USD", "none", "nobody");
    }

    private static List<ReceivedArticle> early() {
        return List.of(
                news(
                        "2014-12-29T15:00:00Z",
                        "Reuters",
                        "Apple profit beats forecasts as phone sales soar",
                        "Apple Inc said on Monday that net income rose.",
                        "https://example.com/apple-profit"),
                news(
                        "2014-12-30T15:00:00Z",
                        "Example Wire",
                        "Boeing wins order for forty planes from an Asian airline",
                        "",
                        "https://example.com/boeing"),
                news(
                        "2014-12-30T16:00:00Z",
                        "Reuters",
                        "Airlines praise Boeing while Apple faces a lawsuit over batteries",
                        "",
                        ""),
                news(
                        "2014-12-31T12:00:00Z",
                        "Reuters",
                        "Les ventes de Noël déçoivent les grands magasins parisiens cette année",
                        "",
                        ""));
    }

    private static List<ReceivedArticle> late() {
        return List.of(news(
                "2014-12-30T17:00:00Z",
                "Reuters",
                "Apple recalls chargers after reports of overheating in homes",
                "",
                ""));
    }

    private static ReceivedArticle news(String publishedAt, String publisher, String title, String body, String url) {
        return new ReceivedArticle(
                "",
                ArticleKind.NEWS,
                publisher,
                title,
                body,
                url,
                "",
                Published.at(Instant.parse(publishedAt)),
                List.of());
    }

    private void take(Instant collectedAt, List<ReceivedArticle> articles) {
        List<Row<ReceivedArticle>> rows = new ArrayList<>();
        articles.forEach(article -> rows.add(new Row<>(rows.size() + 2L, "*", article, article.title())));
        context.getBean(TakeInArticles.class).take(rows, "test", collectedAt);
    }

    private void score() {
        ScoreBook book = context.getBean(ScoreBook.class);
        KnownModel model = book.begin("test-1", COLLECTED);
        int apple = key("AAPL");
        int boeing = key("BA");
        book.add(
                List.of(
                        new ArticleScore(1, 0, sentiment(0.05, 0.15, 0.8)),
                        new ArticleScore(1, apple, sentiment(0.05, 0.15, 0.8)),
                        new ArticleScore(2, 0, sentiment(0.1, 0.2, 0.7)),
                        new ArticleScore(2, boeing, sentiment(0.1, 0.2, 0.7)),
                        new ArticleScore(3, 0, sentiment(0.4, 0.2, 0.4)),
                        new ArticleScore(3, apple, sentiment(0.8, 0.1, 0.1)),
                        new ArticleScore(3, boeing, sentiment(0.1, 0.1, 0.8)),
                        new ArticleScore(4, 0, new NotScored(NotScored.Reason.NOT_ENGLISH)),
                        new ArticleScore(5, 0, sentiment(0.7, 0.2, 0.1)),
                        new ArticleScore(5, apple, sentiment(0.7, 0.2, 0.1))),
                model,
                COLLECTED);
    }

    private static Scoring sentiment(double negative, double neutral, double positive) {
        Probabilities probabilities = new Probabilities(negative, neutral, positive);
        double confidence = probabilities.topProbability();
        return new Sentiment(
                probabilities, confidence, confidence < 0.5, Sentiment.ScoredBy.TRANSFORMER, "test-1", 12, false);
    }

    private int key(String symbol) {
        return asset(symbol).key();
    }

    private Asset asset(String symbol) {
        return context.getBean(AssetCatalog.class)
                .find(Symbol.parse(symbol), LocalDate.of(2014, 12, 31))
                .orElseThrow();
    }

    private void update(String symbol) {
        new SentimentUpdate(
                        context.getBean(Mentions.class),
                        context.getBean(SentimentStore.class),
                        SentimentRules.USUAL,
                        context.getBean(Clock.class))
                .update(asset(symbol), Instant.parse("2014-12-01T00:00:00Z"));
    }
}
